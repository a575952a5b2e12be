package witness

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     []Function
	}{
		{"text", "The harvest — “all of it” — is in. 👩\u200d🌾 שלום\u200e", nil},
		{"C0", "a\n\a\x7f", []Function{
			{Kind: C0, Start: 1, End: 2, Rune: '\n', Ended: true}, {Kind: C0, Start: 2, End: 3, Rune: '\a', Ended: true},
			{Kind: C0, Start: 3, End: 4, Rune: 0x7f, Ended: true}}},
		{"CSI", "a\x1b[?1049hb", []Function{{Kind: CSI, Start: 1, End: 9, Params: "?1049", Final: 'h', Ended: true}}},
		{"CSI with intermediate", "\x1b[4 q", []Function{{Kind: CSI, End: 5, Params: "4", Intermediates: " ", Final: 'q', Ended: true}}},
		{"CSI of C1 as code point", "\u009b2J", []Function{{Kind: CSI, End: 4, EightBit: true, Params: "2", Final: 'J', Ended: true}}},
		{"CSI of C1 as byte", "\x9b2J", []Function{{Kind: CSI, End: 3, EightBit: true, Params: "2", Final: 'J', Ended: true}}},
		{"C1 that begins nothing", "\u0085\x84", []Function{
			{Kind: C1, End: 2, Rune: 0x85, EightBit: true, Ended: true}, {Kind: C1, Start: 2, End: 3, Rune: 0x84, EightBit: true, Ended: true}}},
		{"byte of a letter is no C1", "Л", nil}, // d0 9b
		{"reset", "\x1bc", []Function{{Kind: ESC, End: 2, Final: 'c', Ended: true}}},
		{"character set", "\x1b(0", []Function{{Kind: ESC, End: 3, Intermediates: "(", Final: '0', Ended: true}}},
		{"OSC ended by BEL", "\x1b]0;a“\a", []Function{{Kind: OSC, End: 9, Payload: "0;a“", Ended: true}}},
		{"OSC ended by ST", "\x1b]52;c;QQ==\x1b\\b", []Function{{Kind: OSC, End: 13, Payload: "52;c;QQ==", Ended: true}}},
		{"OSC ended by ST of C1", "\u009d2;a\u009c", []Function{{Kind: OSC, End: 7, EightBit: true, Payload: "2;a", Ended: true}}},
		{"OSC ended by ST as byte", "\x9d2;a\x9c", []Function{{Kind: OSC, End: 5, EightBit: true, Payload: "2;a", Ended: true}}},
		{"OSC without an end", "\x1b]0;a\nb", []Function{{Kind: OSC, End: 7, Payload: "0;a\nb"}}},
		{"OSC broken off by CAN", "\x1b]0;a\x18b", []Function{
			{Kind: OSC, End: 5, Payload: "0;a"}, {Kind: C0, Start: 5, End: 6, Rune: 0x18, Ended: true}}},
		// What CVE-2022-46663 is about: the ESC ends the hyperlink, and the
		// terminal is asked for its version.
		{"OSC broken off by another sequence", "\x1b]8;;\x1b0m\x1b[>0q", []Function{
			{Kind: OSC, End: 5, Payload: "8;;"}, {Kind: ESC, Start: 5, End: 7, Final: '0', Ended: true},
			{Kind: CSI, Start: 8, End: 13, Params: ">0", Final: 'q', Ended: true}}},
		{"DCS", "\x1bP$qm\x1b\\", []Function{{Kind: DCS, End: 7, Intermediates: "$", Final: 'q', Payload: "m", Ended: true}}},
		{"DCS with parameters", "\x1bP0;1|17/ab\x1b\\", []Function{{Kind: DCS, End: 13, Params: "0;1", Final: '|', Payload: "17/ab", Ended: true}}},
		{"DCS through tmux", "\x1bPtmux;\x1b\x1b]52;c;QQ==\a\x1b\\", []Function{
			{Kind: DCS, End: 7, Final: 't', Payload: "mux;"}, {Kind: ESC, Start: 7, End: 8},
			{Kind: OSC, Start: 8, End: 20, Payload: "52;c;QQ==", Ended: true}, {Kind: ESC, Start: 20, End: 22, Final: '\\', Ended: true}}},
		{"APC", "\x1b_Ga=T;AAAA\x1b\\", []Function{{Kind: APC, End: 13, Payload: "Ga=T;AAAA", Ended: true}}},
		{"PM and SOS", "\x1b^a\x1b\\\x1bXb\x1b\\", []Function{
			{Kind: PM, End: 5, Payload: "a", Ended: true}, {Kind: SOS, Start: 5, End: 10, Payload: "b", Ended: true}}},
		{"BEL ends no APC", "\x1b_a\ab\x1b\\", []Function{{Kind: APC, End: 7, Payload: "a\ab", Ended: true}}},
		{"control inside a sequence", "\x1b[3\b1m", []Function{
			{Kind: CSI, End: 6, Params: "31", Final: 'm', Ended: true}, {Kind: C0, Start: 3, End: 4, Rune: '\b', Ended: true}}},
		{"sequence inside a sequence", "\x1b[3\x1b[1m", []Function{
			{Kind: CSI, End: 3, Params: "3"}, {Kind: CSI, Start: 3, End: 7, Params: "1", Final: 'm', Ended: true}}},
		{"marker too late", "\x1b[1?25hx", []Function{{Kind: CSI, End: 7, Params: "1"}}},
		{"parameter after intermediate", "\x1b[ 1qx", []Function{{Kind: CSI, End: 5, Intermediates: " "}}},
		{"letter inside a sequence", "\x1b[1éx", []Function{{Kind: CSI, End: 3, Params: "1"}}},
		{"escape at the end", "a\x1b", []Function{{Kind: ESC, Start: 1, End: 2}}},
		{"two escapes", "\x1b\x1bc", []Function{{Kind: ESC, End: 1}, {Kind: ESC, Start: 1, End: 3, Final: 'c', Ended: true}}},
		{"escape before a letter", "\x1bé", []Function{{Kind: ESC, End: 1}}},
		{"override", "a\u202eb", []Function{{Kind: Character, Start: 1, End: 4, Rune: 0x202e, Ended: true}}},
		{"tag that is not assigned", "\U000e0008", []Function{{Kind: Character, End: 4, Rune: 0xe0008, Ended: true}}},
		{"ideographic variant", "葛\U000e0100", nil},
		{"hidden data", "a\U000e0100", []Function{{Kind: Character, Start: 1, End: 5, Rune: 0xe0100, Ended: true}}},
		{"invalid", "a\xff\xc0", []Function{
			{Kind: Invalid, Start: 1, End: 2, Rune: 0xff, Ended: true}, {Kind: Invalid, Start: 2, End: 3, Rune: 0xc0, Ended: true}}},
		{"flood", "e" + strings.Repeat("\u0301", 9), []Function{{Kind: Character, Start: 17, End: 19, Rune: 0x301, Ended: true}}},
	} {
		if got := Parse([]byte(test.in)); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: Parse(%q) =\n%+v, want\n%+v", test.name, test.in, got, test.want)
		}
	}
}

