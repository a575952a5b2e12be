package fetch

import (
	"errors"
	"fmt"
	"net"
	"syscall"
	"testing"
	"time"
)

func TestStatuses(t *testing.T) {
	for _, test := range []struct {
		status int
		retry  string
		kind   Kind // "" where a page comes
		want   string
		wait   time.Duration
	}{
		{200, "10", "", "", 0},
		{203, "", "", "", 0},
		{204, "", Unexpected, "brings no page (status 204)", 0},
		{206, "", Unexpected, "brings no page (status 206)", 0},
		{300, "", Unexpected, "brings no page (status 300)", 0},
		{400, "", Unexpected, "brings no page (status 400)", 0},
		{401, "", Denied, "asks for a name and a password (status 401)", 0},
		{403, "", Denied, "may not be read by everyone (status 403)", 0},
		{404, "10", Missing, "was not found (status 404)", 0},
		{407, "", Denied, "the proxy asks for a name and a password (status 407)", 0},
		{410, "", Missing, "is gone for good (status 410)", 0},
		{429, "", Busy, "was asked for too often (status 429)", 0},
		{429, "30", Busy, "was asked for too often; try again in 30 seconds (status 429)", 30 * time.Second},
		{451, "", Denied, "is withheld for legal reasons (status 451)", 0},
		{500, "", Trouble, "the server is in trouble (status 500)", 0},
		{503, "3600", Trouble, "the server is in trouble; try again in 60 minutes (status 503)", time.Hour},
		{503, "\u009b2J", Trouble, "the server is in trouble (status 503)", 0},
	} {
		s := serve(t, func(w *wire) {
			w.say(fmt.Sprintf("HTTP/1.1 %d \u202e\u009b2J\r\nRetry-After: %s\r\n\r\n", test.status, test.retry))
		})
		_, err := get(t, small(), s.url)
		if test.kind == "" {
			if err != nil {
				t.Errorf("status %d: %v", test.status, err)
			}
			continue
		}
		checkFailure(t, err, test.kind, s.url+" ")
		checkMessage(t, err.Error(), test.want)
		var f *Failure
		if errors.As(err, &f) && (f.Status != test.status || f.RetryAfter != test.wait || f.Address != s.url) {
			t.Errorf("status %d: the failure is %+v", test.status, f)
		}
	}
}

func TestHostsThatCannotBeReached(t *testing.T) {
	names := resolver(t, func(name string, _ int) []string {
		if name == "here.example" {
			return []string{"127.0.0.1"}
		}
		return nil
	})
	c := New(Options{Proxy: noProxy, Resolver: names})
	ask := func(address string) error {
		_, err := c.Get(t.Context(), Request{URL: address, Origin: Typed})
		return err
	}
	checkFailure(t, ask("http://gone.example/"), NoHost, "http://gone.example/ cannot be reached: no such host")
	checkFailure(t, ask("http://"+closedPort(t)), Refused, "cannot be reached: the host refused the connection")
}

// TestErrorsOfTheSystem has the errors of connections that no server on this
// machine can bring about.
func TestErrorsOfTheSystem(t *testing.T) {
	for _, test := range []struct {
		err  error
		kind Kind
		want string
	}{
		{syscall.ENETUNREACH, NoRoute, "cannot be reached: there is no way to the host"},
		{syscall.EHOSTUNREACH, NoRoute, "there is no way to the host"},
		{syscall.ENETDOWN, NoRoute, "there is no way to the host"},
		{syscall.Errno(10051), NoRoute, "there is no way to the host"}, // as Windows says it
		{syscall.Errno(10065), NoRoute, "there is no way to the host"},
		{syscall.Errno(10061), Refused, "the host refused the connection"},
		{syscall.ETIMEDOUT, Timeout, "no connection within 10s"}, // before the client's limit
		{&net.DNSError{Err: "server misbehaving \x1b[2J", Name: "\x1b[2J", IsTemporary: true}, NoHost, "the host cannot be looked up"},
		{&net.DNSError{Err: "timeout", Name: "a.example", IsTimeout: true}, Timeout, "no connection within 10s"},
		{errors.New("nobody knows \x1b]0;title\a\u202e"), Malformed, "gave a malformed answer (nobody knows"},
	} {
		r := &trip{Client: New(Options{}), ctx: t.Context(), report: &reporter{}}
		r.report.phase(Connecting)
		f := r.explain(&net.OpError{Op: "dial", Net: "tcp", Err: test.err})
		checkFailure(t, f, test.kind, test.want)
	}
}

// TestDefaultsOfLimits makes sure that each zero field gets its default, and no
// other does.
func TestDefaultsOfLimits(t *testing.T) {
	if got := (Limits{}).orDefault(); got != DefaultLimits() {
		t.Errorf("no limits stand for %+v", got)
	}
	odd := Limits{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, -1}
	if got := odd.orDefault(); got != odd {
		t.Errorf("%+v became %+v", odd, got)
	}
}

func TestInBytes(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0 bytes", 1023: "1023 bytes", 1 << 10: "1 KiB", 1536: "1.5 KiB", 32 << 20: "32 MiB", 3 << 29: "1.5 GiB",
	} {
		if got := inBytes(n); got != want {
			t.Errorf("inBytes(%d) is %q, want %q", n, got, want)
		}
	}
}

func TestAgent(t *testing.T) {
	for version, want := range map[string]string{
		"":                   "Gloss (terminal article reader)",
		"1.2.3-rc1+x_y":      "Gloss/1.2.3-rc1+x_y (terminal article reader)",
		"é(\r\n\x11 deVel) ": "Gloss/deVel (terminal article reader)",
	} {
		if got := agent(version); got != want {
			t.Errorf("agent(%q) is %q, want %q", version, got, want)
		}
	}
}
