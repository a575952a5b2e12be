package reader

// depth is how many places a History keeps.
const depth = 200

// A History is the places that jumps began at and led to, as in a browser. The
// zero History is empty.
type History struct {
	places []Place
	at     int // len(places) when at the newest
}

// Push keeps the place that a jump begins at. What lay forward is dropped.
func (h *History) Push(at Place) {
	h.places = h.places[:h.at]
	if n := len(h.places); n > 0 && h.places[n-1] == at {
		return
	}
	h.places = append(h.places, at)
	if len(h.places) > depth {
		h.places = h.places[1:]
	}
	h.at = len(h.places)
}

// Back returns the place before; now is the place to which Forward returns.
func (h *History) Back(now Place) (at Place, ok bool) {
	if h.at == len(h.places) {
		h.Push(now)
		h.at = len(h.places) - 1
	}
	if h.at == 0 {
		return Place{}, false
	}
	h.at--
	return h.places[h.at], true
}

// Forward returns the place that Back was called from.
func (h *History) Forward() (at Place, ok bool) {
	if h.at+1 >= len(h.places) {
		return Place{}, false
	}
	h.at++
	return h.places[h.at], true
}
