package ui

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/ui/editor"
)

// errNoEditor says that the reader has named no editor.
var errNoEditor = errors.New("no editor: set VISUAL or EDITOR to the one you use")

// outsideReadyMsg says that a note is in a file, to be written on in the
// reader's own editor.
type outsideReadyMsg struct {
	in   *noteEditor
	argv []string
	path string
	err  error
}

// outsideDoneMsg brings what was written there.
type outsideDoneMsg struct {
	in    *noteEditor
	words string
	path  string // where they are still
	err   error
}

// arrive gives the terminal to it.
func (m outsideReadyMsg) arrive(a *app) tea.Cmd { return a.outsideReady(m) }

// arrive takes the words over.
func (m outsideDoneMsg) arrive(a *app) tea.Cmd { return a.outsideDone(m) }

// writeOutside returns the command that puts the note in a file for the reader's
// own editor.
func (a *app) writeOutside(e *noteEditor) tea.Cmd {
	argv := outsideEditor(os.Getenv("VISUAL"), os.Getenv("EDITOR"))
	words := e.pane.Body().String()
	return func() tea.Msg {
		if argv == nil {
			return outsideReadyMsg{in: e, err: errNoEditor}
		}
		path, err := setOut(words)
		return outsideReadyMsg{e, append(argv, path), path, err}
	}
}

// outsideEditor returns the program and arguments of the editor that VISUAL or
// else EDITOR names; nil for none. No shell is in between.
func outsideEditor(visual, editor string) []string {
	for _, env := range []string{visual, editor} {
		if words := strings.Fields(env); len(words) > 0 {
			return words
		}
	}
	return nil
}

// setOut writes words to a file of its own that nobody else can read, and
// returns its path.
func setOut(words string) (string, error) {
	folder, err := os.MkdirTemp("", "gloss-note-") // which only its owner may enter
	if err != nil {
		return "", fmt.Errorf("open the editor: %w", err)
	}
	f, err := os.CreateTemp(folder, "note-*.md")
	if err == nil {
		_, err = f.WriteString(words)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		_ = os.RemoveAll(folder)
		return "", fmt.Errorf("open the editor: %w", err)
	}
	return f.Name(), nil
}

// fetchBack reads what the editor left in the file. Where its words cannot be
// taken it says where they are.
func fetchBack(path string, failed error) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("the note is as it was: %w", errors.Join(failed, err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, editor.MaxBody+1))
	switch {
	case failed != nil:
		return "", fmt.Errorf("the note is as it was; what the editor left is in %s: %w", path, failed)
	case err != nil:
		return "", fmt.Errorf("the note is as it was; what the editor left is in %s: %w", path, err)
	case len(data) > editor.MaxBody:
		return "", fmt.Errorf("the note is as it was; what you wrote is in %s: %w", path, editor.ErrLong)
	}
	return string(data), nil
}

// outsideReady gives the terminal to the reader's editor.
func (a *app) outsideReady(m outsideReadyMsg) tea.Cmd {
	if m.err != nil {
		a.fail(m.err)
		return nil
	}
	c := exec.CommandContext(a.ctx, m.argv[0], m.argv[1:]...)
	if a.in != nil && a.out != nil { // the terminal itself, as the editor needs it
		c.Stdin, c.Stdout, c.Stderr = a.in, a.out.File, a.out.File
	}
	return tea.ExecProcess(c, func(err error) tea.Msg {
		words, err := fetchBack(m.path, err)
		return outsideDoneMsg{m.in, words, m.path, err}
	})
}

// outsideDone takes what was written in the reader's editor. The file goes once
// the draft is kept.
func (a *app) outsideDone(m outsideDoneMsg) tea.Cmd {
	again := []tea.Cmd{tea.ClearScreen}
	if !a.mouseOff {
		again = append(again, tea.EnableMouseCellMotion)
	}
	err := m.err
	if err == nil {
		err = m.in.pane.SetBody(strings.TrimRight(m.words, "\n"))
	}
	if err != nil {
		a.fail(err)
		return tea.Batch(again...)
	}
	a.say("taken over from your editor; ctrl+s saves it")
	put := m.in.putDraft(a)
	return tea.Batch(append(again, func() tea.Msg {
		done := put()
		if d, ok := done.(draftPutMsg); ok && d.err == nil {
			_ = os.RemoveAll(filepath.Dir(m.path))
		}
		return done
	})...)
}
