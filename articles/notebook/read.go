package notebook

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// ErrUnknown says that a text is none of the formats that are read.
var ErrUnknown = errors.New("neither web annotations nor an export of Hypothesis")

// Limits bound what is read. A limit of 0 is that of DefaultLimits.
type Limits struct {
	Bytes int // of the whole text
	Items int // annotations, those that are skipped among them
	Body  int // bytes of a note's words, and of a quotation
}

// DefaultLimits are 32 MiB, 100,000 annotations and 1 MiB.
func DefaultLimits() Limits { return Limits{Bytes: 32 << 20, Items: 100_000, Body: 1 << 20} }

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	for _, pair := range [...][2]*int{{&l.Bytes, &d.Bytes}, {&l.Items, &d.Items}, {&l.Body, &d.Body}} {
		if *pair[0] <= 0 {
			*pair[0] = *pair[1]
		}
	}
	return l
}

const (
	maxDepth  = 16      // of pages in collections, and selectors in selectors
	maxTags   = 100     // of a note
	maxTag    = 200     // code points
	maxTitle  = 1000    // code points
	maxSource = 4 << 10 // bytes
)

// A Reading is what was read of a text.
type Reading struct {
	Notes []Imported
	// Skipped says why and how often something was left out, the most frequent
	// reason first.
	Skipped []Skipped
}

// An Imported is a note as another program has it.
type Imported struct {
	// Note has no article, and its selector no offsets: they would be of a text
	// that is not here. Its ID is the same whenever the same annotation is read.
	Note   keep.Note
	Source string     // the article, as keep.Article.Key names it
	Title  clean.Text // of the article; may be empty
}

// A Skipped is a reason for which something was left out.
type Skipped struct {
	Reason string
	Count  int
}

// Read reads annotations from JSON: one of the W3C Web Annotation Data Model,
// an array, page or collection of them, or what Hypothesis gives: the answer to
// a search, a list, or a file that it exports. What is not understood is
// skipped and counted. The errors are ErrUnknown, wrapped, where nothing in
// the text looks like an annotation, and those of JSON that breaks off.
func Read(data string, l Limits) (Reading, error) {
	l = l.orDefault()
	if len(data) > l.Bytes {
		return Reading{}, fmt.Errorf("read notes: larger than %d bytes", l.Bytes)
	}
	var value any
	if err := json.Unmarshal([]byte(strings.TrimPrefix(data, "\ufeff")), &value); err != nil {
		return Reading{}, fmt.Errorf("read notes: not in JSON: %w", err)
	}
	r := &reader{limits: l, skipped: make(map[string]int)}
	r.gather(value, 0)
	if r.seen == 0 && !r.list {
		return Reading{}, fmt.Errorf("read notes: %w", ErrUnknown)
	}
	r.answer()
	return Reading{Notes: r.notes, Skipped: r.reasons()}, nil
}

// A reader gathers notes.
type reader struct {
	limits  Limits
	notes   []Imported
	replies []reply
	roots   map[string]int // the notes of Hypothesis by their names there: places in notes
	skipped map[string]int
	seen    int  // annotations so far
	list    bool // something that holds annotations was there, be it empty
}

// lists are the keys under which annotations stand in other objects.
var lists = []string{"items", "first", "@graph", "rows", "annotations"}

// gather reads all annotations in a value.
func (r *reader) gather(value any, depth int) {
	if depth > maxDepth {
		r.skip("nested too deeply")
		return
	}
	switch v := value.(type) {
	case []any:
		if depth == 0 && len(v) == 0 {
			r.list = true
		}
		for _, item := range v {
			if r.seen >= r.limits.Items {
				r.skip(fmt.Sprintf("beyond the first %d annotations", r.limits.Items))
				return
			}
			r.gather(item, depth+1)
		}
	case map[string]any:
		switch {
		case isWeb(v):
			r.seen++
			r.web(v)
			return
		case isHypothesis(v):
			r.seen++
			r.hypothesis(v)
			return
		}
		found := false
		for _, key := range lists {
			switch inner := v[key].(type) {
			case []any:
				found, r.list = true, true
				r.gather(inner, depth+1)
			case map[string]any:
				found = true
				r.gather(inner, depth+1)
			case string:
				if key == "first" || key == "items" {
					found, r.list = true, true
					r.skip("a page that is not in the file")
				}
			}
		}
		if _, more := v["next"].(string); more && found {
			r.skip("a page that is not in the file")
		}
		if !found {
			r.skip("no annotation")
		}
	default:
		r.skip("no annotation")
	}
}

// skip counts something that is left out.
func (r *reader) skip(reason string) { r.skipped[reason]++ }

// reasons returns what was left out.
func (r *reader) reasons() []Skipped {
	var out []Skipped
	for reason, n := range r.skipped {
		out = append(out, Skipped{reason, n})
	}
	slices.SortFunc(out, func(a, b Skipped) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Reason, b.Reason)
	})
	return out
}

// keep takes a note, unless something of it is too long.
func (r *reader) keep(n Imported) {
	at := n.Note.Target.At
	switch {
	case n.Source == "":
		r.skip("no address of an article")
	case len(at.Exact) > r.limits.Body || n.Note.Body.Len() > r.limits.Body:
		r.skip("too long")
	default:
		r.notes = append(r.notes, n)
	}
}

// addTag adds a tag to those of a note, where it is one and not there yet.
func addTag(tags []clean.Text, tag string) []clean.Text {
	line := clean.Line(tag)
	if line.IsEmpty() || utf8.RuneCountInString(line.String()) > maxTag || len(tags) >= maxTags || slices.Contains(tags, line) {
		return tags
	}
	return append(tags, line)
}

// titleLine returns a title in one line of no more than a title needs.
func titleLine(s string) clean.Text {
	if len(s) > 8*maxTitle {
		s = s[:8*maxTitle]
	}
	line := []rune(clean.Line(s).String())
	return clean.Line(string(line[:min(len(line), maxTitle)]))
}

// words returns the texts in a value: a string, or an array of them.
func words(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, item := range v {
			if s, ok := item.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// text returns a value that is a text, or the first in an array; "" of others.
func text(value any) string {
	if all := words(value); len(all) > 0 {
		return all[0]
	}
	return ""
}

// many returns the values of an array, or the one value that stands for one.
func many(value any) []any {
	switch v := value.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{value}
}
