package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A wrap breaks text into lines, each as long as it can be.
type wrap struct {
	text   string
	end    int  // of what is broken, in bytes
	width  int  // of a line, in cells
	tab    int  // the distance of the tab stops, in cells
	reflow bool // '\n' is a space
	hard   bool // break anywhere, and swallow nothing
}

// line returns where the line that begins at start ends, and where the next
// one begins: spaces between the two are swallowed by the break, and so is a
// '\n'. It looks at no more than the line and what is swallowed.
func (w wrap) line(start int) (end, next int) {
	col := 0
	brk, brkNext := -1, -1 // the last place to break at
	var before, prev glyph
	for off := start; off < w.end; {
		if w.text[off] == '\n' && !w.reflow {
			return off, off + 1
		}
		if prev.ascii() && col < w.width { // no line is broken here
			room := w.width - col
			if n := min(asciiWord(w.text[off:min(off+room+1, w.end)]), room); n > 1 {
				off, col = off+n, col+n
				before, prev = glyph{r: rune(w.text[off-2])}, glyph{r: rune(w.text[off-1])}
				continue
			}
		}
		n, cells, _ := w.measure(off, w.end, col)
		cur := glyphOf(w.text[off:off+n], cells)
		if !w.hard && (cur.space || w.text[off] == '\n') {
			fits, stop, right := w.spaces(off, col)
			if right > w.width {
				if off > start {
					fits = off
				}
				if stop < w.end && w.text[stop] == '\n' && !w.reflow {
					stop++
				}
				return fits, stop
			}
			if off > start {
				brk, brkNext = off, stop
			}
			off, col = stop, right
			before, prev = prev, glyph{r: ' ', space: true}
			continue
		}
		if !w.hard && off > start && breaksBetween(before, prev, cur) {
			brk, brkNext = off, off
		}
		if col+cells > w.width && off > start {
			if brk >= 0 {
				return brk, brkNext
			}
			return off, off
		}
		off, col = off+n, col+cells
		before, prev = prev, cur
	}
	return w.end, w.end
}

// spaces goes over the spaces at off, with col the column. It returns where
// those that fit into the line end, where all of them end, and the column
// after them, which is past the width where they do not fit.
func (w wrap) spaces(off, col int) (fits, stop, right int) {
	fits = off
	for off < w.end {
		if w.text[off] == '\n' && !w.reflow {
			break
		}
		n, cells, _ := w.measure(off, w.end, col)
		if w.text[off] != '\n' && !glyphOf(w.text[off:off+n], cells).space {
			break
		}
		off += n
		if col += cells; col <= w.width {
			fits = off
		}
	}
	return fits, off, col
}

// measure returns the length in bytes and the width in cells of the character
// at off, in a text that ends at end, and what is shown for it where that is
// not the character itself.
func (w wrap) measure(off, end, col int) (n, cells int, shown string) {
	switch w.text[off] {
	case '\t':
		cells = w.tab - col%w.tab
		return 1, cells, spaces(cells)
	case '\n':
		return 1, 1, " "
	}
	n, cells, safe := cluster(w.text[off:end])
	if !safe {
		shown = replacement
	}
	return n, cells, shown
}

// A glyph is what decides where lines may break: the first code point of a
// character, and whether it is two cells wide.
type glyph struct {
	r     rune
	wide  bool
	space bool // a line may break at it, and swallows it
}

// ascii tells whether g is ASCII that no line is broken after, but at spaces.
func (g glyph) ascii() bool {
	return g.r > ' ' && g.r < 0x7f && g.r != '-' && g.r != '/'
}

// asciiWord returns how many bytes s begins with that are such ASCII, each a
// character by itself.
func asciiWord(s string) int {
	n := 0
	for n < len(s) && (glyph{r: rune(s[n])}).ascii() {
		n++
	}
	if n > 0 && n < len(s) && s[n] >= utf8.RuneSelf { // which may combine with the last
		n--
	}
	return n
}

func glyphOf(s string, cells int) glyph {
	r, size := utf8.DecodeRuneInString(s)
	g := glyph{r: r, wide: cells == 2}
	if size == len(s) {
		g.space = r == ' ' || r == '\t' || r > 0x7f && unicode.Is(unicode.Zs, r) && !strings.ContainsRune(glue, r)
	}
	return g
}

// The characters before and after which a line is not broken, beside letters,
// and those that hold their neighbours together. They follow the classes CL,
// CP, EX, IS, NS, QU, OP, PR, PO and GL of UAX #14.
const (
	noBreakBefore = ".,:;!?)]}»”’%…‰°" + "、。，．：；！？）］｝〉》」』】〕〗〙〛〜～・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻"
	noBreakAfter  = "([{«“‘$£€¥" + "（［｛〈《「『【〔〖〘〚￥＄"
	glue          = "\u00a0\u2007\u202f\u2060\ufeff"
)

// breaksBetween tells whether a line may be broken between prev and cur, none
// of which is a space: a part of UAX #14 that is enough for prose. The
// character before prev tells a hyphen from a minus.
func breaksBetween(before, prev, cur glyph) bool {
	if prev.r == '\u200b' {
		return true
	}
	if prev.ascii() && cur.r < 0x80 || prev.space {
		return false
	}
	if strings.ContainsRune(glue, prev.r) || strings.ContainsRune(glue, cur.r) {
		return false
	}
	if strings.ContainsRune(noBreakBefore, cur.r) || strings.ContainsRune(noBreakAfter, prev.r) {
		return false
	}
	switch prev.r {
	case '-', '/', '\u2010':
		return unicode.IsLetter(before.r) && unicode.IsLetter(cur.r)
	case '\u2013':
		return !unicode.IsDigit(cur.r) && cur.r != '\u2013'
	case '\u2014':
		return cur.r != '\u2014'
	}
	return prev.wide || cur.wide
}

// spaces returns n spaces.
func spaces(n int) string {
	const some = "                                                                                "
	if n <= len(some) {
		return some[:n]
	}
	return strings.Repeat(" ", n)
}
