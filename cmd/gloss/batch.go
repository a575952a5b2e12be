package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gloss/annotate/engine"
	"gloss/annotate/export"
	"gloss/articles"
	"gloss/articles/clean"
	"gloss/cmd/ordered"
	"gloss/ui/index"
)

// A batch annotates articles one after another, some side by side, and writes
// them in the order in which they came. Only a few articles are held at a
// time, so that a corpus may be larger than the memory.
type batch struct {
	std    streams
	format export.Format
	only   export.Parts
	jobs   int
	date   time.Time // of articles that state none
	output string    // a file or folder; empty for standard output
}

// A task is one article to be annotated.
type task struct {
	source string // the input's name, as the output in a folder is called
	place  string // where the article is: FILE, or FILE#N for the Nth of a corpus
	// open reads the article. Its errors tell the place.
	open func() (*articles.Document, error)
}

// A result is what became of a task.
type result struct {
	task
	doc     export.Document
	notices []clean.Text
	err     error
}

// run annotates all articles of the arguments. It fails with errReported where
// some of them could not be done, and with the context's cause where that was
// cancelled.
func (b *batch) run(ctx context.Context, args []string) error {
	out, err := b.openOutput(args)
	if err != nil {
		return err
	}
	failed := false
	eng := engine.New()
	if b.only == (export.Parts{Entities: true}) {
		eng = eng.EntitiesOnly()
	}
	in := inputs{opener: newOpener(), stdin: b.std.in, skip: out.is}
	for r := range ordered.Map(ctx, b.jobs, in.tasks(ctx, args), b.annotator(eng)) {
		if r.err != nil {
			failed = true
			fmt.Fprintf(b.std.err, "gloss: %v\n", r.err)
			continue
		}
		for _, n := range r.notices {
			fmt.Fprintf(b.std.err, "gloss: %s: %s\n", printable(r.place), n)
		}
		if err := out.write(r.source, r.doc); err != nil {
			return errors.Join(err, out.close())
		}
	}
	if err := out.close(); err != nil {
		return err
	}
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case failed:
		return errReported
	}
	return nil
}

// annotator returns the function that does one task.
func (b *batch) annotator(eng *engine.Engine) func(context.Context, task) result {
	return func(ctx context.Context, t task) result {
		doc, err := t.open()
		if err != nil {
			return result{task: t, err: err}
		}
		in := index.Input(doc)
		if in.Date.IsZero() {
			in.Date = b.date
		}
		found, err := eng.Annotate(ctx, in)
		if err != nil {
			return result{task: t, err: fmt.Errorf("%s: %w", printable(t.place), err)}
		}
		id := doc.Meta.ID.String()
		if id == "" {
			id = t.place
		}
		return result{task: t, notices: doc.Notices, doc: export.Document{
			ID: id, Title: doc.Meta.Title.String(), Lang: doc.Meta.Lang.String(), Date: in.Date, URL: doc.Meta.URL.String(),
			Text: doc.Text.String(), Annotations: found,
		}}
	}
}
