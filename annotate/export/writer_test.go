package export_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gloss/annotate"
	"gloss/annotate/export"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sample is a document whose text has characters of one to four bytes.
func sample() export.Document {
	const s = "Zoë 😀 “Yes”, she told the EU: France & Spain."
	at := func(sub string) annotate.Span {
		i := strings.Index(s, sub)
		return annotate.Span{Start: i, End: i + len(sub)}
	}
	return export.Document{ID: "d1", Title: "A <title>", Date: time.Date(2015, 12, 15, 0, 0, 0, 0, time.UTC), Text: s, Annotations: annotate.Annotations{
		Lang: "en",
		Entities: []annotate.Entity{
			{ID: "e1", Name: "Zoë", Type: annotate.Person, Salience: 1, Roles: []string{"minister"}, Mentions: []annotate.Mention{
				{Span: at("Zoë"), Kind: annotate.Name, Confidence: 0.9}, {Span: at("she"), Kind: annotate.Pronoun, Confidence: 0.8}}},
			{ID: "e2", Name: "EU", Type: annotate.Org, Salience: 0.5, Mentions: []annotate.Mention{{Span: at("EU"), Kind: annotate.Name, Confidence: 1}}},
		},
		Quotes: []annotate.Quote{
			{ID: "q1", Kind: annotate.Direct, Act: annotate.Say, Content: []annotate.Span{at("“Yes”")}, Cue: at("told"),
				Speaker: annotate.Speaker{Span: at("she"), Entity: "e1"}, Confidence: 0.95, Rule: "quotation-before"},
			{ID: "q2", Kind: annotate.Indirect, Act: annotate.Think, Content: []annotate.Span{at("France")}, Rule: "none"},
		},
		Coalitions: []annotate.Coalition{
			{ID: "c1", Name: "EU", Span: at("EU"), Entity: "e2", Basis: annotate.Stated, Evidence: at("the EU: France"),
				Members: []annotate.Member{{Name: "France", Span: at("France")}, {Name: "Spain", Span: at("Spain")}}},
			{ID: "c2", Name: "EU", Entity: "e2", Basis: annotate.Known, Exhaustive: true, Members: []annotate.Member{{Name: "France"}}},
		},
	}}
}

func written(t *testing.T, f export.Format, only export.Parts, docs ...export.Document) string {
	t.Helper()
	var b strings.Builder
	w := export.NewWriter(&b, f, only)
	for _, d := range docs {
		if err := w.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, f := range export.Formats() {
		t.Run(string(f), func(t *testing.T) {
			got := written(t, f, export.All(), sample())
			file := filepath.Join("testdata", "sample."+string(f))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestSeveralDocuments(t *testing.T) {
	var array []map[string]any
	if err := json.Unmarshal([]byte(written(t, export.JSON, export.All(), sample(), sample(), sample())), &array); err != nil || len(array) != 3 {
		t.Errorf("%d documents, %v", len(array), err)
	}
	if n := strings.Count(written(t, export.JSONL, export.All(), sample(), sample()), "\n"); n != 2 {
		t.Errorf("%d lines, want 2", n)
	}
	if s := written(t, export.JSON, export.All()); s != "" {
		t.Errorf("no document is %q", s)
	}
}

func TestOnly(t *testing.T) {
	parts, err := export.ParseParts("quotes")
	if err != nil {
		t.Fatal(err)
	}
	var d map[string]any
	if err := json.Unmarshal([]byte(written(t, export.JSONL, parts, sample())), &d); err != nil {
		t.Fatal(err)
	}
	if d["quotes"] == nil || d["entities"] != nil || d["coalitions"] != nil {
		t.Errorf("keys of %v", d)
	}
	if _, err := export.ParseParts("quotes,names"); err == nil {
		t.Error("an unknown part is taken")
	}
	if p, err := export.ParseParts(""); err != nil || p != export.All() {
		t.Errorf("no list is %v, %v", p, err)
	}
	if _, err := export.ParseFormat("xml"); err == nil {
		t.Error("an unknown format is taken")
	}
}

func TestEmptyDocumentHasLists(t *testing.T) {
	got := written(t, export.JSONL, export.All(), export.Document{ID: "x"})
	if want := `{"id":"x","title":"","lang":"","date":"","text":"","entities":[],"quotes":[],"coalitions":[]}` + "\n"; got != want {
		t.Errorf("got %s", got)
	}
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteTellsErrors(t *testing.T) {
	for _, f := range export.Formats() {
		w := export.NewWriter(broken{}, f, export.All())
		err := w.Write(sample())
		if err == nil {
			err = w.Close()
		}
		if !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", f, err)
		}
	}
}

// Offsets are those that counting the code points gives.
func TestOffsetsCountCodePoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOfN(rapid.RuneFrom([]rune("aé漢😀 ")), 1, 300).Draw(t, "text")
		from := rapid.IntRange(0, len(runes)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(runes)).Draw(t, "to")
		d := export.Document{Text: string(runes)}
		d.Annotations.Entities = []annotate.Entity{{ID: "e1", Mentions: []annotate.Mention{{
			Span: annotate.Span{Start: len(string(runes[:from])), End: len(string(runes[:to]))}}}}}
		var b strings.Builder
		if err := export.NewWriter(&b, export.JSONL, export.All()).Write(d); err != nil {
			t.Fatal(err)
		}
		type mention struct {
			Start, End int
			Text       string
		}
		var got struct {
			Entities []struct{ Mentions []mention }
		}
		if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
			t.Fatal(err)
		}
		if want := (mention{from, to, string(runes[from:to])}); !reflect.DeepEqual(got.Entities[0].Mentions[0], want) {
			t.Fatalf("got %v, want %v", got.Entities[0].Mentions[0], want)
		}
	})
}

func Example() {
	w := export.NewWriter(os.Stdout, export.Table, export.Parts{Entities: true})
	err := w.Write(export.Document{Text: "Oslo", Annotations: annotate.Annotations{Entities: []annotate.Entity{
		{ID: "e1", Name: "Oslo", Type: annotate.GPE, Mentions: make([]annotate.Mention, 2)},
	}}})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// Entities
	//   Oslo  GPE  2
}

func TestLanguageFoundGoesBeforeTheOneStated(t *testing.T) {
	for _, c := range []struct{ stated, found, want string }{{"en", "de", "de"}, {"en", "", "en"}, {"", "de", "de"}, {"", "", ""}} {
		var b strings.Builder
		w := export.NewWriter(&b, export.JSONL, export.Parts{})
		d := export.Document{Lang: c.stated, Annotations: annotate.Annotations{Lang: c.found}}
		if err := w.Write(d); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if want := `"lang":"` + c.want + `"`; !strings.Contains(b.String(), want) {
			t.Errorf("stated %q and found %q: no %s in %s", c.stated, c.found, want, b.String())
		}
	}
}

func TestTableSaysWhyATextIsUnread(t *testing.T) {
	var b strings.Builder
	w := export.NewWriter(&b, export.Table, export.Parts{Entities: true})
	if err := w.Write(export.Document{ID: "d1", Annotations: annotate.Annotations{Lang: "de"}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "d1\n\n  this text is in German; only English is annotated\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
