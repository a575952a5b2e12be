package worker

import (
	"fmt"
	"io"
	"math"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"

	"gloss/articles/pdf/layout"
	"gloss/articles/pdf/wire"
)

// The exit codes of the process.
const (
	exitDone    = 0
	exitUsage   = 2
	exitBroken  = 3 // the file cannot be read
	exitLimited = 4 // a limit was reached; the stream has no end
)

// Run does the job that the argument tells and returns the exit code. It is
// meant to be all that a process does: it puts limits on the whole process,
// which never go away, and ends it when one is reached. The PDF is read from
// in, a file or a pipe; the stream of package wire is written to out.
func Run(argument string, in *os.File, out io.Writer) int {
	job, err := parseJob(argument)
	if err != nil {
		return exitUsage
	}
	if err := limit(job); err != nil {
		return exitUsage
	}
	w := &work{job: job, out: out, started: spent()}
	go w.watch()
	return w.run(in)
}

// work writes what is found. It is shared with the goroutine that watches the
// limits.
type work struct {
	job Job

	mu      sync.Mutex
	out     io.Writer
	page    int           // that is being read, 0 for none
	started time.Duration // what was spent when that, or what is done between pages, began
}

// limit puts the limits of the job on the process.
func limit(job Job) error {
	debug.SetMaxStack(64 << 20)
	debug.SetMemoryLimit(job.Memory / 4 * 3)
	return limitProcess(job)
}

// watch ends the process when a page, or all of it, takes too long, or too
// much memory is in use where the system does not see to that.
func (w *work) watch() {
	end := time.Now().Add(w.job.Time)
	used := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(10 * time.Millisecond) {
		metrics.Read(used)
		over := time.Now().After(end) || used[0].Value.Uint64()-used[1].Value.Uint64() > uint64(w.job.Memory)
		w.mu.Lock()
		slow := spent()-w.started > w.job.Page
		if slow && w.page > 0 {
			_ = wire.Write(w.out, wire.Record{Kind: wire.KindPage, Number: w.page, Left: wire.Slow})
		}
		if slow || over {
			os.Exit(exitLimited)
		}
		w.mu.Unlock()
	}
}

// begin notes that the reading of a page begins.
func (w *work) begin(page int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.page, w.started = page, spent()
}

// say writes a record.
func (w *work) say(r wire.Record) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.page, w.started = 0, spent()
	if err := wire.Write(w.out, r); err != nil {
		os.Exit(exitLimited) // nobody listens any more
	}
}

func (w *work) run(in *os.File) int {
	src, err := open(in, w.job.Size)
	if err != nil {
		w.say(wire.Record{Kind: wire.KindFail, Reason: wire.TooLarge})
		return exitBroken
	}
	doc, reason := openDocument(src, w.job.Mend)
	if reason != "" {
		w.say(wire.Record{Kind: wire.KindFail, Reason: reason})
		return exitBroken
	}
	w.say(doc.file())
	doc.pages(func(number int, p *page) bool {
		if number > w.job.Pages {
			return false
		}
		if number < w.job.From {
			return true
		}
		w.begin(number)
		w.say(doc.read(number, p, w.job))
		return true
	})
	w.say(wire.Record{Kind: wire.KindEnd})
	return exitDone
}

// document is an open PDF.
type document struct {
	r      *pdf.Reader
	mended bool
	fonts  map[string]*font // by their references
}

// file returns the record of the file.
func (d *document) file() wire.Record {
	rec := wire.Record{Kind: wire.KindFile, Mended: d.mended}
	try(func() {
		rec.Pages = int(min(max(0, d.r.Trailer().Key("Root").Key("Pages").Key("Count").Int64()), math.MaxInt32))
	})
	for key, field := range map[string]*string{"Title": &rec.Title, "Author": &rec.Author, "CreationDate": &rec.Created} {
		try(func() { *field = text(d.r.Trailer().Key("Info").Key(key)) })
	}
	return rec
}

// maxInfo is how many bytes a piece of information on the file has at most.
const maxInfo = 4 << 10

// text returns a text string of the file, in UTF-8. Some programs write that
// without the mark which it needs: bytes beyond ASCII that are UTF-8 are not so
// by chance.
func text(v pdf.Value) string {
	s, marked := strings.CutPrefix(v.RawString(), "\ufeff")
	if !marked && (isASCII(s) || !utf8.ValidString(s)) {
		s = v.Text()
	}
	return strings.ToValidUTF8(s[:min(len(s), maxInfo)], "\ufffd")
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// try calls f and returns an error where it panics, as the library does on
// malformed files.
func try(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				err = e
			} else {
				err = fmt.Errorf("malformed PDF: %v", r)
			}
		}
	}()
	f()
	return nil
}

// read returns the record of a page.
func (d *document) read(number int, p *page, job Job) wire.Record {
	rec := wire.Record{Kind: wire.KindPage, Number: number}
	if p == nil {
		rec.Left = wire.Broken
		return rec
	}
	in := &interpreter{doc: d, box: p.box, maxGlyphs: job.Glyphs, deadline: spent() + job.Page*3/4}
	rec.Left = in.page(p)
	for _, line := range layout.Lines(in.runs()) {
		rec.Lines = append(rec.Lines, wire.LineOf(line))
	}
	if most := wire.DefaultLimits.Lines; len(rec.Lines) > most {
		rec.Lines, rec.Left = rec.Lines[:most], wire.TooLarge
	}
	rec.Pictures, rec.Unknown = in.pictures, in.unknown
	return rec
}
