// Package link decides which addresses of an article may become targets, and
// says where they lead in a way that cannot deceive.
package link

import (
	"net/url"
	"strings"

	"gloss/articles/clean"
)

// MaxTarget is the most bytes of a target. A longer address is none.
const MaxTarget = 4 << 10

// Target returns the target of a decoded address: in one word, clean, with the
// scheme http, https or mailto, or relative; empty where it may not be one. A
// relative address is resolved against base (RFC 3986, section 5) unless that
// is nil.
func Target(address string, base *url.URL) clean.Text {
	address = strings.TrimSpace(address)
	if len(address) > MaxTarget {
		return clean.Text{}
	}
	if line := clean.Line(address); line.String() != address || strings.Contains(address, "\ufffd") {
		return clean.Text{}
	}
	address = strings.ReplaceAll(address, " ", "%20")
	switch scheme(address) {
	case "http", "https", "mailto":
		return clean.Line(address)
	case "":
		return clean.Line(resolve(address, base))
	}
	return clean.Text{}
}

// scheme returns the scheme of an address in lower case, "" of a relative one.
func scheme(address string) string {
	colon := strings.IndexByte(address, ':')
	if colon < 0 || strings.ContainsAny(address[:colon], "/?#") {
		return ""
	}
	return strings.ToLower(address[:colon])
}

// resolve returns a relative address as seen from base, and the address itself
// without one.
func resolve(address string, base *url.URL) string {
	if base == nil || address == "" {
		return address
	}
	u, err := base.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "" // a base without a host leads nowhere
	}
	return u.String()
}
