package engine

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"gloss/annotate"
	"gloss/annotate/text"
)

// A text of more than longText bytes is annotated in sections of about
// sectionSize bytes, one after the other, so that the memory that the parts
// need does not grow with it. Names are then joined over the sections by their
// forms alone, which loses a little: a short form is not led back to a long one
// that only another section has, unless no second one fits.
const (
	longText    = 2 << 20
	sectionSize = 128 << 10
)

// sections annotates a long input section by section. It is the beginning of
// the whole text.
func (e *Engine) sections(ctx context.Context, in annotate.Input, whole string) (annotate.Annotations, error) {
	j := joiner{byForm: map[string]int{}, byFamily: map[string]int{}}
	end, began := len(in.Text), time.Now()
	for _, part := range split(in, e.section) {
		if e.limits.Time > 0 && time.Since(began) > e.limits.Time {
			end = part.start
			break
		}
		found, err := e.annotate(ctx, part.input)
		if err != nil {
			return annotate.Annotations{}, err
		}
		j.add(found, part.start)
	}
	out := j.result(in.Lang)
	out.Left = left(whole, end)
	return out, nil
}

// A section is a part of an input as an input of its own, with the byte of the
// whole text that it starts at.
type section struct {
	input annotate.Input
	start int
}

// split divides an input at the edges of blocks, and blocks that are longer
// than size at spaces.
func split(in annotate.Input, size int) []section {
	var out []section
	var run []annotate.Block
	flush := func() {
		if len(run) == 0 {
			return
		}
		start, end := run[0].Span.Start, run[len(run)-1].Span.End
		s := section{input: in, start: start}
		s.input.Text = in.Text[start:end]
		s.input.Blocks = make([]annotate.Block, len(run))
		for i, b := range run {
			s.input.Blocks[i] = annotate.Block{Span: shift(b.Span, -start), Kind: b.Kind}
		}
		out = append(out, s)
		run = run[:0]
	}
	add := func(b annotate.Block) {
		if len(run) > 0 && b.Span.End-run[0].Span.Start > size {
			flush()
		}
		run = append(run, b)
	}
	for _, b := range text.Blocks(in) {
		for b.Span.End-b.Span.Start > size {
			cut := cutAt(in.Text, b.Span.Start, size)
			add(annotate.Block{Span: annotate.Span{Start: b.Span.Start, End: cut}, Kind: b.Kind})
			b.Span.Start = cut
		}
		add(b)
	}
	flush()
	return out
}

// cutAt returns where to cut a block after about size bytes: after the last end
// of a sentence in the last quarter, else after the last space there, else at a
// code point.
func cutAt(s string, start, size int) int {
	from := start + size*3/4
	window := s[from : start+size]
	if i := strings.LastIndex(window, ". "); i >= 0 {
		return from + i + 2
	}
	if i := strings.LastIndexByte(window, ' '); i >= 0 {
		return from + i + 1
	}
	end := start + size
	for end > start+1 && s[end]&0xC0 == 0x80 {
		end--
	}
	return end
}

func shift(s annotate.Span, by int) annotate.Span {
	if s.Empty() {
		return s
	}
	return annotate.Span{Start: s.Start + by, End: s.End + by}
}

// A joiner puts the annotations of sections together.
type joiner struct {
	entities   []annotate.Entity
	quotes     []annotate.Quote
	coalitions []annotate.Coalition
	byForm     map[string]int // type and form to the entity
	byFamily   map[string]int // last word of a person's name to the entity; -1 for several
}

