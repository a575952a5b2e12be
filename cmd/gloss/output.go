package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"gloss/annotate/export"
	"gloss/ui/gate"
)

// An output is where annotated articles are written.
type output interface {
	// write writes one article of the named input. The articles of an input
	// come one after another.
	write(source string, doc export.Document) error
	// is reports whether a file or folder is this output, so that it is not
	// read as an input as well.
	is(info fs.FileInfo) bool
	close() error
}

// openOutput returns the output of a batch: standard output, a file, or a
// folder if the path is one or ends as the name of one does. It refuses to
// write over an argument.
func (b *batch) openOutput(args []string) (output, error) {
	if b.output == "" {
		return b.newStream(b.std.out, nil), nil
	}
	info, err := os.Stat(b.output)
	if err == nil {
		for _, arg := range args {
			if other, err := os.Stat(arg); err == nil && os.SameFile(info, other) {
				return nil, usagef("--output %s is an input as well", printable(arg))
			}
		}
	}
	if err == nil && info.IsDir() || os.IsPathSeparator(b.output[len(b.output)-1]) {
		if err := os.MkdirAll(b.output, 0o777); err != nil {
			return nil, fmt.Errorf("make the output folder: %w", err)
		}
		return &folder{batch: b, written: make(map[string]bool)}, nil
	}
	file, err := os.Create(b.output)
	if err != nil {
		return nil, fmt.Errorf("make the output file: %w", err)
	}
	return b.newStream(file, file.Close), nil
}

// A stream is one file that all articles are written to.
type stream struct {
	file   *os.File
	buffer *bufio.Writer
	writer *export.Writer
	done   func() error // closes the file, where that is to be done
}

func (b *batch) newStream(file *os.File, done func() error) *stream {
	buffer := bufio.NewWriter(gate.NewPlain(file)) // it may be a terminal
	return &stream{file, buffer, export.NewWriter(buffer, b.format, b.only), done}
}

// write passes every article on when it is done: whoever reads the output
// need not wait, and the file holds whole lines if the program is ended.
func (s *stream) write(_ string, doc export.Document) error {
	if err := s.writer.Write(doc); err != nil {
		return err
	}
	return s.flush()
}

func (s *stream) flush() error {
	if err := s.buffer.Flush(); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return nil
}

// is is true of regular files only: that both input and output are the same
// terminal is no reason to refuse either.
func (s *stream) is(info fs.FileInfo) bool {
	own, err := s.file.Stat()
	return err == nil && own.Mode().IsRegular() && os.SameFile(own, info)
}

func (s *stream) close() error {
	err := s.writer.Close()
	if err == nil {
		err = s.flush()
	}
	if s.done != nil {
		if e := s.done(); e != nil {
			err = errors.Join(err, fmt.Errorf("close the output: %w", e))
		}
	}
	return err
}

// A folder is an output with a file for each input.
type folder struct {
	batch   *batch
	now     string  // the input that is being written
	stream  *stream // its file; nil before the first one
	written map[string]bool
}

func (f *folder) write(source string, doc export.Document) error {
	if f.stream == nil || source != f.now {
		if err := f.next(source); err != nil {
			return err
		}
	}
	return f.stream.write(source, doc)
}

// next closes the file of the last input and makes that of another: article.md
// becomes article.md.json.
func (f *folder) next(source string) error {
	if err := f.close(); err != nil {
		return err
	}
	if f.written[source] {
		return fmt.Errorf("two inputs would be written to %s", source)
	}
	f.written[source] = true
	name := filepath.Join(f.batch.output, source+f.batch.extension())
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("make the output folder: %w", err)
	}
	file, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("make the output file: %w", err)
	}
	f.now, f.stream = source, f.batch.newStream(file, file.Close)
	return nil
}

func (f *folder) is(info fs.FileInfo) bool {
	own, err := os.Stat(f.batch.output)
	return err == nil && os.SameFile(own, info)
}

func (f *folder) close() error {
	if f.stream == nil {
		return nil
	}
	err := f.stream.close()
	f.stream = nil
	return err
}

// extension returns what the names of files in the format end in.
func (b *batch) extension() string {
	if b.format == export.Table {
		return ".txt"
	}
	return "." + string(b.format)
}
