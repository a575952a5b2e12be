package train

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/annotate"
)

// withCases adds to the texts copies in other capitals of one in every so many:
// some all in small letters, in the others half of the short lines as headlines
// have them or all in capitals. From the other lines of a copy nothing is
// learned a second time.
func withCases(texts []Text, every int, seed uint64) []Text {
	if every <= 0 {
		return texts
	}
	rng := rand.New(rand.NewPCG(seed, 11))
	out := slices.Clip(texts)
	for _, t := range texts {
		if len(t.Unsure) > 0 || rng.IntN(every) != 0 {
			continue
		}
		if rng.IntN(4) == 0 {
			out = append(out, recased(t, func(string) caser { return small }))
			continue
		}
		out = append(out, recased(t, func(line string) caser {
			if len(line) > longestHeadline {
				return nil
			}
			return [...]caser{headline, capitals, nil, nil}[rng.IntN(4)]
		}))
	}
	return out
}

// longestHeadline is how many bytes a line may have that is made a headline.
const longestHeadline = 160

// A caser changes the capitals of a line, code point for code point.
type caser func(line string) string

func small(line string) string { return strings.Map(unicode.ToLower, line) }

func capitals(line string) string { return strings.Map(unicode.ToUpper, unstopped(line)) }

// headline gives a capital to each word but the little ones.
func headline(line string) string {
	var b strings.Builder
	word := false
	line = unstopped(line)
	for off, r := range line {
		if !word && unicode.IsLetter(r) && (off == 0 || !little(line[off:])) {
			r = unicode.ToUpper(r)
		}
		word = unicode.IsLetter(r) || r == '\'' || r == '’'
		b.WriteRune(r)
	}
	return b.String()
}

// unstopped returns the line with a blank for the full stop at its end.
func unstopped(line string) string {
	rest := strings.TrimRight(line, "\r\n ")
	if !strings.HasSuffix(rest, ".") {
		return line
	}
	return rest[:len(rest)-1] + " " + line[len(rest):]
}

// little reports whether s begins with a word that stays small in headlines.
func little(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	switch word {
	case "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as", "s", "v", "vs", "over", "into":
		return true
	}
	return false
}

// recased returns the text with each line as the caser that choose gives for it
// makes it. Lines without one are marked as unsure.
func recased(t Text, choose func(line string) caser) Text {
	var b strings.Builder
	where := make(map[int]int, 2*len(t.Names)) // bytes in the old text to bytes in the new
	for _, n := range t.Names {
		where[n.Start], where[n.End] = 0, 0
	}
	out := Text{ID: t.ID}
	off := 0
	for line := range strings.Lines(t.Text) {
		changed, start := line, b.Len()
		if c := choose(line); c != nil {
			changed = c(line)
		} else {
			out.Unsure = append(out.Unsure, annotate.Span{Start: start, End: start + len(line)})
		}
		at := start
		for i := range line {
			if _, ok := where[off+i]; ok {
				where[off+i] = at
			}
			_, size := utf8.DecodeRuneInString(changed[at-start:])
			at += size
		}
		b.WriteString(changed)
		off += len(line)
	}
	if _, ok := where[off]; ok {
		where[off] = b.Len()
	}
	out.Text = b.String()
	for _, n := range t.Names {
		out.Names = append(out.Names, Span{annotate.Span{Start: where[n.Start], End: where[n.End]}, n.Type})
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
