package fetch

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// An authority signs certificates for tests.
type authority struct {
	t    *testing.T
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	a := &authority{t: t}
	a.cert, a.key = a.make(&x509.Certificate{
		Subject:               pkix.Name{CommonName: "Test authority"},
		IsCA:                  true,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageCertSign,
	})
	return a
}

// make returns a certificate after a template, signed by the authority, or by
// itself where there is none yet.
func (a *authority) make(template *x509.Certificate) (*x509.Certificate, *ecdsa.PrivateKey) {
	a.t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		a.t.Fatal(err)
	}
	template.SerialNumber = big.NewInt(time.Now().UnixNano())
	if template.NotBefore.IsZero() {
		template.NotBefore = time.Now().Add(-time.Hour)
	}
	if template.NotAfter.IsZero() {
		template.NotAfter = time.Now().Add(time.Hour)
	}
	parent, signer := template, key
	if a.cert != nil {
		parent, signer = a.cert, a.key
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, key.Public(), signer)
	if err != nil {
		a.t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		a.t.Fatal(err)
	}
	return cert, key
}

func (a *authority) roots() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.cert)
	return pool
}

// serveTLS starts a server with a certificate.
func serveTLS(t *testing.T, cert *x509.Certificate, key *ecdsa.PrivateKey, change func(*tls.Config), handle http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewUnstartedServer(handle)
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.EnableHTTP2 = true
	s.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{cert.Raw}, PrivateKey: key}}}
	if change != nil {
		change(s.TLS)
	}
	s.StartTLS()
	t.Cleanup(s.Close)
	return s.URL + "/"
}

func hello(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "hello") }

func TestCertificates(t *testing.T) {
	ca := newAuthority(t)
	local := []net.IP{net.IPv4(127, 0, 0, 1)}
	evil := pkix.Name{CommonName: "evil\x1b]0;title\a\u202e", Organization: []string{"\x1b[2J"}}
	for _, test := range []struct {
		name     string
		by       *authority
		template x509.Certificate
		want     string // in the message; "" where the page comes
	}{
		{"good", ca, x509.Certificate{IPAddresses: local}, ""},
		{"good, odd subject", ca, x509.Certificate{IPAddresses: local, Subject: evil}, ""},
		{"signed by itself", &authority{t: t}, x509.Certificate{IPAddresses: local, Subject: evil}, "has a certificate that it signed itself"},
		{"unknown authority", newAuthority(t), x509.Certificate{IPAddresses: local, Subject: evil}, "from an authority that this machine does not know"},
		{
			"expired", ca,
			x509.Certificate{IPAddresses: local, NotBefore: date(2019), NotAfter: date(2020)},
			"has a certificate that expired on 2 March 2020",
		},
		{
			"not yet valid", ca,
			x509.Certificate{IPAddresses: local, NotBefore: date(2190), NotAfter: date(2191)},
			"has a certificate that is not valid before 2 March 2190",
		},
		{
			"another host", ca,
			x509.Certificate{DNSNames: []string{"a.example", "b.example", "c.example", "d.example"}, Subject: evil},
			"has a certificate for another host (a.example, b.example, c.example and others)",
		},
		{"no host", ca, x509.Certificate{Subject: evil}, "has a certificate for another host"},
		{
			"for clients only", ca,
			x509.Certificate{IPAddresses: local, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}},
			"has a certificate that does not hold",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			cert, key := test.by.make(&test.template)
			address := serveTLS(t, cert, key, nil, hello)
			c := New(Options{Proxy: noProxy, Roots: ca.roots()})
			page, err := c.Get(t.Context(), Request{URL: address, Origin: Typed})
			if test.want != "" {
				checkFailure(t, err, Insecure, test.want)
			} else if err != nil || page.Body != "hello" {
				t.Errorf("Get gave %+v, %v", page, err)
			}
		})
	}
}

// TestNamesOfCertificates has names that no authority signs and no parser
// takes, for the day when one does.
func TestNamesOfCertificates(t *testing.T) {
	c := &x509.Certificate{DNSNames: []string{"\x1b]0;title\a.example", "\u202e.example", strings.Repeat("x", 1000)}}
	checkMessage(t, insecure(x509.HostnameError{Certificate: c, Host: "\x1b[2J"}, time.Now()).Error(), ".example")
}

func date(year int) time.Time { return time.Date(year, 3, 2, 10, 0, 0, 0, time.UTC) }

