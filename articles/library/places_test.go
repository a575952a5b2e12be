package library_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gloss/articles/keep"
	"gloss/articles/library"
)

func TestPlaces(t *testing.T) {
	text := "The old quay, the Café by the OLD quay wall: quays."
	for query, want := range map[string][]string{
		"":                    nil,
		"quay":                {"quay", "quay"},
		"quay*":               {"quay", "quay", "quays"},
		"cafe old":            {"old", "Café", "OLD"},
		`"old quay" quay`:     {"old quay", "OLD quay"},
		`old "old quay wall"`: {"old", "OLD quay wall"},
		"speaker:quay":        nil,
		"site:x quay":         {"quay", "quay"},
		"none":                nil,
		"!?":                  nil,
	} {
		var got []string
		for _, s := range library.Places(text, keep.ParseQuery(query)) {
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", query, got, want)
		}
	}
}

// Places are in order, apart from each other, and of the text.
func TestPlacesOfAnything(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("ab é.\U0001F600"))).Draw(rt, "text")
		query := rapid.StringOf(rapid.SampledFrom([]rune(`ab e"*:`))).Draw(rt, "query")
		end := 0
		for _, s := range library.Places(text, keep.ParseQuery(query)) {
			if s.Start < end || s.Len() <= 0 || s.End > len(text) {
				rt.Fatal(fmt.Sprint(s, end, len(text)))
			}
			end = s.End
		}
	})
}
