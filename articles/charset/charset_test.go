package charset

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func encode(order binary.ByteOrder, s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
		if order == binary.BigEndian {
			n := len(b)
			b[n-2], b[n-1] = b[n-1], b[n-2]
		}
	}
	return string(b)
}

func TestDetectAndDecode(t *testing.T) {
	const story = "Talks in Moscow – “the café”, 😀 said\n"
	for _, test := range []struct {
		name, data, want string
		enc              Encoding
		mark             int
	}{
		{"ASCII", "Talks", "Talks", UTF8, 0},
		{"UTF-8", story, story, UTF8, 0},
		{"UTF-8 with a mark", "\xef\xbb\xbf" + story, story, UTF8, 3},
		{"UTF-16LE with a mark", "\xff\xfe" + encode(binary.LittleEndian, story), story, UTF16LE, 2},
		{"UTF-16BE with a mark", "\xfe\xff" + encode(binary.BigEndian, story), story, UTF16BE, 2},
		{"UTF-16LE", encode(binary.LittleEndian, story), story, UTF16LE, 0},
		{"UTF-16BE", encode(binary.BigEndian, story), story, UTF16BE, 0},
		{"UTF-16LE in Cyrillic", encode(binary.LittleEndian, "Переговоры в Москве о Сирии, 15 декабря\n"), "Переговоры в Москве о Сирии, 15 декабря\n", UTF16LE, 0},
		{"Windows-1252", "\x93The caf\xe9\x94 \x96 he\x92s 5 \x80", "“The café” – he’s 5 €", Windows1252, 0},
		{"Windows-1252 that looks like UTF-8 in one place", "\x93CAF\xc9\x94 \x96 caf\xe9", "“CAFÉ” – café", Windows1252, 0},
		{"UTF-8 with one stray byte", "“café” – \x92s", "“café” – ’s", UTF8, 0},
		{"cut off", "“caf\xc3", "“cafÃ", UTF8, 0},
		{"lone surrogates", "\xff\xfe\x00\xd8a\x00\x00\xdc\x01", "\ufffda\ufffd\ufffd", UTF16LE, 2},
		{"empty", "", "", UTF8, 0},
	} {
		enc, mark := Detect(test.data)
		if enc != test.enc || mark != test.mark {
			t.Errorf("%s: Detect = %v, %d, want %v, %d", test.name, enc, mark, test.enc, test.mark)
			continue
		}
		if got := Decode(enc, test.data[mark:]); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("Talks in Moscow", 3)
	f.Add("\xff\xfea\x00\x3d\xd8\x00\xde", 4)
	f.Add("\x93caf\xe9\x94", 2)
	f.Add("“a\xe2\x80", 4)
	f.Fuzz(func(t *testing.T, data string, n int) {
		for _, enc := range []Encoding{UTF8, UTF16LE, UTF16BE, Windows1252} {
			whole := Decode(enc, data)
			if !utf8.ValidString(whole) {
				t.Fatalf("%v: %q is not valid", enc, whole)
			}
			if n < 0 {
				continue
			}
			cut := Cut(enc, data, n)
			if cut > max(n, 0) && cut > len(data) || cut < 0 {
				t.Fatalf("%v: cut of %d at %d", enc, n, cut)
			}
			if parts := Decode(enc, data[:cut]) + Decode(enc, data[cut:]); parts != whole {
				t.Fatalf("%v: parted at %d %q, whole %q", enc, cut, parts, whole)
			}
		}
		Detect(data)
	})
}

func BenchmarkDecode(b *testing.B) {
	text := strings.Repeat("“The talks”, he said — and he’d know — ended well.\n", 20000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Decode(UTF8, text)
	}
}

func ExampleDecode() {
	data := "\x93caf\xe9\x94"
	enc, mark := Detect(data)
	fmt.Println(enc, Decode(enc, data[mark:]))
	// Output: windows-1252 “café”
}
