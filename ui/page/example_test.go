package page_test

import (
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/ui/page"
	"gloss/ui/theme"
)

func Example() {
	text := "Mr Lavrov met Mr Kerry in Moscow on Tuesday."
	doc := &articles.Document{
		Text:   clean.Of(text),
		Blocks: []articles.Block{{Span: articles.Span{End: len(text)}}},
	}
	th, err := theme.New("dark", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	p := page.New(doc, 24, th)
	kerry := strings.Index(text, "Kerry")
	marks := []page.Mark{{
		Span:  articles.Span{Start: kerry, End: kerry + len("Kerry")},
		Style: th.Mark(theme.Person),
	}}
	for _, line := range p.Paint(p.Top(), 10, marks) {
		fmt.Printf("%q\n", line)
	}
	pos, col := p.CellOf(kerry)
	fmt.Println("line", p.Lines(p.Top(), pos, 100), "column", col)
	// Output:
	// " Mr Lavrov met Mr \x1b[0;1mKerry\x1b[m"
	// " in Moscow on Tuesday."
	// line 0 column 18
}
