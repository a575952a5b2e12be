// Package tree parses web pages within bounds. What golang.org/x/net/html
// parses in time that grows with the page only, it parses; a page of another
// shape - nested without end, or with formatting that is opened and hardly ever
// closed - is put together by a plain reader of tags that needs no more than
// one look at each.
package tree

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// MaxDepth is how many elements deep a tree that is put together plainly may
// be: elements further in become siblings there.
const MaxDepth = 100

// Options say how a page is parsed.
type Options struct {
	// MaxNodes is how many nodes a tree may have; what follows is left out.
	// 0 stands for DefaultNodes.
	MaxNodes int
	// XML says that the source is XHTML, where "<a/>" is a whole element.
	XML bool
}

// DefaultNodes is how many nodes a tree may have where nothing else is said.
const DefaultNodes = 1 << 20

// A Page is a parsed page.
type Page struct {
	Root *html.Node // the document node
	// Plain says that the page was put together plainly: elements that were
	// closed in the wrong order may stand elsewhere than in a browser.
	Plain bool
	// Cut says that the page had too many nodes and its end was left out.
	Cut bool
	// Nodes is about how many nodes the tree has.
	Nodes int
}

// Parse parses a whole page or a part of one, decoded to UTF-8. There is
// always a tree, with a head and a body.
func Parse(source string, opts Options) Page {
	if opts.MaxNodes <= 0 {
		opts.MaxNodes = DefaultNodes
	}
	if opts.XML {
		source = closeXML(source)
	}
	if s := look(source, opts.MaxNodes); s.harmless {
		// Without scripting, what is in <noscript> is parsed.
		root, err := html.ParseWithOptions(strings.NewReader(source), html.ParseOptionEnableScripting(false))
		if err == nil {
			return Page{Root: root, Nodes: s.nodes}
		}
	}
	root, nodes, cut := plain(source, opts.MaxNodes)
	return Page{Root: root, Plain: true, Cut: cut, Nodes: nodes}
}

// selfClosed is a tag of XHTML that is a whole element.
var selfClosed = regexp.MustCompile(`<([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)/>`)

// closeXML gives elements that XML closes in their start tag an end tag. Those
// that have none in HTML stay as they are, and so do those of other
// vocabularies, where HTML knows the short form.
func closeXML(source string) string {
	return selfClosed.ReplaceAllStringFunc(source, func(tag string) string {
		m := selfClosed.FindStringSubmatch(tag)
		if name := strings.ToLower(m[1]); isVoid(name) || !isHTML(name) {
			return tag
		}
		return "<" + m[1] + m[2] + "></" + m[1] + ">"
	})
}
