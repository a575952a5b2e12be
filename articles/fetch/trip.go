package fetch

import (
	"context"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"time"

	"gloss/articles/cache"
)

// accept says which formats are read, the best first.
const accept = "text/html, application/xhtml+xml, " +
	"application/atom+xml;q=0.9, application/rss+xml;q=0.9, application/feed+json;q=0.9, " +
	"application/epub+zip;q=0.9, application/pdf;q=0.9, text/markdown;q=0.9, " +
	"text/plain;q=0.8, application/xml;q=0.8, */*;q=0.5"

// Get fetches a page. Its errors are of the type *Failure. It returns soon
// after ctx is done, at any stage, and after Limits.Total at the latest.
func (c *Client) Get(ctx context.Context, r Request) (*Page, error) {
	target, err := parse(r.URL)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	timer := time.AfterFunc(c.limits.Total, func() {
		cancel(failf(Timeout, "was not done after %v", c.limits.Total))
	})
	defer timer.Stop()

	t := &trip{Client: c, ctx: ctx, cancel: cancel, address: target.String(), report: &reporter{tell: r.Progress}}
	defer t.report.close()
	t.load()
	page, failure := t.follow(hop{to: target, origin: r.Origin})
	if failure == nil {
		return page, nil
	}
	if page := t.stale(failure); page != nil {
		return page, nil
	}
	return nil, failure
}

// A trip is one Get on its way.
type trip struct {
	*Client
	ctx     context.Context
	cancel  context.CancelCauseFunc // with a *Failure
	address string                  // what was asked for, in normal form
	report  *reporter
	saved   *cache.Entry // the page in the cache; nil where there is none
}

// A hop is one request of a trip.
type hop struct {
	to     *url.URL
	origin Origin
}

// follow sends requests until one brings a page.
func (t *trip) follow(h hop) (*Page, *Failure) {
	var before []string
	for {
		page, next, failure := t.request(h, before)
		if failure != nil {
			if failure.Address == "" {
				failure.Address = shown(h.to.String())
			}
			return nil, failure
		}
		if page != nil {
			page.Redirects = before
			return page, nil
		}
		before = append(before, h.to.String())
		h = *next
	}
}

// request sends one request and returns the page that it brings, or the hop
// to which it is redirected after those before.
func (t *trip) request(h hop, before []string) (*Page, *hop, *Failure) {
	t.report.host(h.to.Host)
	if h.origin == Linked && !t.admits(h.to) {
		return nil, nil, private(h.to.Hostname())
	}
	var reached netip.AddrPort // the other end of the connection
	trace := t.report.trace()
	trace.GotConn = func(info httptrace.GotConnInfo) {
		if addr, ok := info.Conn.RemoteAddr().(*net.TCPAddr); ok {
			reached = unmapped(addr.AddrPort())
		}
	}
	req, err := http.NewRequestWithContext(httptrace.WithClientTrace(t.ctx, trace), http.MethodGet, h.to.String(), nil)
	if err != nil {
		return nil, nil, failf(Address, "is no valid address")
	}
	req.Header.Set("User-Agent", t.agent)
	req.Header.Set("Accept", accept)
	req.Header.Set("Accept-Encoding", "gzip")
	conditional := t.condition(req)

	proxy, err := t.proxy(req)
	if err != nil {
		return nil, nil, failf(NoRoute, "cannot be reached: the address of the proxy is not valid")
	}
	transport := t.checked
	switch {
	case proxy != nil:
		transport = t.relayed
	case h.origin == Typed:
		transport = t.free
	}
	answer, err := transport.RoundTrip(route{t.ctx, proxy}.with(req))
	if err != nil {
		return nil, nil, t.explain(err)
	}
	defer answer.Body.Close()

	if isRedirect(answer.StatusCode) {
		local := h.origin == Typed && reached.IsValid() && !t.public(reached)
		if proxy != nil {
			local = h.origin == Typed && !t.admits(h.to)
		}
		next, failure := t.redirect(h, local, answer.Header.Get("Location"), before)
		return nil, next, failure
	}
	if answer.StatusCode == http.StatusNotModified && conditional {
		return t.confirmed(answer.Header), nil, nil
	}
	page, failure := t.read(h, answer)
	return page, nil, failure
}

// read returns the page that an answer brings, and keeps it.
func (t *trip) read(h hop, answer *http.Response) (*Page, *Failure) {
	now := time.Now()
	if failure := statusFailure(answer.StatusCode, answer.Header, now); failure != nil {
		return nil, failure
	}
	media, charset := contentType(answer.Header.Get("Content-Type"))
	if what := notText(media); what != "" {
		return nil, failf(NotText, "is not text: it is %s (%s)", what, media)
	}
	body, failure := t.body(answer)
	if failure != nil {
		return nil, failure
	}
	page := &Page{
		URL:         h.to.String(),
		Body:        body,
		ContentType: media,
		Charset:     charset,
		Status:      answer.StatusCode,
		FetchedAt:   now,
	}
	t.keep(page, answer.Header)
	return page, nil
}
