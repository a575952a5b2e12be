package fetch

import (
	"bufio"
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// A raw server writes what it likes, byte by byte.
type raw struct {
	url   string // of its root
	at    netip.AddrPort
	asked atomic.Int64 // connections taken
	sent  atomic.Int64 // bytes written
}

// A wire is one connection of a raw server.
type wire struct {
	net.Conn
	server *raw
	in     *bufio.Reader
}

// serve starts a raw server. Each connection is handled after its request's
// header was read, and closed then.
func serve(t testing.TB, handle func(w *wire)) *raw {
	t.Helper()
	return listen(t, func(w *wire) {
		for {
			text, err := w.in.ReadString('\n')
			if err != nil {
				return
			}
			if strings.TrimSpace(text) == "" {
				break
			}
		}
		handle(w)
	})
}

// listen starts a raw server whose connections are handled from their start.
func listen(t testing.TB, handle func(w *wire)) *raw {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &raw{url: "http://" + l.Addr().String() + "/", at: l.Addr().(*net.TCPAddr).AddrPort()}
	var (
		wait  sync.WaitGroup
		mu    sync.Mutex
		conns []net.Conn
	)
	wait.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			s.asked.Add(1)
			mu.Lock()
			conns = append(conns, conn)
			mu.Unlock()
			wait.Go(func() {
				defer conn.Close()
				handle(&wire{Conn: conn, server: s, in: bufio.NewReader(conn)})
			})
		}
	})
	t.Cleanup(func() {
		l.Close()
		mu.Lock()
		for _, conn := range conns {
			conn.Close()
		}
		mu.Unlock()
		wait.Wait()
	})
	return s
}

// say writes text and tells whether the client still takes it.
func (w *wire) say(text string) bool {
	n, err := w.Write([]byte(text))
	w.server.sent.Add(int64(n))
	return err == nil
}

// hang waits until the client goes.
func (w *wire) hang() {
	_, _ = w.in.ReadByte()
}

// flood writes text until the client goes, up to a terabyte.
func (w *wire) flood(text string) {
	for range (1 << 40) / len(text) {
		if !w.say(text) {
			return
		}
	}
}

// noProxy keeps the environment out of the tests.
func noProxy(*http.Request) (*url.URL, error) { return nil, nil }

// small are limits for tests: sizes are small, times are long enough for a busy
// machine. A test of a time shortens that one.
func small() Limits {
	return Limits{
		HeaderBytes: 64 << 10,
		Packed:      1 << 20,
		Unpacked:    2 << 20,
		Ratio:       100,
		RatioFloor:  64 << 10,
	}
}

// get fetches an address that the user typed.
func get(t testing.TB, limits Limits, address string) (*Page, error) {
	t.Helper()
	return New(Options{Limits: limits, Proxy: noProxy}).Get(t.Context(), Request{URL: address, Origin: Typed})
}

// checkFailure fails the test unless err is a clean failure of a kind whose
// message has some words.
func checkFailure(t testing.TB, err error, kind Kind, words string) {
	t.Helper()
	var f *Failure
	if !errors.As(err, &f) {
		t.Fatalf("error is %T %v, want a *Failure", err, err)
	}
	if f.Kind != kind || !errors.Is(err, kind) {
		t.Errorf("kind is %q, want %q: %v", f.Kind, kind, err)
	}
	checkMessage(t, err.Error(), words)
}

func checkMessage(t testing.TB, message, words string) {
	t.Helper()
	if !strings.Contains(message, words) {
		t.Errorf("message is %q, want one with %q", message, words)
	}
	if message == "" || len(message) > 1000 {
		t.Errorf("message has %d bytes", len(message))
	}
	for _, r := range message {
		if r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\u202e' {
			t.Errorf("message has the character %U: %q", r, message)
		}
	}
}

// allocated returns how many bytes were set aside while f ran, by the client
// and the test's server together.
func allocated(f func()) int64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

// resolver returns one that asks answer for the addresses of a name, and how
// many times it was asked for the name before; none means no such host. It is
// not asked for names that come from search lists.
func resolver(t testing.TB, answer func(name string, before int) []string) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		asked := map[string]int{}
		packet := make([]byte, 4096)
		for {
			n, from, err := conn.ReadFrom(packet)
			if err != nil {
				return
			}
			if reply := dnsReply(packet[:n], asked, answer); reply != nil {
				_, _ = conn.WriteTo(reply, from)
			}
		}
	}()
	t.Cleanup(func() {
		conn.Close()
		<-done
	})
	return &net.Resolver{
		PreferGo: true,
		Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
			var d net.Dialer
			return d.DialContext(ctx, "udp", conn.LocalAddr().String())
		},
	}
}

// dnsReply answers questions for addresses of version 4, and says of version 6
// that there are none.
func dnsReply(packet []byte, asked map[string]int, answer func(string, int) []string) []byte {
	var m dnsmessage.Message
	if m.Unpack(packet) != nil || len(m.Questions) != 1 {
		return nil
	}
	m.Response, m.RecursionAvailable = true, true
	m.Additionals = nil
	question := m.Questions[0]
	name := strings.TrimSuffix(question.Name.String(), ".")
	if question.Type == dnsmessage.TypeA {
		ips := answer(name, asked[name])
		asked[name]++
		if len(ips) == 0 {
			m.RCode = dnsmessage.RCodeNameError
		}
		for _, ip := range ips {
			m.Answers = append(m.Answers, dnsmessage.Resource{
				Header: dnsmessage.ResourceHeader{Name: question.Name, Class: dnsmessage.ClassINET},
				Body:   &dnsmessage.AResource{A: netip.MustParseAddr(ip).As4()},
			})
		}
	}
	reply, err := m.Pack()
	if err != nil {
		return nil
	}
	return reply
}

// publicAt lets servers on this machine stand for ones of the Internet.
func publicAt(servers ...*raw) func(netip.AddrPort) bool {
	return func(to netip.AddrPort) bool {
		for _, s := range servers {
			if to == s.at {
				return true
			}
		}
		return Public(to.Addr())
	}
}

// named returns the address of a server's root with a name for its host.
func (s *raw) named(host string) string {
	return strings.Replace(s.url, "127.0.0.1", host, 1)
}

// eventually waits until a condition holds.
func eventually(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for range 500 {
		if holds() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("never: %s", what)
}

// closedPort returns a port of this machine where nobody listens.
func closedPort(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
