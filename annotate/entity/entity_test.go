package entity_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// names returns the document of s and its names.
func names(t testing.TB, s string) (*text.Document, []entity.Name) {
	t.Helper()
	d, err := text.Parse(context.Background(), annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	n, err := entity.NewRecogniser(gazetteer.New()).Names(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return d, n
}

func link(t testing.TB, s string) []annotate.Entity {
	t.Helper()
	d, n := names(t, s)
	e, err := entity.NewLinker(gazetteer.New()).Link(context.Background(), d, n)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// marked writes the names of s into it: "[PERSON Jane Roe] said".
func marked(t testing.TB, s string) string {
	d, all := names(t, s)
	var b strings.Builder
	off := 0
	for _, n := range all {
		span := d.Span(n.First, n.End)
		fmt.Fprintf(&b, "%s[%s %s]", s[off:span.Start], n.Type, span.Of(s))
		off = span.End
	}
	return b.String() + s[off:]
}

// plain takes the marks out again.
func plain(s string) string {
	var b strings.Builder
	for s != "" {
		before, rest, ok := strings.Cut(s, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		_, name, _ = strings.Cut(name, " ")
		b.WriteString(name)
		s = after
	}
	return b.String()
}

func TestNames(t *testing.T) {
	for _, want := range []string{
		"[PERSON Jane Roe] said so.",
		"The plan failed, Mr [PERSON Ostrow] told Ms. [PERSON Lind].",
		"[NORP Russian] Foreign Minister [PERSON Sergei Lavrov] met [GPE US] Secretary of State [PERSON John Kerry].",
		"He flew from [GPE Paris] to [GPE New York] and the [LOC Middle East].",
		"The [ORG Ministry of Foreign Affairs] and the [ORG Bank of England] agreed.",
		"The [ORG United Nations] ([ORG UN]) and the [ORG U.N. Security Council] met.",
		"A village near [GPE Damascus] fell to [ORG Islamic State] and [ORG al-Qaeda].",
		"The [ORG Food and Drug Administration] said no.",
		"Officials in [GPE Trinidad and Tobago] and [GPE Bosnia and Herzegovina] agreed.",
		"[PERSON Theresa May] may go in [DATE May 2016].",
		"It cost [MONEY $3.4 billion], or [PERCENT 12 percent], on [DATE Monday].",
		"[PERSON Staffan de Mistura] and [PERSON Abd al-Rahman] left.",
		"Opposition activists said the government must go.",
		"The northern village of [GPE Maskan] was hit.",
		"The [NORP Israeli]-[NORP Palestinian] talks ended.",
		"Yesterday was cold. However, nothing stopped.",
		"[ORG Smith & Sons Inc.] fell.",
		"The [EVENT Geneva Conference] ended.",
	} {
		if got := marked(t, plain(want)); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestHeadlines(t *testing.T) {
	got := marked(t, "Kerry Meets Putin In Moscow Over Syria\nUS Secretary of State John Kerry met Vladimir Putin. Kerry and Putin shook hands.")
	first, _, _ := strings.Cut(got, "\n")
	if want := "[PERSON Kerry] Meets [PERSON Putin] In [GPE Moscow] Over [GPE Syria]"; first != want {
		t.Errorf("\n got %s\nwant %s", first, want)
	}
	if got, want := marked(t, "OIL PRICES FALL IN IRAN\nIran is large."), "OIL PRICES FALL IN [GPE IRAN]\n[GPE Iran] is large."; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// forms returns the forms of each entity, the entities in the order of text.
func forms(list []annotate.Entity) []string {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b annotate.Entity) int { return a.Mentions[0].Span.Start - b.Mentions[0].Span.Start })
	var out []string
	for _, e := range list {
		out = append(out, strings.Join(append([]string{e.Name}, e.Aliases...), "|"))
	}
	return out
}

func TestLink(t *testing.T) {
	for in, want := range map[string][]string{
		"John Kerry spoke. Mr Kerry left. Kerry slept.":                       {"John Kerry|Kerry"},
		"Mr Kerry left. John Kerry spoke.":                                    {"John Kerry|Kerry"},
		"Sergei Lavrov met Sergey Lavrov.":                                    {"Sergei Lavrov|Sergey Lavrov"},
		"The US, the U.S. and the United States agreed with Americans.":       {"United States|US|U.S.", "Americans"},
		"Bill Clinton met Hillary Clinton. Mrs Clinton left. Mr Clinton ate.": {"Bill Clinton|Clinton", "Hillary Clinton|Clinton"},
		"Maria Rossi met Mario Rossi.":                                        {"Maria Rossi", "Mario Rossi"},
		"The North Harbour Council (NHC) met. The NHC left.":                  {"North Harbour Council|NHC"},
		"The Coastal Fishing Authority met. The CFA left.":                    {"Coastal Fishing Authority|CFA"},
		"Robert Lund met Bob Lund and J. Lund.":                               {"Robert Lund|Bob Lund", "J. Lund"},
		"Russia and the Russian Federation and Russians":                      {"Russian Federation|Russia", "Russians"},
	} {
		if got := forms(link(t, in)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestRoles(t *testing.T) {
	for in, want := range map[string][]string{
		"He met Russian foreign minister Sergey Lavrov there.":           {"Russian foreign minister"},
		"He met US Secretary of State John Kerry there.":                 {"US Secretary of State"},
		"We saw Jane Roe, the mayor of Springfield, there.":              {"mayor of Springfield"},
		"Then Mr Roe met Mrs Lund.":                                      nil,
		"Then Mr Roe, who came late, left. Later President Roe arrived.": {"President"},
	} {
		var got []string
		for _, e := range link(t, in) {
			got = append(got, e.Roles...)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestPronouns(t *testing.T) {
	for in, want := range map[string]string{
		"Jane Roe met Tom Lund. She smiled.":              "Jane Roe",
		"Jane Roe met Tom Lund. He smiled.":               "Tom Lund",
		"Jane Roe spoke. “He left,” said one.":            "",
		"Jane Roe spoke. He left.":                        "",
		"Germany says it will go.":                        "Germany",
		"Jane Roe spoke.\n\nOne.\nTwo.\nThree. She left.": "",
	} {
		got := ""
		for _, e := range link(t, in) {
			for _, m := range e.Mentions {
				if m.Kind == annotate.Pronoun {
					got += e.Name
				}
			}
		}
		if got != want {
			t.Errorf("%q: the pronoun means %q, want %q", in, got, want)
		}
	}
}

func TestSalience(t *testing.T) {
	e := link(t, "Jane Roe met Tom Lund in Oslo. Roe said no. Roe left on Monday.")
	if e[0].Name != "Jane Roe" || e[0].ID != "e1" || e[0].Salience != 1 || e[len(e)-1].Type != annotate.Date {
		t.Errorf("order is %q", forms(e))
	}
}

func Example() {
	d, err := text.Parse(context.Background(), annotate.Input{Text: "Mr Kerry was late. John Kerry flew to Moscow."})
	if err != nil {
		fmt.Println(err)
		return
	}
	gaz := gazetteer.New()
	names, err := entity.NewRecogniser(gaz).Names(context.Background(), d)
	if err != nil {
		fmt.Println(err)
		return
	}
	entities, err := entity.NewLinker(gaz).Link(context.Background(), d, names)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range entities {
		fmt.Println(e.ID, e.Type, e.Name, e.Aliases)
	}
	// Output:
	// e1 PERSON John Kerry [Kerry]
	// e2 GPE Moscow []
}
