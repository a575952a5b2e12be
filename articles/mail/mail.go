// Package mail reads a saved message, as mail programs export it (.eml), into
// a document: its subject as the title, and of the ways in which a message may
// say the same thing the one that reads best. Newsletters are what it is for.
//
// The format is that of RFC 5322 and MIME (RFC 2045 to 2049). Each part is
// decoded once. Nothing that a message asks for from elsewhere is fetched.
package mail

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"gloss/articles"
	"gloss/articles/compose"
)

// What can be wrong with a message, for callers that branch. Each is worded to
// stand behind the name of the file.
var (
	ErrNotMessage = errors.New("is no message")
	ErrEncrypted  = errors.New("is an encrypted message")
	ErrNoText     = errors.New("is a message without text")
)

// Limits is how much of a message is read. A field that is zero stands for its
// value in DefaultLimits.
type Limits struct {
	Header int // bytes of each header
	Fields int // fields of each header
	Depth  int // parts within each other
	Parts  int // parts of the whole message
	Text   int // bytes of the text's parts together, as they were sent
	Lines  int // lines of each part in plain text, and blocks of the document
}

// DefaultLimits returns limits that no message meant for reading comes near.
func DefaultLimits() Limits {
	return Limits{Header: 1 << 20, Fields: 2000, Depth: 16, Parts: 1000, Text: 16 << 20, Lines: 200_000}
}

// filled returns the limits with defaults for those that are zero.
func (l Limits) filled() Limits {
	d := DefaultLimits()
	for _, f := range [...]struct {
		field *int
		value int
	}{{&l.Header, d.Header}, {&l.Fields, d.Fields}, {&l.Depth, d.Depth}, {&l.Parts, d.Parts}, {&l.Text, d.Text}, {&l.Lines, d.Lines}} {
		if *f.field <= 0 {
			*f.field = f.value
		}
	}
	return l
}

// Read reads a message from its bytes, or the first of a file of several (mbox,
// RFC 4155). Past a limit, and where a part cannot be decoded, the document has
// what could be read and a notice of the rest. When ctx is done, it ends with
// the part that was read last. The errors are ErrNotMessage, ErrEncrypted and
// ErrNoText.
func Read(ctx context.Context, data string, limits Limits) (*articles.Document, error) {
	limits = limits.filled()
	data = strings.TrimPrefix(data, "\ufeff")
	data, more, _ := firstOfBox(data)
	head, body := splitHeader(data)
	h, cut := parseHeader(head, limits)
	if len(h) == 0 {
		return nil, ErrNotMessage
	}
	meta := metadata(h)
	read := func(title string) (*articles.Document, error) {
		r := reader{ctx: ctx, limits: limits}
		if more {
			r.b.Notice("The file holds several messages: only the first is shown.")
		}
		if cut {
			r.b.Notice("The header of the message is too large: its end was left out.")
		}
		return r.message(title, entity{header: h, body: body})
	}
	doc, err := read(meta.Title.String())
	if err == nil && repeatsTitle(doc) {
		if doc, err = read(""); err == nil {
			doc.Blocks[0].Kind, doc.Blocks[0].Level, doc.Blocks[0].Reflow = articles.Heading, 1, false
		}
	}
	if err != nil {
		return nil, err
	}
	doc.Meta = meta
	return doc, nil
}

// repeatsTitle tells whether the text of a message begins with its title.
func repeatsTitle(doc *articles.Document) bool {
	if len(doc.Blocks) < 2 || doc.Blocks[0].Kind != articles.Heading {
		return false
	}
	first, second := doc.Blocks[0], doc.Blocks[1]
	return (second.Kind == articles.Heading || second.Kind == articles.Paragraph) && len(second.Path) == 0 &&
		strings.EqualFold(first.Span.Of(doc.Text), second.Span.Of(doc.Text))
}

// message returns a message as a document, with its title as the first heading
// where that is not "".
func (r *reader) message(title string, e entity) (*articles.Document, error) {
	if title != "" {
		r.b.Write(title)
		r.b.End(articles.Block{Kind: articles.Heading, Level: 1}, false)
		r.titles = 1
	}
	r.read(e, 0)
	r.notices()
	switch {
	case r.b.Blocks() == r.titles && r.encrypted:
		return nil, ErrEncrypted
	case r.b.Blocks() == r.titles && r.ctx.Err() != nil:
		return nil, fmt.Errorf("read the message: %w", r.ctx.Err())
	case r.b.Blocks() == 0:
		return nil, ErrNoText
	}
	doc := r.b.Document()
	doc.Inlines = compose.Outward(doc.Inlines)
	return doc, nil
}

// reader reads the parts of one message.
type reader struct {
	ctx    context.Context
	limits Limits
	b      compose.Builder
	titles int // blocks that are the title: headings of pages are lowered below it
	parts  int // that were looked at
	taken  int // bytes of them that became text

	attachments []string
	unnamed     int // attachments that are not in the list
	left        int // parts beyond a limit
	damaged     int
	encrypted   bool
}

// notices says what is not in the document.
func (r *reader) notices() {
	if n := len(r.attachments) + r.unnamed; n > 0 {
		line := fmt.Sprintf("%d attachments are not shown", n)
		if n == 1 {
			line = "An attachment is not shown"
		}
		if len(r.attachments) > 0 {
			line += ": " + strings.Join(r.attachments, ", ")
		}
		if r.unnamed > 0 && len(r.attachments) > 0 {
			line += fmt.Sprintf(" and %d others", r.unnamed)
		}
		r.b.Notice(line + ".")
	}
	if r.left > 0 {
		r.b.Notice("The message is larger or deeper than Gloss reads: a part of it was left out.")
	}
	if r.damaged > 0 {
		r.b.Notice("A part of the message is damaged: what could be read of it is shown.")
	}
	if r.encrypted {
		r.b.Notice("A part of the message is encrypted and was left out.")
	}
}
