package epub

import (
	"slices"
	"strings"

	"gloss/articles"
)

// opf is what a package document says of a book (EPUB 3.3, section 5; OPF
// 2.0.1).
type opf struct {
	meta    articles.Meta
	spine   []string // the names of the chapters' members, in reading order
	aside   []string // the same of those that stand outside the order
	nav     string   // the navigation document of EPUB 3
	ncx     string   // the table of contents of EPUB 2
	cover   map[string]bool
	toc     map[string]bool // pages that only list the contents
	over    int             // chapters beyond the limit
	whole   bool            // the file could be read to its end
	guessed bool            // the order is that of the names
}

// maxCreators is how many persons a byline names.
const maxCreators = 20

// parseOPF reads the decoded text of the package document that is the member
// with a name.
func parseOPF(source, name string, limits Limits) *opf {
	p := opfParser{name: name, items: map[string]item{}}
	whole := walk(source, limits.Depth, &p)
	out := p.result(limits.Spine)
	out.whole = whole
	return out
}

// opfParser gathers the elements of a package document.
type opfParser struct {
	name    string
	items   map[string]item
	refs    []ref
	tocID   string
	guide   []guideRef
	idID    string // which identifier is the book's own
	fields  []field
	roles   map[string]string // of EPUB 3, by the id of the creator
	section string            // metadata, manifest, spine or guide
	open    bool              // the last field is still being read
	refines string            // whose role is being read
	role    strings.Builder
}

type item struct{ href, kind, properties, fallback string }
type ref struct {
	id     string
	linear bool
}
type guideRef struct{ kind, href string }

// field is an element of the Dublin Core.
type field struct {
	name, id, role, event string
	text                  strings.Builder
}

func (p *opfParser) start(name string, attrs attributes) {
	switch name {
	case "package":
		p.idID = attrs.get("unique-identifier")
	case "metadata", "manifest", "spine", "guide":
		p.section = name
		if name == "spine" {
			p.tocID = attrs.get("toc")
		}
	case "item":
		if id := attrs.get("id"); p.section == "manifest" && id != "" {
			if _, taken := p.items[id]; !taken {
				p.items[id] = item{attrs.get("href"), strings.ToLower(attrs.get("media-type")), attrs.get("properties"), attrs.get("fallback")}
			}
		}
	case "itemref":
		p.refs = append(p.refs, ref{attrs.get("idref"), !strings.EqualFold(attrs.get("linear"), "no")})
	case "reference":
		p.guide = append(p.guide, guideRef{strings.ToLower(attrs.get("type")), attrs.get("href")})
	case "title", "creator", "publisher", "language", "date", "identifier":
		if p.section == "metadata" && len(p.fields) < 1000 {
			p.fields = append(p.fields, field{name: name, id: attrs.get("id"), role: attrs.get("role"), event: attrs.get("event")})
			p.open = true
		}
	case "meta":
		if refines := strings.TrimPrefix(attrs.get("refines"), "#"); refines != "" && attrs.get("property") == "role" {
			p.refines = refines
			p.role.Reset()
		}
	}
}

func (p *opfParser) text(s string) {
	const most = 4 << 10 // bytes; no title is longer
	switch {
	case p.open:
		if f := &p.fields[len(p.fields)-1]; f.text.Len()+len(s) <= most {
			f.text.WriteString(s)
		}
	case p.refines != "" && p.role.Len()+len(s) < 100:
		p.role.WriteString(s)
	}
}

func (p *opfParser) end(name string) {
	switch name {
	case "title", "creator", "publisher", "language", "date", "identifier":
		p.open = false
	case "meta":
		if p.refines != "" {
			if p.roles == nil {
				p.roles = map[string]string{}
			}
			p.roles[p.refines] = strings.TrimSpace(p.role.String())
			p.refines = ""
		}
	case "metadata", "manifest", "spine", "guide":
		p.section = ""
	}
}

// result puts together what was gathered, with up to most chapters.
func (p *opfParser) result(most int) *opf {
	out := &opf{meta: p.meta(), cover: map[string]bool{}, toc: map[string]bool{}}
	seen := map[string]bool{}
	for _, r := range p.refs {
		name := p.chapter(r.id)
		if name == "" || seen[name] {
			continue
		}
		seen[name] = true
		switch {
		case len(seen) > most:
			out.over++
		case r.linear:
			out.spine = append(out.spine, name)
		default:
			out.aside = append(out.aside, name)
		}
		if isCoverName(r.id) {
			out.cover[name] = true
		}
	}
	var nav string // of several the first by its address
	for _, it := range p.items {
		if slices.Contains(strings.Fields(it.properties), "nav") && (nav == "" || it.href < nav) {
			nav = it.href
		}
	}
	if nav != "" {
		out.nav, _ = resolve(p.name, nav)
		out.toc[out.nav] = true
	}
	out.ncx = p.tableOfContents()
	for _, g := range p.guide {
		name, _ := resolve(p.name, g.href)
		switch g.kind {
		case "cover", "other.cover":
			out.cover[name] = true
		case "toc":
			out.toc[name] = true
		}
	}
	return out
}

// chapter returns the name of the page that a part of the spine stands for: of
// the item itself or of one that it falls back to. It is "" of a picture.
func (p *opfParser) chapter(id string) string {
	for range 8 {
		it, ok := p.items[id]
		if !ok {
			return ""
		}
		if it.isPage() {
			name, _ := resolve(p.name, it.href)
			return name
		}
		id = it.fallback
	}
	return ""
}

func (it item) isPage() bool {
	switch it.kind {
	case "application/xhtml+xml", "text/html", "text/x-oeb1-document":
		return true
	case "image/svg+xml", "application/x-dtbncx+xml":
		return false
	}
	return isPageName(it.href)
}

// isPageName tells whether the ending of a name is that of a page.
func isPageName(name string) bool {
	low := strings.ToLower(name)
	return strings.HasSuffix(low, ".xhtml") || strings.HasSuffix(low, ".html") || strings.HasSuffix(low, ".htm")
}

// isCoverName tells whether an id or the name of a file is what makers of
// books call the page of the cover.
func isCoverName(name string) bool {
	name = strings.ToLower(name[strings.LastIndexByte(name, '/')+1:])
	name, _, _ = strings.Cut(name, ".")
	return name == "cover" || name == "coverpage" || name == "cover-page" || name == "cover_page"
}

// tableOfContents returns the name of the NCX: the one that the spine gives,
// or the only one.
func (p *opfParser) tableOfContents() string {
	it, ok := p.items[p.tocID]
	if !ok {
		for _, other := range p.items {
			if other.kind == "application/x-dtbncx+xml" && (it.href == "" || other.href < it.href) {
				it = other
			}
		}
	}
	if it.href == "" {
		return ""
	}
	name, _ := resolve(p.name, it.href)
	return name
}

// rename replaces the names of all members.
func (o *opf) rename(to func(string) string) {
	for _, names := range [...][]string{o.spine, o.aside} {
		for i, name := range names {
			names[i] = to(name)
		}
	}
	for _, set := range [...]map[string]bool{o.cover, o.toc} {
		for name := range set {
			set[to(name)] = true
		}
	}
	o.nav, o.ncx = to(o.nav), to(o.ncx)
}
