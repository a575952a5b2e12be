package epub

import (
	"context"
	"errors"
	"fmt"

	"gloss/articles"
	"gloss/articles/compose"
)

// binding joins the chapters of a book into one document.
type binding struct {
	archive *archive
	plan    *opf
	titles  map[string]heading // by the member's name
	places  map[string][]entry // the titles of places in it
	b       compose.Builder
	opened  []opened

	// Chapters that are not in the document as they are in the book.
	missing, locked, damaged, cut, left, late int
}

// opened is where a chapter begins whose first block may be its title.
type opened struct {
	block int // its index
	title heading
}

// readContents reads the titles of the chapters, from the navigation document
// or else the NCX.
func (b *binding) readContents() {
	a, p := b.archive, b.plan
	var entries []entry
	if data, _ := a.read(p.nav, a.limits.Control); p.nav != "" && data != nil {
		nav := parseNav(asHTML(decode(data)), p.nav)
		entries = nav.contents
		for _, name := range nav.cover {
			p.cover[a.stored(name)] = true
		}
	}
	if len(entries) == 0 && p.ncx != "" {
		if data, _ := a.read(p.ncx, a.limits.Control); data != nil {
			entries = parseNCX(decode(data), p.ncx, a.limits.Depth)
		}
	}
	for i := range entries {
		entries[i].name = a.stored(entries[i].name)
	}
	b.titles = headings(entries)
	b.places = map[string][]entry{}
	for _, e := range entries {
		if e.fragment != "" && e.title != "" {
			b.places[e.name] = append(b.places[e.name], e)
		}
	}
}

// readChapters appends the chapters, those outside the reading order last.
func (b *binding) readChapters(ctx context.Context) {
	names := append(b.plan.spine[:len(b.plan.spine):len(b.plan.spine)], b.plan.aside...)
	b.left = b.plan.over
	seen := map[string]bool{}
	for i, name := range names {
		if ctx.Err() != nil {
			b.late = len(names) - i
			return
		}
		if b.b.Len() >= b.archive.limits.Text || b.b.Blocks() >= b.archive.limits.Blocks || b.archive.left <= 0 {
			b.left += len(names) - i
			return
		}
		if !b.plan.toc[name] && !seen[name] {
			seen[name] = true
			b.chapter(name, i == 0)
		}
	}
}

// chapter appends one chapter.
func (b *binding) chapter(name string, first bool) {
	data, err := b.archive.read(name, b.archive.limits.Member)
	switch {
	case errors.Is(err, errMissing):
		b.missing++
	case errors.Is(err, errLocked):
		b.locked++
	case errors.Is(err, errBomb):
		b.left++
	case errors.Is(err, errCut):
		b.cut++
	case err != nil:
		b.damaged++
	}
	if len(data) == 0 {
		return
	}
	page := asHTML(decode(data))
	seen := look(page)
	if !seen.text && (first || b.plan.cover[name] || isCoverName(name)) {
		return // the picture of the cover
	}
	title, ok := b.titles[name]
	switch {
	case !ok, seen.near, title.inner && len(seen.headings) > 0, seen.headings[fold(title.text)]:
	case startsWith(seen.opening, title.text):
		b.opened = append(b.opened, opened{b.b.Blocks(), title})
	default:
		b.b.Write(title.text)
		b.b.End(articles.Block{Kind: articles.Heading, Level: title.level}, false)
	}
	b.page(name, page)
}

// startsWith tells whether a text begins with a title.
func startsWith(text, title string) bool {
	text, title = fold(text), fold(title)
	return len(text) >= len(title) && text[:len(title)] == title
}

// document returns what was read.
func (b *binding) document(ctx context.Context) (*articles.Document, error) {
	switch readable := len(b.plan.spine) + len(b.plan.aside) - b.locked; {
	case b.locked > readable:
		return nil, ErrProtected
	case b.b.Blocks() == 0 && ctx.Err() != nil:
		return nil, fmt.Errorf("read the book: %w", ctx.Err())
	case b.b.Blocks() == 0 && b.left > 0:
		return nil, fmt.Errorf("%w: its chapters are larger than Gloss reads", ErrNoText)
	case b.b.Blocks() == 0 && b.missing+b.damaged > 0:
		return nil, fmt.Errorf("%w: its chapters are missing or damaged", ErrDamaged)
	case b.b.Blocks() == 0:
		return nil, ErrNoText
	}
	b.notices()
	doc := b.b.Document()
	doc.Meta = b.plan.meta
	for _, o := range b.opened {
		promote(doc, o)
	}
	doc.Inlines = compose.Outward(doc.Inlines)
	return doc, nil
}

// notices says what is not in the document.
func (b *binding) notices() {
	if b.plan.guessed {
		b.b.Notice("The book does not say in which order its chapters come: they stand in the order of their files' names.")
	} else if !b.plan.whole {
		b.b.Notice("The list of the chapters is damaged or too long: some may be missing.")
	}
	if b.archive.over {
		b.b.Notice(fmt.Sprintf("The book has more than %d files: the others were left out.", b.archive.limits.Members))
	}
	for _, n := range [...]struct {
		count     int
		one, many string
	}{
		{b.missing, "A chapter is not in the file.", "%d chapters are not in the file."},
		{b.locked, "A chapter is encrypted and was left out.", "%d chapters are encrypted and were left out."},
		{b.damaged, "A chapter is damaged: what could be read of it is shown.", "%d chapters are damaged: what could be read of them is shown."},
		{b.cut, "A chapter is too large: its end was left out.", "%d chapters are too large: their ends were left out."},
		{b.left, "The book is larger than Gloss reads: a chapter was left out.", "The book is larger than Gloss reads: %d chapters were left out."},
		{b.late, "The book takes too long to read: its last chapter was left out.", "The book takes too long to read: its last %d chapters were left out."},
	} {
		switch {
		case n.count == 1:
			b.b.Notice(n.one)
		case n.count > 1:
			b.b.Notice(fmt.Sprintf(n.many, n.count))
		}
	}
}
