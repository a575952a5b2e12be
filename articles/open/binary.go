package open

import (
	"fmt"
	"strings"

	"gloss/articles/charset"
)

// check tells what is wrong with data that is nothing to read.
func check(data string) error {
	if data == "" {
		return ErrEmpty
	}
	if container(data) != Auto {
		return nil
	}
	if kind := signature(data); kind != "" {
		return fmt.Errorf("is %s, %w", kind, ErrUnsupported)
	}
	if enc, _ := charset.Detect(data); enc == charset.UTF16LE || enc == charset.UTF16BE {
		return nil
	}
	sample := data[:min(len(data), charset.SampleSize)]
	var controls int
	for i := range len(sample) {
		switch c := sample[i]; c {
		case '\t', '\n', '\v', '\f', '\r', '\b', '\a', 0x1b:
		default:
			if c < 0x20 {
				controls++
			}
		}
	}
	if controls > 3 && controls*32 > len(sample) {
		return ErrBinary
	}
	return nil
}

// signature recognises files that are surely something else by their first
// bytes, and returns what to call them.
func signature(data string) string {
	for _, s := range [...]struct{ prefix, kind string }{
		{"PK\x03\x04", "a ZIP archive, and no EPUB,"},
		{"\x89PNG\r\n\x1a\n", "a PNG image"},
		{"\xff\xd8\xff", "a JPEG image"},
		{"GIF87a", "a GIF image"},
		{"GIF89a", "a GIF image"},
		{"\x1f\x8b", "a gzip archive"},
		{"BZh", "a bzip2 archive"},
		{"\xfd7zXZ\x00", "an XZ archive"},
		{"\x28\xb5\x2f\xfd", "a Zstandard archive"},
		{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
		{"\x7fELF", "a program"},
		{"MZ\x90\x00", "a program"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"},
		{"{\\rtf", "an RTF document"},
		{"SQLite format 3\x00", "a database"},
		{"ID3", "a sound file"},
		{"OggS", "a sound file"},
	} {
		if strings.HasPrefix(data, s.prefix) {
			return s.kind
		}
	}
	return ""
}
