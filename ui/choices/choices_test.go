package choices

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles/clean"
	"gloss/articles/golden"
	"gloss/ui/panetest"
	"gloss/ui/theme"
	"gloss/ui/witness"
)

var themed = func() theme.Theme {
	th, err := theme.New("dark", true, termenv.TrueColor)
	if err != nil {
		panic(err)
	}
	return th
}()

func menu(width, height int) *Pane {
	p := New(clean.Of("Ada Lovell, person"), []Choice{
		{Words: clean.Of("the name"), Heading: true},
		{Key: "d", Words: clean.Of("dismiss it here")},
		{Key: "D", Words: clean.Of("dismiss it in the whole article"), More: clean.Of("4 mentions")},
		{Key: "t", Words: clean.Of("it is of another type ▸")},
		{Words: clean.Of("what you corrected"), Heading: true},
		{Sign: "✓", Words: clean.Of("Lund is a place"), More: clean.Of("no such name any more")},
		{Words: clean.Of("evil \x1b[31m\u202ename")},
	}, themed)
	p.SetSize(width, height)
	return p
}

func shown(p *Pane) string { return panetest.Shown(p.View()) }

func TestGolden(t *testing.T) {
	for _, size := range [][2]int{{120, 9}, {80, 8}, {40, 5}} {
		name := fmt.Sprintf("%dx%d.golden", size[0], size[1])
		p := menu(size[0], size[1])
		p.Move(2)
		got, path := shown(p), filepath.Join("testdata", name)
		golden.Check(t, path, got)
	}
}

func TestChoosing(t *testing.T) {
	p := menu(80, 10)
	if got := p.Selected(); got != 1 {
		t.Errorf("at first %d is selected, not what follows the heading", got)
	}
	p.Move(-3)
	if got := p.Selected(); got != 1 {
		t.Errorf("above the first is %d", got)
	}
	p.Move(3)
	if got := p.Selected(); got != 5 {
		t.Errorf("three on is %d, not what follows the heading", got)
	}
	if got := p.Keyed("t"); got != 3 {
		t.Errorf("t takes %d", got)
	}
	if p.Keyed("") != -1 || p.Keyed("z") != -1 {
		t.Error("a key that is nobody's takes something")
	}
	p.SetFilter(" LUND")
	if got := p.Selected(); got != 5 {
		t.Errorf("the filter finds %d", got)
	}
	p.SetFilter("zz")
	if p.Selected() != -1 || !strings.Contains(shown(p), "nothing here has “zz” in it") {
		t.Errorf("selected %d in\n%s", p.Selected(), shown(p))
	}
}

// At any size and after any moves the pane is as large as told, shows what is
// selected, and a click finds what is shown.
func TestAnySize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := menu(rapid.IntRange(-1, 100).Draw(t, "width"), rapid.IntRange(-1, 12).Draw(t, "height"))
		for range rapid.IntRange(1, 10).Draw(t, "steps") {
			switch rapid.IntRange(0, 4).Draw(t, "step") {
			case 0:
				p.SetSize(rapid.IntRange(-1, 100).Draw(t, "width"), rapid.IntRange(-1, 12).Draw(t, "height"))
			case 1:
				p.SetFilter(rapid.SampledFrom([]string{"", "i", "zz", "港"}).Draw(t, "filter"))
			case 2:
				p.ToEnd(rapid.Bool().Draw(t, "last"))
			default:
				p.Move(rapid.IntRange(-8, 8).Draw(t, "move"))
			}
			rows := p.View()
			if len(rows) != p.height {
				t.Fatalf("%d rows of %d", len(rows), p.height)
			}
			found := p.height < 2 || p.Selected() < 0
			for y, r := range rows {
				if w := ansi.StringWidth(r); w != p.width {
					t.Fatalf("row %d has %d columns of %d: %q", y, w, p.width, r)
				}
				if i := p.At(y); i >= 0 {
					found = found || i == p.Selected()
					if p.width > 30 && !strings.Contains(ansi.Strip(r), string([]rune(clean.Line(p.choices[i].Words.String()).String())[:4])) {
						t.Fatalf("at row %d is choice %d, shown is %q", y, i, ansi.Strip(r))
					}
				}
			}
			if !found {
				t.Fatalf("choice %d is not in sight", p.Selected())
			}
			if f := witness.Painted.Foreign([]byte(strings.Join(rows, "\n"))); len(f) > 0 {
				t.Fatalf("foreign: %+v", f[0])
			}
		}
	})
}
