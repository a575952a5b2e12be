package feed

import (
	"strings"

	"golang.org/x/net/html"
)

// A tag is a start or end tag. Names are in lower case.
type tag struct {
	prefix, local string
	attrs         []attribute
	closed        bool // it is an element without content
}

// An attribute is one of a tag's, its value decoded.
type attribute struct{ name, value string }

const (
	// maxAttributes is how many attributes of a tag are looked at, and
	// maxAddress how many bytes of each: those that are read are addresses or
	// single words.
	maxAttributes = 300
	maxAddress    = 4 << 10
)

// readTag returns the tag that the tokenizer stands at, a token of type kind.
func readTag(z *html.Tokenizer, kind html.TokenType) *tag {
	name, more := z.TagName()
	t := &tag{closed: kind == html.SelfClosingTagToken}
	prefix, local, ok := strings.Cut(string(name), ":")
	if ok {
		t.prefix, t.local = prefix, local
	} else {
		t.local = prefix
	}
	for more && len(t.attrs) < maxAttributes {
		var key, value []byte
		key, value, more = z.TagAttr()
		if len(value) <= maxAddress {
			t.attrs = append(t.attrs, attribute{string(key), string(value)})
		}
	}
	return t
}

// attr returns the value of an attribute, and whether the tag has it.
func (t *tag) attr(name string) (string, bool) {
	for _, a := range t.attrs {
		if a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// get returns the value of an attribute without blanks round it, "" where the
// tag does not have it.
func (t *tag) get(name string) string {
	v, _ := t.attr(name)
	return strings.TrimSpace(v)
}
