package gate

import (
	"io"
	"sync"
)

// A Plain is a writer of printed text. It lets through printable characters,
// tabs and line ends ("\n" and "\r\n"), and no escape sequence. Its methods may
// be called by several goroutines.
type Plain struct {
	w    io.Writer
	mu   sync.Mutex
	sift sieve
}

// NewPlain returns a writer that passes plain text on to w.
func NewPlain(w io.Writer) *Plain {
	return &Plain{w: w, sift: sieve{look: plain}}
}

// Write writes b as far as it may pass. A character that b breaks off in is kept
// for the next Write. The number returned is that of the bytes of b that were
// taken.
func (p *Plain) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.put(p.sift.pass(b)); err != nil {
		return 0, err
	}
	return len(b), nil
}

// Flush writes what was kept of an unfinished character. It is to be called at
// the end of a text that may be broken off.
func (p *Plain) Flush() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.put(p.sift.finish())
}

func (p *Plain) put(out []byte) error {
	if len(out) == 0 {
		return nil
	}
	_, err := p.w.Write(out)
	return err
}

// Refused returns how many characters did not pass so far.
func (p *Plain) Refused() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.sift.refused
}

// Text returns what a Plain writes of the whole text s, and how many characters
// of it do not pass.
func Text(s string) (out string, refused int) {
	b, refused := once([]byte(s), plain)
	if refused == 0 {
		return s, 0
	}
	return string(b), refused
}
