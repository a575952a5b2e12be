package margin

import "strings"

var sparks = []rune(" ▁▂▃▄▅▆▇█")

// sparkline draws counts as bars of one cell each, the largest count as a full
// one. A count that is not zero is never drawn as nothing.
func sparkline(counts []int) string {
	most := 0
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
