package fetch

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// transport returns one that asks control, where it is not nil, before each
// connection.
func (c *Client) transport(control control, proxy func(*http.Request) (*url.URL, error)) *http.Transport {
	dialer := &net.Dialer{Timeout: c.limits.Dial, Resolver: c.resolver, ControlContext: control}
	return &http.Transport{
		Proxy:                  proxy,
		DialContext:            endWithRoute(dialer.DialContext),
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

// A route goes with a request, in its context, to where connections are made.
type route struct {
	trip  context.Context // done at the end of the trip
	proxy *url.URL        // nil for none
}

type routeKey struct{}

// with returns the request with a route.
func (r route) with(req *http.Request) *http.Request {
	return req.WithContext(context.WithValue(req.Context(), routeKey{}, r))
}

func routeProxy(req *http.Request) (*url.URL, error) {
	r, _ := req.Context().Value(routeKey{}).(route)
	return r.proxy, nil
}

// dial is the type of http.Transport's DialContext.
type dial = func(ctx context.Context, network, address string) (net.Conn, error)

// endWithRoute returns dial with connections that are closed when their trip is
// done, and are given up if they are not made by then. net/http would go on
// with both, for the sake of later requests.
func endWithRoute(connect dial) dial {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		r, ok := ctx.Value(routeKey{}).(route)
		if !ok {
			return nil, failf(Malformed, "was asked for without a route")
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(r.trip, cancel)()
		conn, err := connect(ctx, network, address)
		if err == nil {
			context.AfterFunc(r.trip, func() { _ = conn.Close() })
		}
		return conn, err
	}
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
