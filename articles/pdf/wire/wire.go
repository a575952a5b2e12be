// Package wire is what the process that reads a PDF says to the one that
// started it: lines of JSON, one for the file, one for each page, one at the
// end.
//
// The process may have been taken over by the file that it reads, or be killed
// in the middle of a line. So the Reader believes nothing: it has a limit for
// everything, takes pages only in order, and no field that it does not know.
package wire

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"

	"gloss/articles/pdf/layout"
)

// Version is the version of the stream.
const Version = 1

// The kinds of records.
const (
	KindFile = "file" // the first one
	KindPage = "page"
	KindEnd  = "end"  // the last one, where all pages were tried
	KindFail = "fail" // the last one, where the file cannot be read
)

// The reasons that a record of KindFail gives, and that a page gives in Left.
const (
	Broken    = "broken"    // the file or page is malformed
	Encrypted = "encrypted" // the file cannot be read without a password
	TooLarge  = "too large" // the file, or what is on the page, is
	Slow      = "slow"      // the page takes too long
)

// A Record is a line of the stream.
type Record struct {
	Version int    `json:"v"`
	Kind    string `json:"kind"`

	// Of KindFile. Title, Author and Created are as the file has them.
	Pages   int    `json:"pages,omitempty"`
	Title   string `json:"title,omitempty"`
	Author  string `json:"author,omitempty"`
	Created string `json:"created,omitempty"`
	Mended  bool   `json:"mended,omitempty"` // the table of objects was made anew

	// Of KindPage.
	Number   int    `json:"n,omitempty"`
	Lines    []Line `json:"lines,omitempty"`
	Pictures bool   `json:"pictures,omitempty"` // there are some on the page
	Unknown  int    `json:"unknown,omitempty"`  // characters that have no meaning in Unicode
	Left     string `json:"left,omitempty"`     // why the page, or the rest of it, was left out

	// Of KindFail.
	Reason string `json:"reason,omitempty"`
}

// A Line is a layout.Line with short names. Lengths are in hundredths of a
// point.
type Line struct {
	Text  string `json:"t"`
	X     int    `json:"x"`
	Y     int    `json:"y"`
	W     int    `json:"w"`
	Size  int    `json:"s"`
	Block int    `json:"b"`
	Bold  bool   `json:"d,omitempty"`
	Apart bool   `json:"a,omitempty"`
}

// hundredths are those of a point that is at most 200,000 points away.
func hundredths(v float64) int {
	if math.IsNaN(v) {
		return 0
	}
	return int(math.Round(max(-maxPlace, min(v*100, maxPlace))))
}

// maxPlace is the largest coordinate, in hundredths of a point.
const maxPlace = 2e7

// LineOf returns a line as it is sent.
func LineOf(l layout.Line) Line {
	return Line{
		Text: l.Text, X: hundredths(l.X), Y: hundredths(l.Y), W: hundredths(l.W), Size: hundredths(l.Size),
		Block: l.Block, Bold: l.Bold, Apart: l.Apart,
	}
}

// Line returns the line that was sent.
func (l Line) Line() layout.Line {
	return layout.Line{
		Text: l.Text, X: float64(l.X) / 100, Y: float64(l.Y) / 100, W: float64(l.W) / 100, Size: float64(l.Size) / 100,
		Block: l.Block, Bold: l.Bold, Apart: l.Apart,
	}
}

// Write writes a record of this version as a line.
func Write(w io.Writer, r Record) error {
	r.Version = Version
	line, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("writing a record: %w", err)
	}
	if _, err := w.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("writing a record: %w", err)
	}
	return nil
}

// Limits are what a Reader takes at most.
type Limits struct {
	Bytes  int64 // of the stream
	Record int   // bytes of a record
	Pages  int   // the largest number of a page
	Lines  int   // of a page
}

// DefaultLimits are those for reading a PDF.
var DefaultLimits = Limits{Bytes: 64 << 20, Record: 8 << 20, Pages: 5000, Lines: 20_000}

var (
	// ErrLimit says that the stream goes beyond one of the limits.
	ErrLimit = errors.New("stream goes beyond its limits")
	// ErrMalformed says that the stream is not as it must be.
	ErrMalformed = errors.New("malformed stream")
)

