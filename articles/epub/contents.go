package epub

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// entry is a line of a table of contents.
type entry struct {
	title    string
	level    int    // 1 of the outermost
	name     string // of the member it leads to
	fragment string // the place in it, "" its top
}

const (
	maxEntries = 20_000 // lines of a table of contents that are read
	maxTitle   = 500    // bytes of the title of a chapter
)

// parseNCX returns the lines of a table of contents of EPUB 2 (NCX, ANSI/NISO
// Z39.86-2005, section 8), from the decoded text of the member with a name.
func parseNCX(source, name string, depth int) []entry {
	p := ncxParser{name: name}
	walk(source, depth, &p)
	return p.entries
}

type ncxParser struct {
	name    string
	entries []entry
	open    []int // the points that are open, as indexes of entries, -1 beyond the limit
	label   int   // elements navLabel that are open
}

func (p *ncxParser) start(name string, attrs attributes) {
	switch name {
	case "navPoint":
		if len(p.entries) == maxEntries {
			p.open = append(p.open, -1)
			return
		}
		p.open = append(p.open, len(p.entries))
		p.entries = append(p.entries, entry{level: len(p.open)})
	case "navLabel":
		p.label++
	case "content":
		if e := p.current(); e != nil && e.name == "" {
			e.name, e.fragment = resolve(p.name, attrs.get("src"))
		}
	}
}

func (p *ncxParser) text(s string) {
	if e := p.current(); e != nil && p.label > 0 && len(e.title)+len(s) <= maxTitle {
		e.title += s
	}
}

func (p *ncxParser) end(name string) {
	switch name {
	case "navPoint":
		if n := len(p.open); n > 0 {
			p.open = p.open[:n-1]
		}
	case "navLabel":
		p.label--
	}
}

// current returns the point that is being read, nil outside of all.
func (p *ncxParser) current() *entry {
	if n := len(p.open); n > 0 && p.open[n-1] >= 0 {
		return &p.entries[p.open[n-1]]
	}
	return nil
}

// navigation is what a navigation document says.
type navigation struct {
	contents []entry
	cover    []string // the names of pages that are the cover
}

// parseNav reads the decoded text of a navigation document of EPUB 3 (EPUB
// 3.3, section 7), which is the member with a name.
func parseNav(source, name string) navigation {
	var (
		out     navigation
		kind    string // of the nav that is open: toc, landmarks, another or none
		level   int    // lists that are open in it
		link    = -1   // the entry whose text is being read
		tokens  = html.NewTokenizer(strings.NewReader(source))
		isTitle = func() bool { return link >= 0 && len(out.contents[link].title) < maxTitle }
	)
	tokens.SetMaxBuf(1 << 20)
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken:
			tag, attrs := tagOf(tokens)
			switch tag {
			case "nav":
				kind, level = navKind(attrs["epub:type"]), 0
			case "ol", "ul":
				level++
			case "a":
				target, fragment := resolve(name, attrs["href"])
				if kind == "landmarks" && slices.Contains(strings.Fields(attrs["epub:type"]), "cover") && len(out.cover) < 10 {
					out.cover = append(out.cover, target)
				}
				if kind == "toc" && len(out.contents) < maxEntries {
					link = len(out.contents)
					out.contents = append(out.contents, entry{level: max(1, level), name: target, fragment: fragment})
				}
			}
		case html.EndTagToken:
			switch tag, _ := tagOf(tokens); tag {
			case "nav":
				kind, link = "", -1
			case "ol", "ul":
				level--
			case "a":
				link = -1
			}
		case html.TextToken:
			if isTitle() {
				s := string(tokens.Text())
				out.contents[link].title += s[:min(len(s), maxTitle)]
			}
		}
	}
}

// navKind returns which of the lists that are read here a nav is. One that
// does not say is taken for the table of contents.
func navKind(types string) string {
	words := strings.Fields(types)
	switch {
	case len(words) == 0, slices.Contains(words, "toc"):
		return "toc"
	case slices.Contains(words, "landmarks"):
		return "landmarks"
	}
	return "other"
}

// tagOf returns the name and the attributes of the tokenizer's tag.
func tagOf(tokens *html.Tokenizer) (string, map[string]string) {
	name, more := tokens.TagName()
	tag := string(name)
	var attrs map[string]string
	for more && len(attrs) < 50 {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		if attrs == nil {
			attrs = map[string]string{}
		}
		if _, taken := attrs[string(key)]; !taken {
			attrs[string(key)] = string(value)
		}
	}
	return tag, attrs
}

// heading is the title that the table of contents gives to a member.
type heading struct {
	text  string
	level int  // 1 to 6
	inner bool // it may stand for a place further down
}

// headings returns the titles of the members. What stands for a place in a
// member counts only where it is the single line about it.
func headings(entries []entry) map[string]heading {
	out := map[string]heading{}
	lines := map[string]int{}
	for _, e := range entries {
		lines[e.name]++
		title := strings.Join(strings.Fields(e.title), " ")
		if e.name == "" || title == "" {
			continue
		}
		old, taken := out[e.name]
		if taken && (!old.inner || e.fragment != "") {
			continue
		}
		out[e.name] = heading{title, min(max(e.level, 1), 6), e.fragment != ""}
	}
	for name, h := range out {
		if h.inner && lines[name] > 1 {
			delete(out, name)
		}
	}
	return out
}
