package fetch

import (
	"net/netip"
	"strings"
)

// Public tells whether an IP address is one of the public Internet, to which a
// page or a feed may lead: a unicast address that is in no block which the
// registries of special addresses (RFC 6890 and its successors) hold back for
// one machine, one network, examples or tests. An address of version 6 that
// carries one of version 4 is public where both are.
func Public(ip netip.Addr) bool {
	if !ip.IsValid() || ip.Zone() != "" {
		return false
	}
	ip = ip.Unmap()
	if ip.Is4() {
		return !inAny(ip, notPublic4)
	}
	bytes := ip.As16()
	switch {
	case nat64.Contains(ip):
		return Public(netip.AddrFrom4([4]byte(bytes[12:])))
	case sixToFour.Contains(ip):
		return Public(netip.AddrFrom4([4]byte(bytes[2:])))
	}
	return public6.Contains(ip) && !inAny(ip, notPublic6)
}

func inAny(ip netip.Addr, blocks []netip.Prefix) bool {
	for _, block := range blocks {
		if block.Contains(ip) {
			return true
		}
	}
	return false
}

var (
	public6   = netip.MustParsePrefix("2000::/3")     // all that was given out so far
	nat64     = netip.MustParsePrefix("64:ff9b::/96") // RFC 6052
	sixToFour = netip.MustParsePrefix("2002::/16")    // RFC 3056
)

var notPublic4 = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),        // this network
	netip.MustParsePrefix("10.0.0.0/8"),       // private
	netip.MustParsePrefix("100.64.0.0/10"),    // behind a provider's translator
	netip.MustParsePrefix("127.0.0.0/8"),      // this machine
	netip.MustParsePrefix("168.63.129.16/32"), // the host of a cloud's machine
	netip.MustParsePrefix("169.254.0.0/16"),   // this link; clouds' metadata
	netip.MustParsePrefix("172.16.0.0/12"),    // private
	netip.MustParsePrefix("192.0.0.0/24"),     // protocols
	netip.MustParsePrefix("192.0.2.0/24"),     // documentation
	netip.MustParsePrefix("192.88.99.0/24"),   // relays of 6to4
	netip.MustParsePrefix("192.168.0.0/16"),   // private
	netip.MustParsePrefix("198.18.0.0/15"),    // benchmarks
	netip.MustParsePrefix("198.51.100.0/24"),  // documentation
	netip.MustParsePrefix("203.0.113.0/24"),   // documentation
	netip.MustParsePrefix("224.0.0.0/4"),      // multicast
	netip.MustParsePrefix("240.0.0.0/4"),      // reserved, broadcast
}

// notPublic6 are the blocks in 2000::/3.
var notPublic6 = []netip.Prefix{
	netip.MustParsePrefix("2001::/23"),     // protocols, Teredo among them
	netip.MustParsePrefix("2001:db8::/32"), // documentation
	netip.MustParsePrefix("3fff::/20"),     // documentation
}

// PublicHost tells whether the host of an address, a name in normal form or an
// IP address, can be of the public Internet, as far as its spelling says.
func PublicHost(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return Public(ip)
	}
	return publicName(host)
}

// publicName tells whether a host's name, in normal form, can be one of the
// public Internet, as far as its spelling says.
func publicName(host string) bool {
	host = strings.TrimSuffix(host, ".")
	last := host[strings.LastIndexByte(host, '.')+1:]
	switch {
	case last == host: // "router": no name of the public Internet
		return false
	case isNumber(last): // "127.1", "0x7f.1": some systems read these as IP addresses
		return false
	}
	return !localTops[last] && host != "home.arpa" && !strings.HasSuffix(host, ".home.arpa")
}

// localTops are top-level names that the public Internet never has (RFC 6761,
// RFC 6762, and what ICANN holds back for private networks).
var localTops = map[string]bool{
	"localhost": true, "localdomain": true, "local": true, "internal": true,
	"lan": true, "intranet": true, "corp": true, "home": true, "private": true, "mail": true,
}

// isNumber tells whether the URL standard takes a last label for a number, so
// that the host would be an IP address.
func isNumber(label string) bool {
	if digits, ok := strings.CutPrefix(label, "0x"); ok {
		return strings.Trim(digits, "0123456789abcdef") == ""
	}
	return strings.Trim(label, "0123456789") == ""
}
