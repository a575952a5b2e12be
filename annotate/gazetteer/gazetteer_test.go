package gazetteer_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// match returns the longest name at the start of s.
func match(t *testing.T, g *gazetteer.Gazetteer, s string) (gazetteer.Entry, string) {
	t.Helper()
	d, err := text.Parse(context.Background(), annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	e, n := g.Match(d, 0, len(d.Tokens), int(g.Word(d.Lower(0)).Longest))
	if n == 0 {
		return e, ""
	}
	return e, d.Span(0, n).Of(s)
}

func TestMatch(t *testing.T) {
	g := gazetteer.New()
	for _, c := range []struct {
		in, name, id string
		typ          annotate.Type
	}{
		{"US forces", "US", "US", annotate.GPE},
		{"us forces", "", "", ""},
		{"U.S. forces", "U.S.", "US", annotate.GPE},
		{"United States of America", "United States of America", "US", annotate.GPE},
		{"United Arab Emirates,", "United Arab Emirates", "AE", annotate.GPE},
		{"Russian Federation", "Russian Federation", "RU", annotate.GPE},
		{"Russians came", "Russians", "RU", annotate.Norp},
		{"Trinidad and Tobago and", "Trinidad and Tobago", "TT", annotate.GPE},
		{"Bosnia-Herzegovina", "Bosnia-Herzegovina", "BA", annotate.GPE},
		{"Côte d’Ivoire", "Côte d’Ivoire", "CI", annotate.GPE},
		{"al-Qaeda cell", "al-Qaeda", "al-Qaeda", annotate.Org},
		{"ISIS", "ISIS", "Islamic State", annotate.Org},
		{"who", "", "", ""},
		{"West Bank", "West Bank", "West Bank", annotate.Loc},
		{"nowhere", "", "", ""},
	} {
		e, name := match(t, g, c.in)
		if name != c.name || e.ID != c.id || e.Type != c.typ {
			t.Errorf("%q: %q %+v, want %q %s %s", c.in, name, e, c.name, c.id, c.typ)
		}
	}
}

func TestWord(t *testing.T) {
	g := gazetteer.New()
	for word, flag := range map[string]gazetteer.Flags{
		"the": gazetteer.Function, "government": gazetteer.Common, "mr": gazetteer.Title, "mrs.": gazetteer.Female,
		"spokesman": gazetteer.Male, "sergei": gazetteer.MaleName, "hillary": gazetteer.FemaleName, "monday": gazetteer.Calendar,
	} {
		if !g.Word(word).Is(flag) {
			t.Errorf("%q is %+v", word, g.Word(word))
		}
	}
	if h := g.Word("ministry").Head; h != annotate.Org {
		t.Errorf("a ministry is %q", h)
	}
	if g.Label("RU") != "Russia" || g.Label("NATO") != "NATO" {
		t.Error("labels are wrong")
	}
}

func TestFullForms(t *testing.T) {
	g := gazetteer.New()
	for short, want := range map[string][]string{"bill": {"william"}, "jack": {"john"}, "ted": {"edmund", "edward", "theodore"}, "william": nil} {
		if got := g.FullFirstNames(short); !slices.Equal(got, want) {
			t.Errorf("%q is short for %q, want %q", short, got, want)
		}
	}
	for short, want := range map[string][]string{"nj": {"new jersey"}, "la": {"louisiana", "los angeles"}, "kiev": {"kyiv"}, "kyiv": nil} {
		if got := g.FullPlaces(short); !slices.Equal(got, want) {
			t.Errorf("%q is short for %q, want %q", short, got, want)
		}
	}
}

func Example() {
	g := gazetteer.New()
	e, ok := g.Name("russian federation")
	fmt.Println(ok, e.Type, g.Label(e.ID))
	// Output: true GPE Russia
}
