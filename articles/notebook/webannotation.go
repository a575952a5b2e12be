package notebook

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"

	"gloss/articles/keep"
)

// The words of the Web Annotation vocabulary that are written and read. Those
// with a prefix are of Dublin Core, which its context knows.
const (
	webContext = "http://www.w3.org/ns/anno.jsonld"

	typeAnnotation = "Annotation"
	typeQuote      = "TextQuoteSelector"
	typePosition   = "TextPositionSelector"

	commenting   = "commenting"
	tagging      = "tagging"
	classifying  = "classifying"
	identifying  = "identifying"
	highlighting = "highlighting"
)

type webCollection struct {
	Context string  `json:"@context"`
	ID      string  `json:"id"`
	Type    string  `json:"type"`
	Label   string  `json:"label"`
	Total   int     `json:"total"`
	First   webPage `json:"first"`
}

type webPage struct {
	ID         string          `json:"id"`
	Type       string          `json:"type"`
	StartIndex int             `json:"startIndex"`
	Items      []webAnnotation `json:"items"`
}

type webAnnotation struct {
	ID         string    `json:"id"`
	Type       string    `json:"type"`
	Motivation string    `json:"motivation"`
	Created    string    `json:"created,omitempty"`
	Modified   string    `json:"modified,omitempty"`
	Body       []webBody `json:"body,omitempty"`
	Target     webTarget `json:"target"`
}

type webBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Format  string `json:"format,omitempty"`
	Value   string `json:"value"`
	Class   string `json:"dcterms:type,omitempty"` // of an entity
}

type webTarget struct {
	Type     string        `json:"type"`
	Source   string        `json:"source"`
	Title    string        `json:"dcterms:title,omitempty"`
	Class    string        `json:"dcterms:type,omitempty"` // keep.TargetKind, where it is no span
	Selector []webSelector `json:"selector,omitempty"`
}

type webSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

// WebAnnotations writes the notes as an AnnotationCollection of the W3C Web
// Annotation Data Model, in JSON-LD, with all of them on its first page.
//
// The kind of a note is a body with the purpose classifying, its tags are
// bodies for tagging, the reader's words one for commenting, in Markdown. What
// it is on, where that is no passage, is the Dublin Core type of the target,
// and the entity a body with the purpose identifying. A
// TextQuoteSelector has the words; the TextPositionSelector counts the code
// points of the text in Gloss, as the model demands, and is left out where the
// leaf does not have the text. The source of an article that is no page is its
// file's address, or its hash as RFC 6920 writes it.
func WebAnnotations(w io.Writer, leaves []Leaf) error {
	page := webPage{Type: "AnnotationPage", Items: []webAnnotation{}}
	names := new(strings.Builder)
	for _, leaf := range leaves {
		counters := make(map[string]*counter)
		for _, note := range leaf.ordered() {
			annotation := webNote(leaf, note, counters)
			names.WriteString(annotation.ID + "\n")
			page.Items = append(page.Items, annotation)
		}
	}
	// The same notes have the same names.
	page.ID = uuid.NewSHA1(uuid.NameSpaceURL, []byte("page\n"+names.String())).URN()
	collection := webCollection{
		Context: webContext, ID: uuid.NewSHA1(uuid.NameSpaceURL, []byte("collection\n"+names.String())).URN(),
		Type: "AnnotationCollection", Label: "Notes", Total: len(page.Items), First: page,
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(collection); err != nil {
		return fmt.Errorf("write notes as web annotations: %w", err)
	}
	return nil
}

// webNote returns a note as an annotation.
func webNote(leaf Leaf, n keep.Note, counters map[string]*counter) webAnnotation {
	out := webAnnotation{
		ID: "urn:uuid:" + n.ID, Type: typeAnnotation, Motivation: highlighting,
		Created: stamp(n.Created), Modified: stamp(n.Modified),
		Target: webTarget{Type: "SpecificResource", Source: sourceOf(leaf.Article), Title: leaf.Article.Title.String()},
	}
	add := func(purpose, format, value, class string) {
		out.Body = append(out.Body, webBody{Type: "TextualBody", Purpose: purpose, Format: format, Value: value, Class: class})
	}
	if n.Kind != "" {
		add(classifying, "text/plain", string(n.Kind), "")
	}
	for _, tag := range n.Tags {
		add(tagging, "text/plain", tag.String(), "")
		out.Motivation = tagging
	}
	if n.Target.Entity != (keep.Ref{}) {
		add(identifying, "text/plain", n.Target.Entity.Name, n.Target.Entity.Type)
	}
	if !n.Body.IsEmpty() {
		add(commenting, "text/markdown", n.Body.String(), "")
		out.Motivation = commenting
	}
	if n.Target.On != keep.OnSpan && n.Target.On != keep.OnArticle {
		out.Target.Class = string(n.Target.On)
	}
	at := n.Target.At
	if at.IsZero() {
		return out
	}
	out.Target.Selector = []webSelector{{Type: typeQuote, Exact: at.Exact, Prefix: at.Prefix, Suffix: at.Suffix}}
	text, ok := leaf.Texts[n.Target.Version]
	if !ok || at.Start < 0 || at.End < at.Start || at.End > text.Len() {
		return out
	}
	c := counters[n.Target.Version]
	if c == nil {
		c = &counter{text: text.String()}
		counters[n.Target.Version] = c
	}
	start, end := c.at(at.Start), c.at(at.End)
	out.Target.Selector = append(out.Target.Selector, webSelector{Type: typePosition, Start: &start, End: &end})
	return out
}
