package webpage

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"gloss/articles/charset"

	xcharset "golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

const (
	// sniffed is how many bytes of a page may declare its encoding. Browsers
	// look at the first 1024 only; pages that declare it later are known.
	sniffed = 16 << 10
	xmlHead = 256
)

// declared finds the encoding in a <meta>, wherever that is in its tag, and
// xmlDeclared in an XML declaration.
var (
	declared = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{1,40})`)
	})
	xmlDeclared = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})["']`)
	})
	langOf = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)<html\s[^>]{0,400}?lang\s*=\s*["']?\s*([a-z]{2,3})`)
	})
)

// decode returns the page as UTF-8. A byte order mark counts first; then bytes
// that are UTF-8 throughout are read as that, whatever is declared, since
// chance does not make them; then what the HTTP header, a <meta> or the XML
// declaration says; and then a guess.
func decode(data, contentType string) string {
	if enc, mark := charset.Detect(data); mark > 0 {
		return charset.Decode(enc, data[mark:])
	}
	name, enc := encodingOf(data, contentType)
	if name == "utf-8" || utf8.ValidString(data) && !isSevenBit(name) {
		return charset.Decode(charset.UTF8, data)
	}
	if enc != nil {
		if s, err := enc.NewDecoder().String(data); err == nil {
			return s
		}
	}
	guess, _ := charset.Detect(data)
	if guess == charset.Windows1252 {
		if enc, _ := xcharset.Lookup(customary(data)); enc != nil {
			if s, err := enc.NewDecoder().String(data); err == nil {
				return s
			}
		}
	}
	return charset.Decode(guess, data)
}

// encodingOf returns the encoding that is declared for the page, "" and nil
// where none is, or none that is known.
func encodingOf(data, contentType string) (name string, enc encoding.Encoding) {
	head := data[:min(len(data), sniffed)]
	var labels []string
	if _, after, ok := strings.Cut(strings.ToLower(contentType), "charset="); ok {
		label, _, _ := strings.Cut(after, ";")
		labels = append(labels, strings.Trim(label, "\"' \t"))
	}
	if m := declared().FindStringSubmatch(head); m != nil {
		labels = append(labels, asMeta(m[1]))
	}
	if m := xmlDeclared().FindStringSubmatch(head[:min(len(head), xmlHead)]); m != nil {
		labels = append(labels, asMeta(m[1]))
	}
	for _, label := range labels {
		if e, known := xcharset.Lookup(label); e != nil && known != "replacement" && known != "x-user-defined" {
			return known, e
		}
	}
	return "", nil
}

// asMeta returns the encoding that a declaration inside a page stands for: it
// was read as single bytes, so it is not UTF-16.
func asMeta(label string) string {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return "utf-8"
	}
	return label
}

// isSevenBit tells whether an encoding writes other characters with ASCII, so
// that its text is valid UTF-8 too, or with zero bytes between.
func isSevenBit(name string) bool { return name == "iso-2022-jp" || strings.HasPrefix(name, "utf-16") }

// customary returns the encoding that old pages of a language were written in,
// as the Encoding Standard lists them by locale.
func customary(data string) string {
	m := langOf().FindStringSubmatch(data[:min(len(data), sniffed)])
	if m == nil {
		return "windows-1252"
	}
	switch strings.ToLower(m[1]) {
	case "ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt":
		return "windows-1251"
	case "pl", "cs", "sk", "hu", "hr", "sl", "ro", "bs":
		return "windows-1250"
	case "ar", "fa", "ur":
		return "windows-1256"
	case "he":
		return "windows-1255"
	case "tr", "az":
		return "windows-1254"
	case "el":
		return "windows-1253"
	case "et", "lv", "lt":
		return "windows-1257"
	case "vi":
		return "windows-1258"
	case "th":
		return "windows-874"
	case "ja":
		return "shift_jis"
	case "ko":
		return "euc-kr"
	case "zh":
		return "gb18030"
	}
	return "windows-1252"
}
