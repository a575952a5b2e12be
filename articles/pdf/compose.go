package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/compose"
	"gloss/articles/pdf/layout"
	"gloss/articles/pdf/wire"
)

// document makes a document of what was read.
func document(r reading) (*articles.Document, error) {
	pages := make([]layout.Page, 0, len(r.pages))
	read, pictures, unknown := 0, 0, 0
	for _, rec := range r.pages {
		page := layout.Page{Number: rec.Number}
		for _, l := range rec.Lines {
			page.Lines = append(page.Lines, l.Line())
		}
		pages = append(pages, page)
		if len(rec.Lines) > 0 || rec.Left == "" {
			read++
		}
		if len(rec.Lines) == 0 && rec.Pictures {
			pictures++
		}
		unknown += rec.Unknown
	}
	paragraphs := layout.Compose(pages)
	var b compose.Builder
	for _, p := range paragraphs {
		write(&b, p)
	}
	b.Notice("PDF: the text layer, best effort; columns, paragraphs and headings are guessed")
	notices(&b, r, read, pictures, unknown)
	doc := b.Document()
	if doc.Text.IsEmpty() {
		return nil, r.empty(pictures)
	}
	doc.Meta = metaOf(r.file, paragraphs)
	return doc, nil
}

// empty returns why there is no text.
func (r *reading) empty(pictures int) error {
	limited := r.late || r.full || r.died || len(r.dead) > 0
	for _, rec := range r.pages {
		if rec.Left == wire.Broken {
			return ErrBroken
		}
		limited = limited || rec.Left != ""
	}
	switch {
	case limited:
		return ErrLimit
	case pictures > 0:
		return fmt.Errorf("%w: this PDF holds pictures only", ErrNoText)
	}
	return ErrNoText
}

// write adds a paragraph to a document.
func write(b *compose.Builder, p layout.Paragraph) {
	place := compose.Place{}.Tight(p.Follows)
	if p.Marker != "" {
		place = place.Within(articles.Item, p.Marker)
	}
	block := place.Block(articles.Paragraph)
	if p.Level > 0 {
		block.Kind, block.Level = articles.Heading, p.Level
	}
	for i, line := range strings.Split(p.Text, "\n") {
		if i > 0 {
			b.BreakLine()
		}
		b.Write(line)
	}
	b.End(block, false)
}

// notices says what was left out.
func notices(b *compose.Builder, r reading, read, pictures, unknown int) {
	if r.file.Mended {
		b.Notice("the PDF is damaged: its parts were searched for, and some may be missing")
	}
	why := ""
	switch {
	case r.late:
		why = "the time for reading ran out"
	case r.full:
		why = "there is too much text"
	case r.died:
		why = "the reader of PDF reached a limit"
	case r.file.Pages > r.opt.Limits.Pages && len(r.pages) > 0 && r.pages[len(r.pages)-1].Number == r.opt.Limits.Pages:
		why = "no more are read of a file"
	}
	if why != "" {
		of := ""
		if r.file.Pages > 0 {
			of = fmt.Sprintf(" of %d", r.file.Pages)
		}
		b.Notice(fmt.Sprintf("%s%s read: %s", count(read), of, why))
	}
	for _, reason := range [...]struct{ code, text string }{
		{wire.Broken, "malformed"}, {wire.Slow, "too slow to read"}, {wire.TooLarge, "too large"},
	} {
		var numbers []int
		for _, rec := range r.pages {
			if rec.Left == reason.code {
				numbers = append(numbers, rec.Number)
			}
		}
		if len(numbers) > 0 {
			b.Notice(fmt.Sprintf("not all of %s: %s", list(numbers), reason.text))
		}
	}
	if len(r.dead) > 0 {
		b.Notice(fmt.Sprintf("left out: %s, where the reader of PDF died", list(r.dead)))
	}
	if pictures > 0 {
		b.Notice(fmt.Sprintf("no text layer on %s of pictures", count(pictures)))
	}
	if unknown > 0 {
		b.Notice(fmt.Sprintf("characters that have no meaning in Unicode: %d, each shown as \ufffd", unknown))
	}
}

// list names pages, the first of them by their numbers.
func list(numbers []int) string {
	const most = 8
	names := make([]string, 0, most)
	for _, n := range numbers[:min(len(numbers), most)] {
		names = append(names, strconv.Itoa(n))
	}
	s := "page " + names[0]
	if len(numbers) > 1 {
		s = "pages " + strings.Join(names, ", ")
	}
	if n := len(numbers) - most; n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	return s
}

func count(pages int) string {
	if pages == 1 {
		return "1 page"
	}
	return fmt.Sprintf("%d pages", pages)
}

// metaOf returns what the file says of itself, and the title from its first
// page where it says none.
func metaOf(file wire.Record, paragraphs []layout.Paragraph) articles.Meta {
	meta := articles.Meta{Title: clean.Line(clip(file.Title)), Byline: clean.Line(clip(file.Author))}
	if !isTitle(meta.Title.String()) {
		meta.Title = clean.Line(clip(layout.Title(paragraphs)))
	}
	if !isAuthor(meta.Byline.String()) {
		meta.Byline = clean.Text{}
	}
	meta.Date, _ = parseDate(file.Created)
	return meta
}
