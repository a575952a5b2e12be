// Package fetch gets articles and feeds from the web, and expects the worst of
// every server.
//
//	client := fetch.New(fetch.Options{Version: "1.2", Cache: cache.New(folder, 0)})
//	page, err := client.Get(ctx, fetch.Request{URL: "https://example.org/story", Origin: fetch.Typed})
//
// What one Get may take is bounded in time and bytes (Limits), and an answer
// without end ends in an error. No cookies, credentials, referrers or languages
// are sent. Each request has a connection of its own: there is none that an
// answer nobody asked for could wait on.
//
// # Where an address may lead
//
// An address that a page or a feed gave (Linked) must be on the public
// Internet. That is checked by its spelling before anything is looked up, and by
// the IP address when the connection is made, so that a name which changes its
// meaning, or a redirect, leads nowhere else. An address that the user typed
// (Typed) may lead anywhere. With a proxy (HTTP_PROXY and its like) it is the
// proxy that looks up names, so only the spelling is checked.
//
// A redirect is followed as if a page had given it, up to five times, and
// never from https to http. There is one exception: where a typed host is
// itself not public, such as a box behind the router, its redirects to the same
// host name are followed, to any port, since such boxes send their visitors
// from http to https on another one. Once a redirect has left that host, none
// leads back. An address in a page's <meta> is not followed.
//
// # The cache
//
// The server is always asked, with the cache's ETag and Last-Modified, and a
// page that has not changed comes from the cache. So does the page, marked
// Stale, when there is no network (no such host, connection refused, no route,
// timed out, broken off), or the server no longer gives it (trouble, too many
// requests, not found, access denied): a reader wants the article, with a line
// that says why it is an old copy. Where an answer looks like a deceit (a
// certificate, a redirect, a private address), is no text or is too large, and
// when the caller cancels, it is an error all the same. Pages with
// Cache-Control: no-store are not kept; its other rules are for caches that
// answer without asking, and this one is also for reading offline.
package fetch

import (
	"crypto/x509"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"gloss/articles/cache"
)

// A Cache keeps pages by their addresses in normal form. It is used by
// several goroutines at once. *cache.Cache is one.
type Cache interface {
	Load(address string) (cache.Entry, error)
	Store(cache.Entry) error
}

// Options are what a client works with. The zero value is good.
type Options struct {
	Version string // of the program, for the User-Agent header
	Limits  Limits // zero fields stand for their defaults
	Cache   Cache  // may be nil

	// Proxy returns the proxy for a request, or nil for none. Nil stands for
	// http.ProxyFromEnvironment.
	Proxy func(*http.Request) (*url.URL, error)
	// Resolver looks up hosts; nil stands for the system's.
	Resolver *net.Resolver
	// Roots are the certificates that are trusted; nil stands for the system's.
	Roots *x509.CertPool
	// Public decides where a Linked address may lead; nil stands for the function
	// Public and any port. Tests let a server on this machine pass.
	Public func(netip.AddrPort) bool
}

// A Client fetches pages. It may be used by several goroutines at once.
type Client struct {
	agent    string
	limits   Limits
	cache    Cache
	proxy    func(*http.Request) (*url.URL, error)
	public   func(netip.AddrPort) bool
	checked  *http.Transport // connects to public addresses only
	free     *http.Transport // connects to any
	relayed  *http.Transport // connects to the proxy of the request's route
	resolver *net.Resolver
	roots    *x509.CertPool
}

// New returns a client.
func New(o Options) *Client {
	c := &Client{
		agent:    agent(o.Version),
		limits:   o.Limits.orDefault(),
		cache:    o.Cache,
		proxy:    o.Proxy,
		public:   o.Public,
		resolver: o.Resolver,
		roots:    o.Roots,
	}
	if c.proxy == nil {
		c.proxy = http.ProxyFromEnvironment
	}
	if c.public == nil {
		c.public = func(to netip.AddrPort) bool { return Public(to.Addr()) }
	}
	c.checked = c.transport(c.check, nil)
	c.free = c.transport(nil, nil)
	c.relayed = c.transport(nil, routeProxy)
	return c
}

// agent returns the User-Agent header of a version, of which only characters
// that may stand there are used.
func agent(version string) string {
	version = strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r < 0x80 && isAlphanumeric(byte(r)) || strings.ContainsRune(".-+_", r) {
			return r
		}
		return -1
	}, version)
	if version == "" {
		return "Gloss (terminal article reader)"
	}
	return "Gloss/" + version + " (terminal article reader)"
}
