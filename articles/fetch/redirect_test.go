package fetch

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"
)

const arrived = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\narrived"

// found returns an answer that sends its visitor on.
func found(location string) string {
	return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"
}

// redirects starts a server that sends its first visitors on, to one location
// after the other, and then says "arrived".
func redirects(t testing.TB, locations ...string) *raw {
	var n int
	return serve(t, func(w *wire) { // one at a time, since the client waits for the answer
		if n < len(locations) {
			n++
			w.say(found(locations[n-1]))
			return
		}
		w.say(arrived)
	})
}

func TestRedirectsAreFollowed(t *testing.T) {
	s := redirects(t, "/1", "2?q#part", "?q=é", "/4/../5", "  /6")
	c := New(Options{Proxy: noProxy, Public: publicAt(s)})
	page, err := c.Get(t.Context(), Request{URL: s.url})
	if err != nil {
		t.Fatal(err)
	}
	if page.Body != "arrived" || page.URL != s.url+"6" {
		t.Errorf("Get gave %+v", page)
	}
	want := []string{"", "1", "2?q", "2?q=%C3%A9", "5"}
	for i := range want {
		want[i] = s.url + want[i]
	}
	if !slices.Equal(page.Redirects, want) {
		t.Errorf("the redirects are %q, want %q", page.Redirects, want)
	}
}

func TestRedirectsAreRefused(t *testing.T) {
	for _, test := range []struct {
		location string
		kind     Kind
		want     string
	}{
		{"", Redirect, "redirects to nowhere"},
		{"/", Redirect, "redirects in a circle"},
		{"#part", Redirect, "redirects in a circle"},
		{"//", Redirect, "redirects in a circle"}, // net/url reads it as the same host
		{"http://", Redirect, "has no host"},
		{"http:/\\evil.example", Redirect, "redirects to"},
		{"file:///etc/passwd", Redirect, "is no http or https address (file:///etc/passwd)"},
		{"javascript:alert(1)", Redirect, "is no http or https address"},
		{"data:text/html,x", Redirect, "is no http or https address"},
		{"ftp://files.example/", Redirect, "is no http or https address"},
		{"gopher://files.example/", Redirect, "is no http or https address"},
		{"http://a.example:99999/", Redirect, "has no valid port"},
		{"http://a b.example/", Redirect, "is not valid"},
		{"http://reader:secret@a%zz/", Redirect, "is not valid (http://a%zz/)"},
		{"http://\u202eevil\u009b.example/%zz", Redirect, "is not valid"},
		{"/" + strings.Repeat("x", 10_000), Redirect, "too long"},
		{"/\x1b]0;title\a", Malformed, "gave a malformed answer"},
		{"http://127.0.0.1/", Private, "http://127.0.0.1/ leads to a private address (127.0.0.1)"},
		{"http://localhost:6379/", Private, "leads to a private address (localhost)"},
		{"http://reader:secret@[::1]/", Private, "http://[::1]/ leads to a private address (::1)"},
		{"//169.254.169.254/latest/meta-data", Private, "leads to a private address (169.254.169.254)"},
		{"http://2130706433/", Private, "leads to a private address (2130706433)"},
	} {
		for _, origin := range []Origin{Linked, Typed} {
			s := redirects(t, test.location, test.location)
			c := New(Options{Proxy: noProxy, Public: publicAt(s)})
			page, err := c.Get(t.Context(), Request{URL: s.url, Origin: origin})
			if err == nil {
				t.Errorf("%q: Get gave %+v", test.location, page)
				continue
			}
			checkFailure(t, err, test.kind, test.want)
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("the message holds a password: %v", err)
			}
			if n := s.asked.Load(); n != 1 {
				t.Errorf("%q: %d requests were sent", test.location, n)
			}
		}
	}
}

func TestTooManyRedirects(t *testing.T) {
	for _, test := range []struct {
		hops, limit int
		want        string // in the message; "" where the page comes
	}{
		{5, 0, ""},
		{6, 0, "redirects more than 5 times"},
		{2, 2, ""},
		{3, 2, "redirects more than 2 times"},
		{1, -1, "redirects more than 0 times"},
	} {
		var locations []string
		for i := range test.hops {
			locations = append(locations, fmt.Sprintf("/%d", i))
		}
		s := redirects(t, locations...)
		page, err := get(t, Limits{Redirects: test.limit}, s.url)
		if test.want != "" {
			checkFailure(t, err, Redirect, test.want)
		} else if err != nil || len(page.Redirects) != test.hops {
			t.Errorf("%d redirects: Get gave %+v, %v", test.hops, page, err)
		}
	}
}

func TestRedirectLoop(t *testing.T) {
	s := redirects(t, "/a", "/b", "/a", "/b", "/a")
	_, err := get(t, small(), s.url)
	checkFailure(t, err, Redirect, "/b redirects in a circle")
	if n := s.asked.Load(); n != 3 {
		t.Errorf("%d requests were sent, want 3", n)
	}
}

// TestRedirectOfATypedAddress has servers on this machine, some of which count
// as public.
func TestRedirectOfATypedAddress(t *testing.T) {
	box := redirects(t)     // behind the router
	other := redirects(t)   // another port of the same host
	outside := redirects(t) // on the Internet
	public := func(to netip.AddrPort) bool { return to == outside.at || Public(to.Addr()) }
	names := resolver(t, func(string, int) []string { return []string{"127.0.0.1"} })

	chain := func(start *raw, locations ...string) (*Page, error) {
		t.Helper()
		first := redirects(t, locations...)
		allowed := public
		if start == outside {
			allowed = func(to netip.AddrPort) bool { return to == first.at || public(to) }
		}
		c := New(Options{Proxy: noProxy, Public: allowed, Resolver: names})
		return c.Get(t.Context(), Request{URL: first.named("start.example"), Origin: Typed})
	}
	if _, err := chain(box, "/next"); err != nil {
		t.Errorf("from a box to itself: %v", err)
	}
	if _, err := chain(box, other.named("start.example")); err != nil {
		t.Errorf("from a box to another port: %v", err)
	}
	if _, err := chain(box, outside.named("outside.example")); err != nil {
		t.Errorf("from a box to the Internet: %v", err)
	}
	_, err := chain(box, other.url)
	checkFailure(t, err, Private, "leads to a private address (127.0.0.1)")
	_, err = chain(box, other.named("other.example"))
	checkFailure(t, err, Private, "leads to a private address ("+other.at.String()+")")
	_, err = chain(outside, box.named("start.example"))
	checkFailure(t, err, Private, "leads to a private address ("+box.at.String()+")")

	// From a box to the Internet, and back to the box by its own name.
	asked := box.asked.Load()
	back := redirects(t, box.named("start.example"))
	outside = back
	_, err = chain(box, back.named("back.example"))
	checkFailure(t, err, Private, "leads to a private address ("+box.at.String()+")")
	if box.asked.Load() != asked {
		t.Error("the box was asked")
	}
}
