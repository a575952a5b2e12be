package fetch

import (
	"fmt"
	"net"
	"strings"
	"testing"
	"time"
)

// gone is what the operating system may hold of what a server has written and
// the client will not read.
const gone = 16 << 20

// TestHostileServers has servers that answer as none should. Each ends in a
// clear error or in a page; the client reads and sets aside no more than its
// limits allow.
func TestHostileServers(t *testing.T) {
	short := func(change func(*Limits)) Limits {
		l := small()
		change(&l)
		return l
	}
	for _, test := range []struct {
		name   string
		limits Limits // small where zero
		handle func(w *wire)
		kind   Kind   // "" where a page comes
		want   string // in the message or the body
	}{
		{
			name:   "silence",
			limits: short(func(l *Limits) { l.Header = soon }),
			handle: func(w *wire) { w.hang() },
			kind:   Timeout, want: "did not answer within 100ms",
		},
		{
			name:   "header byte by byte",
			limits: short(func(l *Limits) { l.Header = soon }),
			handle: func(w *wire) {
				for w.say("H") {
					time.Sleep(time.Millisecond)
				}
			},
			kind: Timeout, want: "did not answer within 100ms",
		},
		{
			name:   "header line by line",
			limits: short(func(l *Limits) { l.Header = soon }),
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\n")
				for i := 0; w.say(fmt.Sprintf("X-%d: x\r\n", i)); i++ {
					time.Sleep(time.Millisecond)
				}
			},
			kind: Timeout, want: "did not answer within 100ms",
		},
		{
			name: "headers without end",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\n")
				w.flood(strings.Repeat("X-Header: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n", 1000))
			},
			kind: TooLarge, want: "has a header larger than 64 KiB",
		},
		{
			name: "header of 100 MB",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nX-Header: ")
				for range 100 {
					if !w.say(strings.Repeat("x", 1<<20)) {
						return
					}
				}
			},
			kind: TooLarge, want: "has a header larger than 64 KiB",
		},
		{
			name: "status line without end",
			handle: func(w *wire) {
				w.flood(strings.Repeat("HTTP/1.1 200 ", 1000))
			},
			kind: TooLarge, want: "has a header larger than 64 KiB",
		},
		{
			name: "early hints without end",
			handle: func(w *wire) {
				w.flood(strings.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 1000))
			},
			kind: TooLarge, want: "has a header larger than 64 KiB",
		},
		{
			name: "10,000 cookies",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\n")
				for i := range 10_000 {
					w.say(fmt.Sprintf("Set-Cookie: c%d=1; Path=/\r\n", i))
				}
				w.say("Content-Length: 5\r\n\r\nhello")
			},
			limits: short(func(l *Limits) { l.HeaderBytes = 1 << 20 }),
			want:   "hello",
		},
		{
			name: "body without end",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\n\r\n")
				w.flood(strings.Repeat("endless ", 4096))
			},
			kind: TooLarge, want: "is larger than 2 MiB",
		},
		{
			name: "chunks without end",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
				w.flood(strings.Repeat("8\r\nendless \r\n", 4096))
			},
			kind: TooLarge, want: "is larger than 2 MiB",
		},
		{
			name: "body announced too large",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\n")
				w.flood(strings.Repeat("endless ", 4096))
			},
			kind: TooLarge, want: "is larger than 2 MiB",
		},
		{
			name:   "body stops",
			limits: short(func(l *Limits) { l.Idle = soon }),
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin")
				w.hang()
			},
			kind: Timeout, want: "sent nothing more for 100ms",
		},
		{
			name:   "a byte now and then",
			limits: short(func(l *Limits) { l.Grace, l.Rate = soon, 1<<20 }),
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
				for w.say("x") {
					time.Sleep(5 * time.Millisecond)
				}
			},
			kind: Timeout, want: "comes too slowly: less than 1 MiB a second",
		},
		{
			name:   "just fast enough for ever",
			limits: short(func(l *Limits) { l.Total, l.Rate = 300*time.Millisecond, 1 }),
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\n\r\n")
				for w.say("x") {
					time.Sleep(5 * time.Millisecond)
				}
			},
			kind: Timeout, want: "was not done after 300ms",
		},
		{
			name:   "chunk header without end",
			limits: short(func(l *Limits) { l.Idle = soon }),
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;")
				w.flood(strings.Repeat("extension=", 1000))
			},
			kind: Broken, want: "broke off",
		},
		{
			name: "shorter than announced",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + strings.Repeat("x", 120))
			},
			kind: Broken, want: "broke off: 120 of 500 bytes came",
		},
		{
			name: "longer than announced",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, and more that nobody announced")
			},
			want: "hello",
		},
		{
			name: "two lengths",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")
			},
			kind: Malformed, want: "gave a malformed answer",
		},
		{
			name: "negative length",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello")
			},
			kind: Malformed, want: "gave a malformed answer",
		},
		{
			name: "chunk of ffffffffffffffff bytes",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n")
				w.flood(strings.Repeat("endless ", 4096))
			},
			kind: TooLarge, want: "is larger than 2 MiB",
		},
		{
			name: "chunk of too many digits",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx")
			},
			kind: Broken, want: "broke off after 0 bytes",
		},
		{
			name: "chunks cut",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\nwo")
			},
			kind: Broken, want: "broke off after 7 bytes",
		},
		{
			name: "reset in the middle of the body",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + strings.Repeat("x", 120))
				time.Sleep(50 * time.Millisecond) // for the client to read it
				_ = w.Conn.(*net.TCPConn).SetLinger(0)
			},
			kind: Broken, want: "broke off: 120 of 500 bytes came",
		},
		{
			name:   "reset before the answer",
			handle: func(w *wire) { _ = w.Conn.(*net.TCPConn).SetLinger(0) },
			kind:   Broken, want: "broke off before it answered",
		},
		{
			name:   "closed before the answer",
			handle: func(*wire) {},
			kind:   Broken, want: "broke off before it answered",
		},
		{
			name:   "closed in the header",
			handle: func(w *wire) { w.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n") },
			kind:   Broken, want: "broke off before it answered",
		},
		{
			name:   "no HTTP",
			handle: func(w *wire) { w.say("SSH-2.0-\x1b]0;title\a\u202e\r\n\r\n") },
			kind:   Malformed, want: "gave a malformed answer",
		},
		{
			name:   "status of letters",
			handle: func(w *wire) { w.say("HTTP/1.1 abc\x1b[2J OK\r\n\r\n") },
			kind:   Malformed, want: "gave a malformed answer",
		},
		{
			name:   "reason that acts on the terminal",
			handle: func(w *wire) { w.say("HTTP/1.1 404 \x1b]0;title\a\u202eNot Found\r\n\r\n") },
			kind:   Missing, want: "was not found (status 404)",
		},
		{
			name:   "status of three nines",
			handle: func(w *wire) { w.say("HTTP/1.1 999 Denied\r\n\r\n") },
			kind:   Trouble, want: "(status 999)",
		},
		{
			name: "a second answer nobody asked for",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello" +
					"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
				w.hang()
			},
			want: "hello",
		},
		{
			name:   "old HTTP",
			handle: func(w *wire) { w.say("HTTP/1.0 200 OK\r\n\r\nhello") },
			want:   "hello",
		},
		{
			name: "trailers without end",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n5\r\nhello\r\n0\r\n")
				w.flood(strings.Repeat("X: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n", 1000))
			},
			kind: Broken, want: "broke off after 5 bytes",
		},
		{
			name: "a picture without end",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Type: IMAGE/PNG; x=\x9b2J\r\n\r\n")
				w.flood(strings.Repeat("endless ", 4096))
			},
			kind: NotText, want: "is not text: it is a picture (image/png)",
		},
		{
			name: "a type that acts on the terminal",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Type: image/\x1b]0;title\a\r\nContent-Length: 5\r\n\r\nhello")
			},
			kind: Malformed, want: "gave a malformed answer",
		},
		{
			name: "a type that turns the line round",
			handle: func(w *wire) {
				w.say("HTTP/1.1 200 OK\r\nContent-Type: image/\u202egnp\x9b\r\nContent-Length: 5\r\n\r\nhello")
			},
			want: "hello",
		},
		{
			name: "login again and again",
			handle: func(w *wire) {
				w.say("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"\x9b2J\"\r\nContent-Length: 0\r\n\r\n")
			},
			kind: Denied, want: "asks for a name and a password (status 401)",
		},
		{
			name: "wait for ever",
			handle: func(w *wire) {
				w.say("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1000000000\r\nContent-Length: 0\r\n\r\n")
			},
			kind: Busy, want: "was asked for too often; try again in a day or more (status 429)",
		},
		{
			name: "not changed, though nobody asked",
			handle: func(w *wire) {
				w.say("HTTP/1.1 304 Not Modified\r\n\r\n")
			},
			kind: Unexpected, want: "brings no page (status 304)",
		},
		{
			name: "other protocol",
			handle: func(w *wire) {
				w.say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")
				w.flood("endless ")
			},
			kind: Unexpected, want: "brings no page (status 101)",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := serve(t, test.handle)
			limits := test.limits
			if limits == (Limits{}) {
				limits = small()
			}
			var page *Page
			var err error
			used := allocated(func() { page, err = get(t, limits, s.url) })
			if test.kind != "" {
				checkFailure(t, err, test.kind, test.want)
			} else if err != nil || page.Body != test.want {
				t.Errorf("Get gave %+v, %v; want the body %q", page, err, test.want)
			}
			if n := s.sent.Load(); n > gone {
				t.Errorf("the server could send %d bytes", n)
			}
			if used > 32<<20 {
				t.Errorf("%d bytes were set aside", used)
			}
			if n := s.asked.Load(); n != 1 {
				t.Errorf("%d requests were sent", n)
			}
		})
	}
}

