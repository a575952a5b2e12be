package shelf

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles/clean"
	"gloss/articles/golden"
	"gloss/articles/keep"
	"gloss/ui/list"
	"gloss/ui/panetest"
	"gloss/ui/theme"
)

var now = time.Date(2015, 12, 15, 18, 0, 0, 0, time.UTC)

// kept returns n articles that differ in what is known of them.
func kept(n int) []keep.Article {
	titles := []string{
		"Ferry returns to the old harbour after nine weeks in dock", "Council votes on the quay tomorrow", "港口重新开放，渡轮回来了",
		"A very long title about the many reasons for which the lighthouse of the northern pier was painted in three different colours by its keepers",
		"Ada Lovell: what we learned from the flood", "Kaffee ☕ für die Straße 👩‍👩‍👧 am Hafen", "Tide tables", "Crew of the “Marie” is safe",
	}
	ages := []time.Duration{
		20 * time.Second, 12 * time.Minute, 5 * time.Hour, 30 * time.Hour, 4 * 24 * time.Hour, 40 * 24 * time.Hour, 700 * 24 * time.Hour,
	}
	out := make([]keep.Article, n)
	for i := range out {
		a := keep.Article{
			ID: keep.ArticleID(i + 1), Key: fmt.Sprintf("https://gazette.example/%d", i), Title: clean.Line(titles[i%len(titles)]),
			Site:  clean.Line([]string{"The Quay Gazette", "wire.example", "Harbour & Coast Quarterly Review"}[i%3]),
			Added: now.Add(-ages[i%len(ages)]), Words: 400, Full: i%4 != 3,
		}
		if i%2 == 0 {
			a.Byline = clean.Line("Ada Lovell")
		}
		if i%4 != 2 {
			a.Summary = clean.Line(fmt.Sprintf("Number %d: the ferry sails again, said the harbour master, and nobody on the quay was surprised to see how many people came.", i))
		}
		switch i % 5 {
		case 1:
			a.Opened, a.Progress = now, 0.45
		case 2:
			a.Opened, a.Progress, a.Read = now, 1, true
			a.Notes = 3
		case 3:
			a.Opened, a.Progress, a.Notes = now, 0.004, 120
		}
		if i%6 == 1 {
			a.Tags = []clean.Text{clean.Line("harbour"), clean.Line("to check")}
		}
		out[i] = a
	}
	return out
}

func bare(t testing.TB, width, height int) *Pane {
	t.Helper()
	p := New(panetest.Theme(t), clean.Line("Shelf"), clean.Of("Nothing is kept yet.\nEvery article that you open is."))
	p.SetNow(now)
	p.SetSize(width, height)
	return p
}

func pane(t testing.TB, n, width, height int) *Pane {
	t.Helper()
	p := bare(t, width, height)
	p.SetCount(Feeds, 2)
	p.SetRows(Prepare(kept(n)), keep.ByActivity, true)
	return p
}

func shown(p *Pane) string { return panetest.Shown(p.View()) }

// How the pane looks at the common sizes, filtered, and empty.
func TestLook(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}, {24, 5}} {
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		p := pane(t, 30, size[0], size[1])
		p.Move(2)
		golden.Check(t, filepath.Join("testdata", name+".txt"), shown(p))
		p.SetFilter("hbr lovell")
		p.Toggle()
		golden.Check(t, filepath.Join("testdata", name+"-filtered.txt"), shown(p))
		golden.Check(t, filepath.Join("testdata", name+"-empty.txt"), shown(pane(t, 0, size[0], size[1])))
	}
}

func ids(p *Pane) (out []int) {
	for _, i := range p.order {
		out = append(out, int(p.rows.articles[i].ID))
	}
	return out
}

func selected(t *testing.T, p *Pane, want keep.ArticleID) {
	t.Helper()
	if a, _ := p.Selected(); a.ID != want {
		t.Errorf("selected is %d, want %d", a.ID, want)
	}
}

