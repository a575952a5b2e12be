package clean

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Buffer gathers text that comes in pieces and cleans it as it comes, as the
// whole would be. A "\r\n" must not be parted. The zero value is empty.
type Buffer struct {
	b  []byte
	st state
}

// WriteString appends the clean form of s.
func (b *Buffer) WriteString(s string) {
	if b.b == nil {
		b.b = make([]byte, 0, len(s))
	}
	b.b = b.st.clean(b.b, s)
}

// Len returns the length of what was gathered, in bytes.
func (b *Buffer) Len() int { return len(b.b) }

// Reset empties the buffer.
func (b *Buffer) Reset() { b.b, b.st = b.b[:0], state{} }

// Text returns what was gathered.
func (b *Buffer) Text() Text { return Text{string(b.b)} }

// Last returns the last character, U+FFFD of an empty buffer.
func (b *Buffer) Last() rune {
	r, _ := utf8.DecodeLastRune(b.b)
	return r
}

// TrimRight drops white space at the end.
func (b *Buffer) TrimRight() { b.b = bytes.TrimRightFunc(b.b, unicode.IsSpace) }

// Flatten makes line breaks and tabs from byte from on plain blanks.
func (b *Buffer) Flatten(from int) {
	for i, c := range b.b[from:] {
		if c == '\n' || c == '\t' {
			b.b[from+i] = ' '
		}
	}
}

// A Builder joins clean texts into one. The zero value is empty.
type Builder struct{ s strings.Builder }

// Add appends what a buffer has gathered.
func (b *Builder) Add(piece *Buffer) { b.s.Write(piece.b) }

// Break appends n line breaks.
func (b *Builder) Break(n int) {
	for range n {
		b.s.WriteByte('\n')
	}
}

// Len returns the length of the text so far, in bytes.
func (b *Builder) Len() int { return b.s.Len() }

// Text returns the text so far.
func (b *Builder) Text() Text { return Text{b.s.String()} }
