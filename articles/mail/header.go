package mail

import (
	"bufio"
	"net/textproto"
	"strings"
)

// splitHeader parts a message or a part of one at the empty line behind its
// header.
func splitHeader(data string) (header, body string) {
	off := 0
	for off < len(data) {
		line, next := lineAt(data, off)
		if line == "" {
			return data[:off], data[next:]
		}
		off = next
	}
	return data, ""
}

// lineAt returns the line that starts at off, without its end, and where the
// next one starts.
func lineAt(data string, off int) (line string, next int) {
	end, next := len(data), len(data)
	if i := strings.IndexByte(data[off:], '\n'); i >= 0 {
		end, next = off+i, off+i+1
	}
	return strings.TrimSuffix(data[off:end], "\r"), next
}

// parseHeader returns the fields of a header. Lines that are none are passed
// over, and what is beyond the limits is left out: cut says so.
func parseHeader(header string, limits Limits) (h textproto.MIMEHeader, cut bool) {
	if len(header) > limits.Header {
		header, cut = header[:limits.Header], true
	}
	var b strings.Builder
	keeping := false
	for off, fields := 0, 0; off < len(header); {
		line, next := lineAt(header, off)
		off = next
		switch {
		case line[:min(len(line), 1)] == " ", line[:min(len(line), 1)] == "\t":
			if !keeping {
				continue
			}
		case isField(line):
			keeping = true
			if fields++; fields > limits.Fields {
				off, cut, keeping = len(header), true, false
			}
		default:
			keeping = false
		}
		if keeping {
			b.WriteString(strings.ReplaceAll(line, "\r", " "))
			b.WriteString("\r\n")
		}
	}
	b.WriteString("\r\n")
	h, _ = textproto.NewReader(bufio.NewReader(strings.NewReader(b.String()))).ReadMIMEHeader()
	return h, cut
}

// isField tells whether a line starts a header field: a name of letters, digits
// and hyphens, and a colon.
func isField(line string) bool {
	name, _, ok := strings.Cut(line, ":")
	if !ok || name == "" || len(name) > 76 {
		return false
	}
	for i := range len(name) {
		if c := name[i]; (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return true
}
