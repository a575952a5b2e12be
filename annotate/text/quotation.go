package text

import "sort"

// A Quotation is a stretch in quotation marks: the tokens [First, End) with
// their marks. Marks inside others are not told.
type Quotation struct {
	First, End int
	Block      int
	// Unclosed is set where the closing mark is missing, as where a quotation
	// goes on in the next paragraph. It ends with the block then.
	Unclosed bool
	Single   bool // in ‘ ’ or ' '
}

// QuotationAt returns the index of the quotation that covers token tok, or the
// next one, and whether it does cover it.
func (d *Document) QuotationAt(tok int) (int, bool) {
	i := sort.Search(len(d.Quotations), func(i int) bool { return d.Quotations[i].End > tok })
	return i, i < len(d.Quotations) && d.Quotations[i].First <= tok
}

// Families of marks: a mark is closed by one of its own family.
const (
	noMark = iota
	curly  // “ ”, with „ and ‟
	angle  // « »
	straight
	doubled // `` ''
	curlySingle
	straightSingle
)

// quotations appends the quotations of the tokens from first on, which are
// those of one block.
func (d *Document) quotations(first, block int) {
	open, family := -1, noMark
	end := func(i int, unclosed bool) {
		if i > open+1 {
			d.Quotations = append(d.Quotations, Quotation{First: open, End: i, Block: block, Unclosed: unclosed,
				Single: family == curlySingle || family == straightSingle})
		}
		open, family = -1, noMark
	}
	for i := first; i < len(d.Tokens); i++ {
		if d.Tokens[i].Kind != Quote {
			continue
		}
		f, opens, closes := d.mark(i, first)
		switch {
		case family == noMark:
			if opens && (f != curlySingle && f != straightSingle || d.singleCloses(i, f)) {
				open, family = i, f
			}
		case f == family && closes && (!opens || i > open+1):
			end(i+1, false)
		case f == family && opens && (f == curly || f == angle):
			end(i, true) // the closing mark was forgotten
			open, family = i, f
		}
	}
	if open >= 0 && family != curlySingle && family != straightSingle {
		end(len(d.Tokens), true)
	}
}

// mark returns the family of the mark at token i and whether it can open and
// close a quotation. first is the first token of the block.
func (d *Document) mark(i, first int) (family int, opens, closes bool) {
	t := d.Tokens[i]
	left := t.Is(Glued)
	right := i+1 < len(d.Tokens) && d.Tokens[i+1].Is(Glued)
	switch d.Raw(i) {
	case "“", "„":
		return curly, true, false
	case "”", "‟":
		return curly, false, true
	case "«", "‹":
		return angle, true, false
	case "»", "›":
		return angle, false, true
	case "``":
		return doubled, true, false
	case "''":
		return doubled, !left || i == first, left || !right
	case `"`:
		return straight, right || !left, left || !right
	case "‘":
		return curlySingle, right && !left, false
	case "’":
		return curlySingle, false, left && d.endsSingle(i, right)
	case "'":
		if right && !left {
			return straightSingle, true, false
		}
		return straightSingle, false, left && d.endsSingle(i, right)
	}
	return noMark, false, false
}

// endsSingle tells a closing single mark from an apostrophe at the end of a
// word ("the workers' rights").
func (d *Document) endsSingle(i int, right bool) bool {
	if right {
		return d.Tokens[i+1].Kind != Word
	}
	prev := d.Tokens[i-1]
	if prev.Kind != Word {
		return true
	}
	raw := d.Raw(i - 1)
	return raw[len(raw)-1] != 's' || i+1 == len(d.Tokens) || d.Tokens[i+1].Kind != Word
}

// singleReach is how many tokens a quotation in single marks may have: the
// marks are apostrophes too often to look further.
const singleReach = 80

// singleCloses reports whether a single mark of family f at token i is closed.
func (d *Document) singleCloses(i, f int) bool {
	for j := i + 1; j < min(i+singleReach, len(d.Tokens)); j++ {
		if d.Tokens[j].Kind != Quote {
			continue
		}
		g, opens, closes := d.mark(j, i)
		if g == f && closes {
			return true
		}
		if g == f && opens {
			return false
		}
	}
	return false
}
