package hits_test

import (
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/hits"
	"gloss/ui/theme"
)

func ExamplePane_View() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	p := hits.New(th)
	p.SetHits("ferry", []keep.Hit{{
		Article: keep.Article{ID: 1, Title: clean.Line("Harbour news"), Site: clean.Line("Quay Gazette")},
		Where:   keep.InStatement, Speaker: clean.Line("Ada Lovell"), Snippet: clean.Line("The ferry sails at noon."),
	}}, hits.Done)
	p.SetSize(56, 4)
	for _, row := range p.View() {
		fmt.Println(strings.TrimRight(row, " "))
	}
	// Output:
	// Find  ferry                         1 hit in 1 article
	//    Harbour news                   Quay Gazette
	//  ›   ❝ said  Ada Lovell: The ferry sails at noon.
}
