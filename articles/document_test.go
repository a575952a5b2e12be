package articles_test

import (
	"fmt"

	"gloss/articles"
	"gloss/articles/clean"
)

func ExampleDocument() {
	doc := articles.Document{
		Text: clean.Of("Talks\n\nMr Lavrov spoke."),
		Blocks: []articles.Block{
			{Kind: articles.Heading, Level: 1, Span: articles.Span{Start: 0, End: 5}},
			{Kind: articles.Paragraph, Span: articles.Span{Start: 7, End: 23}},
		},
		Inlines: []articles.Inline{{Kind: articles.Emphasis, Span: articles.Span{Start: 10, End: 16}}},
	}
	for _, b := range doc.Blocks {
		fmt.Println(b.Span.Len(), b.Span.Of(doc.Text))
	}
	// Output:
	// 5 Talks
	// 16 Mr Lavrov spoke.
}
