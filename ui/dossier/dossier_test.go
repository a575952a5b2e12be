package dossier

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/panetest"
)

var ada = keep.Ref{Name: "Ada Lovell", Type: "PERSON"}

// appearances returns n articles that name Ada Lovell, a month or so apart.
func appearances(n int) []keep.Appearance {
	titles := []string{"Ferry returns to the old harbour after nine weeks in dock", "Council votes on the quay tomorrow", "港口重新开放，渡轮回来了", "“We were never asked”, says the lighthouse keeper of the northern pier"}
	sites := []string{"The Quay Gazette", "Northern Wire", "Harbour Post", ""}
	acts := []string{"say", "want", "think", "decide", "show"}
	cues := []string{"said", "demanded", "", "announced", "according to"} // "": found before cues were kept
	brandt, board := keep.Ref{Name: "Ben Brandt", Type: "PERSON"}, keep.Ref{Name: "Harbour Board", Type: "ORG"}
	var out []keep.Appearance
	for i := range n {
		a := keep.Appearance{
			Article: keep.Article{
				ID: keep.ArticleID(i + 1), Title: clean.Of(titles[i%len(titles)]), Site: clean.Of(sites[i%len(sites)]),
				Published: time.Date(2015, 12, 15, 9, 0, 0, 0, time.UTC).AddDate(0, 0, -23*i),
			},
			Entity: keep.Entity{Ref: ada, Mentions: 3, First: articles.Span{Start: 7, End: 17}, Aliases: []string{"Lovell"}},
		}
		if i%2 == 1 {
			a.Entity.Aliases = append(a.Entity.Aliases, "Mrs Lovell")
		}
		if i%7 == 6 {
			a.Article.Published, a.Article.Added = time.Time{}, a.Article.Published
		}
		for j := range i % 4 {
			a.Said = append(a.Said, keep.Statement{
				Span: articles.Span{Start: 100 * (j + 1), End: 100*(j+1) + 50}, Speaker: ada, Kind: []string{"direct", "indirect", "mixed"}[j%3], Act: acts[(i+j)%len(acts)], Cue: cues[(i+j)%len(cues)],
				Text: clean.Of([]string{
					"We shall mend the pier, … and the town will pay for it.",
					"that the ferry had to sail again before the winter, whatever the board and the owners of the two boats in the old harbour made of it, and that nobody on the quay would have to wait for nine weeks a second time",
					"Nobody asked us.",
				}[j%3]),
			})
		}
		if i%3 == 1 {
			a.About = append(a.About, keep.Statement{Span: articles.Span{Start: 900, End: 950}, Speaker: brandt, Kind: "indirect", Act: "think", Cue: "complained", Text: clean.Of("that Lovell had promised too much"), About: []int{0}})
		}
		if i%5 == 2 {
			a.About = append(a.About,
				keep.Statement{Span: articles.Span{Start: 960, End: 990}, Speaker: board, Kind: "direct", Act: "say", Cue: "wrote", Text: clean.Of("Mrs Lovell has our thanks."), About: []int{0}},
				keep.Statement{Span: articles.Span{Start: 995, End: 999}, Kind: "indirect", Act: "say", Text: clean.Of("Lovell would resign"), About: []int{0}})
		}
		out = append(out, a)
	}
	return out
}

func pane(t testing.TB, n, width, height int) *Pane {
	t.Helper()
	p := New(Gather(ada, appearances(n)), panetest.Theme(t))
	p.SetSize(width, height)
	return p
}

func shown(p *Pane) string { return panetest.Shown(p.View()) }

// How the pane looks at the common sizes.
func TestLook(t *testing.T) {
	panetest.Look(t, panetest.Sizes(), func(width, height int) string {
		p := pane(t, 30, width, height)
		p.Move(2)
		return shown(p)
	})
}

