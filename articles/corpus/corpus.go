// Package corpus reads collections of articles in the JSON Lines form: one
// object a line, with the article in "text" and, if need be, "id", "title",
// "date", "url" and "lang". Other keys are ignored.
package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/credits"
	"gloss/articles/plain"
)

// MaxLine is the most bytes a line may have, its line end aside.
const MaxLine = 256 << 20

// What can be wrong with a line, beside its JSON.
var (
	ErrTooLong = errors.New("line is longer than 256 MB")
	ErrNoText  = errors.New(`no "text"`)
)

// An Error tells which line is wrong, counted from 1.
type Error struct {
	Line int
	Err  error
}

// Error returns the message, which begins with the line.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong with the line.
func (e *Error) Unwrap() error { return e.Err }

// record is a line's object. What is not of the type that it should be is
// ignored, but for the text.
type record struct {
	Text  *string         `json:"text"`
	ID    json.RawMessage `json:"id"`
	Title json.RawMessage `json:"title"`
	Date  json.RawMessage `json:"date"`
	URL   json.RawMessage `json:"url"`
	Lang  json.RawMessage `json:"lang"`
}

// Read yields the documents of the lines of r in order. A line that is wrong
// gives an *Error, and the lines behind it are read all the same; only where r
// itself fails does the reading end, with an error that is no *Error. Lines
// with nothing on them are passed over.
func Read(r io.Reader) iter.Seq2[*articles.Document, error] { return read(r, MaxLine) }

func read(r io.Reader, maxLine int) iter.Seq2[*articles.Document, error] {
	return func(yield func(*articles.Document, error) bool) {
		lines := lineReader{r: bufio.NewReaderSize(r, 64<<10), most: maxLine}
		for {
			line, err := lines.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil && !errors.Is(err, ErrTooLong) {
				yield(nil, fmt.Errorf("read line %d: %w", lines.number, err))
				return
			}
			var doc *articles.Document
			if err == nil {
				if line = bytes.TrimSpace(line); len(line) == 0 {
					continue
				}
				doc, err = parse(line)
			}
			if err != nil {
				err = &Error{Line: lines.number, Err: err}
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// lineReader reads lines of any length.
type lineReader struct {
	r      *bufio.Reader
	most   int // bytes that a line may have
	buf    []byte
	number int // of the line that was read last, from 1
}

// next returns the next line, good until the next call. A line that is too
// long is passed over to its end and gives ErrTooLong.
func (l *lineReader) next() ([]byte, error) {
	l.number++
	l.buf = l.buf[:0]
	tooLong := false
	for {
		part, err := l.r.ReadSlice('\n')
		if len(l.buf)+len(part) > l.most+1 {
			tooLong = true
			l.buf = nil
		}
		if !tooLong {
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case tooLong && (err == nil || errors.Is(err, io.EOF)):
			return nil, ErrTooLong
		case err == nil, errors.Is(err, io.EOF) && len(l.buf) > 0:
			return l.buf, nil
		}
		return nil, err
	}
}

// parse makes a document of a line.
func parse(line []byte) (*articles.Document, error) {
	line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		return nil, err
	}
	if rec.Text == nil {
		return nil, ErrNoText
	}
	text := clean.Of(*rec.Text)
	doc := &articles.Document{Text: text, Blocks: plain.Blocks(text.String(), -1)}
	doc.Meta = articles.Meta{
		ID:    word(rec.ID),
		Title: word(rec.Title),
		URL:   word(rec.URL),
		Lang:  word(rec.Lang),
	}
	doc.Meta.Date, _ = credits.ParseDate(word(rec.Date).String())
	credits.Complete(doc)
	return doc, nil
}

// word returns a string or number of JSON as one clean line, empty for anything
// else.
func word(raw json.RawMessage) clean.Text {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return clean.Line(s)
	}
	var n json.Number
	if json.Unmarshal(raw, &n) == nil {
		return clean.Line(n.String())
	}
	return clean.Text{}
}
