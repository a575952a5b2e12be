//go:build unix && !linux

package worker

import "syscall"

// memoryLimits are those of memory. Some of these systems heed them only for
// some kinds of it, so the process watches itself too.
func memoryLimits(job Job) []rlimit {
	return []rlimit{{syscall.RLIMIT_DATA, uint64(job.Memory)}}
}
