package entity

import (
	"context"
	"strconv"
	"strings"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A Linker joins names into entities: by the gazetteer, by equal strings,
// persons by family name and first name, bodies by acronym.
type Linker struct{ gaz *gazetteer.Gazetteer }

// NewLinker returns a linker over the tables of g.
func NewLinker(g *gazetteer.Gazetteer) *Linker { return &Linker{gaz: g} }

// Link returns the entities that the names speak of, the most salient first.
// It fails only when ctx is done.
func (l *Linker) Link(ctx context.Context, d *text.Document, names []Name) ([]annotate.Entity, error) {
	k := &links{gaz: l.gaz, d: d, words: l.gaz.Words(d), names: names, of: make([]int, len(names)), byKey: map[string]int{}, people: map[string][]int{}}
	k.persons()
	k.others()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	k.acronyms()
	k.pronouns()
	return k.entities(), nil
}

// A thing is an entity in the making.
type thing struct {
	typ      annotate.Type
	first    string // folded first name of a person
	family   string // folded family name of a person
	given    string // the first name, lower-cased
	sex      sex
	joined   int // 1 + the thing that this one turned out to be, or 0
	mentions []annotate.Mention
	roles    []string
	names    map[string]int // forms by their text
	forms    []string       // the same in order
	latest   int            // token of the last name
}

type links struct {
	gaz    *gazetteer.Gazetteer
	d      *text.Document
	words  []gazetteer.Word
	names  []Name
	of     []int // index of the thing, by name
	things []thing
	byKey  map[string]int
	people map[string][]int // persons by folded family name
}

func (k *links) word(i int) gazetteer.Word { return k.words[k.d.Tokens[i].Word] }

// text returns the name as it is written, on one line.
func (k *links) text(n Name) string {
	s := k.d.Span(n.First, n.End).Of(k.d.Text)
	if strings.ContainsAny(s, "\n\r\t") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// others gives every name that is not a person's to the thing of its key.
func (k *links) others() {
	for i, n := range k.names {
		if n.Type == annotate.Person {
			continue
		}
		key := k.key(n)
		t, ok := k.byKey[key]
		if !ok {
			t = len(k.things)
			k.things = append(k.things, thing{typ: n.Type})
			k.byKey[key] = t
		}
		k.of[i] = t
	}
}

// key returns what is the same for all names of one thing. Places are keyed
// together whatever their type.
func (k *links) key(n Name) string {
	class := string(n.Type)
	if n.Type == annotate.Loc || n.Type == annotate.Fac {
		class = string(annotate.GPE)
	}
	w := k.word(n.First)
	if e, size := k.gaz.Match(k.d, n.First, n.End, int(w.Longest)); size == n.End-n.First {
		return class + "\t" + e.ID
	}
	var b strings.Builder
	b.WriteString(class)
	b.WriteByte('\t')
	for i := n.First; i < n.End; i++ {
		w := strings.ReplaceAll(k.d.Lower(i), ".", "")
		if w == "the" && i == n.First || w == "" {
			continue
		}
		b.WriteByte(' ')
		b.WriteString(w)
	}
	return b.String()
}

// entities gathers the mentions of every thing.
func (k *links) entities() []annotate.Entity {
	for i, n := range k.names {
		t := &k.things[k.root(k.of[i])]
		t.mentions = append(t.mentions, annotate.Mention{Span: k.d.Span(n.First, n.End), Kind: annotate.Name, Confidence: n.Confidence})
		form := k.text(n)
		if t.names == nil {
			t.names = map[string]int{}
		}
		if t.names[form] == 0 {
			t.forms = append(t.forms, form)
		}
		t.names[form]++
		if n.Type == annotate.Person {
			t.roles = withRole(t.roles, k.role(i))
		}
	}
	return k.ranked()
}

func (k *links) root(t int) int {
	for k.things[t].joined > 0 {
		t = k.things[t].joined - 1
	}
	return t
}

// fullest returns the form to show: the longest, but not one in capitals where
// another is as long.
func fullest(forms []string) string {
	best := ""
	for _, f := range forms {
		if best == "" || len(f) > len(best) || len(f) == len(best) && strings.ToUpper(best) == best && strings.ToUpper(f) != f {
			best = f
		}
	}
	return best
}

// mostRoles is how many roles of one person are kept.
const mostRoles = 8

// withRole adds a role to the list, unless it is there, alone or as the end of
// a longer one; a shorter one that it ends with gives way to it.
func withRole(list []string, r string) []string {
	if r == "" || len(list) == mostRoles {
		return list
	}
	for i, x := range list {
		switch {
		case endsFold(x, r):
			return list
		case endsFold(r, x):
			list[i] = r
			return list
		}
	}
	return append(list, r)
}

// endsFold reports whether s ends with the words of end, whatever the case.
func endsFold(s, end string) bool {
	if len(s) < len(end) || !strings.EqualFold(s[len(s)-len(end):], end) {
		return false
	}
	return len(s) == len(end) || s[len(s)-len(end)-1] == ' '
}

func id(n int) string { return "e" + strconv.Itoa(n) }
