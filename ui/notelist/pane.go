// Package notelist is the pane that lists notes: under each article its notes
// in the order of the text, and in a section of their own those whose words
// are no longer in their article.
//
// It is a value with methods that knows nothing of keys and messages. Only
// what is in sight is laid out, so that ten thousand notes cost no more than
// ten.
package notelist

import (
	"strings"
	"time"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/list"
	"gloss/ui/theme"
)

// A Look says how a kind of note is shown: a sign of one cell, and its style.
type Look func(keep.Kind) (sign string, style theme.Style)

// An Entry is a note with what is known of its place.
type Entry struct {
	Note keep.Note
	At   articles.Span // its words in the article as it is now; empty where that is not known
	Lost bool          // its words are no longer in the article
}

// A Group is an article with its notes, in the order in which they are listed.
type Group struct {
	Article keep.Article
	Entries []Entry
}

// A Pane lists notes. It is used from one goroutine.
type Pane struct {
	groups        []Group
	theme         theme.Theme
	look          Look
	now           time.Time
	width, height int // cells

	filter string
	folded []string // what each note is filtered by, once there was a filter
	all    []item   // all notes, as they are listed
	lines  []line   // the rows of those that pass the filter
	notes  []int    // for each note that passes the filter, its first line
	at     int      // the selected one, as a place in notes
	first  int      // the first line in sight
}

// An item is a note, by its group and its place in it.
type item struct{ group, entry int }

// A line is a row of the list.
type line struct {
	kind lineKind
	item int // a place in all; of the first note under a heading
}

type lineKind uint8

const (
	blank   lineKind = iota
	section          // names the notes that are lost
	heading          // names an article
	words            // what the note is on
	body             // the note's own words, or what else there is to say
)

// New returns a pane without notes. Its size is 0 until SetSize.
func New(look Look, th theme.Theme) *Pane { return &Pane{look: look, theme: th} }

// Set lists the notes of groups. The note that is selected stays so, if it is
// among them, or else the place where it stood.
func (p *Pane) Set(groups []Group) {
	id, place := "", p.at
	if e, _, ok := p.Selected(); ok {
		id = e.Note.ID
	}
	p.groups, p.folded = groups, nil
	p.all = p.all[:0]
	for _, lost := range []bool{false, true} {
		for g := range groups {
			for i, e := range groups[g].Entries {
				if e.Lost == lost {
					p.all = append(p.all, item{g, i})
				}
			}
		}
	}
	p.arrange()
	p.at = max(0, min(place, len(p.notes)-1))
	p.Select(id)
}

// SetSize sets the columns and rows of the pane.
func (p *Pane) SetSize(width, height int) {
	narrowed := p.rowsEach()
	p.width, p.height = max(width, 0), max(height, 0)
	if p.rowsEach() != narrowed {
		p.arrange()
	}
}

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// SetNow tells the time, so that recent dates are shown as how long ago they
// are.
func (p *Pane) SetNow(now time.Time) { p.now = now }

// Len returns how many notes pass the filter, and how many there are.
func (p *Pane) Len() (listed, all int) { return len(p.notes), len(p.all) }

// Selected returns the selected note with its article; ok is false where there
// is none.
func (p *Pane) Selected() (e Entry, a keep.Article, ok bool) {
	if p.at >= len(p.notes) {
		return Entry{}, keep.Article{}, false
	}
	e, g := p.entry(p.lines[p.notes[p.at]].item)
	return e, g.Article, true
}

// entry returns a note by its place in all.
func (p *Pane) entry(i int) (Entry, *Group) {
	g := &p.groups[p.all[i].group]
	return g.Entries[p.all[i].entry], g
}

// Select selects the note of the ID, if it is listed.
func (p *Pane) Select(id string) {
	for place, first := range p.notes {
		if e, _ := p.entry(p.lines[first].item); e.Note.ID == id {
			p.at = place
			return
		}
	}
}

// Move moves the selection by n notes, as far as there are any.
func (p *Pane) Move(n int) { p.at = max(0, min(p.at+n, len(p.notes)-1)) }

// MovePage moves the selection by n pages.
func (p *Pane) MovePage(n int) { p.Move(n * max(p.room()/(p.rowsEach()+1), 1)) }

// ToEnd moves the selection to the last note, or the first.
func (p *Pane) ToEnd(last bool) {
	p.at = 0
	if last {
		p.at = max(len(p.notes)-1, 0)
	}
}

