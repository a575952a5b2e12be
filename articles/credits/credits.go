// Package credits finds what an article says about itself near its top: the
// title, who wrote it, and when. It is careful: what it is not sure of it
// leaves empty.
package credits

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/clean"
)

const (
	// topBlocks is how many blocks are looked at, and topText how far into the
	// text they may start.
	topBlocks = 8
	topText   = 2 << 10
	// topBytes is how long a block may be that says who and when, and how much
	// of a longer one is looked at.
	topBytes = 200
)

// Complete fills in the title, byline and date that the document's metadata
// lacks, from the blocks at its top.
func Complete(doc *articles.Document) {
	meta := &doc.Meta
	for i, b := range doc.Blocks[:min(len(doc.Blocks), topBlocks)] {
		if b.Span.Start >= topText {
			return
		}
		text := b.Span.Of(doc.Text)
		if b.Kind == articles.Heading {
			if b.Level == 1 && meta.Title.IsEmpty() {
				meta.Title = clean.Line(text)
			}
			continue
		}
		if b.Kind != articles.Paragraph || len(b.Path) > 0 {
			continue
		}
		if len(text) > topBytes {
			// The place and date that a report begins with.
			if meta.Date.IsZero() && i < topBlocks/2 {
				meta.Date, _ = ParseDate(dateline(text))
			}
			continue
		}
		for line := range strings.Lines(text) {
			complete(meta, line)
		}
	}
}

// complete takes what a short line says: a byline, a date, or both.
func complete(meta *articles.Meta, line string) {
	rest := line
	if name, after, ok := byline(line); ok {
		if meta.Byline.IsEmpty() {
			meta.Byline = clean.Line(name)
		}
		rest = after
	}
	if !meta.Date.IsZero() {
		return
	}
	rest = strings.TrimSpace(strings.Trim(rest, " \t\n|·•–—,-"))
	for _, label := range []string{"published", "posted", "updated", "date"} {
		if len(rest) > len(label) && strings.EqualFold(rest[:len(label)], label) {
			rest = strings.TrimLeft(rest[len(label):], ": ")
			rest = strings.TrimPrefix(rest, "on ")
			break
		}
	}
	if date, ok := ParseDate(rest); ok {
		meta.Date = date
	} else {
		meta.Date, _ = ParseDate(dateline(line))
	}
}

// byline reads "By Jane Roe and John Doe, Moscow | 15 December 2015": the names
// end at a bar, a dash or a digit. Each word of them has a capital, is a
// particle or joins two names.
func byline(line string) (names, rest string, ok bool) {
	line = strings.TrimSpace(line)
	if len(line) < 4 || !strings.EqualFold(line[:3], "by ") {
		return "", "", false
	}
	names = line[3:]
	if i := strings.IndexAny(names, "|·•–—0123456789\n"); i >= 0 {
		names, rest = names[:i], names[i:]
	}
	words := strings.Fields(names)
	if last := len(words) - 1; last > 0 && rest != "" {
		// "By Jane Roe, December 15, 2015"
		if _, month := ParseDate(words[last] + " 2000"); month || isWeekday(strings.ToLower(strings.Trim(words[last], ",."))) {
			rest = words[last] + " " + rest
			words = words[:last]
		}
	}
	names = strings.TrimRight(strings.Join(words, " "), " ,;-")
	if !isNames(names) {
		return "", "", false
	}
	return names, rest, true
}

// isNames tells whether a text can be the names of persons or of a desk.
func isNames(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	if len(words) == 0 || len(words) > 16 || strings.ContainsAny(s, ".!?:;") && endsSentence(s) {
		return false
	}
	capitals := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r):
			capitals++
		case joins(w):
		default:
			return false
		}
	}
	return capitals > 0
}

func endsSentence(s string) bool {
	// An initial or "Jr." may end in a stop; a word of four letters does not.
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.ContainsAny(s[len(s)-1:], ".!?:;") && len(last) > 3
}

// joins tells whether a word may stand in lower case in a byline.
func joins(w string) bool {
	switch w {
	case "and", "&", "with", "in", "of", "the", "for", "at", "de", "del", "della", "der", "den", "di", "da",
		"do", "dos", "du", "el", "al", "bin", "ibn", "la", "le", "van", "von", "zu", "ter", "y", "desk":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-") || strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "d'")
}

// dateline returns the date in "MOSCOW, 15 December 2015 — ...": what stands
// between the place in capitals and the dash, or "".
func dateline(text string) string {
	head := text[:min(len(text), 100)]
	for _, dash := range []string{" — ", " – ", " - ", " -- ", "—"} {
		place, _, ok := strings.Cut(head, dash)
		if !ok {
			continue
		}
		place = strings.NewReplacer("(", ",", ")", "").Replace(place)
		name, date, ok := strings.Cut(place, ",")
		if ok && name != "" && strings.ToUpper(name) == name {
			return strings.TrimSpace(date)
		}
	}
	return ""
}