// add takes the annotations of the section that starts at the byte start of
// the whole text.
func (j *joiner) add(a annotate.Annotations, start int) {
	place := make(map[string]string, len(a.Entities))
	for _, e := range a.Entities {
		i := j.join(e)
		place[e.ID] = strconv.Itoa(i) // until result knows the order
		to := &j.entities[i]
		for _, m := range e.Mentions {
			m.Span = shift(m.Span, start)
			to.Mentions = append(to.Mentions, m)
		}
	}
	for _, q := range a.Quotes {
		for i := range q.Content {
			q.Content[i] = shift(q.Content[i], start)
		}
		q.Cue, q.Speaker.Span = shift(q.Cue, start), shift(q.Speaker.Span, start)
		q.Speaker.Entity = place[q.Speaker.Entity]
		j.quotes = append(j.quotes, q)
	}
	for _, c := range a.Coalitions {
		if c.Basis == annotate.Known && slices.ContainsFunc(j.coalitions, func(o annotate.Coalition) bool {
			return o.Basis == annotate.Known && o.Name == c.Name
		}) {
			continue
		}
		c.Span, c.Evidence, c.Entity = shift(c.Span, start), shift(c.Evidence, start), place[c.Entity]
		for i := range c.Members {
			m := &c.Members[i]
			m.Span, m.Entity = shift(m.Span, start), place[m.Entity]
		}
		j.coalitions = append(j.coalitions, c)
	}
}

// join returns the entity that e is the same as, or adds it.
func (j *joiner) join(e annotate.Entity) int {
	forms := append([]string{e.Name}, e.Aliases...)
	at := -1
	for _, f := range forms {
		if i, ok := j.byForm[formKey(e.Type, f)]; ok {
			at = i
			break
		}
	}
	if at < 0 && e.Type == annotate.Person {
		if i, ok := j.byFamily[family(e.Name)]; ok && i >= 0 && (!strings.Contains(e.Name, " ") || !strings.Contains(j.entities[i].Name, " ")) {
			at = i
		}
	}
	if at < 0 {
		at = len(j.entities)
		j.entities = append(j.entities, annotate.Entity{Name: e.Name, Type: e.Type})
	}
	to := &j.entities[at]
	for _, f := range forms {
		if _, ok := j.byForm[formKey(e.Type, f)]; !ok {
			j.byForm[formKey(e.Type, f)] = at
		}
		if f != to.Name && !slices.Contains(to.Aliases, f) {
			to.Aliases = append(to.Aliases, f)
		}
	}
	if len(e.Name) > len(to.Name) {
		to.Aliases = append(slices.DeleteFunc(to.Aliases, func(f string) bool { return f == e.Name }), to.Name)
		to.Name = e.Name
	}
	for _, r := range e.Roles {
		if len(to.Roles) < 8 && !slices.Contains(to.Roles, r) {
			to.Roles = append(to.Roles, r)
		}
	}
	if e.Type == annotate.Person {
		if i, ok := j.byFamily[family(e.Name)]; !ok {
			j.byFamily[family(e.Name)] = at
		} else if i != at {
			j.byFamily[family(e.Name)] = -1
		}
	}
	return at
}

func formKey(t annotate.Type, form string) string { return string(t) + "\t" + strings.ToLower(form) }

func family(name string) string { return strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:]) }

// result returns the joined annotations, the entities in the order of how often
// they are named.
func (j *joiner) result(lang string) annotate.Annotations {
	order := make([]int, len(j.entities))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(len(j.entities[b].Mentions), len(j.entities[a].Mentions))
	})
	out := annotate.Annotations{Lang: lang, Quotes: j.quotes, Coalitions: j.coalitions}
	ids := make(map[string]string, len(order))
	for n, i := range order {
		e := j.entities[i]
		e.ID = "e" + strconv.Itoa(n+1)
		ids[strconv.Itoa(i)] = e.ID
		e.Salience = float64(len(e.Mentions)) / float64(len(j.entities[order[0]].Mentions))
		out.Entities = append(out.Entities, e)
	}
	for n := range out.Quotes {
		q := &out.Quotes[n]
		q.ID, q.Speaker.Entity = "q"+strconv.Itoa(n+1), ids[q.Speaker.Entity]
	}
	for n := range out.Coalitions {
		c := &out.Coalitions[n]
		c.ID, c.Entity = "c"+strconv.Itoa(n+1), ids[c.Entity]
		for i := range c.Members {
			c.Members[i].Entity = ids[c.Members[i].Entity]
		}
	}
	return out
}
