package compare

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/event"
	"gloss/ui/panetest"
)

var (
	ada    = keep.Ref{Name: "Ada Lovell", Type: "PERSON"}
	brandt = keep.Ref{Name: "Ben Brandt", Type: "PERSON"}
	board  = keep.Ref{Name: "Harbour Board", Type: "ORG"}
)

// comparison returns two articles on one evening at the quay.
func comparison() event.Comparison {
	off := 0
	said := func(by keep.Ref, act, kind, words string) keep.Statement {
		off += 100
		return keep.Statement{Speaker: by, Text: clean.Of(words), Act: act, Kind: kind, Span: articles.Span{Start: off, End: off + len(words)}}
	}
	named := func(r keep.Ref, n int, aliases ...string) keep.Entity {
		return keep.Entity{Ref: r, Mentions: n, Aliases: aliases, First: articles.Span{Start: n, End: n + 5}}
	}
	c, err := event.Compare(context.Background(),
		event.Source{
			Article: keep.Article{ID: 1, Title: clean.Of("Ferry returns to the old harbour after nine weeks in dock"), Site: clean.Of("The Quay Gazette"), Published: time.Date(2015, 12, 15, 9, 0, 0, 0, time.UTC)},
			Findings: keep.Findings{
				Entities: []keep.Entity{named(ada, 6, "Lovell"), named(brandt, 2), named(keep.Ref{Name: "Norland", Type: "GPE"}, 3), named(keep.Ref{Name: "Marie", Type: "PRODUCT"}, 4)},
				Statements: []keep.Statement{
					said(ada, "say", "direct", "We shall mend the pier before the winter, and the town will pay for all of it, whatever the board makes of that."),
					said(ada, "think", "indirect", "that the ferry was the heart of the town"),
					said(brandt, "say", "direct", "It will be dear."),
					said(keep.Ref{}, "say", "indirect", "the Marie had lost a part of her rudder"),
				},
			},
		},
		event.Source{
			Article: keep.Article{ID: 2, Title: clean.Of("港口重新开放，渡轮回来了: a long evening at the quay, and what the board has to say"), Site: clean.Of("Northern Wire"), Added: time.Date(2015, 12, 16, 1, 0, 0, 0, time.UTC)},
			Findings: keep.Findings{
				Entities: []keep.Entity{named(ada, 2, "Lovell"), named(board, 7), named(keep.Ref{Name: "Norland", Type: "LOC"}, 1)},
				Statements: []keep.Statement{
					said(board, "say", "direct", "Mrs Lovell has our thanks, but not our money."),
					said(ada, "say", "direct", "We shall mend the pier before the winter, and the town will pay for all of it"),
					said(board, "decide", "indirect", "to meet again in January"),
				},
			},
		})
	if err != nil {
		panic(err) // nothing ends it
	}
	return c
}

func pane(t testing.TB, width, height int) *Pane {
	t.Helper()
	p := New(comparison(), panetest.Theme(t))
	p.SetSize(width, height)
	return p
}

func shown(p *Pane) string { return panetest.Shown(p.View()) }

// How the tabs look at the common sizes.
func TestLook(t *testing.T) {
	panetest.Look(t, [][2]int{{120, 40}, {80, 24}, {40, 12}}, func(width, height int) string {
		p := pane(t, width, height)
		var got string
		for range tabs {
			got += shown(p)
			p.Turn(1)
		}
		return got
	})
}

