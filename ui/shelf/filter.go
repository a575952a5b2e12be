package shelf

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"gloss/articles/clean"
	"gloss/ui/list"
)

// wordLimit is the most letters of a word that are looked for: the score of
// letters side by side triples with each and must not overflow.
const wordLimit = 24

// A word is what the letters of a field must have.
type word struct {
	text string // folded
	tag  bool   // it must be a tag
}

// words returns the words of a filter. An article passes that has all of them.
// A # before one asks for a tag.
func words(filter string) []word {
	var out []word
	for _, w := range strings.Fields(list.Fold(clean.Line(filter).String())) {
		text, tag := strings.CutPrefix(w, "#")
		if utf8.RuneCountInString(text) > wordLimit {
			text = string([]rune(text)[:wordLimit])
		}
		if text != "" {
			out = append(out, word{text, tag})
		}
	}
	return out
}

// in reports whether the word may be in a field.
func (w word) in(field int) bool { return !w.tag || field >= tagFields }

// A place is a field of one of the rows that are filtered.
type place struct{ nth, field int }

// titleBonus is what it counts that a word is in the title.
const titleBonus = 10

// match returns those of the rows that have all words, the best first. The
// letters of a word must be in one field, in order.
func (r Rows) match(among []int, words []word) []int {
	type found struct {
		row   int
		score int
		words int // how many of them it has
	}
	all := make([]found, len(among))
	for i, row := range among {
		all[i].row = row
	}
	for n, word := range words {
		need := letters(word.text)
		// The fields that may have the letters of the word, and where they are.
		var texts []string
		var places []place
		for nth, f := range all {
			if f.words < n {
				continue
			}
			for i, field := range r.keys[f.row] {
				if need&^field.letters == 0 && word.in(i) {
					texts, places = append(texts, field.folded), append(places, place{nth, i})
				}
			}
		}
		if utf8.RuneCountInString(word.text) == 1 { // nothing to be scored
			for i, p := range places {
				if strings.Contains(texts[i], word.text) {
					all[p.nth].words = n + 1
				}
			}
			continue
		}
		best := 0
		for _, m := range fuzzy.FindNoSort(word.text, texts) { // in their order
			p, score := places[m.Index], m.Score
			if p.field == titleField {
				score += titleBonus
			}
			switch f := &all[p.nth]; {
			case f.words == n:
				f.words, best = n+1, score
				f.score += score
			case score > best:
				f.score += score - best
				best = score
			}
		}
	}
	all = slices.DeleteFunc(all, func(f found) bool { return f.words < len(words) })
	slices.SortFunc(all, func(x, y found) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.row, y.row))
	})
	out := make([]int, len(all))
	for i, f := range all {
		out[i] = f.row
	}
	return out
}

// marks returns, for each field of a row, the letters that the words of the
// filter were found in, as half-open ranges of bytes of the text that was
// folded, which texts has.
func (r Rows) marks(row int, words []word, texts []string) [][][2]int {
	out := make([][][2]int, len(texts))
	for _, word := range words {
		var folded []string
		for _, f := range r.keys[row] {
			folded = append(folded, f.folded)
		}
		best, in := 0, -1
		var letters []int
		for _, m := range fuzzy.FindNoSort(word.text, folded) {
			if !word.in(m.Index) {
				continue
			}
			score := m.Score
			if m.Index == titleField {
				score += titleBonus
			}
			if in < 0 || score > best {
				best, in, letters = score, m.Index, m.MatchedIndexes
			}
		}
		if in >= 0 && in < len(texts) {
			out[in] = append(out[in], unfold(texts[in], folded[in], letters)...)
		}
	}
	for i := range out {
		slices.SortFunc(out[i], func(x, y [2]int) int { return cmp.Compare(x[0], y[0]) })
	}
	return out
}

// unfold returns the ranges of text that places in its folded form stand for.
// Letters side by side become one.
func unfold(text, folded string, at []int) [][2]int {
	var out [][2]int
	off := 0 // in text
	for i := range folded {
		_, size := utf8.DecodeRuneInString(text[off:])
		if len(at) > 0 && at[0] == i {
			at = at[1:]
			if n := len(out); n > 0 && out[n-1][1] == off {
				out[n-1][1] = off + size
			} else {
				out = append(out, [2]int{off, off + size})
			}
		}
		off += size
	}
	return out
}
