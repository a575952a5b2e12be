package notebook

import (
	"encoding/base64"
	"encoding/hex"
	"net/url"
	"strings"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// sourceOf returns the IRI of an article: its address, that of its file, or
// its hash.
func sourceOf(a keep.Article) string {
	if address := webAddress(a.URL.String()); address != "" {
		return address
	}
	if digits, ok := strings.CutPrefix(a.Key, "sha256:"); ok {
		if sum, err := hex.DecodeString(digits); err == nil {
			return hashPrefix + base64.RawURLEncoding.EncodeToString(sum)
		}
	}
	if isPath(a.Key) {
		path := a.Key
		if hasDrive(path) {
			path = "/" + strings.ReplaceAll(path, `\`, "/")
		}
		return (&url.URL{Scheme: "file", Path: path}).String()
	}
	return a.Key
}

// isPath tells whether a key is the whole path of a file, on whatever system:
// it begins with a slash, or with a drive.
func isPath(key string) bool { return strings.HasPrefix(key, "/") || hasDrive(key) }

// hasDrive tells whether a path begins as C:\ does.
func hasDrive(path string) bool {
	return len(path) > 2 && (path[0]|0x20) >= 'a' && (path[0]|0x20) <= 'z' && path[1] == ':' && (path[2] == '\\' || path[2] == '/')
}

// hashPrefix is what stands before a hash in an address (RFC 6920).
const hashPrefix = "ni:///sha-256;"

// keyOf returns what an article is known by from its IRI: see keep.Article.Key.
// It is "" of what can be no article.
func keyOf(source string) string {
	if len(source) > maxSource || clean.Line(source).String() != source {
		return ""
	}
	if encoded, ok := strings.CutPrefix(source, hashPrefix); ok {
		sum, err := base64.RawURLEncoding.DecodeString(encoded)
		if err != nil || len(sum) != 32 {
			return ""
		}
		return "sha256:" + hex.EncodeToString(sum)
	}
	u, err := url.Parse(source)
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
		address := webAddress(source)
		address, _, _ = strings.Cut(address, "#")
		return address
	case "file":
		switch {
		case u.Host != "" || !isPath(u.Path):
			return ""
		case hasDrive(u.Path[1:]):
			return strings.ReplaceAll(u.Path[1:], "/", `\`)
		}
		return u.Path
	}
	return ""
}
