package language_test

import (
	"fmt"

	"gloss/annotate"
	"gloss/annotate/language"
)

func Example() {
	g := language.New().Of(annotate.Input{Text: "Der Minister sagte am Montag, dass die Gespräche noch nicht zu Ende sind und dass es auch für ihn nicht einfach ist."})
	fmt.Println(g.Lang, language.Name(g.Lang), g.English())
	// Output: de German false
}
