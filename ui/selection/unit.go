package selection

import (
	"context"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/clipperhouse/uax29/v2/words"

	"gloss/annotate"
	"gloss/annotate/text"
	"gloss/articles"
)

// A Unit is what a selection is made of. The smaller come first.
type Unit uint8

// The units. Characters and words are those of UAX #29; white space is no word,
// and a mark of punctuation is one. The sentences of code are its lines, those
// of a table its cells. A paragraph is any block.
const (
	Character Unit = iota
	Word
	Sentence
	Paragraph
)

// String returns the name of the unit, as "word".
func (u Unit) String() string {
	return [...]string{"character", "word", "sentence", "paragraph"}[min(u, Paragraph)]
}

// reach is how far from an offset the text of a longer block is looked at.
const reach = 32 << 10

// at returns the unit that the byte at off is in or, where it is in none, the
// next one; ok is false where there is none.
func at(doc *articles.Document, u Unit, off int) (articles.Span, bool) {
	return first(doc, u, off, func(s articles.Span) bool { return s.End > off })
}

// next returns the first unit that begins at off or after it.
func next(doc *articles.Document, u Unit, off int) (articles.Span, bool) {
	return first(doc, u, off, func(s articles.Span) bool { return s.Start >= off })
}

// first returns the first unit that fits, from the block round off on.
func first(doc *articles.Document, u Unit, off int, fits func(articles.Span) bool) (articles.Span, bool) {
	blocks := doc.Blocks
	for i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > off }); i < len(blocks); i++ {
		b := &blocks[i]
		for from := max(off, b.Span.Start); from < b.Span.End; {
			w := window(doc, b, u, from)
			all := units(doc, b, u, w)
			if k := slices.IndexFunc(all, fits); k >= 0 {
				return all[k], true
			}
			from = w.End
		}
	}
	return articles.Span{}, false
}

// before returns the last unit that ends at off or before it.
func before(doc *articles.Document, u Unit, off int) (articles.Span, bool) {
	blocks := doc.Blocks
	for i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.Start >= off }) - 1; i >= 0; i-- {
		b := &blocks[i]
		for until := min(off, b.Span.End); until > b.Span.Start; {
			w := window(doc, b, u, until)
			all := units(doc, b, u, w)
			for k := len(all) - 1; k >= 0; k-- {
				if all[k].End <= off {
					return all[k], true
				}
			}
			until = w.Start
		}
	}
	return articles.Span{}, false
}

// window returns the part of a block in which the units near off are looked for:
// all of it, unless it is long. A long one is cut at line breaks, or at least
// between code points.
func window(doc *articles.Document, b *articles.Block, u Unit, off int) articles.Span {
	w := b.Span
	if u == Paragraph || w.Len() <= 2*reach {
		return w
	}
	s := doc.Text.String()
	if off-reach > w.Start {
		w.Start = off - reach
		for w.Start > b.Span.Start && !utf8.RuneStart(s[w.Start]) {
			w.Start--
		}
		if i := strings.IndexByte(s[w.Start:off], '\n') + 1; i > 0 && w.Start+i < off {
			w.Start += i
		}
	}
	if off+reach < w.End {
		w.End = off + reach
		for !utf8.RuneStart(s[w.End]) {
			w.End++
		}
		if i := strings.LastIndexByte(s[off:w.End], '\n'); i > 0 {
			w.End = off + i
		}
	}
	return w
}

// units returns the units in a part of a block, in order. They do not overlap,
// and their ends are ends of characters.
func units(doc *articles.Document, b *articles.Block, u Unit, w articles.Span) []articles.Span {
	s := w.Of(doc.Text)
	var found []articles.Span
	switch {
	case u == Paragraph:
		found = parted(s, "")
	case u == Sentence && (b.Kind == articles.Code || b.Kind == articles.Table):
		found = parted(s, "\t\n")
		if b.Kind == articles.Code {
			found = parted(s, "\n")
		}
	case u == Sentence:
		found = sentences(s)
	case u == Word:
		found = wordsOf(s)
	default:
		for g := graphemes.FromString(s); g.Next(); {
			found = append(found, articles.Span{Start: g.Start(), End: g.End()})
		}
	}
	for i := range found {
		found[i].Start += w.Start
		found[i].End += w.Start
	}
	return found
}

// parted returns the parts of s between any of the separators, without white
// space round them; with no separators all of it is one part.
func parted(s, separators string) []articles.Span {
	var found []articles.Span
	for start := 0; start <= len(s); {
		end := strings.IndexAny(s[start:], separators) + start
		if end < start {
			end = len(s)
		}
		if p := trimmed(s, articles.Span{Start: start, End: end}); p.Len() > 0 {
			found = append(found, p)
		}
		start = end + 1
	}
	return aligned(s, found)
}

// wordsOf returns the words of s.
func wordsOf(s string) []articles.Span {
	var found []articles.Span
	for w := words.FromString(s); w.Next(); {
		if strings.TrimSpace(w.Value()) != "" {
			found = append(found, articles.Span{Start: w.Start(), End: w.End()})
		}
	}
	return aligned(s, found)
}

// sentences returns the sentences of s, as the annotator divides them. What
// stands between two belongs to the first.
func sentences(s string) []articles.Span {
	d, err := text.Parse(context.Background(), annotate.Input{
		Text: s, Blocks: []annotate.Block{{Span: annotate.Span{Start: 0, End: len(s)}}},
	})
	if err != nil { // a document is UTF-8 and shorter than that
		return parted(s, "")
	}
	var found []articles.Span
	start := 0
	for i := range d.Sentences {
		end := len(s)
		if i+1 < len(d.Sentences) {
			end = int(d.Tokens[d.Sentences[i+1].First].Start)
		}
		if p := trimmed(s, articles.Span{Start: start, End: end}); p.Len() > 0 {
			found = append(found, p)
		}
		start = end
	}
	if len(found) == 0 {
		return parted(s, "")
	}
	return aligned(s, found)
}

// trimmed returns the span without the white space at its ends.
func trimmed(s string, p articles.Span) articles.Span {
	in := s[p.Start:p.End]
	p.Start += len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	p.End = p.Start + len(strings.TrimSpace(in))
	return p
}

// aligned returns the spans, in order and apart, with their ends moved out to
// ends of characters. Those that would share a character become one.
func aligned(s string, spans []articles.Span) []articles.Span {
	var out []articles.Span
	g := graphemes.FromString(s)
	more := g.Next()
	for _, p := range spans {
		if n := len(out); n > 0 && p.Start < out[n-1].End { // the last one took of it
			p.Start = out[n-1].End
			if p.End <= p.Start {
				continue
			}
			out[n-1].End = p.End
			p = out[n-1]
			out = out[:n-1]
		}
		for more && g.End() <= p.Start {
			more = g.Next()
		}
		if more {
			p.Start = min(p.Start, g.Start())
		}
		for more && g.End() < p.End {
			more = g.Next()
		}
		if more {
			p.End = max(p.End, g.End())
		}
		out = append(out, p)
	}
	return out
}
