package margin

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"gloss/annotate"
	"gloss/articles"
	"gloss/articles/clean"
	"gloss/ui/index"
	"gloss/ui/theme"
)

const talks = "Ada Lovelace met Bob Ross. “We agree,” said Ada. The Club consists of Ada and Bob."

// find returns the span of the n-th occurrence of a word, from 0.
func find(word string, n int) annotate.Span {
	off := 0
	for ; n > 0; n-- {
		off += strings.Index(talks[off:], word) + len(word)
	}
	off += strings.Index(talks[off:], word)
	return annotate.Span{Start: off, End: off + len(word)}
}

func pane(t *testing.T) *Pane {
	t.Helper()
	th, err := theme.New("dark", true, termenv.Ascii)
	if err != nil {
		t.Fatal(err)
	}
	named := func(spans ...annotate.Span) (ms []annotate.Mention) {
		for _, s := range spans {
			ms = append(ms, annotate.Mention{Span: s, Kind: annotate.Name, Confidence: 1})
		}
		return ms
	}
	x := index.Build(talks, annotate.Annotations{
		Entities: []annotate.Entity{
			{ID: "e1", Name: "Ada Lovelace", Type: annotate.Person, Aliases: []string{"Ada"}, Roles: []string{"countess"}, Mentions: named(find("Ada Lovelace", 0), find("Ada", 1), find("Ada", 2))},
			{ID: "e2", Name: "Bob Ross", Type: annotate.Person, Mentions: named(find("Bob Ross", 0), find("Bob", 1))},
			{ID: "e3", Name: "The Club", Type: annotate.Org, Mentions: named(find("The Club", 0))},
		},
		Quotes: []annotate.Quote{
			{ID: "q1", Kind: annotate.Direct, Act: annotate.Say, Confidence: 0.9, Content: []annotate.Span{find("“We agree,”", 0)}, Cue: find("said", 0), Speaker: annotate.Speaker{Span: find("Ada", 1), Entity: "e1"}},
			{ID: "q2", Kind: annotate.Indirect, Content: []annotate.Span{find("met Bob", 0)}},
		},
		Coalitions: []annotate.Coalition{
			{ID: "c1", Name: "The Club", Span: find("The Club", 0), Entity: "e3", Basis: annotate.Stated, Exhaustive: true, Evidence: find("The Club consists of Ada and Bob.", 0),
				Members: []annotate.Member{{Name: "Ada", Span: find("Ada", 2), Entity: "e1"}, {Name: "Bob", Span: find("Bob", 1), Entity: "e2"}}},
			{ID: "c2", Name: "The Guild", Basis: annotate.Known, Members: []annotate.Member{{Name: "Zoe"}}},
		},
	})
	doc := &articles.Document{Text: clean.Of(talks), Blocks: []articles.Block{
		{Kind: articles.Heading, Level: 1, Span: articles.Span{Start: 0, End: 26}},
		{Span: articles.Span{Start: 27, End: len(talks)}},
	}}
	p := New(doc, x, th)
	p.SetSize(40, 30)
	return p
}

func shown(p *Pane) string { return ansi.Strip(strings.Join(p.View(true), "\n")) }

// What is selected stays so when other annotations put it elsewhere.
func TestSelectionOutlastsNewAnnotations(t *testing.T) {
	p := pane(t)
	p.ShowEntity(1)
	p.ShowSaid(false)
	p.ShowStatement(1)
	p.ShowEntity(1)
	old := p.index.Annotations
	renamed := old.Entities[1]
	renamed.Name, renamed.ID = "Robert Ross", "e1"
	now := annotate.Annotations{Entities: []annotate.Entity{renamed, old.Entities[2]}, Quotes: []annotate.Quote{old.Quotes[1]}}
	p.Set(p.doc, index.Build(talks, now))
	if a := p.Selected(); p.Tab() != Entities || a.Entity != 0 {
		t.Errorf("selected is %+v", a)
	}
	p.Open(Statements)
	if a := p.Selected(); a.Kind != GoStatement || a.Statement != 0 {
		t.Errorf("of the statements selected is %+v", a)
	}
	p.Set(p.doc, index.Build(talks, annotate.Annotations{}))
	if a := p.Selected(); a.Kind != None {
		t.Errorf("of nothing selected is %+v", a)
	}
}

func TestTabs(t *testing.T) {
	p := pane(t)
	p.ShowStatement(0)
	for tab, want := range map[Tab][]string{
		Entities:   {"● Ada Lovelace", "countess", "also Ada", "1, spoken of 0 · in The Club", "● Bob Ross", "■ The Club", " 3 "},
		Coalitions: {"✦ The Club", "2 members, stated in the text; 2", "named elsewhere", "“The Club consists of Ada and Bob.”", "✧ The Guild", "1 member, known, not from the text", "Zoe"},
		Statements: {"● Ada Lovelace", " 1 · 50 %", "❝ “We agree,”", "said · direct, say · sure", "not said who", "› met Bob"},
		Contents:   {"› Ada Lovelace met Bob Ross."},
	} {
		p.Open(tab)
		for _, w := range want {
			if !strings.Contains(shown(p), w) {
				t.Errorf("tab %d does not show %q:\n%s", tab, w, shown(p))
			}
		}
	}
}

