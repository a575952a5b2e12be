package annotate_test

import (
	"fmt"

	"gloss/annotate"
)

func ExampleSpan() {
	const text = "Zoë met Ann."
	s := annotate.Span{Start: 9, End: 12}
	fmt.Println(s.Of(text), s.Overlaps(annotate.Span{Start: 0, End: 4}), s.Empty())
	// Output: Ann false false
}
