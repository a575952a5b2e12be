package ui

import (
	"os"

	osc52 "github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate"
	"gloss/articles/clean"
)

// copyHere copies the note that was jumped to or is selected in the margin, as
// Markdown, or else the statement that was jumped to, in quotation marks and
// with its speaker, by way of the terminal (OSC 52).
func (a *app) copyHere() tea.Cmd {
	if n, ok := a.noteHere(); ok && (a.article.Note() != "" || a.focusMargin) {
		return a.copyNote(a.kept, n)
	}
	i := a.article.Statement()
	if i < 0 {
		a.say("nothing to copy: go to a statement or a note first, with " + a.keys.NextStatement.Help().Key + " or " + a.keys.NextNote.Help().Key)
		return nil
	}
	q := a.article.Index().Annotations.Quotes[i]
	text := a.margin.Content(q)
	if q.Kind == annotate.Indirect {
		text = "(" + text + ")"
	} else if r := []rune(text); len(r) > 0 && !isQuote(r[0]) {
		text = "“" + text + "”"
	}
	if who := a.margin.SpeakerName(q); who != "" {
		text += " — " + who
	}
	a.say("copied: " + text)
	return a.copy(text)
}

func isQuote(r rune) bool {
	switch r {
	case '"', '“', '‘', '«', '„':
		return true
	}
	return false
}

// copy returns the command that hands text to the terminal's clipboard.
func (a *app) copy(text string) tea.Cmd {
	through := osc52.DefaultMode
	switch {
	case os.Getenv("TMUX") != "":
		through = osc52.TmuxMode
	case os.Getenv("STY") != "":
		through = osc52.ScreenMode
	}
	out := a.out
	if out == nil {
		return nil
	}
	return func() tea.Msg { return copiedMsg{out.Copy(clean.Of(text).String(), through)} }
}

// copied says what went wrong with a copy. There is no way to hear whether the
// terminal took it.
func (a *app) copied(m copiedMsg) {
	if m.err != nil {
		a.fail(m.err)
	}
}
