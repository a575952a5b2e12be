package correct_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gloss/annotate"
	. "gloss/annotate/correct"
)

const story = "Anna Berg met Carl Holm in Lund. Ms Berg said the bridge was safe. “It will stand,” Holm said. " +
	"Later Berg flew to Oslo, where the Holm Bridge opens. Berg declined to comment."

// span returns the n-th place of words in the story, from 0.
func span(words string, n int) annotate.Span {
	off := 0
	for {
		i := strings.Index(story[off:], words)
		if i < 0 {
			panic("no such words: " + words)
		}
		if n == 0 {
			return annotate.Span{Start: off + i, End: off + i + len(words)}
		}
		off += i + len(words)
		n--
	}
}

func mention(words string, n int) annotate.Mention {
	return annotate.Mention{Span: span(words, n), Kind: annotate.Name, Confidence: 0.9}
}

// found is what an annotator may find in the story.
func found() annotate.Annotations {
	return annotate.Annotations{
		Lang: "en",
		Entities: []annotate.Entity{
			{ID: "e1", Name: "Anna Berg", Type: annotate.Person, Aliases: []string{"Ms Berg", "Berg"}, Salience: 1,
				Mentions: []annotate.Mention{mention("Anna Berg", 0), mention("Ms Berg", 0), mention("Berg", 2), mention("Berg", 3)}},
			{ID: "e2", Name: "Carl Holm", Type: annotate.Person, Aliases: []string{"Holm"}, Salience: 0.5,
				Mentions: []annotate.Mention{mention("Carl Holm", 0), mention("Holm", 1), mention("Holm", 2)}},
			{ID: "e3", Name: "Lund", Type: annotate.Person, Salience: 0.2, Mentions: []annotate.Mention{mention("Lund", 0)}},
		},
		Quotes: []annotate.Quote{
			{ID: "q1", Kind: annotate.Indirect, Act: annotate.Say, Content: []annotate.Span{span("the bridge was safe", 0)},
				Speaker: annotate.Speaker{Span: span("Ms Berg", 0), Entity: "e1"}, Rule: "x"},
			{ID: "q2", Kind: annotate.Direct, Act: annotate.Say, Content: []annotate.Span{span("“It will stand,”", 0)},
				Speaker: annotate.Speaker{Span: span("Holm", 1), Entity: "e2"}, Rule: "x"},
		},
		Coalitions: []annotate.Coalition{{ID: "c1", Name: "Holm group", Entity: "e2", Basis: annotate.Stated, Span: span("Holm", 2),
			Members: []annotate.Member{{Name: "Lund", Span: span("Lund", 0), Entity: "e3"}}}},
	}
}

// show writes what a test looks at.
func show(a annotate.Annotations) string {
	var b strings.Builder
	for _, e := range a.Entities {
		fmt.Fprintf(&b, "%s %s %s", e.ID, e.Name, e.Type)
		if len(e.Aliases) > 0 {
			fmt.Fprintf(&b, " (%s)", strings.Join(e.Aliases, ", "))
		}
		for _, m := range e.Mentions {
			fmt.Fprintf(&b, " %s@%d", m.Span.Of(story), m.Span.Start)
		}
		b.WriteString("\n")
	}
	for _, q := range a.Quotes {
		fmt.Fprintf(&b, "%s %q by %q %s\n", q.ID, q.Content[0].Of(story), q.Speaker.Span.Of(story), q.Speaker.Entity)
	}
	for _, c := range a.Coalitions {
		fmt.Fprintf(&b, "%s %s %s of %s %s\n", c.ID, c.Name, c.Entity, c.Members[0].Name, c.Members[0].Entity)
	}
	return b.String()
}

var (
	berg = Ref{Name: "Anna Berg", Type: annotate.Person}
	holm = Ref{Name: "Carl Holm", Type: annotate.Person}
	lund = Ref{Name: "Lund", Type: annotate.Person}
)

func at(words string, n int) Selector { return Select(story, span(words, n)) }

