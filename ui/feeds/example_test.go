package feeds_test

import (
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/feeds"
	"gloss/ui/theme"
)

func ExamplePane_View() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	p := feeds.New(th, clean.Text{})
	p.SetFeeds([]keep.Feed{
		{ID: 1, URL: "https://gazette.example/rss", Title: clean.Line("Quay Gazette"), Unread: 3, Total: 20},
		{ID: 2, URL: "https://orchard.example/rss", Title: clean.Line("Orchard Notes"), Folder: clean.Line("Country"), Total: 8},
	})
	p.SetSize(60, 3)
	for _, row := range p.View() {
		fmt.Println("|" + strings.TrimRight(row, " "))
	}
	// Output:
	// | › ● Quay Gazette  gazette.example            3/20  not yet
	// | Country
	// |     Orchard Notes  orchard.example            0/8  not yet
}
