// Package export writes annotated documents for other programs and for people.
//
// Offsets in what it writes count Unicode code points, as the W3C
// TextPositionSelector does, not bytes.
package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"gloss/annotate"
)

// A Document is a text with what was found in it.
type Document struct {
	ID    string
	Title string
	Lang  string    // as stated (BCP 47); that of the annotations goes first
	Date  time.Time // the zero time is left out
	URL   string
	Text  string

	Annotations annotate.Annotations
}

// A Format is a way to write documents.
type Format string

// The formats.
const (
	JSON  Format = "json"  // indented; several documents make an array
	JSONL Format = "jsonl" // one document a line
	Table Format = "table" // aligned text for people
)

// Formats returns all formats.
func Formats() []Format { return []Format{JSON, JSONL, Table} }

// ParseFormat returns the format of that name.
func ParseFormat(name string) (Format, error) {
	for _, f := range Formats() {
		if string(f) == name {
			return f, nil
		}
	}
	return "", fmt.Errorf("unknown format %q", name)
}

// Parts are the kinds of annotations to write.
type Parts struct{ Entities, Quotes, Coalitions bool }

// All are all kinds.
func All() Parts { return Parts{Entities: true, Quotes: true, Coalitions: true} }

// ParseParts reads a list such as "entities,quotes". An empty list is all.
func ParseParts(list string) (Parts, error) {
	if strings.TrimSpace(list) == "" {
		return All(), nil
	}
	var p Parts
	for name := range strings.SplitSeq(list, ",") {
		switch strings.TrimSpace(name) {
		case "entities":
			p.Entities = true
		case "quotes":
			p.Quotes = true
		case "coalitions":
			p.Coalitions = true
		default:
			return Parts{}, fmt.Errorf("unknown kind of annotation %q", strings.TrimSpace(name))
		}
	}
	return p, nil
}

// A Writer writes documents one after another. It is not safe for concurrent
// use.
type Writer struct {
	out    io.Writer
	format Format
	only   Parts
	n      int
	held   []byte // the first JSON document: an array opens only before a second
}

// NewWriter returns a writer of the format to out. Only the given parts are
// written.
func NewWriter(out io.Writer, format Format, only Parts) *Writer {
	return &Writer{out: out, format: format, only: only}
}

// Write writes one document. In the JSON format the first one is kept back
// until the second or Close.
func (w *Writer) Write(d Document) error {
	w.n++
	var err error
	switch w.format {
	case Table:
		err = w.writeTable(d)
	case JSONL:
		var b []byte
		if b, err = marshal(newRecord(d, w.only), ""); err == nil {
			_, err = w.out.Write(append(b, '\n'))
		}
	default:
		err = w.writeJSON(d)
	}
	if err != nil {
		return fmt.Errorf("write document %q: %w", d.ID, err)
	}
	return nil
}

func (w *Writer) writeJSON(d Document) error {
	b, err := marshal(newRecord(d, w.only), "  ")
	if err != nil {
		return err
	}
	if w.n == 1 {
		w.held = b
		return nil
	}
	lead := ",\n"
	if w.n == 2 {
		lead = "[\n" + string(w.held) + ",\n"
		w.held = nil
	}
	if _, err := io.WriteString(w.out, lead); err != nil {
		return err
	}
	_, err = w.out.Write(b)
	return err
}

// Close writes what is still to be written. It does not close the underlying
// writer.
func (w *Writer) Close() error {
	if w.format != JSON || w.n == 0 {
		return nil
	}
	end := "\n]\n"
	if w.n == 1 {
		end = string(w.held) + "\n"
	}
	if _, err := io.WriteString(w.out, end); err != nil {
		return fmt.Errorf("write the end: %w", err)
	}
	return nil
}

func marshal(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
