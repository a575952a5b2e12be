package fetch

import "strings"

// maxContentType is the most bytes of a Content-Type that are read.
const maxContentType = 1 << 10

// contentType returns the media type in a Content-Type header and its charset,
// both in lower case, and "" for what is not there or not made of the
// characters that such names have (RFC 9110, section 8.3). It is lenient, for
// the header is only a hint: what stands beside them does not matter.
func contentType(header string) (media, charset string) {
	if len(header) > maxContentType {
		header = header[:maxContentType]
	}
	media, rest, _ := strings.Cut(header, ";")
	media = strings.ToLower(strings.TrimSpace(media))
	major, minor, ok := strings.Cut(media, "/")
	if !ok || !isToken(major) || !isToken(minor) {
		media = ""
	}
	for parameter := range strings.SplitSeq(rest, ";") {
		name, value, _ := strings.Cut(parameter, "=")
		if !strings.EqualFold(strings.TrimSpace(name), "charset") {
			continue
		}
		value = strings.ToLower(strings.Trim(value, " \t\"'"))
		if isToken(value) {
			return media, value
		}
	}
	return media, ""
}

// isToken tells whether s, in lower case, can be the name of a media type or a
// charset: these are stricter than the tokens of HTTP.
func isToken(s string) bool {
	if s == "" || len(s) > 80 {
		return false
	}
	for i := range len(s) {
		if !isAlphanumeric(s[i]) && strings.IndexByte("-._+:", s[i]) < 0 {
			return false
		}
	}
	return true
}

// notText says what a media type holds where that can be no text, else "".
// Types that nobody knows may be text: the content decides later.
func notText(media string) string {
	major, _, _ := strings.Cut(media, "/")
	switch major {
	case "image":
		return "a picture"
	case "audio":
		return "a sound"
	case "video":
		return "a film"
	case "font":
		return "a font"
	}
	return ""
}
