// Package gate stands between the program and the terminal, and lets through
// only what the program itself makes: printable text, and the few control
// sequences that Bubble Tea and the theme put out, each in its place. All else
// becomes U+FFFD and is counted.
//
// Text of articles is made safe where it is read, by package clean. The gate is
// the second wall: whatever text gets round the first one, through a library
// that decodes again or a message that nobody thought of, stays text.
//
//   - A Gate is the terminal of the reader. It is written to a frame at a time.
//   - A Plain is for text that is printed, messages on standard error too: it
//     lets no escape sequence through at all.
//   - What acts on more than the screen cannot be written to a Gate at all: the
//     clipboard and the question for the background are methods of it, so that
//     only the code which calls them can do either.
package gate

import (
	"errors"
	"io"
	"os"
	"sync"
)

// A Gate is a terminal that refuses what the program does not make. It is a
// file, so that Bubble Tea can set its mode and ask its size. Its methods may be
// called by several goroutines.
type Gate struct {
	*os.File
	mu   sync.Mutex
	sift sieve
}

// New returns the gate before a terminal.
func New(terminal *os.File) *Gate {
	return &Gate{File: terminal, sift: sieve{look: screen}}
}

// Write writes b as far as it may pass. It takes b for one frame or one command
// of the renderer; the sequences that begin or end a frame pass nowhere else in
// it. A sequence or character that b breaks off in is kept for the next Write.
// The number returned is that of the bytes of b that were taken.
func (g *Gate) Write(b []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	out := g.sift.pass(b)
	if len(out) == 0 {
		return len(b), nil
	}
	if _, err := g.File.Write(out); err != nil {
		return 0, err
	}
	return len(b), nil
}

// WriteString is Write for a string.
func (g *Gate) WriteString(s string) (int, error) { return g.Write([]byte(s)) }

// ReadFrom writes what it reads from r, until the end of r.
func (g *Gate) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{g}, r) // without ReadFrom, which would come back here
}

// WriteAt always fails: a terminal has no places, and what would be written
// would go round the gate.
func (g *Gate) WriteAt([]byte, int64) (int, error) {
	return 0, errors.ErrUnsupported
}

// Close writes what was kept of an unfinished sequence, as text, and closes the
// terminal.
func (g *Gate) Close() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if out := g.sift.finish(); len(out) > 0 {
		if _, err := g.File.Write(out); err != nil {
			return errors.Join(err, g.File.Close())
		}
	}
	return g.File.Close()
}

// Refused returns how many characters and sequences did not pass so far.
func (g *Gate) Refused() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.sift.refused
}

// Frame returns what a Gate writes of a frame that comes alone, and how many
// characters and sequences of it do not pass. Where all pass, it returns b
// itself.
func Frame(b []byte) (out []byte, refused int) {
	return once(b, screen)
}
