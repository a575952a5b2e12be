//go:build unix

package worker

import (
	"syscall"
	"time"
)

// spent returns how long the process has had the processor. Other than a
// clock, it does not run faster where other processes have it too.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0 // the time for all still ends
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
