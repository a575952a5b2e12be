package reader

import (
	"fmt"
	"testing"
)

func at(n int) Place { return Place{Top: n, Cursor: -1} }

func TestHistory(t *testing.T) {
	var h History
	if _, ok := h.Back(at(0)); ok {
		t.Error("an empty history has a place before")
	}
	h = History{}
	for _, n := range []int{1, 2, 2, 3} {
		h.Push(at(n))
	}
	var got []int
	back := func(now int) {
		if p, ok := h.Back(at(now)); ok {
			got = append(got, p.Top)
		} else {
			got = append(got, -1)
		}
	}
	forward := func() {
		if p, ok := h.Forward(); ok {
			got = append(got, p.Top)
		} else {
			got = append(got, -1)
		}
	}
	back(4)
	back(3)
	forward()
	forward()
	forward()
	back(4)
	h.Push(at(9)) // a jump from the middle drops what lay forward
	forward()
	back(7)
	if want := "[3 2 3 4 -1 3 -1 9]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestHistoryIsBounded(t *testing.T) {
	var h History
	for n := range 10 * depth {
		h.Push(at(n))
	}
	if len(h.places) != depth || h.places[depth-1] != at(10*depth-1) {
		t.Errorf("%d places kept, the last is %v", len(h.places), h.places[len(h.places)-1])
	}
}

func ExampleHistory() {
	var h History
	h.Push(Place{Top: 120, Cursor: -1})
	p, ok := h.Back(Place{Top: 900, Cursor: -1})
	fmt.Println(p.Top, ok)
	// Output: 120 true
}
