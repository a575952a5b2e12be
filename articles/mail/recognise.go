package mail

import (
	"net/mail"
	"strings"
)

// maxHead is how many bytes of a header are looked at to recognise a message.
const maxHead = 64 << 10

// Is reports whether head, the first bytes of a file, begins a message: fields
// without anything else before the first empty line, among them the sender's
// address and what only programs write - a date in their form, an identifier or
// the way that the message took. Prose, a memorandum or front matter has no
// such beginning.
func Is(head string) bool {
	whole := len(head) <= maxHead
	head = strings.TrimPrefix(head[:min(len(head), maxHead)], "\ufeff")
	if line, next := lineAt(head, 0); isBoxLine(line) {
		head = head[next:]
	}
	header, body := splitHeader(head)
	if body == "" && !strings.HasSuffix(header, "\n") || !whole {
		header = header[:strings.LastIndexByte(header, '\n')+1] // the last line may be torn
	}
	seen := map[string]bool{}
	for off := 0; off < len(header); {
		line, next := lineAt(header, off)
		if line[0] == ' ' || line[0] == '\t' {
			if off == 0 {
				return false
			}
			off = next
			continue
		}
		if !isField(line) {
			return false
		}
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		if value == "" {
			value, _ = lineAt(header, next) // it was folded behind the name
		}
		if name = strings.ToLower(name); isTelling(name, strings.TrimSpace(value)) {
			seen[name] = true
		}
		off = next
	}
	sender := seen["from"] || seen["sender"]
	way := seen["received"] || seen["return-path"] || seen["delivered-to"] || seen["message-id"] || seen["mime-version"]
	return sender && (seen["date"] || way) || way && seen["date"]
}

// isTelling tells whether a field of a message, its name in lower case, has a
// value that a program wrote.
func isTelling(name, value string) bool {
	switch name {
	case "from", "sender", "return-path", "delivered-to":
		return strings.Contains(value, "@") && !strings.Contains(value, "\t")
	case "date":
		_, err := mail.ParseDate(value)
		return err == nil
	case "message-id":
		return strings.HasPrefix(value, "<") && strings.Contains(value, "@")
	case "mime-version":
		return strings.HasPrefix(value, "1.0")
	case "received":
		return strings.HasPrefix(value, "from ") || strings.HasPrefix(value, "by ") || strings.HasPrefix(value, "(")
	}
	return false
}

// isBoxLine tells whether a line parts the messages of a box: "From ", an
// address and a date as C's asctime writes it (RFC 4155).
func isBoxLine(line string) bool {
	rest, ok := strings.CutPrefix(line, "From ")
	if !ok || len(line) > 300 {
		return false
	}
	words := strings.Fields(rest)
	return len(words) >= 6 && len(words[1]) == 3 && len(words[2]) == 3 && strings.Count(rest, ":") >= 1
}

// firstOfBox returns the first message of a box, and whether there are more.
// The '>' that a box sets before lines like its own is taken away.
func firstOfBox(data string) (message string, more, ok bool) {
	line, next := lineAt(data, 0)
	if !isBoxLine(line) {
		return data, false, false
	}
	data = data[next:]
	var b strings.Builder
	kept := 0
	empty := false // the line before is empty
	for off := 0; off < len(data); {
		line, next := lineAt(data, off)
		if empty && isBoxLine(line) {
			b.WriteString(data[kept:off])
			return b.String(), true, true
		}
		if strings.HasPrefix(line, ">") && strings.HasPrefix(strings.TrimLeft(line, ">"), "From ") {
			b.WriteString(data[kept:off])
			kept = off + 1
		}
		empty = line == ""
		off = next
	}
	b.WriteString(data[kept:])
	return b.String(), false, true
}
