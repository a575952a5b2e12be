package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"gloss/annotate/engine"
	"gloss/articles/fetch"
	"gloss/articles/keep"
	"gloss/articles/open"
	"gloss/ui"
	"gloss/ui/theme"
)

// collect is how much the heap of a long article may grow, in percent of what
// is in use, before the collector runs: little, since what is in use is large,
// and yet not so little that it never rests.
const collect = 20

// collectSoon is the same for any other article: what is in use is little then,
// and half as much again is enough to work with.
const collectSoon = 50

// readFlags are the flags of the reader.
type readFlags struct {
	theme          string
	width          int
	noColor, plain bool
}

func (f *readFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.theme, "theme", "auto", strings.Join(theme.Names(), ", ")+", or a Glamour style in a .json file")
	flags.IntVar(&f.width, "width", 0, "columns of the text at most (default 76, and for plain text 80)")
	flags.BoolVar(&f.noColor, "no-color", false, "use no colours (so does a NO_COLOR that is not empty)")
	flags.BoolVar(&f.plain, "plain", false, "print plain text, even on a terminal")
	choices(cmd, "width")
	err := cmd.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(theme.Names(), cobra.ShellCompDirectiveDefault))
	if err != nil {
		panic(fmt.Sprintf("complete --theme: %v", err)) // the flag is not defined
	}
}

// read opens the reader on the article of the arguments, or prints it. Without
// arguments that is the shelf.
func (f *readFlags) read(std streams, args []string) error {
	if f.width < 0 {
		return usagef("--width %d: a number of columns is needed", f.width)
	}
	if !slices.Contains(theme.Names(), f.theme) {
		if _, err := os.Stat(f.theme); err != nil {
			return usagef("--theme %q: neither a file nor one of %s", f.theme, strings.Join(theme.Names(), ", "))
		}
	}
	o := newOpener()
	if f.plain || !term.IsTerminal(std.out.Fd()) {
		if len(args) == 0 {
			return listArticles(std, false, keep.Selection{})
		}
		ctx, stop := interruptible(context.Background())
		defer stop()
		return f.print(ctx, std, o, args[0])
	}
	return f.open(std, o, args)
}

// The most that the annotator does for one article on screen. What is beyond is
// annotated where the reader is.
var annotatorLimits = engine.Limits{Bytes: 32 << 20, Time: time.Minute}

// open opens the reader.
func (f *readFlags) open(std streams, o *opener, args []string) error {
	eng := engine.New(engine.WithLimits(annotatorLimits))
	if len(args) > 0 {
		go eng.Prepare() // a processor is free until the first screen; the shelf needs both
	}
	shelf := &readerShelf{opener: o}
	defer shelf.close()
	opts := ui.Options{
		Engine: eng, Follow: o.linked, File: o.file, Library: shelf.library, Drafts: filepath.Join(shelfFolder(), "drafts"), Feeds: shelf,
		Theme: f.theme, MaxWidth: f.width, NoColor: f.noColor || os.Getenv("NO_COLOR") != "",
		In: std.in, Out: std.out,
	}
	if err := f.begin(&opts, std, o, args); err != nil {
		return err
	}
	if !term.IsTerminal(std.in.Fd()) {
		keyboard, err := openKeyboard()
		if err != nil {
			return fmt.Errorf("open the keyboard, since standard input is no terminal: %w", err)
		}
		defer keyboard.Close()
		opts.In = keyboard
	}
	debug.SetGCPercent(collectSoon)
	if opts.Load != nil {
		debug.SetGCPercent(collect)
	}
	return ui.Run(context.Background(), opts)
}

// begin says what the reader shows first: what can be had at once is opened
// here, and the rest beside the screen.
func (f *readFlags) begin(opts *ui.Options, std streams, o *opener, args []string) error {
	if len(args) == 1 && isAddress(args[0]) {
		opts.Start, opts.Label = o.address(args[0], fetch.Typed), args[0]
		return nil
	}
	var src open.Source
	key := ""
	switch {
	case len(args) == 0:
		opts.Shelf = true
		return nil
	case args[0] == "-":
		piped := readPipe(std.in)
		select {
		case <-piped.done:
			if src = piped.src; piped.err != nil {
				return piped.err
			}
		case <-time.After(pipePatience):
			opts.Start, opts.Label = o.pipe(piped), "standard input"
			return nil
		}
	default:
		var err error
		if src, err = open.File(args[0]); err != nil {
			return err
		}
		if key, err = filepath.Abs(args[0]); err != nil {
			return fmt.Errorf("find the whole path of %q: %w", args[0], err)
		}
	}
	if !src.HasHead() && (len(src.Data) > soon || src.Detect() == open.PDF) {
		opts.Start, opts.Label = o.source(src, key), src.Name
		return nil
	}
	opened, err := o.opened(context.Background(), src)
	opts.Opened, opts.Key = opened, key
	return err
}

// print prints the article as plain text.
func (f *readFlags) print(ctx context.Context, std streams, o *opener, arg string) error {
	src, err := o.argument(ctx, std, arg)
	if err != nil {
		return err
	}
	doc, err := o.printable(ctx, src)
	if err != nil {
		return err
	}
	for _, n := range doc.Notices {
		fmt.Fprintf(std.err, "gloss: %s\n", n)
	}
	return printPlain(std.out, doc, plainWidth(f.width, os.Getenv("COLUMNS")))
}
