package docform

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"gloss/articles"
	"gloss/articles/clean"
)

// Decode returns the document of a text and a form. The error says that the
// form is not one, or not of this text.
func Decode(text clean.Text, form []byte) (*articles.Document, error) {
	if len(form) == 0 || form[0] != version {
		return nil, errors.New("the document's form is not known")
	}
	b, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(form[1:])), maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("the document's form: %w", err)
	}
	if len(b) > maxBytes {
		return nil, errTooLarge
	}
	r := &reader{b: b}
	doc := &articles.Document{Text: text}
	m := &doc.Meta
	for _, t := range []*clean.Text{&m.ID, &m.Title, &m.Byline, &m.Source, &m.URL, &m.Lang} {
		*t = r.line()
	}
	m.Date = r.date()
	for range r.count() {
		doc.Notices = append(doc.Notices, r.line())
	}
	doc.Blocks = r.blocks()
	from := 0
	for range r.count() {
		in := articles.Inline{Kind: articles.InlineKind(r.below(int(articles.Image) + 1)), Span: r.span(&from), Target: r.line()}
		from = in.Span.Start
		doc.Inlines = append(doc.Inlines, in)
	}
	if r.err == nil && len(r.b) > 0 {
		r.fail("there is more than a document")
	}
	if r.err == nil {
		r.err = check(doc)
	}
	if r.err != nil {
		return nil, fmt.Errorf("the document's form: %w", r.err)
	}
	return doc, nil
}

// A reader reads what a writer wrote. After an error it gives zeros.
type reader struct {
	b          []byte
	err        error
	containers int
}

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = errors.New(what)
	}
	r.b = nil
}

// number reads a number, which is never negative.
func (r *reader) number() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > 1<<40 {
		r.fail("a number is missing or too large")
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// below reads a number that is less than n.
func (r *reader) below(n int) int {
	if v := r.number(); v < n {
		return v
	}
	r.fail("a value that is not known")
	return 0
}

// count reads how many there are of what takes at least a byte each.
func (r *reader) count() int {
	if n := r.number(); n <= len(r.b) {
		return n
	}
	r.fail("it is cut off")
	return 0
}

func (r *reader) bytes() []byte {
	n := r.count()
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) line() clean.Text {
	s := string(r.bytes())
	t := clean.Line(s)
	if t.String() != s {
		r.fail("a text is not one clean line")
	}
	return t
}

func (r *reader) date() (t time.Time) {
	if b := r.bytes(); len(b) > 0 {
		if err := t.UnmarshalBinary(b); err != nil {
			r.fail("a date is none")
		}
	}
	return t
}

func (r *reader) span(from *int) articles.Span {
	start := *from + r.number()
	s := articles.Span{Start: start, End: start + r.number()}
	*from = s.End
	return s
}

func (r *reader) blocks() (all []articles.Block) {
	from := 0
	var before []articles.Container
	for range r.count() {
		b := articles.Block{Kind: articles.BlockKind(r.below(int(articles.Rule) + 1)), Level: r.below(7)}
		flags := r.below(tight | reflow + 1)
		b.Tight, b.Reflow = flags&tight != 0, flags&reflow != 0
		b.Span = r.span(&from)
		b.Lang = r.line()
		b.Path = r.path(before)
		before = b.Path
		if b.Kind == articles.Table {
			b.Rows = r.rows(b.Span.Start)
		}
		if r.err != nil {
			return nil
		}
		all = append(all, b)
	}
	return all
}

func (r *reader) path(before []articles.Container) []articles.Container {
	same, more := r.number(), r.count()
	if same > len(before) {
		r.fail("a path goes on where there is none")
		return nil
	}
	if r.containers += same + more; r.containers > maxContainers {
		r.fail("too many containers")
		return nil
	}
	// Shared as far as it is the same; the clip keeps the other from being written over.
	path := slices.Clip(before[:same:same])
	for range more {
		kind := r.below(int(articles.Item)<<1 + 2)
		path = append(path, articles.Container{Kind: articles.ContainerKind(kind >> 1), First: kind&1 != 0, Marker: r.text()})
	}
	if len(path) == 0 {
		return nil
	}
	return path
}

// text reads a text that may have blanks at its ends.
func (r *reader) text() clean.Text {
	s := string(r.bytes())
	t := clean.Of(s)
	if t.String() != s {
		r.fail("a text is not clean")
	}
	return t
}

func (r *reader) rows(from int) (rows []articles.Row) {
	for range r.count() {
		row := articles.Row{Header: r.below(2) == 1}
		for range r.count() {
			row.Cells = append(row.Cells, r.span(&from))
		}
		for range r.count() {
			row.Align = append(row.Align, articles.Align(r.below(int(articles.AlignRight)+1)))
		}
		if r.err != nil {
			return nil
		}
		rows = append(rows, row)
	}
	return rows
}
