package library

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/clean"
)

// indexed returns the words that SQLite has of a text, in their order.
func indexed(t interface{ Fatal(...any) }, l *Library, text string) (words []string) {
	err := l.write(ctx, "index a text", func(c *change) error {
		for _, q := range []string{
			"CREATE VIRTUAL TABLE IF NOT EXISTS temp.probe USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')",
			"CREATE VIRTUAL TABLE IF NOT EXISTS temp.probe_words USING fts5vocab (temp, probe, instance)",
			"DELETE FROM probe",
		} {
			if err := c.exec(q); err != nil {
				return err
			}
		}
		if err := c.exec("INSERT INTO probe VALUES (?)", text); err != nil {
			return err
		}
		return each(c.ctx, c, "SELECT term FROM probe_words ORDER BY offset", nil, func(scan func(...any) error) error {
			var w string
			err := scan(&w)
			words = append(words, w)
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func assigned(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cf)
}

// Words are those of the index: SQLite is the oracle. It leaves Ǡ as it is, and
// does not know the letters that came after Unicode 6.1.
func TestWordsAreThoseOfTheIndex(t *testing.T) {
	l := newShelf(t)
	char := rapid.OneOf(
		rapid.RuneFrom([]rune("abZ09 .,-'’“”_éÉüßøŁñçžǅİıĳﬁΆλΣςЙйЁ中文かなاب\u0301\u0308\u0323½²Ⅷ€™\u00a0\u00ad")),
		rapid.Int32Range(0x20, 0x1df), rapid.Int32Range(0x1e2, 0x331), rapid.Int32Range(0x370, 0x37e), rapid.Int32Range(0x380, 0x527),
		rapid.Int32Range(0x1e00, 0x1eff),
	)
	rapid.Check(t, func(t *rapid.T) {
		text := clean.Of(string(rapid.SliceOfN(char.Filter(assigned), 0, 30).Draw(t, "text"))).String()
		var got []string
		eachWord(text, func(word []byte, at articles.Span) {
			got = append(got, string(word))
			if at.Len() == 0 || strings.TrimSpace(text[at.Start:at.End]) == "" {
				t.Fatalf("an empty word in %q", text)
			}
		})
		if want := indexed(t, l, text); !slices.Equal(got, want) {
			t.Fatalf("%q gives\n%q, the index has\n%q", text, got, want)
		}
	})
}

// Each letter by itself, of those above.
func TestLettersAreThoseOfTheIndex(t *testing.T) {
	l := newShelf(t)
	var b strings.Builder
	var letters []rune
	for _, of := range [][2]rune{{0x21, 0x1df}, {0x1e2, 0x24f}, {0x370, 0x37e}, {0x380, 0x527}, {0x1e00, 0x1eff}} {
		for r := of[0]; r <= of[1]; r++ {
			if assigned(r) && wordRune(r) {
				letters = append(letters, r)
				b.WriteString(string(r) + " ")
			}
		}
	}
	text := clean.Of(b.String()).String()
	var got []string
	eachWord(text, func(word []byte, _ articles.Span) { got = append(got, string(word)) })
	want := indexed(t, l, text)
	if len(got) != len(want) || len(letters) < 1000 {
		t.Fatalf("%d words of %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("word %d, near %q, is %q, in the index %q", i, letters[min(i, len(letters)-1)], got[i], want[i])
		}
	}
}

// slowly finds the places of the terms word by word.
func slowly(p pattern, text string) (all []found) {
	type word struct {
		s  string
		at articles.Span
	}
	var words []word
	eachWord(text, func(w []byte, at articles.Span) { words = append(words, word{string(w), at}) })
	for end := range words {
		for i, t := range p.terms {
			first := end - (t.last - t.first)
			fits := first >= 0
			for j := t.first; j <= t.last && fits; j++ {
				w := words[first+j-t.first].s
				fits = w == p.words[j] || t.prefix && j == t.last && strings.HasPrefix(w, p.words[j])
			}
			if fits {
				all = append(all, found{i, articles.Span{Start: words[first].at.Start, End: words[end].at.End}})
			}
		}
	}
	return all
}

func TestPatternFindsAll(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "b", "ab", "A b", `"a b"`, `"a a"`, `"a b a"`, `"b a"*`, "a*", "é", "-", `"`})
	rapid.Check(t, func(t *rapid.T) {
		p := patternOf(strings.Join(rapid.SliceOfN(word, 0, 8).Draw(t, "query"), " "))
		text := strings.Join(rapid.SliceOfN(word, 0, 40).Draw(t, "text"), " ")
		if got, want := p.in(text), slowly(p, text); !slices.Equal(got, want) {
			t.Fatalf("%v in %q: %v, want %v", p, text, got, want)
		}
	})
}
