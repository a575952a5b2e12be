// Package quietterm keeps the program's start from waiting for the terminal.
//
// Bubble Tea v1 asks the terminal for its background colour when its package
// is initialised, before main: through Lip Gloss and termenv it writes an
// OSC 11 query to standard output and waits up to five seconds for an answer.
// A terminal that answers nothing (an old one, a serial line, some multiplexers)
// is empty for so long, and one that answers late types the answer into the
// reader. Nothing that main does comes early enough to prevent it.
//
// Importing this package prevents it. It is the one place in the program that
// does something when it is initialised: termenv holds standard output to be
// no terminal while the variable CI is set, so CI is set here, and
// Restore puts back what was there as main's first act. Whoever
// asks for colours after that gets the true answer.
//
// It comes in time by the language's order of initialisation: packages are
// sorted by import path and the first whose imports are all initialised is
// next. This package imports syscall alone, and termenv needs package os,
// which needs syscall and sorts after this package's path. So this one is
// initialised before os, hence before termenv, Lip Gloss and Bubble Tea. For
// the same reason it must import nothing else. A test starts a program on a
// terminal that answers nothing and holds all this to be true.
package quietterm

import "syscall"

// key is the variable that makes termenv take any output for a file, unless it
// is empty.
const key = "CI"

// given is what the environment held before this package was initialised. It
// is only read afterwards.
var given = hush()

// A value is that of an environment variable, which may be empty or absent.
type value struct {
	text  string
	found bool
}

func hush() value {
	text, found := syscall.Getenv(key)
	if text == "" {
		_ = syscall.Setenv(key, "1") // it fails for names and values that are not well formed only
	}
	return value{text, found}
}

// Restore leaves the environment as the program was given it. It is to be
// called first thing in main, before anything is started that could look at
// the environment.
func Restore() {
	if given.found {
		_ = syscall.Setenv(key, given.text)
	} else {
		_ = syscall.Unsetenv(key)
	}
}