// The selection stays with its article whatever becomes of the rows.
func TestSelectionStays(t *testing.T) {
	p := bare(t, 80, 24)
	all := kept(20)
	p.SetRows(Prepare(slices.Clone(all[:5])), keep.ByActivity, false)
	selected(t, p, 1)
	if got := shown(p); !strings.Contains(got, "1/5…") {
		t.Errorf("shown:\n%s", got)
	}
	p.Move(3)
	p.SetRows(Prepare(slices.Clone(all)), keep.ByActivity, true)
	selected(t, p, 4)
	slices.Reverse(all)
	p.SetRows(Prepare(slices.Clone(all)), keep.ByTitle, true)
	selected(t, p, 4)
	p.Drop(4) // the next one stands there
	selected(t, p, 3)
	p.Drop(1, 2, 3)
	selected(t, p, 5)
	p.SetFilter("council")
	p.SetFilter("")
	if a, _ := p.Selected(); !strings.HasPrefix(a.Title.String(), "Council") {
		t.Errorf("selected is %q", a.Title)
	}
	p.Replace(keep.Article{ID: 7, Title: clean.Line("Renamed"), Read: true})
	p.Select(7)
	if a, _ := p.Selected(); a.Title.String() != "Renamed" {
		t.Errorf("selected is %q", a.Title)
	}
	p.SetFilter("renamed")
	if p.Len() != 1 {
		t.Errorf("%d articles are called so", p.Len())
	}
	p.SetRows(Rows{}, keep.ByTitle, true)
	p.Move(1)
	p.ToEnd(true)
	if _, ok := p.Selected(); ok || len(p.Chosen()) != 0 {
		t.Error("something is selected of nothing")
	}
}

func TestTabs(t *testing.T) {
	p := pane(t, 20, 80, 24)
	p.Turn(1)
	if got := ids(p); !slices.Equal(got, []int{1, 5, 6, 10, 11, 15, 16, 20}) {
		t.Errorf("unread: %v", got)
	}
	p.Turn(1)
	if got := ids(p); !slices.Equal(got, []int{2, 4, 7, 9, 12, 14, 17, 19}) {
		t.Errorf("begun: %v", got)
	}
	p.Turn(2)
	if p.Tab() != Removed || p.Len() != 0 || !strings.Contains(shown(p), "looking …") {
		t.Errorf("%v:\n%s", p.Tab(), shown(p))
	}
	p.SetRows(Prepare(kept(2)), keep.ByActivity, true)
	if got := shown(p); p.Len() != 2 || !strings.Contains(got, "All 20 Unread 8 Begun 8 Feeds 2 Removed 2") {
		t.Errorf("%d articles:\n%s", p.Len(), got)
	}
	p.Turn(1)
	if p.Tab() != All || p.Len() != 0 {
		t.Errorf("%v, %d articles", p.Tab(), p.Len())
	}
	p.Turn(-1)
	if p.Tab() != Removed {
		t.Errorf("%v", p.Tab())
	}
	// Each name of a tab is found where it is shown.
	row := ansi.Strip(p.View()[0])
	for tab := range tabs {
		at := ansi.StringWidth(row[:strings.Index(row, tab.String())])
		if got, ok := p.TabAt(0, at); !ok || got != tab {
			t.Errorf("%v is found at the name of %v", got, tab)
		}
	}
	if _, ok := p.TabAt(0, 79); ok {
		t.Error("a tab at the end of the row")
	}
}

func TestHiddenTab(t *testing.T) {
	p := pane(t, 20, 80, 24)
	p.Hide(Feeds)
	p.Hide(All) // it is open
	p.Open(Feeds)
	if p.Tab() != All || strings.Contains(shown(p), "Feeds") {
		t.Errorf("%v:\n%s", p.Tab(), shown(p))
	}
	for _, want := range []Tab{Unread, Begun, Removed, All} {
		if p.Turn(1); p.Tab() != want {
			t.Errorf("%v, want %v", p.Tab(), want)
		}
	}
	p.Turn(-1)
	at := strings.Index(ansi.Strip(p.View()[0]), "Removed")
	if got, ok := p.TabAt(0, at); !ok || got != Removed || p.Tab() != Removed {
		t.Errorf("%v is found at the name of %v", got, p.Tab())
	}
}

