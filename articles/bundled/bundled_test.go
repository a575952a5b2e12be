package bundled_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"gloss/articles"
	"gloss/articles/articletest"
	"gloss/articles/bundled"
	"gloss/articles/clean"
	"gloss/articles/open"
)

func read(t *testing.T) *articles.Document {
	t.Helper()
	doc, err := open.Read(context.Background(), bundled.Article(), open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := articletest.Check(doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestLength(t *testing.T) {
	if n := len(strings.Fields(read(t).Text.String())); n < 600 || n > 900 {
		t.Errorf("%d words, want 600 to 900", n)
	}
}

func TestMeta(t *testing.T) {
	meta := read(t).Meta
	want := articles.Meta{
		Title: clean.Line("In Moscow, Kerry and Putin look for common ground on Syria"), Byline: clean.Line("The Gloss desk"),
		Source: clean.Line("Gloss"), Lang: clean.Line("en-GB"), Date: time.Date(2015, 12, 15, 0, 0, 0, 0, time.UTC),
	}
	if meta != want {
		t.Errorf("got %+v", meta)
	}
}

func TestStructure(t *testing.T) {
	doc := read(t)
	var headings, items, quotations, links int
	for _, b := range doc.Blocks {
		if b.Kind == articles.Heading {
			headings++
		}
		for _, c := range b.Path {
			if c.Kind == articles.Item {
				items++
			} else {
				quotations++
			}
		}
	}
	for _, in := range doc.Inlines {
		if in.Kind == articles.Link {
			links++
		}
	}
	if headings != 5 || items != 3 || quotations != 2 || links != 2 {
		t.Errorf("%d headings, %d items, %d quoted blocks, %d links", headings, items, quotations, links)
	}
	if b := doc.Blocks[0]; b.Kind != articles.Heading || b.Span.Of(doc.Text) != doc.Meta.Title.String() {
		t.Errorf("first block %+v", b)
	}
}

func TestMembersStandInOneSentence(t *testing.T) {
	_, rest, ok := strings.Cut(read(t).Text.String(), "(ISSG) comprises ")
	sentence, _, end := strings.Cut(rest, ".")
	if !ok || !end {
		t.Fatal("no sentence with the members")
	}
	for _, member := range []string{
		"United States", "Russia", "Britain", "China", "Egypt", "France", "Germany", "Iran", "Iraq", "Italy", "Jordan", "Lebanon",
		"Oman", "Qatar", "Saudi Arabia", "Turkey", "United Arab Emirates", "United Nations", "European Union", "Arab League",
	} {
		if !strings.Contains(sentence, member) {
			t.Errorf("%s is missing", member)
		}
	}
}

func ExampleArticle() {
	doc, err := open.Read(context.Background(), bundled.Article(), open.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Meta.Title)
	// Output: In Moscow, Kerry and Putin look for common ground on Syria
}
