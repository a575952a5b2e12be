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
// by turns all small, all capitals, and with some lines as headlines have them.
func withCases(texts []Text, every int, seed uint64) []Text {
	if every <= 0 {
		return texts
	}
	rng := rand.New(rand.NewPCG(seed, 11))
	out := slices.Clip(texts)
	for _, t := range texts {
		if rng.IntN(every) != 0 {
			continue
		}
		switch rng.IntN(3) {
		case 0:
			out = append(out, recased(t, func(string) caser { return small }))
		case 1:
			out = append(out, recased(t, func(string) caser {
				if rng.IntN(3) == 0 {
					return capitals
				}
				return nil
			}))
		default:
			out = append(out, recased(t, func(string) caser {
				if rng.IntN(3) == 0 {
					return headline
				}
				return nil
			}))
		}
	}
	return out
}

// A caser returns a code point in its capitals, given the one before.
type caser func(r, before rune) rune

func small(r, _ rune) rune    { return unicode.ToLower(r) }
func capitals(r, _ rune) rune { return unicode.ToUpper(r) }

func headline(r, before rune) rune {
	if unicode.IsLetter(before) || before == '\'' || before == '’' {
		return r
	}
	return unicode.ToUpper(r)
}

// recased returns the text with the capitals that choose gives to each line.
// Code points are changed one for one, so that names are found again.
func recased(t Text, choose func(line string) caser) Text {
	var b strings.Builder
	where := make(map[int]int, 2*len(t.Names)) // bytes in the old text to bytes in the new
	for _, n := range t.Names {
		where[n.Start], where[n.End] = 0, 0
	}
	off := 0
	for line := range strings.Lines(t.Text) {
		c := choose(line)
		before := rune(' ')
		for i, r := range line {
			if _, ok := where[off+i]; ok {
				where[off+i] = b.Len()
			}
			if c != nil {
				if x := c(r, before); x != utf8.RuneError {
					before, r = r, x
				}
			}
			b.WriteRune(r)
		}
		off += len(line)
	}
	if _, ok := where[off]; ok {
		where[off] = b.Len()
	}
	out := Text{ID: t.ID, Text: b.String()}
	for _, n := range t.Names {
		out.Names = append(out.Names, Span{annotate.Span{Start: where[n.Start], End: where[n.End]}, n.Type})
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
