package event

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

var (
	ada    = keep.Ref{Name: "Ada Lovell", Type: "PERSON"}
	brandt = keep.Ref{Name: "Ben Brandt", Type: "PERSON"}
	board  = keep.Ref{Name: "Harbour Board", Type: "ORG"}
)

func said(by keep.Ref, words string) keep.Statement {
	return keep.Statement{Speaker: by, Text: clean.Of(words), Kind: "direct", Act: "say"}
}

// When two statements are one, and when they are not.
func TestSameStatement(t *testing.T) {
	nobody, mayor := keep.Ref{}, keep.Ref{Name: "the mayor"}
	const whole = "We shall mend the pier before the winter, and the town will pay for all of it."
	for _, c := range []struct {
		name        string
		left, right keep.Statement
		same, exact bool
	}{
		{"the same words", said(ada, whole), said(ada, whole), true, true},
		{"other signs and case", said(ada, "“We’re SURE” of it"), said(ada, "we're sure, of it."), true, true},
		{"cut short", said(ada, whole), said(ada, "the town will pay for all of it"), true, false},
		{"parts left out", said(ada, "We shall mend the pier … the town will pay for all of it."), said(ada, whole), true, false},
		{"a word changed", said(ada, whole), said(ada, "We shall mend the old pier before the winter, and the town will pay for all of it."), true, false},
		{"another writes who said it differently", said(ada, whole), said(mayor, whole), true, true},
		{"nobody is named", said(nobody, whole), said(ada, whole), true, true},
		{"by a surname", said(keep.Ref{Name: "Lovell", Type: "PERSON"}, whole), said(ada, whole), true, true},
		{"short, word for word", said(ada, "Nobody asked us."), said(ada, "nobody asked us"), true, true},
		{"two words", said(ada, "We agree."), said(ada, "we agree"), true, true},
		{"without spaces", said(ada, "渡轮将在冬天前回来"), said(ada, "渡轮将在冬天前回来，她说"), true, false},

		{"said by another", said(ada, whole), said(brandt, whole), false, false},
		{"denied", said(ada, whole), said(ada, "We shall mend the pier before the winter, and the town will not pay for all of it."), false, false},
		{"denied in short", said(ada, "They don’t pay for any of it at all"), said(ada, "They pay for any of it at all"), false, false},
		{"another number", said(ada, "In all 12 people on the ferry of the harbour board were hurt"), said(ada, "In all 14 people on the ferry of the harbour board were hurt"), false, false},
		{"cut before a denial", said(ada, "Nobody asked us, not once. "+whole), said(ada, whole), true, false},
		{"cut from a denial", said(ada, "It will not be cheap, but we shall mend the pier before the winter"), said(ada, "we shall mend the pier before the winter"), true, false},
		{"denied before", said(ada, "It is not true that we shall mend the pier before the winter"), said(ada, "we shall mend the pier before the winter"), false, false},
		{"what is denied", keep.Statement{Speaker: ada, Text: clean.Of(whole), Act: "deny"}, said(ada, whole), false, false},
		{"denied by both", keep.Statement{Speaker: ada, Text: clean.Of(whole), Act: "deny"}, keep.Statement{Speaker: ada, Text: clean.Of(whole), Act: "not say"}, true, true},
		{"denied at the end", said(ada, "we shall mend the pier before the winter comes or not"), said(ada, "we shall mend the pier before the winter comes or later"), false, false},
		{"short, nearly", said(ada, "Nobody asked us."), said(ada, "Nobody has asked us."), false, false},
		{"one word", said(ada, "Yes."), said(ada, "yes"), false, false},
		{"nothing", said(ada, ""), said(ada, ""), false, false},
		{"a common phrase", said(ada, "At the end of the day the ferry is too old"), said(ada, "At the end of the day nobody knows what it was that sank her"), false, false},
		// The limit: what is said in other words is not found.
		{"the same in other words", said(ada, "the ferry will be back before the winter"), said(ada, "by the winter the boat is going to sail again"), false, false},
	} {
		for range 2 { // from either side
			got := compared(t, Source{Findings: keep.Findings{Statements: []keep.Statement{c.left}}}, Source{Findings: keep.Findings{Statements: []keep.Statement{c.right}}}).Statements
			if same := len(got) == 1; same != c.same || same && (!got[0].Both() || got[0].Exact != c.exact) {
				t.Errorf("%s: %+v", c.name, got)
			}
			c.left, c.right = c.right, c.left
		}
	}
}

func entity(r keep.Ref, mentions int, aliases ...string) keep.Entity {
	return keep.Entity{Ref: r, Mentions: mentions, Aliases: aliases, First: articles.Span{Start: mentions, End: mentions + 1}}
}

func sources() (left, right Source) {
	mrs := keep.Ref{Name: "Ada Mary Lovell", Type: "PERSON"}
	left.Findings = keep.Findings{
		Entities: []keep.Entity{entity(ada, 5, "Lovell"), entity(keep.Ref{Name: "WFU", Type: "ORG"}, 2), entity(brandt, 1), entity(keep.Ref{Name: "Norland", Type: "GPE"}, 3)},
		Statements: []keep.Statement{
			said(ada, "We shall mend the pier before the winter."), said(ada, "Nobody asked us."), said(brandt, "It will be dear."), said(keep.Ref{Name: "Residents"}, "it was loud"),
		},
	}
	right.Findings = keep.Findings{
		Entities: []keep.Entity{entity(mrs, 2, "Ada Lovell", "Lovell"), entity(keep.Ref{Name: "World Ferry Union", Type: "ORG"}, 4, "WFU"), entity(board, 9), entity(keep.Ref{Name: "Norland", Type: "LOC"}, 1)},
		Statements: []keep.Statement{
			said(board, "We thank the mayor."), said(mrs, "We shall mend the pier before the winter."), said(keep.Ref{Name: "residents"}, "it was quiet"),
			said(keep.Ref{}, "mend the pier before the winter"),
		},
	}
	return left, right
}

func show(names []Name) string {
	var out []string
	for _, n := range names {
		out = append(out, fmt.Sprintf("%s|%s %d:%d", n.Ref[Left].Name, n.Ref[Right].Name, n.Count[Left], n.Count[Right]))
	}
	return strings.Join(out, "; ")
}

