package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"gloss/annotate/engine"
	"gloss/articles"
	"gloss/articles/bundled"
	"gloss/articles/open"
	"gloss/ui"
	"gloss/ui/theme"
)

// headSize is how much of an article, in bytes, is read before the first
// screen is shown; the rest is read behind it. It is some pages.
const headSize = 32 << 10

// collect is how much the heap of a long article may grow, in percent of what
// is in use, before the collector runs: little, since what is in use is large,
// and yet not so little that it never rests.
const collect = 20

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

// read opens the reader on the article of the arguments, or prints it.
func (f *readFlags) read(std streams, args []string) error {
	if f.width < 0 {
		return usagef("--width %d: a number of columns is needed", f.width)
	}
	if !slices.Contains(theme.Names(), f.theme) {
		if _, err := os.Stat(f.theme); err != nil {
			return usagef("--theme %q: neither a file nor one of %s", f.theme, strings.Join(theme.Names(), ", "))
		}
	}
	src, err := source(std, args)
	if err != nil {
		return err
	}
	if f.plain || !term.IsTerminal(std.out.Fd()) {
		doc, err := open.Read(src)
		if err != nil {
			return err
		}
		return printPlain(std.out, doc, plainWidth(f.width, os.Getenv("COLUMNS")))
	}
	return f.open(std, src)
}

// open opens the reader.
func (f *readFlags) open(std streams, src open.Source) error {
	eng := engine.New()
	go eng.Prepare() // a processor is free until the first screen
	head, err := open.ReadHead(src, headSize)
	if err != nil {
		return err
	}
	keyboard := std.in
	if !term.IsTerminal(keyboard.Fd()) {
		if keyboard, err = openKeyboard(); err != nil {
			return fmt.Errorf("open the keyboard, since standard input is no terminal: %w", err)
		}
		defer keyboard.Close()
	}
	o := ui.Options{
		Head: head, Engine: eng,
		Theme: f.theme, MaxWidth: f.width, NoColor: f.noColor || os.Getenv("NO_COLOR") != "",
		In: keyboard, Out: std.out,
	}
	if head.Partial {
		debug.SetGCPercent(collect)
		o.Load = func(context.Context) (*articles.Document, error) { return open.Read(src) }
	}
	return ui.Run(context.Background(), o)
}

// source returns the article that the arguments name: a file, standard input
// or, without any, the one that comes with the program.
func source(std streams, args []string) (open.Source, error) {
	switch {
	case len(args) == 0:
		return bundled.Article(), nil
	case args[0] == "-":
		return open.Reader(std.in, "")
	}
	return open.File(args[0])
}
