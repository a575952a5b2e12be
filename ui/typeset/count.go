package typeset

import "strconv"

// Count returns a number of things with their name, as "1 feed" or "2 feeds".
func Count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}
