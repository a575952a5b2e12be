package compare_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/compare"
	"gloss/ui/event"
	"gloss/ui/theme"
)

func ExamplePane_View() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	source := func(site string, speakers ...string) event.Source {
		s := event.Source{Article: keep.Article{Site: clean.Of(site)}}
		for _, name := range speakers {
			s.Findings.Statements = append(s.Findings.Statements, keep.Statement{Speaker: keep.Ref{Name: name, Type: "PERSON"}})
		}
		return s
	}
	c, err := event.Compare(context.Background(), source("Gazette", "Ada Lovell", "Ben Brandt"), source("Wire", "Ada Lovell", "Cem Kaya"))
	if err != nil {
		panic(err)
	}
	p := compare.New(c, th)
	p.SetSize(50, 7)
	for _, row := range p.View() {
		fmt.Println(strings.TrimRight(row, " "))
	}
	// Output:
	// Quoted  Statements  Names ─── 1 in both · 1 · 1 ─
	//  Quoted by both  1
	//  › ● Ada Lovell                             1 : 1
	//  Quoted by Gazette only  1
	//    ● Ben Brandt                                 1
	//  Quoted by Wire only  1
	//    ● Cem Kaya                                   1
}
