package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/compose"
	"gloss/articles/keep"
	"gloss/ui/margin"
	"gloss/ui/reader"
)

// harbour returns a document of n paragraphs of three sentences.
func harbour(n int) *articles.Document {
	var b compose.Builder
	for i := range n {
		b.Write(fmt.Sprintf("Ada met Bob at quay %03d. The ferry was late, and nothing else is told of them. Nobody waited.", i))
		b.End(articles.Block{}, false)
	}
	return b.Document()
}

// selects fails unless the words that are selected are these.
func (d *driver) selects(want string) {
	d.t.Helper()
	s, ok := d.a.selection()
	if got := d.a.article.Doc().Text.String()[s.start:s.end]; got != want || ok != (want != "") {
		d.t.Errorf("selected is %q, want %q", got, want)
	}
}

func TestSelectingByKeys(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"v", "Ada met Bob at quay 000."},
		{"v j", "The ferry was late, and nothing else is told of them."},
		{"v j j j", "Ada met Bob at quay 001."},
		{"v j k", "Ada met Bob at quay 000."},
		{"v J", "Ada met Bob at quay 000. The ferry was late, and nothing else is told of them."},
		{"v J K", "Ada met Bob at quay 000."},
		{"v v j", "Ada met Bob at quay 000. The ferry was late, and nothing else is told of them."},
		{"v w", "Ada"},
		{"v w w w", "Bob"},
		{"v w v w w", "Ada met Bob"},
		{"v w v w w b", "Ada met"},
		{"v b b", "000"},
		{"v b b v b", "quay 000"},
		{"v w l", "A"},
		{"v w v l", "Ada "},
		{"v w w o b", "Ada met"},
		{"v w +", "Ada met Bob at quay 000."},
		{"v w + +", "Ada met Bob at quay 000. The ferry was late, and nothing else is told of them. Nobody waited."},
		{"v }", "Ada met Bob at quay 001. The ferry was late, and nothing else is told of them. Nobody waited."},
		{"v esc", ""},
		{"v q", ""},
		{"tab v", "Ada met Bob at quay 000."},
	} {
		d := drive(t, harbour(30), 80, 24)
		d.press(strings.Fields(c.keys)...)
		t.Run(c.keys, func(t *testing.T) { d.t = t; d.selects(c.want) })
	}
}

// The mode begins at what was jumped to, or else at a sentence that begins in
// sight.
func TestSelectingBeginsAtTheEye(t *testing.T) {
	d := drive(t, harbour(60), 80, 24, adaAndBobEngine()...)
	d.press("s", "s", "v")
	d.selects("The ferry was late, and nothing else is told of them.")
	if at, want := d.a.selecting.Span().Start, strings.Index(d.a.article.Doc().Text.String(), "001. The ferry")+5; at != want {
		t.Errorf("the sentence is at %d, that of the second statement at %d", at, want)
	}
	d.press("esc", " ", " ", "v")
	start, end := d.a.article.Visible()
	if s, _ := d.a.selection(); s.start < start || s.end > end {
		t.Errorf("selected is %v, in sight are %d to %d", s, start, end)
	}
}

func TestSelectingSaysWhatItOffers(t *testing.T) {
	d := drive(t, harbour(3), 120, 24)
	d.press("v")
	d.barSays("sentence · H marks · a note · y copies · v extends · w words")
	d.press("w", "v")
	d.barSays("word")
	d.barSays("o other end")
	d.press("esc", "v", "K", "K")
	d.barSays("this is the beginning of the text")
	d.press("esc", "v", "+", "+")
	d.barSays("nothing is wider")
}

// What is selected stays in sight while it grows, and the text is not moved by
// leaving.
func TestSelectionStaysInSight(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		d := drive(t, harbour(60), size[0], size[1])
		d.press("v", "v")
		for range 120 {
			d.press("j")
			start, end := d.a.article.Visible()
			if h := d.a.selecting.Head; h.End <= start || h.Start >= end {
				t.Fatalf("at %v the head %v is out of sight: %d to %d", size, h, start, end)
			}
		}
		first := d.screen()[0]
		d.press("esc")
		if got := d.screen()[0]; got != first {
			t.Errorf("leaving moved the text from %q to %q", first, got)
		}
	}
}

