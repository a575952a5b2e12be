package library

import (
	"errors"
	"syscall"
)

// sharing is what Windows says of a file that another program keeps to itself:
// ERROR_SHARING_VIOLATION.
const sharing syscall.Errno = 32

// takeTurn takes the turn to wait for the lock of those who write, by opening a
// file at a path so that nobody else can, until the process ends at the latest.
// It says whether another program has it.
func takeTurn(path string) (leave func(), taken bool, err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, false, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharing) {
		return nil, true, nil
	}
	if err != nil {
		return nil, false, err
	}
	return func() { syscall.CloseHandle(h) }, false, nil
}
