package engine_test

import (
	"context"
	"fmt"

	"gloss/annotate"
	"gloss/annotate/engine"
)

func Example() {
	in := annotate.Input{Text: "“The talks were useful,” Swiss Foreign Minister Anna Keller said in Geneva."}
	a, err := engine.New().Annotate(context.Background(), in)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range a.Entities {
		fmt.Println(e.Type, e.Name, e.Roles)
	}
	for _, q := range a.Quotes {
		fmt.Println(q.Speaker.Span.Of(in.Text), q.Cue.Of(in.Text), q.Content[0].Of(in.Text))
	}
	// Output:
	// PERSON Anna Keller [Swiss Foreign Minister]
	// GPE Geneva []
	// NORP Swiss []
	// Swiss Foreign Minister Anna Keller said “The talks were useful,”
}
