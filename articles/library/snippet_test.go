package library

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"gloss/articles/clean"
)

// A snippet is short, on one line, and its marks have the words that were
// found.
func TestSnippet(t *testing.T) {
	piece := rapid.SampledFrom([]string{"harbour", "Oil", "óil", "no oil", " ", "\n\n", "\t", "“", ".", "北京", "e\u0301", "👩\u200d🚀", "\u200d", strings.Repeat("x", 150)})
	rapid.Check(t, func(t *rapid.T) {
		text := clean.Of(strings.Join(rapid.SliceOfN(piece, 0, 80).Draw(t, "text"), " ")).String()
		p := patternOf(`oil "no oil"`)
		all := p.in(text)
		at := bestOf(all)
		s, marks := snippetOf(text, at, all)
		if n := utf8.RuneCountInString(s.String()); n > snippetLength+2 || strings.ContainsAny(s.String(), "\n\t") {
			t.Fatalf("%d code points: %q", n, s)
		}
		if len(all) > 0 && len(marks) == 0 {
			t.Fatalf("nothing is marked in %q", s)
		}
		end := 0
		for _, m := range marks {
			words := ""
			for _, f := range p.in(s.Slice(m.Start, m.End).String()) {
				words += s.Slice(m.Start, m.End).String()[f.Start:f.End]
			}
			if m.Start < end || words == "" {
				t.Fatalf("%v marks %q in %q", m, s.Slice(m.Start, m.End), s)
			}
			end = m.End
		}
	})
}

// The hit is where most of the words are together.
func TestBest(t *testing.T) {
	far := strings.Repeat("and so on ", 30)
	text := "oil " + far + "coal " + far + "oil, then coal and oil " + far + "coal oil"
	at := bestOf(patternOf("coal oil").in(text))
	if got := text[at.Start:at.End]; got != "oil, then coal" {
		t.Errorf("%q", got)
	}
}
