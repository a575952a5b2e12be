package organisation

import (
	"strings"
	"testing"
)

func TestParseRefuses(t *testing.T) {
	const row = "Club\tCl\t1990\t\tcomplete\tcharter\n"
	for name, in := range map[string][2]string{
		"few fields":       {"Club\tCl\n", ""},
		"bad date":         {strings.Replace(row, "1990", "90", 1), ""},
		"bad completeness": {strings.Replace(row, "complete", "all", 1), ""},
		"bad range":        {strings.Replace(row, "complete", "1990..9", 1), ""},
		"unknown body":     {row, "Clubs\t1990\t\tmember\tFR\tcharter\n"},
		"bad state":        {row, "Club\t1990\t\tguest\tFR\tcharter\n"},
		"bad from":         {row, "Club\t1990-13\t\tmember\tFR\tcharter\n"},
		"bad to":           {row, "Club\t1990\tnever\tmember\tFR\tcharter\n"},
		"short row":        {row, "Club\t1990\n"},
	} {
		if _, err := parse(in[0], in[1]); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	all, err := parse(row, "# nothing\nClub\t1990\t1991-02\tmember\tFR Some_Body\tcharter\n")
	if err != nil || len(all) != 1 || len(all[0].Memberships) != 2 || all[0].Memberships[1].Member != "Some Body" {
		t.Errorf("%+v, %v", all, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Club\tCl|~C\t1990\t\t..2000\tcharter\n", "Club\t1990\t\tsuspended\tFR\tcharter\n")
	f.Fuzz(func(t *testing.T, organisations, memberships string) {
		all, err := parse(organisations, memberships)
		if err != nil && all != nil {
			t.Error("both a table and an error")
		}
	})
}
