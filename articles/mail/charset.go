package mail

import (
	"io"
	"strings"
	"unicode/utf8"

	"gloss/articles/charset"

	htmlcharset "golang.org/x/net/html/charset"
)

// decodeCharset returns bytes in the encoding with a label as UTF-8. ok is
// false of a label that is not known, as that of UTF-7, which was made to
// smuggle markup: the bytes are then read by what they look like.
//
// Labels lie. Bytes that are called ASCII or Latin-1 but are UTF-8 are read as
// that, and bytes that are called UTF-8 but are not by what they look like.
func decodeCharset(label, data string) (text string, ok bool) {
	label = strings.ToLower(strings.TrimSpace(label))
	enc, mark := charset.Detect(data)
	switch {
	case mark > 0, label == "", label == "utf-8", label == "utf8":
		return charset.Decode(enc, data[mark:]), true
	case isWestern(label) && utf8.ValidString(data):
		return data, true
	}
	if e, name := htmlcharset.Lookup(label); e == nil || name == "replacement" {
		return charset.Decode(enc, data), false
	}
	r, err := htmlcharset.NewReaderLabel(label, strings.NewReader(data))
	if err != nil {
		return charset.Decode(enc, data), false
	}
	var b strings.Builder
	if _, err := io.Copy(&b, r); err != nil {
		return charset.Decode(enc, data), false
	}
	return charset.Decode(charset.UTF8, b.String()), true
}

// isWestern tells whether a label is that of an encoding which programs state
// without looking.
func isWestern(label string) bool {
	switch label {
	case "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "iso-8859-15":
		return true
	}
	return false
}
