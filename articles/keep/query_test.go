package keep_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gloss/articles/keep"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func TestParseQuery(t *testing.T) {
	for _, c := range []struct {
		in   string
		want keep.Query
	}{
		{"", keep.Query{}},
		{`  ferry  "two boats" har* `, keep.Query{Words: `ferry "two boats" har*`}},
		{`speaker:"Ada  Lovell" entity:wfu site:x.example tag:y`, keep.Query{Speaker: "Ada Lovell", Entity: "wfu", Site: "x.example", Tag: "y"}},
		{"Speaker:Lovell boats", keep.Query{Speaker: "Lovell", Words: "boats"}},
		{"speaker:ada speaker:lovell", keep.Query{Speaker: "ada lovell"}},
		{"before:2026-03 after:2026-01-15", keep.Query{Before: day(2026, 3, 1), After: day(2026, 1, 15)}},
		{"after:2026 after:2025", keep.Query{After: day(2026, 1, 1)}},
		{"before:2025 before:2026", keep.Query{Before: day(2025, 1, 1)}},

		// What is no field is words.
		{"before:soon", keep.Query{Words: "before:soon"}},
		{"before:2026-02-30 x", keep.Query{Words: "before:2026-02-30 x"}},
		{"before:0001-01-01", keep.Query{Words: "before:0001-01-01"}},
		{`before:"long ago"`, keep.Query{Words: `before: "long ago"`}},
		{"colour:red https://x.example/", keep.Query{Words: "colour:red https://x.example/"}},
		{`speaker: ada`, keep.Query{Words: "speaker: ada"}},
		{`speaker:"" ada`, keep.Query{Words: "speaker: ada"}},
		{`"speaker:ada"`, keep.Query{Words: `"speaker:ada"`}},

		{`"open phrase`, keep.Query{Words: `"open phrase"`}},
		{`speaker:"open name`, keep.Query{Speaker: "open name"}},
		{`"a b"* "" "`, keep.Query{Words: `"a b"*`}},
		{`x"y z"`, keep.Query{Words: `x "y z"`}},
		{"a\x80b", keep.Query{Words: "a\uFFFDb"}},
	} {
		if got := keep.ParseQuery(c.in); got != c.want {
			t.Errorf("%q gives %+v", c.in, got)
		}
	}
}

func TestTerms(t *testing.T) {
	got := keep.Terms(`ferry "two  boats" har* "a b"* * ""`)
	want := []keep.Term{{Text: "ferry"}, {Text: "two boats"}, {Text: "har", Prefix: true}, {Text: "a b", Prefix: true}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}

func again(t interface{ Fatalf(string, ...any) }, s string) {
	q := keep.ParseQuery(s)
	if back := keep.ParseQuery(q.String()); back != q {
		t.Fatalf("%q gives %+v, and from %q %+v", s, q, q.String(), back)
	}
}

func TestQueryRoundTrip(t *testing.T) {
	piece := rapid.SampledFrom([]string{`"`, " ", "*", ":", "speaker:", "Entity:", "site:", "tag:", "before:", "after:",
		"2026", "-03", "-15", "ada", "\u00a0", "\x80", "é", "0001-01-01"})
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for _, p := range rapid.SliceOf(piece).Draw(t, "pieces") {
			s += p
		}
		again(t, s)
	})
}

func FuzzParseQuery(f *testing.F) {
	f.Add(`speaker:"Ada Lovell" before:2026-03 words "a phrase" prefix*`)
	f.Add("before:\"x\" speaker:\"\" \"\"*")
	f.Fuzz(func(t *testing.T, s string) { again(t, s) })
}

func ExampleParseQuery() {
	q := keep.ParseQuery(`harbour speaker:"Ada Lovell" after:2026-03`)
	fmt.Println(q.Speaker, q.Words, q.After.Format(time.DateOnly))
	fmt.Println(q)
	// Output:
	// Ada Lovell harbour 2026-03-01
	// speaker:"Ada Lovell" after:2026-03-01 harbour
}
