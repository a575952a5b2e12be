// Package editor is the pane in which a note is written: what it is on, its
// kind, its words and its tags.
//
// It is a value with methods. What keys mean besides writing is the business of
// package ui.
package editor

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textarea"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/draft"
	"gloss/ui/theme"
)

const (
	// MaxBody is the most bytes that a note is written with here.
	MaxBody = 64 << 10
	// maxLines is the most lines: the text area cuts off what is more.
	maxLines = 9_999
	// maxTags is the most bytes of the line of tags.
	maxTags = 1 << 10
)

// ErrLong says that the words are more than the editor takes.
var ErrLong = errors.New("a note here has at most 64 KiB and 9,999 lines")

// A Look says how a kind of note is shown: a sign of one cell, and its style.
type Look func(keep.Kind) (sign string, style theme.Style)

// A Subject is what a note is on.
type Subject struct {
	What  clean.Text // as "a passage" or "what Ada Lovell said"
	Words clean.Text // of the article; may be empty
}

// A Pane edits a note. It is used from one goroutine.
type Pane struct {
	note    keep.Note // as it was opened
	subject Subject
	theme   theme.Theme
	look    Look

	width, height int // cells
	kind          keep.Kind
	body          textarea.Model
	tags          textinput.Model
	onTags        bool
	opened        draft.Draft // what the fields held when the note was opened
	tooLong       bool        // the note is longer than can be edited here
}

// New returns a pane with a note in it, the cursor at the end of its words. Its
// size is 0 until SetSize.
func New(n keep.Note, s Subject, look Look, th theme.Theme) *Pane {
	p := &Pane{note: n, subject: s, theme: th, look: look, kind: n.Kind, body: newBody(), tags: newTags()}
	p.tooLong = long(n.Body.String())
	if !p.tooLong {
		p.body.SetValue(n.Body.String())
	}
	p.tags.SetValue(joinTags(n.Tags))
	p.tags.CursorEnd()
	p.body.Focus()
	p.opened = p.Draft()
	return p
}

// newBody returns the text area, which leaves all colours to the theme and
// starts no program.
func newBody() textarea.Model {
	t := textarea.New()
	t.FocusedStyle, t.BlurredStyle = textarea.Style{}, textarea.Style{}
	t.Cursor.Style = cursorStyle()
	t.Cursor.SetMode(cursor.CursorStatic)
	t.ShowLineNumbers = false
	t.Prompt = ""
	t.CharLimit, t.MaxHeight, t.MaxWidth = 0, 0, 0
	t.KeyMap.Paste = key.NewBinding() // it would run a program for the clipboard
	t.KeyMap.DeleteAfterCursor.SetKeys("alt+k")
	t.KeyMap.LineEnd.SetKeys("end")
	return t
}

// cursorStyle returns a style that is written as escapes also where the terminal
// has no colours, or is none: View finds the cursor by them.
func cursorStyle() lipgloss.Style {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.ANSI)
	return r.NewStyle()
}

func newTags() textinput.Model {
	t := textinput.New()
	t.Prompt = ""
	t.Cursor.Style = cursorStyle()
	t.Cursor.SetMode(cursor.CursorStatic)
	t.KeyMap.Paste = key.NewBinding()
	return t
}

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// SetSize sets the columns and rows of the pane.
func (p *Pane) SetSize(width, height int) {
	p.width, p.height = max(width, 0), max(height, 0)
	l := p.layout()
	p.body.SetWidth(max(p.width-2*edge, 1))
	p.body.SetHeight(max(l.body, 1))
	p.tags.Width = max(p.width-len(tagsLabel)-2*edge-1, 1)
	at := p.tags.Position()
	p.tags.CursorEnd() // which scrolls for the new width
	p.tags.SetCursor(0)
	p.tags.SetCursor(at)
	p.settle()
}

// settle brings the cursor in sight: the text area scrolls in what it has shown
// last.
func (p *Pane) settle() {
	_ = p.body.View()
	p.body, _ = p.body.Update(nil)
}

