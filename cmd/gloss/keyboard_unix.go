//go:build unix

package main

import "os"

// openKeyboard opens the terminal that the program was started from.
func openKeyboard() (*os.File, error) { return os.OpenFile("/dev/tty", os.O_RDWR, 0) }
