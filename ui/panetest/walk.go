package panetest

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// A Pane is a list that a selection moves in.
type Pane interface {
	SetSize(width, height int)
	Move(n int)
	MovePage(pages int)
	ToEnd(last bool)
	View() []string
}

// Walk does one thing that any list can do, also beyond its ends.
func Walk(t *rapid.T, p Pane) {
	switch rapid.IntRange(0, 4).Draw(t, "walk") {
	case 0, 1:
		p.SetSize(rapid.IntRange(-1, 130).Draw(t, "width"), rapid.IntRange(-1, 50).Draw(t, "height"))
	case 2:
		p.Move(rapid.IntRange(-50, 50).Draw(t, "move"))
	case 3:
		p.MovePage(rapid.IntRange(-2, 2).Draw(t, "pages"))
	case 4:
		p.ToEnd(rapid.Bool().Draw(t, "last"))
	}
}

// BenchmarkView draws the end of a list of few and of very many.
func BenchmarkView(b *testing.B, few, many int, pane func(n int) Pane) {
	for _, n := range []int{few, many} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := pane(n)
			p.ToEnd(true)
			for b.Loop() {
				p.View()
			}
		})
	}
}
