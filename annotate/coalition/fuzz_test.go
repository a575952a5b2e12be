package coalition_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/annotate"
)

// check holds what is true of every result.
func check(t testing.TB, text string, found []annotate.Coalition) {
	t.Helper()
	ids := map[string]bool{}
	for _, c := range found {
		if ids[c.ID] || c.ID == "" || c.Name == "" || len(c.Members) == 0 {
			t.Errorf("coalition %+v", c)
		}
		ids[c.ID] = true
		spans := []annotate.Span{c.Span, c.Evidence}
		seen := map[string]bool{}
		for _, m := range c.Members {
			if m.Name == "" || seen[m.Name+"\t"+m.Entity] || m.Entity != "" && m.Entity == c.Entity {
				t.Errorf("%s has member %+v", c.Name, m)
			}
			seen[m.Name+"\t"+m.Entity] = true
			spans = append(spans, m.Span)
		}
		for _, s := range spans {
			if (c.Basis == annotate.Known) != s.Empty() || s.Start < 0 || s.End > len(text) {
				t.Errorf("%s (%s): span %v of %d bytes", c.Name, c.Basis, s, len(text))
			}
		}
	}
}

func FuzzCoalitions(f *testing.F) {
	find := newFind()
	for _, s := range []string{
		"The ISSG comprises Russia, the United States and Iran, together with the EU and Arab League.",
		"Norway, a member of NATO, left NATO. Its members are: Italy and Spain.",
		"the US-led coalition of Norway and Sweden (Norway, Sweden and Denmark) and members of",
		"members", "member of", "-led coalition", "As a member of NATO,", "and includes Norway and", "The G7 - A, B and C", ", a member of NATO",
		"Members of NATO:\nNorway\nItaly", "joined NATO", "is part of the", "NATO members", "Norway and Norway and Norway joined NATO",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 2000 {
			return
		}
		check(t, text, find(t, annotate.Input{Text: text}))
	})
}

// Words of membership heaped up find nothing that is not there, and end.
func TestHeaps(t *testing.T) {
	find := newFind()
	for _, unit := range []string{
		"members of NATO: ", "Norway and ", "Norway, ", "(Norway, Sweden and Denmark ", "coalition of ", "led-", "NATO members ", "joined NATO and ",
		"- Norway, Sweden, Italy - ", "a member of ", "members of NATO:\n", "Norway, a member of NATO:\n", "its members are ", "includes and ",
	} {
		text := strings.Repeat(unit, 3000)
		check(t, text, find(t, annotate.Input{Text: text}))
	}
}
