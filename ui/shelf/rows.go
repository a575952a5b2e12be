package shelf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gloss/articles/keep"
)

// Rows are articles with what a filter looks at, made ready once.
type Rows struct {
	articles []keep.Article
	keys     []key
}

// Prepare makes rows of articles, in their order, which it takes over. It
// takes some milliseconds for ten thousand and may run beside the pane that
// they are for.
func Prepare(articles []keep.Article) Rows {
	r := Rows{articles, make([]key, len(articles))}
	for i, a := range articles {
		r.keys[i] = keyOf(a)
	}
	return r
}

// Len returns how many there are.
func (r Rows) Len() int { return len(r.articles) }

// A key is what an article is filtered by: its title, site, byline and tags,
// each a field of its own, so that a word is not found half in one of them and
// half in another.
type key []field

// The places of the fields. The tags come after them.
const (
	titleField = iota
	siteField
	bylineField
	tagFields
)

// A field is folded text, and which letters are in it: one bit for all that
// are equal in their last six bits. A text without one of the bits of a word
// does not have its letters.
type field struct {
	folded  string
	letters uint64
}

func keyOf(a keep.Article) key {
	k := make(key, tagFields+len(a.Tags))
	k[titleField] = fieldOf(a.Title.String())
	k[siteField] = fieldOf(a.Site.String())
	k[bylineField] = fieldOf(a.Byline.String())
	for i, t := range a.Tags {
		k[tagFields+i] = fieldOf(t.String())
	}
	return k
}

func fieldOf(text string) field {
	folded := fold(text)
	return field{folded, letters(folded)}
}

func letters(folded string) uint64 {
	var set uint64
	for _, r := range folded {
		set |= 1 << (r & 63)
	}
	return set
}

// fold makes texts equal that differ only in case and accents. It keeps the
// number of code points, so that a place in the one can be found in the other.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf {
			return unicode.ToLower(r)
		}
		var b [utf8.UTFMax]byte
		if base := norm.NFD.Properties(b[:utf8.EncodeRune(b[:], r)]).Decomposition(); base != nil {
			r, _ = utf8.DecodeRune(base)
		}
		return unicode.ToLower(unicode.ToUpper(r))
	}, s)
}