// What is selected is opened in the article that it is of.
func TestSelected(t *testing.T) {
	p := pane(t, 120, 40)
	at := func() string {
		a, span, ok := p.Selected()
		return fmt.Sprintf("%d %d %v", a.ID, span.Start, ok)
	}
	for n, c := range []struct {
		do   func()
		want string
	}{
		{func() {}, "1 100 true"},
		{p.Cross, "2 600 true"},
		{func() { p.Move(1) }, "2 500 true"}, // only there
		{p.Cross, "1 300 true"},              // only here, beside it
		{func() { p.SetSize(80, 24) }, "1 300 true"},
		{p.Cross, "1 300 true"}, // the other article has nothing of the line
		{func() { p.ToEnd(true) }, "2 500 true"},
		{func() { p.SetSize(120, 40) }, "2 500 true"},
		{func() { p.Turn(1); p.ToEnd(false) }, "2 600 true"},
		{p.Cross, "1 100 true"},
		{func() { p.SetFilter("board") }, "1 100 true"}, // both have it, and one has the word
		{func() { p.SetFilter("REST of the") }, "0 0 false"},
		{func() { p.SetFilter("dear") }, "1 300 true"},
		{func() { p.SetFilter(""); p.Turn(1) }, "1 6 true"},
		{func() { p.Move(2) }, "1 4 true"},
	} {
		c.do()
		if got := at(); got != c.want {
			t.Fatalf("step %d: selected is %s, want %s\n%s", n, got, c.want, shown(p))
		}
	}
	if got := p.Words(); got != "Marie" {
		t.Errorf("words %q", got)
	}
	p.Turn(-1)
	p.ToEnd(true)
	if got := p.Words(); got != "not said who: “the Marie had lost a part of her rudder” (Ferry returns to the old harbour after nine weeks in dock, The Quay Gazette)" {
		t.Errorf("words %q", got)
	}
}

func TestClick(t *testing.T) {
	p := pane(t, 120, 40)
	if p.SelectAt(0, 5) || p.SelectAt(3, 5) != true {
		t.Error("the first line is not selected")
	}
	if p.SelectAt(7, 80) {
		t.Error("selected before the click")
	}
	if a, span, _ := p.Selected(); a.ID != 2 || span.Start != 500 {
		t.Errorf("selected is %v %v\n%s", a.ID, span, shown(p))
	}
}

// Articles of one outlet are told apart by where they stand.
func TestLabels(t *testing.T) {
	c := comparison()
	c.Sources[1].Article.Site = c.Sources[0].Article.Site
	p := New(c, panetest.Theme(t))
	for width, want := range map[int]string{120: "Quoted by the right one only", 80: "Quoted by the second only"} {
		p.SetSize(width, 30)
		if got := shown(p); !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestNothing(t *testing.T) {
	p := New(event.Comparison{}, panetest.Theme(t))
	p.SetSize(80, 10)
	p.Move(1)
	p.MovePage(1)
	p.ToEnd(true)
	p.Cross()
	if _, _, ok := p.Selected(); ok || p.Index() != -1 || p.Words() != "" || p.SelectAt(4, 4) || !strings.Contains(shown(p), "neither article has any") {
		t.Errorf("shown:\n%s", shown(p))
	}
	p.SetFilter("\x1b[2J")
	if got := shown(p); strings.Contains(got, "\x1b") || !strings.Contains(got, "nothing here has") {
		t.Errorf("shown: %q", got)
	}
}

// Whatever is done, every row has the pane's width and the selected line is in
// sight.
func TestRowsFit(t *testing.T) {
	c, th := comparison(), panetest.Theme(t)
	rapid.Check(t, func(t *rapid.T) {
		p := New(c, th)
		for range 8 {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				p.Turn(rapid.IntRange(-3, 3).Draw(t, "turn"))
			case 1:
				p.SetFilter(rapid.SampledFrom([]string{"", "lovell", "pier", "zz"}).Draw(t, "filter"))
			case 2:
				p.MovePage(rapid.IntRange(-2, 2).Draw(t, "pages"))
			case 3:
				p.Cross()
			case 4:
				p.SetSize(rapid.IntRange(0, 160).Draw(t, "width"), rapid.IntRange(0, 40).Draw(t, "height"))
			default:
				p.Move(rapid.IntRange(-3, 3).Draw(t, "n"))
			}
			rows := p.View()
			panetest.Fit(t, rows, p.width, p.height)
			seen := false
			for i := range rows {
				seen = seen || p.At(i) == p.Index()
			}
			if _, _, ok := p.Selected(); p.height > 0 && (ok && !seen || ok != (p.Len() > 0)) {
				t.Fatalf("line %d of %d: selected %v, in sight %v", p.Index(), p.Len(), ok, seen)
			}
		}
	})
}