// A Reader reads a stream.
type Reader struct {
	in     *bufio.Reader
	limits Limits
	left   int64
	last   int // the last page
	begun  bool
	done   bool
	line   []byte
}

// NewReader returns a reader of a stream whose first page has a number greater
// than after.
func NewReader(in io.Reader, limits Limits, after int) *Reader {
	return &Reader{in: bufio.NewReaderSize(in, 64<<10), limits: limits, left: limits.Bytes, last: after}
}

// Read returns the next record, io.EOF behind the last one. A stream that ends
// without a last record gives io.ErrUnexpectedEOF; other errors are ErrLimit,
// ErrMalformed, or those of the underlying reader. After an error there are no
// more records.
func (r *Reader) Read() (Record, error) {
	if r.done {
		return Record{}, io.EOF
	}
	rec, err := r.read()
	if err != nil || rec.Kind == KindEnd || rec.Kind == KindFail {
		r.done = true
	}
	return rec, err
}

// Used returns how many bytes of the stream were read.
func (r *Reader) Used() int64 { return r.limits.Bytes - r.left }

func (r *Reader) read() (Record, error) {
	line, err := r.readLine()
	if err != nil {
		return Record{}, err
	}
	var rec Record
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&rec); err != nil {
		return Record{}, fmt.Errorf("%w: %v", ErrMalformed, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return Record{}, fmt.Errorf("%w: more than a record on a line", ErrMalformed)
	}
	return rec, r.check(rec)
}

// readLine returns the next line without its end.
func (r *Reader) readLine() ([]byte, error) {
	r.line = r.line[:0]
	for {
		part, err := r.in.ReadSlice('\n')
		r.left -= int64(len(part))
		if r.left < 0 || len(r.line)+len(part) > r.limits.Record {
			return nil, ErrLimit
		}
		r.line = append(r.line, part...)
		switch err {
		case nil:
			return r.line[:len(r.line)-1], nil
		case bufio.ErrBufferFull:
		case io.EOF:
			return nil, io.ErrUnexpectedEOF
		default:
			return nil, fmt.Errorf("reading a record: %w", err)
		}
	}
}

// check returns an error where a record must not come now, or not as it is.
func (r *Reader) check(rec Record) error {
	if rec.Version != Version {
		return fmt.Errorf("%w: version %d", ErrMalformed, rec.Version)
	}
	if first := rec.Kind == KindFile; rec.Kind != KindFail && first == r.begun {
		return fmt.Errorf("%w: a record %q out of order", ErrMalformed, rec.Kind)
	}
	if rec.Kind != KindPage && (len(rec.Lines) > 0 || rec.Number != 0) || rec.Pages < 0 || rec.Unknown < 0 {
		return fmt.Errorf("%w: a record %q with foreign fields", ErrMalformed, rec.Kind)
	}
	if rec.Left != "" && !isReason(rec.Left) {
		return fmt.Errorf("%w: an unknown reason", ErrMalformed)
	}
	switch rec.Kind {
	case KindFile:
		r.begun = true
	case KindPage:
		if rec.Number <= r.last {
			return fmt.Errorf("%w: page %d after page %d", ErrMalformed, rec.Number, r.last)
		}
		if rec.Number > r.limits.Pages || len(rec.Lines) > r.limits.Lines {
			return ErrLimit
		}
		r.last = rec.Number
		return checkLines(rec.Lines)
	case KindEnd:
	case KindFail:
		if !isReason(rec.Reason) {
			return fmt.Errorf("%w: an unknown reason", ErrMalformed)
		}
	default:
		return fmt.Errorf("%w: an unknown kind of record", ErrMalformed)
	}
	return nil
}

// checkLines returns an error where lines have impossible places.
func checkLines(lines []Line) error {
	block := 0
	for _, l := range lines {
		for _, v := range [...]int{l.X, l.Y, l.W, l.Size} {
			if v < -maxPlace || v > maxPlace {
				return fmt.Errorf("%w: a line that is far away", ErrMalformed)
			}
		}
		if l.Block < block || l.Size <= 0 || l.Text == "" {
			return fmt.Errorf("%w: a line that cannot be", ErrMalformed)
		}
		block = l.Block
	}
	return nil
}

func isReason(s string) bool { return s == Broken || s == Encrypted || s == TooLarge || s == Slow }
