package items

// A layout is how the rows of a pane are shared out.
type layout struct {
	head    int // rows above the list: the feed's title, and a rule
	foot    int // rows below it: the feed's notices
	each    int // rows of an item, of which the last may be empty
	text    int // rows of an item that have text
	perPage int // items in sight
}

const (
	// narrow and low are the least columns and rows at which an item takes two
	// rows, and tall the rows from which an empty one follows them.
	narrow, low, tall = 50, 14, 30
	// titled and ruled are the least rows with a title over the list, and with
	// a rule under it.
	titled, ruled = 3, 6
)

// layout returns how the rows are shared out at the pane's size.
func (p *Pane) layout() layout {
	l := layout{each: 1, text: 1}
	if p.width >= narrow && p.height >= low {
		l.each, l.text = 2, 2
		if p.height >= tall {
			l.each = 3
		}
	}
	if p.height >= titled {
		l.head = 1
	}
	if p.height >= ruled {
		l.head = 2
	}
	if len(p.feed.Notices) > 0 && p.height >= ruled {
		l.foot = 1
	}
	room := p.height - l.head - l.foot
	l.perPage = max((room+l.each-l.text)/l.each, 1) // the last needs no empty row
	return l
}

// At returns the item that View shows at a row of the pane, -1 where there is
// none.
func (p *Pane) At(row int) int {
	l := p.layout()
	p.cursor.Scroll(l.perPage, p.Len())
	row -= l.head
	if row < 0 || row >= p.height-l.head-l.foot || row%l.each >= l.text {
		return -1
	}
	place := p.cursor.First + row/l.each
	if place >= p.Len() || row/l.each >= l.perPage {
		return -1
	}
	return p.item(place)
}
