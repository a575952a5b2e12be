package terminal_test

import (
	"fmt"

	"gloss/ui/terminal"
)

func ExampleAnswers() {
	fmt.Println(terminal.Answers("xterm-256color"), terminal.Answers("dumb"))
	// Output: true false
}
