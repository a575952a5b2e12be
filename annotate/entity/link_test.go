package entity_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gloss/annotate"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// types are the types by the letter that stands for them in marked texts.
var types = map[byte]annotate.Type{'P': annotate.Person, 'O': annotate.Org, 'G': annotate.GPE, 'L': annotate.Loc, 'F': annotate.Fac, 'N': annotate.Norp, 'E': annotate.Event}

// read returns the document of a text in which names are marked, "[P Jane Roe]
// said", and those names. A mark with a small letter is one of low confidence.
func read(t testing.TB, marked string) (*text.Document, []entity.Name) {
	t.Helper()
	var b strings.Builder
	type mark struct {
		start, end int
		letter     byte
	}
	var marks []mark
	for marked != "" {
		before, rest, ok := strings.Cut(marked, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		start := b.Len()
		b.WriteString(name[2:])
		marks = append(marks, mark{start, b.Len(), name[0]})
		marked = after
	}
	d, err := text.Parse(context.Background(), annotate.Input{Text: b.String()})
	if err != nil {
		t.Fatal(err)
	}
	var names []entity.Name
	for _, m := range marks {
		n := entity.Name{First: d.At(m.start), End: d.At(m.end-1) + 1, Type: types[m.letter], Confidence: 0.9}
		if m.letter >= 'a' {
			n.Type, n.Confidence = types[m.letter-'a'+'A'], 0.4
		}
		names = append(names, n)
	}
	return d, names
}

// linked returns the entities of a marked text.
func linked(t testing.TB, marked string) (*text.Document, []annotate.Entity) {
	t.Helper()
	d, names := read(t, marked)
	list, err := entity.NewLinker(gazetteer.New()).Link(context.Background(), d, names)
	if err != nil {
		t.Fatal(err)
	}
	return d, list
}

// groups writes the names of each entity, in the order of the text: "a|b; c".
func groups(d *text.Document, list []annotate.Entity) string {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b annotate.Entity) int { return firstName(a).Start - firstName(b).Start })
	var out []string
	for _, e := range list {
		var names []string
		for _, m := range e.Mentions {
			if m.Kind == annotate.Name {
				names = append(names, m.Span.Of(d.Text))
			}
		}
		out = append(out, strings.Join(names, "|"))
	}
	return strings.Join(out, "; ")
}

func firstName(e annotate.Entity) annotate.Span {
	for _, m := range e.Mentions {
		if m.Kind == annotate.Name {
			return m.Span
		}
	}
	return annotate.Span{}
}

