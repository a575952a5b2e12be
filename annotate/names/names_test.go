package names_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/annotate"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names"
	"gloss/annotate/names/model"
	"gloss/annotate/text"
)

func parse(t testing.TB, s string) *text.Document {
	t.Helper()
	d, err := text.Parse(context.Background(), annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func found(t testing.TB, r *names.Recogniser, s string) []string {
	t.Helper()
	d := parse(t, s)
	list, err := r.Names(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, n := range list {
		out = append(out, string(n.Type)+" "+d.Span(n.First, n.End).Of(s))
	}
	return out
}

func Example() {
	in := "Norwegian Foreign Minister Kari Holm met the heads of the Red Cross in Oslo on Monday."
	d, err := text.Parse(context.Background(), annotate.Input{Text: in})
	if err != nil {
		fmt.Println(err)
		return
	}
	list, err := names.New(gazetteer.New()).Names(context.Background(), d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range list {
		fmt.Println(n.Type, d.Span(n.First, n.End).Of(in))
	}
	// Output:
	// NORP Norwegian
	// PERSON Kari Holm
	// ORG Red Cross
	// GPE Oslo
	// DATE Monday
}

func TestNames(t *testing.T) {
	r := names.New(gazetteer.New())
	for _, c := range []struct{ name, text, want string }{
		{"person, place and body", "Maria Keller of the World Bank spoke in Nairobi.", "PERSON Maria Keller|ORG World Bank|GPE Nairobi"},
		{"possessive", "Germany's Angela Brandt left.", "GPE Germany|PERSON Angela Brandt"},
		{"acronym", "The U.N. and NATO met in Geneva.", "ORG U.N.|ORG NATO|GPE Geneva"},
		{"building and river", "They crossed the Danube River near Heathrow Airport.", "LOC Danube River|FAC Heathrow Airport"},
		{"people", "French and Russian officials met.", "NORP French|NORP Russian"},
		{"money and share", "It paid $3.4 billion, or 12 percent.", "MONEY $3.4 billion|PERCENT 12 percent"},
		{"all capitals", "JOHN SMITH ARRIVES IN LONDON", "PERSON JOHN SMITH|GPE LONDON"},
		{"headline", "Merkel Meets Putin for Talks in Moscow", "PERSON Merkel|PERSON Putin|GPE Moscow"},
		{"all small", "barack obama flew to germany on friday.\nhe met angela merkel in berlin.", "PERSON barack obama|GPE germany|PERSON angela merkel|GPE berlin"},
		{"body of a person", "Truman Administration Asks Congress to Wait", "ORG Truman Administration|ORG Congress"},
		{"none", "The rain went on for three days.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(found(t, r, c.text), "|"); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

func TestSameSpellingSameType(t *testing.T) {
	s := "Senator Tom Ferris said he would vote.\nLater Ferris left.\nFerris, who is from Ohio, told reporters so.\nThe critics of Ferris were silent."
	for _, n := range found(t, names.New(gazetteer.New()), s) {
		if strings.HasSuffix(n, "Ferris") && !strings.HasPrefix(n, "PERSON") {
			t.Errorf("found %s", n)
		}
	}
}

func TestNamesAreDeterministic(t *testing.T) {
	s := strings.Repeat("Kari Holm of Norway met Lars Bech of the Danish Red Cross in Oslo.\n", 30)
	r := names.New(gazetteer.New())
	first := found(t, r, s)
	done := make(chan []string)
	for range 4 {
		go func() { done <- found(t, r, s) }()
	}
	for range 4 {
		if got := <-done; strings.Join(got, "|") != strings.Join(first, "|") {
			t.Error("two runs differ")
		}
	}
}

func TestNamesFails(t *testing.T) {
	d := parse(t, "Kari Holm")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := names.New(gazetteer.New()).Names(ctx, d); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want %v", err, context.Canceled)
	}
	if _, err := names.With(gazetteer.New(), "no model").Names(context.Background(), d); !errors.Is(err, model.ErrCorrupt) {
		t.Errorf("error is %v, want %v", err, model.ErrCorrupt)
	}
}

// check reports what is wrong with the names of d.
func check(t *testing.T, d *text.Document, list []entity.Name) {
	t.Helper()
	end := 0
	for _, n := range list {
		if n.First < end || n.End <= n.First || n.End > len(d.Tokens) || n.Type == "" || n.Confidence <= 0 || n.Confidence > 1 {
			t.Fatalf("name %+v after token %d of %d", n, end, len(d.Tokens))
		}
		end = n.End
	}
}

func TestHostileTexts(t *testing.T) {
	r := names.New(gazetteer.New())
	for name, s := range map[string]string{
		"nothing":       "",
		"no space":      strings.Repeat("a", 1<<20),
		"no space, up":  strings.Repeat("A", 1<<20),
		"capitals":      strings.Repeat("A ", 100_000),
		"capital words": strings.Repeat("Abc ", 100_000),
		"one name":      strings.Repeat("John Smith ", 50_000),
		"hyphens":       strings.Repeat("A-", 100_000),
		"glued":         strings.Repeat("(", 100_000),
		"of":            strings.Repeat("Bank of ", 50_000),
		"ampersands":    strings.Repeat("A & ", 50_000),
		"lines":         strings.Repeat("Xy\n", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			d := parse(t, s)
			list, err := r.Names(context.Background(), d)
			if err != nil {
				t.Fatal(err)
			}
			check(t, d, list)
		})
	}
}

func FuzzNames(f *testing.F) {
	f.Add("Kari Holm of Norway met the U.N.-led group in Oslo.")
	f.Add("A & B, “C D” E-F G's (HIJ) 49ers\nKLM NOP QRS")
	f.Add("all small letters here")
	r := names.New(gazetteer.New())
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		d := parse(t, s)
		list, err := r.Names(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		check(t, d, list)
	})
}

const article = `The ministers of Norway and Denmark met in Oslo on Monday to speak about the harbour, which has been closed since a storm in March.
Norwegian Foreign Minister Kari Holm told reporters that the work would begin soon, and that nobody would have to wait for another year.
The North Harbour Council, a body of nine cities, has paid most of it so far; the rest is to come from banks in Frankfurt and in London.
“We are closer than we have ever been,” Ms Holm said. Lars Bech, who speaks for the Danish side, was more careful when he was asked about it.
`

func BenchmarkNames(b *testing.B) {
	s := strings.Repeat(article, 100)
	r := names.New(gazetteer.New())
	words := float64(len(strings.Fields(s)))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Names(context.Background(), parse(b, s)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkFirstSentence(b *testing.B) {
	for b.Loop() {
		found(b, names.New(gazetteer.New()), "Kari Holm of Norway met Lars Bech.")
	}
}
