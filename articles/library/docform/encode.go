package docform

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"time"

	"gloss/articles"
	"gloss/articles/clean"
)

// Encode returns the form of a whole document. It depends on nothing but the
// document.
func Encode(doc *articles.Document) ([]byte, error) {
	if doc.Partial {
		return nil, errors.New("only a part of the document is here")
	}
	var w writer
	m := doc.Meta
	for _, t := range []clean.Text{m.ID, m.Title, m.Byline, m.Source, m.URL, m.Lang} {
		w.text(t)
	}
	if err := w.date(m.Date); err != nil {
		return nil, err
	}
	w.number(len(doc.Notices))
	for _, n := range doc.Notices {
		w.text(n)
	}
	w.blocks(doc.Blocks)
	w.number(len(doc.Inlines))
	from := 0
	for _, in := range doc.Inlines {
		w.number(int(in.Kind))
		w.span(in.Span, &from)
		from = in.Span.Start
		w.text(in.Target)
	}
	if len(w.b) > maxBytes || w.containers > maxContainers {
		return nil, errTooLarge
	}
	if len(w.b) <= short {
		return stored(w.b), nil
	}
	out := bytes.NewBuffer([]byte{version})
	z, err := flate.NewWriter(out, flate.DefaultCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(w.b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// short is the most bytes that are not compressed: an article's form mostly has a
// few hundred, and what compresses them takes most of a megabyte.
const short = 1 << 10

// stored returns a form of bytes as they are, at most 65,535: a stored block of
// RFC 1951, section 3.2.4, which is the last.
func stored(b []byte) []byte {
	form := []byte{version, 1}
	form = binary.LittleEndian.AppendUint16(form, uint16(len(b)))
	form = binary.LittleEndian.AppendUint16(form, ^uint16(len(b)))
	return append(form, b...)
}

type writer struct {
	b          []byte
	containers int // in all paths
}

func (w *writer) number(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) }

func (w *writer) text(t clean.Text) {
	w.number(t.Len())
	w.b = append(w.b, t.String()...)
}

// date writes a time with its offset from UTC, but not the name of its zone.
func (w *writer) date(t time.Time) error {
	if t.IsZero() {
		w.number(0)
		return nil
	}
	b, err := t.MarshalBinary()
	if err != nil {
		return err
	}
	w.number(len(b))
	w.b = append(w.b, b...)
	return nil
}

// span writes a span that starts at or after an offset, which becomes its end.
func (w *writer) span(s articles.Span, from *int) {
	w.number(s.Start - *from)
	w.number(s.Len())
	*from = s.End
}

func (w *writer) blocks(all []articles.Block) {
	w.number(len(all))
	from := 0
	var before []articles.Container
	for _, b := range all {
		w.number(int(b.Kind))
		w.number(b.Level)
		flags := 0
		if b.Tight {
			flags |= tight
		}
		if b.Reflow {
			flags |= reflow
		}
		w.number(flags)
		start := b.Span.Start
		w.span(b.Span, &from)
		w.text(b.Lang)
		w.path(b.Path, before)
		before = b.Path
		if b.Kind == articles.Table {
			w.rows(b.Rows, start)
		}
	}
}

// path writes a path as how many of its containers are those of the block
// before, and the others.
func (w *writer) path(path, before []articles.Container) {
	w.containers += len(path)
	same := 0
	for same < len(path) && same < len(before) && path[same] == before[same] {
		same++
	}
	w.number(same)
	w.number(len(path) - same)
	for _, c := range path[same:] {
		kind := int(c.Kind) << 1
		if c.First {
			kind |= 1
		}
		w.number(kind)
		w.text(c.Marker)
	}
}

func (w *writer) rows(rows []articles.Row, from int) {
	w.number(len(rows))
	for _, r := range rows {
		header := 0
		if r.Header {
			header = 1
		}
		w.number(header)
		w.number(len(r.Cells))
		for _, c := range r.Cells {
			w.span(c, &from)
		}
		w.number(len(r.Align))
		for _, a := range r.Align {
			w.number(int(a))
		}
	}
}
