package notelist

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/golden"
	"gloss/articles/keep"
	"gloss/ui/panetest"
	"gloss/ui/theme"
	"gloss/ui/witness"
)

var now = time.Date(2015, 12, 15, 18, 0, 0, 0, time.UTC)

var themed = func() theme.Theme {
	th, err := theme.New("dark", true, termenv.TrueColor)
	if err != nil {
		panic(err)
	}
	return th
}()

func look(k keep.Kind) (string, theme.Style) {
	return string([]rune("!?~“»·")[slices.Index(append(keep.Kinds(), ""), k)]), theme.Style{Bold: true}
}

// shelf returns the notes on n articles, three on each, one of them lost.
func shelf(n int) []Group {
	texts := []string{"Who says so?", "", "The council's minutes of the 8th have *nothing* on it.\n\nAsk them.", "evil \x1b[31m\u202enote", "港口 👩‍👩‍👧 e\u0301"}
	ons := []keep.Target{
		{On: keep.OnSpan, At: anchor.Selector{Exact: "the ferry would sail again, “as soon as the last of the plates is riveted”"}},
		{On: keep.OnStatement, At: anchor.Selector{Exact: "Nobody will have to wait for a tenth week"}, Entity: keep.Ref{Name: "Ada Lovell"}},
		{On: keep.OnEntity, At: anchor.Selector{Exact: "Ms Lovell"}, Entity: keep.Ref{Name: "Ada Lovell"}},
		{On: keep.OnArticle},
	}
	var out []Group
	k := 0
	for i := range n {
		g := Group{Article: keep.Article{ID: keep.ArticleID(i + 1), Title: clean.Of(fmt.Sprintf("Ferry returns to the old harbour, part %d", i+1)), Site: clean.Of("Quay Gazette")}}
		for range 3 {
			note := keep.Note{ID: fmt.Sprint("n", k), Article: g.Article.ID, Kind: keep.Kinds()[k%5], Body: clean.Of(texts[k%len(texts)]), Target: ons[k%len(ons)], Modified: now.Add(-time.Duration(k*k) * time.Hour)}
			if note.Target.On == keep.OnArticle {
				note.Kind = ""
			}
			if k%2 == 0 {
				note.Tags = []clean.Text{clean.Of("ferry"), clean.Of("to check")}
			}
			g.Entries = append(g.Entries, Entry{Note: note, Lost: k%3 == 1})
			k++
		}
		out = append(out, g)
	}
	return out
}

func pane(n, width, height int) *Pane {
	p := New(look, themed)
	p.SetNow(now)
	p.SetSize(width, height)
	p.Set(shelf(n))
	return p
}

func shown(p *Pane) string { return panetest.Shown(p.View()) }

func TestGolden(t *testing.T) {
	for _, size := range [][2]int{{120, 39}, {80, 23}, {40, 11}} {
		name := fmt.Sprintf("%dx%d.golden", size[0], size[1])
		p := pane(3, size[0], size[1])
		p.Move(1)
		got, path := shown(p), filepath.Join("testdata", name)
		golden.Check(t, path, got)
	}
}

func TestFilter(t *testing.T) {
	for filter, want := range map[string]string{
		"":                   "n0 n2 n3 n5 n6 n8 n1 n4 n7",
		"kind:claim":         "n6 n1",
		"kind:cl WHO":        "",
		"tag:ferry kind:imp": "n0",
		"tag:to":             "n0 n2 n6 n8 n4", // the second word of the tag is no part of the filter
		"is:lost":            "n1 n4 n7",
		"lovell":             "n2 n5 n6 n1",
		"part 2":             "n3 n5 n4",
		"港口":                 "n4",
		"zz":                 "",
	} {
		p := pane(3, 80, 30)
		p.SetFilter(filter)
		var got []string
		for range p.notes {
			e, _, _ := p.Selected()
			got = append(got, e.Note.ID)
			p.Move(1)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q lists %v, want %s", filter, got, want)
		}
	}
}

// What is selected stays so when the notes are read again, and where it is
// gone the next one takes its place.
func TestSetKeepsTheSelection(t *testing.T) {
	p := pane(3, 80, 30)
	p.Move(2)
	groups := shelf(3)
	groups[0].Entries = groups[0].Entries[1:]
	p.Set(groups)
	if e, _, _ := p.Selected(); e.Note.ID != "n3" {
		t.Errorf("selected is %s", e.Note.ID)
	}
	groups = shelf(3)
	groups[0].Entries, groups[1].Entries = groups[0].Entries[1:], groups[1].Entries[1:]
	p.Set(groups)
	if e, _, _ := p.Selected(); e.Note.ID != "n5" {
		t.Errorf("after it went, selected is %s", e.Note.ID)
	}
	p.Set(nil)
	if _, _, ok := p.Selected(); ok {
		t.Error("something is selected in an empty list")
	}
	p.Move(1)
	if !strings.Contains(shown(p), "no notes yet") {
		t.Errorf("shown:\n%s", shown(p))
	}
}

// At any size and after any moves the pane is as large as told, shows the
// selected note, lays nothing out twice, and a click finds what is shown.
func TestAnySize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := pane(rapid.IntRange(0, 5).Draw(t, "articles"), rapid.IntRange(-1, 120).Draw(t, "width"), rapid.IntRange(-1, 40).Draw(t, "height"))
		for range rapid.IntRange(1, 10).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				p.SetSize(rapid.IntRange(-1, 120).Draw(t, "width"), rapid.IntRange(-1, 40).Draw(t, "height"))
			case 1:
				p.SetFilter(rapid.SampledFrom([]string{"", "kind:claim", "is:lost", "zz", "ferry"}).Draw(t, "filter"))
			case 2:
				p.ToEnd(rapid.Bool().Draw(t, "last"))
			case 3:
				p.MovePage(rapid.IntRange(-2, 2).Draw(t, "pages"))
			case 4:
				p.Move(rapid.IntRange(-8, 8).Draw(t, "move"))
			case 5:
				p.Set(shelf(rapid.IntRange(0, 5).Draw(t, "articles")))
			}
			rows := p.View()
			panetest.Fit(t, rows, p.width, p.height)
			if f := witness.Painted.Foreign([]byte(strings.Join(rows, "\n"))); len(f) > 0 {
				t.Fatalf("foreign: %+v", f[0])
			}
			e, _, ok := p.Selected()
			if !ok || p.height <= headRows {
				continue
			}
			found := false
			was := p.at
			for y := range rows {
				if p.At(y) && p.at == was {
					found = true
				}
				p.at = was
				p.scroll()
			}
			if !found {
				t.Fatalf("note %s is not in sight", e.Note.ID)
			}
		}
	})
}

// BenchmarkView draws the pane with few notes and with very many.
func BenchmarkView(b *testing.B) {
	panetest.BenchmarkView(b, 5, 5_000, func(n int) panetest.Pane { return pane(n, 120, 40) })
}
