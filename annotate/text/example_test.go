package text_test

import (
	"context"
	"fmt"

	"gloss/annotate"
	"gloss/annotate/text"
)

func Example() {
	d, err := text.Parse(context.Background(), annotate.Input{Text: "Mr. Roe won't go. “Why?”"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			fmt.Printf("%s|", d.Raw(i))
		}
		fmt.Println()
	}
	// Output:
	// Mr.|Roe|wo|n't|go|.|
	// “|Why|?|”|
}
