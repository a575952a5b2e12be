package engine_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"gloss/annotate"
	"gloss/annotate/engine"
	"gloss/annotate/text"
)

const article = `Harbour deal is near, ministers say
Norwegian Foreign Minister Kari Holm met Danish President Lars Bech in Oslo on Monday.
“We are closer than we have ever been”, Ms Holm told reporters. “The rest is detail.”
Mr Bech said that the two countries had agreed on a plan, although he gave no date.
The North Harbour Council (NHC) comprises Norway, Denmark, the Netherlands and Trinidad and Tobago, together with the U.N.
According to the council, the work will cost $3.4 billion. “We shall not wait for Germany,” Ms. Holm added.
`

func annotated(t testing.TB, in annotate.Input) annotate.Annotations {
	t.Helper()
	a, err := engine.New().Annotate(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAnnotateArticle(t *testing.T) {
	a := annotated(t, annotate.Input{Text: article, Date: time.Date(2015, 12, 15, 0, 0, 0, 0, time.UTC)})
	byName := map[string]annotate.Entity{}
	for _, e := range a.Entities {
		byName[e.Name] = e
	}
	holm := byName["Kari Holm"]
	if holm.Type != annotate.Person || len(holm.Roles) == 0 || holm.Roles[0] != "Norwegian Foreign Minister" {
		t.Errorf("Kari Holm is %+v", holm)
	}
	if got := byName["North Harbour Council"]; got.Type != annotate.Org || !reflect.DeepEqual(got.Aliases, []string{"NHC"}) {
		t.Errorf("the council is %+v", got)
	}
	var said []string
	for _, q := range a.Quotes {
		var parts []string
		for _, s := range q.Content {
			parts = append(parts, s.Of(article))
		}
		said = append(said, q.Speaker.Span.Of(article)+": "+strings.Join(parts, " … "))
	}
	want := []string{
		"Ms Holm: “We are closer than we have ever been” … “The rest is detail.”",
		"Mr Bech: that the two countries had agreed on a plan",
		"the council: the work will cost $3.4 billion",
		"Ms. Holm: “We shall not wait for Germany,”",
	}
	if !reflect.DeepEqual(said, want) {
		t.Errorf("statements\n got %q\nwant %q", said, want)
	}
	if a.Quotes[0].Speaker.Entity != holm.ID || a.Quotes[3].Speaker.Entity != holm.ID {
		t.Errorf("speakers %+v and %+v are not %s", a.Quotes[0].Speaker, a.Quotes[3].Speaker, holm.ID)
	}
	var members []string
	for _, c := range a.Coalitions {
		if c.Basis != annotate.Stated {
			continue
		}
		for _, m := range c.Members {
			members = append(members, m.Span.Of(article))
		}
	}
	if got := strings.Join(members, "; "); got != "Norway; Denmark; Netherlands; Trinidad and Tobago; U.N." {
		t.Errorf("members %q", got)
	}
}

func TestAnnotateIsDeterministic(t *testing.T) {
	in := annotate.Input{Text: strings.Repeat(article, 3), Date: time.Date(2015, 12, 15, 0, 0, 0, 0, time.UTC)}
	shared := engine.New()
	first, err := shared.Annotate(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	results := make(chan annotate.Annotations)
	for range 4 {
		go func() {
			a, err := shared.Annotate(context.Background(), in)
			if err != nil {
				t.Error(err)
			}
			results <- a
		}()
	}
	for range 4 {
		if a := <-results; !reflect.DeepEqual(a, first) {
			t.Error("two runs differ")
		}
	}
	if !reflect.DeepEqual(annotated(t, in), first) {
		t.Error("two engines differ")
	}
}

func TestAnnotateFails(t *testing.T) {
	if _, err := engine.New().Annotate(context.Background(), annotate.Input{Text: "a\xffb"}); !errors.Is(err, text.ErrNotUTF8) {
		t.Errorf("error is %v, want %v", err, text.ErrNotUTF8)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := engine.New().Annotate(ctx, annotate.Input{Text: article}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want %v", err, context.Canceled)
	}
}

func TestVerbatimIsLeftAlone(t *testing.T) {
	in := annotate.Input{Text: "John Smith said it works.\nJane Roe said it works.", Blocks: []annotate.Block{
		{Span: annotate.Span{Start: 0, End: 25}, Kind: annotate.Verbatim},
		{Span: annotate.Span{Start: 26, End: 49}},
	}}
	a := annotated(t, in)
	if len(a.Entities) != 1 || a.Entities[0].Name != "Jane Roe" || len(a.Quotes) != 1 {
		t.Errorf("found %+v", a)
	}
}

// check reports what is wrong with the annotations of s.
func check(t *testing.T, s string, a annotate.Annotations) {
	t.Helper()
	ids := map[string]bool{"": true}
	span := func(what string, x annotate.Span) {
		if x.Empty() || x.Start < 0 || x.End > len(s) || !boundary(s, x.Start) || !boundary(s, x.End) {
			t.Errorf("%s has the span %v of %d bytes", what, x, len(s))
		}
	}
	for _, e := range a.Entities {
		ids[e.ID] = true
		if len(e.Mentions) == 0 || e.Name == "" || e.Salience < 0 || e.Salience > 1 {
			t.Errorf("entity %+v", e)
		}
		last := -1
		for _, m := range e.Mentions {
			span("mention", m.Span)
			if m.Span.Start <= last || m.Confidence < 0 || m.Confidence > 1 {
				t.Errorf("mention %+v after %d", m, last)
			}
			last = m.Span.Start
		}
	}
	for _, q := range a.Quotes {
		last := -1
		for _, c := range q.Content {
			span("content", c)
			if c.Start < last {
				t.Errorf("content %v begins before %d", c, last)
			}
			last = c.End
		}
		if !q.Cue.Empty() {
			span("cue", q.Cue)
		}
		if !q.Speaker.Span.Empty() {
			span("speaker", q.Speaker.Span)
		}
		if len(q.Content) == 0 || !ids[q.Speaker.Entity] || q.Act == "" || q.Kind == "" || q.Rule == "" {
			t.Errorf("statement %+v", q)
		}
	}
	for _, c := range a.Coalitions {
		if len(c.Members) == 0 || c.Name == "" || !ids[c.Entity] {
			t.Errorf("coalition %+v", c)
		}
		for _, m := range c.Members {
			if !ids[m.Entity] || m.Name == "" || m.Span.Empty() != (c.Basis == annotate.Known) {
				t.Errorf("member %+v", m)
			}
		}
	}
}

func boundary(s string, off int) bool { return off == len(s) || utf8.RuneStart(s[off]) }

func TestHostileTexts(t *testing.T) {
	for name, s := range map[string]string{
		"nothing":      "",
		"blank":        " \n\t\n ",
		"no space":     strings.Repeat("a", 200_000),
		"capitals":     strings.Repeat("A ", 50_000),
		"names":        strings.Repeat("John Smith ", 20_000),
		"surnames":     strings.Repeat("Anna Kim met Boris Kim. Kim ", 4_000),
		"marks":        strings.Repeat(`"`, 50_000),
		"curly marks":  strings.Repeat("“", 50_000),
		"single marks": strings.Repeat(" 'a", 50_000),
		"said":         strings.Repeat("he said, ", 30_000),
		"lists":        "The EU comprises " + strings.Repeat("France, ", 30_000),
		"hyphens":      strings.Repeat("A-", 50_000),
		"stops":        strings.Repeat("U.S.", 50_000),
		"clitics":      strings.Repeat("n't's", 30_000),
		"brackets":     strings.Repeat("(UN)", 30_000),
		"of":           strings.Repeat("Bank of ", 30_000),
		"open lines":   strings.Repeat("“a b c d e f\n", 30_000),
		"lines":        strings.Repeat("“X\n", 30_000),
		"marks on end": strings.Repeat("\u0301", 50_000),
	} {
		t.Run(name, func(t *testing.T) { check(t, s, annotated(t, annotate.Input{Text: s})) })
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add(article)
	f.Add("“A” said B. 'C' D's E’s “F")
	f.Add("members of the EU: \n- France\n- X")
	f.Add("A, B & C Inc., of the U.S.-led coalition of A and B, said")
	e := engine.New()
	f.Fuzz(func(t *testing.T, s string) {
		a, err := e.Annotate(context.Background(), annotate.Input{Text: s})
		if err != nil {
			if utf8.ValidString(s) {
				t.Fatal(err)
			}
			return
		}
		check(t, s, a)
	})
}

func benchmark(b *testing.B, s string) {
	e := engine.New()
	if _, err := e.Annotate(context.Background(), annotate.Input{Text: s}); err != nil {
		b.Fatal(err)
	}
	words := float64(len(strings.Fields(s)))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Annotate(context.Background(), annotate.Input{Text: s}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkAnnotate3KB(b *testing.B) { benchmark(b, strings.Repeat(article, 4)) }
func BenchmarkAnnotate1MB(b *testing.B) { benchmark(b, strings.Repeat(article, 1500)) }

func BenchmarkAnnotateOneLine1MB(b *testing.B) {
	benchmark(b, strings.ReplaceAll(strings.Repeat(article, 1500), "\n", " "))
}

func BenchmarkFirstSentence(b *testing.B) {
	for b.Loop() {
		if _, err := engine.New().Annotate(context.Background(), annotate.Input{Text: "Jane Roe said it works."}); err != nil {
			b.Fatal(err)
		}
	}
}
