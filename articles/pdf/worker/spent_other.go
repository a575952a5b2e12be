//go:build !unix

package worker

import "time"

// began is when the process began, about.
var began = time.Now()

// spent returns how long the process has run.
func spent() time.Duration { return time.Since(began) }
