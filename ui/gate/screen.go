package gate

import "bytes"

// maxSequence is the most bytes of a sequence that passes. The longest that the
// theme makes sets all attributes and two colours of 24 bits, in 57.
const maxSequence = 64

const escape = '\x1b'

// home is the cursor position of the start of a frame (CUP).
const home = "\x1b[H"

// screen is the look at what Bubble Tea's renderer writes. It writes a frame at
// once, on the other screen:
//
//	CUP [CR] line CR LF line CR LF ... line [ED] CUP
//
// with only LF for a line that did not change, and a line ended by EL unless
// it fills the width. Anything else it writes alone: modes, ED 2 and EL 2.
func screen(p piece, at int) (int, verdict) {
	switch p.bytes[at] {
	case escape:
		return p.sequence(at)
	case '\r':
		return p.carriageReturn(at)
	}
	return p.character(at)
}

// carriageReturn judges a '\r': inside a line it would let text cover text.
func (p piece) carriageReturn(at int) (int, verdict) {
	before, rest := p.bytes[:at], p.bytes[at+1:]
	switch {
	case len(rest) > 0 && rest[0] == '\n',
		p.start && len(before) == 0 && len(rest) == 0,
		p.start && string(before) == home:
		return 1, passes
	}
	return 1, refused
}

// sequence judges what an ESC begins.
func (p piece) sequence(at int) (int, verdict) {
	params, final, n := control(p.bytes[at:])
	switch {
	case n < 0:
		return 1, unfinished
	case n == 0:
		return 1, refused
	}
	rest := p.bytes[at+n:]
	first := p.start && at == 0
	alone := first && len(rest) == 0
	ok := false
	switch final {
	case 'm':
		ok = sgr(params)
	case 'H': // CUP
		ok = len(params) == 0 && first || len(rest) == 0 && position(params)
	case 'K': // EL
		ok = len(params) == 0 && endsLine(rest) || string(params) == "2" && alone
	case 'J': // ED
		ok = len(params) == 0 && endsFrame(rest) || string(params) == "2" && alone
	case 'h', 'l': // DECSET, DECRST
		ok = alone && private(params, final)
	}
	if !ok {
		return 1, refused
	}
	return n, passes
}

// control reads a control sequence at the start of b: ESC [, parameters, a final
// byte (ECMA-48, 5.4). Its length is 0 where there is none, or one that never
// passes, and -1 where it may not be at its end yet.
func control(b []byte) (params []byte, final byte, n int) {
	if len(b) == 0 || b[0] != escape {
		return nil, 0, 0
	}
	for i := 1; i < min(len(b), maxSequence); i++ {
		switch c := b[i]; {
		case i == 1 && c != '[':
			return nil, 0, 0
		case i == 1, c >= '0' && c <= '?':
		case c >= '@' && c <= '~':
			return b[2:i], c, i + 1
		default:
			return nil, 0, 0
		}
	}
	if len(b) >= maxSequence {
		return nil, 0, 0
	}
	return nil, 0, -1
}

// endsLine tells whether rest goes on with the next line or ends the frame.
func endsLine(rest []byte) bool {
	if len(rest) > 1 && rest[0] == '\r' && rest[1] == '\n' {
		return true
	}
	if after, ok := bytes.CutPrefix(rest, []byte("\x1b[J")); ok {
		rest = after
	}
	return endsFrame(rest)
}

// endsFrame tells whether rest is the cursor position of the end of a frame.
func endsFrame(rest []byte) bool {
	params, final, n := control(rest)
	return n > 0 && n == len(rest) && final == 'H' && position(params)
}

// position tells whether parameters are those of a row, from 1 to 99999, in the
// first column, as Bubble Tea writes them: none, or "24;".
func position(params []byte) bool {
	if len(params) == 0 {
		return true
	}
	row, ok := bytes.CutSuffix(params, []byte(";"))
	return ok && len(row) <= 5 && number(row) > 0
}

// private tells whether Bubble Tea sets ('h') or resets ('l') a private mode of
// the terminal here: the cursor (25), the other screen (1049), the mouse (1002,
// 1006, and 1003 only off) and bracketed paste (2004).
func private(params []byte, final byte) bool {
	switch string(params) {
	case "?25", "?1049", "?1002", "?1006", "?2004":
		return true
	case "?1003":
		return final == 'l'
	}
	return false
}

// number returns the decimal number that b is, or -1 if it is none or begins
// with a needless zero.
func number(b []byte) int {
	if len(b) == 0 || len(b) > 5 || len(b) > 1 && b[0] == '0' {
		return -1
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	return n
}
