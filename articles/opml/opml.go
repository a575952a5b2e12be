// Package opml reads and writes lists of feeds in OPML 1.0 and 2.0, as readers
// exchange them.
//
//	list, err := opml.Read(data, opml.Limits{})
//	err = opml.Write(w, clean.Line("Feeds"), list.Subscriptions)
//
// Lists on the web are often broken, so they are read as HTML is: nothing that
// is wrong with one loses the rest of it. An address in a list is that of a web
// page or it is nothing: no other scheme, no command and no included list is
// followed.
package opml

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"gloss/articles/clean"
	"gloss/articles/link"
)

// ErrNoList says that a text is no OPML.
var ErrNoList = errors.New("not in OPML")

// A Subscription is a feed in a list.
type Subscription struct {
	Title  clean.Text // one line; may be empty
	URL    string     // of the feed, http or https
	Site   clean.Text // the address of what it is of, http or https; may be empty
	Folder clean.Text // the titles of the outlines that it is in, parted by "/"
}

// A List is a list of feeds.
type List struct {
	Title         clean.Text
	Subscriptions []Subscription // in the order of the list, each address once
	Repeated      int            // how many were left out because their address was there already
	Refused       int            // how many were left out because their address is none of the web
	Beyond        int            // how many were left out because of the limits
}

// Limits bound what is read. A limit of 0 is that of DefaultLimits.
type Limits struct {
	Bytes         int // of the whole list
	Subscriptions int
	Depth         int // of folders in folders; what is deeper goes into the last one
}

// DefaultLimits are 16 MiB, 10,000 subscriptions and 16 folders.
func DefaultLimits() Limits { return Limits{Bytes: 16 << 20, Subscriptions: 10_000, Depth: 16} }

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	for _, pair := range [...][2]*int{{&l.Bytes, &d.Bytes}, {&l.Subscriptions, &d.Subscriptions}, {&l.Depth, &d.Depth}} {
		if *pair[0] <= 0 {
			*pair[0] = *pair[1]
		}
	}
	return l
}

// maxTitle is how many code points of a title are kept.
const maxTitle = 200

// Read reads a list from its bytes, as far as it goes. It returns ErrNoList,
// wrapped, where data is none.
func Read(data string, l Limits) (List, error) {
	l = l.orDefault()
	if len(data) > l.Bytes {
		return List{}, fmt.Errorf("read list of feeds: larger than %d bytes", l.Bytes)
	}
	r := reader{limits: l, known: make(map[string]bool)}
	if !r.read(decode(data)) {
		return List{}, fmt.Errorf("read list of feeds: %w", ErrNoList)
	}
	return r.list, nil
}

// A reader goes through the tags of a list.
type reader struct {
	limits Limits
	list   List
	known  map[string]bool
	open   []folderPath // of the outlines that are open, the innermost last
}

// A folderPath is the folders round a place in a list.
type folderPath struct {
	names string // parted by "/"
	depth int    // how many there are
}

