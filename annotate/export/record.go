package export

import "gloss/annotate"

// A record is a document as it is written in JSON. A part that is not wanted
// is nil and left out; one that is wanted but empty is written as [].
type record struct {
	ID         string       `json:"id"`
	Title      string       `json:"title"`
	Lang       string       `json:"lang"`
	Date       string       `json:"date"`
	URL        string       `json:"url,omitempty"`
	Text       string       `json:"text"`
	Entities   *[]entity    `json:"entities,omitempty"`
	Quotes     *[]quote     `json:"quotes,omitempty"`
	Coalitions *[]coalition `json:"coalitions,omitempty"`
}

type span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type entity struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Type     string    `json:"type"`
	Aliases  []string  `json:"aliases"`
	Roles    []string  `json:"roles"`
	Salience float64   `json:"salience"`
	Mentions []mention `json:"mentions"`
}

type mention struct {
	span
	Kind       string  `json:"kind"`
	Confidence float64 `json:"confidence"`
}

type quote struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Act        string   `json:"act"`
	Spans      []span   `json:"spans"`
	Cue        *span    `json:"cue"`
	Speaker    *speaker `json:"speaker"`
	Confidence float64  `json:"confidence"`
	Rule       string   `json:"rule"`
}

type speaker struct {
	span
	Entity string `json:"entity,omitempty"`
}

type coalition struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Start      *int     `json:"start,omitempty"`
	End        *int     `json:"end,omitempty"`
	Entity     string   `json:"entity,omitempty"`
	Basis      string   `json:"basis"`
	Exhaustive bool     `json:"exhaustive"`
	Members    []member `json:"members"`
	Evidence   *extent  `json:"evidence"`
}

type member struct {
	Name   string `json:"name"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
	Entity string `json:"entity,omitempty"`
}

type extent struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

func newRecord(d Document, only Parts) record {
	points := newCodePoints(d.Text)
	a := d.Annotations
	r := record{ID: d.ID, Title: d.Title, Lang: a.Lang, URL: d.URL, Text: d.Text}
	if r.Lang == "" {
		r.Lang = d.Lang
	}
	if !d.Date.IsZero() {
		r.Date = d.Date.Format("2006-01-02")
	}
	if only.Entities {
		out := make([]entity, 0, len(a.Entities))
		for _, e := range a.Entities {
			out = append(out, newEntity(e, points))
		}
		r.Entities = &out
	}
	if only.Quotes {
		out := make([]quote, 0, len(a.Quotes))
		for _, q := range a.Quotes {
			out = append(out, newQuote(q, points))
		}
		r.Quotes = &out
	}
	if only.Coalitions {
		out := make([]coalition, 0, len(a.Coalitions))
		for _, c := range a.Coalitions {
			out = append(out, newCoalition(c, points))
		}
		r.Coalitions = &out
	}
	return r
}

func newEntity(e annotate.Entity, p *codePoints) entity {
	out := entity{
		ID: e.ID, Name: e.Name, Type: string(e.Type), Salience: e.Salience,
		Aliases: append([]string{}, e.Aliases...), Roles: append([]string{}, e.Roles...),
		Mentions: make([]mention, 0, len(e.Mentions)),
	}
	for _, m := range e.Mentions {
		out.Mentions = append(out.Mentions, mention{span: p.span(m.Span), Kind: string(m.Kind), Confidence: m.Confidence})
	}
	return out
}

func newQuote(q annotate.Quote, p *codePoints) quote {
	out := quote{ID: q.ID, Kind: string(q.Kind), Act: string(q.Act), Confidence: q.Confidence, Rule: q.Rule, Spans: []span{}}
	for _, s := range q.Content {
		out.Spans = append(out.Spans, p.span(s))
	}
	if !q.Cue.Empty() {
		s := p.span(q.Cue)
		out.Cue = &s
	}
	if !q.Speaker.Span.Empty() {
		out.Speaker = &speaker{span: p.span(q.Speaker.Span), Entity: q.Speaker.Entity}
	}
	return out
}

func newCoalition(c annotate.Coalition, p *codePoints) coalition {
	out := coalition{
		ID: c.ID, Name: c.Name, Entity: c.Entity, Basis: string(c.Basis), Exhaustive: c.Exhaustive,
		Members: make([]member, 0, len(c.Members)),
	}
	out.Start, out.End = p.bounds(c.Span)
	for _, m := range c.Members {
		w := member{Name: m.Name, Entity: m.Entity}
		w.Start, w.End = p.bounds(m.Span)
		out.Members = append(out.Members, w)
	}
	if !c.Evidence.Empty() {
		s := p.span(c.Evidence)
		out.Evidence = &extent{Start: s.Start, End: s.End}
	}
	return out
}
