package gate

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The slow twins say the same as the sieve in another way: regular expressions
// over what is left of the stream, one character at a time.

const (
	byteValue = `(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])`
	code      = `(?:[0-479]|4:[2-5]|[39][0-7]|4[0-7]|10[0-7]|[34]8;5;` + byteValue + `|[34]8;2(?:;` + byteValue + `){3})`
	lastCUP   = `\x1b\[(?:[1-9][0-9]{0,4};)?H$`
)

var (
	// anywhere, besides SGR, in the place that the rest of the stream tells.
	inFrame = regexp.MustCompile(`^(?:(\x1b\[` + code + `(?:;` + code + `)*m|\x1b\[m|\r\n)` +
		`|(\x1b\[K)(?:\r\n|(?:\x1b\[J)?` + lastCUP + `)|(\x1b\[J)` + lastCUP + `|(` + lastCUP + `))`)
	wholeFrame = regexp.MustCompile(`^(?:\r|\x1b\[(?:2[JK]|\?(?:25|1049|1002|1006|2004)[hl]|\?1003l))$`)

	plainEnd = regexp.MustCompile(`^(\r\n)`)

	neverSeen = &unicode.RangeTable{
		R16: []unicode.Range16{
			{0x00, 0x08, 1}, {0x0b, 0x1f, 1}, {0x7f, 0x9f, 1}, {0x2028, 0x202e, 1}, {0x2061, 0x206f, 1},
			{0xfdd0, 0xfdef, 1}, {0xfeff, 0xfeff, 1}, {0xfff9, 0xfffb, 1}, {0xfffe, 0xffff, 1},
		},
		R32: []unicode.Range32{
			{0x1fffe, 0x1ffff, 1}, {0x2fffe, 0x2ffff, 1}, {0x3fffe, 0x3ffff, 1}, {0x4fffe, 0x4ffff, 1}, {0x5fffe, 0x5ffff, 1},
			{0x6fffe, 0x6ffff, 1}, {0x7fffe, 0x7ffff, 1}, {0x8fffe, 0x8ffff, 1}, {0x9fffe, 0x9ffff, 1}, {0xafffe, 0xaffff, 1},
			{0xbfffe, 0xbffff, 1}, {0xcfffe, 0xcffff, 1}, {0xdfffe, 0xdffff, 1}, {0xe0000, 0xe00ff, 1}, {0xe01f0, 0xe0fff, 1},
			{0xefffe, 0xeffff, 1}, {0xffffe, 0xfffff, 1}, {0x10fffe, 0x10ffff, 1},
		},
	}
)

func slowFrame(s string) (string, int) {
	return slow(s, func(at int) int {
		if at == 0 && wholeFrame.MatchString(s) {
			return len(s)
		}
		if at == 0 && strings.HasPrefix(s, home) {
			return len(home)
		}
		if at == len(home) && strings.HasPrefix(s, home+"\r") {
			return 1
		}
		return firstGroup(inFrame, s[at:])
	})
}

func slowText(s string) (string, int) {
	return slow(s, func(at int) int { return firstGroup(plainEnd, s[at:]) })
}

// firstGroup returns the length of the group of the expression that matches,
// or 0.
func firstGroup(re *regexp.Regexp, s string) int {
	m := re.FindStringSubmatch(s)
	for i := 1; i < len(m); i++ {
		if m[i] != "" {
			return len(m[i])
		}
	}
	return 0
}

// slow passes sequences of the length that sequence says, and characters.
func slow(s string, sequence func(at int) int) (string, int) {
	var out strings.Builder
	refused := 0
	for at := 0; at < len(s); {
		n := sequence(at)
		if n > 0 && n <= maxSequence {
			out.WriteString(s[at : at+n])
			at += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		bad := r == utf8.RuneError && n == 1 || unicode.Is(neverSeen, r) ||
			r >= 0xe0100 && r <= 0xe01ef && !unicode.Is(unicode.Han, before)
		if bad {
			out.WriteRune(utf8.RuneError)
			refused++
		} else {
			out.WriteString(s[at : at+n])
		}
		at += n
	}
	return out.String(), refused
}
