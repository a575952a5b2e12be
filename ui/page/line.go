package page

import "gloss/articles"

// A run is a stretch of a line in one style.
type run struct {
	shown string // what is written
	// off and end are the bytes of Text that it shows. Of a decoration, such
	// as a list's marker, both are -1.
	off, end int
	width    int16 // in cells
	style    uint16
	// whole says that shown stands for all the bytes at once, as spaces do for
	// a tab. Without it shown is those bytes.
	whole bool
}

// decoration tells whether the run shows nothing of the text.
func (r *run) decoration() bool { return r.off < 0 }

// A line is a line of a part: a range of its runs.
type line struct {
	first, last int32         // runs[first:last]
	span        articles.Span // the bytes shown; empty where there are none
	text        bool          // shows a line of the text, which may be empty
}

// A part is what is laid out at once: a block, or a piece of a long one.
type part struct {
	lines []line
	runs  []run
	table bool // the offsets go back from line to line, from cell to cell
}

// of returns the runs of a line.
func (pt *part) of(ln *line) []run { return pt.runs[ln.first:ln.last] }

// size returns how many bytes the part takes, about.
func (pt *part) size() int { return 128 + 48*cap(pt.lines) + 56*cap(pt.runs) }

// A builder makes a part, line by line.
type builder struct {
	page  *Page
	part  part
	look  look // the styles of the text
	first int  // the run that the open line begins with
}

// decorate adds a decoration to the open line.
func (b *builder) decorate(runs ...run) {
	b.part.runs = append(b.part.runs, runs...)
}

// pad adds n cells of spaces to the open line.
func (b *builder) pad(n int) {
	if n > 0 {
		b.decorate(decoration(spaces(n), n, 0))
	}
}

// decoration returns a run that shows nothing of the text.
func decoration(shown string, width int, style uint16) run {
	return run{shown: shown, off: -1, end: -1, width: int16(width), style: style}
}

// write adds the text from start to end, cut where the style changes, to the
// open line. Columns, for the tabs, are counted from start.
func (b *builder) write(start, end int, w wrap) {
	text := b.page.doc.Text.String()
	open := run{off: start, end: start}
	flush := func() {
		if open.end > open.off {
			open.shown = text[open.off:open.end]
			b.part.runs = append(b.part.runs, open)
		}
	}
	col := 0
	for off := start; off < end; {
		style, until := b.look.at(off)
		until = min(until, end)
		n, shown := min(asciiWord(text[off:min(until+1, end)]), until-off), ""
		cells := n
		if n == 0 {
			n, cells, shown = w.measure(off, end, col)
		}
		if shown != "" {
			flush()
			b.part.runs = append(b.part.runs, run{
				shown: shown, off: off, end: off + n, width: int16(cells), style: style, whole: true,
			})
			open = run{off: off + n, end: off + n}
		} else {
			if style != open.style {
				flush()
				open = run{off: off, style: style}
			}
			open.end = off + n
			open.width += int16(cells)
		}
		col += cells
		off += n
	}
	flush()
}

// close ends the open line. A line without text stands at off; text says
// whether it is a line of the text all the same.
func (b *builder) close(off int, text bool) {
	ln := line{first: int32(b.first), last: int32(len(b.part.runs)), span: articles.Span{Start: off, End: off}, text: text}
	found := false
	for i := range b.part.of(&ln) {
		r := &b.part.runs[b.first+i]
		switch {
		case r.decoration():
		case !found:
			ln.span, found = articles.Span{Start: r.off, End: r.end}, true
		default:
			ln.span.Start, ln.span.End = min(ln.span.Start, r.off), max(ln.span.End, r.end)
		}
	}
	b.part.lines = append(b.part.lines, ln)
	b.first = len(b.part.runs)
}