func TestViews(t *testing.T) {
	p := pane(t, 3, 80, 30)
	if got := shown(p); !strings.Contains(got, " All 6  Said 3  Said of it 3 ") {
		t.Errorf("all:\n%s", got)
	}
	p.Turn(1)
	if got := shown(p); p.Shown() != Said || strings.Contains(got, "promised too much") || !strings.Contains(got, "mend the pier") || !strings.Contains(got, "2 of 3 articles") {
		t.Errorf("said:\n%s", got)
	}
	p.Turn(1)
	if got := shown(p); !strings.Contains(got, "● Ben Brandt complained") || strings.Contains(got, "mend the pier") || !strings.Contains(got, "not said who") {
		t.Errorf("said of it:\n%s", got)
	}
	p.Turn(-3)
	if p.Shown() != About {
		t.Errorf("shown is %d", p.Shown())
	}
}

func TestOrders(t *testing.T) {
	p := pane(t, 4, 80, 30)
	ids := func() (out []keep.ArticleID) {
		for i := range p.Len() {
			p.Select(i)
			if a, _, _ := p.Selected(); len(out) == 0 || out[len(out)-1] != a.ID {
				out = append(out, a.ID)
			}
		}
		return out
	}
	for _, want := range []string{"[1 2 3 4]", "[4 3 2 1]", "[4 3 2 1]"} {
		if got := fmt.Sprint(ids()); got != want {
			t.Errorf("%v: %s, want %s", p.Order(), got, want)
		}
		p.Reorder()
	}
	if p.Order() != Newest {
		t.Errorf("the fourth order is %v", p.Order())
	}
}

// What is selected is opened at its place, and stays selected in other views
// and orders while it is in them.
func TestSelected(t *testing.T) {
	p := pane(t, 4, 80, 30)
	at := func() string {
		a, span, ok := p.Selected()
		return fmt.Sprintf("%d %v %v", a.ID, span, ok)
	}
	for _, c := range []struct {
		do   func()
		want string
	}{
		{func() {}, "1 {7 17} true"},
		{func() { p.MoveArticle(false) }, "2 {7 17} true"},
		{func() { p.Move(1) }, "2 {100 150} true"},
		{func() { p.Move(1) }, "2 {900 950} true"},
		{func() { p.Turn(2) }, "2 {900 950} true"},
		{func() { p.Reorder() }, "2 {900 950} true"},
		{func() { p.Turn(-1) }, "2 {7 17} true"}, // it is not there; its article is
		{func() { p.SetFilter("no such words") }, "0 {0 0} false"},
		{func() { p.Turn(1); p.SetFilter("") }, "2 {7 17} true"},
		{func() { p.ToEnd(false); p.MoveArticle(true) }, "3 {7 17} true"},
	} {
		c.do()
		if got := at(); got != c.want {
			t.Fatalf("selected is %s, want %s", got, c.want)
		}
	}
	if got := p.Words(); got != "港口重新开放，渡轮回来了, Harbour Post, 30 October 2015" {
		t.Errorf("words %q", got)
	}
	p.Move(1)
	if got := p.Words(); got != "Harbour Board: “Mrs Lovell has our thanks.” (港口重新开放，渡轮回来了, Harbour Post, 30 October 2015)" {
		t.Errorf("words %q", got)
	}
}

func TestFilter(t *testing.T) {
	p := pane(t, 12, 100, 60)
	for _, c := range []struct {
		filter       string
		lines, count int
	}{
		{"", 12 + 26, 26},
		{"BRANDT", 4 + 4, 4},
		{"brandt promised", 4 + 4, 4},
		{"site:wire", 3 + 4, 4},
		{"site:WIRE act:think", 1 + 1, 1},
		{"act:decide ferry", 2 + 2, 2},
		{"announced ferry", 2 + 2, 2},
		{"site:nowhere", 0, 0},
		{"渡轮", 3 + 9, 9},
	} {
		p.SetFilter(c.filter)
		if p.Len() != c.lines || p.counts[All] != c.count {
			t.Errorf("%q: %d lines, %d statements", c.filter, p.Len(), p.counts[All])
		}
	}
	p.SetFilter("site:nowhere")
	if got := shown(p); !strings.Contains(got, "nothing here has “site:nowhere” in it") || !strings.Contains(got, "0 of 12 articles") {
		t.Errorf("shown:\n%s", got)
	}
	p.SetFilter("\x1b[2J")
	if got := shown(p); strings.Contains(got, "\x1b") {
		t.Errorf("shown: %q", got)
	}
}

