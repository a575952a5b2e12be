package notebook

import (
	"slices"
	"strings"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// A reply is an annotation of Hypothesis that answers another one.
type reply struct {
	to      []string // what it answers, the outermost first
	user    string
	words   string
	created time.Time
}

// isHypothesis tells whether an object is an annotation as Hypothesis has it.
func isHypothesis(v map[string]any) bool {
	if _, ok := v["uri"].(string); !ok {
		return false
	}
	for _, key := range []string{"target", "text", "tags", "references", "document"} {
		if _, ok := v[key]; ok {
			return true
		}
	}
	return false
}

// hypothesis reads an annotation: a highlight, a note on a passage or a page,
// or an answer to one. The offsets that it states count the page's own text,
// not that of the article, and are left out.
func (r *reader) hypothesis(v map[string]any) {
	body := strings.Trim(clean.Of(text(v["text"])).String(), "\n")
	created := moment(v["created"])
	if hidden, _ := v["hidden"].(bool); hidden {
		r.skip("hidden by its moderators")
		return
	}
	if to := words(v["references"]); len(to) > 0 {
		r.replies = append(r.replies, reply{to: to, user: userName(text(v["user"])), words: body, created: created})
		return
	}
	n := Imported{Source: keyOf(text(v["uri"]))}
	n.Note.Body = clean.Of(body)
	n.Note.Created, n.Note.Modified = created, moment(v["updated"])
	if n.Note.Modified.IsZero() {
		n.Note.Modified = created
	}
	for _, tag := range words(v["tags"]) {
		n.Note.Tags = addTag(n.Note.Tags, tag)
	}
	if document, ok := v["document"].(map[string]any); ok {
		n.Title = titleLine(titleIn(document))
	}
	n.Note.Target.On = keep.OnArticle
	for _, target := range many(v["target"]) {
		t, ok := target.(map[string]any)
		if !ok {
			continue
		}
		if at := quoteIn(t["selector"], 0); !at.IsZero() {
			n.Note.Target.On, n.Note.Target.At, n.Note.Kind = keep.OnSpan, at, keep.Important
			break
		}
	}
	if n.Note.Target.On == keep.OnArticle && n.Note.Body.IsEmpty() && len(n.Note.Tags) == 0 {
		r.skip("neither a quotation nor words")
		return
	}
	name := text(v["id"])
	if name != "" {
		name = "https://hypothes.is/a/" + name
	}
	n.Note.ID = idOf(name, 0, n.Source, n.Note.Target.At.Exact, body, stamp(created))
	before := len(r.notes)
	r.keep(n)
	if id := text(v["id"]); id != "" && len(r.notes) > before {
		if r.roots == nil {
			r.roots = make(map[string]int)
		}
		r.roots[id] = before
	}
}

// userName returns the name in an account such as acct:jane@hypothes.is.
func userName(account string) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(account, "acct:"), "@")
	return clean.Line(name).String()
}

// answer puts the replies under the words of the notes that they answer, in
// the order of time.
func (r *reader) answer() {
	slices.SortStableFunc(r.replies, func(a, b reply) int { return a.created.Compare(b.created) })
	for _, answer := range r.replies {
		at, ok := -1, false
		for _, name := range answer.to {
			if at, ok = r.roots[name]; ok {
				break
			}
		}
		switch {
		case !ok:
			r.skip("an answer to a note that is not here")
			continue
		case strings.TrimSpace(answer.words) == "":
			r.skip("an answer without words")
			continue
		}
		said := answer.words
		if answer.user != "" {
			said = escapeLine(answer.user) + ": " + said
		}
		note := &r.notes[at].Note
		body := strings.TrimLeft(note.Body.String()+"\n\n"+said, "\n")
		if len(body) > r.limits.Body {
			r.skip("too long")
			continue
		}
		note.Body = clean.Of(body)
	}
}
