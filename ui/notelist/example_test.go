package notelist_test

import (
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/notelist"
	"gloss/ui/theme"
)

func ExamplePane_View() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	p := notelist.New(func(keep.Kind) (string, theme.Style) { return "?", theme.Style{} }, th)
	p.SetSize(60, 8)
	p.Set([]notelist.Group{{
		Article: keep.Article{Title: clean.Of("Ferry returns")},
		Entries: []notelist.Entry{{Note: keep.Note{
			Kind: keep.Claim, Body: clean.Of("Who says so?"), Tags: []clean.Text{clean.Of("ferry")},
			Target: keep.Target{On: keep.OnSpan, At: anchor.Selector{Exact: "It sails again."}},
		}}},
	}})
	for _, row := range p.View()[:5] {
		fmt.Println(strings.TrimRight(row, " "))
	}
	// Output:
	// Notes                                                  1/1
	// ────────────────────────────────────────────────────────────
	//  Ferry returns
	//  › ? “It sails again.”
	//      Who says so?                                    #ferry
}
