//go:build !unix

package ui

import (
	"os"
	"syscall"
)

// endSignals are the signals that end the program in good order.
var endSignals = []os.Signal{os.Interrupt, syscall.SIGTERM}
