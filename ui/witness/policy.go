package witness

import (
	"bytes"
	"regexp"
	"strings"
)

// A Policy says what a stream may hold.
type Policy uint8

// The policies, from the strictest.
const (
	// Plain is text that is printed: no control functions but '\n' and '\t'.
	Plain Policy = iota
	// Painted is text in the colours of a theme for 256 or more colours: Plain
	// and SGR sequences that the theme makes. A colour of the sixteen basic ones
	// is somebody else's.
	Painted
	// Session is all that a run of the reader writes to its terminal, with any
	// colours: frames, modes, the question for the background. A write to the
	// clipboard is foreign, since only the test knows whether a key asked for it.
	Session
)

// A Finding is a function that does not belong in a stream.
type Finding struct {
	Function
	Why string
}

// Foreign returns what is in a run's output that the reader never makes itself.
func Foreign(stream []byte) []Finding { return Session.Foreign(stream) }

// Foreign returns what a stream holds against the policy.
func (p Policy) Foreign(stream []byte) []Finding {
	var found []Finding
	for _, f := range Parse(stream) {
		if why := p.against(f, stream); why != "" {
			found = append(found, Finding{f, why})
		}
	}
	return found
}

// longest is more bytes than any SGR sequence of a theme has.
const longest = 64

// against returns what is wrong with a function, or "".
func (p Policy) against(f Function, stream []byte) string {
	switch f.Kind {
	case C0:
		if f.Rune == '\n' || f.Rune == '\t' || p == Session && f.Rune == '\r' && goodReturn(f, stream) {
			return ""
		}
		return "control character"
	case C1:
		return "control character of eight bits"
	case Character:
		return "character that turns or hides text"
	case Invalid:
		return "not UTF-8"
	}
	switch {
	case !f.Ended:
		return "sequence without an end"
	case f.EightBit:
		return "sequence begun by a control character of eight bits"
	case p == Plain:
		return "escape sequence in plain text"
	case f.Kind == CSI && f.Intermediates == "" && f.Final == 'm' && f.End-f.Start > longest:
		return "more attributes than any theme sets"
	case f.Kind == CSI && f.Intermediates == "" && f.Final == 'm':
		return p.attributes(f.Params)
	case p == Painted:
		return "no sequence of attributes"
	case string(stream[f.Start:f.End]) == "\x1b]11;?\x1b\\":
		return ""
	case f.Kind == OSC && ownTitle.Match(stream[f.Start:f.End]):
		return ""
	case f.Kind == CSI && f.Intermediates == "" && ownShape(f, stream):
		return ""
	}
	return "the reader never makes it, or not here"
}

// shapes are the control sequences of a session, and what stands before or
// after each: a sequence that is put into text has neither.
var shapes = []struct{ sequence, before, after *regexp.Regexp }{
	{shape(`^H`), nil, nil},
	{shape(`^\d+;H$`), nil, nil},
	{shape(`^K$`), nil, shape(`^(?:\r\n|\x1b\[J|\x1b\[(?:\d+;)?H|\z)`)},
	{shape(`^J$`), nil, shape(`^(?:\x1b\[(?:\d+;)?H|\z)`)},
	{shape(`^2K$`), nil, shape(`^(?:\r|\z)`)},
	{shape(`^2J$`), nil, shape(`^(?:\x1b\[H|\z)`)},
	{shape(`^\?1049h$`), nil, shape(`^(?:\x1b\[2J|\z)`)},
	{shape(`^\?1049l$`), nil, shape(`^(?:\x1b\[\?25[hl]|\z)`)},
	{shape(`^\?(?:1002[hl]|1003l|1006[hl]|2004[hl]|25[hl])$`), nil, shape(`^(?:\x1b|\z)`)},
	{shape(`^\?25h$`), shape(`\x1b\[\?1049l$`), nil}, // the shell's screen again
	{shape(`^2[23];2t$`), nil, nil},                  // the window's title is kept, and put back
}

// ownTitle is the title of the reader's window: the article's, which must not
// act on anything, and the program's name.
var ownTitle = regexp.MustCompile(`^\x1b\]2;(?:[^\x00-\x1f\x7f\x{80}-\x{9f}]{1,300} · )?Gloss\x1b\\$`)

func shape(expr string) *regexp.Regexp { return regexp.MustCompile(expr) }

// ownShape tells whether a control sequence is one of the session's, in its
// place.
func ownShape(f Function, stream []byte) bool {
	before := stream[max(0, f.Start-16):f.Start]
	for _, s := range shapes {
		if s.sequence.MatchString(f.Params+string(f.Final)) &&
			(s.before == nil || s.before.Match(before)) && (s.after == nil || s.after.Match(stream[f.End:])) {
			return true
		}
	}
	return false
}

// goodReturn tells whether a '\r' covers no text: a line ends there, or the
// line is empty.
func goodReturn(f Function, stream []byte) bool {
	after := stream[f.End:]
	if len(after) > 0 && (after[0] == '\n' || after[0] == '\r') { // a terminal in its own mode sets another '\r' before '\n'
		return true
	}
	before := stream[:f.Start]
	return bytes.HasSuffix(before, []byte("\x1b[H")) || bytes.HasSuffix(before, []byte("\x1b[2K"))
}

var (
	attribute = regexp.MustCompile(`^(?:|0|1|2|3|4|7|9|4:[2-5])$`)
	sixteen   = regexp.MustCompile(`^(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])$`)
	palette   = regexp.MustCompile(`(?:^|;)[34]8;(?:5;\d{1,3}|2;\d{1,3};\d{1,3};\d{1,3})(?:;|$)`)
)

// attributes returns what is wrong with the parameters of SGR.
func (p Policy) attributes(params string) string {
	for palette.MatchString(params) {
		params = palette.ReplaceAllString(params, ";")
		params = strings.Trim(params, ";")
	}
	for param := range strings.SplitSeq(params, ";") {
		switch {
		case attribute.MatchString(param):
		case p == Session && sixteen.MatchString(param):
		default:
			return "attribute that no theme sets"
		}
	}
	return ""
}
