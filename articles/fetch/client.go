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
	"context"
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

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
	relayed  *http.Transport // connects to the proxy that the request's context names
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
	c.relayed = c.transport(nil, proxyOf)
	return c
}

// agent returns the User-Agent header of a version, of which only characters
// that may stand there are used.
func agent(version string) string {
	version = strings.Map(func(r rune) rune {
		if r < 0x80 && (isAlphanumeric(byte(r|0x20)) || strings.ContainsRune(".-+_", r)) {
			return r
		}
		return -1
	}, version)
	if version == "" {
		return "Gloss (terminal article reader)"
	}
	return "Gloss/" + version + " (terminal article reader)"
}

// transport returns one that asks control, where it is not nil, before each
// connection.
func (c *Client) transport(control control, proxy func(*http.Request) (*url.URL, error)) *http.Transport {
	dialer := &net.Dialer{Timeout: c.limits.Dial, Resolver: c.resolver, ControlContext: control}
	return &http.Transport{
		Proxy:                  proxy,
		DialContext:            dialer.DialContext,
		TLSClientConfig:        &tls.Config{RootCAs: c.roots, MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    c.limits.Handshake,
		ResponseHeaderTimeout:  c.limits.Header,
		MaxResponseHeaderBytes: c.limits.HeaderBytes,
		DisableKeepAlives:      true,
		DisableCompression:     true, // packed bytes are counted, so they are unpacked here
		ForceAttemptHTTP2:      true,
		OnProxyConnectResponse: tunnelled,
	}
}

// control is the type of net.Dialer's ControlContext.
type control = func(ctx context.Context, network, address string, conn syscall.RawConn) error

// check refuses a connection to an address that is not public. It sees the IP
// address that is connected to, after all looking up.
func (c *Client) check(_ context.Context, _, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !c.public(unmapped(to)) {
		return private(line(address, 60))
	}
	return nil
}

// unmapped returns an address of version 4 that is written as one of version 6
// as what it is.
func unmapped(to netip.AddrPort) netip.AddrPort {
	return netip.AddrPortFrom(to.Addr().Unmap(), to.Port())
}

// private returns the failure of a Linked address that leads to a place which
// is not public.
func private(place string) *Failure {
	return failf(Private, "leads to a private address (%s), which only an address that you type may do", place)
}

// admits tells whether a Linked address may be public by its spelling.
func (c *Client) admits(u *url.URL) bool {
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil {
		return c.public(netip.AddrPortFrom(ip.Unmap(), port(u)))
	}
	return publicName(u.Hostname())
}

// proxyKey is the key of the proxy's address in a request's context.
type proxyKey struct{}

func proxyOf(r *http.Request) (*url.URL, error) {
	proxy, _ := r.Context().Value(proxyKey{}).(*url.URL)
	return proxy, nil
}

// tunnelled refuses a proxy's answer that opens no tunnel, before net/http
// makes an error of the proxy's words.
func tunnelled(_ context.Context, _ *url.URL, _ *http.Request, answer *http.Response) error {
	if answer.StatusCode == http.StatusOK {
		return nil
	}
	if f := statusFailure(answer.StatusCode, answer.Header, time.Now()); f != nil && f.Status == http.StatusProxyAuthRequired {
		return f
	}
	return failf(NoRoute, "cannot be reached: the proxy refuses to connect to it (status %d)", answer.StatusCode)
}