func TestMarks(t *testing.T) {
	p := pane(t, 10, 80, 24)
	if c := p.Chosen(); len(c) != 1 || c[0].ID != 1 {
		t.Errorf("%v", c)
	}
	p.Toggle()
	p.Move(1)
	p.Toggle()
	if c := p.Chosen(); len(c) != 2 || c[0].ID != 1 || c[1].ID != 3 {
		t.Errorf("%v", c)
	}
	if got := shown(p); strings.Count(got, "✓") != 2 || !strings.Contains(got, "2 marked  4/10") {
		t.Errorf("shown:\n%s", got)
	}
	if c := p.Summaries(); len(c) != 0 {
		t.Errorf("summaries of the marked ones: %v", c)
	}
	p.Drop(3)
	if c := p.Chosen(); len(c) != 1 || c[0].ID != 1 {
		t.Errorf("%v", c)
	}
	if !p.Unmark() || p.Unmark() {
		t.Error("marks are not taken away once")
	}
	if c := p.Summaries(); !slices.Equal(c, []keep.ArticleID{4}) { // the eighth is read
		t.Errorf("summaries: %v", c)
	}
	p.Select(8)
	p.Toggle()
	if c := p.Summaries(); !slices.Equal(c, []keep.ArticleID{8}) {
		t.Errorf("summaries of the marked one: %v", c)
	}
}

func TestFilter(t *testing.T) {
	p := pane(t, 16, 80, 24)
	for _, c := range []struct {
		filter string
		want   []int // in the order shown
	}{
		{"STRASSEN", nil},
		{"für STRAßE", []int{6, 14}},
		{"fur straße", []int{6, 14}},
		{"kffe", []int{6, 14}},
		{"tide", []int{7, 15, 4, 12}}, // the last have its letters, far apart
		{"#check", []int{2, 8, 14}},
		{"check", []int{2, 8, 14, 4, 12}},
		{"港口", []int{3, 11}},
		{"council gazette", []int{10}},
		{"\x1b[2J", nil},
		{" ", []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}},
	} {
		p.SetFilter("")
		p.SetFilter(c.filter)
		got := ids(p)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.filter, got, c.want)
		}
		if strings.Contains(shown(p), "\x1b") {
			t.Errorf("shown: %q", shown(p))
		}
	}
}

// What a filter lets pass has its letters in order, in one field for each
// word; and typing it letter by letter gives what it gives at once.
func TestFilterAgainstSlowTwin(t *testing.T) {
	all := kept(60)
	text := rapid.StringOfN(rapid.SampledFrom([]rune("aäeorst lHBé港")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		rows := slices.Clone(all[:rapid.IntRange(0, 60).Draw(t, "rows")])
		filter := text.Draw(t, "filter")
		var want []int
		for _, a := range rows {
			fields := []string{a.Title.String(), a.Site.String(), a.Byline.String()}
			for _, tag := range a.Tags {
				fields = append(fields, tag.String())
			}
			ok := true
			for _, w := range strings.Fields(filter) {
				ok = ok && slices.ContainsFunc(fields, func(f string) bool { return inOrder(list.Fold(w), list.Fold(f)) })
			}
			if ok {
				want = append(want, int(a.ID))
			}
		}
		p := Pane{marked: map[keep.ArticleID]bool{}}
		p.SetRows(Prepare(rows), keep.ByActivity, true)
		p.SetFilter(filter)
		once := ids(&p)
		p.SetFilter("")
		for i := range filter {
			p.SetFilter(filter[:i])
		}
		p.SetFilter(filter)
		if typed := ids(&p); !slices.Equal(typed, once) {
			t.Fatalf("%q: typed %v, at once %v", filter, typed, once)
		}
		slices.Sort(once)
		if !slices.Equal(once, want) {
			t.Fatalf("%q: %v, want %v", filter, once, want)
		}
	})
}

