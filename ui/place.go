package ui

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/reader"
)

// settled is how long after a movement the place is kept.
const settled = 2 * time.Second

// settledMsg says that it is time to keep the place in a reading.
type settledMsg struct{ of *reading }

// arrive keeps it.
func (m settledMsg) arrive(a *app) tea.Cmd {
	m.of.settling = false
	return a.keepPlace(m.of)
}

// placeKeptMsg tells whether the place in a reading was kept.
type placeKeptMsg struct {
	of       *reading
	at       reader.Place
	progress float64
	err      error
}

// moved sees to it that the place is kept, once the eye has settled.
func (a *app) moved() tea.Cmd {
	if a.settling || !a.reading.unkept() {
		return nil
	}
	a.settling = true
	of := a.reading
	return a.later(settled, settledMsg{of})
}

// unkept reports whether the eye is elsewhere than the library has it, or
// further: all of a short article is in sight as soon as it is opened.
func (r *reading) unkept() bool {
	return r.kept.ID != 0 && (r.article.Place() != r.keptPlace || r.article.AtEnd() && r.keptProgress < 1)
}

// keepPlace returns the command that keeps where the eye is in a reading.
func (a *app) keepPlace(r *reading) tea.Cmd {
	if !r.unkept() {
		return nil
	}
	at := r.article.Place()
	id, doc, start := r.kept.ID, r.article.Doc(), at.Top
	_, end := r.article.Visible()
	progress := r.article.Progress()
	return onShelf(a, func(ctx context.Context, l *library.Library) (struct{}, error) {
		text := doc.Text.String()
		end := min(max(end, start), start+lineLimit, len(text))
		for end < len(text) && end > start && text[end]&0xC0 == 0x80 {
			end--
		}
		place := keep.Place{Off: start, Progress: progress}
		if end > start {
			place.At = anchor.Describe(text, articles.Span{Start: start, End: end})
		}
		return struct{}{}, l.SetPlace(ctx, id, place)
	}, func(_ struct{}, err error) tea.Msg { return placeKeptMsg{r, at, progress, err} })
}

// lineLimit is the most text, in bytes, that tells where the eye was.
const lineLimit = 160

// arrive notes that the place was kept. Where it was not, the reader will be told
// of it with the first note: a place is no reason to disturb.
func (m placeKeptMsg) arrive(*app) tea.Cmd {
	if m.err == nil {
		m.of.keptPlace, m.of.keptProgress = m.at, max(m.of.keptProgress, m.progress)
	}
	return nil
}

// textBefore returns the text that the library has of an article; "" for none.
func textBefore(ctx context.Context, l *library.Library, key string) string {
	row, err := l.Find(ctx, key)
	if err != nil || !row.Full {
		return ""
	}
	text, err := l.Text(ctx, row.ID, row.Version)
	if err != nil {
		return ""
	}
	return text.String()
}

// placeIn returns where a place in a text is in its new version. Where the old
// text was not kept, that is where the words at the place are, or else as far
// from the beginning.
func placeIn(before string, words *anchor.Text, text string, p keep.Place) int {
	if before == "" {
		if m := words.Find(p.At); m.State != anchor.Orphan {
			return m.Span.Start
		}
		before = text
	}
	return anchor.Carry(before, text, p.Off)
}
