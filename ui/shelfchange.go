package ui

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/shelf"
)

// A change is something that is done to articles of the shelf, and how it is
// taken back.
type change struct {
	label string // what it is, for the reader who undoes it
	did   string // said once it is done
	do    func(context.Context, *library.Library) error
	undo  func(context.Context, *library.Library) error
	gone  bool // the articles leave the list
}

// idsOf returns the IDs of articles.
func idsOf(rows []keep.Article) []keep.ArticleID {
	ids := make([]keep.ArticleID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	return ids
}

// changedMsg tells whether a change was made.
type changedMsg struct {
	of     *shelfList
	change change
	rows   []keep.Article // as they are now
	undone bool
	err    error
}

// apply returns the command that makes a change of articles, or takes it back.
func (l *shelfList) apply(a *app, rows []keep.Article, c change, undo bool) tea.Cmd {
	ids := idsOf(rows)
	do := c.do
	if undo {
		do = c.undo
	}
	return onShelf(a, func(ctx context.Context, lib *library.Library) ([]keep.Article, error) {
		if err := do(ctx, lib); err != nil {
			return nil, err
		}
		now := make([]keep.Article, 0, len(ids))
		for _, id := range ids {
			row, err := lib.Article(ctx, id)
			if err != nil {
				return nil, err
			}
			now = append(now, row)
		}
		return now, nil
	}, func(now []keep.Article, err error) tea.Msg { return changedMsg{l, c, now, undo, err} })
}

// arrive shows the articles as they are now.
func (m changedMsg) arrive(a *app) tea.Cmd {
	l := m.of
	if m.err != nil {
		a.fail(m.err)
		return nil
	}
	if m.undone {
		a.say("undone: " + m.change.label)
	} else {
		a.say(m.change.did + "; " + a.keys.Undo.Help().Key + " undoes")
		a.canUndo(m.change.label, func(a *app) tea.Cmd { return l.apply(a, m.rows, m.change, true) })
	}
	if !m.change.gone {
		for _, row := range m.rows {
			l.pane.Replace(row)
		}
		if l.loading {
			return l.load(a)
		}
		return nil
	}
	if m.undone {
		l.wants = m.rows[0].ID
		return l.load(a)
	}
	for _, row := range m.rows {
		l.pane.Drop(row.ID)
	}
	return l.load(a)
}

// remove takes the chosen articles off the shelf, or puts them back on it.
func (l *shelfList) remove(a *app) tea.Cmd {
	rows := l.pane.Chosen()
	if len(rows) == 0 {
		return nil
	}
	ids := idsOf(rows)
	off := func(ctx context.Context, lib *library.Library) error { return lib.Remove(ctx, ids...) }
	on := func(ctx context.Context, lib *library.Library) error { return lib.Restore(ctx, ids...) }
	if l.pane.Tab() == shelf.Removed {
		return l.apply(a, rows, change{"the return of " + inWords(rows), "on the shelf again: " + inWords(rows), on, off, true}, false)
	}
	return l.apply(a, rows, change{"the removal of " + inWords(rows), "removed: " + inWords(rows), off, on, true}, false)
}

// readUnread marks the chosen articles as read, or where all are as unread.
func (l *shelfList) readUnread(a *app) tea.Cmd {
	rows := l.pane.Chosen()
	if len(rows) == 0 {
		return nil
	}
	read := slices.ContainsFunc(rows, func(r keep.Article) bool { return !r.Read })
	what := map[bool]string{true: "read", false: "unread"}[read]
	return l.apply(a, rows, change{
		label: "the marking of " + inWords(rows) + " as " + what, did: inWords(rows) + " marked as " + what,
		do: func(ctx context.Context, lib *library.Library) error {
			return lib.SetRead(ctx, read, idsOf(rows)...)
		},
		undo: func(ctx context.Context, lib *library.Library) error {
			return lib.SetReading(ctx, rows...)
		},
	}, false)
}

// askTags asks for the tags of the chosen articles: those that all have, to be
// changed.
func (l *shelfList) askTags(a *app) tea.Cmd {
	rows := l.pane.Chosen()
	if len(rows) == 0 {
		return nil
	}
	before := slices.Clone(rows[0].Tags)
	for _, r := range rows[1:] {
		before = slices.DeleteFunc(before, func(t clean.Text) bool { return !slices.Contains(r.Tags, t) })
	}
	return a.ask(purpose{
		sign: "tags: ", hint: "parted by commas", value: joinTags(before),
		accept: func(a *app, typed string) tea.Cmd { return l.setTags(a, rows, before, parseTags(typed)) },
	})
}

// setTags changes the tags of articles: those that all had are now others.
func (l *shelfList) setTags(a *app, rows []keep.Article, before, now []clean.Text) tea.Cmd {
	if slices.Equal(before, now) {
		return nil
	}
	return l.apply(a, rows, change{
		label: "the tags of " + inWords(rows), did: "tagged: " + inWords(rows),
		do: func(ctx context.Context, lib *library.Library) error {
			for _, r := range rows {
				if err := lib.SetTags(ctx, r.ID, retag(r.Tags, before, now)); err != nil {
					return err
				}
			}
			return nil
		},
		undo: func(ctx context.Context, lib *library.Library) error {
			for _, r := range rows {
				if err := lib.SetTags(ctx, r.ID, r.Tags); err != nil {
					return err
				}
			}
			return nil
		},
	}, false)
}

// retag returns tags without those of before and with those of now, each once,
// in order.
func retag(tags, before, now []clean.Text) []clean.Text {
	var out []clean.Text
	for _, t := range tags {
		if !slices.Contains(before, t) {
			out = append(out, t)
		}
	}
	for _, t := range now {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(x, y clean.Text) int { return strings.Compare(x.String(), y.String()) })
	return out
}

// parseTags returns the tags of a line, which commas part; a # before one is
// not a part of it.
func parseTags(line string) []clean.Text {
	var out []clean.Text
	for _, s := range strings.Split(line, ",") {
		t := clean.Line(strings.TrimLeft(strings.TrimSpace(s), "#"))
		if !t.IsEmpty() && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// joinTags writes tags as parseTags reads them.
func joinTags(tags []clean.Text) string {
	parts := make([]string, len(tags))
	for i, t := range tags {
		parts[i] = t.String()
	}
	return strings.Join(parts, ", ")
}
