package link

import (
	"net"
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"gloss/articles/clean"
)

// Host returns where an address leads, as a reader should see it: the host as
// it is looked up (in ASCII, RFC 5891), without a user's name before it, with
// a port that is not the usual one, and in brackets how the address writes it
// where that differs; of a mail address its domain. It is empty where there is
// no host.
func Host(address string) clean.Text {
	u, err := url.Parse(address)
	if err != nil {
		return clean.Text{}
	}
	host, port := u.Hostname(), u.Port()
	if u.Scheme == "mailto" {
		_, host, _ = strings.Cut(u.Opaque, "@")
		host, _, _ = strings.Cut(host, "?")
		host, _ = url.PathUnescape(host)
	}
	if host == "" {
		return clean.Text{}
	}
	shown := host
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		shown = ascii
	}
	if port != "" && !(u.Scheme == "http" && port == "80" || u.Scheme == "https" && port == "443") {
		shown = net.JoinHostPort(shown, port)
	}
	if written := strings.ToLower(host); !strings.HasPrefix(shown, written) && net.ParseIP(host) == nil {
		shown += " (" + written + ")"
	}
	return clean.Line(shown)
}
