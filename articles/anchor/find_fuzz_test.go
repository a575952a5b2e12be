package anchor_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/anchor"
)

// Whatever the selector and the text, what is found is in the text, between
// code points, the same each time, and Exact only with the very words. What is
// described is found again in the same text.
func FuzzFind(f *testing.F) {
	f.Add("The mayor said it would open.", "it would open", "The mayor said ", ".", 15, 28)
	f.Add("a“b”—c\u00a0d\u00ade…", "\"b\"-c de...", "a", "", 1, 5)
	f.Add(strings.Repeat("ab ", 200), "ab ab ab ab ab ab ab ab ab ab", "ab ", " ab", 3, 30)
	f.Add(strings.Repeat("é\xff\x00", 90), strings.Repeat("é\xff\x00", 80), "\xff", "\x80", -4, 1<<40)
	f.Fuzz(func(t *testing.T, text, words, prefix, suffix string, start, end int) {
		s := anchor.Selector{Exact: words, Prefix: prefix, Suffix: suffix, Start: start, End: end}
		p := anchor.Prepare(text)
		m := p.Find(s)
		if again := anchor.Prepare(text).Find(s); again != m {
			t.Fatalf("%+v, then %+v", m, again)
		}
		check(t, text, s, m)

		d := p.Describe(articles.Span{Start: start, End: end})
		if d.Start < 0 || d.End > len(text) || d.Start > d.End || text[d.Start:d.End] != d.Exact ||
			!strings.HasSuffix(text[:d.Start], d.Prefix) || !strings.HasPrefix(text[d.End:], d.Suffix) {
			t.Fatalf("described %+v", d)
		}
		m = p.Find(d)
		check(t, text, d, m)
		if utf8.ValidString(text) && d.Exact != "" && (m.State != anchor.Exact || m.Span.Start != d.Start || m.Span.End != d.End) {
			t.Fatalf("described %+v, found %+v", d, m)
		}
	})
}

func check(t *testing.T, text string, s anchor.Selector, m anchor.Match) {
	t.Helper()
	span := m.Span
	if m.State == anchor.Orphan {
		if m != (anchor.Match{}) {
			t.Fatalf("an orphan with %+v", m)
		}
		return
	}
	if span.Start < 0 || span.Start >= span.End || span.End > len(text) || !(m.Score > 0 && m.Score <= 1) {
		t.Fatalf("%+v in %d bytes", m, len(text))
	}
	if !utf8.ValidString(text) {
		return // what a boundary is, is not defined
	}
	if !utf8.ValidString(text[span.Start:span.End]) {
		t.Fatalf("%+v is not between code points", m)
	}
	if plain := func(s string) string { return strings.Trim(anchor.Compared(s), " ") }; m.State == anchor.Exact && plain(text[span.Start:span.End]) != plain(s.Exact) {
		t.Fatalf("%q is not %q", text[span.Start:span.End], s.Exact)
	}
}
