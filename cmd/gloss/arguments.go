package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"gloss/articles/library"
)

// eachArgument does something for each argument of a command. What is wrong with
// one is told on standard error and stops none of the others, unless they would
// fail for the same reason.
func eachArgument(ctx context.Context, std streams, args []string, do func(arg string) error) error {
	failed := false
	for _, arg := range args {
		err := do(arg)
		switch {
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case isOfShelf(err):
			return err
		case err != nil:
			failed = true
			fmt.Fprintf(std.err, "gloss: %v\n", err)
		}
	}
	if failed {
		return errReported
	}
	return nil
}

// isOfShelf reports whether an error is one that every change of the shelf
// would have.
func isOfShelf(err error) bool {
	for _, e := range []error{library.ErrFull, library.ErrReadOnly, library.ErrDamaged, library.ErrNewer} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// readArgument returns what is in the file that an argument names, or on
// standard input for "-". Of one that is larger than most bytes it returns one
// byte more, so that whoever reads it can refuse it.
func readArgument(ctx context.Context, std streams, arg string, most int) (string, error) {
	in := io.Reader(nil)
	if arg == "-" {
		in = interruptibleReader(ctx, std.in)
	} else {
		file, err := os.Open(arg)
		if err != nil {
			return "", cause(err)
		}
		defer file.Close()
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, int64(most)+1))
	if err != nil {
		return "", cause(err)
	}
	return string(data), nil
}
