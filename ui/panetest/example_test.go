package panetest_test

import (
	"fmt"

	"gloss/ui/panetest"
)

func ExampleShown() {
	fmt.Print(panetest.Shown([]string{"\x1b[1mNotes\x1b[0m   ", " none"}))
	// Output:
	// Notes
	//  none
}
