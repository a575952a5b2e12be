package names

import (
	"context"
	"testing"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names/tag"
	"gloss/annotate/text"
)

func TestTypes(t *testing.T) {
	for _, c := range []struct {
		text       string
		class      tag.Class
		confidence float64
		want       annotate.Type
	}{
		{"Kari Holm", tag.Person, 0.1, annotate.Person},
		{"Red Cross", tag.Org, 0.1, annotate.Org},
		{"Norway", tag.Place, 0.9, annotate.GPE},
		{"Smallville", tag.Place, 0.9, annotate.GPE},
		{"Danube River", tag.Place, 0.9, annotate.Loc},
		{"Lake Chad", tag.Place, 0.9, annotate.Loc},
		{"Insein Prison", tag.Place, 0.9, annotate.Fac},
		{"Norwegians", tag.People, 0.9, annotate.Norp},
		{"Norways", tag.People, 0.9, annotate.GPE},
		{"World Cup", tag.Misc, 0.9, annotate.Event},
		{"Battle of Hastings", tag.Misc, 0.9, annotate.Event},
		{"Race Relations Act 1968", tag.Misc, 0.9, annotate.Law},
		{"Treaty of Versailles", tag.Misc, 0.9, annotate.Law},
		{"Iraqi Kurds", tag.Misc, 0.9, annotate.Norp},
		{"F-16", tag.Misc, 0.9, annotate.Product},
		{"COVID-19", tag.Misc, 0.9, ""},
		{"FTSE 100", tag.Misc, 0.9, ""},
		{"World Cup", tag.Misc, 0.2, ""},
		{"Belt and Road Initiative", tag.Misc, 0.9, ""},
	} {
		d, err := text.Parse(context.Background(), annotate.Input{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		typer := typer{doc: d, gaz: gazetteer.New()}
		n := Span{tag.Name{First: 0, End: len(d.Tokens), Class: c.class}, c.confidence}
		if got := typer.typeOf(n); got != c.want {
			t.Errorf("%s of class %d is %q, want %q", c.text, c.class, got, c.want)
		}
	}
}

func TestQuotedTitles(t *testing.T) {
	d, err := text.Parse(context.Background(), annotate.Input{Text: "He saw “The Third Man” twice."})
	if err != nil {
		t.Fatal(err)
	}
	typer := typer{doc: d, gaz: gazetteer.New()}
	if got := typer.typeOf(Span{tag.Name{First: 3, End: 6, Class: tag.Misc}, 0.9}); got != annotate.WorkOfArt {
		t.Errorf("a title in quotation marks is %q", got)
	}
}

func TestAgree(t *testing.T) {
	d, err := text.Parse(context.Background(), annotate.Input{Text: "Ferris Ferris Ferris Lima"})
	if err != nil {
		t.Fatal(err)
	}
	at := func(i int, c tag.Class, margin int32) found {
		return found{tag.Name{First: i, End: i + 1, Class: c}, margin}
	}
	names := []found{at(0, tag.Person, 500), at(1, tag.Place, 100), at(2, tag.Place, 50), at(3, tag.Place, 10)}
	agree(d, names)
	for i, want := range []tag.Class{tag.Person, tag.Person, tag.Person, tag.Place} {
		if names[i].Class != want {
			t.Errorf("name %d is of class %d, want %d", i, names[i].Class, want)
		}
	}
	rivals := []found{at(0, tag.Person, 200), at(1, tag.Place, 100)}
	agree(d, rivals)
	if rivals[1].Class != tag.Place {
		t.Error("a name gave way to one that has hardly better reasons")
	}
}
