package dossier

import (
	"time"

	"gloss/ui/typeset"
)

// few is the count of articles that makes a full bar at the least.
const few = 4

// bars draws how many articles there were month by month from the first to the
// last, in at most so many cells. Where there are more months than cells, a
// cell stands for several, all for as many as near as can be.
func (d *Dossier) bars(cells int) string {
	if d.first.IsZero() || cells < 1 {
		return ""
	}
	from := month(d.first)
	all := month(d.last) - from + 1
	counts := make([]int, min(all, cells))
	for _, a := range d.all {
		if t := date(a.Article); !t.IsZero() {
			counts[(month(t)-from)*len(counts)/all]++
		}
	}
	return typeset.Bars(counts, few)
}

// month returns the number of a month, counted through the years.
func month(t time.Time) int { return t.Year()*12 + int(t.Month()) - 1 }
