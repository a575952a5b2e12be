package fetch

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"strings"
)

// A coding is a content coding (RFC 9110, section 8.4.1).
type coding int

const (
	identity coding = iota
	gzipped
	deflated
)

// contentCoding returns the coding of an answer's body. Only gzip is asked for;
// deflate is what old servers send regardless. Several layers are refused:
// nobody has a use for them but who wants to burst the reader.
func contentCoding(header http.Header) (coding, *Failure) {
	found := identity
	layers := 0
	for _, value := range header.Values("Content-Encoding") {
		for name := range strings.SplitSeq(value, ",") {
			name = strings.ToLower(strings.TrimSpace(name))
			switch name {
			case "", "identity":
				continue
			case "gzip", "x-gzip":
				found = gzipped
			case "deflate":
				found = deflated
			default:
				return identity, failf(Coding, "is packed in a way that was not asked for (%s)", line(name, 20))
			}
			if layers++; layers > 1 {
				return identity, failf(Coding, "is packed more than once")
			}
		}
	}
	return found, nil
}

// reader returns what r holds without its coding. The error is io.EOF where r
// is empty.
func (c coding) reader(r io.Reader) (io.Reader, error) {
	switch c {
	case gzipped:
		z, err := gzip.NewReader(bufio.NewReader(r))
		if err != nil {
			return nil, err
		}
		return members{z}, nil
	case deflated:
		b := bufio.NewReader(r)
		start, err := b.Peek(2)
		if len(start) == 0 {
			return nil, err
		}
		// It ought to be in a zlib format, but some servers leave that away.
		if len(start) == 2 && start[0]&15 == 8 && (int(start[0])<<8|int(start[1]))%31 == 0 {
			return zlib.NewReader(b)
		}
		return flate.NewReader(b), nil
	}
	return r, nil
}

// members reads the members of a gzip file, and takes no offence at bytes
// after the last that begin no other: some servers pad. The header of the
// first was read when the reader was made.
type members struct{ z *gzip.Reader }

func (m members) Read(p []byte) (int, error) {
	n, err := m.z.Read(p)
	if errors.Is(err, gzip.ErrHeader) {
		err = io.EOF
	}
	return n, err
}
