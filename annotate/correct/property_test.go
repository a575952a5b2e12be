package correct_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gloss/annotate"
	"gloss/annotate/correct"
)

var vocabulary = []string{"Ann", "Bo", "Cy", "Ann Bo", "said", "é", "that", ".", "“"}

// A world is a text with annotations in which no two mentions overlap, nor two
// statements.
type world struct {
	text  string
	spans []annotate.Span // of words
	a     annotate.Annotations
}

func worlds(t *rapid.T) world {
	var w world
	for _, word := range rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 30).Draw(t, "words") {
		w.spans = append(w.spans, annotate.Span{Start: len(w.text), End: len(w.text) + len(word)})
		w.text += word + " "
	}
	n := rapid.IntRange(0, 5).Draw(t, "entities")
	for i := range n {
		w.a.Entities = append(w.a.Entities, annotate.Entity{ID: fmt.Sprintf("e%d", i+1), Type: types.Draw(t, "type"), Salience: 1 / float64(i+1)})
	}
	for _, s := range w.spans {
		if i := rapid.IntRange(-3, n-1).Draw(t, "owner"); i >= 0 {
			e := &w.a.Entities[i]
			e.Mentions = append(e.Mentions, annotate.Mention{Span: s, Kind: annotate.Name, Confidence: 1})
		}
	}
	w.a.Entities = slices.DeleteFunc(w.a.Entities, func(e annotate.Entity) bool { return len(e.Mentions) == 0 })
	for i := range w.a.Entities {
		e := &w.a.Entities[i]
		for _, m := range e.Mentions {
			form := m.Span.Of(w.text)
			if e.Name == "" {
				e.Name = form
			} else if form != e.Name && !slices.Contains(e.Aliases, form) {
				e.Aliases = append(e.Aliases, form)
			}
		}
	}
	for i := 0; i+1 < len(w.spans); i += 3 {
		q := annotate.Quote{ID: fmt.Sprintf("q%d", i), Content: []annotate.Span{w.spans[i]}}
		if len(w.a.Entities) > 0 {
			e := rapid.SampledFrom(w.a.Entities).Draw(t, "speaker")
			q.Speaker = annotate.Speaker{Span: e.Mentions[0].Span, Entity: e.ID}
		}
		w.a.Quotes = append(w.a.Quotes, q)
	}
	return w
}

var types = rapid.SampledFrom([]annotate.Type{annotate.Person, annotate.Org})

func refs(t *rapid.T, w world, label string) correct.Ref {
	if len(w.a.Entities) > 0 && rapid.Bool().Draw(t, label+" is there") {
		return correct.RefTo(rapid.SampledFrom(w.a.Entities).Draw(t, label))
	}
	return correct.Ref{Name: rapid.SampledFrom(append(vocabulary, "", "Dee")).Draw(t, label), Type: types.Draw(t, label)}
}

func corrections(t *rapid.T, w world) correct.Correction {
	c := correct.Correction{
		Kind:       rapid.SampledFrom([]correct.Kind{correct.Dismiss, correct.DismissStatement, correct.Retype, correct.Merge, correct.Split, correct.Add, correct.Rename, correct.SetSpeaker}).Draw(t, "kind"),
		Entity:     refs(t, w, "entity"),
		To:         refs(t, w, "to"),
		Everywhere: rapid.Bool().Draw(t, "everywhere"),
	}
	i := rapid.IntRange(0, len(w.spans)).Draw(t, "at")
	switch {
	case i == len(w.spans): // none
	case i+1 < len(w.spans) && rapid.IntRange(0, 3).Draw(t, "two words") == 0:
		c.At = correct.Select(w.text, annotate.Span{Start: w.spans[i].Start, End: w.spans[i+1].End})
	default:
		c.At = correct.Select(w.text, w.spans[i])
	}
	return c
}

