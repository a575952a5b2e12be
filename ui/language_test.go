package ui

import (
	"testing"

	"gloss/articles"
	"gloss/articles/clean"
)

func TestOtherLanguagesAreNamed(t *testing.T) {
	german := "Der Minister sagte am Montag, dass die Gespräche noch nicht zu Ende sind und dass es auch für ihn nicht einfach ist."
	doc := &articles.Document{Text: clean.Of(german), Blocks: []articles.Block{{Kind: articles.Paragraph, Span: articles.Span{Start: 0, End: len(german)}}}}
	const why = "this text is in German; only English is annotated"
	d := drive(t, doc, 160, 40, adaAndBobEngine()...)
	d.barSays(why)
	d.sees("Gespräche")
	d.press("j")
	d.barSays("help")
	d.sees("this text is in German") // in the margin it stays
	d.press("tab", "l", "l")
	d.sees("this text is in German")
	d.press("l")
	d.sees("no notes on this text")
	d.press("l")
	d.sees("this text has no headings")

	english := drive(t, paragraphs(3), 160, 40, adaAndBobEngine()...)
	english.seesNot("only English")
}
