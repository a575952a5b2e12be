// Package margin is the pane beside the text: who and what the article names,
// the coalitions with their members, the statements with their speakers, the
// reader's notes and the contents, each in a tab of its own.
//
// It is a value with methods that knows nothing of keys and messages. What the
// reader chooses in it is returned as an Action for package ui to carry out.
package margin

import (
	"gloss/articles"
	"gloss/ui/index"
	"gloss/ui/theme"
)

// A Tab is one of the lists of the margin.
type Tab uint8

// The tabs, in their order.
const (
	Entities Tab = iota
	Coalitions
	Statements
	Notes
	Contents
	tabs
)

// An Action is what choosing a row asks for. Exactly one of its kinds holds.
type Action struct {
	Kind ActionKind
	Entity,
	Statement, // places in the annotations
	Coalition int
	Off  int    // a byte of the text to go to
	Note string // the ID of a note
}

// ActionKind tells what an Action asks for.
type ActionKind uint8

// The kinds of actions.
const (
	None          ActionKind = iota
	GoEntity                 // choose Entity and go to its next mention
	GoStatement              // go to Statement
	LightMembers             // choose Coalition, light up its members and go to Off
	GoMember                 // go to Off, where Entity is named; Coalition is chosen
	GoHeading                // bring Off to the top
	MissingMember            // the text does not name the member
	ShowAll                  // the margin is to show all statements again
	GoNote                   // go to Note
)

// A list is what a tab shows: items of one or more rows each.
type list interface {
	// len returns the number of items, count that of the things they show.
	len() int
	count() int
	// rows returns the rows of the i-th item for a width in columns. The
	// selected item may take more rows than it would otherwise.
	rows(i, width int, selected bool) []row
	// key returns the text by which the item is filtered.
	key(i int) string
	// action returns what choosing the item asks for.
	action(i int) Action
	// empty returns what to say where there are no items.
	empty() string
}

// A view is where the reader stands in a tab.
type view struct {
	list   list
	filter string
	order  []int // the items that pass the filter; nil for all
	sel    int   // in order
	first  int   // the first item on screen, in order
}

// A Pane is the margin. It is used from one goroutine.
type Pane struct {
	theme         theme.Theme
	doc           *articles.Document
	index         *index.Index
	width, height int
	tab           Tab
	views         [tabs]view
	sparks        map[sparkKey]string
	only          only // which statements are shown
	notes         []Note
	inOrder       bool   // statements in the order of the text, not by speaker
	here          int    // the first byte of text in sight
	note          string // shown under the tabs: what is still going on
}

// New returns a margin for a document without annotations yet.
func New(doc *articles.Document, x *index.Index, th theme.Theme) *Pane {
	p := &Pane{theme: th, width: 30, height: 10}
	p.Set(doc, x)
	return p
}

// Set shows another document or other annotations. What is selected among the
// entities and statements stays so, as far as it is still found, and else the
// places in the lists.
func (p *Pane) Set(doc *articles.Document, x *index.Index) {
	before := p.standing()
	p.doc, p.index, p.sparks = doc, x, map[sparkKey]string{}
	p.views[Entities].list = entityList{p}
	p.views[Coalitions].list = newCoalitionList(p)
	p.only = only{}
	p.views[Statements].list = newStatementList(p)
	p.views[Notes].list = newNoteList(p)
	p.views[Contents].list = newContentsList(p)
	for i := range p.views {
		p.views[i].apply(p.views[i].filter)
	}
	p.stand(before)
}

// SetSize sets the columns and rows of the pane.
func (p *Pane) SetSize(width, height int) { p.width, p.height = width, height }

// SetTheme sets the theme.
func (p *Pane) SetTheme(th theme.Theme) { p.theme = th }

// SetHere tells which byte of the text is the first in sight, to mark the part
// that is being read.
func (p *Pane) SetHere(off int) { p.here = off }

// SetNote sets a line that says what is still going on; "" for none.
func (p *Pane) SetNote(note string) { p.note = note }

// nothing returns what to say where no annotations are to be listed.
func (p *Pane) nothing(found string) string {
	if why := p.index.Unread(); why != "" {
		return why
	}
	return found
}

// Tab returns the tab that is shown.
func (p *Pane) Tab() Tab { return p.tab }

// Open shows a tab.
func (p *Pane) Open(t Tab) { p.tab = t }

// Turn shows the tab that is n further, round the ends.
func (p *Pane) Turn(n int) { p.tab = Tab((int(p.tab) + n + int(tabs)) % int(tabs)) }

// Move moves the selection by n items, as far as there are any.
func (p *Pane) Move(n int) {
	v := &p.views[p.tab]
	v.sel = max(0, min(v.sel+n, v.len()-1))
}

// MovePage moves the selection by n pages.
func (p *Pane) MovePage(n int) { p.Move(n * max(p.height/2, 1)) }

// ToEnd moves the selection to the last item, or the first.
func (p *Pane) ToEnd(last bool) {
	v := &p.views[p.tab]
	v.sel = 0
	if last {
		v.sel = max(v.len()-1, 0)
	}
}

// Selected returns what choosing the selected item asks for.
func (p *Pane) Selected() Action { return p.selected(p.tab) }

// SetFilter keeps in the open tab only the items that have the text in them,
// without regard to case.
func (p *Pane) SetFilter(s string) { p.views[p.tab].apply(s) }

// Filter returns the filter of the open tab.
func (p *Pane) Filter() string { return p.views[p.tab].filter }

// ShowEntity opens the entities at one of them.
func (p *Pane) ShowEntity(i int) { p.show(Entities, i) }

// ShowStatement opens the statements at one of them.
func (p *Pane) ShowStatement(i int) {
	l := p.views[Statements].list.(statementList)
	if l.find(i) < 0 {
		p.only = only{}
		l = p.relist()
	}
	p.show(Statements, l.find(i))
}

// ShowSaid opens the statements of the selected entity, or with about those of
// others that name it. It reports whether an entity is selected.
func (p *Pane) ShowSaid(about bool) bool {
	a := p.Selected()
	if p.tab != Entities || a.Kind != GoEntity {
		return false
	}
	p.only = only{saidBy, a.Entity}
	if about {
		p.only.kind = saidAbout
	}
	p.relist()
	p.show(Statements, min(1, p.views[Statements].list.len()-1))
	return true
}

// ShowAllStatements opens all statements again.
func (p *Pane) ShowAllStatements() {
	p.only = only{}
	p.relist()
	p.show(Statements, 0)
}

// Reorder changes between statements by speaker and in the order of the text.
// The selected one stays so.
func (p *Pane) Reorder() {
	a := p.Selected()
	p.inOrder = !p.inOrder
	p.relist()
	if a.Kind == GoStatement {
		p.ShowStatement(a.Statement)
	}
}

// relist makes the list of statements anew, without a filter.
func (p *Pane) relist() statementList {
	l := newStatementList(p)
	v := &p.views[Statements]
	v.list = l
	v.apply("")
	return l
}

func (p *Pane) show(t Tab, i int) {
	p.tab = t
	v := &p.views[t]
	if v.find(i) < 0 {
		v.apply("")
	}
	v.sel = max(v.find(i), 0)
}