func TestNobody(t *testing.T) {
	p := pane(t, 0, 60, 12)
	p.Move(1)
	p.MovePage(1)
	p.MoveArticle(false)
	p.ToEnd(true)
	p.Turn(1)
	p.Reorder()
	if _, _, ok := p.Selected(); ok || p.Index() != -1 || p.Words() != "" || !strings.Contains(shown(p), "no article has anything it said") {
		t.Errorf("shown:\n%s", shown(p))
	}
}

// Articles of one month are one bar, however their zones differ.
func TestMonths(t *testing.T) {
	at := func(s string) keep.Appearance {
		when, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return keep.Appearance{Article: keep.Article{Published: when}}
	}
	d := Gather(ada, []keep.Appearance{at("2015-02-01T00:30:00+05:00"), at("2015-01-31T20:00:00Z"), at("2015-03-01T00:00:00Z"), {}})
	if got := d.bars(10); got != "▄ ▂" {
		t.Errorf("bars %q", got)
	}
	if got := d.bars(2); got != "▄▂" {
		t.Errorf("two bars %q", got)
	}
	if got := Gather(ada, nil).bars(5); got != "" {
		t.Errorf("no bars: %q", got)
	}
}

// Whatever is done, every row has the pane's width and the selected line is in
// sight, and only few lines are laid out.
func TestRowsFit(t *testing.T) {
	d := Gather(ada, appearances(200))
	th := panetest.Theme(t)
	rapid.Check(t, func(t *rapid.T) {
		p := New(d, th)
		width, height := rapid.IntRange(0, 130).Draw(t, "width"), rapid.IntRange(0, 45).Draw(t, "height")
		p.SetSize(width, height)
		for range 6 {
			switch rapid.IntRange(0, 6).Draw(t, "step") {
			case 0:
				p.Turn(rapid.IntRange(-3, 3).Draw(t, "turn"))
			case 1:
				p.Reorder()
			case 2:
				p.SetFilter(rapid.SampledFrom([]string{"", "ferry", "site:wire", "act:want pier", "brandt"}).Draw(t, "filter"))
			case 3:
				p.MovePage(rapid.IntRange(-2, 2).Draw(t, "pages"))
			case 4:
				p.ToEnd(rapid.Bool().Draw(t, "last"))
			case 5:
				p.MoveArticle(rapid.Bool().Draw(t, "back"))
			default:
				p.Move(rapid.IntRange(-9, 9).Draw(t, "n"))
			}
			rows := p.View()
			if len(rows) != height {
				t.Fatalf("%d rows of %d", len(rows), height)
			}
			seen := false
			for i, r := range rows {
				if w := ansi.StringWidth(r); w != width {
					t.Fatalf("row %d has %d columns of %d: %q", i, w, width, r)
				}
				seen = seen || p.At(i) == p.Index()
			}
			if p.Len() > 0 && height > 0 && !seen {
				t.Fatalf("line %d is not in sight", p.Index())
			}
		}
	})
}

func BenchmarkThousand(b *testing.B) {
	all := appearances(1000)
	p := New(Gather(ada, all), panetest.Theme(b))
	p.SetSize(120, 40)
	b.Run("gather", func(b *testing.B) {
		for range b.N {
			Gather(ada, all)
		}
	})
	b.Run("view", func(b *testing.B) {
		for range b.N {
			p.Move(1)
			p.View()
		}
	})
	b.Run("filter", func(b *testing.B) {
		for range b.N {
			p.SetFilter("ferry")
		}
	})
}
