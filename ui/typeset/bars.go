package typeset

import "strings"

var bars = []rune(" ▁▂▃▄▅▆▇█")

// Bars draws counts as bars of one cell each, the largest count, or full where
// that is more, as a full one. A count that is not zero is never drawn as
// nothing.
func Bars(counts []int, full int) string {
	most := max(full, 1)
	for _, n := range counts {
		most = max(most, n)
	}
	var b strings.Builder
	for _, n := range counts {
		level := 0
		if n > 0 {
			level = max(1, n*(len(bars)-1)/most)
		}
		b.WriteRune(bars[level])
	}
	return b.String()
}
