// Package frontmatter reads the metadata that stands before an article's text:
// between lines of "---" as the plain part of YAML, or between lines of "+++"
// as that of TOML. Pairs of a key and a word, a quoted string or a simple list
// are understood; whatever else is there is passed over.
package frontmatter

import (
	"strconv"
	"strings"

	"gloss/articles"
	"gloss/articles/charset"
	"gloss/articles/clean"
	"gloss/articles/credits"
)

// maxSize is how far in bytes the end of the front matter is looked for.
const maxSize = 64 << 10

// Split parts source into its metadata and the text behind it. A source that
// does not begin with front matter is returned as it is, with empty metadata.
func Split(source string) (articles.Meta, string) {
	var meta articles.Meta
	mark, rest, ok := cutLine(source[:min(len(source), maxSize)])
	if !ok || mark != "---" && mark != "+++" {
		return meta, source
	}
	separator := ":"
	if mark == "+++" {
		separator = "="
	}
	fields := map[string]string{}
	key := ""
	known := false
	for {
		line, next, ok := cutLine(rest)
		if line == mark || mark == "---" && line == "..." {
			if !known {
				return articles.Meta{}, source
			}
			return fill(fields), source[min(len(source), maxSize)-len(next):]
		}
		if !ok || rest == "" {
			return meta, source
		}
		rest = next
		switch item, isItem := strings.CutPrefix(strings.TrimSpace(line), "- "); {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(strings.TrimSpace(line), "#"):
		case isItem && key != "":
			fields[key] = join(fields[key], scalar(item))
		case line[0] == ' ' || line[0] == '\t' || line[0] == '[': // deeper than is read here
		default:
			name, value, ok := strings.Cut(line, separator)
			if !ok {
				if !known {
					return meta, source // a rule and prose, not front matter
				}
				continue
			}
			known = true
			key = strings.ToLower(strings.Trim(strings.TrimSpace(name), `"'`))
			fields[key] = meaning(strings.TrimSpace(value))
		}
	}
}

// cutLine parts the first line from the rest. ok is false where s has no line
// end.
func cutLine(s string) (line, rest string, ok bool) {
	line, rest, ok = strings.Cut(s, "\n")
	return strings.TrimRight(line, " \t\r"), rest, ok
}

// fill returns the metadata that the fields give, of several names for one
// thing the first.
func fill(fields map[string]string) articles.Meta {
	get := func(names ...string) clean.Text {
		for _, name := range names {
			if v := clean.Line(charset.Decode(charset.UTF8, fields[name])); !v.IsEmpty() {
				return v
			}
		}
		return clean.Text{}
	}
	meta := articles.Meta{
		ID:     get("id", "guid", "uuid"),
		Title:  get("title", "headline"),
		Byline: get("byline", "author", "authors", "by", "creator"),
		Source: get("source", "publication", "publisher", "site", "site_name", "newspaper"),
		URL:    get("url", "link", "canonical", "canonical_url", "source_url", "permalink"),
		Lang:   get("lang", "language", "locale"),
	}
	meta.Date, _ = credits.ParseDate(get("date", "published", "published_at", "pubdate", "publishdate", "created").String())
	if strings.Contains(meta.Source.String(), "://") && meta.URL.IsEmpty() {
		meta.URL, meta.Source = meta.Source, clean.Text{}
	}
	return meta
}

// meaning returns what a value means: a list's members joined, a scalar
// without its quotation marks and comment. A value on further lines is none.
func meaning(s string) string {
	if inner, ok := strings.CutPrefix(s, "["); ok {
		inner, _, _ = strings.Cut(inner, "]")
		out := ""
		for _, member := range strings.Split(inner, ",") {
			out = join(out, scalar(member))
		}
		return out
	}
	if s == "|" || s == ">" || s == "|-" || s == ">-" || strings.HasPrefix(s, "{") {
		return ""
	}
	return scalar(s)
}

func join(list, member string) string {
	if list == "" || member == "" {
		return list + member
	}
	return list + ", " + member
}

// scalar returns a string without quotation marks: double ones, in which
// backslashes escape, or single ones, in which a doubled one is one.
func scalar(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	switch s[0] {
	case '"':
		if quoted, err := strconv.QuotedPrefix(s); err == nil {
			if out, err := strconv.Unquote(quoted); err == nil {
				return out
			}
		}
		body, _, _ := strings.Cut(s[1:], `"`)
		return body
	case '\'':
		var b strings.Builder
		for i := 1; i < len(s); i++ {
			if s[i] == '\'' {
				if i+1 == len(s) || s[i+1] != '\'' {
					break
				}
				i++
			}
			b.WriteByte(s[i])
		}
		return b.String()
	}
	if i := strings.Index(s, " #"); i >= 0 {
		s = strings.TrimSpace(s[:i])
	}
	return s
}
