package margin

import (
	"slices"

	"gloss/annotate"
)

// A standing is what is selected among the entities and the statements, by what
// it is: its place among the annotations changes with these. Nil stands for
// nothing.
type standing struct {
	entity *annotate.Entity
	quote  *annotate.Quote
	only   only
	of     *annotate.Entity // whose statements are shown
}

// standing returns what is selected now.
func (p *Pane) standing() standing {
	s := standing{only: p.only}
	if p.index == nil {
		return s
	}
	found := p.index.Annotations
	if a := p.selected(Entities); a.Kind == GoEntity {
		s.entity = &found.Entities[a.Entity]
	}
	if a := p.selected(Statements); a.Kind == GoStatement {
		s.quote = &found.Quotes[a.Statement]
	}
	if p.only.kind != everything {
		s.of = &found.Entities[p.only.entity]
	}
	return s
}

// selected returns what choosing the selected item of a tab asks for.
func (p *Pane) selected(t Tab) Action {
	v := &p.views[t]
	if v.len() == 0 {
		return Action{}
	}
	return v.list.action(v.at(v.sel))
}

// stand selects what was selected before, as far as it is there.
func (p *Pane) stand(s standing) {
	if i := p.place(s.of); i >= 0 {
		p.only = only{s.only.kind, i}
		v := &p.views[Statements]
		v.list = newStatementList(p)
		v.apply(v.filter)
	}
	if i := p.place(s.entity); i >= 0 {
		p.views[Entities].selectItem(i)
	}
	if s.quote != nil {
		i := slices.IndexFunc(p.index.Annotations.Quotes, func(q annotate.Quote) bool { return q.Content[0] == s.quote.Content[0] })
		if i >= 0 {
			p.views[Statements].selectItem(p.views[Statements].list.(statementList).find(i))
		}
	}
}

// place returns the place of an entity among those that are found now: the one
// that is first named where it was, or else has its name; -1 for none.
func (p *Pane) place(e *annotate.Entity) int {
	if e == nil {
		return -1
	}
	all := p.index.Annotations.Entities
	same := func(x annotate.Entity) bool { return x.Mentions[0].Span == e.Mentions[0].Span }
	if i := slices.IndexFunc(all, same); i >= 0 {
		return i
	}
	return slices.IndexFunc(all, func(x annotate.Entity) bool { return x.Name == e.Name })
}

// selectItem selects an item, if it passes the filter.
func (v *view) selectItem(item int) {
	if i := v.find(item); item >= 0 && i >= 0 {
		v.sel = i
	}
}
