package gate

import (
	"unicode"
	"unicode/utf8"
)

// plain is the look at printed text.
func plain(p piece, at int) (int, verdict) {
	b := p.bytes[at:]
	if b[0] == '\r' {
		switch {
		case len(b) == 1:
			return 1, unfinished
		case b[1] == '\n':
			return 2, passes
		}
		return 1, refused
	}
	return p.character(at)
}

// character judges the character at an offset. Each byte that is not UTF-8 is
// one.
func (p piece) character(at int) (int, verdict) {
	b := p.bytes[at:]
	if !utf8.FullRune(b) {
		return 1, unfinished
	}
	r, n := utf8.DecodeRune(b)
	switch {
	case r == utf8.RuneError && n == 1, unsafe(r):
		return n, refused
	case r >= 0xe0100 && r <= 0xe01ef: // they choose a form of an ideograph, and hide data elsewhere
		before := p.last
		if at > 0 {
			before, _ = utf8.DecodeLastRune(p.bytes[:at])
		}
		if !unicode.Is(unicode.Han, before) {
			return n, refused
		}
	}
	return n, passes
}

// unsafe tells of a character whether it acts on the terminal, turns the line
// round or cannot be seen where it should.
func unsafe(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < ' ', r >= 0x7f && r < 0xa0: // C0, DEL, C1
		return true
	case r < 0x2028:
		return false
	case r <= 0x202e: // separators of lines, embeddings and overrides
		return true
	case r >= 0x2061 && r <= 0x206f: // invisible operators, isolates, deprecated
		return true
	case r == 0xfeff, r >= 0xfff9 && r <= 0xfffb: // byte order mark, annotation
		return true
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // noncharacters
		return true
	}
	return r >= 0xe0000 && r < 0xe0100 || r >= 0xe01f0 && r <= 0xe0fff // tags
}
