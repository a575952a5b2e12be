// Package open reads articles: it finds out how a source is written and joins
// the readers of the single formats to the decoding, the cleaning and the
// search for title, byline and date.
//
//	src, err := open.File("story.md")
//	head, err := open.ReadHead(src, 32<<10) // for the first frame
//	doc, err := open.Read(ctx, src, open.Options{}) // the whole, later
//
// What ReadHead gives is the beginning of what Read gives: the same text, the
// same blocks.
package open

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"gloss/articles"
	"gloss/articles/charset"
	"gloss/articles/credits"
	"gloss/articles/epub"
	"gloss/articles/feed"
	"gloss/articles/mail"
	"gloss/articles/webpage"
)

// Source is an article as it is stored.
type Source struct {
	Name   string // the file's name, for its ending and for messages; may be ""
	Data   string // the bytes as they are, or the first of them
	Left   int64  // bytes behind Data that were not read; -1 where nobody knows how many
	Format Format

	// What the server said of it, where it came from one.
	URL         string // http or https; "" for a file
	ContentType string // "text/html"; may be ""
	Charset     string // may be "" or wrong
}

// Options are what some formats need.
type Options struct {
	// PDF reads a PDF. Without it, one is ErrUnsupported.
	PDF func(ctx context.Context, data string) (*articles.Document, error)
}

// ErrFeed says that a source is a feed, which ReadFeed reads.
var ErrFeed = errors.New("is a feed, not an article")

// Read reads the whole source. Past the limits of its format, it reads what is
// before them, and the document's notices tell what was left out. The
// errors are ErrEmpty, ErrBinary, ErrUnsupported and ErrFeed, those of the
// formats' readers and that of ctx, wrapped with the name.
func Read(ctx context.Context, src Source, o Options) (*articles.Document, error) {
	doc, err := src.read(ctx, o)
	if err != nil {
		return nil, fmt.Errorf("%s %w", src.label(), err)
	}
	if doc.Meta.URL.IsEmpty() && src.URL != "" {
		doc.Meta.URL = address(src.URL)
	}
	return doc, nil
}

// ReadFeed reads a source that is a feed.
func ReadFeed(src Source) (*feed.Feed, error) {
	f, err := feed.Read(src.Data, feed.Options{URL: src.URL, ContentType: src.header()})
	if err != nil {
		return nil, fmt.Errorf("%s %w", src.label(), err)
	}
	return f, nil
}

// ReadHead reads about the first n bytes of plain text or Markdown, up to the
// end of a block: all blocks that start there are in the document. Where that
// is the whole source, the document is the same as Read's and not Partial. It
// never reads less than MinHead. Of other formats the beginning cannot be read
// alone: see HasHead.
func ReadHead(src Source, n int) (*articles.Document, error) {
	doc, err := src.readText(max(n, MinHead))
	if err != nil {
		return nil, fmt.Errorf("%s %w", src.label(), err)
	}
	return doc, nil
}

// HasHead reports whether ReadHead can read the source.
func (s Source) HasHead() bool {
	f := s.Detect()
	return f == Text || f == Markdown
}

// MinHead is the least number of bytes that ReadHead reads, so that title,
// byline and date are found.
const MinHead = 4 << 10

func (s Source) read(ctx context.Context, o Options) (*articles.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := check(s.Data); err != nil {
		return nil, err
	}
	switch s.Detect() {
	case Feed:
		return nil, ErrFeed
	case HTML:
		return webpage.Read(s.Data, webpage.Options{URL: s.URL, ContentType: s.header()})
	case EPUB:
		return epub.Read(ctx, strings.NewReader(s.Data), int64(len(s.Data)), epub.Limits{})
	case Mail:
		doc, err := mail.Read(ctx, s.Data, mail.Limits{})
		if errors.Is(err, mail.ErrNotMessage) {
			return s.readText(-1)
		}
		return doc, err
	case PDF:
		if o.PDF == nil {
			return nil, fmt.Errorf("is a PDF, %w", ErrUnsupported)
		}
		return o.PDF(ctx, s.Data)
	}
	return s.readText(-1)
}

// readText reads plain text or Markdown up to limit, or all of it where limit
// is negative.
func (s Source) readText(limit int) (*articles.Document, error) {
	if err := check(s.Data); err != nil {
		return nil, err
	}
	enc, mark := charset.Detect(s.Data)
	data := s.Data[mark:]
	if limit >= len(data) {
		limit = -1
	}
	var doc *articles.Document
	if s.detect(enc, data) == Markdown {
		doc = readMarkdown(enc, data, limit)
	} else {
		doc = readPlain(enc, data, limit)
	}
	credits.Complete(doc)
	if !doc.Partial {
		s.noteLeft(doc)
	}
	return doc, nil
}

// header returns the Content-Type header that stands for what the server said.
func (s Source) header() string {
	if s.ContentType == "" || s.Charset == "" {
		return s.ContentType
	}
	return s.ContentType + "; charset=" + s.Charset
}
