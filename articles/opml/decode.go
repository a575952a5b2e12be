package opml

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	guess "gloss/articles/charset"
)

// declared finds the encoding that an XML declaration names.
var declared = regexp.MustCompile(`(?i)^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([a-z0-9._:-]{1,40})["']`)

// decode returns the list as UTF-8. A byte order mark decides, then whether the
// bytes are UTF-8 at all, then what the list declares: bytes count for more than
// words.
func decode(data string) string {
	enc, mark := guess.Detect(data)
	data = data[mark:]
	if mark == 0 && enc != guess.UTF16LE && enc != guess.UTF16BE && !utf8.ValidString(data) {
		if m := declared.FindStringSubmatch(data[:min(len(data), 1024)]); m != nil {
			named, name := charset.Lookup(m[1])
			if named != nil && name != "utf-8" && name != "replacement" && !strings.HasPrefix(name, "utf-16") {
				if s, err := named.NewDecoder().String(data); err == nil {
					return s
				}
			}
		}
	}
	return guess.Decode(enc, data)
}
