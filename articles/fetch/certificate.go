package fetch

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"strings"
	"time"
)

// insecure explains why a certificate does not hold, or returns nil where an
// error is of another kind.
func insecure(err error, now time.Time) *Failure {
	var (
		name    x509.HostnameError
		invalid x509.CertificateInvalidError
		unknown x509.UnknownAuthorityError
		other   *tls.CertificateVerificationError
		record  tls.RecordHeaderError
	)
	switch {
	case errors.As(err, &name):
		return failf(Insecure, "has a certificate for another host%s", names(name.Certificate))
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		if c := invalid.Cert; c != nil && now.Before(c.NotBefore) {
			return failf(Insecure, "has a certificate that is not valid before %s", day(c.NotBefore))
		}
		if c := invalid.Cert; c != nil {
			return failf(Insecure, "has a certificate that expired on %s", day(c.NotAfter))
		}
		return failf(Insecure, "has a certificate that expired")
	case errors.As(err, &unknown):
		if c := unknown.Cert; c != nil && bytes.Equal(c.RawIssuer, c.RawSubject) {
			return failf(Insecure, "has a certificate that it signed itself")
		}
		return failf(Insecure, "has a certificate from an authority that this machine does not know")
	case errors.As(err, &invalid), errors.As(err, &other):
		return failf(Insecure, "has a certificate that does not hold")
	case errors.As(err, &record) && string(record.RecordHeader[:]) == "HTTP/":
		return failf(Insecure, "does not speak https")
	}
	return nil
}

func day(at time.Time) string { return at.UTC().Format("2 January 2006") }

// names returns the first hosts that a certificate is for, in brackets.
func names(c *x509.Certificate) string {
	if c == nil || len(c.DNSNames) == 0 {
		return ""
	}
	some := c.DNSNames
	more := ""
	if len(some) > 3 {
		some, more = some[:3], " and others"
	}
	shown := make([]string, len(some))
	for i, name := range some {
		shown[i] = line(name, 40)
	}
	return " (" + strings.Join(shown, ", ") + more + ")"
}
