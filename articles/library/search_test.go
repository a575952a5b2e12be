package library

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// ctx is that of tests.
var ctx = context.Background()

// begun is when a test's shelf thinks that it is.
var begun = time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)

// newShelf opens a shelf whose clock goes on by a minute at each look.
func newShelf(t testing.TB) *Library {
	t.Helper()
	now := begun
	l, err := Open(ctx, t.TempDir(), Options{Now: func() time.Time { now = now.Add(time.Minute); return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// put keeps an article made of a title and a text.
func put(t testing.TB, l *Library, title, text string, more ...func(*articles.Meta)) keep.Article {
	t.Helper()
	doc := &articles.Document{Text: clean.Of(text), Blocks: []articles.Block{{Span: articles.Span{End: len(text)}}}}
	doc.Meta.Title = clean.Line(title)
	doc.Meta.URL = clean.Line("https://" + strings.ReplaceAll(strings.ToLower(title), " ", "-") + ".example/")
	for _, f := range more {
		f(&doc.Meta)
	}
	a, err := l.Keep(ctx, Entry{Doc: doc})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func on(d time.Time) func(*articles.Meta) { return func(m *articles.Meta) { m.Date = d } }

// person returns an entity that stands at its first mention in a text.
func person(text, name string, aliases ...string) keep.Entity {
	at := strings.Index(text, name)
	return keep.Entity{Ref: keep.Ref{Name: name, Type: "PERSON"}, Aliases: aliases, Mentions: 1, First: articles.Span{Start: max(at, 0), End: max(at, 0) + len(name)}}
}

// said returns a statement whose content stands in a text.
func said(text, who, what string, about ...int) keep.Statement {
	at := max(strings.Index(text, what), 0)
	return keep.Statement{Span: articles.Span{Start: at, End: at + len(what)}, Text: clean.Of(what), Speaker: keep.Ref{Name: who, Type: "PERSON"}, Cue: "said", Act: "say", Kind: "direct", About: about}
}

func setFindings(t testing.TB, l *Library, a keep.Article, f keep.Findings) {
	t.Helper()
	f.Version = a.Version
	if err := l.SetFindings(ctx, a.ID, f); err != nil {
		t.Fatal(err)
	}
}

const (
	ferryText = "The ferry to Norhaven stopped.\n\n“We had no oil,” said Ada Lovell, the harbour master. Émile Brandt owns the ferry."
	dykeText  = "A dyke broke near Norhaven. Nobody took the ferry. The harbour stayed open, the ferry did not."
)

// twoArticles makes a shelf of two articles with what was found in them.
func twoArticles(t testing.TB) (l *Library, ferry, dyke keep.Article) {
	l = newShelf(t)
	ferry = put(t, l, "No oil for the ferry", ferryText, on(begun.AddDate(0, -1, 0)), func(m *articles.Meta) { m.Byline = clean.Line("Ines Quist") })
	dyke = put(t, l, "Dyke broken", dykeText, on(begun))
	setFindings(t, l, ferry, keep.Findings{
		Entities:   []keep.Entity{person(ferryText, "Norhaven"), person(ferryText, "Ada Lovell", "Lovell"), person(ferryText, "Émile Brandt")},
		Statements: []keep.Statement{said(ferryText, "Ada Lovell", "We had no oil")},
	})
	setFindings(t, l, dyke, keep.Findings{Entities: []keep.Entity{person(dykeText, "Norhaven")}})
	return l, ferry, dyke
}

// show writes hits a line each, with their marks in brackets and the place in
// the text after it.
func show(hits []keep.Hit, texts map[keep.ArticleID]string) string {
	names := []string{keep.InTitle: "title", keep.InBody: "body", keep.InNote: "note", keep.InStatement: "statement"}
	var b strings.Builder
	for _, h := range hits {
		s := h.Snippet.String()
		for _, m := range slices.Backward(h.Marks) {
			s = s[:m.Start] + "[" + s[m.Start:m.End] + "]" + s[m.End:]
		}
		fmt.Fprintf(&b, "%d %s: %s", h.Article.ID, names[h.Where], s)
		if h.Span.Len() > 0 {
			fmt.Fprintf(&b, " = %s", texts[h.Article.ID][h.Span.Start:h.Span.End])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestSearch(t *testing.T) {
	l, ferry, dyke := twoArticles(t)
	if err := l.SetTags(ctx, dyke.ID, []clean.Text{clean.Line("flood")}); err != nil {
		t.Fatal(err)
	}
	note := keep.Note{Article: ferry.ID, Body: clean.Of("Ask who sells\noil here."), Tags: []clean.Text{clean.Line("energy")}}
	note.Target = keep.Target{On: keep.OnSpan, At: anchor.Selector{Exact: "no oil", Start: 42, End: 48}, Version: ferry.Version}
	if _, err := l.PutNote(ctx, note); err != nil {
		t.Fatal(err)
	}
	const (
		oilTitle = "1 title: No [oil] for the ferry\n"
		oilNote  = "1 note: Ask who sells [oil] here. = no oil\n"
		oilSaid  = "1 statement: We had no [oil] = We had no oil\n"
		oilBody  = "1 body: The ferry to Norhaven stopped. “We had no [oil],” said Ada Lovell, the harbour master. Émile Brandt owns the ferry. = oil\n"
	)
	for _, c := range []struct{ query, want string }{
		{"oil", oilTitle + oilNote + oilSaid + oilBody},
		{"OIL after:2026-04-30", ""},
		{"oil before:2026-04-30 site:no-oil-for-the-ferry.example", oilTitle + oilNote + oilSaid + oilBody},
		{"oil site:elsewhere.example", ""},
		{"oil tag:Energy", oilNote},
		{"oil entity:brandt", oilTitle + oilNote + oilSaid + oilBody},
		{"oil entity:quist", ""},
		{`"no oil"`, "1 title: [No oil] for the ferry\n1 note: [no oil] = no oil\n1 statement: We had [no oil] = We had no oil\n" +
			"1 body: The ferry to Norhaven stopped. “We had [no oil],” said Ada Lovell, the harbour master. Émile Brandt owns the ferry. = no oil\n"},
		{"stay*", "2 body: A dyke broke near Norhaven. Nobody took the ferry. The harbour [stayed] open, the ferry did not. = stayed\n"},
		{"stay", ""},
		{"quist", "1 title: No oil for the ferry · Ines [Quist]\n"},
		{"emile", "1 body: The ferry to Norhaven stopped. “We had no oil,” said Ada Lovell, the harbour master. [Émile] Brandt owns the ferry. = Émile\n"},
		{"speaker:lovell", "1 statement: We had no oil = We had no oil\n"},
		{"speaker:lovell oil", oilSaid},
		{"speaker:lovell ferry", ""},
		{"speaker:brandt", ""},
		{"lovell oil", oilSaid + "1 body: The ferry to Norhaven stopped. “We had no [oil],” said Ada [Lovell], the harbour master. Émile Brandt owns the ferry. = oil,” said Ada Lovell\n"},
		{"entity:norhaven", "2 body: A dyke broke near [Norhaven]. Nobody took the ferry. The harbour stayed open, the ferry did not. = Norhaven\n" +
			"1 body: The ferry to [Norhaven] stopped. “We had no oil,” said Ada Lovell, the harbour master. Émile Brandt owns the ferry. = Norhaven\n"},
		{"tag:flood", "2 title: Dyke broken\n"},
		{"tag:energy", "1 note: Ask who sells oil here. = no oil\n"},
		{"after:2026-05", "2 title: Dyke broken\n"},
		{"", ""},
		{"... !", ""},
		{"oil speaker:!", ""},
	} {
		hits, err := l.Search(ctx, keep.ParseQuery(c.query), 0, 0)
		if err != nil {
			t.Errorf("%q: %v", c.query, err)
		}
		if got := show(hits, map[keep.ArticleID]string{1: ferryText, 2: dykeText}); got != c.want {
			t.Errorf("%q finds\n%swant\n%s", c.query, got, c.want)
		}
	}

	// Pages of hits are parts of all.
	all, _ := l.Search(ctx, keep.ParseQuery("oil"), 0, 0)
	for offset := range len(all) + 2 {
		for limit := 1; limit < 4; limit++ {
			got, err := l.Search(ctx, keep.ParseQuery("oil"), limit, offset)
			want := all[min(offset, len(all)):min(offset+limit, len(all))]
			if err != nil || show(got, map[keep.ArticleID]string{1: ferryText}) != show(want, map[keep.ArticleID]string{1: ferryText}) {
				t.Errorf("%d from %d: %d hits, %v", limit, offset, len(got), err)
			}
		}
	}
}

// The index follows each way of writing.
func TestIndexFollows(t *testing.T) {
	l, ferry, _ := twoArticles(t)
	count := func(query string) int {
		t.Helper()
		hits, err := l.Search(ctx, keep.ParseQuery(query), 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		return len(hits)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	want := func(query string, n int) {
		t.Helper()
		if got := count(query); got != n {
			t.Errorf("%q: %d hits, want %d", query, got, n)
		}
	}
	note, err := l.PutNote(ctx, keep.Note{Article: ferry.ID, Body: clean.Of("first draft")})
	must(err)
	want("draft", 1)
	note.Body = clean.Of("second thoughts")
	note, err = l.PutNote(ctx, note)
	must(err)
	want("draft", 0)
	want("thoughts", 1)
	must(l.RemoveNote(ctx, note.ID))
	want("thoughts", 0)
	must(l.RestoreNote(ctx, note.ID))
	want("thoughts", 1)

	want("lovell", 2) // a statement and the body
	setFindings(t, l, ferry, keep.Findings{})
	want("lovell", 1)
	want("speaker:lovell", 0)
	want("entity:lovell", 0)

	must(l.Remove(ctx, ferry.ID))
	want("oil", 0)
	want("thoughts", 0)
	must(l.Restore(ctx, ferry.ID))
	want("oil", 2)

	put(t, l, "No oil for the ferry", "Now there is coal.", func(m *articles.Meta) { m.Title = clean.Line("Coal") })
	want("oil", 0)
	want("coal", 2) // the title too

	put(t, l, "x", "Now there is coal.", func(m *articles.Meta) { m.URL, m.Title = ferry.URL, clean.Line("Peat") })
	want("peat", 1)
	want("coal", 1)
}

// The index has no errors after rows were replaced.
func TestIndexIsSound(t *testing.T) {
	l, ferry, _ := twoArticles(t)
	for range 3 {
		setFindings(t, l, ferry, keep.Findings{Entities: []keep.Entity{person(ferryText, "Norhaven")}})
	}
	err := l.write(ctx, "look at the index", func(c *change) error {
		for _, name := range []string{"title", "body", "note", "entity", "statement"} {
			if err := c.exec("INSERT INTO find_" + name + " (find_" + name + ") VALUES ('integrity-check')"); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// Nothing that is typed is an error.
func FuzzSearch(f *testing.F) {
	l, _, _ := twoArticles(f)
	for _, s := range []string{"oil", `"`, `a" OR "b`, "NEAR(a b)", "{title} : x", "-a ^b +c (d", "speaker:' entity:\" tag:% site:_", "\x00", "*", "a*b*", "ÀÉ", strings.Repeat("a ", 99)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, q := range []keep.Query{keep.ParseQuery(s), {Words: s, Entity: s}, {Speaker: s, Words: s, Site: s, Tag: s}} {
			hits, err := l.Search(ctx, q, 10, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range hits {
				for _, m := range h.Marks {
					_ = h.Snippet.Slice(m.Start, m.End)
				}
			}
		}
	})
}

func ExampleLibrary_Search() {
	folder, err := os.MkdirTemp("", "shelf")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	l, err := Open(context.Background(), folder, Options{})
	if err != nil {
		panic(err)
	}
	defer l.Close()
	doc := &articles.Document{Text: clean.Of("The ferry to Norhaven stopped: it had no oil.")}
	doc.Meta.Title = clean.Line("A quiet harbour")
	if _, err := l.Keep(context.Background(), Entry{Doc: doc}); err != nil {
		panic(err)
	}
	hits, err := l.Search(context.Background(), keep.ParseQuery(`oil ferr*`), 10, 0)
	for _, h := range hits {
		fmt.Println(h.Article.Title, h.Span, h.Snippet)
	}
	fmt.Println(err)
	// Output:
	// A quiet harbour {4 44} The ferry to Norhaven stopped: it had no oil.
	// <nil>
}
