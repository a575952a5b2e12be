package library

import (
	"path/filepath"
	"time"
)

// turnPatience is how long one waits for one's turn. It is a courtesy: who had
// none for so long goes on without, and SQLite's own lock decides.
const turnPatience = time.Second

// inTurn runs f, which waits for the lock of those who write. Only one program
// waits for it at a time, and the others for their turn to do so. So a program
// that writes again and again cannot take the lock back before one that has
// waited meanwhile: it is behind that one.
func (l *Library) inTurn(f func() error) error {
	path := filepath.Join(l.folder, turnName)
	end := time.Now().Add(turnPatience)
	for tries := 0; ; tries++ {
		leave, taken, err := takeTurn(path)
		if err != nil { // there are no such locks here
			return f()
		}
		if !taken {
			defer leave()
			return f()
		}
		if time.Now().After(end) {
			return f()
		}
		time.Sleep(pause(tries))
	}
}
