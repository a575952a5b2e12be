package mail

import (
	"mime"
	"net/textproto"
	"sort"
	"strings"
)

// entity is a message, or a part of one: a header and what it is about.
type entity struct {
	header textproto.MIMEHeader
	body   string
	usual  string // the type where the header gives none
}

// mediaType returns the type of the entity in lower case and its parameters.
func (e entity) mediaType() (string, map[string]string) {
	stated := cut(e.header.Get("Content-Type"))
	kind, params, err := mime.ParseMediaType(stated)
	if err != nil && kind == "" {
		kind, _, _ = strings.Cut(stated, ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
	}
	if !strings.Contains(kind, "/") {
		kind = e.usual
	}
	if kind == "" {
		kind = "text/plain"
	}
	return kind, params
}

// attachment returns the name of the file that the entity is, and whether it
// is to be kept apart from the text.
func (e entity) attachment() (name string, apart bool) {
	disposition, params, _ := mime.ParseMediaType(cut(e.header.Get("Content-Disposition")))
	name = params["filename"]
	if name == "" {
		_, params = e.mediaType()
		name = params["name"]
	}
	return decodeWords(name), disposition == "attachment"
}

// read appends the text of an entity that is within depth others.
func (r *reader) read(e entity, depth int) {
	r.parts++
	if depth > r.limits.Depth || r.parts > r.limits.Parts || r.taken >= r.limits.Text || r.b.Blocks() >= r.limits.Lines || r.ctx.Err() != nil {
		r.left++
		return
	}
	kind, params := e.mediaType()
	name, apart := e.attachment()
	family, _, _ := strings.Cut(kind, "/")
	switch {
	case apart && depth > 0:
		r.attach(name)
	case family == "multipart":
		r.multipart(e, kind, params, depth)
	case kind == "text/html", kind == "application/xhtml+xml":
		r.page(r.text(e, params))
	case kind == "text/plain", kind == "message/delivery-status", family == "text" && depth == 0:
		r.plain(r.text(e, params), params)
	case kind == "message/rfc822", kind == "message/global":
		r.forwarded(e.body, depth)
	default:
		r.attach(name)
	}
}

// maxAttachments is how many attachments are named.
const maxAttachments = 20

// attach notes a part that is not shown.
func (r *reader) attach(name string) {
	if name == "" || len(r.attachments) == maxAttachments {
		r.unnamed++
		return
	}
	r.attachments = append(r.attachments, name[:min(len(name), 200)])
}

// multipart appends what is to be shown of the parts of an entity (RFC 2046,
// section 5.1).
func (r *reader) multipart(e entity, kind string, params map[string]string, depth int) {
	if kind == "multipart/encrypted" {
		r.encrypted = true
		return
	}
	usual := ""
	if kind == "multipart/digest" {
		usual = "message/rfc822"
	}
	most := r.limits.Parts - r.parts
	sources, whole := split(e.body, params["boundary"], most+1)
	if len(sources) == 0 {
		r.damaged++
		r.plain(r.text(e, params), nil)
		return
	}
	if !whole {
		r.damaged++
	}
	if len(sources) > most {
		r.left++
		sources = sources[:max(most, 1)]
	}
	parts := make([]entity, len(sources))
	for i, source := range sources {
		header, body := splitHeader(source)
		h, _ := parseHeader(header, r.limits)
		parts[i] = entity{h, body, usual}
	}
	switch kind {
	case "multipart/alternative":
		r.best(parts, depth)
	case "multipart/related":
		r.read(root(parts, params["start"]), depth+1)
	case "multipart/signed":
		r.read(parts[0], depth+1)
	default:
		for _, part := range parts {
			r.read(part, depth+1)
		}
	}
}

// best appends the alternative that reads best and has any text: a page, whose
// paragraphs and links are marked, before plain text, where they are guessed.
// Of two alike it is the last one, as the sender wants it.
func (r *reader) best(parts []entity, depth int) {
	rank := func(e entity) int {
		switch kind, _ := e.mediaType(); {
		case kind == "text/html", strings.HasPrefix(kind, "multipart/"):
			return 2
		case kind == "text/plain":
			return 1
		}
		return 0
	}
	order := make([]entity, 0, len(parts))
	for i := len(parts) - 1; i >= 0; i-- {
		if rank(parts[i]) > 0 {
			order = append(order, parts[i])
		}
	}
	sort.SliceStable(order, func(i, k int) bool { return rank(order[i]) > rank(order[k]) })
	before := r.b.Blocks()
	for _, part := range order {
		if r.read(part, depth+1); r.b.Blocks() > before {
			return
		}
	}
}

// root returns the part that the others belong to: the one whose identifier is
// given, or the first.
func root(parts []entity, id string) entity {
	for _, part := range parts {
		if id != "" && strings.Trim(part.header.Get("Content-Id"), " <>") == strings.Trim(id, " <>") {
			return part
		}
	}
	return parts[0]
}

// split returns the up to most parts of a body that the lines of a boundary
// part, as they stand there. whole is false where the body ends without the
// last such line.
//
// The parts are not copied: a message of many within each other takes no more
// memory than its own.
func split(body, boundary string, most int) (parts []string, whole bool) {
	if boundary == "" {
		return nil, false
	}
	start := -1 // of the part that is being read
	end := 0    // of the line before, without its line break
	for off := 0; off < len(body); {
		line, next := lineAt(body, off)
		rest, ok := strings.CutPrefix(line, "--"+boundary)
		if ok {
			rest = strings.TrimRight(rest, " \t")
			ok = rest == "" || rest == "--"
		}
		if ok {
			if start >= 0 {
				parts = append(parts, body[start:max(start, end)])
			}
			if rest == "--" || len(parts) >= most {
				return parts, true
			}
			start = next
		}
		end = off + len(line)
		off = next
	}
	if start >= 0 {
		parts = append(parts, body[start:])
	}
	return parts, false
}
