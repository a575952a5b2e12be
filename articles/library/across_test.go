package library

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

func ref(name string) keep.Ref { return keep.Ref{Name: name, Type: "PERSON"} }

func TestFindingsComeBack(t *testing.T) {
	l := newShelf(t)
	a := put(t, l, "Ferry", ferryText)
	if _, err := l.Findings(ctx, a.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("before any: %v", err)
	}
	if err := l.SetFindings(ctx, 99, keep.Findings{}); !errors.Is(err, ErrNotFound) {
		t.Errorf("of no article: %v", err)
	}
	want := keep.Findings{
		Version: a.Version, Annotator: "a1",
		Entities:   []keep.Entity{person(ferryText, "Ada Lovell", "Lovell", "Mrs Lovell"), person(ferryText, "Norhaven")},
		Statements: []keep.Statement{said(ferryText, "Ada Lovell", "We had no oil", 1, 0), said(ferryText, "", "The ferry")},
	}
	for range 2 { // once more replaces
		if err := l.SetFindings(ctx, a.ID, want); err != nil {
			t.Fatal(err)
		}
	}
	got, err := l.Findings(ctx, a.ID)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\n%+v\n%+v", err, got, want)
	}
}

func TestAppearances(t *testing.T) {
	l := newShelf(t)
	add := func(title string, days int, f keep.Findings) keep.Article {
		a := put(t, l, title, ferryText, on(begun.AddDate(0, 0, days)))
		setFindings(t, l, a, f)
		return a
	}
	full := person("", "Ada Mary Lovell", "Ada Lovell", "Lovell")
	add("one", 0, keep.Findings{
		Entities: []keep.Entity{person("", "Norhaven"), full},
		Statements: []keep.Statement{
			said(ferryText, "Ada Mary Lovell", "We had no oil", 0),
			said(ferryText, "Norhaven", "The ferry", 1),
			said(ferryText, "Norhaven", "stopped", 0),
			said(ferryText, "Ada Mary Lovell", "owns", 1), // of herself: said
		},
	})
	add("two", 3, keep.Findings{Entities: []keep.Entity{person("", "Ada Lovell")}})
	add("surname", 1, keep.Findings{Entities: []keep.Entity{person("", "Lovell")}})
	add("other type", 2, keep.Findings{Entities: []keep.Entity{{Ref: keep.Ref{Name: "Ada Lovell", Type: "ORG"}}}})
	removed := add("removed", 4, keep.Findings{Entities: []keep.Entity{full}})
	add("cousin", -1, keep.Findings{Entities: []keep.Entity{person("", "Ben Lovell", "Lovell")}})
	if err := l.Remove(ctx, removed.ID); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		of   string
		want []string
	}{
		{"Ada Lovell", []string{"two", "one"}},
		{"ADA MARY LOVELL", []string{"two", "one"}},
		{"Lovell", []string{"surname"}},
		{"Ben Lovell", []string{"cousin"}},
		{"Nobody", nil},
	} {
		all, err := l.Appearances(ctx, ref(c.of))
		var got []string
		for _, a := range all {
			got = append(got, a.Article.Title.String())
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %v", c.of, got, err)
		}
	}
	all, err := l.Appearances(ctx, ref("Ada Lovell"))
	if err != nil {
		t.Fatal(err)
	}
	one := all[1]
	if one.Entity.Name != "Ada Mary Lovell" || texts(one.Said) != "We had no oil|owns|" || texts(one.About) != "The ferry|" {
		t.Errorf("%+v", one)
	}
}

func texts(all []keep.Statement) (s string) {
	for _, st := range all {
		s += st.Text.String() + "|"
	}
	return s
}

func TestSimilar(t *testing.T) {
	l := newShelf(t)
	add := func(title string, days int, names ...string) keep.Article {
		a := put(t, l, title, ferryText+fmt.Sprint(title), on(begun.AddDate(0, 0, days)))
		var f keep.Findings
		for _, n := range names {
			f.Entities = append(f.Entities, person("", n))
		}
		setFindings(t, l, a, f)
		return a
	}
	for i := range 6 { // everybody names Norhaven
		add(fmt.Sprint("Weather report ", i), i, "Norhaven", fmt.Sprint("Clerk ", i))
	}
	this := add("Ferry sinks before Norhaven", 0, "Norhaven", "Ada Lovell", "Cem Aydin")
	add("Divers look for the lost ferry", 1, "Ada Lovell", "Cem Aydin", "Norhaven")
	add("Minister on the accident", 2, "Ada Lovell", "Cem Aydin")
	add("Late trial", 9, "Ada Lovell", "Cem Aydin")
	add("Too late", 11, "Ada Lovell", "Cem Aydin", "Norhaven")
	add("Lovell opens a school", 0, "Ada Lovell")
	add("Ferry sinks at night", 1) // its names are not found yet
	gone := add("Gone", 0, "Ada Lovell", "Cem Aydin")
	if err := l.Remove(ctx, gone.ID); err != nil {
		t.Fatal(err)
	}
	like, err := l.Similar(ctx, this.ID, 0)
	var got []string
	for _, a := range like {
		got = append(got, a.Title.String())
	}
	want := []string{"Divers look for the lost ferry", "Minister on the accident", "Late trial", "Ferry sinks at night"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %q", err, got)
	}
	if like, _ := l.Similar(ctx, this.ID, 1); len(like) != 1 || like[0].Title != clean.Line(want[0]) {
		t.Errorf("the first: %v", like)
	}
	if _, err := l.Similar(ctx, 99, 1); !errors.Is(err, ErrNotFound) {
		t.Errorf("of no article: %v", err)
	}
}

func TestScore(t *testing.T) {
	weights := map[string]float64{"a": 3, "b": 1}
	for _, c := range []struct {
		keys         []string
		title, other string
		days         float64
		want         float64
	}{
		{[]string{"a", "b", "c"}, "", "", 0, 0.7},
		{[]string{"a", "b"}, "", "", 10, 0.35},
		{[]string{"a", "b"}, "", "", 10.1, 0},
		{[]string{"a", "a"}, "", "", 0, 0}, // one in common
		{[]string{"a"}, "Ferry sinks", "the FERRY sinks", 0, 0.7*0.75 + 0.3},
		{nil, "Ferry sinks in May", "Ferry sinks now and then", 0, 0.3},
	} {
		if got := score(weights, c.keys, c.title, c.other, c.days); got < c.want-1e-9 || got > c.want+1e-9 {
			t.Errorf("%v, %q and %q after %v days: %v", c.keys, c.title, c.other, c.days, got)
		}
	}
}
