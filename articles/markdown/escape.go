package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"gloss/articles/charset"

	"github.com/yuin/goldmark/util"
)

// unescape resolves backslash escapes and entities in one pass, so that what
// one of them gives is never read again as another.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 && strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
			continue
		case s[i] == '&':
			if text, n := entity(s[i:]); n > 0 {
				b.WriteString(text)
				i += n
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// unescapeHTML resolves entities only.
func unescapeHTML(s string) string {
	return unescape(strings.ReplaceAll(s, `\`, `\\`))
}

// maxEntity is longer than the name of any entity in HTML 5.
const maxEntity = 40

// entity decodes the entity at the start of s and returns its length in bytes,
// 0 where there is none. Line breaks and tabs become spaces: structure cannot
// be written as an entity.
func entity(s string) (text string, n int) {
	end := strings.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 2 {
		return "", 0
	}
	name := s[1:end]
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return strings.Map(blank, string(e.Characters)), end + 1
	}
	digits, base, most := name[1:], 10, 7
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return "", 0
	}
	return string(blank(numeric(rune(v)))), end + 1
}

// numeric returns the character of a numeric entity. Those from 128 to 159 are
// read as Windows-1252, as the HTML standard has it.
func numeric(r rune) rune {
	switch {
	case r == 0 || !utf8.ValidRune(r):
		return utf8.RuneError
	case r >= 0x80 && r < 0xA0:
		return charset.FromWindows1252(byte(r))
	}
	return r
}

func blank(r rune) rune {
	switch r {
	case '\n', '\r', '\t', '\u2028', '\u2029':
		return ' '
	}
	return r
}
