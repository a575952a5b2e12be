package quote_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/quote"
	"gloss/annotate/text"
)

func find(t testing.TB, s string) []annotate.Quote {
	t.Helper()
	ctx := context.Background()
	gaz := gazetteer.New()
	d, err := text.Parse(ctx, annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	names, err := entity.NewRecogniser(gaz).Names(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	entities, err := entity.NewLinker(gaz).Link(ctx, d, names)
	if err != nil {
		t.Fatal(err)
	}
	quotes, err := quote.NewFinder(gaz).Quotes(ctx, d, entities)
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
			parts = append(parts, c.Of(s))
		}
		out = append(out, fmt.Sprintf("%s <%s> %s", q.Speaker.Span.Of(s), q.Cue.Of(s), strings.Join(parts, " … ")))
	}
	return out
}

func TestQuotes(t *testing.T) {
	for in, want := range map[string][]string{
		"“We will win,” Jane Roe said.":                             {"Jane Roe <said> “We will win,”"},
		"“We will win,” said Jane Roe, the mayor.":                  {"Jane Roe <said> “We will win,”"},
		"“We,” he said, “will win.”":                                {"he <said> “We,” … “will win.”"},
		"“We will.” She added: “Or not at all.”":                    {"She <added> “Or not at all.”"},
		"\"We will win,\" she told Tom Lund. \"Ask me.\"":           {"she <told> \"We will win,\" … \"Ask me.\""},
		"“I shall stay here”, Mr Lund told Mr Roe at the start.":    {"Mr Lund <told> “I shall stay here”"},
		"The mayor said that the bridge was safe.":                  {"The mayor <said> that the bridge was safe"},
		"The mayor said the bridge was safe, but nobody came.":      {"The mayor <said> the bridge was safe"},
		"The bridge was safe, the mayor said on Monday.":            {"the mayor <said> The bridge was safe"},
		"The bridge was safe, according to the mayor.":              {"the mayor <according to> The bridge was safe"},
		"According to the mayor, the bridge was safe.":              {"the mayor <According to> the bridge was safe"},
		"The mayor told reporters that the bridge was safe.":        {"The mayor <told> that the bridge was safe"},
		"The mayor wants to close the bridge.":                      {"The mayor <wants> to close the bridge"},
		"He urged the council to close the bridge.":                 {"He <urged> to close the bridge"},
		"A poll showed that voters were tired.":                     {"A poll <showed> that voters were tired"},
		"The council has been busy, saying the bridge is old.":      {"The council <saying> the bridge is old"},
		"Jane Roe, the mayor of Springfield, said the bridge fell.": {"Jane Roe <said> the bridge fell"},
		"The two sides, he said, had agreed to go.":                 {"he <said> The two sides … had agreed to go"},
		"Turkish offers to talk failed.":                            nil,
		"The so-called “deal” was signed.":                          nil,
		"The report was long. The claims were many.":                nil,
		"“It is over.”\n“It is truly over now for us all.”":         {" <> “It is truly over now for us all.”"},
		"“I am so tired of waiting,” Jane Roe said.\n“We all are tired of it here.”": {
			"Jane Roe <said> “I am so tired of waiting,”", "Jane Roe <> “We all are tired of it here.”"},
		"“A city needs its bridges,” Roe said. “We built\n“and we shall build again.”": {
			"Roe <said> “A city needs its bridges,” … “We built … “and we shall build again.”"},
		"“We have waited for a long time.” — Jane Roe": {"Jane Roe <—> “We have waited for a long time.”"},
		"Jane Roe: “We have waited for a long time.”":  {"Jane Roe <:> “We have waited for a long time.”"},
	} {
		if got := shown(in, find(t, in)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestKindsAndActs(t *testing.T) {
	for in, want := range map[string]string{
		"“We will win,” she said.":                    "direct say",
		"She said that they would “win”.":             "mixed say",
		"She said that they would win.":               "indirect say",
		"She believes that they will win.":            "indirect think",
		"She wants to win.":                           "indirect want",
		"The court ruled that he must go.":            "indirect decide",
		"The study found that birds sleep in winter.": "indirect show",
	} {
		q := find(t, in)
		if len(q) != 1 {
			t.Errorf("%q: %d statements", in, len(q))
			continue
		}
		if got := string(q[0].Kind) + " " + string(q[0].Act); got != want {
			t.Errorf("%q is %s, want %s", in, got, want)
		}
	}
}

func TestSpeakerEntity(t *testing.T) {
	for in, known := range map[string]bool{
		"Jane Roe said the bridge fell.":                  true,
		"Russian Foreign Minister Jane Roe said it fell.": true,
		"A spokesman for Jane Roe said the bridge fell.":  false,
		"Officials said the bridge fell.":                 false,
		"Germany said the bridge fell.":                   true,
		"Jane Roe came. She said the bridge fell.":        true,
		"Jane Roe, who said the bridge fell, left.":       true,
		"Russian officials said the bridge fell.":         false,
	} {
		q := find(t, in)
		if len(q) != 1 {
			t.Errorf("%q: %d statements", in, len(q))
			continue
		}
		if got := q[0].Speaker.Entity != ""; got != known {
			t.Errorf("%q: the speaker is entity %q", in, q[0].Speaker.Entity)
		}
	}
}

func FuzzQuotes(f *testing.F) {
	f.Add("“A b,” he said. ‘C’ \"d\" ``e'' «f» said X, according to Y")
	f.Add("“A\n“B\n“C” said")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := text.Parse(context.Background(), annotate.Input{Text: s})
		if err != nil {
			return
		}
		quotes, err := quote.NewFinder(gazetteer.New()).Quotes(context.Background(), d, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range quotes {
			last := 0
			for _, c := range q.Content {
				if c.Empty() || c.Start < last || c.End > len(s) {
					t.Fatalf("content %v after %d", c, last)
				}
				last = c.End
			}
			if len(q.Content) == 0 {
				t.Fatal("no content")
			}
		}
	})
}

func Example() {
	in := annotate.Input{Text: "“It works,” she said."}
	d, err := text.Parse(context.Background(), in)
	if err != nil {
		fmt.Println(err)
		return
	}
	quotes, err := quote.NewFinder(gazetteer.New()).Quotes(context.Background(), d, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range quotes {
		fmt.Println(q.Kind, q.Act, q.Speaker.Span.Of(in.Text), q.Content[0].Of(in.Text))
	}
	// Output: direct say she “It works,”
}

func TestBlockQuotation(t *testing.T) {
	s := "Jane Roe wrote in May:\nThe bridge is old.\nIt must go.\nWe are tired of it. — Tom Lund"
	at := func(part string) annotate.Span {
		i := strings.Index(s, part)
		return annotate.Span{Start: i, End: i + len(part)}
	}
	d, err := text.Parse(context.Background(), annotate.Input{Text: s, Blocks: []annotate.Block{
		{Span: at("Jane Roe wrote in May:")},
		{Span: at("The bridge is old."), Kind: annotate.Quotation},
		{Span: at("It must go."), Kind: annotate.Quotation},
		{Span: at("We are tired of it. — Tom Lund"), Kind: annotate.Quotation},
	}})
	if err != nil {
		t.Fatal(err)
	}
	quotes, err := quote.NewFinder(gazetteer.New()).Quotes(context.Background(), d, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Jane Roe <wrote> The bridge is old. … It must go.", "Tom Lund <—> We are tired of it."}
	if got := shown(s, quotes); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, q := range quotes {
		if q.Kind != annotate.Direct {
			t.Errorf("%q is %s", q.Content[0].Of(s), q.Kind)
		}
	}
}
