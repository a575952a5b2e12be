package notebook

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// webBodies are what the bodies of an annotation say.
type webBodies struct {
	says   []string
	tags   []clean.Text
	kind   keep.Kind
	entity keep.Ref
	limit  int // bytes of a body that are read
}

func (b *webBodies) say(s string) {
	if s = strings.Trim(clean.Of(s).String(), "\n"); strings.TrimSpace(s) != "" {
		b.says = append(b.says, s)
	}
}

// add reads a body: a text, an object, an array of them, or a choice. Where a
// body has no purpose, it has the motivation of its annotation.
func (b *webBodies) add(value any, motivations []string, depth int) {
	if depth > maxDepth {
		return
	}
	for _, item := range many(value) {
		switch v := item.(type) {
		case string: // the address of a body that is elsewhere
			if address := webAddress(v); address != "" {
				b.say("<" + escapeAddress(address) + ">")
			}
		case map[string]any:
			if items, ok := v["items"]; ok {
				if isType(v, "Choice") {
					items = first(items)
				}
				b.add(items, motivations, depth+1)
				continue
			}
			purposes := words(v["purpose"])
			if len(purposes) == 0 {
				purposes = motivations
			}
			if inner, ok := v["source"].(map[string]any); ok {
				b.add(inner, purposes, depth+1)
				continue
			}
			b.textual(v, purposes)
		}
	}
}

// first returns the first value of an array.
func first(value any) any {
	if all := many(value); len(all) > 0 {
		return all[0]
	}
	return nil
}

// textual reads a body that holds its text.
func (b *webBodies) textual(v map[string]any, purposes []string) {
	value, ok := v["value"].(string)
	if !ok {
		if value, ok = v["chars"].(string); !ok { // of the model's predecessor
			if address := webAddress(text(v["source"])); address != "" {
				b.say("<" + escapeAddress(address) + ">")
			} else if address := webAddress(identifier(v)); address != "" {
				b.say("<" + escapeAddress(address) + ">")
			}
			return
		}
	}
	switch {
	case slices.Contains(purposes, identifying) && b.entity == (keep.Ref{}):
		b.entity = keep.Ref{Name: clean.Line(value).String(), Type: clean.Line(text(v["dcterms:type"])).String()}
	case slices.Contains(purposes, classifying) && b.kind == "" && slices.Contains(keep.Kinds(), keep.Kind(value)):
		b.kind = keep.Kind(value)
	case slices.Contains(purposes, tagging), slices.Contains(purposes, classifying), slices.Contains(purposes, identifying):
		b.tags = addTag(b.tags, value)
	case strings.HasPrefix(text(v["format"]), "text/html"):
		b.say(textOf(value))
	default:
		b.say(value)
	}
}

// textOf returns the text of a fragment of HTML, a line for each paragraph.
func textOf(markup string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(markup))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(z.Token().Data)
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := z.TagName()
			if s := string(name); s == "p" || s == "br" || s == "div" || s == "li" || s == "blockquote" {
				if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
					b.WriteByte('\n')
				}
			}
		}
	}
}
