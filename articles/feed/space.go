package feed

import "strings"

// The namespaces that feeds are made of.
const (
	spaceAtom   = "http://www.w3.org/2005/Atom"
	spaceAtom03 = "http://purl.org/atom/ns#"
	spaceRDF    = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	spaceRSS10  = "http://purl.org/rss/1.0/"
	spaceRSS09  = "http://my.netscape.com/rdf/simple/0.9/"
	spaceRSS090 = "http://channel.netscape.com/rdf/simple/0.9/"
)

// modules are the namespaces beside a format's own whose elements are read,
// by the prefix that they are rewritten with.
var modules = map[string]string{
	"http://purl.org/dc/elements/1.1/":           "dc",
	"http://purl.org/rss/1.0/modules/content/":   "content",
	"http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
	spaceAtom:   "atom",
	spaceAtom03: "atom",
}

// declarations are what the rewritten root declares.
const declarations = ` xmlns:dc="http://purl.org/dc/elements/1.1/"` +
	` xmlns:content="http://purl.org/rss/1.0/modules/content/"` +
	` xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"` +
	` xmlns:atom="http://www.w3.org/2005/Atom"`

// maxPrefixes is how many prefixes of namespaces a feed may declare. Real ones
// have some twenty.
const maxPrefixes = 256

// spaces resolves prefixes. A declaration holds from where it stands to the
// end of the feed: nesting is not followed, and what feeds use is known even
// where they forget to declare it.
type spaces struct {
	byPrefix map[string]string
	native   string // the namespace of the root
}

func newSpaces() spaces {
	return spaces{byPrefix: map[string]string{
		"dc": "http://purl.org/dc/elements/1.1/", "content": "http://purl.org/rss/1.0/modules/content/",
		"itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd", "atom": spaceAtom, "rdf": spaceRDF,
	}}
}

// declare takes the declarations of prefixes in a tag.
func (s *spaces) declare(t *tag) {
	for _, a := range t.attrs {
		if prefix, ok := strings.CutPrefix(a.name, "xmlns:"); ok && len(s.byPrefix) < maxPrefixes {
			s.byPrefix[prefix] = strings.TrimSpace(a.value)
		}
	}
}

// of returns the namespace of a tag: that of its prefix, or its own default
// one, or the root's.
func (s *spaces) of(t *tag) string {
	if t.prefix != "" {
		if space, ok := s.byPrefix[t.prefix]; ok {
			return space
		}
		return t.prefix
	}
	if own, ok := t.attr("xmlns"); ok {
		return strings.TrimSpace(own)
	}
	return s.native
}

// name returns what a tag's element is called in the rewritten feed, "" if it
// is none of those that are read.
func (s *spaces) name(t *tag) string {
	space := s.of(t)
	if space == s.native || space == spaceRSS10 && s.native != spaceAtom {
		return t.local
	}
	module, ok := modules[space]
	if !ok {
		module, ok = modules[strings.ToLower(space)]
	}
	if !ok {
		return ""
	}
	return module + ":" + t.local
}
