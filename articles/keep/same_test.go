package keep_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gloss/articles/keep"
)

func named(kind, name string, aliases ...string) keep.Entity {
	return keep.Entity{Ref: keep.Ref{Name: name, Type: kind}, Aliases: aliases}
}

func TestSameEntity(t *testing.T) {
	for _, c := range []struct {
		a, b keep.Entity
		want bool
	}{
		{named("PERSON", "Ada Lovell"), named("PERSON", "ADA LOVELL"), true},
		{named("PERSON", "Ada Lovell"), named("ORG", "Ada Lovell"), false},
		{named("PERSON", "Zoë Çelik"), named("PERSON", "Zoe Celik’s"), true},
		{named("PERSON", "Mayor Ada Lovell"), named("PERSON", "Ada Lovell"), true},
		{named("PERSON", "J. R. Brandt"), named("PERSON", "J R Brandt"), true},

		// Other full forms, from either side.
		{named("PERSON", "Ada Mary Lovell", "Ada Lovell", "Lovell"), named("PERSON", "Ada Lovell"), true},
		{named("PERSON", "Ada Lovell"), named("PERSON", "Ada Mary Lovell", "Ada Lovell"), true},
		{named("ORG", "World Ferry Union", "WFU"), named("ORG", "W.F.U."), true},
		{named("GPE", "Republic of Norland", "Norland Republic"), named("LOC", "the Norland Republic"), true},

		// A lone surname is none, with a title or without.
		{named("PERSON", "Ada Lovell", "Lovell"), named("PERSON", "Lovell"), false},
		{named("PERSON", "Ada Lovell", "Mrs Lovell"), named("PERSON", "Mrs Lovell"), false},
		{named("PERSON", "Ada Lovell", "Lovell"), named("PERSON", "Ben Lovell", "Lovell"), false},
		{named("PERSON", "Ada Lovell", "President Lovell"), named("PERSON", "President Lovell"), false},
		// All that both articles have.
		{named("PERSON", "Mr Brandt"), named("PERSON", "Brandt"), true},

		// What bodies of many countries are called is none either.
		{named("ORG", "Danish Foreign Ministry", "Foreign Ministry"), named("ORG", "Foreign Ministry"), false},
		{named("ORG", "Danish Foreign Ministry", "Foreign Ministry"), named("ORG", "Irish Foreign Ministry", "Foreign Ministry"), false},
		// Two bodies with the same initials, both with their names.
		{named("ORG", "Austral Bread Company", "ABC"), named("ORG", "Albion Boat Club", "ABC"), false},
		{named("ORG", "Harbour Board", "the board"), named("ORG", "the Board"), false},

		// Who is only a word of the text, without a type.
		{named("", "Residents"), named("", "residents"), true},
		{named("", "Kerry"), named("PERSON", "Kerry"), false},
		{named("PERSON", "General"), named("PERSON", "general"), true}, // nothing but a title
		{named("ORG", "北京大学"), named("ORG", "北京大学"), true},
		{named("ORG", "!!"), named("ORG", "☂"), false},
	} {
		if got := keep.SameEntity(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %v", c.a, c.b, got)
		}
	}
}

// It makes no difference which article is asked first, all are the same as
// themselves, and a form that no entity's name has never joins two.
func TestSameEntityProperties(t *testing.T) {
	word := rapid.SampledFrom([]string{"Ada", "Lovell", "Mr", "the", "Harbour", "Board", "WFU", "É", ".", ""})
	name := rapid.Map(rapid.SliceOfN(word, 1, 4), func(w []string) string { return fmt.Sprint(w) })
	entity := rapid.Custom(func(t *rapid.T) keep.Entity {
		kind := rapid.SampledFrom([]string{"PERSON", "ORG", "GPE", "LOC", ""}).Draw(t, "kind")
		return named(kind, name.Draw(t, "name"), rapid.SliceOfN(name, 0, 3).Draw(t, "aliases")...)
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := entity.Draw(t, "a"), entity.Draw(t, "b")
		if keep.SameEntity(a, b) != keep.SameEntity(b, a) || !keep.SameEntity(a, a) {
			t.Fatalf("%v and %v", a, b)
		}
		shared := slices.Contains(a.Keys(), b.Key()) || slices.Contains(b.Keys(), a.Key())
		if keep.SameEntity(a, b) != shared {
			t.Fatalf("%v and %v: the keys say %v", a, b, shared)
		}
	})
}

func TestMayBe(t *testing.T) {
	for _, c := range []struct {
		a, b keep.Ref
		want bool
	}{
		{keep.Ref{Name: "Mr Brandt", Type: "PERSON"}, keep.Ref{Name: "Ben Brandt", Type: "PERSON"}, true},
		{keep.Ref{Name: "Ben Brandt", Type: "PERSON"}, keep.Ref{Name: "Cem Brandt", Type: "PERSON"}, false},
		{keep.Ref{Name: "Brandt", Type: "PERSON"}, keep.Ref{Name: "Brandt", Type: "ORG"}, false},
		{keep.Ref{Name: "Fisheries Ministry", Type: "ORG"}, keep.Ref{Name: "Ministry of Fisheries", Type: "ORG"}, true},
		{keep.Ref{Name: "!", Type: "ORG"}, keep.Ref{Name: "Ministry of Fisheries", Type: "ORG"}, false},
	} {
		if c.a.MayBe(c.b) != c.want || c.b.MayBe(c.a) != c.want {
			t.Errorf("%v and %v: not %v", c.a, c.b, c.want)
		}
	}
}

func ExampleSameEntity() {
	a := keep.Entity{Ref: keep.Ref{Name: "Ada Mary Lovell", Type: "PERSON"}, Aliases: []string{"Ada Lovell", "Lovell"}}
	fmt.Println(keep.SameEntity(a, keep.Entity{Ref: keep.Ref{Name: "Ada Lovell", Type: "PERSON"}}))
	fmt.Println(keep.SameEntity(a, keep.Entity{Ref: keep.Ref{Name: "Lovell", Type: "PERSON"}}))
	// Output:
	// true
	// false
}
