package anchor

import (
	"testing"

	"pgregory.net/rapid"
)

// plainSearch is the slow twin of search: for each end the least distance of s
// from any part of the text that ends there, by the table of Sellers.
func plainSearch(text, s string, anchored bool) []int {
	row := make([]int, len(s)+1)
	for i := range row {
		row[i] = i
	}
	ends := []int{row[len(s)]}
	for j := range len(text) {
		diagonal := row[0]
		if anchored {
			row[0]++
		}
		for i := 1; i <= len(s); i++ {
			cost := 1
			if s[i-1] == text[j] {
				cost = 0
			}
			diagonal, row[i] = row[i], min(diagonal+cost, row[i]+1, row[i-1]+1)
		}
		ends = append(ends, row[len(s)])
	}
	return ends
}

func drawText(t *rapid.T, name string, size int) string {
	n := rapid.IntRange(1, size).Draw(t, name+" length")
	return rapid.StringOfN(rapid.SampledFrom([]rune("abcé ")), n, n, -1).Draw(t, name)
}

func TestDistancesAreThoseOfThePlainTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, text := drawText(t, "s", 200), drawText(t, "text", 300)
		p := forward(s)
		for in := range 2 {
			distance := p.reset()
			for j, want := range plainSearch(text, s, in == 1) {
				if j > 0 {
					distance += p.step(text[j-1], in)
				}
				if distance != want {
					t.Fatalf("in %d: after %d bytes %d, want %d", in, j, distance, want)
				}
			}
		}
	})
}

// Each place is as far from the words as is said, no place that is nearer is
// missed, and something is found where anything is near enough.
func TestSearchFindsWhatThePlainTableFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, text := drawText(t, "s", 90), drawText(t, "text", 400)
		limit := rapid.IntRange(0, len(s)/3).Draw(t, "limit")
		places, more := searchAll(text, s, limit, len(s)/2, len(text)+1)
		if more {
			t.Fatal("more than can be")
		}
		ends := plainSearch(text, s, false)
		for _, n := range places {
			d := plainSearch(text[n.start:n.end], s, true)
			if n.distance > limit || d[len(d)-1] != n.distance || ends[n.end] != n.distance {
				t.Fatalf("%+v is %d from %q", n, d[len(d)-1], s)
			}
		}
		for end, d := range ends {
			if d > limit {
				continue
			}
			ok := false
			for _, n := range places {
				ok = ok || n.distance <= d && abs(n.end-end) <= len(s)/2+1
			}
			if !ok && end > 0 {
				t.Fatalf("the place that ends at %d, %d from %q, is missed: %+v", end, d, s, places)
			}
		}
	})
}
