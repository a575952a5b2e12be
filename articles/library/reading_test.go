package library_test

import (
	"testing"
	"time"

	"gloss/articles/keep"
)

// An article that is marked as unread is unread again, whatever was read of it;
// its place stays unless that is the end, and all can be taken back.
func TestMarkingAsUnread(t *testing.T) {
	for _, test := range []struct {
		name     string
		progress float64
		off      int // of the place after
	}{{"in the middle", 0.5, 4}, {"at the end", 1, 0}, {"at the beginning", 0, 4}} {
		t.Run(test.name, func(t *testing.T) {
			l := open(t, t.TempDir())
			read := story("ferry", "The ferry left at noon.")
			read.Opened = true
			a := kept(t, l, read)
			if err := l.SetPlace(t.Context(), a.ID, keep.Place{Off: 4, Progress: test.progress}); err != nil {
				t.Fatal(err)
			}
			before, err := l.Article(t.Context(), a.ID)
			if err != nil || before.Unread() {
				t.Fatalf("%+v, %v", before, err)
			}
			if err := l.SetRead(t.Context(), false, a.ID); err != nil {
				t.Fatal(err)
			}
			got, err := l.Article(t.Context(), a.ID)
			if err != nil || !got.Unread() || got.Progress != 0 {
				t.Errorf("%+v, %v", got, err)
			}
			if n, err := l.Count(t.Context(), keep.Selection{Unread: true}); err != nil || n != 1 {
				t.Errorf("%d unread, %v", n, err)
			}
			if p, err := l.Place(t.Context(), a.ID); err != nil || p.Off != test.off {
				t.Errorf("%+v, %v", p, err)
			}
			if err := l.SetReading(t.Context(), before); err != nil {
				t.Fatal(err)
			}
			got, err = l.Article(t.Context(), a.ID)
			if err != nil || !got.Opened.Equal(before.Opened) || got.Progress != before.Progress || got.Read != before.Read {
				t.Errorf("%+v, not %+v, %v", got, before, err)
			}
		})
	}
}

// Several articles are marked at once, or none of them is.
func TestMarkingSeveral(t *testing.T) {
	l := open(t, t.TempDir())
	a, b := kept(t, l, story("ferry", "The ferry left at noon.")), kept(t, l, story("quay", "The quay is old."))
	unread := func() int {
		n, err := l.Count(t.Context(), keep.Selection{Unread: true})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if err := l.SetRead(t.Context(), true, a.ID, 99); err == nil || unread() != 2 {
		t.Errorf("%v, %d unread", err, unread())
	}
	if err := l.SetRead(t.Context(), true, a.ID, b.ID); err != nil || unread() != 0 {
		t.Errorf("%v, %d unread", err, unread())
	}
	if err := l.SetReading(t.Context(), a, keep.Article{ID: 99, Opened: time.Now()}); err == nil || unread() != 0 {
		t.Errorf("%v, %d unread", err, unread())
	}
	if err := l.SetReading(t.Context(), a, b); err != nil || unread() != 2 {
		t.Errorf("%v, %d unread", err, unread())
	}
}
