package coalition_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"gloss/annotate"
	"gloss/annotate/coalition"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

func find(t testing.TB, in annotate.Input) []annotate.Coalition {
	t.Helper()
	return newFind()(t, in)
}

// newFind returns a find that keeps its tables.
func newFind() func(testing.TB, annotate.Input) []annotate.Coalition {
	gaz := gazetteer.New()
	recogniser, linker, finder := entity.NewRecogniser(gaz), entity.NewLinker(gaz), coalition.NewFinder(gaz)
	return func(t testing.TB, in annotate.Input) []annotate.Coalition {
		t.Helper()
		ctx := context.Background()
		d, err := text.Parse(ctx, in)
		if err != nil {
			t.Fatal(err)
		}
		names, err := recogniser.Names(ctx, d)
		if err != nil {
			t.Fatal(err)
		}
		entities, err := linker.Link(ctx, d, names)
		if err != nil {
			t.Fatal(err)
		}
		found, err := finder.Coalitions(ctx, d, entities, in.Date)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
}

// stated writes the stated coalitions as "name: members", with a full stop
// where the list is complete.
func stated(list []annotate.Coalition) []string {
	var out []string
	for _, c := range list {
		if c.Basis != annotate.Stated {
			continue
		}
		var names []string
		for _, m := range c.Members {
			names = append(names, m.Name)
		}
		s := c.Name + ": " + strings.Join(names, ", ")
		if c.Exhaustive {
			s += "."
		}
		out = append(out, s)
	}
	return out
}

func TestStated(t *testing.T) {
	find := newFind()
	for in, want := range map[string][]string{
		"The ISSG comprises Russia, the United States and Iran, together with the EU and Arab League.": {
			"ISSG: Russia, United States, Iran, EU, Arab League."},
		"The Harbour Council consists of Norway, Sweden and Denmark.":                   {"Harbour Council: Norway, Sweden, Denmark."},
		"The bloc is made up of Trinidad and Tobago, Bosnia and Herzegovina and Chad.":  {"bloc: Trinidad and Tobago, Bosnia and Herzegovina, Chad."},
		"The group includes Norway, Sweden and three other countries.":                  {"group: Norway, Sweden"},
		"The coalition, which includes Norway and Sweden, met.":                         {"coalition: Norway, Sweden"},
		"He formed a coalition of Norway, Sweden and Denmark.":                          {"coalition: Norway, Sweden, Denmark."},
		"Members of NATO such as Norway and Italy agreed.":                              {"NATO: Norway, Italy"},
		"NATO, whose members include Norway and Italy, met.":                            {"NATO: Norway, Italy"},
		"NATO members Norway and Italy agreed.":                                         {"NATO: Norway, Italy"},
		"Norway, a member of NATO, agreed.":                                             {"NATO: Norway"},
		"Norway is a member of NATO.":                                                   {"NATO: Norway"},
		"Norway joined NATO in 1949.":                                                   {"NATO: Norway"},
		"A Saudi-led coalition struck.":                                                 {"Saudi-led coalition: Saudi"},
		"The members of NATO are Norway, Italy and Spain.":                              {"NATO: Norway, Italy, Spain."},
		"Sweden is not a member of NATO.":                                               nil,
		"Sweden, a former member of NATO, agreed.":                                      nil,
		"The EU does not include Norway and Iceland.":                                   nil,
		"The meeting includes ministers of Norway, Sweden, Denmark and Iceland.":        nil,
		"Ministers of Norway, Sweden and Denmark met.":                                  nil,
		"The trip includes Norway, Sweden and Denmark.":                                 nil,
		"The committee includes Norway's foreign minister and Sweden's prime minister.": nil,
		"Claimants include Vietnam, Malaysia and Brunei.":                               nil,
	} {
		if got := stated(find(t, annotate.Input{Text: in})); !reflect.DeepEqual(got, want) {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestListItems(t *testing.T) {
	const s = "The members of NATO are:\nNorway\nthe United States\nItaly, since 1949\nNobody else has come."
	in := annotate.Input{Text: s}
	for off := 0; off < len(s); {
		end := off + strings.IndexByte(s[off:]+"\n", '\n')
		kind := annotate.Item
		if off == 0 || strings.HasPrefix(s[off:], "Nobody") {
			kind = annotate.Paragraph
		}
		in.Blocks = append(in.Blocks, annotate.Block{Span: annotate.Span{Start: off, End: end}, Kind: kind})
		off = end + 1
	}
	got := find(t, in)
	if want := []string{"NATO: Norway, United States, Italy."}; !reflect.DeepEqual(stated(got), want) {
		t.Fatalf("got %q, want %q", stated(got), want)
	}
	if e := got[0].Evidence.Of(s); !strings.HasPrefix(e, "The members") || !strings.HasSuffix(e, "1949") {
		t.Errorf("evidence is %q", e)
	}
}

func TestKnown(t *testing.T) {
	for date, want := range map[string][2]bool{ // Britain, Croatia
		"2012-06-01": {true, false},
		"2015-12-15": {true, true},
		"2021-06-01": {false, true},
	} {
		at, err := time.Parse(time.DateOnly, date)
		if err != nil {
			t.Fatal(err)
		}
		found := find(t, annotate.Input{Text: "The EU and Croatia met.", Date: at})
		if len(found) != 1 || found[0].Basis != annotate.Known || found[0].Name != "European Union" || !found[0].Span.Empty() {
			t.Fatalf("%s: %+v", date, found)
		}
		var got [2]bool
		for _, m := range found[0].Members {
			got[0] = got[0] || m.Name == "United Kingdom"
			got[1] = got[1] || m.Name == "Croatia"
			if (m.Entity != "") != (m.Name == "Croatia") {
				t.Errorf("%s: member %+v", date, m)
			}
		}
		if got != want {
			t.Errorf("%s: %v, want %v", date, got, want)
		}
	}
}

func Example() {
	ctx := context.Background()
	gaz := gazetteer.New()
	d, err := text.Parse(ctx, annotate.Input{Text: "He leads a bloc of Norway, Sweden and Denmark."})
	if err != nil {
		fmt.Println(err)
		return
	}
	names, err := entity.NewRecogniser(gaz).Names(ctx, d)
	if err != nil {
		fmt.Println(err)
		return
	}
	entities, err := entity.NewLinker(gaz).Link(ctx, d, names)
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := coalition.NewFinder(gaz).Coalitions(ctx, d, entities, time.Time{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range found {
		for _, m := range c.Members {
			fmt.Println(c.Name, c.Basis, m.Name)
		}
	}
	// Output:
	// bloc stated Norway
	// bloc stated Sweden
	// bloc stated Denmark
}