// sound reports what is wrong with annotations.
func sound(text string, a annotate.Annotations) error {
	ids := map[string]bool{"": true}
	var all []annotate.Span
	for _, e := range a.Entities {
		if ids[e.ID] {
			return fmt.Errorf("two entities are %q", e.ID)
		}
		ids[e.ID] = true
		if len(e.Mentions) == 0 || e.Name == "" || e.Type == "" || e.Salience < 0 || e.Salience > 1 {
			return fmt.Errorf("entity %+v", e)
		}
		if slices.Contains(e.Aliases, e.Name) {
			return fmt.Errorf("%q is an alias of itself", e.Name)
		}
		last := -1
		for _, m := range e.Mentions {
			if m.Span.Start <= last || m.Span.Empty() || m.Span.End > len(text) || strings.ToValidUTF8(m.Span.Of(text), "?") != m.Span.Of(text) {
				return fmt.Errorf("mention %+v of %q after %d", m, e.Name, last)
			}
			last = m.Span.Start
			all = append(all, m.Span)
		}
	}
	for i, s := range all {
		for _, o := range all[:i] {
			if s.Overlaps(o) {
				return fmt.Errorf("mentions %v and %v overlap", s, o)
			}
		}
	}
	for _, q := range a.Quotes {
		if !ids[q.Speaker.Entity] {
			return fmt.Errorf("%s is by %q, which is not there", q.ID, q.Speaker.Entity)
		}
	}
	return nil
}

func TestApplyKeepsAnnotationsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := worlds(t)
		if err := sound(w.text, w.a); err != nil {
			t.Fatal("the test makes what is not sound: ", err)
		}
		before, _ := json.Marshal(w.a)
		var cs []correct.Correction
		for range rapid.IntRange(1, 8).Draw(t, "n") {
			cs = append(cs, corrections(t, w))
		}
		got, unmatched := correct.Apply(w.a, w.text, cs)
		if err := sound(w.text, got); err != nil {
			t.Fatal(err)
		}
		if after, _ := json.Marshal(w.a); string(after) != string(before) {
			t.Fatal("the annotations given were changed")
		}
		if again, _ := correct.Apply(w.a, w.text, cs); !reflect.DeepEqual(again, got) {
			t.Fatal("two runs differ")
		}
		for _, u := range unmatched {
			if !reflect.DeepEqual(cs[u.Index], u.Correction) || u.Err == nil {
				t.Fatalf("%+v", u)
			}
		}
	})
}

func TestApplyTwiceIsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := worlds(t)
		c := corrections(t, w)
		once, first := correct.Apply(w.a, w.text, []correct.Correction{c})
		twice, _ := correct.Apply(once, w.text, []correct.Correction{c})
		if !reflect.DeepEqual(twice, once) {
			t.Fatalf("%+v\nbefore %+v\nonce   %+v\ntwice  %+v", c, w.a, once, twice)
		}
		if len(first) > 0 && !reflect.DeepEqual(once, w.a) {
			t.Fatalf("%+v is unmatched (%v) and yet changes %+v\nto %+v", c, first[0].Err, w.a, once)
		}
	})
}

func FuzzApply(f *testing.F) {
	f.Add(`[{"kind":"split","at":{"exact":"Holm","start":134,"end":138},"to":{"name":"X","type":"FAC"}}]`, story)
	f.Add(`[{"kind":"add","at":{"exact":"e","start":-1,"end":9223372036854775807},"to":{"type":"ORG"},"everywhere":true}]`, "é")
	f.Add(`[{"kind":"dismiss","at":{"exact":"Holm","start":-9223372036854775808,"end":0}},{"kind":"merge"}]`, "Holm")
	f.Fuzz(func(t *testing.T, stored, text string) {
		var cs []correct.Correction
		if json.Unmarshal([]byte(stored), &cs) != nil {
			return
		}
		correct.Apply(found(), text, cs) // spans that do not fit the text too
		got, _ := correct.Apply(found(), story, cs)
		if err := sound(story, got); err != nil {
			t.Error(err)
		}
	})
}
