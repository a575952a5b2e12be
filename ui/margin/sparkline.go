package margin

import (
	"gloss/ui/index"
	"gloss/ui/typeset"
)

// few is the count that makes a full bar at the least: what is named once or
// twice should not look as if the article were full of it.
const few = 4

// A sparkKey names a sparkline that has been drawn.
type sparkKey struct{ entity, cells int }

// spark returns the sparkline of an entity. It is drawn once for the
// annotations and the width: an entity may have a hundred thousand mentions.
func (p *Pane) spark(entity, cells int) string {
	k := sparkKey{entity, cells}
	s, ok := p.sparks[k]
	if !ok {
		s = typeset.Bars(index.Density(p.index.Annotations.Entities[entity], p.doc.Text.Len(), cells), few)
		p.sparks[k] = s
	}
	return s
}
