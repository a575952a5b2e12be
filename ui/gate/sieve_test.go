package gate

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFrame(t *testing.T) {
	const mark = replacement
	for _, test := range []struct {
		name, in, want string
		refused        int
	}{
		{"plain", "The harvest is in.\n\tAll of it.", "The harvest is in.\n\tAll of it.", 0},
		{"frame", "\x1b[H\r\x1b[1mA\x1b[m\x1b[K\r\n\nb\x1b[K\x1b[J\x1b[3;H", "\x1b[H\r\x1b[1mA\x1b[m\x1b[K\r\n\nb\x1b[K\x1b[J\x1b[3;H", 0},
		{"frame of one line", "\x1b[Ha\x1b[K\x1b[H", "\x1b[Ha\x1b[K\x1b[H", 0},
		{"full line", "\x1b[Hab\r\ncd\x1b[2;H", "\x1b[Hab\r\ncd\x1b[2;H", 0},
		{"colours", "\x1b[0;1;4:3;38;2;1;22;255;48;5;7mx\x1b[m", "\x1b[0;1;4:3;38;2;1;22;255;48;5;7mx\x1b[m", 0},
		{"concealed", "\x1b[8mx", mark + "[8mx", 1},
		{"blinking", "\x1b[1;5mx", mark + "[1;5mx", 1},
		{"colour without an end", "\x1b[38;2;1mx", mark + "[38;2;1mx", 1},
		{"colour out of range", "\x1b[38;5;256mx", mark + "[38;5;256mx", 1},
		{"private SGR", "\x1b[>4;1mx", mark + "[>4;1mx", 1},
		{"mode alone", "\x1b[?1049l", "\x1b[?1049l", 0},
		{"mode in a frame", "a\x1b[?1049l", "a" + mark + "[?1049l", 1},
		{"mode before a frame", "\x1b[?25ha", mark + "[?25ha", 1},
		{"two modes", "\x1b[?25;1049l", mark + "[?25;1049l", 1},
		{"mode never used", "\x1b[?1003h", mark + "[?1003h", 1},
		{"erase alone", "\x1b[2J", "\x1b[2J", 0},
		{"erase in a frame", "a\x1b[2Jb", "a" + mark + "[2Jb", 1},
		{"erase in a line", "a\x1b[Kb", "a" + mark + "[Kb", 1},
		{"erase below in a line", "a\x1b[Jb", "a" + mark + "[Jb", 1},
		{"erase before what looks like an end", "a\x1b[Kb[H", "a" + mark + "[Kb[H", 1},
		{"home in a frame", "a\x1b[Hb", "a" + mark + "[Hb", 1},
		{"position", "a\x1b[3;3Hb", "a" + mark + "[3;3Hb", 1},
		{"column at the end", "a\x1b[3;3H", "a" + mark + "[3;3H", 1},
		{"overprint", "safe\rEVIL", "safe" + mark + "EVIL", 1},
		{"carriage return alone", "\r", "\r", 0},
		{"clipboard", "\x1b]52;c;QQ==\a", mark + "]52;c;QQ==" + mark, 2},
		{"title", "\x1b]0;x\x1b\\", mark + "]0;x" + mark + "\\", 2},
		{"hyperlink and report", "\x1b]8;;\x1b0m\x1b[>0q", mark + "]8;;" + mark + "0m" + mark + "[>0q", 3},
		{"no terminator", "\x1b[1;2;3", mark + "[1;2;3", 1},
		{"intermediate", "\x1b[1 q", mark + "[1 q", 1},
		{"escape in a sequence", "\x1b[\x1b[1mx", mark + "[\x1b[1mx", 1},
		{"too long", "\x1b[" + strings.Repeat("1;", 40) + "1mx", mark + "[" + strings.Repeat("1;", 40) + "1mx", 1},
		{"C1", "\u009b2J\u0085", mark + "2J" + mark, 2},
		{"raw C1", "\x9b2J", mark + "2J", 1},
		{"invalid", "\xc0\x9b\xed\xa0\x80\xff", strings.Repeat(mark, 6), 6},
		{"broken off", "a\xe2\x80", "a" + mark + mark, 2},
		{"controls", "\a\b\v\f\x0e\x00\x7f", strings.Repeat(mark, 7), 7},
		{"bidi", "a\u202eb\u2066c\u2069", "a" + mark + "b" + mark + "c" + mark, 3},
		{"separators", "a\u2028b\u2029", "a" + mark + "b" + mark, 2},
		{"tags", "\U000e0041\U000e0008", mark + mark, 2},
		{"marks and noncharacters", "\ufeff\ufdd0\uffff", mark + mark + mark, 3},
		{"ideographic variant", "葛\U000e0100 a\U000e0100", "葛\U000e0100 a" + mark, 1},
		{"letters of all kinds", "“Ж” — שלום\u200e مِصر 👨\u200d👩 é", "“Ж” — שלום\u200e مِصر 👨\u200d👩 é", 0},
	} {
		out, refused := Frame([]byte(test.in))
		if string(out) != test.want || refused != test.refused {
			t.Errorf("%s: Frame(%q) = %q, %d; want %q, %d", test.name, test.in, out, refused, test.want, test.refused)
		}
	}
}

