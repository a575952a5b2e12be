package hits

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/panetest"
	"gloss/ui/theme"
)

var now = time.Date(2015, 12, 15, 18, 0, 0, 0, time.UTC)

func article(id int) keep.Article {
	return keep.Article{
		ID: keep.ArticleID(id), Key: fmt.Sprint("key ", id), Title: clean.Line(fmt.Sprintf("Ferry number %d returns to the old harbour after nine weeks in dock", id)),
		Site: clean.Line("The Quay Gazette"), Published: now.Add(-time.Duration(id) * 9 * time.Hour),
	}
}

// found returns a hit with the word ferry marked.
func found(id int, where keep.Where, snippet string) keep.Hit {
	h := keep.Hit{Article: article(id), Where: where, Snippet: clean.Line(snippet)}
	if i := strings.Index(h.Snippet.String(), "ferry"); i >= 0 {
		h.Marks = []articles.Span{{Start: i, End: i + 5}}
	}
	if where == keep.InStatement {
		h.Speaker = clean.Line("Ada Lovell")
	}
	return h
}

func some() []keep.Hit {
	return []keep.Hit{
		found(1, keep.InTitle, "ferry returns"),
		found(1, keep.InBody, "… on the quay, where the ferry was seen for the first time since the flood took the pier …"),
		found(2, keep.InStatement, "“The ferry sails at noon, and who is late will have to swim.”"),
		found(1, keep.InNote, "who owns the ferry now?"),
		{Article: article(3), Where: keep.InTitle, Snippet: article(3).Title, Marks: []articles.Span{{Start: 0, End: 5}}},
		found(2, keep.InBody, "港口重新开放 ferry 渡轮回来了"),
	}
}

func pane(t testing.TB, width, height int) *Pane {
	t.Helper()
	p := New(panetest.Theme(t))
	p.SetNow(now)
	p.SetSize(width, height)
	return p
}

func shown(p *Pane) string { return panetest.Shown(p.View()) }

// How the pane looks at the common sizes, before and after a search.
func TestLook(t *testing.T) {
	panetest.Look(t, panetest.Sizes(), func(width, height int) string {
		p := pane(t, width, height)
		got := shown(p)
		p.SetHits("ferry", some(), Done)
		p.Move(2)
		got += shown(p)
		return got
	})
}

// The hits of an article stand together, under its name; that its title has the
// words too is seen there.
func TestTogether(t *testing.T) {
	p := pane(t, 80, 24)
	p.SetHits("ferry", some(), Done)
	if p.Len() != 5 || p.Articles() != 3 {
		t.Fatalf("%d hits in %d articles", p.Len(), p.Articles())
	}
	for i, want := range []struct {
		id    keep.ArticleID
		where keep.Where
	}{{1, keep.InBody}, {1, keep.InNote}, {2, keep.InStatement}, {2, keep.InBody}, {3, keep.InTitle}} {
		p.Select(i)
		h, ok := p.Selected()
		if !ok || h.Article.ID != want.id || h.Where != want.where {
			t.Errorf("hit %d is of article %d, in %d", i, h.Article.ID, h.Where)
		}
	}
	p.Select(2)
	p.SetHits("ferry", append(some(), found(4, keep.InBody, "a ferry")), Cut)
	if p.Place() != 2 || !strings.Contains(shown(p), "the first 6 hits in 4 articles") {
		t.Errorf("place %d:\n%s", p.Place(), shown(p))
	}
	p.SetQuery("ferry q")
	if got := shown(p); p.Place() != 0 || !strings.Contains(got, "searching …") || !strings.Contains(got, "who owns") {
		t.Errorf("place %d:\n%s", p.Place(), got)
	}
	p.SetHits("ferry q", nil, Done)
	if _, ok := p.Selected(); ok || !strings.Contains(shown(p), "nothing that is kept has “ferry q”") {
		t.Errorf("shown:\n%s", shown(p))
	}
	p.Fail("search: the shelf is damaged")
	if got := shown(p); !strings.Contains(got, "the shelf is damaged") {
		t.Errorf("shown:\n%s", got)
	}
}

// While a query asks for nothing yet, what can be asked is still shown.
func TestQueriesThatAskForNothing(t *testing.T) {
	for query, asks := range map[string]bool{"": false, " ": false, "speaker:": false, "Site: ": false, `"`: false, "*": false, "speaker:a": true, "x": true, "colour:": true, "日": true, "7": true} {
		p := pane(t, 80, 24)
		p.SetHits(query, nil, Done)
		if got := shown(p); strings.Contains(got, "nothing that is kept") != asks || strings.Contains(got, "what narrows them down") == asks {
			t.Errorf("%q:\n%s", query, got)
		}
	}
}

