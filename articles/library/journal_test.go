package library

import (
	"bytes"
	"reflect"
	"testing"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// A line gives the record that it was made of, or an error where one byte of it
// is another.
func TestLine(t *testing.T) {
	when := time.Date(2026, 5, 1, 12, 0, 0, 1000, time.UTC)
	n := settled(keep.Note{ID: "a", Revision: 2, Article: 7, Kind: keep.Doubt, Body: clean.Of("two\nlines <&>"), Tags: []clean.Text{clean.Of("t")},
		Target: keep.Target{On: keep.OnArticle}, Created: when, Modified: when})
	line, err := record{Note: recordOf(n), Article: &articleRecord{Key: "k"}}.line()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.IndexByte(line, '\n') != len(line)-1 {
		t.Fatalf("not one line: %q", line)
	}
	line = line[:len(line)-1]
	r, err := parseLine(line)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Note.note(7); !reflect.DeepEqual(got, n) {
		t.Errorf("got %+v, want %+v", got, n)
	}
	for i := range line {
		other := bytes.Clone(line)
		other[i] ^= 1
		if _, err := parseLine(other); err == nil {
			t.Errorf("byte %d is another one, and nobody sees it", i)
		}
	}
}

func FuzzParseLine(f *testing.F) {
	for _, r := range []record{
		{Note: &noteRecord{ID: "a", Revision: 1}, Article: &articleRecord{Key: "k"}},
		{Correction: &correctionRecord{ID: "b", Revision: 3, Data: []byte("{}")}},
	} {
		line, err := r.line()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(line[:len(line)-1])
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		r, err := parseLine(line)
		if err != nil {
			return
		}
		again, err := r.line()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parseLine(again[:len(again)-1]); err != nil {
			t.Fatal(err)
		}
	})
}
