//go:build unix

package worker

import (
	"fmt"
	"syscall"
)

// limitProcess puts the limits of the system on the process: time of the
// processor, data, no files written, no core written, few files open. The soft
// and the hard limit are the same, so that no signal handler comes between.
//
// Data is all memory that the process takes for itself, on Linux; other systems
// may count less of it, so the process watches itself too. The address space is
// not limited: the runtime of Go reserves more of it than it uses.
func limitProcess(job Job) error {
	for _, l := range [...]rlimit{
		{syscall.RLIMIT_DATA, uint64(job.Memory)},
		{syscall.RLIMIT_CPU, uint64(job.CPU.Seconds())},
		{syscall.RLIMIT_FSIZE, 0},
		{syscall.RLIMIT_CORE, 0},
		{syscall.RLIMIT_NOFILE, maxOpen},
	} {
		var now syscall.Rlimit
		if err := syscall.Getrlimit(l.resource, &now); err != nil {
			return fmt.Errorf("asking for limit %d: %w", l.resource, err)
		}
		limit := lower(now, l.value)
		if err := syscall.Setrlimit(l.resource, &limit); err != nil {
			return fmt.Errorf("setting limit %d: %w", l.resource, err)
		}
	}
	return nil
}

// rlimit is a limit of the system.
type rlimit struct {
	resource int
	value    uint64
}

// maxOpen is how many files may be open: the three standard ones, and those
// that the runtime needs.
const maxOpen = 16
