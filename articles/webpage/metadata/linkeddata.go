package metadata

import (
	"encoding/json"
	"strings"
)

const (
	// maxLinkedData is how many bytes of JSON-LD are read of a page.
	maxLinkedData = 512 << 10
	// maxLevels is how deep JSON-LD may be nested.
	maxLevels = 32
	// maxThings is how many of the things that it describes are looked at.
	maxThings = 500
)

// linkedData is what JSON-LD says of the article.
type linkedData struct {
	headline, published, publisher, language string
	authors                                  []string
}

// object is a thing that JSON-LD describes.
type object = map[string]any

// readLinkedData reads the article among the things that the page describes in
// JSON-LD: the first that is an article, else the first that is a page.
func (p *page) readLinkedData() {
	var things []object
	left := maxLinkedData
	for _, script := range p.scripts {
		if left -= len(script); left < 0 {
			break
		}
		things = gather(things, decodeJSON(script), 0)
	}
	byID := map[string]object{}
	for _, thing := range things {
		if id, ok := thing["@id"].(string); ok {
			if old, known := byID[id]; !known || len(thing) > len(old) {
				byID[id] = thing
			}
		}
	}
	for _, wanted := range [...]func(string) bool{isArticle, isPage} {
		for _, thing := range things {
			if hasType(thing, wanted) {
				p.data.take(thing, byID)
				break
			}
		}
	}
}

// decodeJSON decodes what stands in a script, nil where it is not JSON or
// nested too deep. Line breaks inside strings, which JSON forbids and many
// write, are read as spaces; a comment or CDATA section round it is dropped.
func decodeJSON(script string) any {
	s := strings.TrimSpace(script)
	for _, wrap := range [...][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		if rest, ok := strings.CutPrefix(s, wrap[0]); ok {
			s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), wrap[1]))
		}
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	if nesting(s) > maxLevels {
		return nil
	}
	var v any
	if json.Unmarshal([]byte(strings.TrimSuffix(s, ";")), &v) != nil {
		return nil
	}
	return v
}

// nesting returns how deep the brackets of JSON are nested, those in strings
// too.
func nesting(s string) int {
	depth, most := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '{', '[':
			depth++
			most = max(most, depth)
		case '}', ']':
			depth--
		}
	}
	return most
}

// gather appends the things that a value holds at its top, in arrays and in
// graphs.
func gather(things []object, v any, level int) []object {
	if level > maxLevels || len(things) >= maxThings {
		return things
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			things = gather(things, e, level+1)
		}
	case object:
		things = append(things, v)
		things = gather(things, v["@graph"], level+1)
		things = gather(things, v["mainEntity"], level+1)
	}
	return things
}

// take notes what a thing says, where nothing is known yet.
func (d *linkedData) take(thing object, byID map[string]object) {
	d.headline = first(d.headline, text(thing["headline"]))
	if d.headline == "" && hasType(thing, isArticle) {
		d.headline = text(thing["name"])
	}
	d.published = first(d.published, text(thing["datePublished"]), text(thing["dateCreated"]))
	d.language = first(d.language, text(thing["inLanguage"]))
	d.publisher = first(d.publisher, strings.Join(names(thing["publisher"], byID, 0), ", "))
	for _, key := range [...]string{"author", "creator"} {
		if len(d.authors) == 0 {
			d.authors = names(thing[key], byID, 0)
		}
	}
}

// names returns the names of persons or bodies: a string, a thing with a name,
// a reference to one, or several.
func names(v any, byID map[string]object, level int) []string {
	const most, deepest = 12, 4
	if level > deepest {
		return nil
	}
	switch v := v.(type) {
	case string:
		if s := text(v); s != "" {
			return []string{s}
		}
	case object:
		if list, ok := v["name"].([]any); ok {
			return names(list, byID, level+1)
		}
		if name := text(v["name"]); name != "" {
			return []string{name}
		}
		if id := text(v["@id"]); id != "" {
			if thing, known := byID[id]; known {
				if name := text(thing["name"]); name != "" {
					return []string{name}
				}
			}
		}
	case []any:
		var all []string
		for _, e := range v[:min(len(v), most)] {
			all = append(all, names(e, byID, level+1)...)
		}
		return all
	}
	return nil
}

// text returns a string value, or the first of several.
func text(v any) string {
	if list, ok := v.([]any); ok && len(list) > 0 {
		v = list[0]
	}
	s, _ := v.(string)
	return strings.TrimSpace(strings.ToValidUTF8(s[:min(len(s), maxField)], ""))
}

// hasType tells whether a thing is of a type that is wanted.
func hasType(thing object, wanted func(string) bool) bool {
	switch t := thing["@type"].(type) {
	case string:
		return wanted(t)
	case []any:
		for _, e := range t {
			if s, ok := e.(string); ok && wanted(s) {
				return true
			}
		}
	}
	return false
}

func isArticle(t string) bool {
	t = t[strings.LastIndexByte(t, '/')+1:]
	switch t {
	case "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Report", "Review", "Recipe",
		"CreativeWork", "QAPage", "HowTo", "PodcastEpisode":
		return true
	}
	return strings.HasSuffix(t, "Article")
}

func isPage(t string) bool {
	return strings.HasSuffix(t, "WebPage") || strings.HasSuffix(t, "ItemPage")
}
