package webpage

import (
	"unicode/utf8"

	"gloss/articles/compose"
	"gloss/articles/webpage/tree"
)

// Limits bound what is read of a page. A zero field stands for the default.
// Reading cannot be stopped half-way; the time it takes grows with the page
// only, whatever is in it. At the limits it is one to two seconds, and some five
// for one tag of 32 MiB of attributes; memory is then some 700 MB.
type Limits struct {
	Bytes int // of the source; 32 MiB
	Nodes int // of the tree; 1 Mi
}

const defaultBytes = 32 << 20

// cut returns the beginning of the source that is read, and whether there is
// more.
func (l Limits) cut(source string) (string, bool) {
	most := l.Bytes
	if most <= 0 {
		most = defaultBytes
	}
	if len(source) <= most {
		return source, false
	}
	for most > 0 && !utf8.RuneStart(source[most]) {
		most--
	}
	return source[:most], true
}

// notices says what parsing has left out.
func notices(b *compose.Builder, page tree.Page, cut bool) {
	if cut || page.Cut {
		b.Notice("The page is too long: its end is left out.")
	}
	if page.Plain && !page.Cut {
		b.Notice("The page is nested in a way that cannot be followed; it is shown plainly.")
	}
}
