package ui

import (
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/feeds"
	"gloss/ui/keymap"
	"gloss/ui/shelf"
	"gloss/ui/theme"
)

// A shelfList is the list of the articles that are kept, or of those of one
// feed, and of the feeds. An article that is chosen is opened over it.
type shelfList struct {
	under   overlay        // what it was opened over; nil for the article
	home    bool           // it is what the program began with
	of      keep.Selection // what is listed
	pane    *shelf.Pane
	feeds   *feeds.Pane
	gen     int            // tells rows that were asked for last from others
	reads   keep.ArticleID // the article that was opened last
	loading bool           // rows are on their way, which may be older than what is done meanwhile
	wants   keep.ArticleID // the one to be selected once it is listed again
	seen    int            // how often a row changed while the list was not in front
}

// newShelfList returns the list of what a selection has. It has no rows until
// load brings them.
func newShelfList(a *app, title clean.Text, of keep.Selection) *shelfList {
	k := &a.keys
	hint := "Nothing is kept yet.\nEvery article that you open is: gloss FILE, or gloss ADDRESS.\n" + k.Subscribe.Help().Key + " subscribes to a feed."
	if of.Feed != 0 {
		hint = "No articles of this feed.\n" + k.Refresh.Help().Key + " asks for new ones."
	}
	none := "No feeds yet.\n" + k.Subscribe.Help().Key + " subscribes to one, by its address or that of its site."
	l := &shelfList{of: of, pane: shelf.New(a.theme, title, clean.Of(hint)), feeds: feeds.New(a.theme, clean.Of(none))}
	if of.Feed != 0 {
		l.pane.Hide(shelf.Feeds)
	}
	l.setNow(time.Now())
	return l
}

// newHomeShelf returns the shelf that the program begins with.
func newHomeShelf(a *app) *shelfList {
	l := newShelfList(a, clean.Line("Shelf"), keep.Selection{})
	l.home = true
	return l
}

// showShelf lists the shelf over what is read.
func (a *app) showShelf() tea.Cmd {
	l := newShelfList(a, clean.Line("Shelf"), keep.Selection{})
	l.under = a.overlay
	a.overlay = l
	a.arrange()
	return l.load(a)
}

func (l *shelfList) setNow(now time.Time) {
	l.pane.SetNow(now)
	l.feeds.SetNow(now)
}

func (l *shelfList) setSize(width, height int) {
	l.pane.SetSize(width, height)
	l.feeds.SetSize(width, height-l.pane.HeadRows())
}

func (l *shelfList) setTheme(th theme.Theme) {
	l.pane.SetTheme(th)
	l.feeds.SetTheme(th)
	if t, ok := l.under.(themed); ok {
		t.setTheme(th)
	}
}

func (l *shelfList) below() overlay { return l.under }

func (l *shelfList) view() []string {
	if l.pane.Tab() == shelf.Feeds {
		return append(l.pane.Head(), l.feeds.View()...)
	}
	return l.pane.View()
}

func (l *shelfList) heading() (left, right string) {
	switch l.pane.Tab() {
	case shelf.Feeds:
		return "enter lists it · R asks all · + subscribes · i reads all · # folder · x ends it", ""
	case shelf.Removed:
		return "x puts it back on the shelf", ""
	}
	return "enter reads · / filters · F finds · r orders · x removes · i read · # tags", ""
}

func (l *shelfList) key(a *app, k string) (tea.Cmd, bool) {
	keys := &a.keys
	switch {
	case keymap.Matches(k, keys.NextTab):
		return l.turn(a, 1), false
	case keymap.Matches(k, keys.PrevTab):
		return l.turn(a, -1), false
	case keymap.Matches(k, keys.Refresh):
		return a.refreshFeeds(), false
	case keymap.Matches(k, keys.Subscribe):
		return a.askSubscribe(), false
	case keymap.Matches(k, keys.Undo):
		return a.undoLast(), false
	case keymap.Matches(k, keys.Find):
		return a.showFind(), false
	case keymap.Matches(k, keys.AllNotes):
		return a.showNotes(), false
	case l.home && keymap.Matches(k, keys.Quit):
		return a.quit(), false
	case keymap.Matches(k, keys.Shelf), keymap.Matches(k, keys.Quit):
		return nil, !l.home
	case keymap.Matches(k, keys.Escape):
		return l.escape(a)
	case l.pane.Tab() == shelf.Feeds:
		return l.feedKey(a, k), false
	}
	return l.articleKey(a, k), false
}

