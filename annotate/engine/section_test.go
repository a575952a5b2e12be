package engine

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gloss/annotate"
)

const paragraph = "John Kerry met Sergey Lavrov in Moscow. “The talks were good,” Mr Kerry said. In all, the Nile Group comprises Egypt, Sudan and Ethiopia."

// A text in sections has the names, statements and coalitions that it has in
// one piece.
func TestSectionsFindWhatTheWholeHas(t *testing.T) {
	in := annotate.Input{Text: strings.TrimSpace(strings.Repeat(paragraph+"\n", 40))}
	e := New()
	whole, err := e.annotate(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{len(paragraph) + 10, 1000, 3000} {
		e.section = size
		parts, err := e.sections(context.Background(), in, in.Text)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := spans(parts), spans(whole); !slices.Equal(got, want) {
			t.Errorf("sections of %d: %d names, in one piece %d", size, len(got), len(want))
		}
		if len(parts.Entities) != len(whole.Entities) {
			t.Errorf("sections of %d: %d entities, in one piece %d", size, len(parts.Entities), len(whole.Entities))
		}
		if len(parts.Quotes) != 40 || parts.Quotes[39].Content[0] != whole.Quotes[39].Content[0] {
			t.Errorf("sections of %d: %d statements", size, len(parts.Quotes))
		}
		speaker := parts.Quotes[39].Speaker.Entity
		if i := slices.IndexFunc(parts.Entities, func(e annotate.Entity) bool { return e.ID == speaker }); i < 0 || parts.Entities[i].Name != "John Kerry" {
			t.Errorf("sections of %d: the last speaker is %q", size, speaker)
		}
	}
}

func spans(a annotate.Annotations) []string {
	var out []string
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			if m.Kind == annotate.Name {
				out = append(out, fmt.Sprint(m.Span, e.Type))
			}
		}
	}
	slices.Sort(out)
	return out
}

// The sections of a text cover all of it but white space, whatever its blocks.
func TestSplitCoversTheText(t *testing.T) {
	for name, text := range map[string]string{
		"one line": strings.Repeat("Some words here. ", 500), "no space": strings.Repeat("é", 3000),
		"lines": strings.Repeat("A line of text.\n\n", 300), "empty": "",
	} {
		covered := make([]bool, len(text))
		for _, s := range split(annotate.Input{Text: text}, 700) {
			if len(s.input.Text) > 700 {
				t.Errorf("%s: a section of %d bytes", name, len(s.input.Text))
			}
			for _, b := range s.input.Blocks {
				for off := b.Span.Start; off < b.Span.End; off++ {
					if covered[s.start+off] {
						t.Fatalf("%s: byte %d is in two sections", name, s.start+off)
					}
					covered[s.start+off] = true
				}
				if got, want := s.input.Text[b.Span.Start:b.Span.End], text[s.start+b.Span.Start:s.start+b.Span.End]; got != want || strings.ToValidUTF8(got, "?") != got {
					t.Fatalf("%s: a block of a section is %q", name, got)
				}
			}
		}
		for off, c := range covered {
			if !c && text[off] != '\n' {
				t.Fatalf("%s: byte %d is in no section", name, off)
			}
		}
	}
}

func TestFamiliesAreJoinedOnlyWhereOneFits(t *testing.T) {
	j := joiner{byForm: map[string]int{}, byFamily: map[string]int{}}
	person := func(id, name string) annotate.Annotations {
		return annotate.Annotations{Entities: []annotate.Entity{{ID: id, Name: name, Type: annotate.Person, Mentions: []annotate.Mention{{Span: annotate.Span{Start: 0, End: 1}}}}}}
	}
	for i, name := range []string{"Kerry", "John Kerry", "Bill Clinton", "Hillary Clinton", "Clinton"} {
		j.add(person("e1", name), 10*i)
	}
	var got []string
	for _, e := range j.result("en").Entities {
		got = append(got, fmt.Sprint(e.Name, e.Aliases))
	}
	if want := "[John Kerry[Kerry] Bill Clinton[] Hillary Clinton[] Clinton[]]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