// TestRequest looks at what is sent: nothing that tells of the reader.
func TestRequest(t *testing.T) {
	requests := make(chan string, 1)
	s := listen(t, func(w *wire) {
		var request strings.Builder
		for !strings.HasSuffix(request.String(), "\r\n\r\n") {
			b, err := w.in.ReadByte()
			if err != nil {
				return
			}
			request.WriteByte(b)
		}
		requests <- request.String()
		w.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
	})
	c := New(Options{Version: "1.2\r\nX: y", Proxy: noProxy})
	address := strings.Replace(s.url, "http://", "http://reader:secret@", 1) + "a b?q=é\"#part"
	page, err := c.Get(t.Context(), Request{URL: address, Origin: Typed})
	if err != nil {
		t.Fatal(err)
	}
	want := "GET /a%20b?q=%C3%A9%22 HTTP/1.1\r\n" +
		"Host: " + s.at.String() + "\r\n" +
		"User-Agent: Gloss/1.2Xy (terminal article reader)\r\n" +
		"Accept: " + accept + "\r\n" +
		"Accept-Encoding: gzip\r\n" +
		"Connection: close\r\n\r\n"
	if got := <-requests; got != want {
		t.Errorf("the request is\n%s\nwant\n%s", got, want)
	}
	if want := s.url + "a%20b?q=%C3%A9%22"; page.URL != want {
		t.Errorf("the page's address is %s, want %s", page.URL, want)
	}
}
