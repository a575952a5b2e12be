// Package search finds what the reader types in the text of an article.
//
// A query matches without regard to case unless it has a capital ("smart
// case"), a space in it matches any run of white space, and straight and curly
// quotation marks are the same. Offsets are bytes of the text.
package search

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
)

// MaxHits is the most hits that Find returns.
const MaxHits = 100_000

// checkEvery is how many bytes are searched between looks at the context.
const checkEvery = 1 << 20

// Find returns the hits of query in text, in order and apart from each other.
// It returns nil for a query that is empty or only space, and what it has when
// ctx ends.
func Find(ctx context.Context, text, query string) []articles.Span {
	p := compile(query)
	if len(p.runes) == 0 {
		return nil
	}
	var hits []articles.Span
	next := checkEvery
	for off := 0; off < len(text) && len(hits) < MaxHits; {
		if off >= next {
			if ctx.Err() != nil {
				return hits
			}
			next = off + checkEvery
		}
		i := p.skip(text[off:min(len(text), off+checkEvery)])
		if i < 0 {
			off = nextRune(text, min(len(text), off+checkEvery))
			continue
		}
		off += i
		if end, ok := p.match(text, off); ok {
			hits = append(hits, articles.Span{Start: off, End: end})
			off = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[off:])
		off += n
	}
	return hits
}

// nextRune moves off forward to the start of a code point.
func nextRune(text string, off int) int {
	for off < len(text) && !utf8.RuneStart(text[off]) {
		off++
	}
	return off
}

// A pattern is a query made ready: folded, its white space collapsed.
type pattern struct {
	runes []rune
	fold  bool
	first string // the ASCII bytes that a match can begin with; empty for any
}

func compile(query string) pattern {
	var p pattern
	p.fold = !strings.ContainsFunc(query, unicode.IsUpper)
	for _, r := range strings.Join(strings.Fields(query), " ") {
		p.runes = append(p.runes, p.canon(r))
	}
	if len(p.runes) > 0 {
		if r := p.runes[0]; r < utf8.RuneSelf && r != '\'' && r != '"' && r != '-' {
			p.first = string(r)
			// 's' and 'k' fold to letters outside ASCII too.
			if p.fold && unicode.IsLetter(r) {
				if r == 's' || r == 'k' {
					p.first = ""
				} else {
					p.first += string(unicode.ToUpper(r))
				}
			}
		}
	}
	return p
}

// canon maps a code point to the one that stands for all that match it.
func (p pattern) canon(r rune) rune {
	switch r {
	case '‘', '’', '‚', '′':
		return '\''
	case '“', '”', '„', '″', '«', '»':
		return '"'
	case '‐', '‑', '–', '—', '−':
		return '-'
	}
	if !p.fold {
		return r
	}
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

// skip returns where in s a match can begin at the earliest, or -1.
func (p pattern) skip(s string) int {
	switch len(p.first) {
	case 0:
		if len(s) == 0 {
			return -1
		}
		return 0
	case 1:
		return strings.IndexByte(s, p.first[0])
	}
	return strings.IndexAny(s, p.first)
}

// match reports whether the pattern matches at off, and where the match ends.
func (p pattern) match(text string, off int) (end int, ok bool) {
	for _, want := range p.runes {
		if off >= len(text) {
			return 0, false
		}
		r, n := utf8.DecodeRuneInString(text[off:])
		if want == ' ' {
			if !unicode.IsSpace(r) {
				return 0, false
			}
			for off < len(text) {
				r, n := utf8.DecodeRuneInString(text[off:])
				if !unicode.IsSpace(r) {
					break
				}
				off += n
			}
			continue
		}
		if p.canon(r) != want {
			return 0, false
		}
		off += n
	}
	return off, true
}
