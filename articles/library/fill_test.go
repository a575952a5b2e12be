package library_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"gloss/articles/keep"
	"gloss/articles/library"
)

// fill makes and changes notes until the disk is full, then frees it.
func fill(folder string, args []string) {
	limit, _ := strconv.ParseUint(args[0], 10, 64)
	restore, err := limitFiles(limit)
	if err != nil {
		fail(err)
	}
	ctx := context.Background()
	l, err := library.Open(ctx, folder, library.Options{})
	if err != nil {
		fail(fmt.Errorf("opening on a full disk: %w", err))
	}
	if notice := l.Notice().String(); notice != "" && !strings.Contains(notice, "disk is full") {
		fail(fmt.Errorf("opened on a full disk with %q", notice))
	}
	a, err := l.Find(ctx, "ferry")
	if err != nil {
		fail(fmt.Errorf("reading on a full disk: %w", err))
	}
	say := json.NewEncoder(os.Stdout)
	told := 0
	for i := 0; ; i++ {
		n, err := l.PutNote(ctx, noteOn(a, fmt.Sprint("filling the disk, note ", i)))
		if errors.Is(err, library.ErrFull) {
			if told++; told == 3 {
				break
			}
			continue
		}
		if err != nil {
			fail(fmt.Errorf("note %d on a full disk: %w", i, err))
		}
		say.Encode(ack{ID: n.ID, Revision: n.Revision, Body: n.Body.String()})
	}
	if _, err := l.Notes(ctx, keep.NoteSelection{}); err != nil {
		fail(fmt.Errorf("reading on a full disk: %w", err))
	}
	if err := restore(); err != nil {
		fail(err)
	}
	n, err := l.PutNote(ctx, noteOn(a, "after it"))
	if err != nil {
		fail(fmt.Errorf("with room again: %w", err))
	}
	say.Encode(ack{ID: n.ID, Revision: n.Revision, Body: n.Body.String()})
	if err := l.Close(); err != nil {
		fail(err)
	}
}
