// Package charset finds out how the bytes of a text are encoded, and decodes
// them: UTF-8, UTF-16 and Windows-1252, which is what articles come in.
//
// The decision is taken on a sample from the start, so that the head of a
// source and the whole of it are always decoded alike. What a wrong decision
// could lose is made good byte by byte: a byte that cannot be UTF-8 is read as
// the Windows-1252 character it most likely is.
package charset

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// An Encoding is a way of writing characters as bytes.
type Encoding uint8

// The encodings that are recognised.
const (
	UTF8 Encoding = iota
	UTF16LE
	UTF16BE
	Windows1252
)

// String returns the name that IANA registers for the encoding.
func (e Encoding) String() string {
	switch e {
	case UTF16LE:
		return "UTF-16LE"
	case UTF16BE:
		return "UTF-16BE"
	case Windows1252:
		return "windows-1252"
	}
	return "UTF-8"
}

// SampleSize is the number of bytes that Detect looks at.
const SampleSize = 64 << 10

// Detect returns the encoding of data and the number of bytes that its byte
// order mark takes up, 0 where it has none.
func Detect(data string) (e Encoding, mark int) {
	switch {
	case strings.HasPrefix(data, "\xef\xbb\xbf"):
		return UTF8, 3
	case strings.HasPrefix(data, "\xff\xfe"):
		return UTF16LE, 2
	case strings.HasPrefix(data, "\xfe\xff"):
		return UTF16BE, 2
	}
	sample := data[:min(len(data), SampleSize)]
	if e, ok := detectUTF16(sample); ok {
		return e, 0
	}
	if mostlyWindows1252(sample) {
		return Windows1252, 0
	}
	return UTF8, 0
}

// detectUTF16 recognises UTF-16 without a mark by its zero bytes: in text that
// has spaces, digits and line ends at least, one half of the byte pairs'
// bytes is zero again and again and the other hardly ever.
func detectUTF16(sample string) (Encoding, bool) {
	pairs := len(sample) / 2
	if pairs < 2 {
		return 0, false
	}
	var zero [2]int
	for i := range 2 * pairs {
		if sample[i] == 0 {
			zero[i&1]++
		}
	}
	switch {
	case zero[1] > 1 && zero[1]*10 >= pairs && zero[0]*10 <= zero[1]:
		return UTF16LE, true
	case zero[0] > 1 && zero[0]*10 >= pairs && zero[1]*10 <= zero[0]:
		return UTF16BE, true
	}
	return 0, false
}

// mostlyWindows1252 tells whether more of the sample's bytes are impossible in
// UTF-8 than there are characters written in several bytes.
func mostlyWindows1252(sample string) bool {
	var long, broken int
	for i := 0; i < len(sample); {
		if sample[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(sample[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			long++
		case utf8.FullRuneInString(sample[i:]):
			broken++
		}
		i += size
	}
	return broken > long
}

// Decode returns data, from behind any byte order mark, as valid UTF-8. What
// cannot be decoded becomes U+FFFD, one for each unit: a byte, or a surrogate
// that stands alone. Text that is UTF-8 already is returned without a copy.
func Decode(e Encoding, data string) string {
	switch e {
	case UTF16LE, UTF16BE:
		return decodeUTF16(e, data)
	case Windows1252:
		return decodeWindows1252(data)
	}
	if utf8.ValidString(data) {
		return data
	}
	return repairUTF8(data)
}

// Cut returns the largest position up to n at which data can be parted so that
// the two sides decode as the whole does, and no "\r\n" is torn. n is in bytes.
func Cut(e Encoding, data string, n int) int {
	if n >= len(data) {
		return len(data)
	}
	switch e {
	case UTF16LE, UTF16BE:
		n &^= 1
		if n < 2 || n+2 > len(data) {
			return n
		}
		before, after := unit(e, data[n-2:]), unit(e, data[n:])
		if before&0xFC00 == 0xD800 && after&0xFC00 == 0xDC00 || before == '\r' && after == '\n' {
			n -= 2
		}
		return n
	}
	if n > 0 && data[n-1] == '\r' && data[n] == '\n' {
		return n - 1
	}
	if e == Windows1252 {
		return n
	}
	for i := n - 1; i >= 0 && i > n-utf8.UTFMax; i-- {
		if utf8.RuneStart(data[i]) {
			if !utf8.FullRuneInString(data[i:n]) {
				return i
			}
			return n
		}
	}
	return n
}

func unit(e Encoding, s string) uint16 {
	if e == UTF16BE {
		return uint16(s[0])<<8 | uint16(s[1])
	}
	return uint16(s[1])<<8 | uint16(s[0])
}

func decodeUTF16(e Encoding, data string) string {
	var b strings.Builder
	b.Grow(len(data) / 2)
	for len(data) >= 2 {
		r := rune(unit(e, data))
		data = data[2:]
		if utf16.IsSurrogate(r) {
			pair := rune(utf8.RuneError)
			if len(data) >= 2 {
				pair = utf16.DecodeRune(r, rune(unit(e, data)))
			}
			if pair != utf8.RuneError {
				data = data[2:]
			}
			r = pair
		}
		b.WriteRune(r)
	}
	if len(data) > 0 {
		b.WriteRune(utf8.RuneError)
	}
	return b.String()
}

func decodeWindows1252(data string) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/16)
	for i := range len(data) {
		b.WriteRune(FromWindows1252(data[i]))
	}
	return b.String()
}

func repairUTF8(data string) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/16)
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRuneInString(data[i:])
		if r == utf8.RuneError && size == 1 {
			r = FromWindows1252(data[i])
		}
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// high holds the characters of the bytes 0x80 to 0x9F in Windows-1252, as the
// WHATWG Encoding Standard gives them; 0 stands where there is none.
var high = [32]uint16{
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
}

// FromWindows1252 returns the character that Windows-1252 gives the byte, or
// U+FFFD for the five bytes that it leaves free.
func FromWindows1252(c byte) rune {
	if c < 0x80 || c >= 0xA0 {
		return rune(c)
	}
	if r := rune(high[c-0x80]); r != 0 {
		return r
	}
	return utf8.RuneError
}
