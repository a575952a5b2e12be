package shelf

import (
	"gloss/articles/keep"
	"gloss/ui/list"
)

// Rows are articles with what a filter looks at, made ready once.
type Rows struct {
	articles []keep.Article
	keys     []key
}

// Prepare makes rows of articles, in their order, which it takes over. It
// takes some milliseconds for ten thousand and may run beside the pane that
// they are for.
func Prepare(articles []keep.Article) Rows {
	r := Rows{articles, make([]key, len(articles))}
	for i, a := range articles {
		r.keys[i] = keyOf(a)
	}
	return r
}

// Len returns how many there are.
func (r Rows) Len() int { return len(r.articles) }

// A key is what an article is filtered by: its title, site, byline and tags,
// each a field of its own, so that a word is not found half in one of them and
// half in another.
type key []field

// The places of the fields. The tags come after them.
const (
	titleField = iota
	siteField
	bylineField
	tagFields
)

// A field is folded text, and which letters are in it: one bit for all that
// are equal in their last six bits. A text without one of the bits of a word
// does not have its letters.
type field struct {
	folded  string
	letters uint64
}

func keyOf(a keep.Article) key {
	k := make(key, tagFields+len(a.Tags))
	k[titleField] = fieldOf(a.Title.String())
	k[siteField] = fieldOf(a.Site.String())
	k[bylineField] = fieldOf(a.Byline.String())
	for i, t := range a.Tags {
		k[tagFields+i] = fieldOf(t.String())
	}
	return k
}

func fieldOf(text string) field {
	folded := list.Fold(text)
	return field{folded, letters(folded)}
}

func letters(folded string) uint64 {
	var set uint64
	for _, r := range folded {
		set |= 1 << (r & 63)
	}
	return set
}
