package margin

import (
	"strings"

	"gloss/ui/index"
)

var sparks = []rune(" ▁▂▃▄▅▆▇█")

// few is the count that makes a full bar at the least: what is named once or
// twice should not look as if the article were full of it.
const few = 4

// sparkline draws counts as bars of one cell each, the largest count as a full
// one. A count that is not zero is never drawn as nothing.
func sparkline(counts []int) string {
	most := few
	for _, n := range counts {
		most = max(most, n)
	}
	var b strings.Builder
	for _, n := range counts {
		level := 0
		if n > 0 {
			level = max(1, n*(len(sparks)-1)/most)
		}
		b.WriteRune(sparks[level])
	}
	return b.String()
}

// A sparkKey names a sparkline that has been drawn.
type sparkKey struct{ entity, cells int }

// spark returns the sparkline of an entity. It is drawn once for the
// annotations and the width: an entity may have a hundred thousand mentions.
func (p *Pane) spark(entity, cells int) string {
	k := sparkKey{entity, cells}
	s, ok := p.sparks[k]
	if !ok {
		s = sparkline(index.Density(p.index.Annotations.Entities[entity], p.doc.Text.Len(), cells))
		p.sparks[k] = s
	}
	return s
}
