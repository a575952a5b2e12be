package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
	"time"
)

// An Entry is a page as it was fetched. Its strings come from the network and
// are no cleaner than they were there.
type Entry struct {
	Address      string    `json:"address"`                 // what was asked for: the name of the page in the cache
	Final        string    `json:"final"`                   // where the redirects led; the same where there were none
	ContentType  string    `json:"content_type,omitempty"`  // "text/html"
	Charset      string    `json:"charset,omitempty"`       // "utf-8"
	ETag         string    `json:"etag,omitempty"`          // RFC 9110, section 8.8.3, with its quotes
	LastModified string    `json:"last_modified,omitempty"` // RFC 9110, section 8.8.2, as the server wrote it
	Fetched      time.Time `json:"fetched"`                 // when the server last gave or confirmed it
	Body         string    `json:"-"`                       // without content coding
}

// An entry's file is a line with a mark and a sum, a line with the header, and
// the body:
//
//	gloss page 1 SHA-256-OF-ALL-THAT-FOLLOWS-IN-HEXADECIMAL
//	{"address":"https://example.org/","final":...,"length":LENGTH-OF-THE-BODY}
//	...
//
// The sum covers the header too, so that no damage goes unseen.
const mark = "gloss page 1 "

// maxHeader is the most bytes of the header's line.
const maxHeader = 64 << 10

// errDamaged says that a file is not as encodeHead and Store write it.
var errDamaged = errors.New("is damaged")

// header is the second line of a file.
type header struct {
	Entry
	Length int `json:"length"` // bytes of the body
}

// encodeHead returns what goes before the body in the file of an entry.
func encodeHead(e Entry) (string, error) {
	line, err := json.Marshal(header{Entry: e, Length: len(e.Body)})
	if err != nil {
		return "", err
	}
	if len(line) > maxHeader {
		return "", errors.New("its header is too long")
	}
	head := string(line) + "\n"
	return mark + sum(head, e.Body) + "\n" + head, nil
}

// decode returns the entry in the content of a file. Its body is a part of
// data.
func decode(data string) (Entry, error) {
	rest, ok := strings.CutPrefix(data, mark)
	if !ok {
		return Entry{}, errDamaged
	}
	want, rest, ok := strings.Cut(rest, "\n")
	if !ok || want != sum(rest, "") {
		return Entry{}, errDamaged
	}
	line, body, ok := strings.Cut(rest, "\n")
	if !ok || len(line) > maxHeader {
		return Entry{}, errDamaged
	}
	var h header
	if err := json.Unmarshal([]byte(line), &h); err != nil || h.Length != len(body) {
		return Entry{}, errDamaged
	}
	h.Body = body
	return h.Entry, nil
}

// sum returns the SHA-256 of head and body in hexadecimal. It goes piece by
// piece, for a string cannot be hashed without a copy.
func sum(head, body string) string {
	hash := sha256.New()
	var piece [32 << 10]byte
	for _, s := range [...]string{head, body} {
		for len(s) > 0 {
			n := copy(piece[:], s)
			hash.Write(piece[:n])
			s = s[n:]
		}
	}
	return hex.EncodeToString(hash.Sum(nil))
}
