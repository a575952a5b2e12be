package parse_test

import (
	"context"
	"fmt"

	"gloss/annotate"
	"gloss/annotate/statement/parse"
	"gloss/annotate/text"
)

func ExampleStretches() {
	d, err := text.Parse(context.Background(), annotate.Input{Text: "One line. Two sentences.\nAnother line."})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range parse.Stretches(d) {
		fmt.Println(d.Span(s[0], s[1]).Of(d.Text))
	}
	// Output:
	// One line. Two sentences.
	// Another line.
}
