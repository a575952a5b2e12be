package fetch

import (
	"io"
	"net/http"
	"strings"
	"time"
)

// firstGrowth is the most bytes that are set aside for a body because the
// server announces them, and has not sent them yet.
const firstGrowth = 1 << 20

// body returns the body of an answer without its content coding, within the
// limits of time and size.
func (t *trip) body(answer *http.Response) (string, *Failure) {
	coding, failure := contentCoding(answer.Header)
	if failure != nil {
		return "", failure
	}
	m := &meter{trip: t, body: answer.Body, most: t.limits.Unpacked, start: time.Now()}
	if coding != identity {
		m.most = t.limits.Packed
	}
	if answer.ContentLength > m.most {
		return "", m.tooLarge()
	}
	t.report.expect(answer.ContentLength)
	m.idle = time.AfterFunc(t.limits.Idle, func() {
		t.cancel(failf(Timeout, "sent nothing more for %v", t.limits.Idle))
	})
	defer m.idle.Stop()

	body, err := m.unpack(coding, answer.ContentLength)
	switch {
	case err == nil:
		return body, nil
	case m.failure != nil:
		return "", m.failure
	case m.err == nil: // what came is whole, and does not unpack
		return "", failf(Broken, "has packed data that are damaged or end too early")
	}
	if failure := t.explain(m.err); failure.Kind != Broken {
		return "", failure
	}
	if answer.ContentLength >= 0 {
		return "", failf(Broken, "broke off: %d of %d bytes came", m.n, answer.ContentLength)
	}
	return "", failf(Broken, "broke off after %d bytes", m.n)
}

// unpack reads all of the body. The error is the meter's, or that of the
// coding.
func (m *meter) unpack(coding coding, length int64) (string, error) {
	r, err := coding.reader(m)
	if err == io.EOF { // an empty body is empty under any coding
		return "", nil
	}
	if err != nil {
		return "", err
	}
	var out strings.Builder
	out.Grow(int(max(0, min(length, firstGrowth))))
	piece := make([]byte, 32<<10)
	for {
		n, err := r.Read(piece)
		out.Write(piece[:n])
		if coding != identity && m.failure == nil {
			m.failure = m.unpacked(int64(out.Len()))
		}
		if m.failure != nil {
			return "", m.failure
		}
		if err == io.EOF {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
	}
}

// unpacked returns a failure where a body has unpacked to too many bytes.
func (m *meter) unpacked(size int64) *Failure {
	limits := m.trip.limits
	switch {
	case size > limits.Unpacked:
		return failf(TooLarge, "unpacks to more than %s", inBytes(limits.Unpacked))
	case size > limits.RatioFloor && size/limits.Ratio > m.n:
		return failf(TooLarge, "unpacks to more than %d times its size", limits.Ratio)
	}
	return nil
}

// A meter reads a body as it travels, counts it, and ends it where it passes a
// limit.
type meter struct {
	trip  *trip
	body  io.Reader
	most  int64 // bytes
	start time.Time
	idle  *time.Timer

	n       int64    // bytes read
	err     error    // what ended the body, unless that was its end
	failure *Failure // the limit that was passed
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.body.Read(p)
	if n > 0 {
		m.n += int64(n)
		m.idle.Reset(m.trip.limits.Idle)
		m.trip.report.received(m.n)
	}
	if m.n > m.most {
		m.failure = m.tooLarge()
	} else if err == nil && m.slow(time.Since(m.start)) {
		m.failure = failf(Timeout, "comes too slowly: less than %s a second", inBytes(m.trip.limits.Rate))
	}
	if m.failure != nil {
		return 0, m.failure
	}
	if err != nil && err != io.EOF {
		m.err = err
	}
	return n, err
}

// slow tells whether the body has fallen behind the least rate.
func (m *meter) slow(elapsed time.Duration) bool {
	limits := m.trip.limits
	return elapsed > limits.Grace && float64(m.n) < elapsed.Seconds()*float64(limits.Rate)
}

func (m *meter) tooLarge() *Failure {
	return failf(TooLarge, "is larger than %s", inBytes(m.most))
}
