package items_test

import (
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"gloss/articles/feed"
	"gloss/ui/items"
	"gloss/ui/theme"
)

func ExamplePane_View() {
	f, err := feed.Read(`<rss><channel><title>Quay Gazette</title>
<item><title>Ferry returns</title><pubDate>Tue, 15 Dec 2015 10:00:00 GMT</pubDate></item>
<item><title>Council votes</title></item></channel></rss>`, feed.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	p := items.New(f, th)
	p.SetSize(36, 4)
	for _, row := range p.View() {
		fmt.Println(strings.TrimRight(row, " "))
	}
	// Output:
	// Quay Gazette                   1/2
	//  › Ferry returns        15 Dec 2015
	//    Council votes
}
