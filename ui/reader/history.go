package reader

// depth is how many places a History keeps.
const depth = 200

// A History is the places that jumps began at and led to, as in a browser. The
// zero History is empty.
type History struct {
	places []int
	at     int // len(places) when at the newest
}

// Push keeps the place that a jump begins at. What lay forward is dropped.
func (h *History) Push(off int) {
	h.places = h.places[:h.at]
	if n := len(h.places); n > 0 && h.places[n-1] == off {
		return
	}
	h.places = append(h.places, off)
	if len(h.places) > depth {
		h.places = h.places[1:]
	}
	h.at = len(h.places)
}

// Back returns the place before; now is the place to which Forward returns.
func (h *History) Back(now int) (off int, ok bool) {
	if h.at == len(h.places) {
		h.Push(now)
		h.at = len(h.places) - 1
	}
	if h.at == 0 {
		return 0, false
	}
	h.at--
	return h.places[h.at], true
}

// Forward returns the place that Back was called from.
func (h *History) Forward() (off int, ok bool) {
	if h.at+1 >= len(h.places) {
		return 0, false
	}
	h.at++
	return h.places[h.at], true
}
