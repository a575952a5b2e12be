package list

// A Tall is a list whose items take one or more rows each: so many items, and
// how many rows the i-th takes where it is the chosen one or not.
type Tall struct {
	Items int
	Rows  func(i int, chosen bool) int
}

// ScrollTall brings the chosen item in sight, with all its rows if height has
// room for them, with as little movement as it takes, and leaves no rows empty
// at the end that an item could have. It asks only for items near the chosen
// one.
func (c *Cursor) ScrollTall(height int, l Tall) {
	c.At = max(0, min(c.At, l.Items-1))
	c.First = max(0, min(c.First, c.At))
	used := 0
	for i := c.At; i >= c.First && i < l.Items; i-- {
		if used += l.Rows(i, i == c.At); used > height {
			c.First = min(i+1, c.At)
			return
		}
	}
	for i := c.At + 1; i < l.Items && used < height; i++ {
		used += l.Rows(i, false)
	}
	for c.First > 0 {
		if used += l.Rows(c.First-1, false); used > height {
			return
		}
		c.First--
	}
}

// TallRows returns the rows that are in sight, height of them at the most: those
// of the items from the first one on.
func (c *Cursor) TallRows(height, items int, rows func(i int, chosen bool) []string) (out []string) {
	for i := c.First; i < items && len(out) < height; i++ {
		out = append(out, rows(i, i == c.At)...)
	}
	return out[:min(len(out), max(height, 0))]
}

// MovePage moves the choice by as many items as height has room for, forward or
// back, at least by one.
func (c *Cursor) MovePage(back bool, height int, l Tall) {
	step := 1
	if back {
		step = -1
	}
	for used := 0; used < height; {
		next := c.At + step
		if next < 0 || next >= l.Items {
			return
		}
		used += max(l.Rows(next, false), 1)
		if used > height && used > l.Rows(next, false) {
			return
		}
		c.At = next
	}
}

// TallAt returns the item that stands at a row, counted from the first one in
// sight, or -1.
func (c *Cursor) TallAt(row int, l Tall) int {
	for i := c.First; i < l.Items && row >= 0; i++ {
		n := l.Rows(i, i == c.At)
		if row < n {
			return i
		}
		row -= n
	}
	return -1
}