func TestActions(t *testing.T) {
	p := pane(t)
	for _, c := range []struct {
		tab  Tab
		item int
		want Action
	}{
		{Entities, 1, Action{Kind: GoEntity, Entity: 1}},
		{Statements, 0, Action{Kind: GoStatement, Statement: 0}},
		{Statements, 3, Action{Kind: GoStatement, Statement: 1}},
		{Coalitions, 0, Action{Kind: LightMembers, Entity: -1, Off: find("The Club", 0).Start}},
		{Coalitions, 3, Action{Kind: GoMember, Entity: 1, Off: find("Bob", 1).Start}},
		{Coalitions, 5, Action{Kind: MissingMember, Coalition: 1, Entity: -1, Off: -1}},
		{Contents, 0, Action{Kind: GoHeading, Off: 0}},
	} {
		p.Open(c.tab)
		p.ToEnd(false)
		p.Move(c.item)
		if got := p.Selected(); got != c.want {
			t.Errorf("tab %d, item %d: %+v, want %+v", c.tab, c.item, got, c.want)
		}
	}
}

func TestFilterKeepsWhatMatches(t *testing.T) {
	p := pane(t)
	p.SetFilter("BOB")
	if got := p.Selected(); got.Entity != 1 {
		t.Errorf("the only match is entity 1, selected is %+v", got)
	}
	p.SetFilter("nobody")
	if got := p.Selected(); got.Kind != None {
		t.Errorf("nothing matches, selected is %+v", got)
	}
	if !strings.Contains(shown(p), "nothing here has “nobody” in it") {
		t.Errorf("shown:\n%s", shown(p))
	}
	p.ShowEntity(0)
	if got := p.Selected(); got.Entity != 0 {
		t.Errorf("an entity that the filter hides is shown as %+v", got)
	}
}

// What a click finds is what is painted there, at every size.
func TestItemAtAgreesWithView(t *testing.T) {
	for _, size := range [][2]int{{40, 30}, {26, 9}, {60, 5}, {12, 3}, {40, 2}} {
		p := noted(t)
		p.SetSize(size[0], size[1])
		for tab := range tabs {
			p.Open(tab)
			for n := range p.views[tab].len() {
				p.Select(n)
				rows := p.View(true)
				if len(rows) != size[1] {
					t.Fatalf("%d rows at %v", len(rows), size)
				}
				for _, r := range rows {
					if w := ansi.StringWidth(r); w != size[0] {
						t.Fatalf("a row of %d columns at %v: %q", w, size, ansi.Strip(r))
					}
				}
				found := false
				for line := 1; line < size[1]; line++ {
					if i, _, on := p.ItemAt(line, 3); on == OnItem && i == n {
						found = true
					}
				}
				if !found && size[1] > 2 {
					t.Errorf("size %v, tab %d: the selected item %d is not in sight:\n%s", size, tab, n, shown(p))
				}
			}
		}
	}
	p := pane(t)
	for tab := range tabs {
		at := 0
		for before := range tab {
			at += ansi.StringWidth(p.tabName(before))
		}
		if _, got, on := p.ItemAt(0, at+1); on != OnTab || got != tab {
			t.Errorf("at column %d is tab %d", at+1, got)
		}
	}
}

func TestTabNames(t *testing.T) {
	p := pane(t)
	for _, c := range []struct {
		open  Tab
		width int
		want  string
	}{
		{Entities, 25, " Ent  Coa  Sta  Not  Con "},
		{Entities, 30, " Entities  Coa  Sta  Not  Con "},
		{Statements, 34, " Ent  Coa  Statements  Notes  Con "},
		{Notes, 30, " Ent  Coa  Sta  Notes  Con "},
		{Entities, 40, " Entities  Coa  Sta  Notes  Contents "},
		{Entities, 51, " Entities  Coalitions  Statements  Notes  Contents "},
	} {
		p.Open(c.open)
		p.SetSize(c.width, 10)
		got := ""
		for tab := range tabs {
			got += p.tabName(tab)
		}
		if got != c.want {
			t.Errorf("%d columns with %v open: %q, want %q", c.width, c.open, got, c.want)
		}
	}
}

func TestWhatAnEntitySaidAndWhatWasSaidOfIt(t *testing.T) {
	p := pane(t)
	p.ShowSaid(false)
	if got := shown(p); !strings.Contains(got, "What Ada Lovelace said") || !strings.Contains(got, "We agree") || strings.Contains(got, "met Bob") {
		t.Errorf("said by Ada:\n%s", got)
	}
	p.ShowEntity(1)
	p.ShowSaid(true)
	if got := shown(p); !strings.Contains(got, "What others said of Bob Ross") || strings.Contains(got, "We agree") {
		t.Errorf("said of Bob:\n%s", got)
	}
	p.ToEnd(false)
	if got := p.Selected(); got.Kind != ShowAll {
		t.Errorf("the title offers %+v", got)
	}
	p.ShowAllStatements()
	if got := shown(p); !strings.Contains(got, "We agree") || !strings.Contains(got, "met Bob") {
		t.Errorf("all:\n%s", got)
	}
}

func TestReorderKeepsTheSelection(t *testing.T) {
	p := pane(t)
	p.ShowStatement(1)
	p.Reorder()
	if got := p.Selected(); got.Statement != 1 {
		t.Errorf("selected is %+v", got)
	}
	if got := shown(p); !strings.Contains(got, "● Ada Lovelace said") {
		t.Errorf("in the order of the text:\n%s", got)
	}
}

func TestFilterByAct(t *testing.T) {
	p := pane(t)
	p.Open(Statements)
	p.SetFilter("act:say")
	if got := p.views[Statements].len(); got != 1 {
		t.Errorf("%d statements of saying", got)
	}
}
