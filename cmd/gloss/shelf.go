package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/adrg/xdg"

	"gloss/articles"
	"gloss/articles/fetch"
	"gloss/articles/keep"
	"gloss/articles/library"
)

// shelfFolder returns the folder that the shelf is in.
func shelfFolder() string { return filepath.Join(xdg.DataHome, "gloss") }

// openShelf opens the reader's shelf, and makes one where there is none. It is
// called when something is kept or looked up, not before.
func openShelf(ctx context.Context) (*library.Library, error) {
	return library.Open(ctx, shelfFolder(), library.Options{})
}

// withShelf does something with the shelf for a command, and tells what the
// shelf has to say of its opening.
func withShelf(std streams, do func(context.Context, *library.Library) error) error {
	ctx, stop := interruptible(context.Background())
	defer stop()
	shelf, err := openShelf(ctx)
	if err != nil {
		return err
	}
	if notice := shelf.Notice(); !notice.IsEmpty() {
		fmt.Fprintf(std.err, "gloss: %s\n", notice)
	}
	err = do(ctx, shelf)
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if e := shelf.Close(); e != nil && err == nil {
		err = e
	}
	return err
}

// keyOf returns what an article on the shelf is known by from an argument: the
// normal form of an address, the whole path of a file, or the argument itself.
func keyOf(arg string) string {
	if isAddress(arg) {
		if address, err := fetch.Normal(arg); err == nil {
			return address
		}
	}
	if filepath.IsAbs(arg) {
		return filepath.Clean(arg)
	}
	return arg
}

// entryOf returns what is kept of an article that an argument names. Standard
// input has no name: its article is known by its text.
func entryOf(arg string, doc *articles.Document) library.Entry {
	entry := library.Entry{Doc: doc}
	switch path, err := filepath.Abs(arg); {
	case arg == "-":
	case isAddress(arg):
		entry.Key = keyOf(arg)
	case err == nil:
		entry.Key = path
	}
	return entry
}

// articleOf finds the article that an argument names: by its number, its
// address, or the path of its file.
func articleOf(ctx context.Context, shelf *library.Library, arg string) (keep.Article, error) {
	if n, err := strconv.ParseInt(arg, 10, 64); err == nil {
		a, err := shelf.Article(ctx, keep.ArticleID(n))
		return a, missing(err, arg)
	}
	a, err := shelf.Find(ctx, keyOf(arg))
	if !errors.Is(err, library.ErrNotFound) || isAddress(arg) {
		return a, missing(err, arg)
	}
	if path, e := filepath.Abs(arg); e == nil {
		a, err = shelf.Find(ctx, path)
	}
	return a, missing(err, arg)
}

// missing says of what an argument names that it is not on the shelf.
func missing(err error, arg string) error {
	if errors.Is(err, library.ErrNotFound) {
		return fmt.Errorf("%s: not on the shelf", printable(arg))
	}
	return err
}

// articlesOf finds the articles that arguments name.
func articlesOf(ctx context.Context, shelf *library.Library, args []string) ([]keep.Article, error) {
	out := make([]keep.Article, len(args))
	for i, arg := range args {
		a, err := articleOf(ctx, shelf, arg)
		if err != nil {
			return nil, err
		}
		out[i] = a
	}
	return out, nil
}

// needs returns what checks that a command has arguments: so many at least, and
// no more than most, of which 0 stands for any number.
func needs(least, most int, what string) func([]string) error {
	return func(args []string) error {
		switch {
		case len(args) < least:
			return usagef("%s is to be given", what)
		case most > 0 && len(args) > most:
			return usagef("unexpected argument %q", args[most])
		}
		return nil
	}
}
