package choices_test

import (
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"gloss/articles/clean"
	"gloss/ui/choices"
	"gloss/ui/theme"
)

func ExamplePane_View() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	p := choices.New(clean.Of("Lund, person"), []choices.Choice{
		{Key: "d", Words: clean.Of("dismiss it here")},
		{Key: "t", Words: clean.Of("it is of another type")},
	}, th)
	p.SetSize(32, 3)
	for _, row := range p.View() {
		fmt.Println(strings.TrimRight(row, " "))
	}
	// Output:
	// ── Lund, person ────────────────
	//  › d dismiss it here
	//    t it is of another type
}
