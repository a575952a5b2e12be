package feature_test

import (
	"context"
	"fmt"

	"gloss/annotate"
	"gloss/annotate/cluster"
	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/feature"
	"gloss/annotate/text"
)

func Example() {
	in := annotate.Input{Text: "“It works,” she said."}
	d, err := text.Parse(context.Background(), in)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := feature.New(cluster.Table{}, fingerprint.Table{}).Sheet(d, nil, nil)
	span := s.Tokens(annotate.Span{Start: 0, End: len("“It works,”")})
	fmt.Println(span, s.Whole(span), s.Outside(span[1]))
	// Output: [0 5] true true
}
