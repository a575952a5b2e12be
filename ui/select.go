package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/ui/keymap"
	"gloss/ui/selection"
)

// A selecting is the mode in which words are chosen.
type selecting struct {
	selection.Selection
	extend bool // the keys move one end of it, not all
}

// selection returns the words that are selected.
func (a *app) selection() (span, bool) {
	if a.selecting == nil {
		return span{}, false
	}
	s := a.selecting.Span()
	return span{s.Start, s.End}, true
}

// beginSelecting selects the sentence that the eye is at.
func (a *app) beginSelecting() {
	s, ok := selection.At(a.article.Doc(), a.eye(), selection.Sentence)
	if !ok {
		a.say("there are no words to select")
		return
	}
	if a.focusMargin {
		a.switchFocus()
	}
	a.jumpFrom()
	a.selecting = &selecting{Selection: s}
	a.article.SetSelection(s.Span())
	a.article.RevealSpan(s.Head, false)
}

// eye returns the offset where the reader most likely looks: at what was jumped
// to, if it is in sight, else at the first sentence that begins in sight.
func (a *app) eye() int {
	start, end := a.article.Visible()
	at := a.article.Cursor()
	if i := a.article.Statement(); i >= 0 {
		at = a.article.Index().Annotations.Quotes[i].Content[0].Start
	} else if s, ok := a.article.NoteSpan(a.article.Note()); ok {
		at = s.Start
	}
	if at >= start && at < end {
		return at
	}
	if s, ok := selection.At(a.article.Doc(), start, selection.Sentence); ok && s.Span().Start < start {
		if next := s.Move(a.article.Doc(), selection.Sentence, false); next.Span().Start < end {
			return next.Span().Start
		}
	}
	return start
}

// endSelecting selects nothing any more.
func (a *app) endSelecting() {
	a.selecting = nil
	a.article.SetSelection(articles.Span{})
}

// step moves the selection, or its head.
func (a *app) step(u selection.Unit, back bool) {
	s := a.selecting
	if s.extend {
		a.extend(u, back)
		return
	}
	a.selected(s.Move(a.article.Doc(), u, back), back)
}

// extend moves the head of the selection.
func (a *app) extend(u selection.Unit, back bool) {
	a.selecting.extend = true
	a.selected(a.selecting.Extend(a.article.Doc(), u, back), back)
}

// selected shows another selection, with its head in sight: with back its
// beginning, else its end.
func (a *app) selected(s selection.Selection, back bool) {
	if s == a.selecting.Selection {
		end := "end"
		if back {
			end = "beginning"
		}
		a.say("this is the " + end + " of the text")
		return
	}
	a.selecting.Selection = s
	a.article.SetSelection(s.Span())
	a.article.RevealSpan(s.Head, !back && a.selecting.extend)
}

// selectCommands are the keys that mean something else while words are selected.
func (a *app) selectCommands() []command {
	k := &a.keys
	step := func(u selection.Unit, back bool) func(*app) tea.Cmd {
		return do(func(a *app) { a.step(u, back) })
	}
	return []command{
		{k.NextSentence, step(selection.Sentence, false)},
		{k.PrevSentence, step(selection.Sentence, true)},
		{k.ExtendSentence, do(func(a *app) { a.extend(selection.Sentence, false) })},
		{k.ShrinkSentence, do(func(a *app) { a.extend(selection.Sentence, true) })},
		{k.NextWord, step(selection.Word, false)},
		{k.PrevWord, step(selection.Word, true)},
		{k.NextLetter, step(selection.Character, false)},
		{k.PrevLetter, step(selection.Character, true)},
		{k.NextParagraph, step(selection.Paragraph, false)},
		{k.PrevParagraph, step(selection.Paragraph, true)},
		{k.WiderUnit, do((*app).widenSelection)},
		{k.OtherEnd, do((*app).otherEnd)},
		{k.Select, do((*app).toggleExtend)},
		{k.HighlightNow, (*app).highlight},
		{k.Copy, (*app).copySelection},
		{k.Escape, do((*app).endSelecting)},
		{k.Quit, do((*app).endSelecting)},
	}
}

// selectKey handles a key while words are selected. It reports whether the key
// means something then.
func (a *app) selectKey(k string) (cmd tea.Cmd, ok bool) {
	if a.selecting == nil || a.focusMargin || a.overlay != nil {
		return nil, false
	}
	if keymap.Matches(k, a.keys.Kinds) {
		return a.highlightBy(k), true
	}
	for _, c := range a.selectCommands() {
		if keymap.Matches(k, c.binding) {
			return c.do(a), true
		}
	}
	return nil, false
}

// widenSelection selects all of the next greater unit.
func (a *app) widenSelection() {
	s := a.selecting.Widen(a.article.Doc())
	if s == a.selecting.Selection {
		a.say("nothing is wider than a paragraph: } goes on")
		return
	}
	a.selected(s, true)
}

// otherEnd makes the other end of the selection the one that moves.
func (a *app) otherEnd() {
	s := a.selecting
	s.Selection, s.extend = s.Swap(), true
	a.article.RevealSpan(s.Head, s.Head.Start > s.Anchor.Start)
}

// toggleExtend changes between moving all of the selection and one end of it.
func (a *app) toggleExtend() { a.selecting.extend = !a.selecting.extend }

// copySelection copies the words that are selected.
func (a *app) copySelection() tea.Cmd {
	text := a.selecting.Span().Of(a.article.Doc().Text)
	a.endSelecting()
	a.say("copied: " + short(clean.Line(text).String(), 200))
	return a.copy(text)
}

// selectHint says what is selected and what the keys do with it.
func (a *app) selectHint() string {
	k := &a.keys
	parts := []string{a.selecting.Unit.String()}
	add := func(b key.Binding, does string) { parts = append(parts, b.Keys()[0]+" "+does) }
	add(k.Highlight, "marks")
	add(k.Note, "note")
	add(k.Copy, "copies")
	if a.selecting.extend {
		add(k.OtherEnd, "other end")
		add(k.Select, "moves all")
	} else {
		add(k.Select, "extends")
	}
	add(k.NextWord, "words")
	add(k.WiderUnit, "wider")
	return strings.Join(parts, " · ")
}
