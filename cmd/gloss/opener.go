package main

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"gloss/articles"
	"gloss/articles/cache"
	"gloss/articles/clean"
	"gloss/articles/fetch"
	"gloss/articles/open"
	"gloss/ui"
)

// headSize is how much of a text, in bytes, is read before the first screen is
// shown; the rest is read behind it. It is some pages.
const headSize = 32 << 10

// soon is the most bytes of a source that is not read as text by its beginning
// and yet is read before the first screen: more would be waited for.
const soon = 1 << 20

// An opener makes articles and feeds of files and addresses.
type opener struct {
	client *fetch.Client
}

// newOpener returns an opener that keeps what it fetches in the user's cache
// folder. Nothing is opened or asked before the first address.
func newOpener() *opener {
	pages := cache.New(filepath.Join(xdg.CacheHome, "gloss", "pages"), 0)
	return &opener{client: fetch.New(fetch.Options{Version: strings.Trim(number(), "()"), Cache: pages})}
}

// isAddress reports whether an argument is an address of the web.
func isAddress(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// article reads the whole article of a source.
func (o *opener) article(ctx context.Context, src open.Source) (*articles.Document, error) {
	return open.Read(ctx, src, open.Options{PDF: readPDF})
}

// fetch gets the source at an address, and says in note what the reader should
// know of it.
func (o *opener) fetch(ctx context.Context, address string, origin fetch.Origin, report func(fetch.Progress)) (src open.Source, note clean.Text, err error) {
	page, err := o.client.Get(ctx, fetch.Request{URL: address, Origin: origin, Progress: report})
	if err != nil {
		return open.Source{}, clean.Text{}, err
	}
	src = open.Source{Data: page.Body, URL: page.URL, ContentType: page.ContentType, Charset: page.Charset, Name: nameOf(page.URL)}
	src.Format = src.Detect()
	switch {
	case page.Stale != nil:
		note = clean.Line(fmt.Sprintf("the copy of %s: %v", page.FetchedAt.Local().Format("2 January 2006 15:04"), page.Stale))
	case page.Unkept != nil:
		note = clean.Line(fmt.Sprintf("not kept for reading offline: %v", page.Unkept))
	}
	return src, note, nil
}

// nameOf returns the last part of an address's path, as a file's name.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	if name := u.Path[strings.LastIndexByte(u.Path, '/')+1:]; name != "" {
		return name
	}
	return u.Host
}

// opened makes of a source what the reader shows: of a long text its
// beginning first.
func (o *opener) opened(ctx context.Context, src open.Source) (ui.Opened, error) {
	var out ui.Opened
	if src.URL != "" {
		out.Key = keyOf(src.URL) // no page can claim another's
	}
	switch {
	case src.Detect() == open.Feed:
		f, err := open.ReadFeed(src)
		out.Feed = f
		return out, err
	case src.HasHead():
		head, err := open.ReadHead(src, headSize)
		if err != nil {
			return out, err
		}
		out.Doc = head
		if head.Partial {
			out.Load = func(ctx context.Context) (*articles.Document, error) { return o.article(ctx, src) }
		}
		return out, nil
	}
	doc, err := o.article(ctx, src)
	out.Doc = doc
	return out, err
}

// address returns what opens an address.
func (o *opener) address(address string, origin fetch.Origin) ui.Opener {
	return func(ctx context.Context, report func(ui.Progress)) (ui.Opened, error) {
		src, note, err := o.fetch(ctx, address, origin, func(p fetch.Progress) {
			report(ui.Progress{Stage: p.Phase.String() + " " + p.Host, Received: p.Received, Total: max(p.Total, 0)})
		})
		if err != nil {
			return ui.Opened{}, err
		}
		out, err := o.opened(ctx, src)
		out.Note = note
		return out, err
	}
}

// linked returns what opens an address that a page or feed names.
func (o *opener) linked(address string) ui.Opener { return o.address(address, fetch.Linked) }

// source returns what opens a source that takes long to read, and that the shelf
// knows by the key.
func (o *opener) source(src open.Source, key string) ui.Opener {
	return func(ctx context.Context, _ func(ui.Progress)) (ui.Opened, error) {
		out, err := o.opened(ctx, src)
		out.Key = key
		return out, err
	}
}

// file returns what opens a file that was read before.
func (o *opener) file(path string) ui.Opener {
	return func(ctx context.Context, _ func(ui.Progress)) (ui.Opened, error) {
		src, err := open.File(path)
		if err != nil {
			return ui.Opened{}, err
		}
		out, err := o.opened(ctx, src)
		out.Key = path
		return out, err
	}
}

// argument returns the source that an argument names: a file, an address, or
// standard input.
func (o *opener) argument(ctx context.Context, std streams, arg string) (open.Source, error) {
	switch {
	case arg == "-":
		return open.Reader(interruptibleReader(ctx, std.in), "")
	case isAddress(arg):
		src, note, err := o.fetch(ctx, arg, fetch.Typed, nil)
		if !note.IsEmpty() {
			fmt.Fprintf(std.err, "gloss: %s\n", note)
		}
		return src, err
	}
	return open.File(arg)
}

// printable reads a source to be printed: of a feed, the list of its items.
func (o *opener) printable(ctx context.Context, src open.Source) (*articles.Document, error) {
	if src.Detect() != open.Feed {
		return o.article(ctx, src)
	}
	f, err := open.ReadFeed(src)
	if err != nil {
		return nil, err
	}
	return f.Overview(), nil
}
