package page

import (
	"github.com/charmbracelet/x/ansi"

	"gloss/articles"
)

// A frame is what stands to the left of a block's lines: the margin, the bars
// of quotations, the markers of list items or the space under them.
type frame struct {
	gap   []run // of the empty line above the block
	first []run // of its first line
	rest  []run // of the others
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
	style := p.ornament()
	marked := p.intern(apply(p.styles[style], p.theme.Sheet.Item))
	var f frame
	shared := p.shared(index)
	used := 0
	for i, c := range block.Path {
		width := barWidth
		if c.Kind == articles.Item {
			width = markerWidth(c)
		}
		last := i == len(block.Path)-1
		if used+width > room-reserved && (!last || c.Kind != articles.Item) {
			continue
		}
		used += width
		under := decoration(spaces(width), width, 0)
		if c.Kind == articles.Quotation {
			under = decoration(bar, width, style)
		}
		beside := under
		if c.Kind == articles.Item && c.First {
			marker := tidy(c.Marker.String(), maxMarker)
			beside = decoration(marker+spaces(width-ansi.StringWidth(marker)), width, marked)
		}
		f.first = append(f.first, beside)
		f.rest = append(f.rest, under)
		if i < shared {
			f.gap = append(f.gap, under)
		}
	}
	f.gap, f.first, f.rest = joined(margin, f.gap), joined(margin, f.first), joined(margin, f.rest)
	f.width = content - used
	return f
}

// bar stands before the lines of a quotation.
const (
	bar      = "│ "
	barWidth = 2
)

// joined returns the margin and the runs after it, those of one style in one.
func joined(margin int, runs []run) []run {
	all := []run{decoration(spaces(margin), margin, 0)}
	for _, r := range runs {
		if last := &all[len(all)-1]; r.style == last.style {
			last.shown += r.shown
			last.width += r.width
			continue
		}
		all = append(all, r)
	}
	return all
}

// markerWidth returns the cells that an item's marker takes, with the space
// after it.
func markerWidth(c articles.Container) int {
	return ansi.StringWidth(tidy(c.Marker.String(), maxMarker)) + 1
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
