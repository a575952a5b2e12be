package ui

import (
	"context"
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// A note whose words are gone is put on others, and taken back from them.
func TestLostNoteIsPutOnOtherWords(t *testing.T) {
	d := drive(t, paragraphs(30), 100, 30, adaAndBobEngine()...)
	l := d.library()
	gone := keep.Note{Article: d.a.kept.ID, Kind: keep.Doubt, Body: clean.Of("Which harbour?")}
	gone.Target = keep.Target{On: keep.OnSpan, At: anchor.Selector{Exact: "the harbour that was closed long ago", End: 36}, Version: "sha256:0"}
	gone, err := l.PutNote(context.Background(), gone)
	if err != nil {
		t.Fatal(err)
	}
	d.a.kept.ID = 0 // read what is kept of it once more
	d.run(d.a.keepArticle())
	if len(d.a.notes) != 1 || !d.a.notes[0].orphan() {
		t.Fatalf("the notes are %+v", d.a.notes)
	}
	d.press("tab", "l", "l", "l", "j", "enter")
	d.barSays("its words are gone: select others with v")
	d.press("tab", "v", "j", "w", "w", "x")
	d.sees("put here the lost note on “the harbour that was closed long ago”")
	d.sees("Which harbour?")
	d.press("1")
	words := d.a.article.Doc().Text.String()
	p := d.a.notes[0]
	if p.orphan() || p.ID != gone.ID || p.Body != gone.Body || words[p.Span.Start:p.Span.End] != p.Target.At.Exact || p.Target.Version != d.a.kept.Version {
		t.Errorf("it is now %+v", p)
	}
	if _, ok := d.a.selection(); ok {
		t.Error("the words are still selected")
	}
	d.press("v", "x")
	d.seesNot("put here")
	d.press("esc", "esc", "U")
	if !d.a.notes[0].orphan() || d.a.notes[0].Target != gone.Target {
		t.Errorf("taken back it is %+v", d.a.notes[0])
	}
}

// A note that has moved is told to be in its place.
func TestMovedNoteIsConfirmed(t *testing.T) {
	d := drive(t, story("Ferry", after), 100, 30)
	l := d.library()
	const words = "Nobody will have to wait for a tenth week, said the harbour master of the old port"
	was := strings.Replace(after, "tenth week", "tenth month", 1)
	i := strings.Index(was, "Nobody")
	at := anchor.Describe(was, articles.Span{Start: i, End: i + len(words) + 1})
	n, err := l.PutNote(context.Background(), keep.Note{Article: d.a.kept.ID, Kind: keep.Claim, Target: keep.Target{On: keep.OnSpan, At: at, Version: "sha256:0"}})
	if err != nil {
		t.Fatal(err)
	}
	d.a.kept.ID = 0 // read what is kept of it once more
	d.run(d.a.keepArticle())
	if len(d.a.notes) != 1 || d.a.notes[0].State != anchor.Moved {
		t.Fatalf("the notes are %+v", d.a.notes)
	}
	d.press("]n")
	d.barSays("moved?")
	d.press("x", "k")
	if p := d.a.notes[0]; p.State != anchor.Exact || p.ID != n.ID || p.Target.At.Exact != words {
		t.Errorf("it is now %+v", p)
	}
	d.press("]n", "x")
	d.seesNot("it belongs here")
}
