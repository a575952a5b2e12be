package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/articles"
)

// A frame is what stands to the left of a block's lines: the margin, the bars
// of quotations, the markers of list items or the space under them.
type frame struct {
	gap   []run // of the empty line above the block
	first []run // of its first line
	rest  []run // of the others
	left  int   // cells that each of them takes
	width int   // cells that are left for the text
}

// maxMarker is how wide the marker of a list item may be, in cells.
const maxMarker = 10

// frameOf returns the frame of a block. However deep the block is nested, half
// of the page stays for its text: the containers that find no room are left
// out, from the inside, but for the marker of the innermost item.
func (p *Page) frameOf(index int) frame {
	block := &p.doc.Blocks[index]
	margin := p.margin()
	content := p.width - 2*margin
	room := content / 2
	reserved := 0
	if last := len(block.Path) - 1; last >= 0 && block.Path[last].Kind == articles.Item {
		reserved = markerWidth(block.Path[last])
	}
	var gap, first, rest strings.Builder
	pad := spaces(margin)
	gap.WriteString(pad)
	first.WriteString(pad)
	rest.WriteString(pad)
	shared := p.shared(index)
	used := 0
	for i, c := range block.Path {
		width := 2
		if c.Kind == articles.Item {
			width = markerWidth(c)
		}
		last := i == len(block.Path)-1
		if used+width > room-reserved && (!last || c.Kind != articles.Item) {
			continue
		}
		used += width
		under, beside := spaces(width), spaces(width)
		switch {
		case c.Kind == articles.Quotation:
			under = bar
			beside = bar
		case c.First:
			marker := tidy(c.Marker, maxMarker)
			beside = marker + spaces(width-ansi.StringWidth(marker))
		}
		first.WriteString(beside)
		rest.WriteString(under)
		if i < shared {
			gap.WriteString(under)
		}
	}
	style := p.ornament()
	return frame{
		gap:   indent(strings.TrimRight(gap.String(), " "), style),
		first: indent(first.String(), p.marker(block, style)),
		rest:  indent(rest.String(), style),
		left:  margin + used,
		width: content - used,
	}
}

// bar stands before the lines of a quotation.
const bar = "│ "

// indent returns the runs of a frame's line.
func indent(s string, style uint16) []run {
	if s == "" {
		return nil
	}
	return []run{decoration(s, ansi.StringWidth(s), style)}
}

// markerWidth returns the cells that an item's marker takes, with the space
// after it.
func markerWidth(c articles.Container) int {
	return ansi.StringWidth(tidy(c.Marker, maxMarker)) + 1
}

// marker returns the style of the marker before a block.
func (p *Page) marker(block *articles.Block, style uint16) uint16 {
	for _, c := range block.Path {
		if c.Kind == articles.Item && c.First {
			return p.intern(apply(p.styles[style], p.theme.Sheet.Item))
		}
	}
	return style
}

// shared returns how many of the containers of a block hold the block above it
// too.
func (p *Page) shared(index int) int {
	if index == 0 {
		return 0
	}
	path, above := p.doc.Blocks[index].Path, p.doc.Blocks[index-1].Path
	n := 0
	for n < len(path) && n < len(above) && path[n].Kind == above[n].Kind && !path[n].First {
		n++
	}
	return n
}