func TestText(t *testing.T) {
	const mark = replacement
	for _, test := range []struct {
		name, in, want string
		refused        int
	}{
		{"plain", "a\tb\nc\r\n", "a\tb\nc\r\n", 0},
		{"colour", "\x1b[1ma\x1b[m", mark + "[1ma" + mark + "[m", 2},
		{"overprint", "a\rb\r", "a" + mark + "b" + mark, 2},
	} {
		out, refused := Text(test.in)
		if out != test.want || refused != test.refused {
			t.Errorf("%s: Text(%q) = %q, %d; want %q, %d", test.name, test.in, out, refused, test.want, test.refused)
		}
	}
}

// TestTornWrites gives what belongs together in two Writes.
func TestTornWrites(t *testing.T) {
	const mark = replacement
	for _, test := range []struct {
		name   string
		writes []string
		want   string
	}{
		{"colour", []string{"a\x1b", "[3", "1mb"}, "a\x1b[31mb"},
		{"letter", []string{"a\xe2", "\x80", "\x94b"}, "a—b"},
		{"mode", []string{"\x1b[?10", "49h"}, "\x1b[?1049h"},
		{"mode that began in a frame", []string{"a\x1b[?10", "49h"}, "a" + mark + "[?1049h"},
		{"refused in the end", []string{"a\x1b[3", "8q"}, "a" + mark + "[38q"},
		{"stray before a frame", []string{"a\x1b", "\x1b[H\rb\x1b[K\x1b[H"}, "a" + mark + "\x1b[H\rb\x1b[K\x1b[H"},
		{"half a letter before a frame", []string{"a\xe2\x80", "\x1b[Hb\x1b[H"}, "a" + mark + mark + "\x1b[Hb\x1b[H"},
		{"variant", []string{"葛", "\U000e0100"}, "葛\U000e0100"},
		{"nothing", []string{"a\x1b[", "", "1mb"}, "a\x1b[1mb"},
	} {
		s := sieve{look: screen}
		var got []byte
		for _, w := range test.writes {
			got = append(got, s.pass([]byte(w))...)
		}
		if string(got) != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// material is what streams are made of in tests: true sequences, broken ones
// and text.
var material = []string{
	"The harvest", " ", "\n", "\r\n", "\r", "\t", "é", "葛", "\U000e0100", "👩\u200d", "—",
	"\x1b[m", "\x1b[0;1;38;2;1;2;3m", "\x1b[4:3m", "\x1b[38;5;255m", "\x1b[8m", "\x1b[97m", "\x1b[38;5m", "\x1b[;m",
	"\x1b[H", "\x1b[12;H", "\x1b[2;2H", "\x1b[K", "\x1b[2K", "\x1b[J", "\x1b[2J", "\x1b[?25l", "\x1b[?1049h", "\x1b[?1003h",
	"\x1b", "\x1b[", "\x1b]52;c;QQ==\a", "\x1b\\", "\x1bP", "[", "0", "1", ";", ":", "m", "H", "?",
	"\x9b", "\u009b", "\xe2", "\x80", "\x94", "\xff", "\u202e", "\u2028", "\ufeff", "\U000e0041", "\uffff", "\a", "\x00", "\x7f",
}

// streams makes streams of the material.
func streams() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(material), 0, 24).Draw(t, "parts"), "")
	})
}

func TestFrameProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFrame(t, streams().Draw(t, "stream")) })
}

func FuzzFrame(f *testing.F) {
	f.Add("\x1b[H\r\x1b[1mA\x1b[m\x1b[K\r\nb\x1b[K\x1b[J\x1b[3;H")
	f.Add(strings.Join(material, ""))
	f.Fuzz(func(t *testing.T, s string) {
		checkFrame(t, s)
		checkText(t, s, len(s)/2)
	})
}

type failer interface {
	Fatalf(format string, args ...any)
}

// checkFrame holds Frame to its slow twin, and to what must be true of any
// stream.
func checkFrame(t failer, s string) {
	out, refused := Frame([]byte(s))
	if want, n := slowFrame(s); string(out) != want || refused != n {
		t.Fatalf("Frame(%q) = %q, %d; slowly %q, %d", s, out, refused, want, n)
	}
	if again, n := Frame(out); string(again) != string(out) || n != 0 {
		t.Fatalf("Frame of its own %q = %q, %d", out, again, n)
	}
	if len(out) > len(replacement)*len(s) {
		t.Fatalf("%d bytes of %d", len(out), len(s))
	}
	if !utf8.Valid(out) {
		t.Fatalf("%q is not UTF-8", out)
	}
}

func TestTextProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := streams().Draw(t, "stream")
		checkText(t, s, rapid.IntRange(0, len(s)).Draw(t, "cut"))
	})
}

// checkText holds Text to its slow twin, and the writer to Text wherever the
// text is torn.
func checkText(t failer, s string, cut int) {
	out, refused := Text(s)
	if want, n := slowText(s); out != want || refused != n {
		t.Fatalf("Text(%q) = %q, %d; slowly %q, %d", s, out, refused, want, n)
	}
	if again, n := Text(out); again != out || n != 0 {
		t.Fatalf("Text of its own %q = %q, %d", out, again, n)
	}
	var b strings.Builder
	p := NewPlain(&b)
	for _, part := range []string{s[:cut], s[cut:]} {
		if n, err := p.Write([]byte(part)); n != len(part) || err != nil {
			t.Fatalf("Write took %d of %d: %v", n, len(part), err)
		}
	}
	if err := p.Flush(); err != nil {
		t.Fatalf("Flush: %v", err)
	}
	if b.String() != out || p.Refused() != refused {
		t.Fatalf("torn at %d, %q is %q, %d; whole %q, %d", cut, s, b.String(), p.Refused(), out, refused)
	}
}

// TestHeldIsBounded lets a sequence never end: what is kept of it stays small,
// and what follows is seen.
func TestHeldIsBounded(t *testing.T) {
	for _, start := range []string{"\x1b[", "\x1b]52;c;", "\x1bP", "\x1b"} {
		s := sieve{look: screen}
		var got []byte
		for _, w := range append([]string{start}, strings.Split(strings.Repeat("1", 10_000), "")...) {
			got = append(got, s.pass([]byte(w))...)
			if len(s.held) > maxSequence {
				t.Fatalf("%q: %d bytes are held", start, len(s.held))
			}
		}
		if n := strings.Count(string(got), "1"); n != 10_000 || s.refused != 1 {
			t.Errorf("%q: %d of 10000 letters are seen, %d refused", start, n, s.refused)
		}
	}
}

// TestOrdinaryOutputIsNotCopied holds the fast path to no allocation, and what
// is whole to no delay.
func TestOrdinaryOutputIsNotCopied(t *testing.T) {
	frame := []byte("\x1b[H\r" + strings.Repeat("\x1b[0;1;38;5;110mThe “harvest”\x1b[m is in\x1b[K\r\n", 40) + "end\x1b[K\x1b[41;H")
	s := sieve{look: screen}
	if n := testing.AllocsPerRun(10, func() {
		if out := s.pass(frame); len(out) != len(frame) || &out[0] != &frame[0] {
			t.Error("the frame is not passed on as it is")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if s.refused > 0 {
		t.Errorf("%d refused", s.refused)
	}
}
