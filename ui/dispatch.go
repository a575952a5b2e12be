package ui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"gloss/ui/keymap"
	"gloss/ui/margin"
)

// A command is a binding with what it does.
type command struct {
	binding key.Binding
	do      func(*app) tea.Cmd
}

// typed handles what was typed. Bubble Tea gathers a burst of letters into one
// message; each is a key of its own here, unless they were pasted.
func (a *app) typed(m tea.KeyMsg) tea.Cmd {
	if t, ok := a.overlay.(typist); ok && !a.prompt.active {
		a.say("")
		a.asked = nil
		cmd, done := t.typed(a, m)
		if done {
			a.closeOverlay()
		}
		return cmd
	}
	if m.Type != tea.KeyRunes || len(m.Runes) < 2 || m.Paste || a.prompt.active {
		return a.key(m.String(), m)
	}
	var cmds []tea.Cmd
	for i, r := range m.Runes {
		one := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: m.Alt}
		if _, ok := a.overlay.(typist); ok || a.prompt.active { // an earlier letter opened it
			one.Runes = m.Runes[i:]
			return tea.Batch(append(cmds, a.typed(one))...)
		}
		cmds = append(cmds, a.key(one.String(), one))
	}
	return tea.Batch(cmds...)
}

// key handles one key.
func (a *app) key(k string, m tea.KeyMsg) tea.Cmd {
	if keymap.Matches(k, a.keys.Interrupt) || a.blank && (keymap.Matches(k, a.keys.Quit) || keymap.Matches(k, a.keys.Escape)) {
		a.giveUp()
		return a.end()
	}
	if a.prompt.active {
		return a.promptKey(k, m)
	}
	a.say("")
	a.onceKept = nil
	if asked := a.asked; asked != nil {
		a.asked = nil
		if k == "y" {
			return asked(a)
		}
	}
	if first := a.pending; first != "" {
		a.pending = ""
		if done, cmd := a.second(first, k); done {
			return cmd
		}
	} else if a.prefixes[k] || keymap.Matches(k, a.keys.Mark) || keymap.Matches(k, a.keys.GoMark) {
		a.pending = k
		return nil
	}
	if cmd, ok := a.selectKey(k); ok {
		return cmd
	}
	if a.overlay != nil {
		cmd, done := a.overlay.key(a, k)
		if done {
			a.closeOverlay()
		}
		return cmd
	}
	if a.focusMargin {
		for _, c := range a.marginCommands() {
			if keymap.Matches(k, c.binding) {
				return c.do(a)
			}
		}
	}
	for _, c := range a.commands() {
		if keymap.Matches(k, c.binding) {
			return c.do(a)
		}
	}
	return nil
}

// closeOverlay goes back to what the overlay was opened over.
func (a *app) closeOverlay() {
	o, ok := a.overlay.(stacked)
	a.overlay = nil
	if ok {
		a.overlay = o.below()
		a.arrange()
	}
}

// second handles the second key of two. Done says that the two belong
// together; else the second counts by itself.
func (a *app) second(first, k string) (done bool, cmd tea.Cmd) {
	switch {
	case keymap.Matches(first, a.keys.Mark):
		if r := []rune(k); len(r) == 1 {
			a.article.SetMark(r[0])
			a.say("mark " + k + " is set")
		}
		return true, nil
	case keymap.Matches(first, a.keys.GoMark):
		a.goMark(k)
		return true, nil
	}
	for _, c := range a.commands() {
		if keymap.Matches(first+k, c.binding) {
			return true, c.do(a)
		}
	}
	return false, nil
}

// do makes a command's function of one that needs no result.
func do(f func(*app)) func(*app) tea.Cmd {
	return func(a *app) tea.Cmd {
		f(a)
		return nil
	}
}

