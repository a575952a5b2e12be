package theme_test

import (
	"fmt"

	"github.com/muesli/termenv"

	"gloss/ui/theme"
)

func Example() {
	th, err := theme.New("dark", true, termenv.Ascii) // as NO_COLOR asks
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s %q\n", th.Sigil(theme.Person), th.Paint(th.Mark(theme.Person), "Kerry"))
	// Output: ● "\x1b[1mKerry\x1b[m"
}
