//go:build unix && !freebsd && !dragonfly

package worker

import "syscall"

// lower returns a limit of a value, or less where the process may not have
// that much.
func lower(now syscall.Rlimit, value uint64) syscall.Rlimit {
	value = min(value, now.Max)
	return syscall.Rlimit{Cur: value, Max: value}
}
