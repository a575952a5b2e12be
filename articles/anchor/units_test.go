package anchor_test

import (
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"

	"gloss/articles/anchor"
)

func TestUnits(t *testing.T) {
	const text = "aé€😀z"
	for _, c := range []struct{ off, points, units int }{
		{0, 0, 0}, {1, 1, 1}, {3, 2, 2}, {6, 3, 3}, {10, 4, 5}, {11, 5, 6},
		{-5, 0, 0}, {2, 1, 1}, {8, 3, 3}, {99, 5, 6},
	} {
		if got := anchor.CodePoints(text, c.off); got != c.points {
			t.Errorf("%d code points before %d, want %d", got, c.off, c.points)
		}
		if got := anchor.UTF16(text, c.off); got != c.units {
			t.Errorf("%d units before %d, want %d", got, c.off, c.units)
		}
	}
	for _, c := range []struct{ units, off int }{{-1, 0}, {3, 6}, {4, 6}, {5, 10}, {6, 11}, {100, 11}} {
		if got := anchor.OffsetUTF16(text, c.units); got != c.off {
			t.Errorf("unit %d is at %d, want %d", c.units, got, c.off)
		}
	}
}

// There and back, and as the standard library counts.
func TestUnitsThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		off := rapid.IntRange(0, len(text)).Draw(t, "off")
		for off > 0 && off < len(text) && !utf8.RuneStart(text[off]) {
			off--
		}
		points, units := anchor.CodePoints(text, off), anchor.UTF16(text, off)
		if anchor.Offset(text, points) != off || anchor.OffsetUTF16(text, units) != off {
			t.Fatalf("%d: %d code points and %d units, not back", off, points, units)
		}
		if points != len([]rune(text[:off])) || units != len(utf16.Encode([]rune(text[:off]))) {
			t.Fatalf("%d: %d code points and %d units", off, points, units)
		}
	})
}
