package margin_test

import (
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"gloss/annotate"
	"gloss/articles"
	"gloss/articles/clean"
	"gloss/ui/index"
	"gloss/ui/margin"
	"gloss/ui/theme"
)

func ExamplePane_View() {
	doc := &articles.Document{Text: clean.Of("Ada spoke.")}
	found := annotate.Annotations{Entities: []annotate.Entity{{
		ID: "e1", Name: "Ada", Type: annotate.Person,
		Mentions: []annotate.Mention{{Span: annotate.Span{Start: 0, End: 3}, Kind: annotate.Name}},
	}}}
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	p := margin.New(doc, index.Build(doc.Text.String(), found), th)
	p.SetSize(26, 4)
	for _, row := range p.View(false)[2:] {
		fmt.Println(strings.TrimRight(row, " "))
	}
	// Output:
	// ● Ada             1 ▂
	//   person
}
