// Package worker reads the text layer of a PDF in a process of its own.
//
// The library that takes PDF files apart can be made to loop for ever, to fill
// the memory or to overflow the stack, which no recover catches. So package
// pdf runs this package in a child process, which puts limits on itself before
// it looks at the file, and says what it finds as package wire tells. When the
// child dies, what it has said is still there.
package worker

import (
	"encoding/json"
	"fmt"
	"time"
)

// A Job is what a child process is told by its argument.
type Job struct {
	From int   `json:"from"` // the first page to read, 1 for the first one
	Size int64 `json:"size"` // of the file, in bytes
	Mend bool  `json:"mend"` // do not use the file's table of objects, make it anew

	Pages  int           `json:"pages"`  // the last page to read
	Glyphs int           `json:"glyphs"` // of a page
	Page   time.Duration `json:"page"`   // of the processor, for a page; on the clock where the system does not tell
	Time   time.Duration `json:"time"`   // on the clock, for reading all
	CPU    time.Duration `json:"cpu"`    // of the processor, for all, in whole seconds; where the system has such a limit
	Memory int64         `json:"memory"` // bytes of data
}

// MaxFile is how many bytes a file may have.
const MaxFile = 256 << 20

// DefaultJob has the limits for reading a PDF.
var DefaultJob = Job{
	From: 1, Pages: 5000, Glyphs: 200_000,
	Page: 3 * time.Second, Time: 20 * time.Second, CPU: 10 * time.Second, Memory: 512 << 20,
}

// Argument returns the job as an argument for the child process.
func (j Job) Argument() string {
	b, err := json.Marshal(j)
	if err != nil {
		panic(err) // a Job has numbers only
	}
	return string(b)
}

// parseJob reads what Argument returned.
func parseJob(arg string) (Job, error) {
	var j Job
	if err := json.Unmarshal([]byte(arg), &j); err != nil {
		return j, fmt.Errorf("reading the job: %w", err)
	}
	if j.From < 1 || j.Size < 0 || j.Size > MaxFile || j.Pages < 1 || j.Glyphs < 1 || j.Page <= 0 || j.Time <= 0 ||
		j.CPU < time.Second || j.Memory <= 0 {
		return j, fmt.Errorf("reading the job: %q has impossible limits", arg)
	}
	return j, nil
}
