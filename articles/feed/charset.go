package feed

import (
	"mime"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	guess "gloss/articles/charset"
)

// declared finds the encoding that an XML declaration names.
var declared = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([a-z0-9._:-]{1,40})["']`)
})

// decode returns the feed as UTF-8 without a byte order mark and blanks before
// it. A byte order mark decides, then whether the bytes are UTF-8 at all, then
// what server and feed declare: they are wrong so often that bytes count for
// more.
func decode(data, contentType string) string {
	enc, mark := guess.Detect(data)
	data = data[mark:]
	label := charsetOf(data, contentType)
	named, name := charset.Lookup(label)
	switch {
	case enc == guess.UTF16LE, enc == guess.UTF16BE:
		data = guess.Decode(enc, data)
	case mark > 0, named == nil, name == "utf-8", strings.HasPrefix(name, "utf-16"), name == "replacement",
		name != "iso-2022-jp" && utf8.ValidString(data):
		data = guess.Decode(enc, data)
	default:
		if s, err := named.NewDecoder().String(data); err == nil {
			data = s
		} else {
			data = guess.Decode(enc, data)
		}
	}
	return strings.TrimLeft(data, "\ufeff \t\r\n\x00")
}

// charsetOf returns the name of the encoding that the server gives, or else
// the feed's own declaration.
func charsetOf(data, contentType string) string {
	if _, params, err := mime.ParseMediaType(contentType); err == nil && params["charset"] != "" {
		return params["charset"]
	}
	if m := declared().FindStringSubmatch(data[:min(len(data), 1024)]); m != nil {
		return m[1]
	}
	return ""
}
