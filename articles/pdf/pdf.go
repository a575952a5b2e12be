// Package pdf reads the text layer of a PDF: ISO 32000-1, as far as text goes.
//
// A PDF holds glyphs at places, not words and paragraphs. What they were is
// guessed from the places, the sizes and the letters: see package layout. The
// file is taken apart in a child process with limits on its time and memory
// (package worker); what that says is taken as untrusted too (package wire).
//
// The child is the program itself, started again with WorkerArgument. So a
// program that reads PDF files begins with
//
//	if code, ok := pdf.Work(os.Args[1:], os.Stdin, os.Stdout); ok {
//		os.Exit(code)
//	}
package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"gloss/articles"
	"gloss/articles/pdf/wire"
	"gloss/articles/pdf/worker"
)

// WorkerArgument is the first argument of a program that is started as a child
// process. The second one tells what it has to do.
const WorkerArgument = "--pdf-worker"

// MaxSize is how many bytes a PDF may have.
const MaxSize = worker.MaxFile

var (
	// ErrBroken says that nothing could be read, since the file is malformed.
	ErrBroken = errors.New("is a malformed PDF")
	// ErrEncrypted says that the file cannot be read without a password, or is
	// encrypted in a way that is not known.
	ErrEncrypted = errors.New("is an encrypted PDF")
	// ErrNoText says that there is no text to read.
	ErrNoText = errors.New("has no text layer")
	// ErrTooLarge says that the file has more than MaxSize bytes.
	ErrTooLarge = fmt.Errorf("is larger than %d MiB", MaxSize>>20)
	// ErrLimit says that a limit of time or memory was reached before anything
	// could be read.
	ErrLimit = errors.New("takes too much time or memory to read")
)

// Options are how a PDF is read. The zero value is what programs want.
type Options struct {
	// Command is what to start as a child process, with its first arguments:
	// the program itself and WorkerArgument where it is empty.
	Command []string
	// Limits are what the child may use; worker.DefaultJob where it is zero. Its
	// Time is for all, with children that are started again.
	Limits worker.Job
	// Stream is what the child may say; wire.DefaultLimits where it is zero.
	Stream wire.Limits
}

// Work does the work of the child process where the arguments of a program,
// without its name, begin with WorkerArgument, and returns the exit code. Else
// it does nothing and returns false. It limits what the process can do for
// ever, so that the program must end then.
func Work(args []string, in *os.File, out io.Writer) (code int, ok bool) {
	if len(args) == 0 || args[0] != WorkerArgument {
		return 0, false
	}
	if len(args) != 2 {
		return worker.Run("", in, out), true
	}
	return worker.Run(args[1], in, out), true
}

// Read reads a PDF of size bytes. Where src is a file, the child process reads
// it by itself. Its errors are ErrBroken, ErrEncrypted, ErrNoText, ErrTooLarge,
// ErrLimit, the context's, and those of starting a process. What could be read
// of a file that is broken, or that takes too long, is a document with notices.
func Read(ctx context.Context, src io.ReaderAt, size int64, opt Options) (*articles.Document, error) {
	if size > MaxSize {
		return nil, ErrTooLarge
	}
	opt, err := opt.complete()
	if err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, opt.Limits.Time)
	defer cancel()
	r := reading{src: src, size: size, opt: opt}
	err = r.all(limited)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	return document(r)
}

// complete returns the options with the defaults where they are zero.
func (o Options) complete() (Options, error) {
	if o.Limits == (worker.Job{}) {
		o.Limits = worker.DefaultJob
	}
	if o.Stream == (wire.Limits{}) {
		o.Stream = wire.DefaultLimits
	}
	if len(o.Command) == 0 {
		self, err := os.Executable()
		if err != nil {
			return o, fmt.Errorf("finding the program: %w", err)
		}
		o.Command = []string{self, WorkerArgument}
	}
	return o, nil
}