func inOrder(word, text string) bool {
	w := []rune(word)
	for _, r := range text {
		if len(w) > 0 && r == w[0] {
			w = w[1:]
		}
	}
	return len(w) == 0
}

// The letters that are marked are those of the filter.
func TestMarkedLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.StringOfN(rapid.SampledFrom([]rune("aÄEo rst港e\u0301ﬁ")), 0, 20, -1).Draw(t, "title")
		filter := rapid.StringOfN(rapid.SampledFrom([]rune("aeorst港")), 1, 4, -1).Draw(t, "filter")
		rows := Prepare([]keep.Article{{ID: 1, Title: clean.Of(title)}})
		if len(rows.match([]int{0}, words(filter))) == 0 {
			return
		}
		title = rows.articles[0].Title.String()
		got := ""
		for _, m := range rows.marks(0, words(filter), []string{title, "", ""})[0] {
			got += title[m[0]:m[1]]
		}
		if list.Fold(got) != filter {
			t.Fatalf("%q in %q marks %q", filter, title, got)
		}
	})
}

// Letters side by side, however many, do not spoil the scores.
func TestLongWord(t *testing.T) {
	long := strings.Repeat("a", 300)
	rows := Prepare([]keep.Article{{ID: 1, Title: clean.Line("b")}, {ID: 2, Title: clean.Line(long)}})
	if got := rows.match([]int{0, 1}, words(long)); !slices.Equal(got, []int{1}) {
		t.Errorf("%v", got)
	}
}

// Without colours the filter's letters, the selection and what is unread are
// still told from the rest.
func TestWithoutColour(t *testing.T) {
	p := pane(t, 10, 80, 24)
	th, err := theme.New("dark", true, termenv.Ascii)
	if err != nil {
		t.Fatal(err)
	}
	p.SetTheme(th)
	p.SetFilter("tide")
	if got := strings.Join(p.View(), "\n"); !strings.Contains(got, "\x1b[1;4;7mTide") {
		t.Errorf("shown: %q", got)
	}
	p.SetFilter("")
	p.Select(5)
	if got := strings.Split(shown(p), "\n"); !strings.HasPrefix(got[2], "   ● Ferry") || !strings.HasPrefix(got[3], "     Council") || !strings.HasPrefix(got[6], " › ● Ada") {
		t.Errorf("shown:\n%s", strings.Join(got, "\n"))
	}
}

// At any size, after any moves, the pane is as large as told, shows what is
// selected, and a click finds what is shown.
func TestAnySize(t *testing.T) {
	p := pane(t, 0, 0, 0)
	th := p.theme
	rapid.Check(t, func(t *rapid.T) {
		p := New(th, clean.Line("Shelf"), clean.Of("Nothing.\nYet."))
		p.SetNow(now)
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			switch rapid.IntRange(0, 8).Draw(t, "step") {
			case 5:
				p.SetFilter(rapid.SampledFrom([]string{"", "ferry", "Lovell", "zz", "港口", "h"}).Draw(t, "filter"))
			case 6:
				p.Turn(rapid.IntRange(-7, 7).Draw(t, "tabs"))
			case 7:
				p.SetRows(Prepare(kept(rapid.IntRange(0, 40).Draw(t, "rows"))), keep.BySite, rapid.Bool().Draw(t, "complete"))
			case 8:
				p.Toggle()
			default:
				panetest.Walk(t, p)
			}
			rows := p.View()
			panetest.Fit(t, rows, p.width, p.height)
			found := p.Len() == 0 || p.height <= p.HeadRows()
			for y := -1; y <= p.height; y++ {
				at := p.At(y)
				if at < 0 {
					continue
				}
				found = found || at == p.Place()
				first := y == 0 || p.At(y-1) != at
				if title := []rune(p.rows.articles[p.order[at]].Title.String()); first && p.width > 20 && !strings.HasPrefix(string([]rune(rows[y])[5:]), string(title[:4])) {
					t.Fatalf("at row %d is article %d, shown is %q", y, at, rows[y])
				}
			}
			if !found {
				t.Fatalf("article %d is selected but not in sight at %dx%d", p.Place(), p.width, p.height)
			}
		}
	})
}

