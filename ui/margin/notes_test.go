package margin

import (
	"path/filepath"
	"strings"
	"testing"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/golden"
	"gloss/articles/keep"
)

// noted returns the pane of pane with notes of every sort.
func noted(t *testing.T) *Pane {
	t.Helper()
	p := pane(t)
	note := func(id string, k keep.Kind, on keep.Target, body string, tags ...string) Note {
		n := Note{Note: keep.Note{ID: id, Kind: k, Target: on, Body: clean.Of(body)}}
		for _, tag := range tags {
			n.Note.Tags = append(n.Note.Tags, clean.Line(tag))
		}
		return n
	}
	words := func(s string) keep.Target { return keep.Target{On: keep.OnSpan, At: anchor.Selector{Exact: s}} }
	moved := note("n2", keep.Doubt, words("The Club consists of Ada and Bob, who have been in it since it was founded"), "Is *that* all?\nThe register has a third name, which the minutes of the founding do not.", "club", "to check")
	moved.Moved = true
	lost := note("n5", keep.Quotable, words("nobody will remember this\x1b[31m"), "")
	lost.Lost = true
	p.SetNotes([]Note{
		note("n1", keep.Important, words("Ada Lovelace met Bob Ross."), ""),
		lost,
		moved,
		note("n3", keep.Claim, keep.Target{On: keep.OnStatement, At: anchor.Selector{Exact: "“We agree,”"}, Entity: keep.Ref{Name: "Ada Lovelace"}}, "On what?"),
		note("n4", "", keep.Target{On: keep.OnArticle}, "Read again."),
		note("n6", keep.FollowUp, keep.Target{On: keep.OnEntity, Entity: keep.Ref{Name: "Bob Ross"}}, ""),
	})
	return p
}

func TestNotesGolden(t *testing.T) {
	for _, c := range []struct {
		name          string
		width, height int
		id            string
	}{{"wide", 60, 24, "n1"}, {"selected", 40, 24, "n2"}, {"narrow", 26, 20, "n5"}} {
		p := noted(t)
		p.SetSize(c.width, c.height)
		if !p.ShowNote(c.id) {
			t.Fatalf("%s is not there", c.id)
		}
		var b strings.Builder
		for _, r := range strings.Split(shown(p), "\n") {
			b.WriteString(strings.TrimRight(r, " ") + "\n")
		}
		path := filepath.Join("testdata", "notes-"+c.name+".golden")
		golden.Check(t, path, b.String())
	}
}

func TestNoteActions(t *testing.T) {
	p := noted(t)
	p.Open(Notes)
	for _, want := range []string{"n1", "n2", "n3", "n4", "n6", "", "n5"} { // those that are lost last, under a heading
		kind := GoNote
		if want == "" {
			kind = None
		}
		if got := p.Selected(); got != (Action{Kind: kind, Note: want}) {
			t.Errorf("the action is %+v, want that of %q", got, want)
		}
		p.Move(1)
	}
}

func TestNotesFilter(t *testing.T) {
	p := noted(t)
	p.Open(Notes)
	for filter, want := range map[string]int{"kind:doubt": 1, "#to check": 1, "register": 1, "ada": 3, "nobody at all": 0, "": 7} {
		p.SetFilter(filter)
		if got := p.views[Notes].len(); got != want {
			t.Errorf("%q keeps %d, want %d", filter, got, want)
		}
	}
}

func TestSetNotesKeepsTheSelected(t *testing.T) {
	p := noted(t)
	p.ShowNote("n3")
	p.SetNotes(append([]Note{{Note: keep.Note{ID: "n0"}}}, p.notes...))
	if got := p.Selected().Note; got != "n3" {
		t.Errorf("selected is %q", got)
	}
	if p.ShowNote("n9") {
		t.Error("a note is shown that is not there")
	}
	p.Set(p.doc, p.index)
	if got := p.Selected().Note; got != "n3" {
		t.Errorf("selected is %q with other annotations", got)
	}
	p.SetNotes(nil)
	if got := p.Selected(); got.Kind != None {
		t.Errorf("selected is %+v of nothing", got)
	}
}
