package gazetteer

import (
	"strings"
	"time"
)

// A formerName is what a country was called from one day up to another; a zero
// time is no limit.
type formerName struct {
	name     string
	from, to time.Time
}

// compileFormer files a row of the table of former names, and returns the name
// with its variants.
func (g *Gazetteer) compileFormer(r [4]string) string {
	to, variants, _ := strings.Cut(r[3], "\t")
	g.former[r[0]] = append(g.former[r[0]], formerName{name: r[1], from: day(r[2]), to: day(to)})
	return r[1] + "|" + variants
}

// day reads "1997", "1997-05" or "1997-05-17" as the first day that it means;
// anything else is the zero time.
func day(s string) time.Time {
	layout := time.DateOnly
	if len(s) < len(layout) {
		layout = layout[:max(len(s), 4)]
	}
	t, err := time.Parse(layout, s)
	if err != nil {
		return time.Time{}
	}
	return t
}

// LabelAt returns the English name that the country with the ID had on a day:
// "Zaire" in 1990. For other IDs, and where no other name is known, it is that
// of Label.
func (g *Gazetteer) LabelAt(id string, at time.Time) string {
	g.once.Do(g.compile)
	for _, f := range g.former[id] {
		if !at.Before(f.from) && (f.to.IsZero() || at.Before(f.to)) {
			return f.name
		}
	}
	return g.Label(id)
}
