package ui

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/hits"
	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// mostHits is the most hits that are shown of a search in all that is kept.
const mostHits = 300

// A findList is the search in all that is kept. A hit that is chosen is opened
// over it.
type findList struct {
	under  overlay // what it was opened over; nil for the article
	pane   *hits.Pane
	gen    int // tells the search that was begun last from others
	cancel context.CancelFunc
}

// showFind opens the search, and the line in which it is typed.
func (a *app) showFind() tea.Cmd {
	l := &findList{under: a.overlay, pane: hits.New(a.theme)}
	l.pane.SetNow(time.Now())
	a.overlay = l
	a.arrange()
	return l.ask(a)
}

// ask opens the line in which the search is typed.
func (l *findList) ask(a *app) tea.Cmd {
	return a.ask(purpose{
		sign: "find: ", hint: "in all that is kept", value: l.pane.Query(),
		change: l.search,
		cancel: func(a *app) tea.Cmd {
			if l.pane.Len() == 0 {
				l.giveUp()
				a.closeOverlay()
			}
			return nil
		},
		move: func(_ *app, n int) { l.pane.Move(n) },
	})
}

func (l *findList) setSize(width, height int) { l.pane.SetSize(width, height) }
func (l *findList) below() overlay            { return l.under }
func (l *findList) view() []string            { return l.pane.View() }
func (l *findList) heading() (left, right string) {
	return "enter reads it there · / asks again · q goes back", ""
}

func (l *findList) setTheme(th theme.Theme) {
	l.pane.SetTheme(th)
	if t, ok := l.under.(themed); ok {
		t.setTheme(th)
	}
}

// giveUp ends the search that is going on.
func (l *findList) giveUp() {
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// foundMsg brings the hits of search gen.
type foundMsg struct {
	of    *findList
	gen   int
	query string
	hits  []keep.Hit
	err   error
}

// search begins the search for what is typed. One that is still going on is
// given up.
func (l *findList) search(a *app, typed string) tea.Cmd {
	l.giveUp()
	l.gen++
	if strings.TrimSpace(typed) == "" {
		l.pane.SetHits(typed, nil, hits.Idle)
		return nil
	}
	l.pane.SetQuery(typed)
	ctx, cancel := context.WithCancel(a.ctx)
	l.cancel = cancel
	gen := l.gen
	return onShelf(a, func(_ context.Context, lib *library.Library) ([]keep.Hit, error) {
		return lib.Search(ctx, asTyped(typed), mostHits+1, 0)
	}, func(found []keep.Hit, err error) tea.Msg { return foundMsg{l, gen, typed, found, err} })
}

// fewestLetters is how many letters a word that is still being typed must have
// for other endings of it to be found too.
const fewestLetters = 3

// asTyped returns the query of what has been typed so far: the last word may
// go on, unless a space follows it.
func asTyped(typed string) keep.Query {
	q := keep.ParseQuery(typed)
	words := strings.FieldsFunc(q.Words, unicode.IsSpace)
	if len(words) == 0 || strings.Contains(q.Words, `"`) {
		return q
	}
	last := words[len(words)-1]
	r, _ := utf8.DecodeLastRuneInString(last)
	if (unicode.IsLetter(r) || unicode.IsDigit(r)) && utf8.RuneCountInString(last) >= fewestLetters && strings.HasSuffix(typed, last) {
		q.Words += "*"
	}
	return q
}

// arrive shows the hits.
func (m foundMsg) arrive(*app) tea.Cmd {
	l := m.of
	if m.gen != l.gen || errors.Is(m.err, context.Canceled) {
		return nil
	}
	l.giveUp()
	switch {
	case m.err != nil:
		l.pane.Fail(m.err.Error())
	case len(m.hits) > mostHits:
		l.pane.SetHits(m.query, m.hits[:mostHits], hits.Cut)
	default:
		l.pane.SetHits(m.query, m.hits, hits.Done)
	}
	return nil
}

func (l *findList) key(a *app, k string) (tea.Cmd, bool) {
	keys := &a.keys
	switch {
	case a.stepped(k, l.pane):
	case keymap.Matches(k, keys.Choose):
		return l.open(a), false
	case keymap.Matches(k, keys.Search), keymap.Matches(k, keys.Find):
		return l.ask(a), false
	case keymap.Matches(k, keys.Escape) && a.opening != nil:
		a.giveUpByKey()
	case keymap.Matches(k, keys.Escape), keymap.Matches(k, keys.Quit):
		l.giveUp()
		return nil, true
	default:
		return a.overlayKey(k), false
	}
	return nil, false
}

// open reads the article of the selected hit, at the hit.
func (l *findList) open(a *app) tea.Cmd {
	h, ok := l.pane.Selected()
	if !ok {
		return nil
	}
	return a.openFound(h.Article, landing{at: h.Span, query: asTyped(l.pane.Query())})
}

func (l *findList) click(a *app, _, y int) tea.Cmd {
	switch at := l.pane.At(y); at {
	case -1:
	case l.pane.Place():
		return l.open(a)
	default:
		l.pane.Select(at)
	}
	return nil
}
