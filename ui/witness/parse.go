// Package witness says what a stream of output would do to a terminal. It is
// the judge of the tests, and no part of the program: it shares no code with
// what it judges, and follows the terminal's side of the matter, the parser of
// DEC's VT500 as xterm and others have it, with its states named as is usual.
//
// Where terminals differ it takes the side that lets more be done: controls of
// the C1 range count both as code points and as stray bytes.
package witness

import (
	"fmt"
	"unicode/utf8"
)

// Kind tells what a function is.
type Kind uint8

// The kinds of functions.
const (
	C0        Kind = iota // a control character below U+0020, or DEL
	C1                    // one of U+0080 to U+009F that begins nothing
	ESC                   // an escape sequence
	CSI                   // a control sequence
	OSC                   // an operating system command
	DCS                   // a device control string
	APC                   // an application program command
	PM                    // a privacy message
	SOS                   // a start of string
	Character             // a character that turns or hides text
	Invalid               // a byte that is not UTF-8, and no control
)

// String returns the usual short name of the kind.
func (k Kind) String() string {
	return [...]string{"C0", "C1", "ESC", "CSI", "OSC", "DCS", "APC", "PM", "SOS", "character", "invalid byte"}[k]
}

// A Function is a control function or a character in a stream.
type Function struct {
	Kind       Kind
	Start, End int  // its bytes in the stream
	Rune       rune // of C0, C1, Character and Invalid (the byte)
	EightBit   bool // it begins with a C1 control and not with ESC

	Params        string // parameters of CSI and DCS, with a private marker before them
	Intermediates string
	Final         byte   // of ESC, CSI and DCS
	Payload       string // of strings: what stands between introducer and end
	// Ended is false where a sequence is broken off by another one, by CAN or
	// SUB, by a byte that it cannot hold, or by the end of the stream.
	Ended bool
}

// String returns the function in a readable form.
func (f Function) String() string {
	switch f.Kind {
	case C0, C1, Character:
		return fmt.Sprintf("%s %U at %d", f.Kind, f.Rune, f.Start)
	case Invalid:
		return fmt.Sprintf("%s %#x at %d", f.Kind, f.Rune, f.Start)
	case ESC, CSI:
		return fmt.Sprintf("%s %s%s%c at %d", f.Kind, f.Params, f.Intermediates, f.Final, f.Start)
	}
	return fmt.Sprintf("%s %q at %d", f.Kind, f.Params+f.Intermediates+f.Payload, f.Start)
}

// Parse returns the functions of a stream in the order of their beginnings. A
// control character inside a sequence, which terminals act on at once, stands
// after it. Printable text is not in the list; each '\n' and '\t' is.
func Parse(stream []byte) []Function {
	m := machine{stream: stream, now: -1}
	for at := 0; at < len(stream); {
		r, n := utf8.DecodeRune(stream[at:])
		valid := r != utf8.RuneError || n > 1
		if !valid {
			r = rune(stream[at])
		}
		m.take(r, at, at+n, valid)
		at += n
	}
	m.close(len(stream), len(stream), false)
	return m.list
}

// state is a state of the terminal's parser.
type state uint8

const (
	ground state = iota
	escape
	escapeIntermediate
	parameters    // of CSI and DCS: entry and param
	intermediates // of CSI and DCS
	ignore        // a malformed CSI, until its final byte
	passthrough   // the data of a DCS
	str           // the string of an OSC, APC, PM or SOS
)

// A machine is the terminal's parser.
type machine struct {
	stream          []byte
	state           state
	list            []Function
	now             int    // the function that is being read; -1 for none
	data            int    // where its payload begins
	params, between []byte // its parameters and intermediates so far
	quoted          bool   // an ESC came inside a string: its end, if '\' follows

	marks int  // combining marks since the last base
	base  rune // the last printable character
}

// take takes the next code point, or byte that is not UTF-8, of the bytes from
// start to end.
func (m *machine) take(r rune, start, end int, valid bool) {
	isC1 := r >= 0x80 && r < 0xa0
	switch {
	case m.state == escape && m.inString() && r == '\\': // ST, of the string before
		m.close(start-1, end, true)
		return
	case r == 0x18 || r == 0x1a: // CAN and SUB break off anything
		m.close(start, start, false)
		m.add(Function{Kind: C0, Start: start, End: end, Rune: r, Ended: true})
		return
	case r == 0x1b:
		m.beginEscape(start)
		return
	case isC1 && (valid || m.state != passthrough && m.state != str || r == 0x9c):
		m.control1(r, start, end)
		return
	}
	if m.state == escape && m.inString() {
		// ESC with anything but '\' ended the string; a new sequence begins.
		m.close(start-1, start-1, false)
		m.open(Function{Kind: ESC, Start: start - 1})
		m.state = escape
	}
	switch m.state {
	case str, passthrough:
		if r == 0x07 && m.list[m.now].Kind == OSC {
			m.close(start, end, true)
		}
		return // all else is payload
	}
	if r < 0x20 || r == 0x7f {
		// Acted on at once, in the midst of a sequence too.
		m.add(Function{Kind: C0, Start: start, End: end, Rune: r, Ended: true})
		return
	}
	if m.state != ground && r >= 0x80 {
		m.close(start, start, false)
	}
	switch m.state {
	case ground:
		m.print(r, start, end, valid)
	case escape, escapeIntermediate:
		m.escaped(r, start, end)
	default:
		m.sequence(r, end)
	}
}

