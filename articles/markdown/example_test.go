package markdown_test

import (
	"fmt"

	"gloss/articles/markdown"
)

func ExampleParse() {
	doc := markdown.Parse("# Talks\n\nMr *Lavrov* met\nMr Kerry.\n\n- Moscow\n- [Vienna](https://example.org/)\n", -1)
	fmt.Println(doc.Text)
	for _, in := range doc.Inlines {
		fmt.Printf("%q %q\n", in.Span.Of(doc.Text), in.Target.String())
	}
	// Output:
	// Talks
	//
	// Mr Lavrov met Mr Kerry.
	//
	// Moscow
	// Vienna
	// "Lavrov" ""
	// "Vienna" "https://example.org/"
}
