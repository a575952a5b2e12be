package fetch

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
	"time"
)

// explain returns what an error of net/http means. The words of the error are
// used only where nothing else is known, for they may be the server's.
func (t *trip) explain(err error) *Failure {
	var f *Failure
	switch {
	case errors.As(context.Cause(t.ctx), &f), errors.As(err, &f):
		return f
	case errors.Is(t.ctx.Err(), context.Canceled):
		return failf(Cancelled, "was cancelled")
	case t.ctx.Err() != nil:
		return failf(Timeout, "was not done in the time given")
	}
	if f := insecure(err, time.Now()); f != nil {
		return f
	}
	who := "the host"
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "proxyconnect" {
		who = "the proxy"
	}
	if f := t.unreachable(err, who); f != nil {
		return f
	}
	return t.brokenOff(err)
}

// unreachable explains an error on the way to a host, or returns nil.
func (t *trip) unreachable(err error, who string) *Failure {
	var lookup *net.DNSError
	if errors.As(err, &lookup) && !lookup.IsTimeout {
		if lookup.IsNotFound {
			return failf(NoHost, "cannot be reached: no such host")
		}
		return failf(NoHost, "cannot be reached: %s cannot be looked up", who)
	}
	var late interface{ Timeout() bool }
	if errors.As(err, &late) && late.Timeout() {
		return t.late()
	}
	var number syscall.Errno
	if !errors.As(err, &number) {
		return nil
	}
	switch errno(number) {
	case syscall.ECONNREFUSED:
		return failf(Refused, "cannot be reached: %s refused the connection", who)
	case syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.EHOSTDOWN, syscall.EADDRNOTAVAIL:
		return failf(NoRoute, "cannot be reached: there is no way to %s", who)
	}
	return nil
}

// errno returns an error number of Windows sockets as the one that other
// systems have for it.
func errno(n syscall.Errno) syscall.Errno {
	switch n {
	case 10049:
		return syscall.EADDRNOTAVAIL
	case 10050:
		return syscall.ENETDOWN
	case 10051:
		return syscall.ENETUNREACH
	case 10061:
		return syscall.ECONNREFUSED
	case 10064:
		return syscall.EHOSTDOWN
	case 10065:
		return syscall.EHOSTUNREACH
	}
	return n
}

// late returns the failure of a phase that took too long.
func (t *trip) late() *Failure {
	switch t.report.current() {
	case LookingUp:
		return failf(Timeout, "cannot be reached: the host was not found within %v", t.limits.Dial)
	case Connecting:
		return failf(Timeout, "cannot be reached: no connection within %v", t.limits.Dial)
	case Securing:
		return failf(Timeout, "cannot be reached: no secure connection within %v", t.limits.Handshake)
	case Waiting:
		return failf(Timeout, "did not answer within %v", t.limits.Header)
	}
	return failf(Timeout, "stopped coming")
}

// brokenOff explains an error of a connection that was made.
func (t *trip) brokenOff(err error) *Failure {
	// net/http has no types for these; the tests hold their words.
	for _, words := range []string{"response headers exceeded", "header list larger", "too many 1xx"} {
		if strings.Contains(err.Error(), words) {
			return failf(TooLarge, "has a header larger than %s", inBytes(t.limits.HeaderBytes))
		}
	}
	var number syscall.Errno
	switch {
	case t.report.current() == Securing:
		return failf(Insecure, "cannot be reached: no secure connection could be agreed on")
	case t.report.current() == Receiving:
		return failf(Broken, "broke off")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &number):
		return failf(Broken, "broke off before it answered")
	}
	for inner := err; inner != nil; inner = errors.Unwrap(inner) {
		err = inner
	}
	return failf(Malformed, "gave a malformed answer (%s)", line(err.Error(), 100))
}
