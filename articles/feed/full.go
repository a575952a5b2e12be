package feed

import (
	"strings"
	"unicode/utf8"
)

const (
	// wholeText is how many code points a text has at least that is taken for
	// a whole article, and wholeSummary one that the format calls a summary.
	wholeText    = 800
	wholeSummary = 1600
	// tailText is how many bytes at the end are looked at for what leads to
	// the rest.
	tailText = 120
)

// isFull tells whether a body most likely is the whole article: it is long,
// longer than the summary, and does not end in what leads to the rest.
func isFull(body, summary value) bool {
	need := wholeText
	if body == summary {
		need = wholeSummary
	}
	if len(body.text) < need || utf8.RuneCountInString(strings.TrimSpace(body.excerpt(4*need))) < need {
		return false
	}
	return !leadsOn(body.ending(tailText))
}

// leadsOn tells whether a text ends as an excerpt does.
func leadsOn(tail string) bool {
	tail = strings.ToLower(strings.TrimRight(tail, " \t\n\u00a0→»›>])("))
	if strings.HasSuffix(tail, "…") || strings.HasSuffix(tail, "...") {
		return true
	}
	tail = strings.TrimRight(tail, ".:!")
	for _, words := range []string{
		"read more", "continue reading", "read the rest", "full story", "full article", "keep reading", "view article",
		"weiterlesen", "mehr lesen", "lire la suite", "leer más", "seguir leyendo", "continua a leggere", "leia mais",
		"lees verder", "läs mer", "читать далее", "czytaj dalej",
	} {
		// Behind the words may come the title of the article.
		if i := strings.LastIndex(tail, words); i >= 0 && len(tail)-i-len(words) < tailText/2 {
			return true
		}
	}
	return false
}
