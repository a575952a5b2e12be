package shelf_test

import (
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/shelf"
	"gloss/ui/theme"
)

func ExamplePane_View() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	p := shelf.New(th, clean.Line("Shelf"), clean.Text{})
	p.SetRows(shelf.Prepare([]keep.Article{
		{ID: 1, Title: clean.Line("Ferry returns"), Site: clean.Line("Quay Gazette")},
		{ID: 2, Title: clean.Line("Council votes"), Site: clean.Line("Quay Gazette"), Progress: 0.4},
	}), keep.ByActivity, true)
	p.SetSize(64, 4)
	for _, row := range p.View() {
		fmt.Println(strings.TrimRight(row, " "))
	}
	// Output:
	// Shelf  All 2 Unread 2 Begun 1 Feeds Removed   by activity  1/2
	//  › ● Ferry returns                   Quay Gazette
	//    ● Council votes                   Quay Gazette  40%
}
