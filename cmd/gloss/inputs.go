package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/corpus"
	"gloss/articles/feed"
	"gloss/articles/fetch"
	"gloss/articles/open"
)

// corpusExtension is what the names of corpora end in.
const corpusExtension = ".jsonl"

// readable is what the names of articles and corpora in a folder end in.
var readable = []string{".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".epub", ".pdf", ".eml", ".rss", ".atom", corpusExtension}

// stdinName is how standard input is called in errors and in the names of
// output files.
const stdinName = "stdin"

// An inputs turns arguments into tasks.
type inputs struct {
	opener *opener
	stdin  io.Reader
	skip   func(fs.FileInfo) bool // whether a file or folder is the output
}

// tasks yields the articles of all arguments, in order. What cannot be opened
// is yielded too, and its open tells why.
func (in inputs) tasks(ctx context.Context, args []string) iter.Seq[task] {
	return func(yield func(task) bool) {
		for _, arg := range args {
			if !in.argument(ctx, arg, yield) {
				return
			}
		}
	}
}

// argument yields the articles of one argument and reports whether more are
// wanted.
func (in inputs) argument(ctx context.Context, arg string, yield func(task) bool) bool {
	switch {
	case arg == "-":
		return in.standard(ctx, yield)
	case isAddress(arg):
		src, note, err := in.opener.fetch(ctx, arg, fetch.Typed, nil)
		if err != nil {
			return yield(failed(arg, err))
		}
		return in.articles(ctx, src, nameOf(arg), arg, note, yield)
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil:
		return yield(failed(arg, cause(err)))
	case in.skip(info):
		return yield(failed(arg, errors.New("it is the output as well")))
	case info.IsDir():
		return in.folder(ctx, arg, yield)
	}
	return in.file(ctx, arg, filepath.Base(arg), yield)
}

// folder yields the articles of the files in a folder and those below it, in
// the order of their names. Hidden ones and the output are left out.
func (in inputs) folder(ctx context.Context, root string, yield func(task) bool) bool {
	any, more := false, true
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			any = true
			if more = yield(failed(path, cause(err))); !more {
				return fs.SkipAll
			}
			return nil
		}
		hidden := path != root && strings.HasPrefix(entry.Name(), ".")
		if entry.IsDir() {
			if info, err := entry.Info(); hidden || err == nil && in.skip(info) {
				return fs.SkipDir
			}
			return nil
		}
		if hidden || !slices.Contains(readable, strings.ToLower(filepath.Ext(path))) {
			return nil
		}
		// Stat goes through symbolic links, which the walk does not.
		if info, err := os.Stat(path); err == nil && (info.IsDir() || in.skip(info)) {
			return nil
		}
		source, err := filepath.Rel(root, path)
		if err != nil {
			source = filepath.Base(path)
		}
		any = true
		if more = in.file(ctx, path, source, yield); !more {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		return yield(failed(root, cause(err)))
	}
	if !any {
		return yield(failed(root, fmt.Errorf("no articles in it: their names end in %s", strings.Join(readable, ", "))))
	}
	return more
}

// file yields the article of a file, or the articles of a corpus or feed.
func (in inputs) file(ctx context.Context, path, source string, yield func(task) bool) bool {
	if strings.EqualFold(filepath.Ext(path), corpusExtension) {
		f, err := os.Open(path)
		if err != nil {
			return yield(failed(path, cause(err)))
		}
		defer f.Close()
		return lines(f, path, source, yield)
	}
	src, err := open.File(path)
	if err != nil {
		return yield(task{source: source, place: path, open: func() (*articles.Document, error) { return nil, err }})
	}
	return in.articles(ctx, src, source, path, clean.Text{}, yield)
}

// articles yields the article of a source, or the items of a feed as far as the
// feed itself carries them. The note is told of with the first.
func (in inputs) articles(ctx context.Context, src open.Source, source, place string, note clean.Text, yield func(task) bool) bool {
	notices := func(of []clean.Text) []clean.Text {
		if note.IsEmpty() {
			return of
		}
		return append([]clean.Text{note}, of...)
	}
	if src.Detect() != open.Feed {
		return yield(task{source: source, place: place, open: func() (*articles.Document, error) {
			doc, err := in.opener.article(ctx, src)
			if err == nil {
				doc.Notices = notices(doc.Notices)
			}
			return doc, err
		}})
	}
	f, err := open.ReadFeed(src)
	if err != nil {
		return yield(failed(place, err))
	}
	for i := range f.Items {
		more := yield(task{source: source, place: fmt.Sprintf("%s#%d", place, i+1), open: func() (*articles.Document, error) {
			doc := f.Article(i)
			if i == 0 {
				doc.Notices = append(notices(f.Notices), doc.Notices...)
			}
			return doc, nil
		}})
		if !more {
			return false
		}
	}
	return true
}

// lines yields the articles of a corpus and its bad lines.
func lines(r io.Reader, name, source string, yield func(task) bool) bool {
	n := 0
	for doc, err := range corpus.Read(r) {
		n++
		t := task{source: source, place: fmt.Sprintf("%s#%d", name, n), open: func() (*articles.Document, error) { return doc, nil }}
		var bad *corpus.Error
		switch {
		case errors.As(err, &bad):
			t = failed(fmt.Sprintf("%s:%d", name, bad.Line), bad.Err)
		case err != nil:
			t = failed(name, cause(err))
		}
		if !yield(t) {
			return false
		}
	}
	return true
}

// standard yields the article or the corpus on standard input.
func (in inputs) standard(ctx context.Context, yield func(task) bool) bool {
	r := bufio.NewReaderSize(interruptibleReader(ctx, in.stdin), 1<<16)
	head, err := r.Peek(4 << 10)
	if err != nil && err != io.EOF {
		return yield(failed(stdinName, err))
	}
	if beginsWithObject(head) && !feed.Is(string(head)) {
		return lines(r, stdinName, stdinName, yield)
	}
	src, err := open.Reader(r, "")
	if err != nil {
		return yield(failed(stdinName, err))
	}
	return in.articles(ctx, src, stdinName, stdinName, clean.Text{}, yield)
}

// beginsWithObject reports whether a text begins as a JSON object with a key.
func beginsWithObject(head []byte) bool {
	head, found := bytes.CutPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte("{"))
	return found && bytes.HasPrefix(bytes.TrimLeft(head, " \t"), []byte(`"`))
}

// interruptibleReader reads r until ctx is done. A read of a terminal or pipe
// cannot be broken off; it is left behind then.
func interruptibleReader(ctx context.Context, r io.Reader) io.Reader {
	out, in := io.Pipe()
	go func() {
		_, err := io.Copy(in, r)
		_ = in.CloseWithError(err) // it always returns nil
	}()
	context.AfterFunc(ctx, func() { _ = out.CloseWithError(context.Cause(ctx)) })
	return out
}

// failed returns the task of an input that cannot be opened.
func failed(place string, err error) task {
	return task{place: place, open: func() (*articles.Document, error) {
		return nil, fmt.Errorf("%s: %w", printable(place), err)
	}}
}

// printable returns a name as it can be shown in a terminal.
func printable(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(name)
	}
	return name
}

// cause returns why a file could not be used, without its name, which is told
// beside it.
func cause(err error) error {
	var path *fs.PathError
	var pair *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &pair):
		return pair.Err
	}
	return err
}