// commands are the keys that hold while the text has them.
func (a *app) commands() []command {
	k := &a.keys
	return []command{
		{k.Down, do(func(a *app) { a.article.Scroll(1) })},
		{k.Up, do(func(a *app) { a.article.Scroll(-1) })},
		{k.PageDown, do(func(a *app) { a.article.ScrollPages(2) })},
		{k.PageUp, do(func(a *app) { a.article.ScrollPages(-2) })},
		{k.HalfDown, do(func(a *app) { a.article.ScrollPages(1) })},
		{k.HalfUp, do(func(a *app) { a.article.ScrollPages(-1) })},
		{k.Top, do((*app).top)},
		{k.Bottom, do((*app).bottom)},

		{k.Highlights, do((*app).toggleAll)},
		{k.People, do(func(a *app) { a.toggle(0) })},
		{k.Orgs, do(func(a *app) { a.toggle(1) })},
		{k.Places, do(func(a *app) { a.toggle(2) })},
		{k.Groups, do(func(a *app) { a.toggle(3) })},
		{k.Members, do((*app).toggleMembers)},
		{k.Rest, do(func(a *app) { a.toggle(4) })},

		{k.NextStatement, do(func(a *app) { a.jump(statementJump, false) })},
		{k.PrevStatement, do(func(a *app) { a.jump(statementJump, true) })},
		{k.NextNote, do(func(a *app) { a.jump(noteJump, false) })},
		{k.PrevNote, do(func(a *app) { a.jump(noteJump, true) })},
		{k.NextMention, do(func(a *app) { a.jump(mentionJump, false) })},
		{k.PrevMention, do(func(a *app) { a.jump(mentionJump, true) })},
		{k.NextMember, do(func(a *app) { a.jump(memberJump, false) })},
		{k.PrevMember, do(func(a *app) { a.jump(memberJump, true) })},
		{k.NextHeading, do(func(a *app) { a.jump(headingJump, false) })},
		{k.PrevHeading, do(func(a *app) { a.jump(headingJump, true) })},
		{k.Again, do(func(a *app) { a.jump(a.lastJump, false) })},
		{k.AgainBack, do(func(a *app) { a.jump(a.lastJump, true) })},

		{k.Note, (*app).writeNote},
		{k.Act, (*app).act},
		{k.AllNotes, (*app).showNotes},
		{k.Undo, (*app).undoLast},

		{k.Shelf, (*app).showShelf},
		{k.Find, (*app).showFind},
		{k.Dossier, (*app).dossierHere},
		{k.Compare, (*app).compareHere},

		{k.Search, func(a *app) tea.Cmd { return a.openPrompt(nil) }},
		{k.Escape, do((*app).escape)},
		{k.Focus, do((*app).switchFocus)},
		{k.Margin, do((*app).toggleMargin)},
		{k.MarginSide, do((*app).moveMargin)},
		{k.Narrower, do(func(a *app) { a.widen(-2) })},
		{k.Wider, do(func(a *app) { a.widen(2) })},

		{k.Select, do((*app).beginSelecting)},
		{k.Highlight, (*app).highlight},

		{k.Copy, (*app).copyHere},
		{k.Back, do((*app).back)},
		{k.Forward, do((*app).forward)},
		{k.Contents, do((*app).contents)},
		{k.Links, do((*app).showLinks)},
		{k.Reload, (*app).reload},
		{k.Theme, do((*app).nextTheme)},
		{k.Zen, do((*app).zen)},
		{k.Mouse, (*app).toggleMouse},
		{k.Help, (*app).showHelp},
		{k.Quit, (*app).quit},
		{k.Suspend, func(*app) tea.Cmd { return tea.Suspend }},
	}
}

// marginCommands are the keys that mean something else while the margin has
// them.
func (a *app) marginCommands() []command {
	k := &a.keys
	move := func(f func()) func(*app) tea.Cmd {
		return do(func(a *app) { f(); a.follow() })
	}
	m := a.margin
	return []command{
		{k.Down, move(func() { m.Move(1) })},
		{k.Up, move(func() { m.Move(-1) })},
		{k.PageDown, move(func() { m.MovePage(1) })},
		{k.PageUp, move(func() { m.MovePage(-1) })},
		{k.Top, move(func() { m.ToEnd(false) })},
		{k.Bottom, move(func() { m.ToEnd(true) })},
		{k.NextTab, move(func() { m.Turn(1) })},
		{k.PrevTab, move(func() { m.Turn(-1) })},
		{k.Choose, do((*app).choose)},
		{k.Said, do(func(a *app) { a.showSaid(false) })},
		{k.About, do(func(a *app) { a.showSaid(true) })},
		{k.Order, do(func(a *app) { a.margin.Open(margin.Statements); a.margin.Reorder() })},
		{k.Filter, func(a *app) tea.Cmd { return a.openPrompt(a.margin) }},
		{k.Quit, do((*app).switchFocus)},
	}
}

// escape clears one thing: what was searched, then what was chosen, then it
// leaves the margin.
func (a *app) escape() {
	n, _ := a.article.Hits()
	switch {
	case a.opening != nil:
		a.giveUpByKey()
	case a.focusMargin && a.margin.Filter() != "":
		a.margin.SetFilter("")
	case a.focusMargin:
		a.switchFocus()
	case n > 0 || a.search.query != "":
		a.find("")
	case a.article.Statement() >= 0 || a.article.Note() != "" || a.article.Chosen() >= 0 || a.article.Cursor() >= 0:
		a.article.Forget()
		a.article.Choose(-1)
	default:
		a.say(a.keys.Quit.Help().Key + " quits")
	}
}

// quit leaves what is open, or else the program.
func (a *app) quit() tea.Cmd {
	if a.wish.Zen {
		a.zen()
		return nil
	}
	if a.opening != nil && !a.blank {
		a.giveUpByKey()
		return nil
	}
	if a.behind != nil {
		return a.goBehind()
	}
	if cmd, ok := a.leave(); ok {
		return cmd
	}
	return a.end()
}

// giveUpByKey ends what is being opened, as the reader wants it.
func (a *app) giveUpByKey() {
	label := a.opening.label
	a.giveUp()
	a.say("given up: " + label.String())
}
