package ui

import (
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/ui/index"
)

const (
	// atOnce is the most text, in bytes, that is annotated before the first
	// screen: it costs a few milliseconds.
	atOnce = 16 << 10
	// around is how much of a long text is annotated first, from what is in
	// sight on.
	around = 64 << 10
)

// loadRest returns the command that reads the whole document.
func (a *app) loadRest() tea.Cmd {
	if a.load == nil || !a.loading {
		return nil
	}
	ctx, gen, load := a.ctx, a.docGen, a.load
	return func() tea.Msg {
		doc, err := load(ctx)
		return loadedMsg{gen, doc, err}
	}
}

// loaded shows the whole document in place of its head.
func (a *app) loaded(m loadedMsg) tea.Cmd {
	if m.gen != a.docGen {
		return nil
	}
	a.loading, a.load = false, nil // the source is no longer needed
	if m.err != nil {
		a.fail(fmt.Errorf("only the beginning is shown: %w", m.err))
		return nil
	}
	a.gens++
	a.docGen = a.gens
	a.article.SetDoc(m.doc)
	if a.notices = m.doc.Notices; len(a.notices) > 0 {
		a.say(a.notices[0].String())
	}
	a.margin.Set(m.doc, a.article.Index())
	if a.toEnd {
		a.toEnd = false
		a.article.ToBottom()
	}
	a.annotated = span{}
	return tea.Batch(a.annotate(), a.searchAgain(), a.keepArticle())
}

// patience is the longest that the first screen waits for its names.
const patience = 100 * time.Millisecond

// names returns the command that finds the names of a short document for the
// first screen, which waits for them while Bubble Tea starts. Statements and
// coalitions take longer and come with the next screen.
func (a *app) names() tea.Cmd {
	doc := a.article.Doc()
	if a.engine == nil || doc.Partial || doc.Text.Len() > atOnce {
		return nil
	}
	a.waiting = true
	ctx, eng, cs := a.ctx, a.engine.EntitiesOnly(), a.corrections
	return tea.Batch(
		func() tea.Msg {
			found, err := eng.Annotate(ctx, index.Input(doc))
			if err != nil {
				return namesMsg{} // the full run will say why
			}
			found, _ = corrected(found, doc.Text.String(), cs)
			return namesMsg{index.Build(doc.Text.String(), found)}
		},
		tea.Tick(patience, func(time.Time) tea.Msg { return namesMsg{} }),
	)
}

// named shows the first screen, with its names if they were found in time.
func (a *app) named(m namesMsg) {
	a.waiting = false
	if m.index != nil && a.annotated == (span{}) {
		a.light(m.index)
	}
}

// annotate returns the command that annotates the document: of a long one
// first the part in sight, then all of it.
func (a *app) annotate() tea.Cmd {
	doc := a.article.Doc()
	if a.engine == nil || a.covered() || a.blank {
		return nil
	}
	a.working++
	if doc.Text.Len() <= around && !doc.Partial {
		return a.run(doc, true)
	}
	part := a.run(doc, false)
	if doc.Partial {
		return part
	}
	a.working++
	return tea.Sequence(part, a.run(doc, true))
}

// covered reports whether the annotations cover the whole text.
func (a *app) covered() bool {
	return a.annotated.start == 0 && a.annotated.end >= a.article.Doc().Text.Len()
}

// annotateInSight returns a command where the reader has come to a part of a
// long text that is not annotated yet.
func (a *app) annotateInSight() tea.Cmd {
	start, end := a.article.Visible()
	if a.engine == nil || a.working > 1 || a.article.Doc().Text.Len() <= around || (a.annotated.start <= start && end <= a.annotated.end) {
		return nil
	}
	a.working++
	return a.run(a.article.Doc(), false)
}

// run returns the command that annotates the document, all of it or the part
// around what is in sight.
func (a *app) run(doc *articles.Document, whole bool) tea.Cmd {
	ctx, of, gen, eng := a.ctx, a.reading, a.docGen, a.engine
	cs, corrGen := a.corrections, a.corrGen
	cover := span{0, doc.Text.Len()}
	in := index.Input(doc)
	if !whole {
		start, _ := a.article.Visible()
		in = index.InputAround(doc, max(0, start-around/8), around)
		cover = span{}
		if n := len(in.Blocks); n > 0 {
			cover = span{in.Blocks[0].Span.Start, in.Blocks[n-1].Span.End}
			first, last := doc.Blocks[0].Span, doc.Blocks[len(doc.Blocks)-1].Span
			if cover.start <= first.Start && last.End <= cover.end {
				cover = span{0, doc.Text.Len()}
			}
		}
	}
	return func() tea.Msg {
		found, err := eng.Annotate(ctx, in)
		if err != nil {
			return annotatedMsg{of: of, gen: gen, err: fmt.Errorf("annotate: %w", err)}
		}
		if whole && !found.Left.Empty() {
			cover.end = found.Left.Start
		}
		as, unfit := corrected(found, in.Text, cs)
		return annotatedMsg{
			of: of, gen: gen, index: index.Build(in.Text, as), cover: cover, left: found.Left.End - found.Left.Start,
			found: found, corrGen: corrGen, unfit: unfit,
		}
	}
}

// annotatedDone shows annotations that have been made, unless they are of
// another text or cover less than those that are shown. Where the corrections
// were changed meanwhile, it returns the command that carries out the new ones.
func (a *app) annotatedDone(m annotatedMsg) tea.Cmd {
	m.of.working--
	switch {
	case m.of != a.reading || m.gen != a.docGen:
		return nil
	case m.err != nil:
		a.fail(m.err)
		return nil
	case a.covered() && a.article.Doc().Text.Len() > 0:
		return nil
	}
	a.annotated, a.raw, a.unfit = m.cover, m.found, m.unfit
	a.light(m.index)
	if why := m.index.Unread(); why != "" {
		a.say(why)
	} else if m.left > 0 {
		a.say(fmt.Sprintf("the last %s are annotated only where you are: the text is too long", size(int64(m.left))))
	}
	if m.corrGen != a.corrGen {
		return a.recorrect()
	}
	return a.keepFindings()
}

// light shows annotations.
func (r *reading) light(x *index.Index) {
	r.article.SetIndex(x)
	r.margin.Set(r.article.Doc(), x)
	r.coalition = -1
	r.chooseCoalition(0)
}

// chooseCoalition makes a coalition the one whose members can be lit up.
func (r *reading) chooseCoalition(i int) {
	all := r.article.Index().Annotations.Coalitions
	if i == r.coalition || i < 0 || i >= len(all) {
		return
	}
	r.coalition = i
	r.article.SetMembers(r.article.Index().MemberSpans(all[i]))
}
