package saying_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/panetest"
	"gloss/ui/saying"
	"gloss/ui/theme"
)

func TestRows(t *testing.T) {
	th := panetest.Theme(t)
	ada := keep.Ref{Name: "Ada Lovell", Type: "PERSON"}
	pier := keep.Statement{Text: clean.Of("We shall mend the pier."), Speaker: ada, Act: "say", Kind: "direct"}
	claim := pier
	claim.Cue = "claimed"
	for _, c := range []struct {
		s    keep.Statement
		l    saying.Layout
		want string
	}{
		{pier, saying.Layout{Width: 44, Indent: 4, Lines: 2}, "    ❝ say    We shall mend the pier."},
		{pier, saying.Layout{Width: 60, Indent: 4, Lines: 2, Who: true}, "    ❝ ● Ada Lovell say We shall mend the pier."},
		{pier, saying.Layout{Width: 30, Indent: 3, Lines: 2, Chosen: true}, " › ❝ say    We shall mend the\n            pier."},
		{pier, saying.Layout{Width: 26, Indent: 3, Lines: 1, Who: true}, "   ❝ ● Ada Lov… say\n     We shall mend the …"},
		{claim, saying.Layout{Width: 72, Indent: 4, Lines: 2, Who: true}, "    ❝ ● Ada Lovell claimed We shall mend the pier."},
		{keep.Statement{Text: clean.Of("it\nsank"), Kind: "indirect", Act: "think"}, saying.Layout{Width: 60, Indent: 3, Lines: 2, Who: true}, "   › not said who: think it sank"},
		{keep.Statement{}, saying.Layout{Width: 20, Indent: 3, Lines: 2}, "   ❝"},
	} {
		var got []string
		for _, r := range saying.Rows(th, c.s, c.l) {
			got = append(got, strings.TrimRight(r, " "))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%+v:\n%s\nwant\n%s", c.l, strings.Join(got, "\n"), c.want)
		}
	}
}

// Whatever a statement is, its rows have the width that is asked for.
func TestRowsFit(t *testing.T) {
	th := panetest.Theme(t)
	text := rapid.SampledFrom([]string{"", "ferry", "港口重新开放，渡轮回来了", "a name that is longer than any name of a person has ever been", "\x1b[2J\u202e"})
	rapid.Check(t, func(t *rapid.T) {
		l := saying.Layout{
			Width: rapid.IntRange(0, 90).Draw(t, "width"), Indent: rapid.IntRange(3, 6).Draw(t, "indent"), Lines: rapid.IntRange(1, 4).Draw(t, "lines"),
			Who: rapid.Bool().Draw(t, "who"), Chosen: rapid.Bool().Draw(t, "chosen"),
		}
		rows := saying.Rows(th, keep.Statement{Text: clean.Of(text.Draw(t, "text")), Speaker: keep.Ref{Name: text.Draw(t, "name")}, Act: text.Draw(t, "act")}, l)
		if len(rows) < 1 || len(rows) > l.Lines+1 {
			t.Fatalf("%d rows", len(rows))
		}
		for _, r := range rows {
			if ansi.StringWidth(r) != l.Width || strings.ContainsAny(r, "\x1b\n\u202e") {
				t.Fatalf("%d columns of %d: %q", ansi.StringWidth(r), l.Width, r)
			}
		}
	})
}

func ExampleRows() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	s := keep.Statement{Text: clean.Of("the pier is safe"), Speaker: keep.Ref{Name: "Ada Lovell", Type: "PERSON"}, Act: "think", Kind: "indirect"}
	for _, r := range saying.Rows(th, s, saying.Layout{Width: 70, Indent: 3, Lines: 2, Who: true}) {
		fmt.Println(strings.TrimRight(r, " "))
	}
	// Output: › ● Ada Lovell think the pier is safe
}
