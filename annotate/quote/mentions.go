package quote

import (
	"strings"

	"gloss/annotate"
	"gloss/annotate/text"
)

// Mentions tell where in a document its entities are spoken of.
type Mentions struct {
	d        *text.Document
	entities []annotate.Entity
	mentions []placed
	at       []int32 // the mention that covers a token, or -1
}

// A placed mention is one with its tokens.
type placed struct {
	first, end int
	entity     int
	kind       annotate.MentionKind
	person     bool
	adjective  bool // the name of a people that is no plural
}

// NewMentions finds the tokens of all mentions of the entities of d.
func NewMentions(d *text.Document, entities []annotate.Entity) *Mentions {
	p := &Mentions{d: d, entities: entities, at: make([]int32, len(d.Tokens))}
	for i := range p.at {
		p.at[i] = -1
	}
	for e := range entities {
		for _, m := range entities[e].Mentions {
			x := placed{first: d.At(m.Span.Start), entity: e, kind: m.Kind, person: entities[e].Type == annotate.Person}
			x.adjective = entities[e].Type == annotate.Norp && !strings.HasSuffix(m.Span.Of(d.Text), "s")
			for x.end = x.first; x.end < len(d.Tokens) && int(d.Tokens[x.end].Start) < m.Span.End; x.end++ {
				p.at[x.end] = int32(len(p.mentions))
			}
			p.mentions = append(p.mentions, x)
		}
	}
	return p
}

// name returns the index of the name that covers token i, or -1.
func (p *Mentions) name(i int) int {
	if m := p.at[i]; m >= 0 && p.mentions[m].kind == annotate.Name {
		return int(m)
	}
	return -1
}

// Speaker returns the ID of the entity that the noun phrase of the tokens
// [first, end) names, or "": the first person in it, else the name that it ends
// with. What follows "for" or "of", or stands in the genitive, is not the
// speaker.
func (p *Mentions) Speaker(first, end int) string {
	for i := first; i < end; {
		m := p.at[i]
		if m < 0 {
			switch p.d.Lower(i) {
			case "for", "of", "in", "from", "at", "with", "to", "on", "against":
				return ""
			case "who", "which":
				return p.antecedent(i)
			}
			i++
			continue
		}
		x := p.mentions[m]
		if x.end >= end || x.end < len(p.d.Tokens) && p.d.Tokens[x.end].Kind == text.Comma {
			return p.entities[x.entity].ID
		}
		i = x.end
	}
	return ""
}

// antecedent returns the entity named right before a relative pronoun, or "".
func (p *Mentions) antecedent(i int) string {
	for j := i - 1; j >= max(0, i-2); j-- {
		if m := p.name(j); m >= 0 {
			return p.entities[p.mentions[m].entity].ID
		}
	}
	return ""
}