// Kind returns the kind of the note as it is chosen now.
func (p *Pane) Kind() keep.Kind { return p.kind }

// SetKind sets the kind, unless the note is on an article as a whole, which has
// none.
func (p *Pane) SetKind(k keep.Kind) {
	if p.hasKind() {
		p.kind = k
	}
}

// NextKind sets the next kind, after the last one the first.
func (p *Pane) NextKind() {
	all := keep.Kinds()
	p.SetKind(all[(slices.Index(all, p.kind)+1)%len(all)])
}

func (p *Pane) hasKind() bool { return p.note.Target.On != keep.OnArticle }

// Turn moves between the words and the tags.
func (p *Pane) Turn() {
	p.onTags = !p.onTags
	if p.onTags {
		p.body.Blur()
		p.tags.Focus()
		return
	}
	p.tags.Blur()
	p.body.Focus()
	p.settle()
}

// Type takes a key into the words or the tags. What was pasted is cleaned. It
// fails with ErrLong, and takes nothing, where there would be too much.
func (p *Pane) Type(m tea.KeyMsg) error {
	if m.Type == tea.KeyRunes || m.Type == tea.KeySpace {
		m.Runes = []rune(clean.Of(string(m.Runes)).String())
	}
	if p.onTags {
		if len(p.tags.Value())+len(string(m.Runes)) > maxTags {
			return ErrLong
		}
		p.tags, _ = p.tags.Update(m)
		return nil
	}
	if p.tooLong || m.Type == tea.KeyEnter && p.body.LineCount() >= maxLines {
		return ErrLong
	}
	if m.Type == tea.KeyRunes {
		added := widened(string(m.Runes))
		if len(p.body.Value())+len(added) > MaxBody || p.body.LineCount()+strings.Count(added, "\n") > maxLines {
			return ErrLong
		}
	}
	p.body, _ = p.body.Update(m)
	if len(m.Runes) > 1 {
		p.settle()
	}
	return nil
}

// long reports whether words are more than the editor takes.
func long(words string) bool {
	words = widened(words)
	return len(words) > MaxBody || strings.Count(words, "\n") >= maxLines
}

// widened returns words as the text area holds them.
func widened(words string) string { return strings.ReplaceAll(words, "\t", "    ") }

// SetBody takes other words, as from a program of the reader's, which are
// cleaned. It fails with ErrLong and leaves the words as they are where those
// are too many.
func (p *Pane) SetBody(words string) error {
	words = clean.Of(words).String()
	if long(words) {
		return ErrLong
	}
	p.tooLong = false
	p.body.SetValue(words)
	p.settle()
	return nil
}

// Body returns the words as they are now.
func (p *Pane) Body() clean.Text {
	if words := p.body.Value(); !p.tooLong && words != p.opened.Body {
		return clean.Of(strings.TrimRight(words, " \n"))
	}
	return p.note.Body
}

// Draft returns what has been written so far.
func (p *Pane) Draft() draft.Draft {
	return draft.Draft{Body: p.body.Value(), Tags: p.tags.Value(), Kind: p.kind}
}

// SetDraft brings back what had been written.
func (p *Pane) SetDraft(d draft.Draft) {
	if !long(d.Body) && (d.Body != "" || !p.tooLong) {
		p.tooLong = false
		p.body.SetValue(d.Body)
	}
	p.tags.SetValue(d.Tags[:min(len(d.Tags), maxTags)])
	p.SetKind(d.Kind)
	p.settle()
}

// Changed reports whether anything is other than it was when the note was
// opened.
func (p *Pane) Changed() bool { return p.Draft() != p.opened }

// Note returns the note with what has been written in it.
func (p *Pane) Note() keep.Note {
	n := p.note
	n.Kind, n.Body = p.kind, p.Body()
	if p.tags.Value() != p.opened.Tags {
		n.Tags = SplitTags(p.tags.Value())
	}
	return n
}

// Subject returns what the note is on.
func (p *Pane) Subject() Subject { return p.subject }
