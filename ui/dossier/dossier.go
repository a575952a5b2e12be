// Package dossier is the pane that shows what the articles on the shelf have of
// one entity: who names it, what it said in each, and what others said of it.
//
// A Dossier is what there is to show, arranged once, away from the screen. The
// pane is a value with methods that knows nothing of keys and messages. Only
// what is in sight is laid out.
package dossier

import (
	"cmp"
	"slices"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/list"
)

// A Dossier is what articles have of one entity. It is not changed once it is
// gathered, but may be read from anywhere.
type Dossier struct {
	ref     keep.Ref
	all     []keep.Appearance
	outlets []string // of each article, on one line
	forms   []string // other names, those first that most articles have
	papers  int      // different outlets
	first   time.Time
	last    time.Time
	orders  [orders][]int // of all
	heads   []string      // what the articles are filtered by, folded
	said    [][]string    // what the statements are filtered by, folded
	about   [][]string
}

// An Order is an order of the articles.
type Order uint8

// The orders.
const (
	Newest   Order = iota
	Oldest         // first
	ByOutlet       // then the newest
	orders
)

// String returns the order in words.
func (o Order) String() string {
	return [...]string{"newest first", "oldest first", "by outlet"}[o%orders]
}

// Gather arranges what articles have of an entity. It takes over the
// appearances.
func Gather(ref keep.Ref, all []keep.Appearance) *Dossier {
	d := &Dossier{ref: ref, all: all}
	counts := map[string]int{}
	papers := map[string]bool{}
	for _, a := range all {
		outlet := clean.Line(a.Article.Site.String()).String()
		d.outlets = append(d.outlets, outlet)
		if outlet != "" {
			papers[list.Fold(outlet)] = true
		}
		if t := date(a.Article); !t.IsZero() {
			if d.first.IsZero() || t.Before(d.first) {
				d.first = t
			}
			if t.After(d.last) {
				d.last = t
			}
		}
		for _, name := range forms(a.Entity) {
			counts[name]++
		}
		head := list.Fold(a.Article.Title.String() + "\n" + outlet)
		d.heads = append(d.heads, head)
		d.said = append(d.said, keys(head, a.Said))
		d.about = append(d.about, keys(head, a.About))
	}
	d.papers = len(papers)
	delete(counts, clean.Line(ref.Name).String())
	for name := range counts {
		d.forms = append(d.forms, name)
	}
	slices.SortFunc(d.forms, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	d.sort()
	return d
}

// sort makes the orders.
func (d *Dossier) sort() {
	at := func(i int) time.Time { return date(d.all[i].Article) }
	for o := range d.orders {
		order := make([]int, len(d.all))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(i, j int) int {
			switch Order(o) {
			case Oldest:
				return at(i).Compare(at(j))
			case ByOutlet:
				return cmp.Or(cmp.Compare(list.Fold(d.outlets[i]), list.Fold(d.outlets[j])), at(j).Compare(at(i)))
			}
			return at(j).Compare(at(i))
		})
		d.orders[o] = order
	}
}

// forms returns the names that an article has for an entity, each once.
func forms(e keep.Entity) []string {
	var out []string
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if name = clean.Line(name).String(); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// date returns when an article was published, or else came to the shelf. All are
// of one zone, so that days and months have one order.
func date(a keep.Article) time.Time {
	if a.Published.IsZero() {
		return a.Added.UTC()
	}
	return a.Published.UTC()
}

// keys returns what statements are filtered by.
func keys(head string, statements []keep.Statement) []string {
	out := make([]string, len(statements))
	for i, s := range statements {
		out[i] = head + "\n" + list.Fold(s.Speaker.Name+"\n"+s.Cue+"\n"+s.Text.String())
	}
	return out
}