// read reads the list and reports whether it is one.
func (r *reader) read(text string) bool {
	z := html.NewTokenizer(strings.NewReader(text))
	z.AllowCDATA(true)
	isList, inTitle := false, false
	for {
		kind := z.Next()
		// HTML takes all that follows "<title/>", and others, for text.
		z.NextIsNotRawText()
		switch kind {
		case html.ErrorToken:
			return isList
		case html.TextToken:
			if inTitle && r.list.Title.IsEmpty() {
				r.list.Title = line(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.Data {
			case "opml":
				isList = true
			case "html", "rss", "feed":
				if !isList {
					return false
				}
			case "title":
				inTitle = kind == html.StartTagToken && len(r.open) == 0
			case "outline":
				isList = true
				folder := r.outline(t.Attr)
				if kind == html.StartTagToken {
					r.open = append(r.open, r.inside(folder))
				}
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "title":
				inTitle = false
			case "outline":
				if n := len(r.open); n > 0 {
					r.open = r.open[:n-1]
				}
			}
		}
	}
}

// outline takes a subscription, and returns the title of what is a folder.
func (r *reader) outline(attrs []html.Attribute) clean.Text {
	var title, text, feed, address, site, kind string
	for _, a := range attrs { // their names are in lower case
		switch a.Key {
		case "title":
			title = a.Val
		case "text":
			text = a.Val
		case "xmlurl":
			feed = a.Val
		case "url":
			address = a.Val
		case "htmlurl":
			site = a.Val
		case "type":
			kind = strings.ToLower(strings.TrimSpace(a.Val))
		}
	}
	// OPML 2.0 demands text; where both are there, title is the feed's own.
	name := line(title)
	if name.IsEmpty() {
		name = line(text)
	}
	if feed == "" && (kind == "rss" || kind == "atom") {
		feed = address
	}
	if kind == "include" || feed == "" && kind == "link" {
		r.list.Refused++
		return clean.Text{}
	}
	if strings.TrimSpace(feed) == "" {
		return part(line(or(text, title)))
	}
	r.subscribe(Subscription{Title: name, URL: webAddress(feed), Site: line(webAddress(site)), Folder: clean.Line(r.here().names)})
	return clean.Text{}
}

// subscribe takes a subscription unless there is a reason not to.
func (r *reader) subscribe(s Subscription) {
	switch {
	case s.URL == "":
		r.list.Refused++
	case r.known[s.URL]:
		r.list.Repeated++
	case len(r.list.Subscriptions) >= r.limits.Subscriptions:
		r.list.Beyond++
	default:
		r.known[s.URL] = true
		r.list.Subscriptions = append(r.list.Subscriptions, s)
	}
}

// here returns the folders that are open.
func (r *reader) here() folderPath {
	if len(r.open) == 0 {
		return folderPath{}
	}
	return r.open[len(r.open)-1]
}

// inside returns the folders that are open and one more, unless it has no title
// or lies too deep.
func (r *reader) inside(folder clean.Text) folderPath {
	p := r.here()
	if folder.IsEmpty() || p.depth >= r.limits.Depth {
		return p
	}
	if p.names != "" {
		p.names += "/"
	}
	return folderPath{p.names + folder.String(), p.depth + 1}
}

// part returns a title as a part of a path: without what parts them at its
// ends, so that none is empty.
func part(title clean.Text) clean.Text {
	parts := strings.FieldsFunc(title.String(), func(r rune) bool { return r == '/' })
	kept := parts[:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, p)
		}
	}
	return clean.Line(strings.Join(kept, "/"))
}

// line returns a text as one line of at most maxTitle code points.
func line(s string) clean.Text {
	const most = 20 * maxTitle // bytes that are looked at
	if len(s) > most {
		s = s[:most]
	}
	runes := []rune(clean.Line(s).String())
	if len(runes) > maxTitle {
		return clean.Line(string(runes[:maxTitle-1]) + "…")
	}
	return clean.Line(string(runes))
}

func or(s, other string) string {
	if strings.TrimSpace(s) != "" {
		return s
	}
	return other
}

// webAddress returns an address of the web, and "" of any other. The scheme
// feed, which some readers write, stands for the one behind it, or for https.
func webAddress(address string) string {
	address = strings.TrimSpace(address)
	if rest, ok := cutFold(address, "feed:"); ok {
		if after, ok := strings.CutPrefix(rest, "//"); ok {
			rest = "https://" + after
		}
		address = rest
	}
	target := link.Target(address, nil).String()
	u, err := url.Parse(target)
	if err != nil || u.Host == "" || !strings.EqualFold(u.Scheme, "http") && !strings.EqualFold(u.Scheme, "https") {
		return ""
	}
	return target
}

// cutFold is strings.CutPrefix without regard to case, of ASCII.
func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
