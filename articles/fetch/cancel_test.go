package fetch

import (
	"context"
	"errors"
	"io"
	"net"
	"net/netip"
	"runtime"
	"strings"
	"testing"
	"time"

	"gloss/articles/cache"
)

// A stage is a server that stops at one phase of fetching, until the client
// goes.
type stage struct {
	phase  Phase
	client Options
	url    string
}

// soon is a limit that a test waits for.
const soon = 100 * time.Millisecond

// stageAt returns the stage of a phase.
func stageAt(t *testing.T, phase Phase, limits Limits) stage {
	s := stage{phase: phase, client: Options{Limits: limits, Proxy: noProxy}}
	switch phase {
	case LookingUp:
		s.url = "http://silent.example/"
		s.client.Resolver = &net.Resolver{
			PreferGo: true,
			Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
				<-ctx.Done()
				return nil, ctx.Err()
			},
		}
	case Connecting: // no server on this machine is slow to connect to, so the check before it is
		s.url = serve(t, func(w *wire) { w.say(arrived) }).url
		s.client.Public = func(netip.AddrPort) bool {
			time.Sleep(2 * soon)
			return true
		}
	case Securing:
		hang := listen(t, func(w *wire) { _, _ = w.in.WriteTo(io.Discard) })
		s.url = strings.Replace(hang.url, "http:", "https:", 1)
	case Waiting:
		s.url = serve(t, func(w *wire) { w.hang() }).url
	case Receiving:
		s.url = serve(t, func(w *wire) {
			w.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin")
			w.hang()
		}).url
	}
	return s
}

// ask fetches what a stage has. It is typed, but where the check before the
// connection is the point.
func (s stage) ask(ctx context.Context, progress func(Progress)) (*Page, error) {
	r := Request{URL: s.url, Origin: Typed, Progress: progress}
	if s.phase == Connecting {
		r.Origin = Linked
	}
	return New(s.client).Get(ctx, r)
}

func TestTimeoutOfEachPhase(t *testing.T) {
	for _, test := range []struct {
		phase  Phase
		limits Limits
		want   string
	}{
		{LookingUp, Limits{Dial: soon}, "cannot be reached: the host was not found within 100ms"},
		{Connecting, Limits{Dial: soon}, "cannot be reached: no connection within 100ms"},
		{Securing, Limits{Handshake: soon}, "cannot be reached: no secure connection within 100ms"},
		{Waiting, Limits{Header: soon}, "did not answer within 100ms"},
		{Receiving, Limits{Idle: soon}, "sent nothing more for 100ms"},
		{LookingUp, Limits{Total: soon}, "was not done after 100ms"},
		{Securing, Limits{Total: soon}, "was not done after 100ms"},
		{Waiting, Limits{Total: soon}, "was not done after 100ms"},
		{Receiving, Limits{Total: soon}, "was not done after 100ms"},
	} {
		_, err := stageAt(t, test.phase, test.limits).ask(t.Context(), nil)
		checkFailure(t, err, Timeout, test.want)
	}
}

// TestCancel cancels in each phase, as soon as the progress tells of it. Not
// even an old copy comes then.
func TestCancel(t *testing.T) {
	for phase := LookingUp; phase <= Receiving; phase++ {
		s := stageAt(t, phase, Limits{})
		s.client.Cache = &memory{entry: &cache.Entry{Final: s.url, Body: "old"}}
		ctx, cancel := context.WithCancel(t.Context())
		var seen Phase
		_, err := s.ask(ctx, func(p Progress) {
			seen = p.Phase
			if p.Phase == phase {
				cancel()
			}
		})
		cancel()
		checkFailure(t, err, Cancelled, "was cancelled")
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%v: %v is not context.Canceled", phase, err)
		}
		if seen != phase {
			t.Errorf("cancelled when %v, and went on %v", phase, seen)
		}
	}
}

func TestCancelledBefore(t *testing.T) {
	s := serve(t, func(w *wire) { w.say(arrived) })
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := New(Options{Proxy: noProxy}).Get(ctx, Request{URL: s.url, Origin: Typed})
	checkFailure(t, err, Cancelled, "was cancelled")
}

func TestDeadlineOfTheCaller(t *testing.T) {
	s := serve(t, func(w *wire) { w.hang() })
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err := New(Options{Proxy: noProxy}).Get(ctx, Request{URL: s.url, Origin: Typed})
	checkFailure(t, err, Timeout, "was not done in the time given")
}

