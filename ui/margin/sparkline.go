package margin

import "strings"

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
