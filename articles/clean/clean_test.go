package clean

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOf(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"plain", "Talks in Moscow\n\tend.", "Talks in Moscow\n\tend."},
		{"quotes and dashes", "“You know” — he’s said…", "“You know” — he’s said…"},
		{"erase the screen", "a\x1b[2Jb", "a␛[2Jb"},
		{"bell, null, delete", "\a\x00\x7f", "␇␀␡"},
		{"C1", "\u009b31m\u0085", "\ufffd31m\ufffd"},
		{"invalid", "a\xffb\xe2\x80", "a\ufffdb\ufffd\ufffd"},
		{"overlong", "\xc0\x9b", "\ufffd\ufffd"},
		{"line ends", "a\r\nb\rc\r\r\n", "a \nb\nc\n \n"},
		{"separators", "a\u2028b\u2029c", "a\nb\nc"},
		{"override", "exe.\u202egpj", "exe.\ufffdgpj"},
		{"isolates", "\u2066a\u2069", "\ufffda\ufffd"},
		{"Hebrew with mark", "שלום\u200e!", "שלום\u200e!"},
		{"tags", "\U000e0041\U000e0008", "\ufffd\ufffd"},
		{"byte order mark", "a\ufeffb", "a\ufffdb"},
		{"noncharacters", "\ufdd0\uffff\U0010fffe", "\ufffd\ufffd\ufffd"},
		{"soft hyphen", "coun\u00adtry", "coun\u00adtry"},
		{"family", "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"},
		{"Persian", "می\u200cروم", "می\u200cروم"},
		{"Sinhala", "ශ්\u200dරී", "ශ්\u200dරී"},
		{"joiner in Latin", "Ke\u200drry", "Ke\ufffdrry"},
		{"joiners in a row", "👨\u200d\u200d", "👨\u200d\ufffd"},
		{"accents", "e\u0301\u0302", "e\u0301\u0302"},
		{"flood", "a" + strings.Repeat("\u0301", 10), "a" + strings.Repeat("\u0301", 8) + "\ufffd\ufffd"},
		{"two floods", strings.Repeat("a"+strings.Repeat("\u0301", 9), 2), strings.Repeat("a"+strings.Repeat("\u0301", 8)+"\ufffd", 2)},
		{"emoji style", "☎\ufe0f", "☎\ufe0f"},
		{"ideographic variant", "葛\U000e0100", "葛\U000e0100"},
		{"hidden data", "a\U000e0100", "a\ufffd"},
	} {
		if got := cleaned(test.in); got != test.want {
			t.Errorf("%s: Of(%q) = %q, want %q", test.name, test.in, got, test.want)
		}
	}
}

func TestLongJoin(t *testing.T) {
	chain := strings.Repeat("👩\u200d", 100)
	got := cleaned(chain)
	for _, part := range strings.Split(got, "\ufffd") {
		if n := strings.Count(part, "\u200d"); n > maxJoins {
			t.Errorf("%d joins in one", n)
		}
	}
}

func TestLine(t *testing.T) {
	for s, want := range map[string]string{
		"  a\tb\r\n c\x1b ":   "a b c␛",
		"a line ~ of ASCII!":  "a line ~ of ASCII!",
		"more — …":            "more — …",
		"wide\u3000 blanks…":  "wide blanks…",
		"two  blanks":         "two blanks",
		"a blank at the end ": "a blank at the end",
		" and the beginning":  "and the beginning",
		" ":                   "",
		"":                    "",
		"del\x7f":             "del␡",
	} {
		if got := Line(s).String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCleanTextIsNotCopied(t *testing.T) {
	s := strings.Repeat("The talks “ended” — as they’d begun.\n", 100)
	if n := testing.AllocsPerRun(10, func() { cleaned(s) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// cleaned returns s cleaned, as a string.
func cleaned(s string) string { return Of(s).String() }

// slow cleans one code point at a time, without the fast path.
func slow(s string) string {
	var a state
	var dst []byte
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\r' && i+1 < len(s) && s[i+1] == '\n':
			r = ' '
			a.next(r)
		case r == '\r':
			r = '\n'
			a.next(r)
		default:
			r = a.next(r)
		}
		dst = utf8.AppendRune(dst, r)
		i += size
	}
	return string(dst)
}

func FuzzOf(f *testing.F) {
	f.Add("plain text of more than eight bytes\x1b[0m and on")
	f.Add("a\r\n\u202e👨\u200d👩 \U000e0100 e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301")
	f.Add("\xff\xc2\x9b\xed\xa0\x80")
	f.Fuzz(func(t *testing.T, s string) {
		got := cleaned(s)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is not valid", got)
		}
		if g, w := utf8.RuneCountInString(got), utf8.RuneCountInString(s); g != w {
			t.Fatalf("%d code points of %d", g, w)
		}
		if again := cleaned(got); again != got {
			t.Fatalf("cleaning %q again gives %q", got, again)
		}
		if want := slow(s); got != want {
			t.Fatalf("got %q, slowly %q", got, want)
		}
		if got, want := Line(s).String(), strings.Join(strings.Fields(got), " "); got != want {
			t.Fatalf("the line %q, slowly %q", got, want)
		}
		for _, r := range got {
			if r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
				t.Fatalf("%U is left", r)
			}
		}
		// In two pieces it is the same.
		cut := len(s) / 2
		for cut < len(s) && (!utf8.RuneStart(s[cut]) || cut > 0 && s[cut-1] == '\r') {
			cut++
		}
		if utf8.ValidString(s) {
			var b Buffer
			b.WriteString(s[:cut])
			b.WriteString(s[cut:])
			if pieces := b.Text().String(); pieces != got {
				t.Fatalf("in pieces %q, at once %q", pieces, got)
			}
		}
	})
}

func BenchmarkOf(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"ascii", "The quick brown fox jumps over the lazy dog, and goes home.\n"},
		{"news", "“The talks”, he said — and he’d know — ended well for Mr Lavrov.\n"},
		{"arabic", "محادثات في موسكو حول سوريا بين وزير الخارجية الأمريكي\n"},
		{"dirty", "The talks\x1b[0m ended\r\n"},
	} {
		text := strings.Repeat(bench.text, (1<<20)/len(bench.text))
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				cleaned(text)
			}
		})
	}
}

func ExampleOf() {
	fmt.Println(Of("Breaking\x1b]0;title\a news"))
	// Output: Breaking␛]0;title␇ news
}
