package dossier_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/muesli/termenv"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/dossier"
	"gloss/ui/theme"
)

func ExamplePane_View() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	ada := keep.Ref{Name: "Ada Lovell", Type: "PERSON"}
	p := dossier.New(dossier.Gather(ada, []keep.Appearance{{
		Article: keep.Article{Title: clean.Of("Ferry returns"), Site: clean.Of("Quay Gazette"), Published: time.Date(2015, 12, 15, 9, 0, 0, 0, time.UTC)},
		Entity:  keep.Entity{Ref: ada, Mentions: 2},
		Said:    []keep.Statement{{Text: clean.Of("We shall mend the pier."), Speaker: ada, Kind: "direct", Act: "say", Cue: "promised"}},
	}}), th)
	p.SetSize(64, 4)
	for _, row := range p.View() {
		fmt.Println(strings.TrimRight(row, " "))
	}
	// Output:
	//  ● Ada Lovell                              1 article · 1 outlet
	//  › 15 Dec 2015 Ferry returns               Quay Gazette  1 said
	//       ❝ promised  We shall mend the pier.
}
