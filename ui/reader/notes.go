package reader

import (
	"cmp"
	"slices"
	"sort"

	"gloss/articles"
	"gloss/articles/keep"
	"gloss/ui/theme"
)

// A Note is a note as it stands beside the text.
type Note struct {
	ID    string
	Span  articles.Span // the words it is on; empty for none
	Kind  keep.Kind
	Words bool // the reader wrote something
	Moved bool // its words were found elsewhere than they were
}

// NoteKind returns how a kind of highlights is painted.
func NoteKind(k keep.Kind) theme.Kind {
	switch k {
	case keep.Important:
		return theme.Important
	case keep.Claim:
		return theme.Claim
	case keep.Doubt:
		return theme.Doubt
	case keep.Quotable:
		return theme.Quotable
	case keep.FollowUp:
		return theme.FollowUp
	}
	return theme.NoteMark
}

// noteIndex finds the notes that touch a stretch of text, however they overlap.
// The notes are the nodes of a balanced tree that is laid out in order: the
// root of a range is its middle.
type noteIndex struct {
	notes []Note // sorted by span, the one that begins first and ends last before others
	reach []int  // for each note the greatest end in the range it is the root of
}

func newNoteIndex(notes []Note) noteIndex {
	x := noteIndex{notes: slices.DeleteFunc(slices.Clone(notes), func(n Note) bool { return n.Span.Len() <= 0 })}
	slices.SortStableFunc(x.notes, func(a, b Note) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End), cmp.Compare(a.ID, b.ID))
	})
	x.reach = make([]int, len(x.notes))
	x.measure(0, len(x.notes))
	return x
}

// measure sets reach in a range, and returns the greatest end in it.
func (x *noteIndex) measure(lo, hi int) int {
	if lo >= hi {
		return 0
	}
	mid := (lo + hi) / 2
	x.reach[mid] = max(x.notes[mid].Span.End, x.measure(lo, mid), x.measure(mid+1, hi))
	return x.reach[mid]
}

// touching calls f with the place of each note that shares a byte with the
// bytes from start to end, in order.
func (x *noteIndex) touching(start, end int, f func(i int)) {
	x.search(0, len(x.notes), start, end, f)
}

func (x *noteIndex) search(lo, hi, start, end int, f func(i int)) {
	if lo >= hi {
		return
	}
	mid := (lo + hi) / 2
	if x.reach[mid] <= start {
		return
	}
	x.search(lo, mid, start, end, f)
	if s := x.notes[mid].Span; s.Start < end {
		if s.End > start {
			f(mid)
		}
		x.search(mid+1, hi, start, end, f)
	}
}

// place returns the place of a note, or -1.
func (x *noteIndex) place(id string) int {
	return slices.IndexFunc(x.notes, func(n Note) bool { return n.ID == id })
}

// SetNotes sets the notes that are shown, in any order; those on no words are
// left out. The current one stays so, if it is among them.
func (p *Pane) SetNotes(notes []Note) {
	id := p.Note()
	p.notes = newNoteIndex(notes)
	p.note = -1
	if id != "" {
		p.note = p.notes.place(id)
	}
}

// Note returns the ID of the note last jumped to, or "".
func (p *Pane) Note() string {
	if p.note < 0 {
		return ""
	}
	return p.notes.notes[p.note].ID
}

// NoteNow returns the note last jumped to, and whether there is one.
func (p *Pane) NoteNow() (Note, bool) {
	if p.note < 0 {
		return Note{}, false
	}
	return p.notes.notes[p.note], true
}

// NoteSpan returns the words that a note is on, and whether it is shown.
func (p *Pane) NoteSpan(id string) (articles.Span, bool) {
	i := p.notes.place(id)
	if i < 0 {
		return articles.Span{}, false
	}
	return p.notes.notes[i].Span, true
}

// NoteCount returns how many notes are shown, and which one of them, from 0, was
// jumped to last; -1 for none.
func (p *Pane) NoteCount() (n, at int) { return len(p.notes.notes), p.note }

// NotesAt returns the IDs of the notes on the byte at off, the one on the fewest
// words first.
func (p *Pane) NotesAt(off int) []string {
	var found []Note
	p.notes.touching(off, off+1, func(i int) { found = append(found, p.notes.notes[i]) })
	slices.SortStableFunc(found, func(a, b Note) int { return a.Span.Len() - b.Span.Len() })
	var ids []string
	for _, n := range found {
		ids = append(ids, n.ID)
	}
	return ids
}

// JumpNote goes to the next note, or with back to the one before. It reports
// whether there was one.
func (p *Pane) JumpNote(back bool) bool {
	notes := p.notes.notes
	var i int
	switch start, end := p.Visible(); {
	case p.note >= 0 && p.cursor >= start && p.cursor < end && back:
		i = p.note - 1
	case p.note >= 0 && p.cursor >= start && p.cursor < end:
		i = p.note + 1
	case back:
		base := p.base(true)
		i = sort.Search(len(notes), func(i int) bool { return notes[i].Span.Start >= base }) - 1
	default:
		base := p.base(false)
		i = sort.Search(len(notes), func(i int) bool { return notes[i].Span.Start > base })
	}
	if i < 0 || i >= len(notes) {
		return false
	}
	p.goNote(i)
	return true
}

// GoNote goes to a note. It reports whether it is shown.
func (p *Pane) GoNote(id string) bool {
	i := p.notes.place(id)
	if i >= 0 {
		p.goNote(i)
	}
	return i >= 0
}

// goNote brings all of a note into sight, if it fits.
func (p *Pane) goNote(i int) {
	s := p.notes.notes[i].Span
	p.Reveal(s.End - 1)
	p.Reveal(s.Start)
	p.statement, p.note = -1, i
}

// SetSelection marks a span as selected; an empty one marks none.
func (p *Pane) SetSelection(s articles.Span) { p.selection = s }

// RevealSpan brings all of a span into sight, if it fits, and at any rate its
// beginning or, with last, its end. No note or statement is current then.
func (p *Pane) RevealSpan(s articles.Span, last bool) {
	p.statement, p.note = -1, -1
	start, end := s.Start, max(s.End-1, s.Start)
	if last {
		start, end = end, start
	}
	p.Reveal(end)
	p.Reveal(start)
}

// noteSign returns the sign of the note that a line has most to do with: the
// current one, else the one on the fewest words. It is that of its kind; one
// that was moved stands out. Where a note begins that has words, written is the
// sign of them. Both are "" for none.
func (p *Pane) noteSign(line articles.Span) (kindSign, written string) {
	best := -1
	p.notes.touching(line.Start, line.End, func(i int) {
		if best < 0 || i == p.note || best != p.note && p.notes.notes[i].Span.Len() < p.notes.notes[best].Span.Len() {
			best = i
		}
	})
	if best < 0 {
		return "", ""
	}
	n := p.notes.notes[best]
	kind := NoteKind(n.Kind)
	style := p.theme.Mark(kind)
	if n.Moved {
		style = p.theme.Error.Over(style)
	}
	if n.Words && n.Span.Start >= line.Start {
		written = p.theme.Paint(p.theme.Muted, p.theme.Sigil(theme.NoteMark))
	}
	return p.theme.Paint(style, p.theme.Sigil(kind)), written
}
