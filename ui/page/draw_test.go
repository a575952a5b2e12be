package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/ui/theme"
)

// words are what the drawn text is made of: all that is hard to set.
var words = []string{
	"the", "envoy", "said", "a", "I", "well-known", "and/or", "10–12", "pause—then", "“quoted”", "(aside),", "https://example.org/a/b?c=d",
	"extraordinarilylongwordthatfitsnolineofanarrowpageatall", "e\u0301a\u0300o\u0302", "n\u0303o", "日本語の文章。", "「会議」は、", "한국어 문장", "ภาษาไทย",
	"👩‍👩‍👧‍👦", "🇸🇾🇷🇺", "👍🏽", "☕️", "✈", "שלום", "عليكم", "كتا\u064eب", "10\u00a0km", "a\u202fb", "zero\u200bwidth", "x\u200dy", "\u0301", "\t", "\t\t", "  ", "   ",
	"ﬁ", "Ａ", "①", "…", "—", "-5", "--flag", "’s",
}

var hostile = []string{"\x1b[31m", "\x1b]52;c;eA==\a", "\x9b2J", "\u009b2J", "\x00", "\r", "\x7f", "\u0085", "\xff\xfe", "\xe2\x82"}

func drawText(t *rapid.T, label string, extra []string, most int) string {
	stock := append(append([]string{}, words...), extra...)
	var b strings.Builder
	for range rapid.IntRange(0, most).Draw(t, label) {
		b.WriteString(clean.Of(rapid.SampledFrom(stock).Draw(t, "word")).String())
		b.WriteString(rapid.SampledFrom([]string{" ", " ", " ", " ", "", "\n"}).Draw(t, "gap"))
	}
	return b.String()
}

// drawDocument draws a document with blocks of all kinds.
func drawDocument(t *rapid.T, extra []string) *articles.Document {
	doc := &articles.Document{}
	var text strings.Builder
	for range rapid.IntRange(0, 6).Draw(t, "blocks") {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		block := articles.Block{
			Kind:   articles.BlockKind(rapid.IntRange(0, int(articles.Rule)).Draw(t, "kind")),
			Level:  rapid.IntRange(1, 6).Draw(t, "level"),
			Lang:   clean.Line(rapid.SampledFrom([]string{"", "go", "json", "nonsense"}).Draw(t, "lang")),
			Tight:  rapid.Bool().Draw(t, "tight"),
			Reflow: rapid.Bool().Draw(t, "reflow"),
			Path:   drawPath(t),
		}
		switch block.Kind {
		case articles.Rule:
		case articles.Table:
			block.Rows = drawRows(t, &text, extra)
		default:
			text.WriteString(drawText(t, "words", extra, 30))
		}
		block.Span = articles.Span{Start: start, End: text.Len()}
		if block.Kind != articles.Table && block.Kind != articles.Code {
			doc.Inlines = append(doc.Inlines, drawInlines(t, text.String(), block.Span, 3)...)
		}
		doc.Blocks = append(doc.Blocks, block)
	}
	doc.Text = clean.Of(text.String())
	return doc
}

func drawPath(t *rapid.T) []articles.Container {
	var path []articles.Container
	for range rapid.SampledFrom([]int{0, 0, 0, 1, 2, 3, 8, 100}).Draw(t, "depth") {
		path = append(path, articles.Container{
			Kind:   articles.ContainerKind(rapid.IntRange(0, 1).Draw(t, "container")),
			Marker: clean.Line(rapid.SampledFrom([]string{"•", "3.", "[x]", "", "\x1b[1m", "(xxviii)....."}).Draw(t, "marker")),
			First:  rapid.Bool().Draw(t, "first"),
		})
	}
	return path
}

func drawRows(t *rapid.T, text *strings.Builder, extra []string) []articles.Row {
	var rows []articles.Row
	columns := rapid.IntRange(0, 5).Draw(t, "columns")
	for r := range rapid.IntRange(0, 40).Draw(t, "rows") {
		row := articles.Row{Header: r == 0 && rapid.Bool().Draw(t, "header")}
		for range columns + rapid.SampledFrom([]int{0, 0, 0, 0, 1}).Draw(t, "more") {
			cell := strings.NewReplacer("\t", " ", "\n", " ").Replace(drawText(t, "cell", extra, 4))
			start := text.Len()
			text.WriteString(cell)
			row.Cells = append(row.Cells, articles.Span{Start: start, End: text.Len()})
			row.Align = append(row.Align, articles.Align(rapid.IntRange(0, 2).Draw(t, "align")))
			text.WriteString("\t")
		}
		text.WriteString("\n")
		rows = append(rows, row)
	}
	return rows
}

// drawInlines draws spans that nest in a span of the text.
func drawInlines(t *rapid.T, text string, in articles.Span, depth int) []articles.Inline {
	var found []articles.Inline
	for at := in.Start; depth > 0 && at < in.End; {
		span := drawSpan(t, text, articles.Span{Start: at, End: in.End})
		if span.Len() == 0 || rapid.Bool().Draw(t, "stop") {
			break
		}
		found = append(found, articles.Inline{Kind: articles.InlineKind(rapid.IntRange(0, int(articles.Image)).Draw(t, "inline")), Span: span})
		found = append(found, drawInlines(t, text, span, depth-1)...)
		at = span.End
	}
	return found
}

// drawSpan draws a span that does not cut a code point.
func drawSpan(t *rapid.T, text string, in articles.Span) articles.Span {
	a, b := rapid.IntRange(in.Start, in.End).Draw(t, "start"), rapid.IntRange(in.Start, in.End).Draw(t, "end")
	a, b = min(a, b), max(a, b)
	for a < len(text) && a > in.Start && !utf8.RuneStart(text[a]) {
		a--
	}
	for b < in.End && !utf8.RuneStart(text[b]) {
		b++
	}
	return articles.Span{Start: a, End: b}
}

func drawMarks(t *rapid.T, doc *articles.Document) []Mark {
	var marks []Mark
	for range rapid.IntRange(0, 12).Draw(t, "marks") {
		marks = append(marks, Mark{
			Span: drawSpan(t, doc.Text.String(), articles.Span{End: doc.Text.Len()}),
			Style: theme.Style{
				FG:   rapid.SampledFrom([]theme.Color{"", "1", "#0000ff"}).Draw(t, "fg"),
				BG:   rapid.SampledFrom([]theme.Color{"", "3", "#00ff00"}).Draw(t, "bg"),
				Bold: rapid.Bool().Draw(t, "bold"),
			},
			Layer: rapid.IntRange(0, 3).Draw(t, "layer"),
		})
	}
	return marks
}

func drawWidth(t *rapid.T) int {
	return rapid.OneOf(rapid.SampledFrom([]int{-1, 1, 20, 40, 80, 300, 1000}), rapid.IntRange(20, 300)).Draw(t, "width")
}

func testTheme(t testing.TB) theme.Theme {
	th, err := theme.New("dark", true, termenv.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// everyLine returns the positions of all lines of a page.
func everyLine(p *Page) []Pos {
	if len(p.doc.Blocks) == 0 {
		return nil
	}
	lines := []Pos{p.Top()}
	for {
		last := lines[len(lines)-1]
		next := p.Move(last, 1)
		if next == last {
			return lines
		}
		lines = append(lines, next)
	}
}
