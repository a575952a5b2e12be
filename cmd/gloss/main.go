// Gloss reads the news in a terminal and fills in its margin: who is in the
// story, who said what, who belongs to which coalition.
package main

import (
	"io"
	"log"
	"os"

	"gloss/articles/pdf"
	"gloss/ui/gate"
	"gloss/ui/quietterm"
)

func main() {
	if code, ok := pdf.Work(os.Args[1:], os.Stdin, os.Stdout); ok {
		os.Exit(code)
	}
	quietterm.Restore()
	log.SetOutput(io.Discard) // libraries complain there, of servers in their own words
	os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: gate.NewPlain(os.Stderr)}))
}

// streams are the standard streams of the program.
type streams struct {
	in, out *os.File
	err     io.Writer
}

// run does what the arguments say and returns the exit code.
func run(args []string, std streams) int {
	root := newRoot(std)
	root.SetArgs(args)
	command, err := root.ExecuteC()
	return report(std.err, command.CommandPath(), err)
}
