package epub

import (
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"gloss/articles/charset"

	htmlcharset "golang.org/x/net/html/charset"
)

// declaration finds the encoding that an XML declaration names.
var declaration = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']`)
})

// decode returns the bytes of an XML or XHTML file as UTF-8, by its byte order
// mark, its XML declaration or, where the bytes are not UTF-8 after all, by
// what they look like.
func decode(data []byte) string {
	text := string(data)
	enc, mark := charset.Detect(text)
	if mark > 0 || enc == charset.UTF16LE || enc == charset.UTF16BE {
		return charset.Decode(enc, text[mark:])
	}
	label := ""
	if m := declaration().FindStringSubmatch(text[:min(len(text), 300)]); m != nil {
		label = strings.ToLower(m[1])
	}
	// One that is called UTF-16, but in which the name could be read, is not.
	if label == "utf-8" || strings.HasPrefix(label, "utf-16") || label == "" && utf8.ValidString(text) {
		return charset.Decode(enc, text)
	}
	if label == "" {
		_, label, _ = htmlcharset.DetermineEncoding(data, "")
	}
	r, err := htmlcharset.NewReaderLabel(label, strings.NewReader(text))
	if err != nil {
		return charset.Decode(enc, text)
	}
	var b strings.Builder
	if _, err := io.Copy(&b, r); err != nil {
		return charset.Decode(enc, text)
	}
	return charset.Decode(charset.UTF8, b.String())
}
