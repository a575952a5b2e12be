package ui

import "gloss/ui/frame"

// A footed overlay takes only rows at the foot of the screen, so that what it is
// about stays in sight above it.
type footed interface {
	overlay
	// rows returns how many of the rows of a screen it takes, 0 for all.
	rows(height int) int
}

// leastAbove is the fewest rows that what is read has above such an overlay.
// Where they would be fewer, the overlay takes them all.
const leastAbove = 6

// foot returns how many rows at the foot of the screen an overlay takes, with
// what is read above them; 0 where it takes all or there is none.
func (a *app) foot() int {
	o, ok := a.overlay.(footed)
	if !ok {
		return 0
	}
	n := o.rows(a.wish.Height)
	if a.wish.Height-n-1 < leastAbove {
		return 0
	}
	return n
}

// divided returns the screen divided, without the rows at its foot.
func (a *app) divided() frame.Frame {
	w := a.wish
	w.Height -= a.foot()
	w.Zen = w.Zen && a.foot() == 0 // what an overlay asks for stands in the bar
	return frame.Divide(w)
}