// An article whose title alone has the words takes one row, which is the hit.
func TestTitleAlone(t *testing.T) {
	p := pane(t, 130, 8)
	var all []keep.Hit
	for i := range 4 {
		a := article(i)
		a.Summary = clean.Line("It sails.")
		all = append(all, keep.Hit{Article: a, Where: keep.InTitle, Snippet: a.Title, Marks: []articles.Span{{Start: 0, End: 5}}})
	}
	p.SetHits("ferry", all, Done)
	p.Move(2)
	got := shown(p)
	if p.Len() != 4 || p.Articles() != 4 || strings.Count(got, "Ferry number") != 4 || !strings.Contains(got, " › Ferry number 2") || !strings.Contains(got, "  It sails.") {
		t.Errorf("%d hits in %d articles:\n%s", p.Len(), p.Articles(), got)
	}
	for i := range 4 {
		if at := p.At(2 + i); at != i {
			t.Errorf("at row %d is hit %d, not %d", 2+i, at, i)
		}
	}
}

// The words that were found stand out, with colours or without.
func TestMarksStandOut(t *testing.T) {
	th, err := theme.New("dark", true, termenv.Ascii)
	if err != nil {
		t.Fatal(err)
	}
	p := pane(t, 80, 24)
	p.SetTheme(th)
	p.SetHits("ferry", some(), Done)
	rows := p.View()
	if !strings.Contains(rows[3], "\x1b[1;4;7mferry\x1b[m") || !strings.Contains(rows[4], "\x1b[1;7mferry\x1b[m") {
		t.Errorf("selected %q, other %q", rows[3], rows[4])
	}
	title := keep.Hit{Article: article(1), Where: keep.InTitle, Snippet: article(1).Title, Marks: []articles.Span{{Start: 0, End: 5}}}
	p.SetHits("ferry t", append(some(), title), Done)
	if rows := p.View(); !strings.Contains(rows[2], "\x1b[1;7mFerry\x1b[m") {
		t.Errorf("title %q", rows[2])
	}
	h := found(9, keep.InBody, "ferry")
	h.Marks = []articles.Span{{Start: -4, End: 99}, {Start: 7, End: 3}} // a damaged index
	p.SetHits("x", []keep.Hit{h}, Done)
	if got := shown(p); !strings.Contains(got, "ferry") {
		t.Errorf("shown:\n%s", got)
	}
}

// However narrow the pane is, the words that were found are in sight.
func TestMarkIsInSight(t *testing.T) {
	for width := 24; width < 130; width++ {
		p := pane(t, width, 8)
		p.SetHits("ferry", []keep.Hit{found(1, keep.InBody, strings.Repeat("港口 harbour ", 9)+"ferry"+strings.Repeat(" quay", 20))}, Done)
		if got := shown(p); !strings.Contains(got, "ferry quay") && width > 28 || !strings.Contains(got, "ferry") {
			t.Errorf("%d columns:\n%s", width, got)
		}
	}
}

// At any size, after any moves, the pane is as large as told, shows what is
// selected, and a click finds what is shown.
func TestAnySize(t *testing.T) {
	th := pane(t, 0, 0).theme
	rapid.Check(t, func(t *rapid.T) {
		p := New(th)
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			switch rapid.IntRange(0, 6).Draw(t, "step") {
			case 5, 6:
				var hits []keep.Hit
				for range rapid.IntRange(0, 30).Draw(t, "hits") {
					hits = append(hits, found(rapid.IntRange(1, 9).Draw(t, "article"), keep.Where(rapid.IntRange(0, 3).Draw(t, "where")), "the ferry 港口 sails again and again and again"))
				}
				p.SetHits(rapid.SampledFrom([]string{"", "ferry"}).Draw(t, "query"), hits, State(rapid.IntRange(0, 3).Draw(t, "state")))
			default:
				panetest.Walk(t, p)
			}
			rows := p.View()
			panetest.Fit(t, rows, p.width, p.height)
			in := p.Len() == 0 || p.room() == 0
			for y := -1; y <= p.height; y++ {
				at := p.At(y)
				if at >= p.Len() {
					t.Fatalf("hit %d of %d at row %d", at, p.Len(), y)
				}
				in = in || at == p.Place() && strings.HasPrefix(rows[y], " › "[:min(5, p.width)])
			}
			if p.width >= 3 && !in {
				t.Fatalf("hit %d is selected but not in sight at %dx%d:\n%s", p.Place(), p.width, p.height, strings.Join(rows, "\n"))
			}
		}
	})
}
