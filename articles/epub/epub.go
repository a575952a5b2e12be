// Package epub reads books and issues in the format EPUB, versions 2 and 3:
// the chapters, in the order that the book gives, become one document.
//
// A file of this kind is an archive that strangers packed. Nothing of it is
// ever written to a disk, no name in it leads out of it, and no size that it
// states is relied on. Pictures are not decoded: what they show is said by
// their alternative text.
package epub

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"gloss/articles"
)

// What can be wrong with a file, for callers that branch. Each is worded to
// stand behind the name of the file.
var (
	ErrNotBook   = errors.New("is no EPUB")
	ErrDamaged   = errors.New("is damaged")
	ErrProtected = errors.New("is protected (DRM or a password)")
	ErrNoText    = errors.New("has no text that can be read")
)

// Read reads the book that is the size bytes of r. Past a limit, and where
// chapters are missing, damaged or encrypted, the document has what could be
// read and a notice of the rest. When ctx is done, it ends with the chapter
// that was read last. The errors are ErrNotBook, ErrDamaged, ErrProtected and
// ErrNoText, wrapped, and that of ctx where nothing was read.
func Read(ctx context.Context, r io.ReaderAt, size int64, limits Limits) (*articles.Document, error) {
	limits = limits.filled()
	ctx, cancel := context.WithTimeout(ctx, limits.Time)
	defer cancel()
	a, err := openArchive(r, size, limits)
	if err != nil {
		return nil, err
	}
	if data, err := a.read(encryptionName, a.limits.Control); err == nil {
		a.lock(parseEncryption(decode(data), a.limits.Depth))
	}
	plan, err := a.plan()
	if err != nil {
		return nil, err
	}
	b := binding{archive: a, plan: plan}
	b.readContents()
	b.readChapters(ctx)
	return b.document(ctx)
}

// Is reports whether the size bytes of r are a book: an archive that begins
// with the type of an EPUB, or that has the files which every EPUB has.
func Is(r io.ReaderAt, size int64) bool {
	head := make([]byte, 128)
	n, _ := r.ReadAt(head, 0)
	text := string(head[:n])
	if !strings.HasPrefix(text, "PK\x03\x04") {
		return false
	}
	if len(text) > 30 && strings.HasPrefix(text[30:], mimetypeName) && strings.Contains(text[30:], mimetype) {
		return true
	}
	a, err := openArchive(r, size, DefaultLimits())
	if err != nil {
		return false
	}
	_, ok := a.find(containerName)
	return ok || len(a.packages()) > 0
}

// packages returns the names of the members that are package documents by
// their ending.
func (a *archive) packages() []string {
	var out []string
	for _, name := range a.names {
		if strings.HasSuffix(strings.ToLower(name), ".opf") && len(out) < maxRenditions {
			out = append(out, name)
		}
	}
	return out
}

// plan returns the package document that the book is read by. Where there is
// none with chapters, all pages in the order of their names stand for it.
func (a *archive) plan() (*opf, error) {
	var names []string
	data, err := a.read(containerName, a.limits.Control)
	locked := errors.Is(err, errLocked)
	if err == nil || data != nil {
		names = parseContainer(decode(data), a.limits.Depth)
	}
	var plan *opf
	for _, name := range append(names, a.packages()...) {
		data, err := a.read(name, a.limits.Control)
		locked = locked || errors.Is(err, errLocked)
		if data == nil {
			continue
		}
		p := parseOPF(decode(data), name, a.limits)
		p.rename(a.stored)
		p.whole = p.whole && err == nil
		if len(p.spine)+len(p.aside) > 0 {
			return p, nil
		}
		if plan == nil {
			plan = p // for its metadata
		}
	}
	if locked {
		return nil, ErrProtected
	}
	known := plan != nil
	if !known {
		plan = &opf{}
	}
	for _, name := range a.names {
		if isPageName(name) && name != plan.nav {
			plan.spine = append(plan.spine, name)
		}
	}
	slices.Sort(plan.spine)
	plan.guessed = true
	if n := len(plan.spine); n > a.limits.Spine {
		plan.over = n - a.limits.Spine
		plan.spine = plan.spine[:a.limits.Spine]
	}
	switch data, _ := a.read(mimetypeName, 100); {
	case len(plan.spine) > 0 && (known || names != nil || strings.Contains(string(data), mimetype)):
		return plan, nil
	case known || strings.Contains(string(data), mimetype):
		return nil, fmt.Errorf("%w: no chapter is named in it", ErrNoText)
	}
	return nil, ErrNotBook
}
