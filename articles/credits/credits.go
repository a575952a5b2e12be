// Package credits finds what an article says about itself near its top: the
// title, who wrote it, and when.
package credits

import "gloss/articles"

// Complete fills in what the document's metadata lacks.
func Complete(doc *articles.Document) {
	for _, b := range doc.Blocks {
		if doc.Meta.Title == "" && b.Kind == articles.Heading && b.Level == 1 {
			doc.Meta.Title = doc.Text[b.Span.Start:b.Span.End]
			return
		}
	}
}
