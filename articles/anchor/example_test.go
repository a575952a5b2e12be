package anchor_test

import (
	"fmt"
	"strings"

	"gloss/articles"
	"gloss/articles/anchor"
)

func Example() {
	before := "The harbour of Ostmark was closed on Friday. The harbour master said it would open again within 40 hours. Nobody was hurt, said the coast guard."
	words := "The harbour master said it would open again within 40 hours."
	start := strings.Index(before, words)
	s := anchor.Describe(before, articles.Span{Start: start, End: start + len(words)})

	for _, now := range []string{
		"Correction: it was Friday.\n\n" + before,
		strings.Replace(before, "40", "400", 1),
		strings.Replace(before, words+" ", "", 1) + " The mayor said it would open again within 40 hours.",
	} {
		m := anchor.Prepare(now).Find(s)
		fmt.Printf("%v: %q\n", m.State, now[m.Span.Start:m.Span.End])
	}
	// Output:
	// exact: "The harbour master said it would open again within 40 hours."
	// moved: "The harbour master said it would open again within 400 hours."
	// orphan: ""
}
