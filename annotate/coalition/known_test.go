package coalition

import (
	"strings"
	"testing"
	"time"

	"gloss/annotate/gazetteer"
)

// Every organisation and member of the table is one of the gazetteer, and its
// years make sense.
func TestMembershipTable(t *testing.T) {
	gaz := gazetteer.New()
	table := memberships()
	if len(table) < 20 {
		t.Errorf("%d organisations", len(table))
	}
	for org, list := range table {
		if _, ok := gaz.Name(strings.ToLower(strings.ReplaceAll(org, "P5+1", "p5 + 1"))); !ok {
			t.Errorf("organisation %q is unknown", org)
		}
		for _, m := range list {
			if len(m.member) == 2 && gaz.Label(m.member) == m.member {
				t.Errorf("%s: country %q is unknown", org, m.member)
			}
			if len(m.member) != 2 {
				if _, ok := gaz.Name(strings.ToLower(m.member)); !ok {
					t.Errorf("%s: member %q is unknown", org, m.member)
				}
			}
			if m.from < 1940 || m.from > time.Now().Year() || m.to != 0 && m.to <= m.from {
				t.Errorf("%s: %+v", org, m)
			}
		}
	}
}
