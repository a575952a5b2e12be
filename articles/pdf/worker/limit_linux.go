package worker

import "syscall"

// memoryLimits are those of memory: of data, which is what the process takes
// itself. The address space is limited only far above, since the runtime of Go
// reserves more of it than it uses.
func memoryLimits(job Job) []rlimit {
	return []rlimit{
		{syscall.RLIMIT_DATA, uint64(job.Memory)},
		{syscall.RLIMIT_AS, uint64(job.Memory) + addressSpace},
	}
}

// addressSpace is how many bytes of addresses the runtime may reserve beyond
// the data.
const addressSpace = 4 << 30
