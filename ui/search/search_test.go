package search

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"gloss/articles"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        []string
	}{
		{"Kerry met kerry", "kerry", []string{"Kerry", "kerry"}},
		{"Kerry met kerry", "Kerry", []string{"Kerry"}},
		{"the Islamic\nState", "islamic state", []string{"Islamic\nState"}},
		{"he’s “in”", "he's \"in\"", []string{"he’s “in”"}},
		{"ŽIŽEK, Žižek", "žižek", []string{"ŽIŽEK", "Žižek"}},
		{"aaaa", "aa", []string{"aa", "aa"}},
		{"text", "", nil},
		{"text", "   ", nil},
		{"non–interference", "non-interference", []string{"non–interference"}},
		{"ſecret Secret", "secret", []string{"Secret"}},
	} {
		var got []string
		for _, h := range Find(context.Background(), c.text, c.query) {
			got = append(got, c.text[h.Start:h.End])
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("Find(%q, %q) = %q, want %q", c.text, c.query, got, c.want)
		}
	}
}

// slow is Find without its short cuts.
func slow(text, query string) []articles.Span {
	p := compile(query)
	var hits []articles.Span
	for off := 0; off < len(text) && len(p.runes) > 0; {
		if end, ok := p.match(text, off); ok {
			hits = append(hits, articles.Span{Start: off, End: end})
			off = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[off:])
		off += n
	}
	return hits
}

func TestFindAgreesWithSlow(t *testing.T) {
	letters := rapid.StringOf(rapid.SampledFrom([]rune("aAbBsSkK '’\n-–é")))
	rapid.Check(t, func(t *rapid.T) {
		text, query := letters.Draw(t, "text"), letters.Draw(t, "query")
		if got, want := Find(context.Background(), text, query), slow(text, query); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("Kerry’s talks", "kerry's")
	f.Fuzz(func(t *testing.T, text, query string) {
		last := 0
		for _, h := range Find(context.Background(), text, query) {
			if h.Start < last || h.End <= h.Start || h.End > len(text) {
				t.Fatalf("hit %v after %d in %d bytes", h, last, len(text))
			}
			last = h.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Nobody had expected the ministers to speak of the weather. ", 20_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(context.Background(), text, "zyzzyva")
	}
}

func ExampleFind() {
	text := "Mr Kerry said Kerry’s trip"
	for _, h := range Find(context.Background(), text, "kerry") {
		fmt.Println(h.Start, h.End)
	}
	// Output:
	// 3 8
	// 14 19
}
