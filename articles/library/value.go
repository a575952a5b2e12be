package library

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"
	"time"

	"gloss/articles/anchor"
	"gloss/articles/clean"
)

// micros returns a time as it is kept: microseconds since 1970, nil for none.
func micros(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMicro()
}

// moment returns a time as it comes back when it was kept: in UTC, and without
// the nanoseconds.
func moment(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return time.UnixMicro(t.UnixMicro()).UTC()
}

// timeOf is the inverse of micros.
func timeOf(micros *int64) time.Time {
	if micros == nil {
		return time.Time{}
	}
	return time.UnixMicro(*micros).UTC()
}

// joinTags returns tags as they are kept: a line each, each once.
func joinTags(tags []clean.Text) string {
	var lines []string
	for _, t := range tags {
		if s := clean.Line(t.String()).String(); s != "" && !slices.Contains(lines, s) {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

// splitTags is the inverse of joinTags.
func splitTags(kept string) []clean.Text {
	var tags []clean.Text
	for line := range strings.Lines(kept) {
		if t := clean.Line(line); !t.IsEmpty() && !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	return tags
}

// tidy returns a selector with clean words.
func tidy(s anchor.Selector) anchor.Selector {
	s.Exact, s.Prefix, s.Suffix = clean.Of(s.Exact).String(), clean.Of(s.Prefix).String(), clean.Of(s.Suffix).String()
	s.Start = max(s.Start, 0)
	s.End = max(s.End, s.Start)
	return s
}

// A sum is made of the values of a row, so that a row that was damaged is
// noticed: SQLite itself has no sums of its pages.
type sum []byte

func (s sum) text(values ...string) sum {
	for _, v := range values {
		s = binary.AppendUvarint(s, uint64(len(v)))
		s = append(s, v...)
	}
	return s
}

func (s sum) number(values ...int) sum {
	for _, v := range values {
		s = binary.AppendVarint(s, int64(v))
	}
	return s
}

func (s sum) time(values ...time.Time) sum {
	for _, v := range values {
		if v.IsZero() {
			s = append(s, 0)
		} else {
			s = binary.AppendVarint(append(s, 1), v.UnixMicro())
		}
	}
	return s
}

// value returns the CRC-32 (Castagnoli).
func (s sum) value() int64 { return int64(crc32.Checksum(s, castagnoli)) }
