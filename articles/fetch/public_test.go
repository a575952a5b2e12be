package fetch

import (
	"errors"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"
)

func TestPublic(t *testing.T) {
	for _, ip := range []string{
		"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
		"128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255",
		"192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
		"2606:4700:4700::1111", "2a00:1450:4001:81b::200e", "2001:200::1", "::ffff:8.8.8.8",
		"64:ff9b::808:808", "2002:808:808::1",
	} {
		if !Public(netip.MustParseAddr(ip)) {
			t.Errorf("%s is not public", ip)
		}
	}
	for _, ip := range []string{
		"0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.100.100.200", "100.127.255.255",
		"127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.0.0", "169.254.169.254", "172.16.0.0", "172.31.255.255",
		"192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.255", "198.18.0.0", "198.19.255.255",
		"198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
		"::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "100::1",
		"64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808", "2001::1", "2001:0:7f00:1::", "2001:db8::1",
		"2002:7f00:1::1", "2002:a9fe:a9fe::", "2002:c0a8:1::1", "3fff::1", "4000::1", "5f00::1",
		"fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1", "ff02::1", "2606:4700::1%eth0",
	} {
		if Public(netip.MustParseAddr(ip)) {
			t.Errorf("%s is public", ip)
		}
	}
	for host, public := range map[string]bool{
		"gazette.example.com": true, "8.8.8.8": true, "2606:4700:4700::1111": true,
		"localhost": false, "127.0.0.1": false, "::1": false, "nas.lan": false, "router": false, "192.168.1.9": false, "127.1": false, "": false,
	} {
		if PublicHost(host) != public {
			t.Errorf("%s: public is %v", host, !public)
		}
	}
	if Public(netip.Addr{}) {
		t.Error("no address is public")
	}
}

// oddHosts are places that no page may lead to, spelled in every way. A host is
// resolved to this machine where anything asks.
var oddHosts = []string{
	"127.0.0.1", "127.1", "127.0.1", "127.000.000.001", "0177.0.0.1", "0x7f.1", "0x7f.0.0.1", "0x7f000001", "0X7F000001",
	"2130706433", "017700000001", "0", "0.0.0.0", "127.0.0.1.", "2130706433.", "0x", "1.0x", "127.0.0.08",
	"１２７.０.０.１", "127。0。0。1", "①②⑦.⓪.⓪.①",
	"localhost", "LOCALHOST", "localhost.", "foo.localhost", "foo.localhost.", "ⓛocalhost", "localhost.localdomain",
	"router", "printer.local", "db.internal", "metadata.google.internal", "nas.home.arpa", "home.arpa", "nas.lan",
	"10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.1", "198.18.0.1", "203.0.113.1",
	"224.0.0.1", "240.0.0.1", "255.255.255.255",
	"[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:7f00:1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
	"[2002:7f00:1::]", "[fc00::1]", "[fd00:ec2::254]", "[fe80::1]", "[fe80::1%25eth0]", "[fec0::1]", "[ff02::1]", "[2001:db8::1]",
	"public.example", // which the hostile name server says is this machine
}

// TestOddHostsAreRefused asks for a server on this machine by every name.
func TestOddHostsAreRefused(t *testing.T) {
	s := serve(t, func(w *wire) { w.say(arrived) })
	names := resolver(t, func(string, int) []string { return []string{"127.0.0.1"} })
	c := New(Options{Proxy: noProxy, Resolver: names})
	for _, host := range oddHosts {
		page, err := c.Get(t.Context(), Request{URL: s.named(host)})
		if err == nil {
			t.Errorf("%s: Get gave %+v", host, page)
			continue
		}
		if !errors.Is(err, Private) {
			t.Errorf("%s: %v, want the kind %q", host, err, Private)
		}
		checkMessage(t, err.Error(), "leads to a private address")
	}
	if n := s.asked.Load(); n != 0 {
		t.Errorf("the server was asked %d times", n)
	}
	if _, err := c.Get(t.Context(), Request{URL: s.named("public.example"), Origin: Typed}); err != nil {
		t.Errorf("as a typed address: %v", err)
	}
	// The connection of a typed address is not there for others.
	_, err := c.Get(t.Context(), Request{URL: s.named("public.example")})
	checkFailure(t, err, Private, "leads to a private address")
}