func TestEachKind(t *testing.T) {
	for _, c := range []struct {
		name string
		c    Correction
		// lines that are there after it and were not before, and the reverse
		gained, lost string
	}{
		{"dismiss here", Correction{Kind: Dismiss, At: at("Holm", 2)},
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88\nc1 Holm group  of Lund e3\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\nc1 Holm group e2 of Lund e3\n"},
		{"dismiss the last", Correction{Kind: Dismiss, At: at("Lund", 0)},
			"c1 Holm group e2 of Lund \n", "e3 Lund PERSON Lund@27\nc1 Holm group e2 of Lund e3\n"},
		{"dismiss everywhere", Correction{Kind: Dismiss, Entity: holm, Everywhere: true},
			"q2 \"“It will stand,”\" by \"Holm\" \nc1 Holm group  of Lund e3\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\nq2 \"“It will stand,”\" by \"Holm\" e2\nc1 Holm group e2 of Lund e3\n"},
		{"dismiss a statement", Correction{Kind: DismissStatement, At: at("the bridge was safe", 0)},
			"", "q1 \"the bridge was safe\" by \"Ms Berg\" e1\n"},
		{"retype", Correction{Kind: Retype, Entity: lund, To: Ref{Type: annotate.GPE}},
			"e3 Lund GPE Lund@27\n", "e3 Lund PERSON Lund@27\n"},
		{"merge", Correction{Kind: Merge, Entity: lund, To: holm},
			"e2 Carl Holm PERSON (Holm, Lund) Carl Holm@14 Lund@27 Holm@88 Holm@134\nc1 Holm group e2 of Lund e2\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\ne3 Lund PERSON Lund@27\nc1 Holm group e2 of Lund e3\n"},
		{"split", Correction{Kind: Split, At: at("Holm", 2), To: Ref{Name: "Holm Bridge", Type: annotate.Fac}},
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88\ne4 Holm Bridge FAC (Holm) Holm@134\nc1 Holm group e4 of Lund e3\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\nc1 Holm group e2 of Lund e3\n"},
		{"split everywhere", Correction{Kind: Split, At: at("Berg", 3), Everywhere: true},
			"e1 Anna Berg PERSON (Ms Berg) Anna Berg@0 Ms Berg@33\ne4 Berg PERSON Berg@105 Berg@153\n",
			"e1 Anna Berg PERSON (Ms Berg, Berg) Anna Berg@0 Ms Berg@33 Berg@105 Berg@153\n"},
		{"add", Correction{Kind: Add, At: at("Oslo", 0), To: Ref{Type: annotate.GPE}},
			"e4 Oslo GPE Oslo@118\n", ""},
		{"add to one that is there", Correction{Kind: Add, At: at("bridge", 0), To: lund},
			"e3 Lund PERSON (bridge) Lund@27 bridge@50\n", "e3 Lund PERSON Lund@27\n"},
		{"add over others", Correction{Kind: Add, At: at("the Holm Bridge", 0), To: Ref{Name: "Holm Bridge", Type: annotate.Fac}},
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88\ne4 Holm Bridge FAC (the Holm Bridge) the Holm Bridge@130\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\n"},
		{"rename", Correction{Kind: Rename, Entity: berg, To: Ref{Name: "Ms Berg"}},
			"e1 Ms Berg PERSON (Berg, Anna Berg) Anna Berg@0 Ms Berg@33 Berg@105 Berg@153\n",
			"e1 Anna Berg PERSON (Ms Berg, Berg) Anna Berg@0 Ms Berg@33 Berg@105 Berg@153\n"},
		{"rename to one that is there", Correction{Kind: Rename, Entity: lund, To: Ref{Name: "Carl Holm"}},
			"e2 Carl Holm PERSON (Holm, Lund) Carl Holm@14 Lund@27 Holm@88 Holm@134\nc1 Holm group e2 of Lund e2\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\ne3 Lund PERSON Lund@27\nc1 Holm group e2 of Lund e3\n"},
		{"set the speaker", Correction{Kind: SetSpeaker, At: at("“It will stand,”", 0), To: berg},
			"q2 \"“It will stand,”\" by \"Ms Berg\" e1\n", "q2 \"“It will stand,”\" by \"Holm\" e2\n"},
		{"no speaker", Correction{Kind: SetSpeaker, At: at("“It will stand,”", 0)},
			"q2 \"“It will stand,”\" by \"\" \n", "q2 \"“It will stand,”\" by \"Holm\" e2\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := found()
			got, unmatched := Apply(before, story, []Correction{c.c})
			if len(unmatched) > 0 {
				t.Fatalf("not carried out: %v", unmatched[0].Err)
			}
			if !reflect.DeepEqual(before, found()) {
				t.Fatal("the annotations given were changed")
			}
			if g := lines(show(got), show(before)); g != c.gained {
				t.Errorf("gained\n%swant\n%s", g, c.gained)
			}
			if l := lines(show(before), show(got)); l != c.lost {
				t.Errorf("lost\n%swant\n%s", l, c.lost)
			}
			again, unmatched := Apply(got, story, []Correction{c.c})
			if !reflect.DeepEqual(again, got) || len(unmatched) > 0 {
				t.Errorf("done again it gives, with %v unmatched,\n%s", unmatched, show(again))
			}
		})
	}
}

// lines returns the lines of a that b lacks.
func lines(a, b string) string {
	var out strings.Builder
	for l := range strings.Lines(a) {
		if !strings.Contains("\n"+b, "\n"+l) {
			out.WriteString(l)
		}
	}
	return out.String()
}

func TestUnmatched(t *testing.T) {
	twins := found()
	twins.Entities[1].Name, twins.Entities[1].Aliases = "Anna Berg", nil
	gone := Selector{Exact: "Stockholm", Prefix: "flew to ", Suffix: ", where"}
	for _, c := range []struct {
		name string
		a    annotate.Annotations
		c    Correction
		want error
	}{
		{"nothing", found(), Correction{}, ErrInvalid},
		{"unknown kind", found(), Correction{Kind: "explode"}, ErrInvalid},
		{"no words", found(), Correction{Kind: Dismiss}, ErrNoText},
		{"words gone", found(), Correction{Kind: Split, At: gone}, ErrNoText},
		{"no mention", found(), Correction{Kind: Split, At: at("bridge", 0)}, ErrNoMention},
		{"split into itself", found(), Correction{Kind: Split, At: at("Lund", 0), Entity: lund}, ErrInvalid},
		{"no entity", found(), Correction{Kind: Merge, Entity: Ref{Name: "Nobody", Type: annotate.Person}, To: holm}, ErrNoEntity},
		{"no such speaker", found(), Correction{Kind: SetSpeaker, At: at("the bridge was safe", 0), To: Ref{Name: "Nobody"}}, ErrNoEntity},
		{"no statement", found(), Correction{Kind: SetSpeaker, At: at("Oslo", 0), To: holm}, ErrNoStatement},
		{"no name", found(), Correction{Kind: Rename, Entity: berg}, ErrInvalid},
		{"no type", found(), Correction{Kind: Add, At: at("Oslo", 0)}, ErrInvalid},
		{"wrong type", found(), Correction{Kind: Retype, Entity: berg, To: Ref{Type: "CITY"}}, ErrInvalid},
		{"two of a name", twins, Correction{Kind: Rename, Entity: berg, To: Ref{Name: "A. Berg"}}, ErrAmbiguous},
		{"never there", found(), Correction{Kind: Dismiss, Everywhere: true, Entity: Ref{Name: "Stockholm", Type: annotate.GPE}}, ErrNoEntity},
	} {
		got, unmatched := Apply(c.a, story, []Correction{c.c})
		if len(unmatched) != 1 || !errors.Is(unmatched[0].Err, c.want) || unmatched[0].Index != 0 {
			t.Errorf("%s: %v, want %v", c.name, unmatched, c.want)
		}
		if !reflect.DeepEqual(got, c.a) {
			t.Errorf("%s changes the annotations to\n%s", c.name, show(got))
		}
	}
}

func TestSelectorTellsEntitiesOfOneNameApart(t *testing.T) {
	twins := found()
	twins.Entities[1].Name = "Anna Berg"
	got, unmatched := Apply(twins, story, []Correction{{Kind: Rename, At: at("Holm", 1), Entity: berg, To: Ref{Name: "Anna Berg junior"}}})
	if len(unmatched) > 0 || got.Entities[0].Name != "Anna Berg" || got.Entities[1].Name != "Anna Berg junior" {
		t.Errorf("unmatched %v,\n%s", unmatched, show(got))
	}
}

// A new run has other IDs, another name for an entity, and finds more.
func TestReplayAfterAnotherRun(t *testing.T) {
	corrections := []Correction{
		{Kind: Retype, At: at("Lund", 0), Entity: lund, To: Ref{Type: annotate.GPE}},
		{Kind: Split, At: at("Holm", 2), Entity: holm, To: Ref{Name: "Holm Bridge", Type: annotate.Fac}},
		{Kind: Rename, Entity: Ref{Name: "Holm Bridge", Type: annotate.Fac}, To: Ref{Name: "the Holm Bridge"}},
		{Kind: Dismiss, At: at("Berg", 3)},
		{Kind: Merge, Entity: Ref{Name: "Nobody", Type: annotate.Org}, To: holm},
	}
	run := found()
	run.Entities[0], run.Entities[2] = run.Entities[2], run.Entities[0]
	for i := range run.Entities {
		run.Entities[i].ID = fmt.Sprintf("e%d", i+10)
	}
	run.Quotes, run.Coalitions = nil, nil
	run.Entities[1].Name, run.Entities[1].Aliases = "Holm", []string{"Carl Holm"}
	run.Entities = append(run.Entities, annotate.Entity{ID: "e4", Name: "Oslo", Type: annotate.GPE, Mentions: []annotate.Mention{mention("Oslo", 0)}})
	got, unmatched := Apply(run, story, corrections)
	const want = `e12 Anna Berg PERSON (Ms Berg, Berg) Anna Berg@0 Ms Berg@33 Berg@105
e11 Holm PERSON (Carl Holm) Carl Holm@14 Holm@88
e10 Lund GPE Lund@27
e13 the Holm Bridge FAC (Holm, Holm Bridge) Holm@134
e4 Oslo GPE Oslo@118
`
	if show(got) != want {
		t.Errorf("got\n%swant\n%s", show(got), want)
	}
	if len(unmatched) != 1 || unmatched[0].Index != 4 || unmatched[0].Err != ErrNoEntity {
		t.Errorf("unmatched %v", unmatched)
	}
}

// The words are found where they have moved to.
func TestSelectorFollowsTheWords(t *testing.T) {
	s := at("Berg", 2)
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"as it was":     {story, 105},
		"moved":         {"Update. " + story, 113},
		"context edit":  {strings.Replace(story, "flew to Oslo", "went to Oslo", 1), 105},
		"context gone":  {"Berg Berg Berg", -1},
		"words gone":    {strings.ReplaceAll(story, "Berg", "Dahl"), -1},
		"empty":         {"", -1},
		"of two places": {story[60:] + "\n" + story, 105 - 60},
	} {
		got, ok := s.Find(c.text)
		if ok != (c.want >= 0) || ok && (got.Start != c.want || got.Of(c.text) != "Berg") {
			t.Errorf("%s: %v %v, want %d", name, got, ok, c.want)
		}
	}
}

func TestJSON(t *testing.T) {
	in := []Correction{
		{Kind: Split, At: at("Holm", 2), Entity: holm, To: Ref{Name: "Holm Bridge", Type: annotate.Fac}, Everywhere: true},
		{Kind: Dismiss, Entity: lund, Everywhere: true},
	}
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	const want = `[{"kind":"split","at":{"exact":"Holm","prefix":"er Berg flew to Oslo, where the ","suffix":" Bridge opens. Berg declined to ","start":134,"end":138},` +
		`"entity":{"name":"Carl Holm","type":"PERSON"},"to":{"name":"Holm Bridge","type":"FAC"},"everywhere":true},` +
		`{"kind":"dismiss","entity":{"name":"Lund","type":"PERSON"},"everywhere":true}]`
	if string(data) != want {
		t.Errorf("got  %s\nwant %s", data, want)
	}
	var out []Correction
	if err := json.Unmarshal(data, &out); err != nil || !reflect.DeepEqual(in, out) {
		t.Errorf("read back %+v, %v", out, err)
	}
}

func Example() {
	const text = "Washington resigned. Critics in Washington cheered."
	a := annotate.Annotations{Entities: []annotate.Entity{{ID: "e1", Name: "Washington", Type: annotate.GPE, Salience: 1, Mentions: []annotate.Mention{
		{Span: annotate.Span{Start: 0, End: 10}, Kind: annotate.Name, Confidence: 0.8},
		{Span: annotate.Span{Start: 32, End: 42}, Kind: annotate.Name, Confidence: 0.8},
	}}}}
	first := Select(text, annotate.Span{Start: 0, End: 10})
	a, unmatched := Apply(a, text, []Correction{{Kind: Split, At: first, To: Ref{Type: annotate.Person}}})
	for _, e := range a.Entities {
		fmt.Println(e.ID, e.Name, e.Type, e.Mentions[0].Span.Start)
	}
	fmt.Println(len(unmatched))
	// Output:
	// e1 Washington GPE 32
	// e2 Washington PERSON 0
	// 0
}
