package frame

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestDivide(t *testing.T) {
	for _, c := range []struct {
		name         string
		wish         Wish
		beside       bool
		textW        int
		marginHidden bool
	}{
		{"wide", Wish{Width: 120, Height: 40, TextWidth: 76}, true, 75, false},
		{"just wide enough", Wish{Width: 91, Height: 24, TextWidth: 76}, true, 60, false},
		{"the text would fall under 60", Wish{Width: 90, Height: 24, TextWidth: 76}, false, 76, false},
		{"classic", Wish{Width: 80, Height: 24, TextWidth: 76}, false, 76, false},
		{"narrow", Wish{Width: 40, Height: 12, TextWidth: 76}, false, 37, false},
		{"tiny", Wish{Width: 20, Height: 6, TextWidth: 76}, false, 20, true},
		{"hidden", Wish{Width: 120, Height: 40, TextWidth: 76, Side: Hidden}, false, 76, true},
		{"asked for below", Wish{Width: 120, Height: 40, TextWidth: 76, Side: Below}, false, 76, false},
		{"zen", Wish{Width: 120, Height: 40, TextWidth: 76, Zen: true}, false, 76, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := Divide(c.wish)
			if f.Beside != c.beside || f.Text.W != c.textW || f.Margin.Empty() != c.marginHidden {
				t.Errorf("got %+v", f)
			}
		})
	}
}

// Whatever the size and the wish, the parts lie on the screen and apart, the
// text inside the article, and something is shown.
func TestDivideHoldsForAnySize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := Wish{
			Width: rapid.IntRange(0, 320).Draw(t, "width"), Height: rapid.IntRange(0, 120).Draw(t, "height"),
			Side: Side(rapid.IntRange(0, 2).Draw(t, "side")), MarginWidth: rapid.IntRange(0, 90).Draw(t, "margin"),
			TextWidth: rapid.SampledFrom([]int{0, 40, 76}).Draw(t, "text"),
			Zen:       rapid.Bool().Draw(t, "zen"), MarginFocus: rapid.Bool().Draw(t, "focus"),
		}
		f := Divide(w)
		screen := Rect{0, 0, max(w.Width, 1), max(w.Height, 1)}
		for _, r := range []Rect{f.Article, f.Margin, f.Bar} {
			if r.Empty() {
				continue
			}
			if r.X < 0 || r.Y < 0 || r.X+r.W > screen.W || r.Y+r.H > screen.H {
				t.Fatalf("%+v is not on the screen %+v", r, screen)
			}
		}
		if overlap(f.Article, f.Margin) || overlap(f.Article, f.Bar) || overlap(f.Margin, f.Bar) {
			t.Fatalf("parts overlap: %+v", f)
		}
		if f.Article.Empty() && f.Margin.Empty() {
			t.Fatalf("nothing is shown: %+v", f)
		}
		if !f.Text.Empty() && (f.Text.X < f.Article.X || f.Text.X+f.Text.W > f.Article.X+f.Article.W || f.Text.H != f.Article.H) {
			t.Fatalf("the text %+v is not in the article %+v", f.Text, f.Article)
		}
		if f.Beside && f.Text.W < MinText && (w.TextWidth == 0 || w.TextWidth >= MinText) {
			t.Fatalf("the text has %d columns beside the margin", f.Text.W)
		}
		if w.MarginFocus && f.Margin.Empty() {
			t.Fatalf("the margin has the keys and is not shown: %+v", f)
		}
	})
}

func overlap(a, b Rect) bool {
	return !a.Empty() && !b.Empty() && a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

func ExampleDivide() {
	f := Divide(Wish{Width: 120, Height: 40, TextWidth: 76})
	fmt.Println(f.Text.W, f.Margin.W, f.Beside)
	// Output: 75 40 true
}
