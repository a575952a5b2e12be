package keep

import (
	"strings"
	"time"
	"unicode"
)

// ParseQuery reads what a reader types to search:
//
//	speaker:"John Kerry" entity:nato site:x.example tag:y before:2026-03 after:2026-01-15 words "a phrase" prefix*
//
// The names of fields are read without regard to case. A date is a year, a
// month or a day, and stands for its first moment in UTC: before:2026-03 is
// before March, after:2026-03 since its beginning. A field that is not known,
// one without a value, and a date that is none are words like others. The
// words of speakers and entities given twice are joined, of dates the narrower
// one holds, of sites and tags the last. An open quotation mark ends with s.
//
// Any text gives a query. String gives it back in the form above: parsing that
// gives the same query again.
func ParseQuery(s string) Query {
	var q Query
	var words []string
	for in := strings.ToValidUTF8(s, "\uFFFD"); ; {
		in = strings.TrimLeftFunc(in, unicode.IsSpace)
		if in == "" {
			break
		}
		var word string
		if in[0] == '"' {
			if word, in = cutPhrase(in); word != "" {
				word = `"` + word + `"`
				if rest, ok := strings.CutPrefix(in, "*"); ok {
					word, in = word+"*", rest
				}
				words = append(words, word)
			}
			continue
		}
		word, in = cutWord(in)
		field, value, ok := strings.Cut(word, ":")
		rest := in
		if ok && value == "" && strings.HasPrefix(in, `"`) {
			value, rest = cutPhrase(in)
		}
		if ok && value != "" && q.set(strings.ToLower(field), value) {
			in = rest
			continue
		}
		words = append(words, word)
	}
	q.Words = strings.Join(words, " ")
	return q
}

// cutPhrase cuts the quotation that in begins with, and gives its words without
// the marks.
func cutPhrase(in string) (phrase, rest string) {
	phrase, rest, _ = strings.Cut(in[1:], `"`)
	return strings.Join(strings.Fields(phrase), " "), rest
}

// cutWord cuts what goes before a blank or a quotation.
func cutWord(in string) (word, rest string) {
	end := strings.IndexFunc(in, func(r rune) bool { return r == '"' || unicode.IsSpace(r) })
	if end < 0 {
		end = len(in)
	}
	return in[:end], in[end:]
}

// set sets a field, and reports whether there is such a field with such a
// value.
func (q *Query) set(field, value string) bool {
	switch field {
	case "speaker":
		q.Speaker = strings.TrimSpace(q.Speaker + " " + value)
	case "entity":
		q.Entity = strings.TrimSpace(q.Entity + " " + value)
	case "site":
		q.Site = value
	case "tag":
		q.Tag = value
	case "before", "after":
		t, ok := parseDate(value)
		switch {
		case !ok:
			return false
		case field == "before" && (q.Before.IsZero() || t.Before(q.Before)):
			q.Before = t
		case field == "after" && t.After(q.After):
			q.After = t
		}
	default:
		return false
	}
	return true
}

// parseDate reads a day, a month or a year. The first day of the calendar is
// none, since the zero time stands for any.
func parseDate(s string) (time.Time, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil && !t.IsZero() {
			return t, true
		}
	}
	return time.Time{}, false
}

// String returns the query in the form that ParseQuery reads. Of a time it has
// the day in UTC.
func (q Query) String() string {
	var parts []string
	add := func(field, value string) {
		if strings.ContainsFunc(value, unicode.IsSpace) {
			value = `"` + value + `"`
		}
		if value != "" {
			parts = append(parts, field+":"+value)
		}
	}
	add("speaker", q.Speaker)
	add("entity", q.Entity)
	add("site", q.Site)
	add("tag", q.Tag)
	if !q.Before.IsZero() {
		add("before", q.Before.UTC().Format(time.DateOnly))
	}
	if !q.After.IsZero() {
		add("after", q.After.UTC().Format(time.DateOnly))
	}
	if q.Words != "" {
		parts = append(parts, q.Words)
	}
	return strings.Join(parts, " ")
}

// IsZero reports whether the query asks for nothing.
func (q Query) IsZero() bool { return q == Query{} }

// A Term is a word or a phrase that a search must find.
type Term struct {
	Text   string // the words, without quotation marks
	Prefix bool   // its last word may go on
}

// Terms returns what must be found of words as Query.Words, Speaker or Entity
// has them.
func Terms(words string) []Term {
	var terms []Term
	for in := words; ; {
		in = strings.TrimLeftFunc(in, unicode.IsSpace)
		if in == "" {
			return terms
		}
		var t Term
		if in[0] == '"' {
			t.Text, in = cutPhrase(in)
			if rest, ok := strings.CutPrefix(in, "*"); ok {
				t.Prefix, in = true, rest
			}
		} else {
			t.Text, in = cutWord(in)
			if head, ok := strings.CutSuffix(t.Text, "*"); ok {
				t.Text, t.Prefix = head, true
			}
		}
		if t.Text != "" {
			terms = append(terms, t)
		}
	}
}
