package event

import (
	"slices"
	"strings"
	"unicode"
)

// A wording is the words of a statement, folded, with their runs.
type wording struct {
	words  []string
	clause []int           // for each word, the place of the first of its clause
	runs   map[string]bool // of three words
}

// wordingOf returns the words of a text: runs of letters and digits, with the
// apostrophes in them; of scripts that are written without spaces, each letter.
func wordingOf(text string) wording {
	w := split(text)
	w.runs = map[string]bool{}
	for i := 0; i+run <= len(w.words); i++ {
		w.runs[w.run(i)] = true
	}
	return w
}

// run returns the run of words that begins at the i-th.
func (w wording) run(i int) string { return strings.Join(w.words[i:i+run], " ") }

// split returns the words of a text, and which clause each is in: clauses end at
// full stops, commas, dashes and the like.
func split(text string) wording {
	var w wording
	var word strings.Builder
	clause := 0
	add := func(s string) {
		if s != "" {
			w.words, w.clause = append(w.words, s), append(w.clause, clause)
		}
	}
	end := func() {
		add(strings.Trim(word.String(), "'"))
		word.Reset()
	}
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar):
			end()
			add(string(r))
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
			word.WriteRune(unicode.ToLower(unicode.ToUpper(r)))
		case r == '\'', r == '’':
			word.WriteRune('\'')
		default:
			end()
			if strings.ContainsRune(".,;:!?…–—()。，、；：！？", r) {
				clause = len(w.words)
			}
		}
	}
	end()
	return w
}

// An overlap is what two wordings have in common.
type overlap struct {
	share float64 // of the runs of the one that has fewer, or 1 if all words are the same
	exact bool    // all words are the same
}

// compare returns what two wordings have in common, and whether that makes
// them the same or nearly so. Two that have less than leastRuns runs in common
// must be the same word for word.
func compare(a, b wording) (overlap, bool) {
	if slices.Equal(a.words, b.words) {
		return overlap{1, true}, len(a.words) >= leastWords
	}
	if len(a.runs) > len(b.runs) {
		a, b = b, a
	}
	shared := 0
	for r := range a.runs {
		if b.runs[r] {
			shared++
		}
	}
	if shared < leastRuns {
		return overlap{}, false
	}
	o := overlap{share: float64(shared) / float64(len(a.runs))}
	return o, o.share >= leastShare && sameSense(a, b)
}

// sameSense reports whether two wordings that share runs have the same
// negations and numbers: all of the shorter one's, and of the longer one's
// those where it goes with the shorter, to both ends of the clauses there.
// Where the shorter one has words before what they share, or after it, one word
// more of the longer goes with them.
func sameSense(short, long wording) bool {
	first, last := short.shared(long)
	from, to := long.shared(short)
	if first > 0 {
		from = max(from-first-1, 0)
	}
	if rest := len(short.words) - last; rest > 0 {
		to = min(to+rest+1, len(long.words))
	}
	from = long.clause[from]
	for to < len(long.words) && long.clause[to] == long.clause[to-1] {
		to++
	}
	return slices.Equal(turns(short.words), turns(long.words[from:to]))
}

// shared returns the words from the first run that another wording has too to
// the last one, as a half-open range.
func (w wording) shared(other wording) (first, end int) {
	first = -1
	for i := 0; i+run <= len(w.words); i++ {
		if other.runs[w.run(i)] {
			if first < 0 {
				first = i
			}
			end = i + run
		}
	}
	return max(first, 0), end
}

// turns returns the words that turn the sense of others, negations and numbers,
// in order of the alphabet.
func turns(words []string) []string {
	var out []string
	for _, word := range words {
		if turning[word] || strings.HasSuffix(word, "n't") || strings.ContainsFunc(word, unicode.IsDigit) {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return out
}

// turning are the negations and numbers that are looked at.
var turning = map[string]bool{
	"not": true, "no": true, "never": true, "none": true, "nobody": true, "nothing": true, "nowhere": true, "neither": true, "nor": true,
	"without": true, "cannot": true, "hardly": true, "less": true, "more": true, "half": true, "double": true, "twice": true, "once": true,
	"one": true, "two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true,
	"eleven": true, "twelve": true, "dozen": true, "dozens": true, "twenty": true, "thirty": true, "forty": true, "fifty": true,
	"hundred": true, "hundreds": true, "thousand": true, "thousands": true, "million": true, "millions": true, "billion": true, "billions": true,
}