// TestOddHostsAreRefusedWithAProxy makes sure that a proxy is not even asked
// for what can be seen to be private. A name that it looks up itself cannot.
func TestOddHostsAreRefusedWithAProxy(t *testing.T) {
	proxy := serve(t, func(w *wire) { w.say(arrived) })
	at, err := url.Parse(proxy.url)
	if err != nil {
		t.Fatal(err)
	}
	c := New(Options{Proxy: http.ProxyURL(at)})
	for _, host := range oddHosts {
		if host == "public.example" {
			continue
		}
		for _, scheme := range []string{"http://", "https://"} {
			if _, err := c.Get(t.Context(), Request{URL: scheme + host + ":8000/"}); !errors.Is(err, Private) {
				t.Errorf("%s%s: %v, want the kind %q", scheme, host, err, Private)
			}
		}
	}
	if n := proxy.asked.Load(); n != 0 {
		t.Errorf("the proxy was asked %d times", n)
	}
	// The proxy itself may be on this machine.
	if page, err := c.Get(t.Context(), Request{URL: "http://public.example/"}); err != nil || page.Body != "arrived" {
		t.Errorf("through the proxy: %+v, %v", page, err)
	}
}

func TestProxyThatRefuses(t *testing.T) {
	for _, test := range []struct {
		answer string
		kind   Kind
		want   string
	}{
		{"HTTP/1.1 407 \u202e\u009b2J\r\n\r\n", Denied, "the proxy asks for a name and a password (status 407)"},
		{"HTTP/1.1 502 \u202e\u009b2J\r\n\r\n", NoRoute, "the proxy refuses to connect to it (status 502)"},
		{"\u009b2J\r\n\r\n", Malformed, "gave a malformed answer"},
		{"", Broken, "broke off before it answered"},
	} {
		proxy := serve(t, func(w *wire) { w.say(test.answer) })
		at, err := url.Parse(proxy.url)
		if err != nil {
			t.Fatal(err)
		}
		at.User = url.UserPassword("reader", "secret")
		_, err = New(Options{Proxy: http.ProxyURL(at)}).Get(t.Context(), Request{URL: "https://public.example/"})
		checkFailure(t, err, test.kind, test.want)
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("the message holds a password: %v", err)
		}
	}
	at := &url.URL{Scheme: "http", Host: closedPort(t), User: url.UserPassword("reader", "secret")}
	_, err := New(Options{Proxy: http.ProxyURL(at)}).Get(t.Context(), Request{URL: "https://public.example/"})
	checkFailure(t, err, Refused, "the proxy refused the connection")
	broken := func(*http.Request) (*url.URL, error) { return nil, errors.New("invalid proxy \x1b[2J") }
	_, err = New(Options{Proxy: broken}).Get(t.Context(), Request{URL: "https://public.example/"})
	checkFailure(t, err, NoRoute, "the address of the proxy is not valid")
}

// TestRebinding has a name that is public at first and then is not: each
// connection is checked where it goes.
func TestRebinding(t *testing.T) {
	s := redirects(t)
	inside := serve(t, func(w *wire) { w.say(arrived) })
	for _, second := range []string{"10.0.0.1", "169.254.169.254", "127.0.0.2", "0.0.0.0"} {
		names := resolver(t, func(_ string, before int) []string {
			if before == 0 {
				return []string{"127.0.0.1"}
			}
			return []string{second}
		})
		c := New(Options{Proxy: noProxy, Resolver: names, Public: publicAt(s)})
		if _, err := c.Get(t.Context(), Request{URL: s.named("rebind.example")}); err != nil {
			t.Fatal(err)
		}
		_, err := c.Get(t.Context(), Request{URL: s.named("rebind.example")})
		checkFailure(t, err, Private, "leads to a private address ("+second)
	}
	// The same in the middle of a redirect.
	names := resolver(t, func(_ string, before int) []string {
		if before == 0 {
			return []string{"127.0.0.1"}
		}
		return []string{"10.0.0.1"}
	})
	start := redirects(t, "/next")
	c := New(Options{Proxy: noProxy, Resolver: names, Public: publicAt(start)})
	_, err := c.Get(t.Context(), Request{URL: start.named("rebind.example"), Origin: Typed})
	checkFailure(t, err, Private, "/next leads to a private address (10.0.0.1")
	// Several answers at once, all of them inside.
	names = resolver(t, func(string, int) []string { return []string{"127.0.0.1", "10.0.0.1"} })
	c = New(Options{Proxy: noProxy, Resolver: names})
	_, err = c.Get(t.Context(), Request{URL: inside.named("many.example")})
	checkFailure(t, err, Private, "leads to a private address")
	if inside.asked.Load() != 0 {
		t.Error("the server inside was asked")
	}
}

func TestCheckOfConnections(t *testing.T) {
	c := New(Options{})
	for _, address := range []string{"", "x", "localhost:80", "[::1]:80", "[::ffff:127.0.0.1]:80", "[fe80::1%lo]:80", "127.0.0.1:80"} {
		if err := c.check(t.Context(), "tcp", address, nil); !errors.Is(err, Private) {
			t.Errorf("%q: %v", address, err)
		}
	}
	for _, address := range []string{"8.8.8.8:80", "[2606:4700:4700::1111]:443"} {
		if err := c.check(t.Context(), "tcp", address, nil); err != nil {
			t.Errorf("%q: %v", address, err)
		}
	}
}
