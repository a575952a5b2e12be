package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWords is how many words of a text are remembered to judge hyphens.
const maxWords = 200_000

// words counts the words of a text as they stand inside its lines, in small
// letters: those with hyphens too.
type words map[string]int

// read counts the words of a line but those at its ends that may be parts of
// words.
func (w words) read(line string) {
	fields := strings.Fields(line)
	for i, f := range fields {
		word := strings.ToLower(strings.TrimFunc(f, notLetter))
		if word == "" || i == 0 || i == len(fields)-1 && strings.HasSuffix(f, "-") {
			continue
		}
		if _, ok := w[word]; ok || len(w) < maxWords {
			w[word]++
		}
	}
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// joint is how two lines are joined.
type joint uint8

const (
	spaced  joint = iota // a space between them
	closed               // nothing between them
	dropped              // the hyphen at the end of the first is dropped
)

// jointOf tells how a line goes on with the next one: a word that was parted
// is made whole, but the hyphen of a compound stays.
func (w words) jointOf(line, next string) joint {
	end, size := utf8.DecodeLastRuneInString(line)
	start, _ := utf8.DecodeRuneInString(next)
	switch {
	case end == '\u00ad':
		return dropped
	case end == '—', end == '/' && strings.Contains(line[strings.LastIndexByte(line, ' ')+1:], "://"):
		return closed
	case eastAsian(end) && eastAsian(start):
		return closed
	case end != '-' && end != '\u2010':
		return spaced
	}
	left := line[strings.LastIndexByte(line, ' ')+1 : len(line)-size]
	right, _, _ := strings.Cut(next, " ")
	right = strings.TrimRightFunc(right, notLetter)
	if left == "" || !unicode.IsLetter(start) && !unicode.IsDigit(start) {
		return spaced // a dash, or the sign of a minus
	}
	if hanging(right) {
		return spaced // "pre- and post-war"
	}
	if w.isCompound(strings.TrimLeftFunc(left, notLetter), right) {
		return closed
	}
	return dropped
}

// hanging tells whether a word follows a hyphen that stands for the rest of a
// compound.
func hanging(right string) bool {
	return right == "and" || right == "or" || right == "to" || right == "und"
}

// isCompound tells whether the hyphen between two parts of a word is part of
// it. The text itself is asked first: how it writes the word elsewhere.
func (w words) isCompound(left, right string) bool {
	start, _ := utf8.DecodeRuneInString(right)
	end, _ := utf8.DecodeLastRuneInString(left)
	if !unicode.IsLower(start) || !unicode.IsLower(end) || strings.ContainsAny(left, "-\u2010@/") {
		// "Anglo-American", "2015-2016", "COVID-related", "state-of-the-art"
		return true
	}
	l, r := strings.ToLower(left), strings.ToLower(right)
	whole, hyphened := w[l+r], w[l+"-"+r]+w[l+"\u2010"+r]
	if whole != hyphened {
		return hyphened > whole
	}
	rest, _, _ := strings.Cut(r, "-")
	switch {
	case compoundLeft[l] && len(rest) > 3 && !suffix[rest]:
		return true
	case compoundRight[rest] && len(l) > 3, l == "so" && rest == "called":
		return true
	}
	return len(l) > 3 && len(rest) > 3 && w[l] > 1 && w[rest] > 1
}

// compoundLeft are words that are seldom the first part of a word that is
// parted, but often of a compound with a hyphen. "Part" and "state" are not
// among them: "part-ner", "state-ment".
var compoundLeft = set("eight", "five", "four", "nine", "self", "seven", "three", "twenty", "two", "well")

// suffix are second parts that make whole words with those.
var suffix = set("fold", "hood", "less", "ness", "score", "some", "teen")

// compoundRight are words that are often the second part of a compound with a
// hyphen, and seldom that of a word that is parted. "Time" and "born" are not
// among them: "mari-time", "stub-born".
var compoundRight = set("based", "built", "called", "century", "class", "controlled", "dominated", "driven", "friendly",
	"funded", "general", "known", "level", "linked", "making", "minded", "minister", "month", "owned", "range", "ranging",
	"related", "scale", "speaking", "term", "war", "week", "wing", "year")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// eastAsian tells whether r is of a script that sets no spaces between words.
func eastAsian(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60
}
