package main

import "os"

// openKeyboard opens the console that the program was started from.
func openKeyboard() (*os.File, error) { return os.OpenFile("CONIN$", os.O_RDWR, 0) }
