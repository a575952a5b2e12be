package mail

import (
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"strings"
)

// text returns the decoded text of an entity.
func (r *reader) text(e entity, params map[string]string) string {
	body := e.body
	if most := r.limits.Text - r.taken; len(body) > most {
		body = body[:most]
		r.left++
	}
	r.taken += len(body)
	data, ok := decodeTransfer(e.header.Get("Content-Transfer-Encoding"), body)
	if !ok {
		r.damaged++
	}
	label := params["charset"]
	text, ok := decodeCharset(label, data)
	if !ok {
		r.b.Notice("A part of the message is in an encoding that Gloss does not read (" + label[:min(len(label), 40)] + "): it is shown as it is written.")
	}
	return text
}

// decodeTransfer decodes what was encoded for the way (RFC 2045, section 6). ok
// is false where something else stood in it, which was passed over.
func decodeTransfer(encoding, body string) (data string, ok bool) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return decodeBase64(body)
	case "quoted-printable":
		body, ok = mendQuoted(body)
		out, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(body)))
		return string(out), ok && err == nil
	}
	return body, true
}

// decodeBase64 decodes the characters that are of the alphabet. Each group ends
// by itself or by '=', so that joined pieces are read too.
func decodeBase64(body string) (data string, ok bool) {
	var kept strings.Builder
	kept.Grow(len(body))
	ok = true
	var out strings.Builder
	flush := func() {
		s := kept.String()
		if len(s)%4 == 1 {
			s, ok = s[:len(s)-1], false
		}
		decoded, err := base64.RawStdEncoding.DecodeString(s)
		ok = ok && err == nil
		out.Write(decoded)
		kept.Reset()
	}
	for i := range len(body) {
		switch c := body[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			kept.WriteByte(c)
		case c == '=':
			if kept.Len() > 0 {
				flush()
			}
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			ok = false
		}
	}
	flush()
	return out.String(), ok
}

// mendQuoted returns quoted-printable text in which each '=' that quotes
// nothing is quoted itself. ok says that there was none.
func mendQuoted(s string) (mended string, ok bool) {
	var b strings.Builder
	kept := 0
	for i := range len(s) {
		if s[i] != '=' || quotes(s[i+1:]) {
			continue
		}
		b.WriteString(s[kept:i])
		b.WriteString("=3D")
		kept = i + 1
	}
	if kept == 0 {
		return s, true
	}
	b.WriteString(s[kept:])
	return b.String(), false
}

// quotes tells whether what follows a '=' makes it a quoted byte or a line
// that goes on.
func quotes(rest string) bool {
	if len(rest) >= 2 && isHex(rest[0]) && isHex(rest[1]) {
		return true
	}
	for i := range len(rest) {
		switch rest[i] {
		case '\n':
			return true
		case ' ', '\t', '\r':
			if i > 100 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }
