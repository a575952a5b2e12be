package organisation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gloss/annotate/gazetteer"
	"gloss/annotate/organisation"
)

func day(t testing.TB, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTable(t *testing.T) {
	gaz := gazetteer.New()
	table := organisation.New()
	all := table.All()
	if len(all) < 80 {
		t.Errorf("%d organisations, want 80 or more", len(all))
	}
	forms := map[string]string{}
	for _, o := range all {
		for _, f := range slices.Concat(o.Names, o.Unsure) {
			if f == "" || strings.TrimSpace(f) != f {
				t.Errorf("%s: form %q", o.Name, f)
			}
			if other, ok := forms[f]; ok {
				t.Errorf("%q is a form of %s and of %s", f, other, o.Name)
			}
			forms[f] = o.Name
		}
		if len(o.Source) < 8 || o.Founded.IsZero() {
			t.Errorf("%s: founded %v, source %q", o.Name, o.Founded, o.Source)
		}
		if !o.Ended.IsZero() && !o.Founded.Before(o.Ended) {
			t.Errorf("%s ended before it was founded", o.Name)
		}
		if len(o.Memberships) < 2 {
			t.Errorf("%s has %d memberships", o.Name, len(o.Memberships))
		}
		for _, m := range o.Memberships {
			if len(m.Member) == 2 {
				if gaz.Label(m.Member) == m.Member {
					t.Errorf("%s: country %q is unknown", o.Name, m.Member)
				}
			} else if other, _ := table.Named(m.Member); other == nil {
				if _, ok := gaz.Name(strings.ToLower(m.Member)); !ok {
					t.Errorf("%s: member %q is unknown", o.Name, m.Member)
				}
			}
			if m.Source == "" {
				t.Errorf("%s: %s has no source", o.Name, m.Member)
			}
		}
	}
}

func TestDatesMakeSense(t *testing.T) {
	latest := day(t, "2026-12-31")
	for _, o := range organisation.New().All() {
		for i, m := range o.Memberships {
			if m.From.Before(o.Founded) && !(o.Name == "UN Security Council") && m.From.Year() != o.Founded.Year() || m.From.After(latest) {
				t.Errorf("%s: %s from %v", o.Name, m.Member, m.From)
			}
			if !m.To.IsZero() && !m.From.Before(m.To) {
				t.Errorf("%s: %s leaves on %v before it joins on %v", o.Name, m.Member, m.To, m.From)
			}
			if !o.Ended.IsZero() && (m.To.IsZero() || m.To.After(o.Ended)) {
				t.Errorf("%s: %s stays beyond the end", o.Name, m.Member)
			}
			inside := !m.Suspended
			for j, n := range o.Memberships {
				if i == j || n.Member != m.Member || n.Suspended {
					continue
				}
				switch {
				case m.Suspended:
					inside = inside || n.Covers(m.From) && (n.To.IsZero() || !m.To.IsZero() && !m.To.After(n.To))
				case n.Covers(m.From):
					t.Errorf("%s: %s is twice a member on %v", o.Name, m.Member, m.From)
				}
			}
			if !inside {
				t.Errorf("%s: %s is suspended from %v without being a member", o.Name, m.Member, m.From)
			}
		}
	}
}

// The numbers of members that the organisations themselves give.
func TestCounts(t *testing.T) {
	table := organisation.New()
	for _, c := range []struct {
		name, day string
		want      int
	}{
		{"UN Security Council", "2015-12-15", 15}, {"UN Security Council", "2026-06-01", 15}, {"UN Security Council", "2010-06-01", 15},
		{"UN Security Council", "2000-06-01", 15}, {"UN Security Council", "2017-06-01", 15}, {"UN Security Council", "2018-06-01", 15},
		{"NATO", "1990-01-01", 16}, {"NATO", "2015-01-01", 28}, {"NATO", "2025-01-01", 32},
		{"EU", "1985-01-01", 10}, {"EU", "2000-01-01", 15}, {"EU", "2015-01-01", 28}, {"EU", "2025-01-01", 27},
		{"eurozone", "2005-01-01", 12}, {"eurozone", "2025-01-01", 20}, {"eurozone", "2026-06-01", 21},
		{"Schengen area", "2010-01-01", 25}, {"Schengen area", "2025-01-01", 29},
		{"EFTA", "1970-06-01", 8}, {"EFTA", "2025-01-01", 4},
		{"Council of Europe", "2015-01-01", 47}, {"Council of Europe", "2025-01-01", 46},
		{"OSCE", "2025-01-01", 57}, {"OECD", "2025-01-01", 38}, {"OECD", "2005-01-01", 30},
		{"OIC", "2025-06-01", 57}, {"Arab League", "2025-01-01", 22}, {"GCC", "2025-01-01", 6},
		{"African Union", "2010-01-01", 53}, {"African Union", "2025-01-01", 55},
		{"ECOWAS", "2015-01-01", 15}, {"ECOWAS", "2025-06-01", 12}, {"SADC", "2025-01-01", 16}, {"COMESA", "2025-01-01", 21},
		{"EAC", "2025-01-01", 8}, {"IGAD", "2025-01-01", 8}, {"ECCAS", "2025-01-01", 11}, {"CEMAC", "2025-01-01", 6}, {"WAEMU", "2025-01-01", 8},
		{"Commonwealth of Nations", "2025-01-01", 56}, {"Commonwealth of Nations", "2015-01-01", 53},
		{"CPLP", "2025-01-01", 9}, {"G7", "2025-01-01", 7}, {"G8", "2010-01-01", 8}, {"G20", "2015-01-01", 20}, {"G20", "2025-01-01", 21},
		{"BRICS", "2015-01-01", 5}, {"BRICS", "2024-06-01", 9}, {"BRICS", "2025-06-01", 10},
		{"OPEC", "2018-12-01", 15}, {"OPEC", "2025-01-01", 12}, {"OPEC+", "2025-01-01", 22},
		{"ASEAN", "2015-01-01", 10}, {"ASEAN", "2026-01-01", 11}, {"SAARC", "2015-01-01", 8}, {"BIMSTEC", "2015-01-01", 7}, {"APEC", "2015-01-01", 21},
		{"CPTPP", "2025-06-01", 12}, {"RCEP", "2025-01-01", 14}, {"Pacific Islands Forum", "2025-01-01", 18},
		{"SCO", "2025-01-01", 10}, {"CSTO", "2025-01-01", 6}, {"EAEU", "2025-01-01", 5}, {"OTS", "2025-01-01", 5}, {"ECO", "2025-01-01", 10},
		{"OAS", "2015-01-01", 35}, {"CARICOM", "2025-01-01", 15}, {"OECS", "2025-01-01", 7}, {"CELAC", "2025-01-01", 33}, {"UNASUR", "2015-01-01", 12},
		{"ALBA", "2015-01-01", 11}, {"Mercosur", "2025-01-01", 6}, {"Andean Community", "2025-01-01", 4}, {"SICA", "2025-01-01", 8},
		{"ISSG", "2015-12-15", 20}, {"ISSG", "2016-06-01", 26}, {"Warsaw Pact", "1985-01-01", 7}, {"Visegrad Group", "1992-01-01", 3}, {"V4", "2015-01-01", 4},
		{"Three Seas Initiative", "2025-01-01", 13}, {"Bucharest Nine", "2025-01-01", 9}, {"Joint Expeditionary Force", "2025-01-01", 10},
		{"D-8", "2025-01-01", 9}, {"East Asia Summit", "2015-01-01", 18}, {"Black Sea Economic Cooperation", "2025-01-01", 13},
	} {
		o, _ := table.Named(c.name)
		if o == nil {
			t.Errorf("%s is unknown", c.name)
			continue
		}
		if got, _ := o.On(day(t, c.day)); len(got) != c.want {
			t.Errorf("%s has %d members on %s, want %d", c.name, len(got), c.day, c.want)
		}
	}
}

func TestOn(t *testing.T) {
	table := organisation.New()
	has := func(name, on, id string) (found, suspended, all bool) {
		o, _ := table.Named(name)
		members, all := o.On(day(t, on))
		for _, m := range members {
			if m.ID == id {
				found, suspended = true, m.Suspended
			}
		}
		return found, suspended, all
	}
	for _, c := range []struct {
		name, on, id          string
		found, suspended, all bool
	}{
		{"EU", "2020-01-31", "GB", true, false, true},
		{"EU", "2020-02-01", "GB", false, false, true},
		{"Arab League", "2015-12-15", "SY", true, true, true},
		{"Arab League", "2023-05-07", "SY", true, false, true},
		{"G8", "2015-01-01", "RU", false, false, false},
		{"UN Security Council", "1991-01-01", "SU", true, false, false},
		{"UN Security Council", "2016-01-01", "UA", true, false, true},
		{"UN Security Council", "2030-01-01", "FR", true, false, false},
		{"International Criminal Court", "2025-06-01", "UA", true, false, false},
	} {
		if found, suspended, all := has(c.name, c.on, c.id); found != c.found || suspended != c.suspended || all != c.all {
			t.Errorf("%s in %s on %s: member %v, suspended %v, list complete %v", c.id, c.name, c.on, found, suspended, all)
		}
	}
	if _, unsure := table.Named("AU"); !unsure {
		t.Error("AU is sure")
	}
	if o, _ := table.Named("the Arab League"); o == nil {
		t.Error("the article before a name hides it")
	}
	if o, _ := table.Named("Ladies' Choir"); o != nil {
		t.Errorf("found %s", o.Name)
	}
}

func ExampleTable_Named() {
	o, _ := organisation.New().Named("Benelux")
	members, all := o.On(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC))
	for _, m := range members {
		fmt.Print(m.ID, " ")
	}
	fmt.Println(all)
	// Output: BE LU NL true
}
