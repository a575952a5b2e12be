package fetch

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// maxAddress is the most bytes of an address (RFC 9110, section 4.1, asks for
// 8000 at least).
const maxAddress = 8 << 10

// Normal returns an address in the form in which it is fetched, kept and
// shown: scheme and host in lower case, the host in ASCII (RFC 5891), no user
// name, password, fragment or default port, and all else that is not printable
// ASCII escaped. The error is a *Failure of the kind Address where it is no
// http or https address.
func Normal(address string) (string, error) {
	u, err := parse(address)
	if err != nil {
		return "", err
	}
	return u.String(), nil
}

// parse returns a normal address.
func parse(address string) (*url.URL, error) {
	address = strings.TrimSpace(address)
	fail := func(why string) (*url.URL, error) {
		return nil, &Failure{Kind: Address, Address: shown(address), why: why}
	}
	if len(address) > maxAddress {
		return fail("is too long for an address")
	}
	u, err := url.Parse(address)
	if err != nil {
		return fail("is no valid address")
	}
	u, why := normal(u)
	if why != "" {
		return fail(why)
	}
	return u, nil
}

// normal returns the normal form of an address, or why it has none.
func normal(u *url.URL) (_ *url.URL, why string) {
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, "is no http or https address"
	}
	if u.Opaque != "" || u.Hostname() == "" {
		return nil, "has no host"
	}
	host, ok := asciiHost(u.Hostname())
	if !ok {
		return nil, "has no valid host"
	}
	port, ok := normalPort(u.Scheme, u.Port())
	if !ok {
		return nil, "has no valid port"
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	out := &url.URL{
		Scheme:   u.Scheme,
		Host:     host + port,
		Path:     u.Path,
		RawPath:  u.RawPath,
		RawQuery: escapeQuery(u.RawQuery),
	}
	if out.Path == "" {
		out.Path = "/"
	}
	// What a server will get is parsed once more, so that the address shown and
	// the one fetched cannot differ.
	form := out.String()
	if len(form) > maxAddress { // it has grown by what is escaped in it
		return nil, "is too long for an address"
	}
	again, err := url.Parse(form)
	if err != nil || again.Host != out.Host || again.User != nil {
		return nil, "is no valid address"
	}
	return again, ""
}

// asciiHost returns a host as it is looked up, in lower case. IP addresses of
// version 6 come and go without brackets.
func asciiHost(host string) (string, bool) {
	if strings.Contains(host, ":") {
		ip, err := netip.ParseAddr(host)
		if err != nil || !plainZone(ip.Zone()) {
			return "", false
		}
		return ip.String(), true
	}
	if !isASCII(host) {
		ascii, err := idna.Lookup.ToASCII(host)
		if err != nil {
			return "", false
		}
		host = ascii
	}
	host = strings.ToLower(host)
	if host == "" || len(host) > 254 || host[0] == '.' || strings.Contains(host, "..") { // 253 and a dot (RFC 1035, section 2.3.4)
		return "", false
	}
	for i := range len(host) {
		if c := host[i]; !isAlphanumeric(c) && c != '-' && c != '_' && c != '.' {
			return "", false
		}
	}
	return host, true
}

// plainZone tells whether the zone of an address ("eth0") is harmless to show.
func plainZone(zone string) bool {
	for i := range len(zone) {
		if c := zone[i]; !isAlphanumeric(c) && c != '-' && c != '_' && c != '.' && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return len(zone) <= 32
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func isAlphanumeric(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

// normalPort returns ":" and the port, or nothing where it is the scheme's own.
func normalPort(scheme, port string) (string, bool) {
	if port == "" {
		return "", true
	}
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil || n == 0 {
		return "", false
	}
	if scheme == "http" && n == 80 || scheme == "https" && n == 443 {
		return "", true
	}
	return ":" + strconv.FormatUint(n, 10), true
}

// port returns the port of a normal address.
func port(u *url.URL) uint16 {
	if n, err := strconv.ParseUint(u.Port(), 10, 16); err == nil {
		return uint16(n)
	}
	if u.Scheme == "https" {
		return 443
	}
	return 80
}

// escapeQuery escapes what may not stand in a query (RFC 3986, section 3.4),
// which net/url leaves as it is.
func escapeQuery(query string) string {
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	for i := range len(query) {
		switch c := query[i]; {
		case c <= 0x20, c >= 0x7f, strings.IndexByte("\"<>\\^`{|}", c) >= 0:
			out.WriteByte('%')
			out.WriteByte(hex[c>>4])
			out.WriteByte(hex[c&15])
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// shown returns an address of any kind as it may stand in a message: on one
// line, not too long, and without a user name or password.
func shown(address string) string {
	if scheme, rest, ok := strings.Cut(address, "//"); ok {
		end := strings.IndexAny(rest, "/?#")
		if end < 0 {
			end = len(rest)
		}
		if at := strings.LastIndexByte(rest[:end], '@'); at >= 0 {
			address = scheme + "//" + rest[at+1:]
		}
	}
	return line(address, 120)
}
