package notebook_test

import (
	"fmt"
	"os"
	"time"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/notebook"
)

func ExampleMarkdown() {
	leaf := notebook.Leaf{
		Article: keep.Article{
			Title: clean.Line("The harvest is in"), Byline: clean.Line("Jane Roe"), Site: clean.Line("The Gazette"),
			URL: clean.Line("https://gazette.example/harvest"), Published: time.Date(2015, 12, 15, 0, 0, 0, 0, time.UTC),
		},
		Notes: []keep.Note{{
			Kind: keep.Claim, Tags: []clean.Text{clean.Line("barns")}, Body: clean.Of("Who *counted* them?"),
			Target: keep.Target{On: keep.OnSpan, At: anchor.Selector{Exact: "the barns would not hold [all] of it"}},
		}},
	}
	if err := notebook.Markdown(os.Stdout, []notebook.Leaf{leaf}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ## The harvest is in
	//
	// Jane Roe · The Gazette · 15 December 2015 · <https://gazette.example/harvest>
	//
	// - > the barns would not hold \[all\] of it
	//
	//   **claim** · tags: barns · [in the article](<https://gazette.example/harvest#:~:text=the%20barns%20would%20not%20hold%20%5Ball%5D%20of%20it>)
	//
	//   Who *counted* them?
}

func ExampleRead() {
	reading, err := notebook.Read(`{"rows": [{"id": "x1", "uri": "https://gazette.example/harvest", "text": "Who counted them?", "tags": ["barns"],
		"target": [{"selector": [{"type": "TextQuoteSelector", "exact": "would not hold", "prefix": "the barns "}]}]}]}`, notebook.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range reading.Notes {
		fmt.Printf("%s: %q, %s\n", n.Source, n.Note.Target.At.Exact, n.Note.Body)
	}
	// Output:
	// https://gazette.example/harvest: "would not hold", Who counted them?
}
