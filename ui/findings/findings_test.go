package findings_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"gloss/annotate"
	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/findings"
)

const story = "“We shall mend the pier,” Ada Lovell said on Monday, “and Mr Brandt\nwill pay for it.” Residents doubt that Lovell will."

// at returns where words stand in the story, the n-th time from 0.
func at(words string, n int) annotate.Span {
	off := 0
	for ; n >= 0; n-- {
		i := strings.Index(story[off:], words)
		if i < 0 {
			panic("not in the story: " + words)
		}
		off += i + len(words)
	}
	return annotate.Span{Start: off - len(words), End: off}
}

func annotations() annotate.Annotations {
	name := func(s annotate.Span) annotate.Mention { return annotate.Mention{Span: s, Kind: annotate.Name} }
	return annotate.Annotations{
		Entities: []annotate.Entity{
			{ID: "e1", Name: "Ada Lovell", Type: annotate.Person, Aliases: []string{"Lovell", "Ada Lovell"}, Mentions: []annotate.Mention{
				{Span: at("We", 0), Kind: annotate.Pronoun}, name(at("Ada Lovell", 0)), name(at("Lovell", 1)),
			}},
			{ID: "e2", Name: "Monday", Type: annotate.Date, Mentions: []annotate.Mention{name(at("Monday", 0))}},
			{ID: "e3", Name: "Mr\nBrandt", Type: annotate.Person, Mentions: []annotate.Mention{name(at("Mr Brandt", 0)), name(at("Brandt", 0))}},
		},
		Quotes: []annotate.Quote{
			{
				ID: "q1", Kind: annotate.Direct, Act: annotate.Say, Speaker: annotate.Speaker{Span: at("Ada Lovell", 0), Entity: "e1"},
				Content: []annotate.Span{at("We shall mend the pier,", 0), at("and Mr Brandt\nwill pay for it.", 0)},
			},
			{
				ID: "q2", Kind: annotate.Indirect, Act: annotate.Think, Cue: at("doubt", 0), Speaker: annotate.Speaker{Span: at("Residents", 0)},
				Content: []annotate.Span{at("that Lovell will", 0)},
			},
			{ID: "q3", Kind: annotate.Indirect, Act: annotate.Say, Content: []annotate.Span{at("Lovell will", 0)}},
		},
	}
}

