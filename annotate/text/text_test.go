package text_test

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/annotate"
	"gloss/annotate/text"
)

func parse(t testing.TB, s string) *text.Document {
	t.Helper()
	d, err := text.Parse(context.Background(), annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTokens(t *testing.T) {
	for in, want := range map[string]string{
		"He didn't say John's won.":         "He|did|n't|say|John|'s|won|.",
		"can’t we’ll they’re":               "ca|n’t|we|’ll|they|’re",
		"Mr. Smith of the U.S. and U.N.":    "Mr.|Smith|of|the|U.S.|and|U.N.",
		"J. K. Rowling's":                   "J.|K.|Rowling|'s",
		"$3.4 billion, or 1,234.5%":         "$|3.4|billion|,|or|1,234.5|%",
		"a well-known 20th-century O'Brien": "a|well|-|known|20th|-|century|O'Brien",
		"the workers’ “rights”...":          "the|workers|’|“|rights|”|...",
		"talks.The end":                     "talks|.|The|end",
		"see https://example.org/a?b=c, ok": "see|https://example.org/a?b=c|,|ok",
		"mail jane@example.org or @jane":    "mail|jane@example.org|or|@jane",
		"Amazon.com and AT&T":               "Amazon.com|and|AT&T",
		"the '90s -- ``so'' — it":           "the|'90s|--|``|so|''|—|it",
		"U.S.-led, N.J.":                    "U.S.|-|led|,|N.J.",
		"a\u00adb\u200b c":                  "a|b|c",
		"naïve Élysée 東京":                   "naïve|Élysée|東京",
	} {
		d := parse(t, in)
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Raw(i))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q\n got %s\nwant %s", in, s, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, want := range [][]string{
		{"Mr. Smith left.", "He came back."},
		{"He lives in the U.S. and works.", "The U.S.", "He said so."},
		{"“We go.”", "Then they went."},
		{"It rose 3.5 percent.", "“Why?” he asked."},
		{"They met at 5 p.m. on Monday.", "All was well!", "(It was not.)"},
		{"John F. Kennedy spoke.", "No one heard."},
	} {
		d := parse(t, strings.Join(want, " "))
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Span(s.First, s.End).Of(d.Text))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("\n got %q\nwant %q", got, want)
		}
	}
}

func TestQuotations(t *testing.T) {
	for in, want := range map[string][]string{
		`“A b,” he said. “C d.”`:              {"“A b,”", "“C d.”"},
		`"A b," he said, "c d."`:              {`"A b,"`, `"c d."`},
		"``A b,'' he said":                    {"``A b,''"},
		"''A b,'' he said":                    {"''A b,''"},
		"«A b», he said":                      {"«A b»"},
		"the workers’ rights and ‘A b’, ok":   {"‘A b’"},
		"the workers' rights, don't 'A b' so": {"'A b'"},
		"“A ‘b’ c” d":                         {"“A ‘b’ c”"},
		"“A b\nc d":                           {"“A b"},
		"“A b “C d” e":                        {"“A b", "“C d”"},
	} {
		d := parse(t, in)
		var got []string
		for _, q := range d.Quotations {
			got = append(got, d.Span(q.First, q.End).Of(in))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestParseTakesOnlyValidBlocks(t *testing.T) {
	span := func(a, b int) annotate.Block { return annotate.Block{Span: annotate.Span{Start: a, End: b}} }
	in := annotate.Input{Text: "aä b c", Blocks: []annotate.Block{span(0, 2), span(0, 3), span(1, 4), span(4, 99), span(4, 5)}}
	d, err := text.Parse(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	if want := []annotate.Block{span(0, 3), span(4, 5)}; !reflect.DeepEqual(d.Blocks, want) {
		t.Errorf("blocks %v, want %v", d.Blocks, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Mr. O’Brien's “U.S.-led” 3.4% n't ''x'' https://a.b @c")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := text.Parse(context.Background(), annotate.Input{Text: s})
		if err != nil {
			if utf8.ValidString(s) {
				t.Fatal(err)
			}
			return
		}
		last := 0
		for i, tok := range d.Tokens {
			if int(tok.Start) < last || tok.Start >= tok.End || !utf8.ValidString(d.Raw(i)) {
				t.Fatalf("token %d is %+v after %d", i, tok, last)
			}
			if strings.TrimFunc(d.Text[last:tok.Start], func(r rune) bool { return !letter(r) }) != "" {
				t.Fatalf("letters lost before token %d: %q", i, d.Text[last:tok.Start])
			}
			last = int(tok.End)
		}
		next := 0
		for _, s := range d.Sentences {
			if s.First != next || s.End <= s.First {
				t.Fatalf("sentence %+v after token %d", s, next)
			}
			next = s.End
		}
		if next != len(d.Tokens) {
			t.Fatalf("sentences end at token %d of %d", next, len(d.Tokens))
		}
		next = 0
		for _, q := range d.Quotations {
			if q.First < next || q.End <= q.First || q.End > len(d.Tokens) {
				t.Fatalf("quotation %+v after token %d", q, next)
			}
			next = q.End
		}
	})
}

func letter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

func BenchmarkParse(b *testing.B) {
	s := strings.Repeat("Mr. Smith, who didn't go, said “the U.S.-led talks had failed.” It cost $3.4 billion. ", 1000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		parse(b, s)
	}
}
