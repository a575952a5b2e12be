package epub

import (
	"net/url"
	"path"
	"strings"
)

// memberName returns the name by which a member of the archive is known, and
// whether it has one: names that lead out of the archive, or that no address
// can mean, are none.
func memberName(raw string) (name string, ok bool) {
	name = strings.ReplaceAll(raw, `\`, "/")
	if name == "" || strings.HasPrefix(name, "/") || strings.HasSuffix(name, "/") || len(name) > 4<<10 {
		return "", false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return "", false
		}
	}
	if strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return "", false
	}
	return path.Clean(name), true
}

// resolve returns the name of the member that an address in the file named
// from leads to, and the part behind '#'. The name is empty where the address
// leads out of the book. Too many ".." stay at its top (RFC 3986, section
// 5.2.4).
func resolve(from, address string) (name, fragment string) {
	address = strings.TrimSpace(address)
	address, fragment, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	if colon := strings.IndexByte(address, ':'); colon >= 0 && !strings.Contains(address[:colon], "/") {
		return "", ""
	}
	if strings.HasPrefix(address, "//") {
		return "", ""
	}
	if address == "" {
		return from, fragment
	}
	if decoded, err := url.PathUnescape(address); err == nil {
		address = decoded
	}
	address = strings.ReplaceAll(address, `\`, "/")
	if !strings.HasPrefix(address, "/") {
		address = path.Join("/", path.Dir(from), address)
	}
	name, ok := memberName(strings.TrimPrefix(path.Clean(address), "/"))
	if !ok {
		return "", ""
	}
	return name, fragment
}
