package articletest

import (
	"fmt"
	"strings"

	"gloss/articles"
)

// Dump writes a document down for people to read, as golden files hold it: its
// metadata, its notices, and a line for each block and each inline span.
func Dump(doc *articles.Document) string {
	var b strings.Builder
	m := doc.Meta
	fmt.Fprintf(&b, "title %q byline %q source %q lang %q id %q url %q", m.Title, m.Byline, m.Source, m.Lang, m.ID, m.URL)
	if !m.Date.IsZero() {
		fmt.Fprintf(&b, " date %s", m.Date.Format("2006-01-02T15:04:05Z07:00"))
	}
	b.WriteByte('\n')
	for _, notice := range doc.Notices {
		fmt.Fprintf(&b, "notice %q\n", notice)
	}
	b.WriteString(Blocks(doc))
	return b.String()
}

// Blocks writes the blocks of a document down, and beneath each its rows and
// its inline spans.
func Blocks(doc *articles.Document) string {
	kinds := [...]string{"Paragraph", "Heading", "Code", "Table", "Caption", "Rule"}
	inlineKinds := [...]string{"Emphasis", "Strong", "Strike", "CodeSpan", "Link", "Image"}
	var b strings.Builder
	inline := 0
	for _, block := range doc.Blocks {
		b.WriteString(kinds[block.Kind])
		if block.Level > 0 {
			fmt.Fprintf(&b, " %d", block.Level)
		}
		if !block.Lang.IsEmpty() {
			fmt.Fprintf(&b, " lang=%s", block.Lang)
		}
		if block.Tight {
			b.WriteString(" tight")
		}
		if block.Reflow {
			b.WriteString(" reflow")
		}
		b.WriteString(path(block.Path))
		fmt.Fprintf(&b, " %q\n", block.Span.Of(doc.Text))
		for _, row := range block.Rows {
			fmt.Fprintf(&b, "  row header=%v align=%v:", row.Header, row.Align)
			for _, c := range row.Cells {
				fmt.Fprintf(&b, " %q", c.Of(doc.Text))
			}
			b.WriteByte('\n')
		}
		for ; inline < len(doc.Inlines) && doc.Inlines[inline].Span.End <= block.Span.End; inline++ {
			in := doc.Inlines[inline]
			fmt.Fprintf(&b, "  %s %q", inlineKinds[in.Kind], in.Span.Of(doc.Text))
			if !in.Target.IsEmpty() {
				fmt.Fprintf(&b, " -> %s", in.Target)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// path writes down the containers that a block is in, those that it does not
// begin in brackets; of many only how many they are.
func path(of []articles.Container) string {
	if len(of) > 16 {
		return fmt.Sprintf(" depth=%d", len(of))
	}
	var b strings.Builder
	for _, c := range of {
		mark := ">"
		if c.Kind == articles.Item {
			mark = c.Marker.String()
		}
		if !c.First {
			mark = "(" + mark + ")"
		}
		b.WriteString(" " + mark)
	}
	return b.String()
}
