package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"gloss/articles/pdf/wire"
)

// maxStarts is how many child processes are started for a file. Where one dies
// at a page, another one goes on behind it.
const maxStarts = 5

// reading is what is known of a file that is being read.
type reading struct {
	src  io.ReaderAt
	size int64
	opt  Options

	file  wire.Record // of kind KindFile, or empty
	pages []wire.Record
	dead  []int // pages that a child died at, without a word on them
	died  bool  // the last child ended before all was read
	full  bool  // the stream reached its limits
	late  bool  // the time ran out
}

// all starts children until all pages were tried, a limit is reached, or it is
// no use any more.
func (r *reading) all(ctx context.Context) error {
	job := r.opt.Limits
	job.From, job.Size = 1, r.size
	job.Time += time.Second // for children that outlive this process: it ends them before
	limits := r.opt.Stream
	for range maxStarts {
		out, err := r.start(ctx, job.Argument(), limits, job.From-1)
		if err != nil {
			return err
		}
		limits.Bytes -= out.used
		r.late = ctx.Err() != nil
		switch {
		case out.last.Kind == wire.KindEnd:
			r.died = false
			return nil
		case out.last.Kind == wire.KindFail:
			return r.failed(out.last.Reason)
		case errors.Is(out.err, wire.ErrLimit):
			r.full = true
			return nil
		case r.late:
			return r.failed("")
		case r.file.Kind == "" && job.Mend:
			return ErrLimit
		}
		r.died = true
		if r.file.Kind == "" {
			// It died while it opened the file.
			job.Mend = true
			continue
		}
		job.Mend = r.file.Mended
		job.From = r.behind(job.From)
	}
	return r.failed("")
}

// behind returns the page to go on with after a child died that began with
// from: behind the page that it died at.
func (r *reading) behind(from int) int {
	if n := len(r.pages); n > 0 {
		last := r.pages[n-1]
		if last.Left == wire.Slow && last.Number >= from {
			return last.Number + 1
		}
		from = max(from, last.Number+1)
	}
	r.dead = append(r.dead, from)
	return from + 1
}

// failed returns the error for a reason of package wire, nil where pages were
// read before it came.
func (r *reading) failed(reason string) error {
	switch {
	case len(r.pages) > 0:
		r.died = true
		return nil
	case reason == wire.Encrypted:
		return ErrEncrypted
	case reason == wire.TooLarge:
		return ErrTooLarge
	case reason == wire.Broken:
		return ErrBroken
	}
	return ErrLimit
}

// outcome is how a child ended.
type outcome struct {
	last wire.Record // what it said last
	err  error       // why it was not listened to any longer, or nil
	used int64       // bytes of the stream
}

// start starts a child, takes what it says, and ends it. The error is that of
// starting it.
func (r *reading) start(ctx context.Context, argument string, limits wire.Limits, after int) (outcome, error) {
	command := r.opt.Command
	cmd := exec.CommandContext(ctx, command[0], append(command[1:len(command):len(command)], argument)...)
	cmd.Env = []string{}
	cmd.Stdin = r.input()
	cmd.WaitDelay = time.Second
	alone(cmd)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return outcome{}, fmt.Errorf("starting the reader of PDF: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return outcome{}, fmt.Errorf("starting the reader of PDF: %w", err)
	}
	in := wire.NewReader(out, limits, after)
	var end outcome
	for end.err == nil && end.last.Kind != wire.KindEnd && end.last.Kind != wire.KindFail {
		var rec wire.Record
		if rec, end.err = in.Read(); end.err == nil {
			r.take(rec)
			end.last = rec
		}
	}
	end.used = in.Used()
	_ = kill(cmd)
	_ = cmd.Wait() // how it ended is told by what it said
	return end, nil
}

// input returns what the child reads. It gets an open file as it is, so that
// the file is not copied.
func (r *reading) input() io.Reader {
	if f, ok := r.src.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() && info.Size() == r.size {
			return f
		}
	}
	return io.NewSectionReader(r.src, 0, r.size)
}

// take notes what a record says.
func (r *reading) take(rec wire.Record) {
	switch rec.Kind {
	case wire.KindFile:
		if r.file.Kind == "" {
			r.file = rec
		}
	case wire.KindPage:
		r.pages = append(r.pages, rec)
	}
}
