package worker

import "math"

// matrix is a transformation [a b c d e f], as PDF writes it: a point (x, y)
// goes to (ax+cy+e, bx+dy+f).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then returns the transformation that does m first and n then.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// at returns where a point goes.
func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// scale returns how much longer the transformation makes what lies along x,
// and what stands upright.
func (m matrix) scale() (along, up float64) {
	along = math.Hypot(m[0], m[1])
	if along == 0 {
		return 0, 0
	}
	return along, math.Abs(m[0]*m[3]-m[1]*m[2]) / along
}

// quarter returns in which direction text goes, in quarters of a turn against
// the clock, and false where it is aslant.
func (m matrix) quarter() (int, bool) {
	along := math.Hypot(m[0], m[1])
	turn := math.Atan2(m[1], m[0]) / (math.Pi / 2)
	q := math.Round(turn)
	if along == 0 || math.IsNaN(turn) || math.Abs(turn-q) > 0.06 {
		return 0, false
	}
	return (int(q) + 4) % 4, true
}

// turned returns a point as it is where a page is turned back by quarters of a
// turn, so that text that went up goes to the right.
func turned(quarter int, x, y float64) (float64, float64) {
	switch quarter {
	case 1:
		return y, -x
	case 2:
		return -x, -y
	case 3:
		return -y, x
	}
	return x, y
}