func TestSelectingByMouse(t *testing.T) {
	d := drive(t, harbour(30), 80, 24)
	mouse := func(action tea.MouseAction, button tea.MouseButton, x, y int) {
		d.send(tea.MouseMsg{Button: button, Action: action, X: x, Y: y})
	}
	f := d.a.frame.Text
	row := -1
	for i, r := range d.screen() {
		if strings.Contains(r, "quay 001") {
			row = i
			break
		}
	}
	mouse(tea.MouseActionPress, tea.MouseButtonLeft, f.X+5, row)
	d.selects("")
	mouse(tea.MouseActionMotion, tea.MouseButtonLeft, f.X+9, row)
	d.selects("met Bob")
	mouse(tea.MouseActionMotion, tea.MouseButtonLeft, f.X+17, row)
	mouse(tea.MouseActionRelease, tea.MouseButtonNone, f.X+17, row)
	d.selects("met Bob at quay")
	mouse(tea.MouseActionMotion, tea.MouseButtonLeft, f.X+1, row) // no button is held
	d.selects("met Bob at quay")
	d.press("w")
	d.selects("met Bob at quay 001")
	mouse(tea.MouseActionPress, tea.MouseButtonLeft, f.X+5, row)
	d.selects("")
}

// A drag that begins on a name selects; only a click chooses the name.
func TestDragFromANameDoesNotChooseIt(t *testing.T) {
	d := drive(t, harbour(10), 80, 24, adaAndBobEngine()...)
	f := d.a.frame.Text
	row := slices.IndexFunc(d.screen(), func(r string) bool { return strings.Contains(r, "quay 001") })
	mouse := func(action tea.MouseAction, x int) {
		d.send(tea.MouseMsg{Button: tea.MouseButtonLeft, Action: action, X: f.X + x, Y: row})
	}
	mouse(tea.MouseActionPress, 3)
	mouse(tea.MouseActionMotion, 9)
	mouse(tea.MouseActionRelease, 9)
	d.selects("Ada met Bob")
	if c := d.a.article.Chosen(); c >= 0 {
		t.Errorf("entity %d is chosen", c)
	}
	mouse(tea.MouseActionPress, 3)
	mouse(tea.MouseActionRelease, 3)
	d.selects("")
	if c := d.a.article.Chosen(); c != 0 {
		t.Errorf("entity %d is chosen by a click", c)
	}
}

// Jumps between notes go on from where the reader is, and the margin follows.
func TestJumpingBetweenNotes(t *testing.T) {
	d := drive(t, harbour(60), 120, 40)
	text := d.a.article.Doc().Text.String()
	var notes []reader.Note
	var listed []margin.Note
	for _, n := range []int{1, 30, 59} {
		off := strings.Index(text, fmt.Sprintf("quay %03d", n))
		id := fmt.Sprint("n", n)
		notes = append(notes, reader.Note{ID: id, Span: articles.Span{Start: off, End: off + 8}, Kind: keep.Doubt})
		note := keep.Note{ID: id, Kind: keep.Doubt, Target: keep.Target{On: keep.OnSpan}}
		note.Target.At.Exact = text[off : off+8]
		listed = append(listed, margin.Note{Note: note})
	}
	d.a.article.SetNotes(notes)
	d.a.margin.SetNotes(listed)
	d.press("]n", "n")
	d.barSays("~ doubt 2/3")
	d.sees("quay 030")
	if got := d.a.margin.Selected().Note; d.a.margin.Tab() != margin.Notes || got != "n30" {
		t.Errorf("the margin is at %q in tab %d", got, d.a.margin.Tab())
	}
	d.press("N", "[n")
	d.barSays("no note before this")
	d.press("tab", "G", "enter")
	if got := d.a.article.Note(); got != "n59" {
		t.Errorf("enter in the margin goes to %q", got)
	}
	d.press("tab", "v")
	d.selects("Ada met Bob at quay 059.")
}
