package coalition

import (
	_ "embed"
	"strconv"
	"strings"
	"time"
)

//go:embed data/memberships.tsv
var membershipTable string

// A membership is that of one member in one organisation, from the first of
// the year from to the end of the year before to; to is 0 where it goes on.
type membership struct {
	member   string // an ID of the gazetteer
	from, to int
}

// memberships reads the table of known organisations, by ID.
func memberships() map[string][]membership {
	out := make(map[string][]membership, 32)
	for line := range strings.Lines(membershipTable) {
		org, list, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for field := range strings.FieldsSeq(list) {
			id, years, _ := strings.Cut(field, ":")
			from, to, _ := strings.Cut(years, "-")
			m := membership{member: strings.ReplaceAll(id, "_", " ")}
			m.from, _ = strconv.Atoi(from)
			m.to, _ = strconv.Atoi(to)
			out[org] = append(out[org], m)
		}
	}
	return out
}

// asOf returns the members at the date; the zero time is today.
func asOf(list []membership, date time.Time) []string {
	if date.IsZero() {
		date = time.Now()
	}
	year := date.Year()
	var out []string
	for _, m := range list {
		if m.from <= year && (m.to == 0 || year < m.to) {
			out = append(out, m.member)
		}
	}
	return out
}
