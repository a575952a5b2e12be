package ui

import (
	"context"
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/clean"
	"gloss/articles/feed"
	"gloss/articles/subscribe"
	"gloss/ui/items"
	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// A feedList is the list of a feed's items. An item that is chosen is opened
// over it.
type feedList struct {
	feed *feed.Feed
	pane *items.Pane
}

func newFeedList(f *feed.Feed, th theme.Theme) *feedList {
	l := &feedList{f, items.New(f, th)}
	l.pane.SetNow(time.Now())
	return l
}

func (l *feedList) setSize(width, height int) { l.pane.SetSize(width, height) }
func (l *feedList) setTheme(th theme.Theme)   { l.pane.SetTheme(th) }
func (l *feedList) view() []string            { return l.pane.View() }
func (l *feedList) heading() (left, right string) {
	left = "enter reads an item · o its page · O in the browser · / filters"
	if i := l.pane.Selected(); i >= 0 {
		right = fmt.Sprintf("%d/%d ", i+1, len(l.feed.Items))
	}
	return left, right
}

func (l *feedList) key(a *app, k string) (tea.Cmd, bool) {
	keys := &a.keys
	switch {
	case a.stepped(k, l.pane):
	case keymap.Matches(k, keys.Choose):
		return l.open(a, false), false
	case keymap.Matches(k, keys.Links):
		return l.open(a, true), false
	case keymap.Matches(k, keys.Browser):
		if target := l.link(); !target.IsEmpty() {
			return a.browse(target.String()), false
		}
		a.say("this item has no link")
	case keymap.Matches(k, keys.Copy):
		if target := l.link(); !target.IsEmpty() {
			a.say("copied: " + target.String())
			return a.copy(target.String()), false
		}
		a.say("this item has no link")
	case keymap.Matches(k, keys.Search):
		return a.openPrompt(l.pane), false
	case keymap.Matches(k, keys.Escape) && l.pane.Filter() != "":
		l.pane.SetFilter("")
	case keymap.Matches(k, keys.Escape) && a.opening == nil:
		a.say(keys.Quit.Help().Key + " quits")
	case keymap.Matches(k, keys.Escape), keymap.Matches(k, keys.Quit):
		return a.quit(), false
	default:
		return a.overlayKey(k), false
	}
	return nil, false
}

func (l *feedList) click(a *app, _, y int) tea.Cmd {
	i := l.pane.At(y)
	if i < 0 {
		return nil
	}
	if i == l.pane.Selected() {
		return l.open(a, false)
	}
	l.pane.Select(i)
	return nil
}

// link returns the link of the selected item, empty where it has none.
func (l *feedList) link() clean.Text {
	i := l.pane.Selected()
	if i < 0 {
		return clean.Text{}
	}
	return l.feed.Items[i].Link
}

// open opens the selected item: what the feed itself carries where that is the
// whole article, and else, or where page asks for it, the page it links to.
// Where that cannot be had, what the feed carries is better than nothing.
func (l *feedList) open(a *app, page bool) tea.Cmd {
	i := l.pane.Selected()
	if i < 0 {
		return nil
	}
	item, f, link := l.feed.Items[i], l.feed, l.feed.Items[i].Link.String()
	key := subscribe.ItemKey(item, a.shelfKey)
	own := func() Opened { return Opened{Doc: f.Article(i), Key: key, Excerpt: !item.Full} }
	if link == "" || a.opener == nil || item.Full && !page {
		return a.begin(item.Title.String(), func(context.Context, func(Progress)) (Opened, error) { return own(), nil })
	}
	fetch := a.opener(link)
	return a.begin(item.Title.String(), func(ctx context.Context, report func(Progress)) (Opened, error) {
		opened, err := fetch(ctx, report)
		if err != nil && ctx.Err() == nil {
			opened = own()
			opened.Note = clean.Line("only what the feed says: " + err.Error())
			return opened, nil
		}
		return opened, err
	})
}