// SetFilter keeps only the notes that have all of the text: words in the note,
// in what it is on or in the title of its article, kind:claim (or the
// beginning of a kind), tag:x (or the beginning of a tag), is:lost.
func (p *Pane) SetFilter(text string) {
	id := ""
	if e, _, ok := p.Selected(); ok {
		id = e.Note.ID
	}
	p.filter = text
	p.at, p.first = 0, 0
	p.arrange()
	p.Select(id)
}

// Filter returns the filter.
func (p *Pane) Filter() string { return p.filter }

// arrange makes the rows of the notes that pass the filter.
func (p *Pane) arrange() {
	p.lines, p.notes = p.lines[:0], p.notes[:0]
	want := strings.Fields(list.Fold(p.filter))
	group, lost := -1, false
	for i, it := range p.all {
		if len(want) > 0 && !p.has(i, want) {
			continue
		}
		add := func(k lineKind) { p.lines = append(p.lines, line{k, i}) }
		e, _ := p.entry(i)
		if e.Lost && !lost {
			if len(p.lines) > 0 {
				add(blank)
			}
			add(section)
		}
		if it.group != group || e.Lost != lost {
			if len(p.lines) > 0 && e.Lost == lost {
				add(blank)
			}
			add(heading)
		}
		group, lost = it.group, e.Lost
		p.notes = append(p.notes, len(p.lines))
		add(words)
		if p.rowsEach() > 1 && p.hasBody(e) {
			add(body)
		}
	}
	p.at = max(0, min(p.at, len(p.notes)-1))
}

// hasBody reports whether a note needs a second row.
func (p *Pane) hasBody(e Entry) bool { return !e.Note.Body.IsEmpty() || len(e.Note.Tags) > 0 }

// has reports whether a note has all that a filter wants.
func (p *Pane) has(i int, want []string) bool {
	e, _ := p.entry(i)
	for _, w := range want {
		name, value, _ := strings.Cut(w, ":")
		ok := false
		switch name {
		case "kind":
			ok = strings.HasPrefix(string(e.Note.Kind), value)
		case "tag":
			for _, t := range e.Note.Tags {
				ok = ok || strings.HasPrefix(list.Fold(t.String()), value)
			}
		case "is":
			ok = value != "" && strings.HasPrefix("lost", value) && e.Lost
		default:
			ok = strings.Contains(p.foldedOf(i), w)
		}
		if !ok {
			return false
		}
	}
	return true
}

// foldedOf returns what a note is filtered by.
func (p *Pane) foldedOf(i int) string {
	if p.folded == nil {
		p.folded = make([]string, len(p.all))
		for k := range p.all {
			e, g := p.entry(k)
			n := e.Note
			p.folded[k] = list.Fold(n.Body.String() + "\n" + n.Target.At.Exact + "\n" + n.Target.Entity.Name + "\n" + joinTags(n.Tags) + "\n" + g.Article.Title.String())
		}
	}
	return p.folded[i]
}

func joinTags(tags []clean.Text) string {
	var b strings.Builder
	for i, t := range tags {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString("#" + t.String())
	}
	return b.String()
}

// room is how many rows the list has.
func (p *Pane) room() int { return max(p.height-headRows, 1) }

// narrow is the least width in columns, and low the least height in rows, at
// which a note takes two rows.
const narrow, low = 50, 8

// rowsEach is how many rows a note takes at the most.
func (p *Pane) rowsEach() int {
	if p.width < narrow || p.height < low {
		return 1
	}
	return 2
}

// scroll brings the selected note in sight, with the heading over it where it
// is the first under one, and as little movement as it takes.
func (p *Pane) scroll() {
	if len(p.notes) == 0 {
		p.first = 0
		return
	}
	top := p.notes[p.at]
	end := len(p.lines)
	if p.at+1 < len(p.notes) {
		end = p.notes[p.at+1]
	}
	for end-1 > top && p.lines[end-1].kind != body {
		end-- // what belongs to the next one
	}
	for top > 0 && (p.lines[top-1].kind == heading || p.lines[top-1].kind == section) {
		top--
	}
	room := p.room()
	if end-top > room {
		top = p.notes[p.at]
	}
	p.first = max(min(p.first, top, len(p.lines)-room), end-room, 0)
}
