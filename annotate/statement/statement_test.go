package statement_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names"
	"gloss/annotate/statement"
	"gloss/annotate/text"
)

func parts(t testing.TB, s string) (*text.Document, []annotate.Entity) {
	t.Helper()
	ctx, gaz := context.Background(), gazetteer.New()
	d, err := text.Parse(ctx, annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	found, err := names.New(gaz).Names(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	entities, err := entity.NewLinker(gaz).Link(ctx, d, found)
	if err != nil {
		t.Fatal(err)
	}
	return d, entities
}

func find(t testing.TB, s string) []annotate.Quote {
	t.Helper()
	d, entities := parts(t, s)
	quotes, err := statement.New(gazetteer.New()).Quotes(context.Background(), d, entities)
	if err != nil {
		t.Fatal(err)
	}
	return quotes
}

// shown writes statements as "speaker <cue> content … content".
func shown(s string, quotes []annotate.Quote) []string {
	var out []string
	for _, q := range quotes {
		var parts []string
		for _, c := range q.Content {
			parts = append(parts, strings.Trim(c.Of(s), `“”",.`))
		}
		out = append(out, fmt.Sprintf("%s <%s> %s", q.Speaker.Span.Of(s), q.Cue.Of(s), strings.Join(parts, " … ")))
	}
	return out
}

func TestQuotes(t *testing.T) {
	for in, want := range map[string][]string{
		"“We will win the vote,” Jane Roe said.":                        {"Jane Roe <said> We will win the vote"},
		"“We will win the vote,” said Jane Roe.":                        {"Jane Roe <said> We will win the vote"},
		"The mayor said that the bridge was safe.":                      {"The mayor <said> that the bridge was safe"},
		"The bridge was safe, the mayor said.":                          {"the mayor <said> The bridge was safe"},
		"The bridge was safe, according to the mayor.":                  {"the mayor <according to> The bridge was safe"},
		"According to the mayor, the bridge was safe.":                  {"the mayor <According to> the bridge was safe"},
		"Officials believe the bridge was never safe.":                  {"Officials <believe> the bridge was never safe"},
		"The bridge, he said, had been old.":                            {"he <said> The bridge … had been old"},
		"“The bridge,” she said, “has been old for years.”":             {"she <said> The bridge … has been old for years"},
		"“We have waited for a long time.” ― Jane Roe":                  {"Jane Roe <―> We have waited for a long time"},
		"The council met on Monday. The river rose.":                    nil,
		"“We have all been waiting for a long time here in the rain.”":  {" <> We have all been waiting for a long time here in the rain"},
		"Jane Roe said the river rose. She said the bridge would hold.": {"Jane Roe <said> the river rose", "She <said> the bridge would hold"},
	} {
		if got := shown(in, find(t, in)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestKindsAndActs(t *testing.T) {
	for in, want := range map[string]string{
		"“We will win this time,” she said.":                     "direct say",
		"She said that they would “win” this time.":              "mixed say",
		"She said that they would win.":                          "indirect say",
		"She believes that they will win the vote.":              "indirect think",
		"The senator wants to raise taxes.":                      "indirect want",
		"The study found that birds sleep in winter.":            "indirect show",
		"The court ruled that he must go to prison for the act.": "indirect decide",
	} {
		q := find(t, in)
		if len(q) != 1 {
			t.Errorf("%q: %d statements", in, len(q))
			continue
		}
		if got := string(q[0].Kind) + " " + string(q[0].Act); got != want {
			t.Errorf("%q is %s, want %s", in, got, want)
		}
		if q[0].Rule == "" || q[0].Confidence <= 0 || q[0].Confidence > 1 {
			t.Errorf("%q: rule %q, confidence %v", in, q[0].Rule, q[0].Confidence)
		}
	}
}

// Speakers are led back to entities by names and pronouns; roles of others and
// crowds stay unknown.
func TestSpeakerEntity(t *testing.T) {
	for in, known := range map[string]bool{
		"Jane Roe said the bridge fell on Monday.":                 true,
		"Jane Roe came on Monday. She said the bridge had fallen.": true,
		"A spokesman for Jane Roe said the bridge fell on Monday.": false,
		"Officials said the bridge fell on Monday.":                false,
	} {
		q := find(t, in)
		if len(q) == 0 {
			t.Errorf("%q: no statement", in)
			continue
		}
		if got := q[len(q)-1].Speaker.Entity != ""; got != known {
			t.Errorf("%q: the speaker is entity %q", in, q[len(q)-1].Speaker.Entity)
		}
	}
}

func TestTheSameEveryTime(t *testing.T) {
	s := strings.Repeat("“It works,” Jane Roe said. Officials believe it never will.\nA poll showed that voters wanted it, he added.\n", 20)
	d, entities := parts(t, s)
	f := statement.New(gazetteer.New())
	first, err := f.Quotes(context.Background(), d, entities)
	if err != nil {
		t.Fatal(err)
	}
	again, err := f.Quotes(context.Background(), d, entities)
	if err != nil {
		t.Fatal(err)
	}
	if len(first) == 0 || !reflect.DeepEqual(first, again) {
		t.Errorf("%d statements, then %d", len(first), len(again))
	}
}

func TestQuotesStopWhenTold(t *testing.T) {
	d, entities := parts(t, "Jane Roe said the bridge fell.")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := statement.New(gazetteer.New()).Quotes(ctx, d, entities); err == nil {
		t.Error("no error after the context is done")
	}
}

func TestCorruptModel(t *testing.T) {
	d, entities := parts(t, "Jane Roe said the bridge fell.")
	if _, err := statement.With(gazetteer.New(), "not a model").Quotes(context.Background(), d, entities); err == nil {
		t.Error("no error for a corrupt model")
	}
}

func FuzzQuotes(f *testing.F) {
	f.Add("“A b,” he said. ‘C’ \"d\" ``e'' «f» said X, according to Y")
	f.Add("“A\n“B\n“C” said\n― D")
	f.Add("He said:\n\"Yes\n\"No\" said, said, said.")
	finder := statement.New(gazetteer.New())
	f.Fuzz(func(t *testing.T, s string) {
		d, err := text.Parse(context.Background(), annotate.Input{Text: s})
		if err != nil {
			return
		}
		quotes, err := finder.Quotes(context.Background(), d, nil)
		if err != nil {
			t.Fatal(err)
		}
		start := 0
		for _, q := range quotes {
			if len(q.Content) == 0 || q.Content[0].Start < start {
				t.Fatalf("statement %s with content %v after %d", q.ID, q.Content, start)
			}
			start = q.Content[0].Start
			last := 0
			for _, c := range q.Content {
				if c.Empty() || c.Start < last || c.End > len(s) {
					t.Fatalf("content %v after %d", c, last)
				}
				last = c.End
			}
			if q.Cue.End > len(s) || q.Speaker.Span.End > len(s) || q.Confidence < 0 || q.Confidence > 1 {
				t.Fatalf("statement %+v", q)
			}
		}
	})
}

func BenchmarkQuotes(b *testing.B) {
	s := strings.Repeat("“It works,” Jane Roe told reporters in Springfield on Monday, before the vote.\n"+
		"The council, which meets twice a month, believes that the bridge could be saved if the state paid for it.\n"+
		"It was built in 1931 of steel and granite, and has been closed for repairs since the spring.\n", 100)
	d, entities := parts(b, s)
	f := statement.New(gazetteer.New())
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if _, err := f.Quotes(context.Background(), d, entities); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(strings.Fields(s)))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func Example() {
	ctx := context.Background()
	in := annotate.Input{Text: "The mayor said that the bridge was safe."}
	d, err := text.Parse(ctx, in)
	if err != nil {
		fmt.Println(err)
		return
	}
	quotes, err := statement.New(gazetteer.New()).Quotes(ctx, d, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range quotes {
		fmt.Printf("%s: %s\n", q.Speaker.Span.Of(in.Text), q.Content[0].Of(in.Text))
	}
	// Output: The mayor: that the bridge was safe
}
