package gazetteer_test

import (
	"testing"
	"time"

	"gloss/annotate/gazetteer"
)

func TestLabelAt(t *testing.T) {
	g := gazetteer.New()
	for _, c := range []struct{ id, day, want string }{
		{"CD", "1990-01-01", "Zaire"},
		{"CD", "1997-05-17", "Democratic Republic of the Congo"},
		{"SZ", "2018-04-18", "Swaziland"},
		{"SZ", "2018-04-19", "Eswatini"},
		{"MM", "1980-01-01", "Burma"},
		{"MK", "2019-02-11", "Macedonia"},
		{"MK", "2019-02-12", "North Macedonia"},
		{"ZW", "1970-01-01", "Rhodesia"},
		{"ZW", "1960-01-01", "Southern Rhodesia"},
		{"BF", "1983-01-01", "Upper Volta"},
		{"BJ", "1960-01-01", "Dahomey"},
		{"LK", "1960-01-01", "Ceylon"},
		{"TR", "2015-01-01", "Turkey"},
		{"TR", "2024-01-01", "Türkiye"},
		{"RS", "2004-01-01", "Serbia and Montenegro"},
		{"DE", "1970-01-01", "West Germany"},
		{"DD", "1970-01-01", "East Germany"},
		{"FR", "1970-01-01", "France"},
		{"NATO", "1970-01-01", "NATO"},
	} {
		at, err := time.Parse(time.DateOnly, c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := g.LabelAt(c.id, at); got != c.want {
			t.Errorf("%s on %s is %q, want %q", c.id, c.day, got, c.want)
		}
	}
}

func TestFormerNamesMatch(t *testing.T) {
	g := gazetteer.New()
	for name, id := range map[string]string{
		"zaire": "CD", "swaziland": "SZ", "burma": "MM", "upper volta": "BF", "dahomey": "BJ", "rhodesia": "ZW", "ceylon": "LK",
		"serbia and montenegro": "RS", "soviet union": "SU", "czechoslovakia": "CS", "east timor": "TL", "montserrat": "MS",
	} {
		if e, ok := g.Name(name); !ok || e.ID != id {
			t.Errorf("%q is %+v, want %s", name, e, id)
		}
	}
}
