package anchor

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
)

// An index says where the tokens of a text are. It is made when the first words
// are looked for that are not where they were.
type index struct {
	once sync.Once
	last map[string]int32 // the last token that is the same
	prev []int32          // for each token: the one before it that is the same, or -1
	at   []int32          // where each begins, in bytes of the folded text
	size map[string]int32 // how many are the same
}

// make indexes a folded text.
func (x *index) make(fold string) {
	x.last, x.size = map[string]int32{}, map[string]int32{}
	for start, end := token(fold, 0); start < end; start, end = token(fold, end) {
		word := fold[start:end]
		before, ok := x.last[word]
		if !ok {
			before = -1
		}
		x.last[word] = int32(len(x.at))
		x.size[word]++
		x.prev, x.at = append(x.prev, before), append(x.at, int32(start))
	}
}

// token returns the next token of a text from a byte on: a run of letters and
// digits, or one letter of a script without spaces. There is none where start is end.
func token(s string, from int) (start, end int) {
	start = -1
	for i, r := range s[from:] {
		word := wordRune(r)
		switch {
		case start >= 0 && !word:
			return start, from + i
		case start < 0 && word:
			start = from + i
		case start < 0 && unicode.IsLetter(r):
			return from + i, from + i + utf8.RuneLen(r)
		}
	}
	if start < 0 {
		return len(s), len(s)
	}
	return start, len(s)
}

// tokens returns the tokens of a text.
func tokens(s string) (all []string) {
	for start, end := token(s, 0); start < end; start, end = token(s, end) {
		all = append(all, s[start:end])
	}
	return all
}

// indexed returns the index of the text.
func (t *Text) indexed() *index {
	t.index.once.Do(func() { t.index.make(t.fold) })
	return &t.index
}

// where calls found with the places of words in the order of the text, and
// stops where it returns false. Words without a token are looked for byte by byte.
func (t *Text) where(words string, found func(int) bool) {
	if t.plainly {
		t.scan(words, found)
		return
	}
	x, low := t.indexed(), folded(words)
	rarest, shift, most := int32(-1), 0, int32(len(x.at))+1
	for start, end := token(low, 0); start < end; start, end = token(low, end) {
		if n := x.size[low[start:end]]; n == 0 {
			return
		} else if n < most {
			rarest, shift, most = x.last[low[start:end]], start, n
		}
	}
	if most > int32(len(x.at)) {
		t.scan(words, found)
		return
	}
	var places []int
	for i := rarest; i >= 0; i = x.prev[i] {
		at := int(x.at[i]) - shift
		if at >= 0 && strings.HasPrefix(t.norm[at:], words) {
			places = append(places, at)
		}
	}
	for _, at := range slices.Backward(places) {
		if !found(at) {
			return
		}
	}
}

// scan is the slow twin of where.
func (t *Text) scan(words string, found func(int) bool) {
	for from := 0; ; {
		i := strings.Index(t.norm[from:], words)
		if i < 0 || !found(from+i) {
			return
		}
		from += i + 1
	}
}

const cell = 16 // bytes of the text that are counted at once

// needed returns how many of some tokens a place that is like the words has.
func needed(tokens int) int { return (2*tokens + 2) / 3 }

// likely returns the parts of the text in which a place can have enough of the
// tokens of some words to be worth while.
func (t *Text) likely(words string) []articles.Span {
	whole := []articles.Span{{End: len(t.fold)}}
	if t.plainly {
		return whole
	}
	x := t.indexed()
	count := map[string]int{}
	all := tokens(words)
	for _, w := range all {
		count[w]++
	}
	need := needed(len(all))
	if need == 0 {
		return whole
	}
	there := 0
	for w, n := range count {
		there += min(n, int(x.size[w]))
	}
	if there < need {
		return nil
	}
	cells := make([]uint16, len(t.fold)/cell+1)
	for w, most := range count {
		i, ok := x.last[w]
		for ok && i >= 0 {
			c := int(x.at[i]) / cell
			n := 0
			for ; i >= 0 && int(x.at[i])/cell == c; i = x.prev[i] {
				n++
			}
			cells[c] += uint16(min(n, most))
		}
	}
	var parts []articles.Span
	window := longestPlace(len(words))/cell + 2
	sum := 0
	for i, n := range cells {
		if sum += int(n); i >= window {
			sum -= int(cells[i-window])
		}
		if sum < need {
			continue
		}
		start, end := max(0, i-window+1)*cell, min(len(t.fold), (i+1)*cell)
		if last := len(parts) - 1; last >= 0 && start <= parts[last].End {
			parts[last].End = end
		} else {
			parts = append(parts, articles.Span{Start: start, End: end})
		}
	}
	return parts
}

// longestPlace returns how long a place can be that is like words of a length.
func longestPlace(size int) int { return size + size/3 + 1 }

// shares reports whether a place has enough of the tokens of some words. One that
// the place begins or ends in does not count.
func (t *Text) shares(words string, start, end int) bool {
	count := map[string]int{}
	all := tokens(words)
	for _, w := range all {
		count[w]++
	}
	for start < end && letterAt(t.fold, start) && letterBefore(t.fold, start) {
		start++
	}
	for start < end && letterBefore(t.fold, end) && letterAt(t.fold, end) {
		end = floor(t.fold, end-1)
	}
	both := 0
	for _, w := range tokens(t.fold[start:end]) {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return both >= needed(len(all))
}
