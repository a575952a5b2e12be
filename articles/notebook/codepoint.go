package notebook

import "unicode/utf8"

// A counter turns bytes of a text into code points. It goes on from where it
// was, so that ascending places cost one pass.
type counter struct {
	text string
	off  int // a byte of text
	n    int // code points before it
}

// at returns how many code points stand before byte off.
func (c *counter) at(off int) int {
	if off < c.off {
		c.n -= utf8.RuneCountInString(c.text[off:c.off])
	} else {
		c.n += utf8.RuneCountInString(c.text[c.off:off])
	}
	c.off = off
	return c.n
}
