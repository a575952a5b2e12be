//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package library

import (
	"errors"
	"os"
	"syscall"
)

// takeTurn takes the turn to wait for the lock of those who write, by a lock on
// a file at a path, which is gone with the process that holds it. It says
// whether another program has it.
func takeTurn(path string) (leave func(), taken bool, err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, false, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
			return nil, true, nil
		}
		return nil, false, err
	}
	return func() { f.Close() }, false, nil
}
