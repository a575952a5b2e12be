//go:build !unix

package worker

import "time"

// spent returns the time on the clock, since the system does not tell how long
// the process has had the processor. Only differences of it mean something.
func spent() time.Duration { return time.Duration(time.Now().UnixNano()) }
