package findings_test

import (
	"testing"

	"gloss/annotate"
	"gloss/articles/clean"
	"gloss/ui/findings"
)

// What is denied is not told as if it were said.
func TestDenials(t *testing.T) {
	for _, c := range []struct {
		cue  string
		act  annotate.Act
		want string
	}{
		{"said", annotate.Say, "say"},
		{"Denied", annotate.Say, "deny"},
		{"has repeatedly denied", annotate.Say, "deny"},
		{"declined", annotate.Want, "refuse"},
		{"did not say", annotate.Say, "not say"},
		{"doesn’t\nthink", annotate.Think, "not think"},
		{"never denied", annotate.Say, "not say"},
		{"", annotate.Say, "say"},
		{"never", "", ""},
	} {
		text := c.cue + " that the pier was safe"
		a := annotate.Annotations{Quotes: []annotate.Quote{{
			Kind: annotate.Indirect, Act: c.act, Cue: annotate.Span{End: len(c.cue)},
			Content: []annotate.Span{{Start: len(c.cue) + 1, End: len(text)}},
		}}}
		if got := findings.Of(clean.Of(text), findings.Source{}, a).Statements[0].Act; got != c.want {
			t.Errorf("%q: %q, want %q", c.cue, got, c.want)
		}
	}
}
