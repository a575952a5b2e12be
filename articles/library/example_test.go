package library_test

import (
	"context"
	"fmt"
	"os"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

func ExampleOpen() {
	folder, err := os.MkdirTemp("", "shelf")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	ctx := context.Background()
	l, err := library.Open(ctx, folder, library.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer l.Close()

	text := clean.Of("The ferry left at noon.")
	a, err := l.Keep(ctx, library.Entry{Doc: &articles.Document{
		Text:   text,
		Blocks: []articles.Block{{Span: articles.Span{End: text.Len()}}},
		Meta:   articles.Meta{Title: clean.Of("Ferry"), URL: clean.Of("https://gazette.example/ferry")},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = l.PutNote(ctx, keep.Note{Article: a.ID, Kind: keep.Claim, Body: clean.Of("Ask the harbour."), Target: keep.Target{
		On: keep.OnSpan, Version: a.Version, At: anchor.Describe(text.String(), articles.Span{Start: 4, End: 9}),
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	notes, err := l.Notes(ctx, keep.NoteSelection{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range notes {
		fmt.Printf("%s, %s: %q: %s\n", a.Site, n.Kind, n.Target.At.Exact, n.Body)
	}
	// Output: gazette.example, claim: "ferry": Ask the harbour.
}