func (m *machine) inString() bool { return m.now >= 0 && m.quoted }

// beginEscape takes an ESC, which breaks off a sequence, and a string unless
// '\' follows.
func (m *machine) beginEscape(start int) {
	if m.state == str || m.state == passthrough {
		m.quoted = true
		m.state = escape
		return
	}
	if m.inString() { // ESC ESC
		m.close(start-1, start-1, false)
		m.add(Function{Kind: ESC, Start: start - 1, End: start})
	}
	m.close(start, start, false)
	m.open(Function{Kind: ESC, Start: start})
	m.state = escape
}

// escaped takes what follows an ESC.
func (m *machine) escaped(r rune, start, end int) {
	if r < 0x30 {
		m.between = append(m.between, byte(r))
		m.state = escapeIntermediate
		return
	}
	f := &m.list[m.now]
	if m.state == escape {
		if kind, ok := introducer(r + 0x40); ok {
			f.Kind = kind
			m.enter(kind, end)
			return
		}
	}
	f.Final = byte(r)
	m.close(end, end, true)
}

// control1 takes a control of the C1 range.
func (m *machine) control1(r rune, start, end int) {
	if m.state == escape && m.inString() {
		m.close(start-1, start-1, false)
		m.add(Function{Kind: ESC, Start: start - 1, End: start})
	}
	if r == 0x9c && (m.state == str || m.state == passthrough) { // ST
		m.close(start, end, true)
		return
	}
	m.close(start, start, false)
	kind, ok := introducer(r)
	if !ok {
		m.add(Function{Kind: C1, Start: start, End: end, Rune: r, EightBit: true, Ended: true})
		return
	}
	m.open(Function{Kind: kind, Start: start, EightBit: true})
	m.enter(kind, end)
}

// introducer returns the kind that a C1 control begins.
func introducer(r rune) (Kind, bool) {
	switch r {
	case 0x90:
		return DCS, true
	case 0x98:
		return SOS, true
	case 0x9b:
		return CSI, true
	case 0x9d:
		return OSC, true
	case 0x9e:
		return PM, true
	case 0x9f:
		return APC, true
	}
	return 0, false
}

// enter goes into the state after an introducer that ends at an offset.
func (m *machine) enter(kind Kind, end int) {
	m.data = end
	m.state = str
	if kind == CSI || kind == DCS {
		m.state = parameters
	}
}

// sequence takes a byte of a CSI, or of a DCS before its data.
func (m *machine) sequence(r rune, end int) {
	f := &m.list[m.now]
	switch {
	case r >= 0x40 && m.state == ignore:
		m.close(end, end, false)
	case r >= 0x40:
		f.Final = byte(r)
		if f.Kind == DCS {
			m.data = end
			m.state = passthrough
			return
		}
		m.close(end, end, true)
	case m.state == ignore:
	case r < 0x30:
		m.between = append(m.between, byte(r))
		m.state = intermediates
	case m.state == intermediates, r >= 0x3c && len(m.params) > 0: // a parameter too late
		m.state = ignore
		if f.Kind == DCS {
			m.state = passthrough
		}
	default:
		m.params = append(m.params, byte(r))
	}
}

// open begins a function.
func (m *machine) open(f Function) {
	m.now = len(m.list)
	m.list = append(m.list, f)
}

// add lists a function that is whole already.
func (m *machine) add(f Function) { m.list = append(m.list, f) }

// close ends the function that is being read, if any: its payload at one offset
// and itself at another.
func (m *machine) close(payload, end int, ended bool) {
	if m.now >= 0 {
		f := &m.list[m.now]
		f.End = end
		f.Ended = ended
		f.Params, f.Intermediates = string(m.params), string(m.between)
		if f.Kind >= OSC && f.Kind <= SOS || f.Kind == DCS {
			f.Payload = string(m.stream[min(m.data, payload):payload])
		}
	}
	m.now = -1
	m.params, m.between = m.params[:0], m.between[:0]
	m.quoted = false
	m.state = ground
}