func TestOf(t *testing.T) {
	src := findings.Source{Version: anchor.Hash(story), Annotator: "engine 2"}
	got := findings.Of(clean.Of(story), src, annotations())
	ada := keep.Ref{Name: "Ada Lovell", Type: "PERSON"}
	span := func(first, last annotate.Span) articles.Span { return articles.Span{Start: first.Start, End: last.End} }
	want := keep.Findings{
		Version: src.Version, Annotator: "engine 2",
		Entities: []keep.Entity{
			{Ref: ada, Aliases: []string{"Lovell"}, Mentions: 2, First: articles.Span(at("Ada Lovell", 0))},
			{Ref: keep.Ref{Name: "Mr Brandt", Type: "PERSON"}, Mentions: 2, First: articles.Span(at("Mr Brandt", 0))},
		},
		Statements: []keep.Statement{
			{
				Span: span(at("We", 0), at("pay for it.", 0)), Text: clean.Of("We shall mend the pier, … and Mr Brandt will pay for it."),
				Speaker: ada, Act: "say", Kind: "direct", About: []int{1},
			},
			{Span: articles.Span(at("that Lovell will", 0)), Text: clean.Of("that Lovell will"), Speaker: keep.Ref{Name: "Residents"}, Cue: "doubt", Act: "think", Kind: "indirect", About: []int{0}},
			{Span: articles.Span(at("Lovell will", 0)), Text: clean.Of("Lovell will"), Act: "say", Kind: "indirect", About: []int{0}},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

// A long text keeps what comes first, and long words are cut at a code point.
func TestLimits(t *testing.T) {
	text := strings.Repeat("ü", 4000) + strings.Repeat(" x", 4000)
	a := annotate.Annotations{}
	for i := range findings.MaxEntities + 7 {
		a.Entities = append(a.Entities, annotate.Entity{ID: fmt.Sprint("e", i), Name: fmt.Sprint("N", i), Type: annotate.Org, Mentions: []annotate.Mention{{Span: annotate.Span{End: 2}, Kind: annotate.Name}}})
	}
	a.Entities[0].Aliases = make([]string, 0, 100)
	for i := range 100 {
		a.Entities[0].Aliases = append(a.Entities[0].Aliases, fmt.Sprint("A", i))
	}
	a.Entities[1].Name = text
	for i := range findings.MaxStatements + 7 {
		a.Quotes = append(a.Quotes, annotate.Quote{ID: fmt.Sprint("q", i), Content: []annotate.Span{{Start: 2, End: len(text)}}})
	}
	a.Quotes[0].Speaker.Entity = fmt.Sprint("e", findings.MaxEntities+3) // not kept, but it has a name
	f := findings.Of(clean.Of(text), findings.Source{}, a)
	if len(f.Entities) != findings.MaxEntities || len(f.Statements) != findings.MaxStatements || len(f.Entities[0].Aliases) != findings.MaxAliases {
		t.Errorf("%d entities, %d statements, %d aliases", len(f.Entities), len(f.Statements), len(f.Entities[0].Aliases))
	}
	if s := f.Statements[0]; s.Span.End != len(text) || s.Text.Len() > findings.MaxText+len("…") || s.Speaker.Name == "" {
		t.Errorf("the first statement ends at %d, has %d bytes and is by %q", s.Span.End, s.Text.Len(), s.Speaker.Name)
	}
	if n := f.Entities[1].Name; len(n) > 210 || !utf8.ValidString(n) || !strings.HasSuffix(n, "ü…") {
		t.Errorf("name %q", n)
	}
}

// Whom a statement names is what a look at every mention finds.
func TestAboutAgreesWithScan(t *testing.T) {
	text := clean.Of(strings.Repeat("x", 140))
	rapid.Check(t, func(t *rapid.T) {
		span := func(label string) annotate.Span {
			start := rapid.IntRange(0, 100).Draw(t, label)
			return annotate.Span{Start: start, End: start + rapid.IntRange(1, 20).Draw(t, label+" size")}
		}
		var a annotate.Annotations
		for i := range 4 {
			e := annotate.Entity{ID: fmt.Sprint("e", i), Name: fmt.Sprint("N", i), Type: annotate.Person}
			for range rapid.IntRange(1, 4).Draw(t, "mentions") {
				e.Mentions = append(e.Mentions, annotate.Mention{Span: span("mention"), Kind: rapid.SampledFrom([]annotate.MentionKind{annotate.Name, annotate.Pronoun}).Draw(t, "kind")})
			}
			a.Entities = append(a.Entities, e)
		}
		first := span("content")
		q := annotate.Quote{Content: []annotate.Span{first, {Start: first.End, End: first.End + 3}}, Speaker: annotate.Speaker{Entity: rapid.SampledFrom([]string{"", "e0", "e2"}).Draw(t, "speaker")}}
		a.Quotes = []annotate.Quote{q}
		want := []int(nil)
		for i, e := range a.Entities {
			found := false
			for _, m := range e.Mentions {
				found = found || m.Kind == annotate.Name && (q.Content[0].Contains(m.Span) || q.Content[1].Contains(m.Span))
			}
			if found && e.ID != q.Speaker.Entity {
				want = append(want, i)
			}
		}
		if got := findings.Of(text, findings.Source{}, a).Statements[0].About; fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func ExampleOf() {
	text := clean.Of("Ada Lovell said the pier was safe.")
	f := findings.Of(text, findings.Source{Version: anchor.Hash(text.String())}, annotate.Annotations{
		Entities: []annotate.Entity{{ID: "e1", Name: "Ada Lovell", Type: annotate.Person, Mentions: []annotate.Mention{{Span: annotate.Span{End: 10}, Kind: annotate.Name}}}},
		Quotes: []annotate.Quote{{
			ID: "q1", Kind: annotate.Indirect, Act: annotate.Say,
			Content: []annotate.Span{{Start: 16, End: 33}}, Speaker: annotate.Speaker{Span: annotate.Span{End: 10}, Entity: "e1"},
		}},
	})
	s := f.Statements[0]
	fmt.Printf("%s (%s), %s: %s\n", s.Speaker.Name, s.Speaker.Type, s.Act, s.Text)
	// Output: Ada Lovell (PERSON), say: the pier was safe
}
