//go:build freebsd || dragonfly

package worker

import "syscall"

// lower returns a limit of a value, or less where the process may not have
// that much.
func lower(now syscall.Rlimit, value uint64) syscall.Rlimit {
	v := min(int64(value), now.Max)
	return syscall.Rlimit{Cur: v, Max: v}
}
