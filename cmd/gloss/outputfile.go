package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/google/uuid"

	"gloss/ui/gate"
)

// writeTo writes to a file, or to standard output where it has no name. Of a
// file that cannot be written whole, nothing is left, and the one that was there
// stays.
func writeTo(std streams, name string, write func(io.Writer) error) error {
	if name == "" {
		return write(gate.NewPlain(std.out))
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() { // a device or a pipe
		file, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("open the output file: %w", cause(err))
		}
		return closed(file, write(gate.NewPlain(file)))
	}
	beside := filepath.Join(filepath.Dir(name), ".gloss-"+uuid.NewString())
	file, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("make the output file: %w", cause(err))
	}
	defer os.Remove(beside) // it is gone where it was renamed
	if err := closed(file, write(file)); err != nil {
		return err
	}
	if err := os.Rename(beside, name); err != nil {
		return fmt.Errorf("write the output file: %w", cause(err))
	}
	return nil
}

// closed closes a file that was written to, and returns the error of the
// writing, or else of the closing.
func closed(file *os.File, err error) error {
	if e := file.Close(); err == nil && e != nil {
		err = fmt.Errorf("write the output file: %w", cause(e))
	}
	return err
}
