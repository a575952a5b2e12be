package witness

import (
	"strings"
	"testing"
)

// whole is a run of the reader as it goes through a terminal: it is made ready,
// asked, painted twice, left, and the shell goes on.
const whole = "\x1b[?25l\x1b[?1049h\x1b[2J\x1b[H\x1b[?25l\x1b[?2004h\x1b[?1002h\x1b[?1006h\x1b]11;?\x1b\\" +
	"\x1b[H\r\x1b[0;1;38;2;230;195;132mThe harvest\x1b[m is\tin\x1b[K\r\nfull\r\n\x1b[4:3;97mend\x1b[m\x1b[K\x1b[3;H" +
	"\x1b[H\n\n\x1b[7mno\x1b[0m\x1b[K\x1b[J\x1b[3;H\x1b[2K\r" +
	"\x1b[?2004l\x1b[?25h\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1049l\x1b[?25hthe shell goes on\r\n"

func TestPolicies(t *testing.T) {
	for _, test := range []struct {
		in                      string
		plain, painted, session bool // whether it is foreign
	}{
		{"The harvest\n\tis in", false, false, false},
		{"\x1b[0;1;2;3;4;7;9mx\x1b[m", true, false, false},
		{"\x1b[38;5;1;48;2;1;2;3mx", true, false, false},
		{"\x1b[4:3mx", true, false, false},
		{"\x1b[31mx", true, true, false},
		{"\x1b[38;5;1;31mx", true, true, false},
		{"\x1b[8mx", true, true, true},
		{"\x1b[5mx", true, true, true},
		{"\x1b[38mx", true, true, true},
		{"\x1b[1x", true, true, true},
		{"\x1b[1", true, true, true},
		{"\u009b1mx", true, true, true},
		{"safe\rEVIL", true, true, true},
		{"a\r\n", true, true, false},
		{"\x1b[2Jx", true, true, true},
		{"x\x1b[3;3Hx", true, true, true},
		{"x\x1b[Kx", true, true, true},
		{"x\x1b[?1049lx", true, true, true},
		{"x\x1b[?25lx", true, true, true},
		{"x\x1b[?1003h\x1b[H", true, true, true},
		{"\x1b]11;?\a", true, true, true},
		{"\x1b]52;c;QQ==\a", true, true, true},
		{"\xff", true, true, true},
		{"\u202e", true, true, true},
		{whole, true, true, false},
		{whole[:strings.Index(whole, "harvest")], true, true, false},
	} {
		for p, want := range map[Policy]bool{Plain: test.plain, Painted: test.painted, Session: test.session} {
			if found := p.Foreign([]byte(test.in)); len(found) > 0 != want {
				t.Errorf("policy %d on %q: %v", p, test.in, found)
			}
		}
	}
}

// TestForeignFindsLeaks puts what must not leak into the midst of a session.
func TestForeignFindsLeaks(t *testing.T) {
	for _, leak := range []string{
		"\x1b[2J", "\x1b[?1049l", "\x1b[3;3H", "\x1bc", "\x1b[8m", "\x1b]0;t\a", "\x1b]52;c;QQ==\x1b\\", "\x1b[21t", "\x1b[6n",
		"\x1b[c", "\x1b[>0q", "\x1bP$qm\x1b\\", "\x1b_G\x1b\\", "\x1b]8;;x\x1b\\", "\x1b]8;;\x1b0m\x1b[>0q", "\x1b", "\x1b[",
		"\x1b[?2004l", "\x1b[?25h", "\x9b2J", "\u009b2J", "\u0085", "\a", "\b", "\r", "\x00", "\x7f", "\x0e", "\u2066", "\ufeff",
	} {
		s := strings.Replace(whole, "harvest", "har"+leak+"vest", 1)
		if found := Foreign([]byte(s)); len(found) == 0 {
			t.Errorf("%q is not found", leak)
		} else if at := strings.Index(whole, "harvest") + len("har"); found[0].Start < at || found[0].Start >= at+len(leak) {
			t.Errorf("%q is at %d, found: %v", leak, at, found[0])
		}
	}
}