// BenchmarkView draws the pane of few articles and of very many.
func BenchmarkView(b *testing.B) {
	panetest.BenchmarkView(b, 20, 10_000, func(n int) panetest.Pane { return pane(b, n, 120, 40) })
}

// BenchmarkFilter filters ten thousand articles, by words that few and that
// most of them have.
func BenchmarkFilter(b *testing.B) {
	for _, filter := range []string{"e", "harbour", "lvll tide"} {
		b.Run(filter, func(b *testing.B) {
			p := pane(b, 10_000, 120, 40)
			for b.Loop() {
				p.SetFilter(filter)
				p.SetFilter("")
			}
		})
	}
}

// BenchmarkPrepare makes ten thousand articles ready.
func BenchmarkPrepare(b *testing.B) {
	all := kept(10_000)
	for b.Loop() {
		Prepare(all)
	}
}

// What no row has takes no room from the titles.
func TestColumnsAsNeeded(t *testing.T) {
	plain := keep.Article{ID: 1, Title: clean.Line(strings.Repeat("ferry ", 30))}
	long := func(change func(*keep.Article)) int {
		p := bare(t, 80, 24)
		a := plain
		change(&a)
		p.SetRows(Prepare([]keep.Article{plain, {ID: 2}, a}), keep.ByActivity, true)
		return ansi.StringWidth(strings.Split(shown(p), "…")[0])
	}
	bare := long(func(*keep.Article) {})
	for name, change := range map[string]func(*keep.Article){
		"notes":    func(a *keep.Article) { a.Notes = 1 },
		"read":     func(a *keep.Article) { a.Read = true },
		"progress": func(a *keep.Article) { a.Progress = 0.5 },
		"site":     func(a *keep.Article) { a.Site = clean.Line("Quay") },
	} {
		if got := long(change); got >= bare || got < bare-6 {
			t.Errorf("%s: %d columns of title are left of %d", name, got, bare)
		}
	}
}

// A list that could not be read says why, and nothing else, until it is read.
func TestFail(t *testing.T) {
	p := pane(t, 3, 80, 24)
	p.Fail(clean.Line("the shelf was made by a later version"))
	if got := shown(p); !strings.Contains(got, "later version") || strings.Contains(got, "Nothing is kept") || p.Len() != 0 {
		t.Error(got)
	}
	p.SetRows(Prepare(nil), keep.ByActivity, true)
	if got := shown(p); strings.Contains(got, "later version") || !strings.Contains(got, "Nothing is kept") {
		t.Error(got)
	}
}

// A word with a # before it is looked for in the tags alone.
func TestFilterByTag(t *testing.T) {
	p := bare(t, 80, 24)
	p.SetRows(Prepare([]keep.Article{
		{ID: 1, Title: clean.Line("The farm"), Tags: []clean.Text{clean.Line("eu")}},
		{ID: 2, Title: clean.Line("The mill"), Tags: []clean.Text{clean.Line("farm"), clean.Line("to check")}},
		{ID: 3, Title: clean.Line("A mill"), Tags: []clean.Text{clean.Line("Farming")}},
	}), keep.ByActivity, true)
	for filter, want := range map[string][]int{
		"farm": {1, 2, 3}, "#farm": {2, 3}, "#FARMI": {3}, "#": {1, 2, 3}, "mill #farm": {2, 3}, "#check the": {2}, "#mill": nil, "#farm #eu": nil, "#e": {1, 2},
	} {
		p.SetFilter("")
		for i := range filter { // as it is typed
			p.SetFilter(filter[:i+1])
		}
		got := ids(p)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, not %v", filter, got, want)
		}
	}
	p.SetFilter("#farm")
	p.View() // marks letters in tags alone
	if marks := p.rows.marks(0, p.words, []string{"The farm", "", "", "eu"}); len(marks[0]) > 0 {
		t.Errorf("marked in the title: %v", marks)
	}
}
