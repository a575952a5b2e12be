package correct_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/correct"
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
	berg = correct.Ref{Name: "Anna Berg", Type: annotate.Person}
	holm = correct.Ref{Name: "Carl Holm", Type: annotate.Person}
	lund = correct.Ref{Name: "Lund", Type: annotate.Person}
)

func at(words string, n int) correct.Selector { return correct.Select(story, span(words, n)) }

func TestEachKind(t *testing.T) {
	for _, c := range []struct {
		name string
		c    correct.Correction
		// lines that are there after it and were not before, and the reverse
		gained, lost string
	}{
		{"dismiss here", correct.Correction{Kind: correct.Dismiss, At: at("Holm", 2)},
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88\nc1 Holm group  of Lund e3\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\nc1 Holm group e2 of Lund e3\n"},
		{"dismiss the last", correct.Correction{Kind: correct.Dismiss, At: at("Lund", 0)},
			"c1 Holm group e2 of Lund \n", "e3 Lund PERSON Lund@27\nc1 Holm group e2 of Lund e3\n"},
		{"dismiss everywhere", correct.Correction{Kind: correct.Dismiss, Entity: holm, Everywhere: true},
			"q2 \"“It will stand,”\" by \"Holm\" \nc1 Holm group  of Lund e3\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\nq2 \"“It will stand,”\" by \"Holm\" e2\nc1 Holm group e2 of Lund e3\n"},
		{"dismiss a statement", correct.Correction{Kind: correct.DismissStatement, At: at("the bridge was safe", 0)},
			"", "q1 \"the bridge was safe\" by \"Ms Berg\" e1\n"},
		{"retype", correct.Correction{Kind: correct.Retype, Entity: lund, To: correct.Ref{Type: annotate.GPE}},
			"e3 Lund GPE Lund@27\n", "e3 Lund PERSON Lund@27\n"},
		{"merge", correct.Correction{Kind: correct.Merge, Entity: lund, To: holm},
			"e2 Carl Holm PERSON (Holm, Lund) Carl Holm@14 Lund@27 Holm@88 Holm@134\nc1 Holm group e2 of Lund e2\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\ne3 Lund PERSON Lund@27\nc1 Holm group e2 of Lund e3\n"},
		{"split", correct.Correction{Kind: correct.Split, At: at("Holm", 2), To: correct.Ref{Name: "Holm Bridge", Type: annotate.Fac}},
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88\ne4 Holm Bridge FAC (Holm) Holm@134\nc1 Holm group e4 of Lund e3\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\nc1 Holm group e2 of Lund e3\n"},
		{"split everywhere", correct.Correction{Kind: correct.Split, At: at("Berg", 3), Everywhere: true},
			"e1 Anna Berg PERSON (Ms Berg) Anna Berg@0 Ms Berg@33\ne4 Berg PERSON Berg@105 Berg@153\n",
			"e1 Anna Berg PERSON (Ms Berg, Berg) Anna Berg@0 Ms Berg@33 Berg@105 Berg@153\n"},
		{"add", correct.Correction{Kind: correct.Add, At: at("Oslo", 0), To: correct.Ref{Type: annotate.GPE}},
			"e4 Oslo GPE Oslo@118\n", ""},
		{"add to one that is there", correct.Correction{Kind: correct.Add, At: at("bridge", 0), To: lund},
			"e3 Lund PERSON (bridge) Lund@27 bridge@50\n", "e3 Lund PERSON Lund@27\n"},
		{"add over others", correct.Correction{Kind: correct.Add, At: at("the Holm Bridge", 0), To: correct.Ref{Name: "Holm Bridge", Type: annotate.Fac}},
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88\ne4 Holm Bridge FAC (the Holm Bridge) the Holm Bridge@130\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\n"},
		{"rename", correct.Correction{Kind: correct.Rename, Entity: berg, To: correct.Ref{Name: "Ms Berg"}},
			"e1 Ms Berg PERSON (Berg, Anna Berg) Anna Berg@0 Ms Berg@33 Berg@105 Berg@153\n",
			"e1 Anna Berg PERSON (Ms Berg, Berg) Anna Berg@0 Ms Berg@33 Berg@105 Berg@153\n"},
		{"rename to one that is there", correct.Correction{Kind: correct.Rename, Entity: lund, To: correct.Ref{Name: "Carl Holm"}},
			"e2 Carl Holm PERSON (Holm, Lund) Carl Holm@14 Lund@27 Holm@88 Holm@134\nc1 Holm group e2 of Lund e2\n",
			"e2 Carl Holm PERSON (Holm) Carl Holm@14 Holm@88 Holm@134\ne3 Lund PERSON Lund@27\nc1 Holm group e2 of Lund e3\n"},
		{"set the speaker", correct.Correction{Kind: correct.SetSpeaker, At: at("“It will stand,”", 0), To: berg},
			"q2 \"“It will stand,”\" by \"Ms Berg\" e1\n", "q2 \"“It will stand,”\" by \"Holm\" e2\n"},
		{"no speaker", correct.Correction{Kind: correct.SetSpeaker, At: at("“It will stand,”", 0)},
			"q2 \"“It will stand,”\" by \"\" \n", "q2 \"“It will stand,”\" by \"Holm\" e2\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := found()
			got, unmatched := correct.Apply(before, story, []correct.Correction{c.c})
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
			again, unmatched := correct.Apply(got, story, []correct.Correction{c.c})
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
	gone := correct.Selector{Exact: "Stockholm", Prefix: "flew to ", Suffix: ", where"}
	for _, c := range []struct {
		name string
		a    annotate.Annotations
		c    correct.Correction
		want error
	}{
		{"nothing", found(), correct.Correction{}, correct.ErrInvalid},
		{"unknown kind", found(), correct.Correction{Kind: "explode"}, correct.ErrInvalid},
		{"no words", found(), correct.Correction{Kind: correct.Dismiss}, correct.ErrNoText},
		{"words gone", found(), correct.Correction{Kind: correct.Split, At: gone}, correct.ErrNoText},
		{"no mention", found(), correct.Correction{Kind: correct.Split, At: at("bridge", 0)}, correct.ErrNoMention},
		{"split into itself", found(), correct.Correction{Kind: correct.Split, At: at("Lund", 0), Entity: lund}, correct.ErrInvalid},
		{"no entity", found(), correct.Correction{Kind: correct.Merge, Entity: correct.Ref{Name: "Nobody", Type: annotate.Person}, To: holm}, correct.ErrNoEntity},
		{"no such speaker", found(), correct.Correction{Kind: correct.SetSpeaker, At: at("the bridge was safe", 0), To: correct.Ref{Name: "Nobody"}}, correct.ErrNoEntity},
		{"no statement", found(), correct.Correction{Kind: correct.SetSpeaker, At: at("Oslo", 0), To: holm}, correct.ErrNoStatement},
		{"no name", found(), correct.Correction{Kind: correct.Rename, Entity: berg}, correct.ErrInvalid},
		{"no type", found(), correct.Correction{Kind: correct.Add, At: at("Oslo", 0)}, correct.ErrInvalid},
		{"wrong type", found(), correct.Correction{Kind: correct.Retype, Entity: berg, To: correct.Ref{Type: "CITY"}}, correct.ErrInvalid},
		{"two of a name", twins, correct.Correction{Kind: correct.Rename, Entity: berg, To: correct.Ref{Name: "A. Berg"}}, correct.ErrAmbiguous},
		{"never there", found(), correct.Correction{Kind: correct.Dismiss, Everywhere: true, Entity: correct.Ref{Name: "Stockholm", Type: annotate.GPE}}, correct.ErrNoEntity},
	} {
		got, unmatched := correct.Apply(c.a, story, []correct.Correction{c.c})
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
	got, unmatched := correct.Apply(twins, story, []correct.Correction{{Kind: correct.Rename, At: at("Holm", 1), Entity: berg, To: correct.Ref{Name: "Anna Berg junior"}}})
	if len(unmatched) > 0 || got.Entities[0].Name != "Anna Berg" || got.Entities[1].Name != "Anna Berg junior" {
		t.Errorf("unmatched %v,\n%s", unmatched, show(got))
	}
}

// A new run has other IDs, another name for an entity, and finds more.
func TestReplayAfterAnotherRun(t *testing.T) {
	corrections := []correct.Correction{
		{Kind: correct.Retype, At: at("Lund", 0), Entity: lund, To: correct.Ref{Type: annotate.GPE}},
		{Kind: correct.Split, At: at("Holm", 2), Entity: holm, To: correct.Ref{Name: "Holm Bridge", Type: annotate.Fac}},
		{Kind: correct.Rename, Entity: correct.Ref{Name: "Holm Bridge", Type: annotate.Fac}, To: correct.Ref{Name: "the Holm Bridge"}},
		{Kind: correct.Dismiss, At: at("Berg", 3)},
		{Kind: correct.Merge, Entity: correct.Ref{Name: "Nobody", Type: annotate.Org}, To: holm},
	}
	run := found()
	run.Entities[0], run.Entities[2] = run.Entities[2], run.Entities[0]
	for i := range run.Entities {
		run.Entities[i].ID = fmt.Sprintf("e%d", i+10)
	}
	run.Quotes, run.Coalitions = nil, nil
	run.Entities[1].Name, run.Entities[1].Aliases = "Holm", []string{"Carl Holm"}
	run.Entities = append(run.Entities, annotate.Entity{ID: "e4", Name: "Oslo", Type: annotate.GPE, Mentions: []annotate.Mention{mention("Oslo", 0)}})
	got, unmatched := correct.Apply(run, story, corrections)
	const want = `e12 Anna Berg PERSON (Ms Berg, Berg) Anna Berg@0 Ms Berg@33 Berg@105
e11 Holm PERSON (Carl Holm) Carl Holm@14 Holm@88
e10 Lund GPE Lund@27
e13 the Holm Bridge FAC (Holm, Holm Bridge) Holm@134
e4 Oslo GPE Oslo@118
`
	if show(got) != want {
		t.Errorf("got\n%swant\n%s", show(got), want)
	}
	if len(unmatched) != 1 || unmatched[0].Index != 4 || unmatched[0].Err != correct.ErrNoEntity {
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
	in := []correct.Correction{
		{Kind: correct.Split, At: at("Holm", 2), Entity: holm, To: correct.Ref{Name: "Holm Bridge", Type: annotate.Fac}, Everywhere: true},
		{Kind: correct.Dismiss, Entity: lund, Everywhere: true},
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
	var out []correct.Correction
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
	first := correct.Select(text, annotate.Span{Start: 0, End: 10})
	a, unmatched := correct.Apply(a, text, []correct.Correction{{Kind: correct.Split, At: first, To: correct.Ref{Type: annotate.Person}}})
	for _, e := range a.Entities {
		fmt.Println(e.ID, e.Name, e.Type, e.Mentions[0].Span.Start)
	}
	fmt.Println(len(unmatched))
	// Output:
	// e1 Washington GPE 32
	// e2 Washington PERSON 0
	// 0
}
