package pdf_test

import (
	"bytes"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"gloss/articles/pdf"
	"gloss/articles/pdf/pdftest"
	"gloss/articles/pdf/worker"
)

// child runs the worker on a file without package pdf round it, and returns
// how it ended.
func child(t *testing.T, data []byte, job worker.Job) (*os.ProcessState, []byte) {
	t.Helper()
	job.From, job.Size = 1, int64(len(data))
	cmd := exec.Command(os.Args[0], pdf.WorkerArgument, job.Argument())
	cmd.Stdin = bytes.NewReader(data)
	var out bytes.Buffer
	cmd.Stdout = &out
	_ = cmd.Run() // how it ended is what is asked for
	return cmd.ProcessState, out.Bytes()
}

// TestChildKeepsItsLimits runs files that take all they can get, under the
// real limits but one.
func TestChildKeepsItsLimits(t *testing.T) {
	small := worker.DefaultJob
	small.Memory = 128 << 20
	state, _ := child(t, page(bomb("BT (", 'x', 10_000)), small)
	usage := state.SysUsage().(*syscall.Rusage)
	if used := usage.Maxrss << 10; used > small.Memory+64<<20 && !raceDetector {
		t.Errorf("the child had %d MiB of memory", used>>20)
	}
	if state.Success() {
		t.Error("the child went on without memory")
	}

	short := worker.DefaultJob
	short.CPU, short.Page = time.Second, 20*time.Second
	state, _ = child(t, page(bomb("BT ", ' ', 10_000)), short)
	status := state.Sys().(syscall.WaitStatus)
	if !status.Signaled() || status.Signal() != syscall.SIGKILL {
		t.Errorf("the child was not killed but ended with %v", state)
	}
	if used := state.UserTime() + state.SystemTime(); used > 3*time.Second {
		t.Errorf("the child had the processor for %v", used)
	}
}

// TestChildJobs checks that the child ends well where all was read
// under the real limits, and does nothing where it does not know what to do.
func TestChildJobs(t *testing.T) {
	if state, out := child(t, paper(pdftest.Packed), worker.DefaultJob); !state.Success() || bytes.Count(out, []byte("\n")) != 4 {
		t.Errorf("%v: %s", state, out)
	}
	for _, args := range [][]string{{}, {"x"}, {"{}"}, {`{"from":1}`}, {"a", "b"}} {
		cmd := exec.Command(os.Args[0], append([]string{pdf.WorkerArgument}, args...)...)
		if out, err := cmd.Output(); err == nil || len(out) > 0 {
			t.Errorf("%q: %s, %v", args, out, err)
		}
	}
}
