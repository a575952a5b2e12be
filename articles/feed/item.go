package feed

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"gloss/articles/clean"
	"gloss/articles/link"
)

// feed returns the feed that a digest makes.
func (d digest) feed(limits Limits) *Feed {
	p := d.parsed
	f := &Feed{
		Title:       oneLine(value{p.Title, titleKind(d.about.title)}, MaxTitle),
		Description: oneLine(value{p.Description, d.about.summary}, MaxSummary),
		Lang:        short(p.Language, 40),
	}
	f.Link = webAddress(p.Link, d.about.base)
	site := parseBase(f.Link.String(), d.about.base)
	names := ""
	if p.FeedType != "rss" {
		// The authors of the feed are those of its items. In RSS they are its
		// editors.
		names = authors(p.Authors)
	}
	f.Items = make([]Item, 0, len(p.Items))
	cut := 0
	for i, it := range p.Items {
		about := facts{base: d.about.base}
		if i < len(d.facts) {
			about = d.facts[i]
		}
		if about.base == nil {
			about.base = site
		}
		item := newItem(it, about, names, limits)
		if item.cut {
			cut++
		}
		f.Items = append(f.Items, item)
	}
	if cut > 0 {
		f.Notices = append(f.Notices, clean.Line(fmt.Sprintf("%d %s cut at %s", cut, were(cut), size(limits.Content))))
	}
	return f
}

// newItem returns an item. Names are those of the feed's authors.
func newItem(p *gofeed.Item, about facts, names string, limits Limits) Item {
	summary, content := value{p.Description, about.summary}, value{p.Content, about.content}
	item := Item{
		Link:   webAddress(p.Link, about.base),
		ID:     short(p.GUID, MaxTitle),
		Byline: short(byline(p), MaxSummary),
		Date:   dateOf(p),
		base:   about.base,
		cut:    about.cut,
	}
	if item.Link.IsEmpty() && strings.HasPrefix(strings.ToLower(strings.TrimSpace(p.GUID)), "http") {
		item.Link = webAddress(p.GUID, nil)
	}
	if item.ID.IsEmpty() {
		item.ID = item.Link
	}
	if item.Byline.IsEmpty() {
		item.Byline = short(names, MaxSummary)
	}
	item.body = content
	if strings.TrimSpace(content.text) == "" {
		item.body = summary
	}
	item.Summary = oneLine(summary, MaxSummary)
	if item.Summary.IsEmpty() {
		item.Summary = oneLine(content, MaxSummary)
	}
	item.Title = oneLine(value{p.Title, titleKind(about.title)}, MaxTitle)
	if item.titled = !item.Title.IsEmpty(); !item.titled {
		item.Title = untitled(item)
	}
	if len(item.body.text) > limits.Content {
		item.body.text, item.cut = clip(item.body.text, limits.Content), true
	}
	item.Full = isFull(item.body, summary)
	return item
}

// titleKind returns the form of a title: text, unless the feed says otherwise.
func titleKind(k kind) kind {
	if k == unsure {
		return plain
	}
	return k
}

// untitled returns what an item without a title is listed as: its first words,
// or its address.
func untitled(item Item) clean.Text {
	const words = 80 // code points
	if !item.Summary.IsEmpty() {
		return shorten(item.Summary, words)
	}
	if !item.Link.IsEmpty() {
		return item.Link
	}
	return clean.Line("untitled")
}

// oneLine returns a value as one line of at most n code points.
func oneLine(v value, n int) clean.Text {
	// A code point has up to four bytes, and blanks may go.
	return shorten(clean.Line(v.excerpt(6*n)), n)
}

// short returns plain text as one line of at most n code points.
func short(s string, n int) clean.Text { return shorten(clean.Line(clip(s, 6*n)), n) }

// shorten returns the first n code points of a line at most. It ends in "…"
// where something is left out, behind a word if there is one near.
func shorten(t clean.Text, n int) clean.Text {
	s := t.String()
	if len(s) <= n {
		return t
	}
	count, last := 0, 0 // last is a byte behind a word
	for off, r := range s {
		if count == n-1 && off+len(string(r)) < len(s) {
			if off-last > 40 || last == 0 {
				last = off
			}
			return clean.Line(s[:last] + "…")
		}
		if r == ' ' {
			last = off
		}
		count++
	}
	return t
}

// webAddress returns an address of the web as it can be opened, or nothing.
func webAddress(address string, base *url.URL) clean.Text {
	target := link.Target(address, base)
	u, err := url.Parse(target.String())
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return clean.Text{}
	}
	return target
}

// authors returns the names of persons, parted by commas. A person without a
// name is known by an address.
func authors(persons []*gofeed.Person) string {
	var names []string
	for _, p := range persons[:min(len(persons), maxAuthors)] {
		name := strings.TrimSpace(p.Name)
		if name == "" {
			name = strings.TrimSpace(p.Email)
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// byline returns who wrote an item. All creators that Dublin Core names are
// taken; gofeed's authors have the first only, and only in forms that it knows.
func byline(p *gofeed.Item) string {
	names := authors(p.Authors)
	if dc := p.DublinCoreExt; dc != nil && (names == "" || len(dc.Creator) > 1) {
		names = strings.Join(dc.Creator[:min(len(dc.Creator), maxAuthors)], ", ")
	}
	return names
}

// maxAuthors is how many authors of an item are named.
const maxAuthors = 20

// dateOf returns when an item was published, or last changed. Years that no
// article has are no date.
func dateOf(p *gofeed.Item) time.Time {
	for _, date := range []*time.Time{p.PublishedParsed, p.UpdatedParsed} {
		if date != nil && date.Year() >= 1000 && date.Year() < 3000 {
			return *date
		}
	}
	return time.Time{}
}
