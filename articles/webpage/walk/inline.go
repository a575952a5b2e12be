package walk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/link"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// space is the white space that stands before the next word.
type space uint8

const (
	noSpace    space = iota
	plainSpace       // a blank
	lineSpace        // only where the source was wrapped
)

// format is an inline element that is open. It is opened in the document only
// when a word comes, so that no span begins or ends with a space.
type format struct {
	kind   articles.InlineKind
	target clean.Text
	index  int // of the span in the builder, -1 where it is not open there
}

// text reads the text of a node.
func (w *walker) text(s string) {
	for s != "" {
		word := strings.IndexFunc(s, func(r rune) bool { return !isSpace(r) })
		if word < 0 {
			word = len(s)
		}
		if word > 0 {
			w.blank(s[:word])
			s = s[word:]
			continue
		}
		end := strings.IndexFunc(s, isSpace)
		if end < 0 {
			end = len(s)
		}
		w.word(s[:end])
		s = s[end:]
	}
}

// isSpace tells whether HTML collapses a character.
func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

// blank notes white space.
func (w *walker) blank(s string) {
	switch {
	case w.space == plainSpace:
	case strings.ContainsAny(s, "\r\n"):
		w.space = lineSpace
	default:
		w.space = plainSpace
	}
}

// leaveSpace notes that what comes next stands apart from what is written.
func (w *walker) leaveSpace() { w.space = plainSpace }

// word writes a run of text without white space.
func (w *walker) word(s string) {
	s = unseen.Replace(s)
	if w.space != noSpace || w.atLineStart() {
		// A no-break space beside others is one of them.
		s = strings.TrimLeft(s, "\u00a0")
	}
	// A text of many kilobytes without white space is parted too.
	for w.inLine == 0 && len(s) > MaxBlock {
		size := cut(s, MaxBlock)
		w.write(s[:size])
		w.finish(true)
		s = s[size:]
	}
	if s != "" {
		w.write(s)
	}
}

// unseen are the characters that only say where a word may be parted. Without
// them it can be found.
var unseen = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "")

// write writes text behind the line breaks and the white space before it.
func (w *walker) write(s string) {
	if w.out.Pending() > MaxBlock && w.inLine == 0 {
		w.finish(true)
	}
	switch {
	case w.breaks > 0:
		w.out.BreakLine()
	case w.atLineStart():
	case w.space == lineSpace:
		w.out.Wrap()
	case w.space == plainSpace:
		w.out.Write(" ")
	}
	w.space, w.breaks = noSpace, 0
	for i := range w.formats {
		if w.formats[i].index < 0 {
			w.formats[i].index = w.out.Open(w.formats[i].kind, w.formats[i].target)
		}
	}
	w.out.Write(s)
}

// atLineStart tells whether nothing stands before the next word on its line.
func (w *walker) atLineStart() bool {
	return w.out.Pending() == w.start || w.out.Last() == '\n' || w.breaks > 0
}

// lineBreak ends a line. Two of them end the paragraph.
func (w *walker) lineBreak() {
	if w.inLine > 0 {
		w.leaveSpace()
		return
	}
	w.space = noSpace
	if w.out.Pending() == 0 {
		return
	}
	if w.breaks++; w.breaks == 2 {
		w.endBlock()
	}
}

// closeFormats closes the spans that are open in the block.
func (w *walker) closeFormats() {
	for i := len(w.formats) - 1; i >= 0; i-- {
		if f := &w.formats[i]; f.index >= 0 {
			w.out.Close(f.index)
			f.index = -1
		}
	}
}

// span reads an element whose text is set or acts in its own way. A kind that
// is open is not opened again.
func (w *walker) span(kind articles.InlineKind, target clean.Text, n *html.Node) {
	for _, f := range w.formats {
		if f.kind == kind {
			w.children(n)
			return
		}
	}
	w.formats = append(w.formats, format{kind, target, -1})
	w.children(n)
	last := len(w.formats) - 1
	if f := w.formats[last]; f.index >= 0 {
		w.out.Close(f.index)
	}
	w.formats = w.formats[:last]
}

// inline reads an element that stands in a line.
func (w *walker) inline(n *html.Node) {
	var none clean.Text
	switch n.DataAtom {
	case atom.A:
		if target := link.Target(tree.Attr(n, "href"), w.opts.Base); !target.IsEmpty() {
			w.span(articles.Link, target, n)
			return
		}
		w.children(n)
	case atom.Em, atom.I, atom.Cite, atom.Dfn, atom.Var:
		w.span(articles.Emphasis, none, n)
	case atom.Strong, atom.B:
		w.span(articles.Strong, none, n)
	case atom.S, atom.Del, atom.Strike:
		w.span(articles.Strike, none, n)
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		w.span(articles.CodeSpan, none, n)
	case atom.Q:
		w.quoted(n)
	case atom.Sup:
		w.raised(n)
	case atom.Rt:
		w.word("(")
		w.children(n)
		w.space = noSpace
		w.word(")")
	case atom.Img, atom.Image:
		w.image(n)
	case atom.Noscript:
		w.images(n)
	case atom.Math:
		w.formula(n)
	default:
		w.children(n)
	}
}

// quoted reads a quotation in a line, with the marks that a browser sets.
func (w *walker) quoted(n *html.Node) {
	marks := [2]string{"“", "”"}
	if w.quotes%2 == 1 {
		marks = [2]string{"‘", "’"}
	}
	w.quotes++
	w.word(marks[0])
	w.children(n)
	w.space = noSpace
	w.word(marks[1])
	w.quotes--
}

// raised reads what stands above the line: a number that links to a note in
// brackets, other digits as the characters that Unicode has for them.
func (w *walker) raised(n *html.Node) {
	const most = 8
	text := tree.Text(n, 4*most)
	digits := text != "" && len(text) <= most && strings.Trim(text, "0123456789") == ""
	switch {
	case digits && tree.Find(n, atom.A) != nil:
		w.word("[")
		w.children(n)
		w.space = noSpace
		w.word("]")
	case text != "" && len(text) <= most && strings.Trim(text, "0123456789+-−") == "" && w.space == noSpace &&
		!w.atLineStart():
		w.word(strings.Map(superscript, text))
	default:
		w.children(n)
	}
}

func superscript(r rune) rune {
	switch r {
	case '1':
		return '¹'
	case '2', '3':
		return r - '2' + '²'
	case '+':
		return '⁺'
	case '-', '−':
		return '⁻'
	}
	return r - '0' + '⁰'
}

// formula reads a formula: what its author wrote for those who cannot see it,
// or the characters in it.
func (w *walker) formula(n *html.Node) {
	if alt := tree.Attr(n, "alttext"); alt != "" {
		w.text(alt[:cut(alt, maxAlt)])
		return
	}
	for c := range tree.All(n) {
		if c.Type == html.TextNode && (c.Parent == nil || !strings.HasPrefix(c.Parent.Data, "annotation")) {
			w.text(c.Data)
		}
	}
}

// cut returns the largest position up to n that is not inside a code point.
func cut(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// hasLetters tells whether there is a letter or digit in s.
func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