func TestNoSecureConnection(t *testing.T) {
	ca := newAuthority(t)
	cert, key := ca.make(&x509.Certificate{IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}})
	old := serveTLS(t, cert, key, func(c *tls.Config) { c.MinVersion, c.MaxVersion = tls.VersionTLS10, tls.VersionTLS11 }, hello)
	_, err := get(t, small(), old)
	checkFailure(t, err, Insecure, "no secure connection could be agreed on")

	for _, test := range []struct {
		name   string
		handle func(w *wire)
		kind   Kind
		want   string
	}{
		{"plain HTTP", func(w *wire) { w.say("HTTP/1.1 400 \x1b[2J\r\n\r\n") }, Insecure, "does not speak https"},
		{"other bytes", func(w *wire) { w.say("SSH-2.0-\x1b[2J\r\n") }, Insecure, "no secure connection could be agreed on"},
		{"closed", func(*wire) {}, Insecure, "no secure connection could be agreed on"},
		{"bytes without end", func(w *wire) { w.flood(strings.Repeat("\x16\x03\x03\x40\x00", 1000)) }, Insecure, "no secure connection"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := listen(t, func(w *wire) {
				_, _ = w.in.Peek(1)
				test.handle(w)
			})
			_, err := get(t, small(), strings.Replace(s.url, "http:", "https:", 1))
			checkFailure(t, err, test.kind, test.want)
			if n := s.sent.Load(); n > gone {
				t.Errorf("the server could send %d bytes", n)
			}
		})
	}
}

func TestRedirectFromHTTPS(t *testing.T) {
	ca := newAuthority(t)
	cert, key := ca.make(&x509.Certificate{IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}})
	plain := redirects(t)
	address := serveTLS(t, cert, key, nil, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", plain.url)
		w.WriteHeader(http.StatusMovedPermanently)
	})
	c := New(Options{Proxy: noProxy, Roots: ca.roots(), Public: publicAt(plain)})
	_, err := c.Get(t.Context(), Request{URL: address, Origin: Typed})
	checkFailure(t, err, Redirect, "redirects from https to http ("+plain.url+"), which is refused")

	// The other way is what half of the web does.
	up := redirects(t, address)
	page, err := New(Options{Proxy: noProxy, Roots: ca.roots()}).Get(t.Context(), Request{URL: up.url, Origin: Typed})
	checkFailure(t, err, Redirect, "redirects from https to http")
	if page != nil {
		t.Errorf("Get gave %+v", page)
	}
	if plain.asked.Load() != 0 {
		t.Error("the plain server was asked")
	}
}

func TestHTTP2(t *testing.T) {
	ca := newAuthority(t)
	cert, key := ca.make(&x509.Certificate{IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}})
	for _, test := range []struct {
		name   string
		handle http.HandlerFunc
		kind   Kind
		want   string
	}{
		{"good", func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, r.Proto) }, "", "HTTP/2.0"},
		{"large header", func(w http.ResponseWriter, _ *http.Request) {
			for range 1000 {
				w.Header().Add("X-Header", strings.Repeat("x", 1000))
			}
		}, TooLarge, "has a header larger than 64 KiB"},
		{"body without end", func(w http.ResponseWriter, _ *http.Request) {
			for {
				if _, err := io.WriteString(w, strings.Repeat("endless ", 4096)); err != nil {
					return
				}
			}
		}, TooLarge, "is larger than 2 MiB"},
		{"reset before the answer", func(http.ResponseWriter, *http.Request) {
			panic(http.ErrAbortHandler)
		}, Malformed, "gave a malformed answer"},
		{"reset in the body", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "hello")
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		}, Broken, "broke off after 5 bytes"},
		{"shorter than announced", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "500")
			_, _ = io.WriteString(w, "hello")
		}, Broken, "broke off: 5 of 500 bytes came"},
		{"silence", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, Timeout, "did not answer within 200ms"},
	} {
		t.Run(test.name, func(t *testing.T) {
			address := serveTLS(t, cert, key, nil, test.handle)
			limits := small()
			if test.kind == Timeout {
				limits.Header = 200 * time.Millisecond
			}
			c := New(Options{Limits: limits, Proxy: noProxy, Roots: ca.roots()})
			page, err := c.Get(t.Context(), Request{URL: address, Origin: Typed})
			if test.kind != "" {
				checkFailure(t, err, test.kind, test.want)
			} else if err != nil || page.Body != test.want {
				t.Errorf("Get gave %+v, %v", page, err)
			}
		})
	}
}
