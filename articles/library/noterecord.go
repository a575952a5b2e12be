package library

import (
	"time"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// A noteRecord is a note as the journal has it.
type noteRecord struct {
	ID         string    `json:"id"`
	Revision   int       `json:"revision"`
	Kind       string    `json:"kind,omitempty"`
	Body       string    `json:"body,omitempty"`
	Tags       []string  `json:"tags,omitempty"`
	Target     string    `json:"target"`
	Exact      string    `json:"exact,omitempty"`
	Prefix     string    `json:"prefix,omitempty"`
	Suffix     string    `json:"suffix,omitempty"`
	Start      int       `json:"start,omitempty"` // bytes
	End        int       `json:"end,omitempty"`
	Version    string    `json:"version,omitempty"`
	Entity     string    `json:"entity,omitempty"`
	EntityType string    `json:"entityType,omitempty"`
	Created    time.Time `json:"created"`
	Modified   time.Time `json:"modified"`
	Removed    time.Time `json:"removed,omitzero"`
}

func recordOf(n keep.Note) *noteRecord {
	r := &noteRecord{
		ID: n.ID, Revision: n.Revision, Kind: string(n.Kind), Body: n.Body.String(), Target: string(n.Target.On),
		Exact: n.Target.At.Exact, Prefix: n.Target.At.Prefix, Suffix: n.Target.At.Suffix, Start: n.Target.At.Start, End: n.Target.At.End,
		Version: n.Target.Version, Entity: n.Target.Entity.Name, EntityType: n.Target.Entity.Type,
		Created: n.Created, Modified: n.Modified, Removed: n.Removed,
	}
	for _, t := range n.Tags {
		r.Tags = append(r.Tags, t.String())
	}
	return r
}

// note is the inverse of recordOf. The note is on the article with that ID.
func (r *noteRecord) note(article int64) keep.Note {
	n := keep.Note{
		ID: r.ID, Revision: r.Revision, Article: keep.ArticleID(article), Kind: keep.Kind(r.Kind), Body: clean.Of(r.Body),
		Target: keep.Target{
			On:      keep.TargetKind(r.Target),
			At:      anchor.Selector{Exact: r.Exact, Prefix: r.Prefix, Suffix: r.Suffix, Start: r.Start, End: r.End},
			Version: r.Version,
			Entity:  keep.Ref{Name: r.Entity, Type: r.EntityType},
		},
		Created: r.Created, Modified: r.Modified, Removed: r.Removed,
	}
	for _, t := range r.Tags {
		n.Tags = append(n.Tags, clean.Of(t))
	}
	return settled(n)
}
