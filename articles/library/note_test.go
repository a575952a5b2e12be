package library_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// open opens the shelf in a folder until the test ends.
func open(t testing.TB, folder string) *library.Library {
	t.Helper()
	l, err := library.Open(t.Context(), folder, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// story returns a document of one paragraph.
func story(key, text string) library.Entry {
	body := clean.Of(text)
	return library.Entry{Key: key, Doc: &articles.Document{
		Text:   body,
		Blocks: []articles.Block{{Span: articles.Span{End: body.Len()}}},
		Meta:   articles.Meta{Title: clean.Line("The " + key)},
	}}
}

// kept keeps an article.
func kept(t testing.TB, l *library.Library, e library.Entry) keep.Article {
	t.Helper()
	a, err := l.Keep(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// noteOn returns a highlight of an article's first bytes.
func noteOn(a keep.Article, body string) keep.Note {
	return keep.Note{Article: a.ID, Kind: keep.Claim, Body: clean.Of(body), Target: keep.Target{
		On: keep.OnSpan, Version: a.Version, At: anchor.Selector{Exact: "ferry", Suffix: " left", Start: 4, End: 9}}}
}

func TestNoteComesBack(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a folder? with #50% signs")
	l := open(t, folder)
	a := kept(t, l, story("ferry", "The ferry left at noon."))
	n := noteOn(a, "Is it so?\nAsk.")
	n.Tags = []clean.Text{clean.Of("b tag"), clean.Of("a"), clean.Of("b tag"), clean.Of(" ")}
	n.Target.Entity = keep.Ref{Name: "Ada", Type: "PERSON"}
	put, err := l.PutNote(t.Context(), n)
	if err != nil {
		t.Fatal(err)
	}
	if put.Revision != 1 || len(put.Tags) != 2 || put.Created.IsZero() || put.ID == "" {
		t.Errorf("kept as %+v", put)
	}
	l.Close()
	l = open(t, folder)
	got, err := l.Note(t.Context(), put.ID)
	if err != nil || !reflect.DeepEqual(got, put) {
		t.Errorf("got %+v, %v, want %+v", got, err, put)
	}
	for _, s := range []keep.NoteSelection{{}, {Article: a.ID}, {Kind: keep.Claim}, {Tag: clean.Of("a")}, {IDs: []string{put.ID}}, {Limit: 3}} {
		if got, err := l.Notes(t.Context(), s); err != nil || len(got) != 1 {
			t.Errorf("%+v: %v, %v", s, got, err)
		}
	}
	for _, s := range []keep.NoteSelection{{Removed: true}, {Article: a.ID + 1}, {Kind: keep.Doubt}, {Tag: clean.Of("b")}, {IDs: []string{}}} {
		if got, err := l.Notes(t.Context(), s); err != nil || len(got) != 0 {
			t.Errorf("%+v: %v, %v", s, got, err)
		}
	}
	if a, err := l.Article(t.Context(), a.ID); err != nil || a.Notes != 1 {
		t.Errorf("article %+v, %v", a, err)
	}
}

func TestNoteErrors(t *testing.T) {
	l := open(t, t.TempDir())
	if _, err := l.PutNote(t.Context(), keep.Note{Article: 7}); !errors.Is(err, library.ErrNotFound) {
		t.Error(err)
	}
	if _, err := l.Note(t.Context(), "none"); !errors.Is(err, library.ErrNotFound) {
		t.Error(err)
	}
	if err := l.RemoveNote(t.Context(), "none"); !errors.Is(err, library.ErrNotFound) {
		t.Error(err)
	}
	a := kept(t, l, story("a", "The ferry left."))
	n := noteOn(a, "")
	n.ID = "two\nlines"
	if _, err := l.PutNote(t.Context(), n); err == nil {
		t.Error("an identifier of two lines was taken")
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.PutNote(gone, noteOn(a, "")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	l.Close()
	if _, err := l.PutNote(t.Context(), noteOn(a, "")); err == nil {
		t.Error("a closed shelf took a note")
	}
}

// The notes are what a map of them would be, whatever is done, and whatever
// happens to one of the two files between.
func TestNotesLikeAMap(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		folder := t.TempDir()
		l := open(t, folder)
		defer func() { l.Close() }()
		a := kept(t, l, story("ferry", "The ferry left at noon."))
		model := map[string]keep.Note{}
		var ids []string
		pick := func(rt *rapid.T) string {
			return rapid.SampledFrom(ids).Draw(rt, "id")
		}
		reopen := func(rt *rapid.T, lose string) {
			if err := l.Close(); err != nil {
				rt.Fatal(err)
			}
			if lose != "" {
				files, _ := filepath.Glob(filepath.Join(folder, lose))
				for _, f := range files {
					remove(rt, f)
				}
			}
			l = open(t, folder)
			back, err := l.Keep(t.Context(), story("ferry", "The ferry left at noon."))
			if err != nil {
				rt.Fatal(err)
			}
			a = back
		}
		actions := map[string]func(*rapid.T){
			"put": func(rt *rapid.T) {
				n, err := l.PutNote(t.Context(), noteOn(a, rapid.String().Draw(rt, "body")))
				if err != nil {
					rt.Fatal(err)
				}
				model[n.ID], ids = n, append(ids, n.ID)
			},
			"change": func(rt *rapid.T) {
				n := model[pick(rt)]
				n.Body = clean.Of(rapid.String().Draw(rt, "body"))
				n.Tags = []clean.Text{clean.Of(rapid.StringMatching("[a-c]{1,2}").Draw(rt, "tag"))}
				got, err := l.PutNote(t.Context(), n)
				if err != nil || got.Revision != n.Revision+1 {
					rt.Fatal(got, err)
				}
				model[n.ID] = got
			},
			"remove": func(rt *rapid.T) {
				n := model[pick(rt)]
				if err := l.RemoveNote(t.Context(), n.ID); err != nil {
					rt.Fatal(err)
				}
				if n.Removed.IsZero() {
					n.Removed, n.Revision = time.Unix(1, 0), n.Revision+1
				}
				model[n.ID] = n
			},
			"restore": func(rt *rapid.T) {
				n := model[pick(rt)]
				if err := l.RestoreNote(t.Context(), n.ID); err != nil {
					rt.Fatal(err)
				}
				if !n.Removed.IsZero() {
					n.Removed, n.Revision = time.Time{}, n.Revision+1
				}
				model[n.ID] = n
			},
			"reopen":           func(rt *rapid.T) { reopen(rt, "") },
			"lose the journal": func(rt *rapid.T) { reopen(rt, "notes.journal") },
			"lose the shelf":   func(rt *rapid.T) { reopen(rt, "library.db*") },
		}
		check := func() {
			for id, want := range model {
				got, err := l.Note(t.Context(), id)
				if err != nil {
					rt.Fatal(err)
				}
				if got.Removed.IsZero() != want.Removed.IsZero() {
					rt.Fatalf("removed: got %v, want %v", got.Removed, want.Removed)
				}
				got.Removed, want.Removed, want.Article = time.Time{}, time.Time{}, a.ID
				if !reflect.DeepEqual(got, want) {
					rt.Fatalf("got %+v, want %+v", got, want)
				}
			}
			all, err := l.Notes(t.Context(), keep.NoteSelection{})
			if err != nil {
				rt.Fatal(err)
			}
			removed, err := l.Notes(t.Context(), keep.NoteSelection{Removed: true})
			if err != nil || len(all)+len(removed) != len(model) {
				rt.Fatalf("%d and %d removed of %d, %v", len(all), len(removed), len(model), err)
			}
		}
		names := slices.Sorted(maps.Keys(actions))
		actions["put"](rt)
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(names), 1, 8).Draw(rt, "actions") {
			actions[name](rt)
			check()
		}
	})
}

// Goroutines share a shelf.
func TestNotesAtOnce(t *testing.T) {
	l := open(t, t.TempDir())
	a := kept(t, l, story("ferry", "The ferry left at noon."))
	const writers, each = 4, 10
	var wg sync.WaitGroup
	var mu sync.Mutex
	var ids []string
	for w := range writers {
		wg.Go(func() {
			for i := range each {
				n, err := l.PutNote(t.Context(), noteOn(a, fmt.Sprint(w, i)))
				if err != nil {
					t.Error(err)
				}
				if _, err := l.Notes(t.Context(), keep.NoteSelection{}); err != nil {
					t.Error(err)
				}
				mu.Lock()
				ids = append(ids, n.ID)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	slices.Sort(ids)
	if ids = slices.Compact(ids); len(ids) != writers*each {
		t.Errorf("%d notes", len(ids))
	}
}

func TestCorrections(t *testing.T) {
	folder := t.TempDir()
	l := open(t, folder)
	a := kept(t, l, story("ferry", "The ferry left at noon."))
	here, err := l.PutCorrection(t.Context(), keep.Correction{Article: a.ID, Data: []byte(`{"a": "<&>"}`)})
	if err != nil {
		t.Fatal(err)
	}
	all, err := l.PutCorrection(t.Context(), keep.Correction{Data: []byte(`[]`)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.PutCorrection(t.Context(), keep.Correction{Data: []byte(`{`)}); err == nil {
		t.Error("what is no JSON was taken")
	}
	for _, lose := range []string{"", "notes.journal", "library.db"} {
		l.Close()
		if lose != "" {
			remove(t, filepath.Join(folder, lose))
		}
		l = open(t, folder)
		a = kept(t, l, story("ferry", "The ferry left at noon."))
		here.Article = a.ID
		if err := l.UndoCorrection(t.Context(), here.ID); err != nil {
			t.Fatal(err)
		}
		if cs, err := l.Corrections(t.Context(), a.ID); err != nil || len(cs) != 2 || cs[0].Undone.IsZero() || cs[0].ID != here.ID {
			t.Errorf("after %q: %+v, %v", lose, cs, err)
		}
		if err := l.RedoCorrection(t.Context(), here.ID); err != nil {
			t.Fatal(err)
		}
		cs, err := l.Corrections(t.Context(), a.ID)
		if err != nil || !reflect.DeepEqual(cs, []keep.Correction{here, all}) {
			t.Errorf("after %q: %+v, %v, want %+v", lose, cs, err, []keep.Correction{here, all})
		}
		if cs, err := l.Corrections(t.Context(), 0); err != nil || len(cs) != 1 {
			t.Errorf("after %q, of every article: %+v, %v", lose, cs, err)
		}
	}
}

func remove(t interface{ Fatal(...any) }, path string) {
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}