// articleKey handles the keys that are about articles.
func (l *shelfList) articleKey(a *app, k string) tea.Cmd {
	keys := &a.keys
	switch {
	case a.stepped(k, l.pane):
	case keymap.Matches(k, keys.Pick):
		l.pane.Toggle()
	case keymap.Matches(k, keys.Read):
		return l.open(a)
	case keymap.Matches(k, keys.Search):
		return a.openPrompt(l.pane)
	case keymap.Matches(k, keys.Sort):
		l.of.Order = (l.of.Order + 1) % keep.Orders
		a.say(shelf.OrderName(l.of.Order))
		return l.load(a)
	case keymap.Matches(k, keys.Remove):
		return l.remove(a)
	case keymap.Matches(k, keys.ReadUnread):
		return l.readUnread(a)
	case keymap.Matches(k, keys.Tags):
		return l.askTags(a)
	case keymap.Matches(k, keys.Whole):
		return l.whole(a)
	case keymap.Matches(k, keys.Browser), keymap.Matches(k, keys.Copy):
		row, _ := l.pane.Selected()
		if row.URL.IsEmpty() {
			a.say("this article has no address")
			return nil
		}
		if keymap.Matches(k, keys.Browser) {
			return a.browse(row.URL.String())
		}
		a.say("copied: " + row.URL.String())
		return a.copy(row.URL.String())
	default:
		return a.overlayKey(k)
	}
	return nil
}

// turn opens the tab n further on.
func (l *shelfList) turn(a *app, n int) tea.Cmd {
	l.pane.Turn(n)
	return l.load(a) // also where it has rows: another reader may have changed them
}

// open reads the selected article.
func (l *shelfList) open(a *app) tea.Cmd {
	row, ok := l.pane.Selected()
	switch {
	case !ok:
		return nil
	case l.pane.Tab() == shelf.Removed:
		a.say(a.keys.Remove.Help().Key + " puts it back on the shelf")
		return nil
	}
	l.reads = row.ID
	return a.openKept(row, articles.Span{})
}

// escape clears one thing: what is going on, marks, the filter. It reports true
// where there is nothing of these and the list is to be left.
func (l *shelfList) escape(a *app) (tea.Cmd, bool) {
	switch {
	case a.opening != nil:
		a.giveUpByKey()
	case a.chore != nil:
		a.endChore()
		a.say("given up")
		return l.load(a), false
	case l.pane.Unmark():
	case l.pane.Tab() == shelf.Feeds && l.feeds.Filter() != "":
		l.feeds.SetFilter("")
	case l.pane.Filter() != "":
		l.pane.SetFilter("")
	case l.home:
		a.say(a.keys.Quit.Help().Key + " quits")
	default:
		return nil, true
	}
	return nil, false
}

func (l *shelfList) click(a *app, x, y int) tea.Cmd {
	if t, ok := l.pane.TabAt(y, x); ok {
		l.pane.Open(t)
		return l.load(a)
	}
	if l.pane.Tab() == shelf.Feeds {
		switch at := l.feeds.At(y - l.pane.HeadRows()); at {
		case -1:
		case l.feeds.Place():
			return l.openFeed(a)
		default:
			l.feeds.Go(at)
		}
		return nil
	}
	switch at := l.pane.At(y); at {
	case -1:
	case l.pane.Place():
		return l.open(a)
	default:
		l.pane.Move(at - l.pane.Place())
	}
	return nil
}

// inWords names articles in a line: one by its title, more by their number.
func inWords(rows []keep.Article) string {
	if len(rows) == 1 {
		return "“" + rows[0].Title.String() + "”"
	}
	return fmt.Sprintf("%d articles", len(rows))
}
