package page

import (
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
)

// A writer makes a document block by block.
type writer struct {
	text strings.Builder
	doc  articles.Document
	path []articles.Container
}

func (w *writer) add(b articles.Block, text string) {
	if w.text.Len() > 0 {
		w.text.WriteString("\n\n")
	}
	start := w.text.Len()
	w.text.WriteString(text)
	b.Span = articles.Span{Start: start, End: w.text.Len()}
	if b.Path == nil {
		b.Path = w.path
	}
	w.doc.Blocks = append(w.doc.Blocks, b)
}

// inline marks the first place of a text in the last block.
func (w *writer) inline(kind articles.InlineKind, text string) {
	last := w.doc.Blocks[len(w.doc.Blocks)-1].Span
	start := last.Start + strings.Index(w.text.String()[last.Start:], text)
	w.doc.Inlines = append(w.doc.Inlines, articles.Inline{Kind: kind, Span: articles.Span{Start: start, End: start + len(text)}, Target: clean.Line("https://example.org/")})
}

func (w *writer) table(rows [][]string, align ...articles.Align) {
	w.add(articles.Block{Kind: articles.Table}, "")
	b := &w.doc.Blocks[len(w.doc.Blocks)-1]
	for i, cells := range rows {
		row := articles.Row{Header: i == 0, Align: align}
		for _, cell := range cells {
			start := w.text.Len()
			w.text.WriteString(cell)
			row.Cells = append(row.Cells, articles.Span{Start: start, End: w.text.Len()})
			w.text.WriteString("\t")
		}
		w.text.WriteString("\n")
		b.Rows = append(b.Rows, row)
	}
	b.Span.End = w.text.Len()
}

func (w *writer) document() *articles.Document {
	w.doc.Text = clean.Of(w.text.String())
	return &w.doc
}

func quotation(first bool) articles.Container {
	return articles.Container{Kind: articles.Quotation, First: first}
}

func item(marker string, first bool) articles.Container {
	return articles.Container{Kind: articles.Item, Marker: clean.Line(marker), First: first}
}

// richDocument has something of all that a page can set.
func richDocument() *articles.Document {
	w := &writer{}
	para := articles.Block{Reflow: true}
	in := func(tight bool, path ...articles.Container) articles.Block {
		return articles.Block{Reflow: true, Tight: tight, Path: path}
	}
	w.add(articles.Block{Kind: articles.Heading, Level: 1}, "Harbour towns agree to share the ferry, after a winter of letters")
	w.add(articles.Block{Kind: articles.Paragraph, Reflow: true}, "By Ada Example, 3 March 2031")
	w.inline(articles.Emphasis, "By Ada Example, 3 March 2031")
	w.add(para, "NORTHQUAY — The mayors of three harbour towns met on Tuesday in the old customs house and agreed, after six hours, that\nthe ferry they have quarrelled over since the bridge closed will call at all of them. “We have written each other enough letters,” said Ingrid Solberg, the mayor of Northquay. “It was time to sit in one room.”")
	w.inline(articles.Link, "the bridge closed")
	w.add(para, "The agreement is short. It was drafted, one official said, on the back of a timetable; it names no date for the first crossing, but it does say who pays: Northquay half, Eastport and Saint-Malvin-sur-Mer a quarter each.")
	w.inline(articles.Strong, "who pays")
	w.add(articles.Block{Kind: articles.Heading, Level: 2}, "What the towns promised")
	w.add(in(false, item("•", true)), "Eastport dredges its basin before the autumn, so that a ship of 1,200 tonnes can turn in it.")
	w.add(in(true, item("•", true)), "Saint-Malvin gives up its claim to the old pier:")
	w.add(in(true, item("•", false), item("1.", true)), "the pier itself, which nobody has used for nine years and which the port authority calls unsafe;")
	w.add(in(true, item("•", false), item("2.", true)), "the sheds beside it.")
	w.add(in(true, item("•", true)), "Northquay buys the tickets' machines.")
	w.add(articles.Block{Kind: articles.Heading, Level: 3}, "In their own words")
	w.add(in(false, quotation(true)), "A ferry is a bridge that one can be late for. We mean to be on time, and we mean to be there in the winter too.")
	w.add(in(false, quotation(false), quotation(true)), "They said so in 1998.")
	w.add(in(false, quotation(false), item("—", true)), "from the minutes")
	w.table([][]string{
		{"Town", "Share", "What it brings"},
		{"Northquay", "50 %", "the ship, and a crew of eleven"},
		{"Eastport", "25 %", "a basin that is deep enough, from the autumn on, whatever the tide"},
		{"聖マルヴァン", "25 %", "the pier"},
	}, articles.AlignLeft, articles.AlignRight, articles.AlignLeft)
	w.add(articles.Block{Kind: articles.Caption}, "Shares of the cost, as agreed. Figures: customs house.")
	w.add(articles.Block{Kind: articles.Code, Lang: clean.Line("go")}, "// cost returns a town's share.\nfunc cost(total, share int) int {\n\treturn total * share / 100 // rounded down, to the harm of whoever pays the last part of it\n}\n")
	w.add(articles.Block{Kind: articles.Rule}, "")
	w.add(para, "Letters: 東京からの手紙は三週間かかった。しかし、返事はその日のうちに来た。 Family of four 👨‍👩‍👧‍👦 and a flag 🇳🇴. Hebrew שלום עולם and Arabic السلام عليكم stay in their order. See https://example.org/a/very/long/address/that/does/not/fit/in/a/narrow/column?at=all for more.")
	w.add(articles.Block{}, "The ferry, the ferry,\n    it comes when it may;\nit is late in the morning\n    and early in May.")
	return w.document()
}
