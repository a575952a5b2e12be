package main

import (
	"errors"
	"fmt"
	"io"
	"syscall"

	"gloss/ui"
)

// The exit codes. A program that a signal ended exits with exitSignal and the
// signal's number, as shells have it.
const (
	exitOK     = 0
	exitFailed = 1 // some input failed
	exitUsage  = 2 // the command line is wrong
	exitSignal = 128
)

// A usageError says what is wrong with the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// usagef returns a usageError, formatted as by fmt.Errorf.
func usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// errReported says that something failed and that the user has been told.
var errReported = errors.New("some input failed")

// report tells the user of err, in one line and a hint where the command line
// is wrong, and returns the exit code. Of a signal nothing is told: it is the
// user's own. command is the name of the command, as
// "gloss annotate".
func report(w io.Writer, command string, err error) int {
	var usage usageError
	var ended ui.SignalError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &ended):
		if s, ok := ended.Signal.(syscall.Signal); ok {
			return exitSignal + int(s)
		}
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(w, "gloss: %v\nRun %q for usage.\n", err, command+" --help")
		return exitUsage
	default:
		fmt.Fprintf(w, "gloss: %v\n", err)
		return exitFailed
	}
}
