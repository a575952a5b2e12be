package docform_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"gloss/articles"
	"gloss/articles/articletest"
	"gloss/articles/clean"
	"gloss/articles/library/docform"
	"gloss/articles/markdown"
)

// sources are documents of every kind of block and inline.
var sources = []string{
	"",
	"One *line* with a [link](https://gazette.example/a?b=c) and `code`.\n",
	"# Ferry late\n\nBy **Ada Lovell**\n\n> Quoted\n>\n> 1. first\n> 2. second\n>    - [x] done\n>    - open\n\n```go\nfunc main() {}\n```\n\n---\n\n| a | b |\n|:-:|--:|\n| 1 | é |\n| 3 |   |\n\n![a boat](boat.png)\n\n~~wrong~~ right **bold *both* bold**\n",
	"- a\n- b\n\n  c\n\n- d\n\n東京の船は遅れた。 “So”, she said.\n",
	strings.Repeat("One [link](https://gazette.example/a?b=c) of many.\n\n", 50), // long enough to be compressed
}

// documents returns what the formats make of the sources.
func documents() (docs []*articles.Document) {
	for _, s := range sources {
		docs = append(docs, markdown.Parse(s, -1))
	}
	return docs
}

func TestRoundTrip(t *testing.T) {
	for i, doc := range documents() {
		doc := *doc
		doc.Notices = []clean.Text{clean.Of("A picture was left out.")}
		doc.Meta.URL = clean.Of("https://gazette.example/ferry")
		doc.Meta.Date = time.Date(2026, 3, 4, 5, 6, 7, 0, time.FixedZone("", 2*60*60))
		form, err := docform.Encode(&doc)
		if err != nil {
			t.Fatal(err)
		}
		got, err := docform.Decode(doc.Text, form)
		if err != nil {
			t.Fatalf("document %d: %v", i, err)
		}
		if err := articletest.Check(got); err != nil {
			t.Errorf("document %d: %v", i, err)
		}
		if a, b := articletest.Dump(got), articletest.Dump(&doc); a != b {
			t.Errorf("document %d: got\n%s\nwant\n%s", i, a, b)
		}
		if !reflect.DeepEqual(got.Inlines, doc.Inlines) || fmt.Sprint(got.Blocks) != fmt.Sprint(doc.Blocks) || !got.Meta.Date.Equal(doc.Meta.Date) {
			t.Errorf("document %d is another one", i)
		}
		again, err := docform.Encode(got)
		if err != nil || !reflect.DeepEqual(again, form) {
			t.Errorf("document %d has another form the second time: %v", i, err)
		}
	}
}

func TestEncodePart(t *testing.T) {
	if _, err := docform.Encode(&articles.Document{Partial: true}); err == nil {
		t.Error("a part was taken")
	}
}

// Damaged forms and those of other texts give errors or sound documents.
func TestDecodeDamaged(t *testing.T) {
	for _, doc := range documents() {
		form, err := docform.Encode(doc)
		if err != nil {
			t.Fatal(err)
		}
		for range 300 {
			damaged := append([]byte(nil), form...)
			switch rand.IntN(3) {
			case 0:
				damaged = damaged[:rand.IntN(len(damaged))]
			case 1:
				damaged[rand.IntN(len(damaged))] ^= 1 << rand.IntN(8)
			default:
				clear(damaged[rand.IntN(len(damaged)):])
			}
			sound(t, doc.Text, damaged)
		}
		sound(t, clean.Of("ééé"), form)
	}
}

// sound checks that a form gives an error or a document as it should be.
func sound(t *testing.T, text clean.Text, form []byte) {
	t.Helper()
	doc, err := docform.Decode(text, form)
	if err != nil {
		return
	}
	if err := articletest.Check(doc); err != nil {
		t.Error(err)
	}
}

func FuzzDecode(f *testing.F) {
	for _, doc := range documents() {
		form, err := docform.Encode(doc)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(doc.Text.String(), form)
	}
	f.Fuzz(func(t *testing.T, text string, form []byte) { sound(t, clean.Of(text), form) })
}

func ExampleDecode() {
	text := clean.Of("The ferry left at noon.")
	form, err := docform.Encode(&articles.Document{
		Text:    text,
		Blocks:  []articles.Block{{Span: articles.Span{End: text.Len()}}},
		Inlines: []articles.Inline{{Kind: articles.Strong, Span: articles.Span{Start: 4, End: 9}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := docform.Decode(text, form)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Inlines[0].Span.Of(doc.Text))
	// Output: ferry
}
