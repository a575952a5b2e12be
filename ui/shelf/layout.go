package shelf

import (
	"github.com/charmbracelet/x/ansi"

	"gloss/articles/keep"
)

// A layout is how the cells of a pane are shared out.
type layout struct {
	head    int // rows above the list: the tabs, and a rule
	each    int // rows of an article
	perPage int // articles in sight

	// Columns of what stands right of the title; 0 where there is no room for
	// it, or nothing to show in any row.
	site, notes, bar, read, date int
}

// widths are the columns that rows need at the most.
type widths struct{ site, notes, read int }

func widthsOf(articles []keep.Article) (w widths) {
	sites := map[string]bool{} // many articles have the same
	for _, a := range articles {
		if s := a.Site.String(); !sites[s] {
			sites[s] = true
			w.site = max(w.site, ansi.StringWidth(s))
		}
		if a.Notes > 0 {
			w.notes = 3
		}
		if progress(a) != "" {
			w.read = 4
		}
	}
	return w
}

// and returns what both need.
func (w widths) and(o widths) widths {
	return widths{max(w.site, o.site), max(w.notes, o.notes), max(w.read, o.read)}
}

const (
	// wide and tall are the least columns and rows at which an article takes
	// two rows, and middle and narrow the least columns at which its site and
	// its date stand right of the title.
	wide, tall, middle, narrow = 100, 20, 64, 36
	// titled and ruled are the least rows with the tabs over the list, and with
	// a rule under them.
	titled, ruled = 3, 6
)

// layout returns how the cells are shared out at the pane's size.
func (p *Pane) layout() layout {
	l := layout{each: 1}
	if p.width >= wide && p.height >= tall {
		l.each = 2
		if p.widths.read > 0 {
			l.bar = 8
		}
	} else if p.width >= middle {
		l.site = min(p.width/5, 24, p.widths.site)
	}
	if p.width >= narrow {
		l.date, l.notes = 8, p.widths.notes
	}
	l.read = p.widths.read
	if p.height >= titled {
		l.head = 1
	}
	if p.height >= ruled {
		l.head = 2
	}
	l.perPage = max((p.height-l.head)/l.each, 1)
	return l
}

// HeadRows returns the rows that Head has.
func (p *Pane) HeadRows() int { return p.layout().head }

// At returns the place in the list of the article that View shows at a row of
// the pane, -1 where there is none.
func (p *Pane) At(row int) int {
	l := p.layout()
	p.cursor.Scroll(l.perPage, p.Len())
	row -= l.head
	if row < 0 || row >= p.height-l.head || row/l.each >= l.perPage {
		return -1
	}
	if at := p.cursor.First + row/l.each; at < p.Len() {
		return at
	}
	return -1
}

// Place returns the place in the list of the selected article, from 0.
func (p *Pane) Place() int { return p.cursor.At }
