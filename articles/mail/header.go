package mail

import (
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

// parseHeader returns the fields of a header, their values unfolded. Lines that
// are none are passed over, and what is beyond the limits is left out: cut says
// so.
func parseHeader(header string, limits Limits) (h textproto.MIMEHeader, cut bool) {
	if len(header) > limits.Header {
		header, cut = header[:limits.Header], true
	}
	h = textproto.MIMEHeader{}
	var name string
	var value []string // the lines of the field that is being read
	add := func() {
		if name != "" {
			h.Add(name, strings.TrimSpace(strings.Join(value, "")))
		}
		name, value = "", value[:0]
	}
	for off, fields := 0, 0; off < len(header); {
		line, next := lineAt(header, off)
		off = next
		if line != "" && (line[0] == ' ' || line[0] == '\t') {
			value = append(value, line) // dropped where no field goes before
			continue
		}
		add()
		if !isField(line) {
			continue
		}
		if fields++; fields > limits.Fields {
			return h, true
		}
		var rest string
		name, rest, _ = strings.Cut(line, ":")
		value = append(value, rest)
	}
	add()
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