// compared compares two articles without a time limit.
func compared(t interface{ Fatal(...any) }, left, right Source) Comparison {
	c, err := Compare(context.Background(), left, right)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A lone surname is the person of that surname in the other article, where
// neither has anybody else of it.
func TestLoneSurnames(t *testing.T) {
	person := func(names ...string) Source {
		var s Source
		for i, n := range names {
			s.Findings.Entities = append(s.Findings.Entities, entity(keep.Ref{Name: n, Type: "PERSON"}, i+1))
		}
		return s
	}
	place := Source{Findings: keep.Findings{Entities: []keep.Entity{entity(keep.Ref{Name: "Port Brandt", Type: "GPE"}, 1)}}}
	for _, c := range []struct {
		left, right Source
		want        string
	}{
		{person("Brandt"), person("Ben Brandt"), "Brandt|Ben Brandt 1:1"},
		{person("Mayor Brandt"), person("Ada Lovell", "Dr Ben Brandt"), "Mayor Brandt|Dr Ben Brandt 1:2; |Ada Lovell 0:1"},
		{person("Brandt"), person("Ben Brandt", "Anna Brandt"), "Brandt| 1:0; |Anna Brandt 0:2; |Ben Brandt 0:1"},
		{person("Brandt", "Anna Brandt"), person("Ben Brandt"), "Anna Brandt| 2:0; Brandt| 1:0; |Ben Brandt 0:1"},
		{person("Brandt", "Ben Brandt"), person("Ben Brandt"), "Ben Brandt|Ben Brandt 2:1; Brandt| 1:0"},
		{person("Ben"), person("Ben Brandt"), "Ben| 1:0; |Ben Brandt 0:1"},
		{person("Brandt"), person("Brandt Lovell"), "Brandt| 1:0; |Brandt Lovell 0:1"},
		{person("Brandt"), place, "Brandt| 1:0; |Port Brandt 0:1"},
	} {
		if got := show(compared(t, c.left, c.right).Names); got != c.want {
			t.Errorf("names %s, want %s", got, c.want)
		}
		turned := compared(t, c.right, c.left).Names
		if got, want := len(turned), strings.Count(c.want, ";")+1; got != want {
			t.Errorf("the other way %s, want as in %s", show(turned), c.want)
		}
	}
}

func TestCompareIsGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	left, right := sources()
	if _, err := Compare(ctx, left, right); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func TestCompare(t *testing.T) {
	left, right := sources()
	c := compared(t, left, right)
	if got, want := show(c.Names), "Ada Lovell|Ada Mary Lovell 5:2; WFU|World Ferry Union 2:4; Norland|Norland 3:1; Ben Brandt| 1:0; |Harbour Board 0:9"; got != want {
		t.Errorf("names %s, want %s", got, want)
	}
	if got, want := show(c.Quoted), "Ada Lovell|Ada Mary Lovell 2:1; Residents|residents 1:1; Ben Brandt| 1:0; |Harbour Board 0:1"; got != want {
		t.Errorf("quoted %s, want %s", got, want)
	}
	// The last of the right one has its like in the first of the left one, though
	// that goes with a nearer one.
	want := []Pair{{[2]int{0, 1}, true}, {[2]int{0, 3}, false}, {[2]int{1, -1}, false}, {[2]int{2, -1}, false}, {[2]int{3, -1}, false}, {[2]int{-1, 0}, false}, {[2]int{-1, 2}, false}}
	if !slices.Equal(c.Statements, want) {
		t.Errorf("statements %v, want %v", c.Statements, want)
	}
	if n := c.Names[0]; n.First[Left].Start != 5 || n.First[Right].Start != 2 {
		t.Errorf("first mentions %v", n.First)
	}
}

// Two of one article that the other has as one are one.
func TestJoinedByTheOther(t *testing.T) {
	left := Source{Findings: keep.Findings{Entities: []keep.Entity{entity(keep.Ref{Name: "WFU", Type: "ORG"}, 2), entity(keep.Ref{Name: "World Ferry Union", Type: "ORG"}, 1)}}}
	right := Source{Findings: keep.Findings{Entities: []keep.Entity{entity(keep.Ref{Name: "World Ferry Union", Type: "ORG"}, 4, "WFU")}}}
	if got := show(compared(t, left, right).Names); got != "WFU|World Ferry Union 3:4" {
		t.Errorf("names %s", got)
	}
	right.Findings.Entities = nil
	if got := show(compared(t, left, right).Names); got != "WFU| 2:0; World Ferry Union| 1:0" {
		t.Errorf("names %s", got)
	}
}

// What is paired by looking up runs is what a look at all pairs finds, every
// statement is there once or in pairs only, and it makes no difference which
// article is the left one.
func TestPairsAgreeWithScan(t *testing.T) {
	word := rapid.SampledFrom([]string{"the", "pier", "winter", "not", "ferry", "we", "mend"})
	speaker := rapid.SampledFrom([]keep.Ref{ada, brandt, {}, {Name: "the mayor"}})
	source := rapid.Custom(func(t *rapid.T) Source {
		var s Source
		for range rapid.IntRange(0, 8).Draw(t, "statements") {
			s.Findings.Statements = append(s.Findings.Statements, said(speaker.Draw(t, "speaker"), strings.Join(rapid.SliceOfN(word, 0, 12).Draw(t, "words"), " ")))
		}
		return s
	})
	rapid.Check(t, func(t *rapid.T) {
		left, right := source.Draw(t, "left"), source.Draw(t, "right")
		like := [2][]bool{make([]bool, len(left.Findings.Statements)), make([]bool, len(right.Findings.Statements))}
		for i, l := range left.Findings.Statements {
			for j, r := range right.Findings.Statements {
				one := l.Speaker.Type == "" || r.Speaker.Type == "" || l.Speaker == r.Speaker // none is a part of another
				if _, ok := compare(wordingOf(l.Text.String()), wordingOf(r.Text.String())); ok && one {
					like[Left][i], like[Right][j] = true, true
				}
			}
		}
		check := func(c Comparison, sides [2]Side) {
			var count [2]map[int]int
			count[Left], count[Right] = map[int]int{}, map[int]int{}
			for _, p := range c.Statements {
				for s := range p.At {
					if !p.On(Side(s)) {
						continue
					}
					count[s][p.At[s]]++
					if has := like[sides[s]][p.At[s]]; has != p.Both() {
						t.Fatalf("statement %d of side %d has a like: %v, but is in %v", p.At[s], s, has, p)
					}
				}
			}
			for s := range count {
				if len(count[s]) != len(like[sides[s]]) {
					t.Fatalf("%d statements of %d", len(count[s]), len(like[sides[s]]))
				}
			}
		}
		check(compared(t, left, right), [2]Side{Left, Right})
		check(compared(t, right, left), [2]Side{Right, Left})
	})
}

// Whatever two texts are, it makes no difference which is the left one, a text
// of two words or more is the same as itself, and a denied one is not.
func FuzzCompare(f *testing.F) {
	f.Add("We shall mend the pier before the winter.", "mend the pier before the winter")
	f.Add("渡轮将在冬天前回来", "’’'' 12 don't")
	f.Add("a\xffb ́c", "")
	f.Fuzz(func(t *testing.T, one, other string) {
		a, b := wordingOf(clean.Of(one).String()), wordingOf(clean.Of(other).String())
		left, leftOK := compare(a, b)
		right, rightOK := compare(b, a)
		if len(a.runs) != len(b.runs) && (left != right || leftOK != rightOK) {
			t.Fatalf("%q and %q: %v %v, the other way %v %v", one, other, left, leftOK, right, rightOK)
		}
		if _, ok := compare(a, a); ok != (len(a.words) >= leastWords) {
			t.Fatalf("%q is the same as itself: %v", one, ok)
		}
		denied := wordingOf(clean.Of("never " + one).String())
		inOne := len(denied.words) > 1 && denied.clause[1] == 0 // the denial is in a clause with what it denies
		if _, ok := compare(a, denied); ok && inOne {
			t.Fatalf("%q is the same as its denial", one)
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	var left, right Source
	for i := range 5000 {
		words := fmt.Sprintf("statement %d of the harbour board on the pier and the winter of year %d, which the ferry %d waits for", i, i%97, i%13)
		left.Findings.Statements = append(left.Findings.Statements, said(ada, words))
		right.Findings.Statements = append(right.Findings.Statements, said(ada, words+" again"))
	}
	for range b.N {
		compared(b, left, right)
	}
}

func ExampleCompare() {
	left := Source{Findings: keep.Findings{Statements: []keep.Statement{said(ada, "We shall mend the pier before the winter."), said(brandt, "It will be dear.")}}}
	right := Source{Findings: keep.Findings{Statements: []keep.Statement{said(ada, "mend the pier before the winter")}}}
	c, err := Compare(context.Background(), left, right)
	if err != nil {
		panic(err)
	}
	for _, n := range c.Quoted {
		fmt.Println(n.Ref[Left].Name, n.Count)
	}
	fmt.Println(c.Statements[0].At, c.Statements[1].At)
	// Output:
	// Ada Lovell [1 1]
	// Ben Brandt [1 0]
	// [0 0] [1 -1]
}
