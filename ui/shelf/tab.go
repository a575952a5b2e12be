package shelf

import "gloss/articles/keep"

// A Tab is a part of the shelf.
type Tab uint8

// The tabs. What is in Feeds is no article, and what is in Removed is not on
// the shelf any more: the caller brings both.
const (
	All Tab = iota
	Unread
	Begun
	Feeds
	Removed
	tabs
)

// String returns the name of the tab.
func (t Tab) String() string {
	return [...]string{"All", "Unread", "Begun", "Feeds", "Removed"}[min(t, tabs-1)]
}

// has reports whether an article of those that the pane has is in the tab.
func (t Tab) has(a keep.Article) bool {
	switch t {
	case Unread:
		return a.Unread()
	case Begun:
		return begun(a)
	}
	return true
}

func begun(a keep.Article) bool { return !a.Read && a.Progress > 0 }

// orderName says in which order the articles stand.
func orderName(o keep.Order) string {
	return [...]string{"by activity", "the latest added", "the latest published", "by title", "by site", "by progress"}[min(o, keep.Orders-1)]
}
