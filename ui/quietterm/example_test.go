//go:build unix

package quietterm_test

import (
	"fmt"

	"gloss/ui/quietterm"
)

// A program imports the package and calls Restore before anything else.
func ExampleRestore() {
	quietterm.Restore()
	fmt.Println("the environment is the user's own again")
	// Output: the environment is the user's own again
}
