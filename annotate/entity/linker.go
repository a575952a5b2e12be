package entity

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// A Linker joins names into entities: by the gazetteer, by equal strings,
// persons by family name and first name, bodies by acronym and short form.
type Linker struct{ gaz *gazetteer.Gazetteer }

// NewLinker returns a linker over the tables of g.
func NewLinker(g *gazetteer.Gazetteer) *Linker { return &Linker{gaz: g} }

// Link returns the entities that the names speak of, the most salient first.
// Each name becomes a mention of exactly one of them. It takes linear time and
// fails only when ctx is done.
func (l *Linker) Link(ctx context.Context, d *text.Document, names []Name) ([]annotate.Entity, error) {
	k := &links{gaz: l.gaz, d: d, words: l.gaz.Words(d), folded: make([]string, len(d.Words)), names: names, of: make([]int, len(names))}
	k.persons()
	k.others()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	k.vote()
	k.shortForms()
	k.acronyms()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	k.roles()
	k.nominals()
	k.pronouns()
	return k.entities(), nil
}

// Links is the work on one document.
type links struct {
	gaz    *gazetteer.Gazetteer
	d      *text.Document
	words  []gazetteer.Word // by word number
	folded []string         // by word number; empty where not yet known
	names  []Name
	of     []int     // index of the thing, by name
	role   []stretch // the role that the text states, by name
	things []thing
}

// A thing is an entity in the making. Those that turn out to be the same are
// trees that lead to one root (Tarjan 1975).
type thing struct {
	typ    annotate.Type
	parent int
	sex    sex
	full   *fullName // of a person with a first name and a family name
	words  []string  // of the key of anything else, without those that tell nothing
	titles []string  // of a person, folded: "president"
	latest int       // token of the last name so far, or -1
	seen   int       // how many full names it has, and single ones so far
	roles  []string
	others []annotate.Mention // pronouns and nominals
}

// add makes a new thing.
func (k *links) add(typ annotate.Type) int {
	k.things = append(k.things, thing{typ: typ, parent: len(k.things), latest: -1})
	return len(k.things) - 1
}

// root returns the thing that stands for all that t is the same as.
func (k *links) root(t int) int {
	for k.things[t].parent != t {
		k.things[t].parent = k.things[k.things[t].parent].parent
		t = k.things[t].parent
	}
	return t
}

// join makes two things one.
func (k *links) join(a, b int) {
	a, b = k.root(a), k.root(b)
	if a > b {
		a, b = b, a
	}
	k.things[b].parent = a
}

func (k *links) word(i int) gazetteer.Word { return k.words[k.d.Tokens[i].Word] }

// fold returns the folded word of token i.
func (k *links) fold(i int) string {
	w := k.d.Tokens[i].Word
	if k.folded[w] == "" {
		k.folded[w] = fold(k.d.Words[w])
	}
	return k.folded[w]
}

// text returns the name as it is written, on one line.
func (k *links) text(n Name) string {
	s := k.d.Span(n.First, n.End).Of(k.d.Text)
	if strings.ContainsAny(s, "\n\r\t") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// entities gathers the mentions of every thing.
func (k *links) entities() []annotate.Entity {
	all := make([]gathered, len(k.things))
	for i, n := range k.names {
		all[k.root(k.of[i])].name(k, n)
	}
	for t := range k.things {
		g := &all[k.root(t)]
		g.mentions = append(g.mentions, k.things[t].others...)
		for _, r := range k.things[t].roles {
			g.roles = withRole(g.roles, r)
		}
	}
	return k.ranked(all)
}

// Gathered is all that is known of one thing.
type gathered struct {
	mentions []annotate.Mention
	roles    []string
	forms    []string       // the distinct texts of its names, in order
	seen     map[string]int // how often each form stands
	votes    []vote
}

// A vote is how much speaks for one type.
type vote struct {
	typ    annotate.Type
	weight float64
}

// name adds one name.
func (g *gathered) name(k *links, n Name) {
	g.mentions = append(g.mentions, annotate.Mention{Span: k.d.Span(n.First, n.End), Kind: annotate.Name, Confidence: n.Confidence})
	f := k.text(n)
	if g.seen == nil {
		g.seen = map[string]int{}
	}
	if g.seen[f]++; g.seen[f] == 1 {
		g.forms = append(g.forms, f)
	}
	for i := range g.votes {
		if g.votes[i].typ == n.Type {
			g.votes[i].weight += n.Confidence
			return
		}
	}
	g.votes = append(g.votes, vote{n.Type, n.Confidence})
}

// typ returns the type that most speaks for, of equals the first.
func (g *gathered) typ() annotate.Type {
	best := g.votes[0]
	for _, v := range g.votes[1:] {
		if v.weight > best.weight {
			best = v
		}
	}
	return best.typ
}

// fullest returns the form to show: that of the most words, the article aside,
// of such the one that is seen most, of such the longest; one in capitals only
// if there is no other.
func (g *gathered) fullest() string {
	better := func(a, b string) bool {
		if x, y := isShouted(a), isShouted(b); x != y {
			return y
		}
		return cmp.Or(spaces(a)-spaces(b), g.seen[a]-g.seen[b], len(a)-len(b)) > 0
	}
	best := g.forms[0]
	for _, f := range g.forms[1:] {
		if better(f, best) {
			best = f
		}
	}
	return best
}

// spaces counts the spaces of a form, but not that after its article.
func spaces(s string) int {
	return strings.Count(strings.TrimPrefix(s, "The "), " ")
}

// isShouted reports whether all letters of a form are capitals.
func isShouted(s string) bool { return strings.ToUpper(s) == s }

func id(n int) string { return "e" + strconv.Itoa(n) }
