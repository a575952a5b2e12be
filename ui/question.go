package ui

import "context"

// Questions are what is asked of the shelf across articles. One is answered at
// a time: the next one takes its place.
type questions struct {
	gen    int                // of the one that is being answered, 0 for none
	cancel context.CancelFunc // gives it up; nil for none
}

// drop gives up what is being answered.
func (q *questions) drop() {
	if q.cancel != nil {
		q.cancel()
	}
	*q = questions{}
}