func TestLinkPersons(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// Family names, given names, titles.
		{"[P John Kerry] spoke. Mr [P Kerry] left. [P Kerry] slept.", "John Kerry|Kerry|Kerry"},
		{"[P Kerry] Meets Nobody\n[P John Kerry] spoke.", "Kerry|John Kerry"},
		{"[P John Kerry] met [P Teresa Heinz].", "John Kerry; Teresa Heinz"},
		{"[P Bill Clinton] met [P Hillary Clinton]. Mrs [P Clinton] left. Mr [P Clinton] ate.", "Bill Clinton|Clinton; Hillary Clinton|Clinton"},
		{"President [P Bill Clinton] met Senator [P Hillary Clinton]. [P Clinton] left. Then President [P Clinton] ate.", "Bill Clinton|Clinton; Hillary Clinton|Clinton"},
		{"President [P Ann Lund] came. Later the [P President] left.", "Ann Lund|President"},
		{"President [P Ann Lund] met President [P Olaf Berg]. Later the [P President] left.", "Ann Lund; Olaf Berg; President"},
		{"Vice President [P Ann Lund] came. Later the [P President] left.", "Ann Lund; President"},
		{"President [P Lund] came with [P Michelle Lund]. Later Mr [P Lund] left, and Mr [P Lund] it was.", "Lund|Lund|Lund; Michelle Lund"},
		{"[P Billy Lund] met [P Liam].", "Billy Lund; Liam"},
		{"[P William Lund] met. [P Bill] left.", "William Lund|Bill"},
		{"[P Kelly] came. Later Mr [P Kelly] left.", "Kelly|Kelly"},
		{"[P Hillary Clinton] spoke. Mr [P Clinton] ate.", "Hillary Clinton; Clinton"},
		{"Mr [P Lund] met Mrs [P Lund].", "Lund; Lund"},
		{"Dr [P Lund] met Mrs [P Lund].", "Lund|Lund"},
		{"[P Maria Rossi] met [P Mario Rossi].", "Maria Rossi; Mario Rossi"},
		{"[P Anna Berg] spoke. [P Berg] won. [P Berg] left. [P Olaf Berg] slept and [P Berg] woke.", "Anna Berg|Berg|Berg|Berg; Olaf Berg"},
		{"[P Anna Berg] met her friends in town and told them all about the many things that had come to pass since they last saw each other. [P Olaf Berg] slept, and [P Berg] woke.",
			"Anna Berg; Olaf Berg|Berg"},
		// Nicknames, initials, middle names, suffixes.
		{"[P Robert Lund] met [P Bob Lund].", "Robert Lund|Bob Lund"},
		{"[P Robert Lund] met [P Bill Lund].", "Robert Lund; Bill Lund"},
		{"[P Steve] came. [P Steven] left.", "Steve|Steven"},
		{"[P John Kerry] and [P J. Kerry] and [P John F. Kerry].", "John Kerry|J. Kerry|John F. Kerry"},
		{"[P J. Kerry], [P John Kerry] and [P Jane Kerry].", "J. Kerry; John Kerry; Jane Kerry"},
		{"[P George W. Bush] is no [P George H. W. Bush].", "George W. Bush; George H. W. Bush"},
		{"[P J.K. Marlow] or [P Joan Kay Marlow].", "J.K. Marlow|Joan Kay Marlow"},
		{"[P Paul Ray Doe] is not [P Paul Guy Doe].", "Paul Ray Doe; Paul Guy Doe"},
		{"[P Martin Doe Jr.] is the son of [P Martin Doe Sr.], and [P Martin Doe Jr.] it was.", "Martin Doe Jr.|Martin Doe Jr.; Martin Doe Sr."},
		{"[P John Roe III] came. [P John Roe] left.", "John Roe III|John Roe"},
		// Spellings.
		{"[P Sergei Lavrov] is [P Sergey Lavrov].", "Sergei Lavrov|Sergey Lavrov"},
		{"[P Muammar Gaddafi], [P Moammar Gadhafi], [P Muammar Qaddafi].", "Muammar Gaddafi|Moammar Gadhafi|Muammar Qaddafi"},
		{"[P Zahā Ḥadīd] or [P Zaha Hadid]", "Zahā Ḥadīd|Zaha Hadid"},
		{"[P Peter Ostrowski] or [P Peter Ostrovski]", "Peter Ostrowski|Peter Ostrovski"},
		{"[P Lee Dae-jun] met [P Lee Rae-jin].", "Lee Dae-jun; Lee Rae-jin"},
		{"[P Yuri Dunn] is [P Yury Dunn].", "Yuri Dunn|Yury Dunn"},
		{"[P Peter Lang] or [P Peter Lane]", "Peter Lang; Peter Lane"},
		{"[P Lang] or [P Lane]", "Lang; Lane"},
		// Particles, order, two family names.
		{"[P Bashar al-Assad] left. Mr [P Assad] and [P al-Assad]", "Bashar al-Assad|Assad|al-Assad"},
		{"[P Mohammed bin Salman]. [P Bin Salman]. [P Salman].", "Mohammed bin Salman|Bin Salman|Salman"},
		{"[P Ursula von der Leyen]. Mrs [P von der Leyen].", "Ursula von der Leyen|von der Leyen"},
		{"[P Chandler Van Voorhis] left. [P Van Voorhis] spoke.", "Chandler Van Voorhis|Van Voorhis"},
		{"[P Al Gore] and [P Tipper Gore].", "Al Gore; Tipper Gore"},
		{"[P Xi Jinping] spoke. President [P Xi] left.", "Xi Jinping|Xi"},
		{"[P Higuchi Natsuko], or [P Natsuko Higuchi]", "Higuchi Natsuko|Natsuko Higuchi"},
		{"[P Kim Jong Un] is [P Kim Jong-un], not [P Kim Jong-il].", "Kim Jong Un|Kim Jong-un; Kim Jong-il"},
		{"[P Clara Martínez Cantón] wrote. [P Martínez Cantón] said. [P Martínez] left. [P Cantón] too.", "Clara Martínez Cantón|Martínez Cantón|Martínez|Cantón"},
		// Possessives and titles in the name.
		{"[P Jane Roe]'s plan. [P Roe]’s idea.", "Jane Roe|Roe"},
		{"[P General Gordon] came. [P Gordon] left.", "General Gordon|Gordon"},
		{"[P St. Jerome] is [P Saint Jerome], [P Jerome].", "St. Jerome|Saint Jerome|Jerome"},
		{"[P JANE ROE] speaks\n[P Jane Roe] spoke.", "JANE ROE|Jane Roe"},
	} {
		d, list := linked(t, c.in)
		if got := groups(d, list); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestLinkPlaces(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The [G US], the [G U.S.], [G America] and the [G United States] of old", "US|U.S.|America|United States"},
		{"[G Russia], the [G Russian Federation] and [N Russians]", "Russia|Russian Federation; Russians"},
		{"[N Russian] and [N Russians]; [N Houthi] and [N Houthis]", "Russian|Russians; Houthi|Houthis"},
		{"[G Washington] said no to the [G United States].", "Washington; United States"},
		{"[G Moscow] and [G Russia]", "Moscow; Russia"},
		{"[P Denzel Washington] flew to [G Washington]. [P Washington] slept.", "Denzel Washington|Washington; Washington"},
		{"[G New Jersey], or [G NJ], or [G N.J.]", "New Jersey|NJ|N.J."},
		{"[G LA], [G L.A.] or [G Los Angeles]", "LA|L.A.|Los Angeles"},
		{"[G LA], [G Los Angeles] and [G Louisiana]", "LA|Los Angeles; Louisiana"},
		{"[G Miss.], [G MS] or [G Mississippi]", "Miss.|MS|Mississippi"},
		{"[G WA], [G Washington] or [G Western Australia]", "WA|Western Australia; Washington"},
		{"[G New York City], [G New York] and [G York]", "New York City|New York; York"},
		{"[G Mexico City] lies in [G Mexico].", "Mexico City; Mexico"},
		{"[G Oklahoma City] lies in [G Oklahoma].", "Oklahoma City; Oklahoma"},
		{"[G Taipei City], also [G Taipei]", "Taipei City|Taipei"},
		{"The [G City of Lund] is [G Lund].", "City of Lund|Lund"},
		{"[G South Korea] is not [G North Korea].", "South Korea; North Korea"},
		{"[L South America] is not [G America].", "South America; America"},
		{"[F Fort Lund] has a [F Fort Lund Historic Park].", "Fort Lund; Fort Lund Historic Park"},
		{"The [F Great Olde Mosque] is the [F Olde Mosque].", "Great Olde Mosque; Olde Mosque"},
		{"The [F Karim Olde Mosque] is the [F Olde Mosque].", "Karim Olde Mosque|Olde Mosque"},
		{"[G Sao Paulo] or [G São Paulo]", "Sao Paulo|São Paulo"},
		{"[G northern Dohuk], [G Dohuk], [G Dohuk province]", "northern Dohuk|Dohuk|Dohuk province"},
		{"[G Northern Ireland] is not [G Ireland].", "Northern Ireland; Ireland"},
		{"[G Yucatan] or [G Yucatán]", "Yucatan|Yucatán"},
		{"[G St. Louis] or [G Saint Louis]", "St. Louis|Saint Louis"},
	} {
		d, list := linked(t, c.in)
		if got := groups(d, list); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestLinkBodies(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The [O North Harbour Council] ([O NHC]) met. The [O NHC] left.", "North Harbour Council|NHC|NHC"},
		{"The [O NHC] ([O North Harbour Council]) met.", "NHC|North Harbour Council"},
		{"The [O Department of the Environment] ([O DoE]) met. The [O DoE] left.", "Department of the Environment|DoE|DoE"},
		{"The [O North Harbour Council] ([O XQZ]) met.", "North Harbour Council; XQZ"},
		{"The [O Coastal Fishing Authority] met. The [O C.F.A.] left.", "Coastal Fishing Authority|C.F.A."},
		{"The [O Coastal Fishing Authority] met the [O Central Food Agency]. The [O CFA] left.", "Coastal Fishing Authority; Central Food Agency; CFA"},
		{"The [O US Olde Harbour Agency] met. The [O OHA] left.", "US Olde Harbour Agency|OHA"},
		{"The [O US Harbour Agency] met. The [O HA] left.", "US Harbour Agency; HA"},
		{"[O Bank of America] is not [G America].", "Bank of America; America"},
		{"[O Lund University] is not [G Lund].", "Lund University; Lund"},
		{"The [O Lund Evening Times] wrote it. The [O Times] said so.", "Lund Evening Times|Times"},
		{"The [O Lund Times] and the [O Oslo Times] wrote it. The [O Times] said so.", "Lund Times; Oslo Times|Times"},
		{"[O Quince Inc.] fell. [O Quince] rose.", "Quince Inc.|Quince"},
		{"[O Quince Computer] fell. [O Quince] rose.", "Quince Computer|Quince"},
		{"The [O Quince Institute for Peace] met. The [O Quince Institute] left.", "Quince Institute for Peace|Quince Institute"},
		{"[O Quince University School] met. [O Quince University] left.", "Quince University School; Quince University"},
		{"The [O United Nations Fish Office] met. The [O United Nations] left.", "United Nations Fish Office; United Nations"},
		{"[O Quince Computer] and [O Quince Records] fell. [O Quince] rose.", "Quince Computer; Quince Records; Quince"},
		{"The [O Ministry of Defence] met. The [O Defense Ministry] left.", "Ministry of Defence|Defense Ministry"},
		{"The [O Ministry of Defence] met the [O Ministry of Health].", "Ministry of Defence; Ministry of Health"},
		{"The [O US State Department] met. The [O State Department] left.", "US State Department|State Department"},
		{"[O East Lund Rovers] beat [O Lund Rovers].", "East Lund Rovers; Lund Rovers"},
		{"The [O University of Lund] met. The [O University] left.", "University of Lund|University"},
		{"The [O World Fish Organisation] is the [O World Fish Organization].", "World Fish Organisation|World Fish Organization"},
		{"The [F White House] met the [O House].", "White House; House"},
		{"[O NATO], once the [O North Atlantic Treaty Organization]", "NATO|North Atlantic Treaty Organization"},
		{"[O The Huffington Post] or the [O Huffington Post]", "The Huffington Post|Huffington Post"},
		{"[O Smith & Sons] or [O Smith and Sons]", "Smith & Sons|Smith and Sons"},
		// One spelling, two types.
		{"[O Chelsea] won in [G Chelsea].", "Chelsea; Chelsea"},
		{"[O Olde Hall] won. [O Olde Hall] lost. [G Olde Hall] drew.", "Olde Hall|Olde Hall|Olde Hall"},
		{"[O Olde] won. [g Olde] drew.", "Olde; Olde"},
		{"[O Olde] won. [O Olde] lost. [g Olde] drew.", "Olde|Olde|Olde"},
		{"[O Olde] won. [O Olde] lost. [G Olde] drew.", "Olde|Olde; Olde"},
	} {
		d, list := linked(t, c.in)
		if got := groups(d, list); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// spoken writes the pronouns and noun phrases of each entity: "Name: he, his".
func spoken(d *text.Document, list []annotate.Entity) string {
	var out []string
	for _, e := range list {
		var words []string
		for _, m := range e.Mentions {
			if m.Kind != annotate.Name {
				words = append(words, m.Span.Of(d.Text))
			}
		}
		if words != nil {
			out = append(out, e.Name+": "+strings.Join(words, ", "))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func TestNominals(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"[G US] secretary of state [P John Kerry] left. Then the secretary of state slept.", "John Kerry: the secretary of state"},
		{"We met [P Ann Lund], the foreign minister of [G Russia]. Later the foreign minister slept.", "Ann Lund: the foreign minister"},
		{"We met [P Ann Lund], the foreign minister of [G Russia]. Later the [N Russian] foreign minister slept.", "Ann Lund: the Russian foreign minister"},
		{"We met [P Ann Lund], the foreign minister of [G Russia]. Later the [N French] foreign minister slept.", ""},
		{"The mayor of [G Springfield], [P Ann Lund], said no. The mayor slept.", "Ann Lund: The mayor"},
		{"We met foreign minister [P Ann Lund] and foreign minister [P Olaf Berg]. Later the foreign minister slept.", ""},
		{"We met former minister [P Ann Lund]. Later the minister slept.", ""},
		{"The minister slept. We met the minister [P Ann Lund].", ""},
		{"We met minister [P Ann Lund]. Later the minister of [G France] slept.", ""},
		{"The [O Ministry of Trade] met. Later the ministry said no.", "Ministry of Trade: the ministry"},
		{"The [O Ministry of Trade] and the [O Ministry of Health] met. Later the ministry said no.", ""},
		{"The [O Ministry of Trade] met. Later the ministry of health said no.", ""},
		{"The [O University of Lund] met. Later the University said no.", "University of Lund: the University"},
		{"The [O University of Lund] met. Later the University Choir said no.", ""},
		{"The [O Ministry of Trade] met. Later a ministry said no.", ""},
	} {
		d, list := linked(t, c.in)
		if got := spoken(d, list); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestPronounsFollowTheSubject(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Mr [P Kerry] met Mr [P Putin]. He smiled.", "Kerry: He"},
		{"Sitting down with [P Sergei Lavrov], Mr [P Kerry] spoke. Then he left.", "Kerry: he"},
		{"Mr [P Kerry] spoke. He met Mr [P Putin] there. He left. He slept. He woke.", "Kerry: He, He, He, He"},
		{"Mr [P Kerry] spoke. In a letter to Mr [P Putin], he said no.", "Kerry: he"},
		{"Secretary [P John Kerry] left. The secretary slept. He woke.", "John Kerry: The secretary, He"},
		{"Mr [P Kerry], the foreign minister, said he would go.", "Kerry: he"},
		{"Mr [P Kerry] spoke. A minister left. He smiled.", ""},
		{"Mrs [P Lund] met Mr [P Kerry]. She smiled at him.", "Kerry: him; Lund: She"},
		{"[G Germany] says it will go.", "Germany: it"},
		{"[N Republicans] say they will go.", "Republicans: they"},
		{"[N Republican] votes show they will go.", ""},
		{"The [G US] left. It rained.", ""},
	} {
		d, list := linked(t, c.in)
		if got := spoken(d, list); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestRolesBesideNames(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"We met [G US] secretary of state [P John Kerry] there.", "US secretary of state"},
		{"We met [P John Kerry], the [G US] secretary of state, there.", "US secretary of state"},
		{"We met [P Sergey Lavrov], foreign minister of [G Russia].", "foreign minister of Russia"},
		{"The mayor of [G Springfield], [P Ann Lund], said no.", "mayor of Springfield"},
		{"In the words of the [O Crown] prosecutor, [P Ann Lund], it is so.", "Crown prosecutor"},
		{"When the mayor came, [P Ann Lund] left with the minister.", ""},
		{"They met the mayor, the judge, [P Ann Lund] and others.", ""},
	} {
		_, list := linked(t, c.in)
		got := ""
		for _, e := range list {
			got += strings.Join(e.Roles, "|")
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestTheNameShownIsTheFullest(t *testing.T) {
	for in, want := range map[string]string{
		"[P Kerry] met. [P John Kerry] left. [P John F. Kerry] slept.":               "John F. Kerry",
		"[P Rishi Sounak] left. [P Rishi Sunak] slept. [P Rishi Sunak] woke.":        "Rishi Sunak",
		"JOHN\n[P JOHN KERRY] speaks\n[P John Kerry] spoke.":                         "John Kerry",
		"[O The Nile Group] met. The [O Nile Group] left. The [O Nile Group] slept.": "Nile Group",
		"[G US], [G United States]":                                                  "United States",
		"The [O North Harbour Council] ([O NHC]) met.":                               "North Harbour Council",
	} {
		if _, list := linked(t, in); list[0].Name != want {
			t.Errorf("%s is shown as %q, want %q", in, list[0].Name, want)
		}
	}
}

func TestSalienceOrder(t *testing.T) {
	_, list := linked(t, "[P Ann Lund] wins\n[P Ann Lund] won in [G Oslo].\nMr [P Berg] lost.\nMrs [P Lund] left.\nThe [O Fish Council] slept, said [P Berg].")
	if list[0].Name != "Ann Lund" || list[0].Salience != 1 || list[0].ID != "e1" {
		t.Errorf("the first is %+v", list[0])
	}
	for i, e := range list[1:] {
		if e.Salience > list[i].Salience || e.Salience <= 0 {
			t.Errorf("salience of %s is %v after %v", e.Name, e.Salience, list[i].Salience)
		}
	}
}

// Every name is a mention of exactly one entity, mentions are in order, and a
// second run gives the same.
func TestLinkIsAPartition(t *testing.T) {
	words := []string{"Kerry", "John", "J.", "Smith", "al-Assad", "the", "US", "Bank", "of", "America", "University", "Mr", "Mrs", "(", ")", "NHC", "North", "Harbour", "Council",
		"president", "minister", "said", "he", "she", "it", "they", ",", ".", "City", "New", "York", "Inc.", "St.", "Ω", "é", "'s", "Jr.", "II", "-", "&"}
	all := []annotate.Type{annotate.Person, annotate.Org, annotate.GPE, annotate.Loc, annotate.Norp, annotate.Event, annotate.Date}
	linker := entity.NewLinker(gazetteer.New())
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 60).Draw(t, "words"), " ")
		d, err := text.Parse(context.Background(), annotate.Input{Text: in})
		if err != nil {
			t.Fatal(err)
		}
		var names []entity.Name
		for i := 0; i < len(d.Tokens); {
			gap := rapid.IntRange(0, 3).Draw(t, "gap")
			size := rapid.IntRange(1, 4).Draw(t, "size")
			if i+gap+size > len(d.Tokens) {
				break
			}
			names = append(names, entity.Name{First: i + gap, End: i + gap + size, Type: rapid.SampledFrom(all).Draw(t, "type"), Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence")})
			i += gap + size
		}
		list, err := linker.Link(context.Background(), d, names)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := linker.Link(context.Background(), d, names)
		if fmt.Sprint(list) != fmt.Sprint(again) {
			t.Fatalf("two runs differ: %v and %v", list, again)
		}
		seen := map[annotate.Span]bool{}
		taken := make([]bool, len(d.Text))
		for _, e := range list {
			end := 0
			for _, m := range e.Mentions {
				if m.Span.Start < end || m.Span.Empty() {
					t.Fatalf("%q has mentions out of order: %v", e.Name, e.Mentions)
				}
				end = m.Span.End
				for off := m.Span.Start; off < end; off++ {
					if taken[off] {
						t.Fatalf("byte %d of %q is in two mentions", off, in)
					}
					taken[off] = true
				}
				if m.Kind == annotate.Name {
					seen[m.Span] = true
				}
			}
		}
		for _, n := range names {
			if !seen[d.Span(n.First, n.End)] {
				t.Fatalf("%q is in no entity", d.Span(n.First, n.End).Of(in))
			}
		}
		if len(seen) != len(names) {
			t.Fatalf("%d names are mentioned %d times", len(names), len(seen))
		}
	})
}

// many is a text of n names that differ, in sentences of one pattern.
func many(b *testing.B, n int, pattern func(i int) string) (*text.Document, []entity.Name) {
	var s strings.Builder
	for i := range n {
		s.WriteString(pattern(i))
	}
	return read(b, s.String())
}

func BenchmarkLink(b *testing.B) {
	letters := func(i int) string {
		w := []byte("Aaaaaa")
		for j := len(w) - 1; j >= 0; j-- {
			w[j] += byte(i % 26)
			i /= 26
		}
		return string(w)
	}
	for _, c := range []struct {
		name    string
		pattern func(i int) string
	}{
		{"persons", func(i int) string { return "Mr [P " + letters(i) + " " + letters(i*7) + "] left. " }},
		{"one family", func(i int) string { return "Mr [P " + letters(i) + " Smith] left. Mr [P Smith] came. He slept. " }},
		{"one given name", func(i int) string { return "Mr [P John " + letters(i) + "] left. [P John] came. " }},
		{"initials", func(i int) string {
			return "Mr [P " + letters(i)[:1] + ". " + letters(i)[2:] + " Smith] left. The minister slept. "
		}},
		{"bodies", func(i int) string {
			return "The [O " + letters(i) + " Council] met the [O Council] (ABC). The council left. "
		}},
		{"places", func(i int) string { return "In [G " + letters(i) + " City] and [G " + letters(i) + "] it rained. " }},
		{"acronyms", func(i int) string { return "The [O Olde " + letters(i) + " Bank] ([O OB]) fell. " }},
		{"roles", func(i int) string {
			return "We met the minister of [G " + letters(i) + "], [P " + letters(i) + " Roe], who left. The minister slept. "
		}},
	} {
		for _, n := range []int{1000, 10000, 100000} {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				d, names := many(b, n, c.pattern)
				linker := entity.NewLinker(gazetteer.New())
				b.SetBytes(int64(len(d.Text)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := linker.Link(context.Background(), d, names); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
