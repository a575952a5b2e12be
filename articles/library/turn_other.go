//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly || windows)

package library

import "errors"

// takeTurn fails: nothing is known here by which programs could wait for each
// other.
func takeTurn(string) (leave func(), taken bool, err error) {
	return nil, false, errors.ErrUnsupported
}