// FuzzParse holds the parser to spans that are in order and inside the stream,
// and to see each ESC and each control character.
func FuzzParse(f *testing.F) {
	f.Add("\x1b]8;;\x1b0m\x1b[>0q")
	f.Add("a\x9b1;2m\u009d0;t\x9c\x1bP1$qx\x1b\\\x1b_k\x1b\\\xff\u202e")
	f.Fuzz(func(t *testing.T, s string) {
		last, seen := 0, make([]bool, len(s)+1)
		for _, fn := range Parse([]byte(s)) {
			if fn.Start < 0 || fn.End > len(s) || fn.End <= fn.Start {
				t.Fatalf("%q: %v ends at %d", s, fn, fn.End)
			}
			if fn.Start < last && fn.Kind != C0 {
				t.Fatalf("%q: %v is out of order", s, fn)
			}
			last = max(last, fn.Start)
			for i := fn.Start; i < fn.End; i++ {
				seen[i] = true
			}
		}
		for i := range s {
			if c := s[i]; (c < ' ' || c == 0x7f) && !seen[i] {
				t.Fatalf("%q: the %#x at %d is not seen", s, c, i)
			}
		}
	})
}

func ExampleParse() {
	for _, f := range Parse([]byte("Breaking\x1b]0;title\a \x1b[1mnews\x1b[m")) {
		fmt.Println(f)
	}
	// Output:
	// OSC "0;title" at 8
	// CSI 1m at 19
	// CSI m at 27
}
