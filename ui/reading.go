package ui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/ui/margin"
	"gloss/ui/reader"
)

// A reading is an article that is open, with all that the reader has done in
// it. The one that is read is the app's; those that it was opened from wait
// beneath it.
type reading struct {
	article *reader.Pane
	margin  *margin.Pane
	overlay overlay // help, links or the items of a feed over the article; nil for none
	behind  overlay // what led to a place in it, which leaving comes back to; nil for none

	history   reader.History
	origin    reader.Place // where the last jump began
	lastJump  jump
	coalition int // the chosen coalition, -1 for none
	search    searching
	selecting *selecting // what is selected; nil for nothing
	pressed   int        // the offset where the mouse was pressed; -1 for none

	notices   []clean.Text // what was left out of it
	load      func(context.Context) (*articles.Document, error)
	docGen    int  // tells what was computed for this text from what was not
	loading   bool // the rest of the text is on its way
	toEnd     bool // go to the end once it is there
	annotated span // the bytes that the annotations cover
	working   int  // annotation runs that are not done
	blank     bool // nothing is there yet: the first article is being opened

	machine
	held
}

// newReading returns the reading of what was opened. It gets its size when the
// screen is divided.
func (a *app) newReading(o Opened) *reading {
	doc := o.Doc
	blank := doc == nil && o.Feed == nil && !o.Shelf
	if doc == nil {
		doc = &articles.Document{}
	}
	a.gens++
	r := &reading{
		article: reader.New(doc, a.theme), coalition: -1, pressed: -1, notices: o.notices(),
		load: o.Load, loading: o.Load != nil, docGen: a.gens, blank: blank,
	}
	r.margin = margin.New(doc, r.article.Index(), a.theme)
	r.shelfKey, r.opensAt, r.excerpt = o.Key, o.At, o.Excerpt
	switch {
	case o.Feed != nil:
		r.overlay = newFeedList(o.Feed, a.theme)
	case o.Shelf:
		r.overlay = newHomeShelf(a)
	}
	return r
}

// show opens what came over what is being read, and sets off what its first
// screen can do without.
func (a *app) show(o Opened) tea.Cmd {
	if !a.blank {
		a.beneath = append(a.beneath, a.reading)
	}
	a.reading = a.newReading(o)
	a.prompt.active, a.pending = false, ""
	a.focusMargin = false
	a.arrange()
	a.greet(o)
	a.showAt(o.At, o.Lit)
	return tea.Batch(a.setTitle(), a.loadRest(), a.annotate(), a.keepArticle())
}

// greet says what the reader should know of what was opened: that it is an old
// copy, or that some of it was left out.
func (a *app) greet(o Opened) {
	switch {
	case !o.Note.IsEmpty():
		a.say(o.Note.String())
	case len(o.notices()) > 0:
		a.say(o.notices()[0].String())
	}
}

// leave goes back to what the article was opened from. It reports false where
// there is nothing.
func (a *app) leave() (tea.Cmd, bool) {
	n := len(a.beneath)
	if n == 0 {
		return nil, false
	}
	a.giveUp()
	place := a.keepPlace(a.reading)
	a.reading, a.beneath = a.beneath[n-1], a.beneath[:n-1]
	a.focusMargin = false
	a.dress()
	a.arrange()
	again := place
	if o, ok := a.overlay.(returner); ok {
		again = inTurn(place, o.comeBack(a)) // which shows how far it was read
	}
	if a.working > 0 {
		return tea.Batch(a.setTitle(), a.loadRest(), again), true
	}
	return tea.Batch(a.setTitle(), a.loadRest(), a.annotate(), again), true
}