// TestCancelEndsTheConnection makes sure that nothing is left running.
func TestCancelEndsTheConnection(t *testing.T) {
	ended := make(chan bool, 1)
	s := serve(t, func(w *wire) {
		w.say("HTTP/1.1 200 OK\r\n\r\n")
		for w.say(strings.Repeat("x", 100)) {
			time.Sleep(time.Millisecond)
		}
		ended <- true
	})
	ctx, cancel := context.WithCancel(t.Context())
	_, err := New(Options{Proxy: noProxy}).Get(ctx, Request{URL: s.url, Origin: Typed, Progress: func(p Progress) {
		if p.Received > 0 {
			cancel()
		}
	}})
	cancel()
	checkFailure(t, err, Cancelled, "was cancelled")
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("the server still writes")
	}
}

// TestCancelEndsTheLookup cancels while a host is looked up, which net/http
// would go on with.
func TestCancelEndsTheLookup(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error, 100)
	names := &net.Resolver{
		PreferGo: true,
		Dial: func(lookup context.Context, _, _ string) (net.Conn, error) {
			cancel()
			<-lookup.Done()
			ended <- lookup.Err()
			return nil, lookup.Err()
		},
	}
	c := New(Options{Limits: Limits{Dial: time.Hour}, Proxy: noProxy, Resolver: names})
	_, err := c.Get(ctx, Request{URL: "http://silent.example/", Origin: Typed})
	checkFailure(t, err, Cancelled, "was cancelled")
	select {
	case err := <-ended:
		if !errors.Is(err, context.Canceled) { // the resolver has a time limit of its own
			t.Errorf("the lookup ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the host is still looked up")
	}
}

// TestNothingIsLeftRunning fetches from servers that hang and cancels, and
// counts goroutines.
func TestNothingIsLeftRunning(t *testing.T) {
	for phase := LookingUp; phase <= Receiving; phase++ {
		s := stageAt(t, phase, Limits{})
		before := runtime.NumGoroutine()
		for range 2 {
			ctx, cancel := context.WithCancel(t.Context())
			_, err := s.ask(ctx, func(p Progress) {
				if p.Phase == phase {
					cancel()
				}
			})
			cancel()
			checkFailure(t, err, Cancelled, "was cancelled")
		}
		eventually(t, "goroutines of "+phase.String()+" end", func() bool { return runtime.NumGoroutine() <= before })
	}
}

func TestProgress(t *testing.T) {
	body := strings.Repeat("x", 300_000)
	s := serve(t, func(w *wire) {
		w.say("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n")
		w.say(body[:100_000])
		time.Sleep(2 * often)
		w.say(body[100_000:])
	})
	start := redirects(t, s.named("arrival.example"))
	names := resolver(t, func(string, int) []string { return []string{"127.0.0.1"} })
	c := New(Options{Proxy: noProxy, Resolver: names, Public: publicAt(start, s)})
	var all []Progress
	_, err := c.Get(t.Context(), Request{URL: start.named("start.example"), Progress: func(p Progress) { all = append(all, p) }})
	if err != nil {
		t.Fatal(err)
	}
	var phases []string
	for i, p := range all {
		if i == 0 || p.Phase != all[i-1].Phase || p.Host != all[i-1].Host {
			host, _, _ := strings.Cut(p.Host, ":")
			phases = append(phases, host+" "+p.Phase.String())
		}
		if i > 0 && p.Host == all[i-1].Host && p.Received < all[i-1].Received {
			t.Errorf("%+v comes after %+v", p, all[i-1])
		}
	}
	want := "start.example looking up, start.example connecting, start.example waiting for an answer, " +
		"arrival.example looking up, arrival.example connecting, arrival.example waiting for an answer, arrival.example receiving"
	if got := strings.Join(phases, ", "); got != want {
		t.Errorf("the phases are %s, want %s", got, want)
	}
	last := all[len(all)-1]
	if last.Received != 300_000 || last.Total != 300_000 {
		t.Errorf("the last progress is %+v", last)
	}
	if len(all) > 30 {
		t.Errorf("%d reports for 300 kB", len(all))
	}
}

func TestNoProgressAfterTheEnd(t *testing.T) {
	told := 0
	r := &reporter{tell: func(Progress) { told++ }}
	r.host("a.example")
	r.phase(Connecting)
	r.close()
	trace := r.trace() // as net/http calls it from a connection that nobody waits for
	trace.TLSHandshakeStart()
	r.expect(10)
	r.received(10)
	if told != 2 {
		t.Errorf("told %d times, want 2", told)
	}
}

// TestSlowButSteady has a body that takes longer than the client waits for one
// piece of it.
func TestSlowButSteady(t *testing.T) {
	s := serve(t, func(w *wire) {
		w.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
		for range 10 {
			time.Sleep(60 * time.Millisecond)
			w.say("x")
		}
	})
	page, err := get(t, Limits{Idle: 400 * time.Millisecond}, s.url)
	if err != nil || page.Body != "xxxxxxxxxx" {
		t.Errorf("Get gave %+v, %v", page, err)
	}
}
