package feed

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// maxShort is how many bytes of a short element's text are read, such as a
// title's or an identifier's.
const maxShort = 16 << 10

// leaves tells whether the present token ends the item or feed that an
// element stands in, so that the element ends too, though it has no end tag.
func (w *rewriter) leaves() bool {
	switch w.kind {
	case html.ErrorToken:
		return true
	case html.EndTagToken:
		return isItem(w.tag) && w.inItem || w.tag.local == w.root || w.tag.local == "channel" && w.root != "feed"
	case html.StartTagToken, html.SelfClosingTagToken:
		return w.spaces.name(w.tag) == w.item()
	}
	return false
}

// inside goes through the tokens in an element up to its end, and calls f for
// each. Elements of the same name in it are counted. Where f returns false,
// the element ends before the token.
func (w *rewriter) inside(element *tag, f func() bool) {
	if element.closed {
		return
	}
	for open := 1; ; {
		w.next()
		if w.leaves() {
			w.again = true
			return
		}
		if w.tag != nil && w.tag.local == element.local && w.tag.prefix == element.prefix {
			switch w.kind {
			case html.StartTagToken:
				open++
			case html.EndTagToken:
				if open--; open == 0 {
					return
				}
			}
		}
		if !f() {
			w.again = true
			return
		}
	}
}

// skip passes over an element that is not read.
func (w *rewriter) skip() { w.inside(w.tag, func() bool { return true }) }

// person writes an author as Atom has it: the elements in it are its parts.
func (w *rewriter) person(name string) {
	w.out.WriteString("<" + name + ">")
	prefix := name[:len(name)-len("author")]
	parts := 0
	w.inside(w.tag, func() bool {
		if w.kind == html.StartTagToken && isPart(w.tag) && parts < maxKept {
			parts++
			part := w.tag
			w.collect(part, false)
			w.leaf(prefix + part.local)
		}
		return true
	})
	w.out.WriteString("</" + name + ">")
}

// text writes an element with text in it.
func (w *rewriter) text(name string) {
	t := w.tag
	about := &w.about
	if w.inItem {
		about = &w.facts[len(w.facts)-1]
	}
	if bare := strings.TrimPrefix(name, "atom:"); bare == "link" && t.get("href") != "" {
		w.out.WriteString("<" + name)
		w.attribute("href", t.get("href"))
		w.attribute("rel", t.get("rel"))
		w.attribute("type", t.get("type"))
		w.out.WriteString("></" + name + ">")
		w.skip()
		return
	}
	markup, cut := w.collect(t, isLong(name))
	k := w.kindOf(name, t, markup)
	if k == binary {
		return
	}
	switch {
	case name == "title":
		about.title = k
	case name == "summary", name == "subtitle", name == "tagline", name == "description", name == "atom:summary":
		about.summary = k
	case name == "content", name == "content:encoded", name == "atom:content":
		about.content = k
	}
	if isLong(name) && w.inItem {
		about.base = parseBase(t.get("xml:base"), about.base)
		about.cut = about.cut || cut
	}
	if isAddress(name) {
		w.value = bytes.Map(flaw, w.value)
	}
	w.leaf(name)
}

// isAddress tells whether an element's text is an address, or may be taken for
// one.
func isAddress(name string) bool { return name == "link" || name == "guid" || name == "id" }

// flaw makes a control character one that no address may have.
func flaw(r rune) rune {
	if r < 0x20 && r != '\t' && r != '\n' && r != '\r' {
		return utf8.RuneError
	}
	return r
}

// kindOf returns in which form an element's text is given. Markup says that
// there are elements in it, though they are not escaped.
func (w *rewriter) kindOf(name string, t *tag, markup bool) kind {
	switch {
	case markup:
		return inline
	case name == "content:encoded":
		return rich
	case !w.isAtom(name):
		if isLong(name) {
			return unsure
		}
		return plain
	}
	switch form := strings.ToLower(t.get("type")); {
	case strings.Contains(form, "html"):
		return rich
	case form == "", form == "text", strings.HasPrefix(form, "text/"), strings.HasSuffix(form, "xml"):
		return plain
	}
	if mode := t.get("mode"); mode == "escaped" || !strings.HasPrefix(strings.TrimPrefix(name, "atom:"), "content") {
		return plain
	}
	return binary
}

// collect reads the text of an element into value and reports whether there is
// markup in it: then value is that markup, as HTML. A long text may have
// markup of any kind in it; a short one ends where an element begins that is
// read by itself. What is beyond the limit is left out, and cut says so.
func (w *rewriter) collect(element *tag, long bool) (markup, cut bool) {
	limit := maxShort
	if long {
		limit = w.limits.Content
	}
	w.value = w.value[:0]
	start := w.off
	end := start
	w.inside(element, func() bool {
		if w.tag != nil && !long && w.kind != html.EndTagToken && isRead(w.spaces.name(w.tag)) {
			return false
		}
		end = w.off
		switch w.kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			markup = true
		case html.TextToken:
			if !markup && len(w.value) <= limit {
				w.value = appendText(w.value, w.raw)
			}
		}
		return true
	})
	if markup {
		src := clip(w.src[start:end], 2*limit)
		cut = len(src) < end-start
		w.value = appendMarkup(w.value[:0], src)
	}
	if len(w.value) > limit {
		cut = true
		w.value = []byte(clip(string(w.value), limit))
	}
	return markup, cut
}

// leaf writes an element with value as its text. A section of CDATA is the
// fastest for gofeed, but in elements of modules it joins sections one by one.
func (w *rewriter) leaf(name string) {
	w.out.WriteString("<" + name + ">")
	if strings.Contains(name, ":") && name != "content:encoded" {
		escape(&w.out, string(w.value))
	} else {
		w.out.WriteString("<![CDATA[")
		written(&w.out, string(w.value), inSection)
		w.out.WriteString("]]>")
	}
	w.out.WriteString("</" + name + ">")
}

// attribute writes an attribute, if it has a value.
func (w *rewriter) attribute(name, value string) {
	if value == "" {
		return
	}
	w.out.WriteString(" " + name + `="`)
	escape(&w.out, strings.Map(flaw, value))
	w.out.WriteString(`"`)
}
