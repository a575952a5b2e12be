package ui

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate"
	"gloss/annotate/correct"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/index"
)

// A machine is what the engine found in an article, and what its reader has
// corrected of it. The two are kept apart, so that a correction can be undone
// without a new run and a new run can be corrected again.
type machine struct {
	raw         annotate.Annotations // before any correction
	corrections []keep.Correction    // those that hold and those that were undone, in the order they were made
	corrGen     int                  // counts the changes of corrections
	unfit       map[string]error     // by ID: why one could not be carried out
	latest      string               // the ID of the one made last, until it is known whether it fits
}

// correctedMsg brings the annotations of a reading with its corrections of
// generation gen.
type correctedMsg struct {
	of    *reading
	doc   int // docGen
	gen   int // corrGen
	index *index.Index
	unfit map[string]error
}

// correctionMsg tells what became of a change of the corrections.
type correctionMsg struct {
	of    *reading
	c     keep.Correction // as it is kept now
	say   string
	fresh bool // it was made in this article just now
	back  bool // it takes back what the reader did last
	err   error
}

// errNotHere says that a correction that holds for every article has nothing to
// do with this one, which is no failure.
var errNotHere = errors.New("nothing to change in this text")

// corrected returns annotations of a text as the reader's corrections have them,
// and by ID why some could not be carried out.
func corrected(found annotate.Annotations, text string, cs []keep.Correction) (annotate.Annotations, map[string]error) {
	unfit := map[string]error{}
	var list []correct.Correction
	var of []keep.Correction
	for _, c := range cs {
		if !c.Undone.IsZero() {
			continue
		}
		var x correct.Correction
		if err := json.Unmarshal(c.Data, &x); err != nil {
			unfit[c.ID] = fmt.Errorf("it cannot be read: %w", err)
			continue
		}
		x.To.Name = clean.Line(x.To.Name).String() // it will be shown as the text is
		list, of = append(list, x), append(of, c)
	}
	out, unmatched := correct.Apply(found, text, list)
	for _, u := range unmatched {
		err := u.Err
		if of[u.Index].Article == 0 {
			err = errNotHere
		}
		unfit[of[u.Index].ID] = err
	}
	return out, unfit
}

// recorrect returns the command that carries out the corrections on what the
// engine found; nil where that is not there yet.
func (a *app) recorrect() tea.Cmd {
	a.gens++
	a.corrGen = a.gens
	if a.engine != nil && a.annotated == (span{}) {
		return nil // the run that is not done yet sees to it
	}
	m := correctedMsg{of: a.reading, doc: a.docGen, gen: a.corrGen}
	text, found, cs := a.article.Doc().Text.String(), a.raw, slices.Clone(a.corrections)
	return func() tea.Msg {
		annotations, unfit := corrected(found, text, cs)
		m.index, m.unfit = index.Build(text, annotations), unfit
		return m
	}
}

// correctedDone shows corrected annotations, unless there are newer ones or
// another text.
func (a *app) correctedDone(m correctedMsg) tea.Cmd {
	if m.doc != m.of.docGen || m.gen != m.of.corrGen {
		return nil
	}
	m.of.unfit = m.unfit
	m.of.light(m.index)
	if err := m.unfit[m.of.latest]; err != nil && m.of == a.reading {
		a.fail(fmt.Errorf("kept, but not carried out here: %w", err))
		a.asked = nil
	}
	m.of.latest = ""
	if m.of != a.reading {
		return nil
	}
	return a.keepFindings()
}

// keepCorrection returns the command that keeps a correction of an article, 0
// for every one, after which say is said.
func (a *app) keepCorrection(c correct.Correction, article keep.ArticleID, say string) tea.Cmd {
	data, err := json.Marshal(c)
	if err != nil {
		a.fail(fmt.Errorf("keep the correction: %w", err))
		return nil
	}
	of := a.reading
	return onShelf(a, func(ctx context.Context, l *library.Library) (keep.Correction, error) {
		return l.PutCorrection(ctx, keep.Correction{Article: article, Data: data})
	}, func(kept keep.Correction, err error) tea.Msg {
		return correctionMsg{of: of, c: kept, say: say, fresh: say == "", err: err}
	})
}

// undoCorrection returns the command that undoes a correction in a reading, or
// with redo does it again. Back says that this takes back what the reader did
// last.
func (a *app) undoCorrection(of *reading, c keep.Correction, redo, back bool) tea.Cmd {
	return onShelf(a, func(ctx context.Context, l *library.Library) (correctionMsg, error) {
		if redo {
			c.Undone = time.Time{}
			return correctionMsg{say: "corrected again"}, l.RedoCorrection(ctx, c.ID)
		}
		c.Undone = time.Now()
		return correctionMsg{say: "correction undone"}, l.UndoCorrection(ctx, c.ID)
	}, func(m correctionMsg, err error) tea.Msg {
		m.of, m.c, m.back, m.err = of, c, back, err
		return m
	})
}

// correctionDone takes a correction that is kept now, or was undone, and
// returns the command that carries the change out.
func (a *app) correctionDone(m correctionMsg) tea.Cmd {
	if m.err != nil {
		a.fail(fmt.Errorf("not corrected: %w", m.err))
		return nil
	}
	r := m.of
	// The list is shared with commands that run: it is never changed in place.
	cs := slices.Clone(r.corrections)
	if i := slices.IndexFunc(cs, func(c keep.Correction) bool { return c.ID == m.c.ID }); i >= 0 {
		cs[i] = m.c
	} else {
		cs = append(cs, m.c)
	}
	r.corrections = cs
	if r != a.reading {
		a.say(m.say)
		return nil
	}
	if m.fresh {
		m.say, r.latest = "corrected", m.c.ID
	}
	a.say(m.say)
	if !m.back {
		undone := !m.c.Undone.IsZero()
		a.canUndo("the correction", func(a *app) tea.Cmd { return a.undoCorrection(r, m.c, undone, true) })
		a.say(m.say + "; " + a.keys.Undo.Help().Key + " takes it back")
	}
	if m.fresh {
		a.askEverywhere(m.c)
	}
	return a.recorrect()
}

// askEverywhere asks whether a correction to a name is to hold in articles to
// come too.
func (a *app) askEverywhere(kept keep.Correction) {
	var c correct.Correction
	if kept.Article == 0 || json.Unmarshal(kept.Data, &c) != nil {
		return
	}
	general, ok := everywhere(c)
	if !ok {
		return
	}
	a.say("corrected; y: in all other articles too, also those to come")
	a.asked = func(a *app) tea.Cmd { return a.keepCorrection(general, 0, "corrected in every article") }
}

// everywhere returns a correction to a name as it holds in any article, where it
// makes sense there.
func everywhere(c correct.Correction) (correct.Correction, bool) {
	c.At = correct.Selector{}
	switch c.Kind {
	case correct.Dismiss:
		return c, c.Everywhere
	case correct.Retype, correct.Merge, correct.Rename:
		return c, true
	}
	return c, false
}

// errNothingKept says that there is no library.
var errNothingKept = errors.New("nothing can be kept: there is no library")
