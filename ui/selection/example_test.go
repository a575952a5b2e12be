package selection_test

import (
	"fmt"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/ui/selection"
)

func ExampleSelection() {
	doc := &articles.Document{Text: clean.Of("The ferry sails. Nobody waits.")}
	doc.Blocks = []articles.Block{{Span: articles.Span{Start: 0, End: doc.Text.Len()}}}
	s, _ := selection.At(doc, 5, selection.Sentence)
	fmt.Println(s.Span().Of(doc.Text))
	s = s.Extend(doc, selection.Word, true) // without the full stop
	s = s.Extend(doc, selection.Word, true)
	fmt.Println(s.Span().Of(doc.Text))
	s = s.Widen(doc).Extend(doc, selection.Sentence, false)
	fmt.Println(s.Span().Of(doc.Text))
	// Output:
	// The ferry sails.
	// The ferry
	// The ferry sails. Nobody waits.
}
