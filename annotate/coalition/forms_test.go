package coalition_test

import (
	"reflect"
	"testing"

	"gloss/annotate"
)

// The forms of membership, by what says it.
func TestForms(t *testing.T) {
	find := newFind()
	for in, want := range map[string][]string{
		"NATO members, including Norway and Italy, agreed.":                                            {"NATO: Norway, Italy"},
		"NATO allies such as Norway agreed.":                                                           {"NATO: Norway"},
		"Among the members of NATO are Norway and Italy.":                                              {"NATO: Norway, Italy"},
		"Norway and Italy are members of NATO.":                                                        {"NATO: Norway, Italy"},
		"Norway and Italy, both members of NATO, agreed.":                                              {"NATO: Norway, Italy"},
		"As a member of NATO, Norway agreed.":                                                          {"NATO: Norway"},
		"Norway became the 12th member of NATO.":                                                       {"NATO: Norway"},
		"Norway is a NATO member.":                                                                     {"NATO: Norway"},
		"Norway is a member of both NATO and the Arctic Council.":                                      {"NATO: Norway", "Arctic Council: Norway"},
		"Norway is part of NATO.":                                                                      {"NATO: Norway"},
		"Norway belongs to NATO.":                                                                      {"NATO: Norway"},
		"NATO, to which Norway and Italy belong, met.":                                                 {"NATO: Norway, Italy"},
		"In Brussels, Norway and Italy joined NATO.":                                                   {"NATO: Norway, Italy"},
		"Norway acceded to NATO.":                                                                      {"NATO: Norway"},
		"Norway, Sweden and Denmark formed the Nordic Pact.":                                           {"Nordic Pact: Norway, Sweden, Denmark."},
		"The Nordic Pact was founded by Norway and Sweden. Its other members are Denmark and Iceland.": {"Nordic Pact: Norway, Sweden, Denmark, Iceland."},
		"The Nordic Pact met in Oslo. It consists of Norway, Sweden and Denmark.":                      {"Nordic Pact: Norway, Sweden, Denmark."},
		"The Nordic Pact, signed on Friday, comprises Norway and Sweden.":                              {"Nordic Pact: Norway, Sweden."},
		"The Nordic Pact (Norway, Sweden and Denmark) met.":                                            {"Nordic Pact: Norway, Sweden, Denmark."},
		"The Nordic Pact - Norway, Sweden and Denmark - met.":                                          {"Nordic Pact: Norway, Sweden, Denmark."},
		"The members of the Nordic Pact are Antigua and Barbuda, Sweden and Italy.":                    {"Nordic Pact: Antigua and Barbuda, Sweden, Italy."},
		"Norway left NATO.":                                                                            nil,
		"Norway joined NATO in 1949. Norway left NATO in 2020.":                                        nil,
		"Norway left NATO in 1990. Norway joined NATO in 2020.":                                        {"NATO: Norway"},
		"Norway is no longer a member of NATO.":                                                        nil,
		"Norway will join NATO.":                                                                       nil,
		"Norway would become a member of NATO.":                                                        nil,
		"Norway applied to join NATO.":                                                                 nil,
		"If Norway joined NATO, Russia would object.":                                                  nil,
		"Ministers of Norway and Sweden joined NATO.":                                                  nil,
		"Norway joined NATO in condemning the attack.":                                                 nil,
		"John Smith joined NATO.":                                                                      nil,
		"He wrote to the members of the committee in Norway, Sweden and Denmark.":                      nil,
		"The group visited Norway, Sweden and Denmark.":                                                nil,
		"The storm hit Norway, Sweden and Denmark.":                                                    nil,
	} {
		if got := stated(find(t, annotate.Input{Text: in})); !reflect.DeepEqual(got, want) {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

// A form that means several things needs two members beside it.
func TestUnsureNames(t *testing.T) {
	find := newFind()
	for in, want := range map[string]int{
		"The Quad met in Delhi.":                    0,
		"The Quad met. India and Japan sent ships.": 1,
		"Leaders of the eurozone met.":              1,
		"The Visegrad Four met.":                    1,
		"Nobody spoke of any group.":                0,
	} {
		known := 0
		for _, c := range find(t, annotate.Input{Text: in}) {
			if c.Basis == annotate.Known {
				known++
			}
		}
		if known != want {
			t.Errorf("%q: %d known, want %d", in, known, want)
		}
	}
}
