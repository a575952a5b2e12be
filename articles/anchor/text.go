package anchor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
)

// Text is a text prepared for finding places in it. Many may search in it at a
// time.
type Text struct {
	raw     string
	norm    string // what is compared: see normal
	fold    string // norm without difference of case, of the same length
	at      []int32
	index   index
	plainly bool // without the index, for tests
}

// Prepare returns a text in which selectors can be found. It takes time and
// memory in proportion to the length of the text.
func Prepare(text string) *Text {
	norm, at := normal(text)
	return &Text{raw: text, norm: norm, fold: folded(norm), at: at}
}

// span returns the bytes of the text that bytes of its compared form stand for.
// It is empty for an empty one.
func (t *Text) span(start, end int) articles.Span {
	if start >= end {
		return articles.Span{}
	}
	last := int(t.at[end-1])
	_, size := utf8.DecodeRuneInString(t.raw[last:])
	return articles.Span{Start: int(t.at[start]), End: last + size}
}

// place returns where a byte of the text is in its compared form, or the first
// one after it that is there.
func (t *Text) place(off int) int {
	lo, hi := 0, len(t.at)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); int(t.at[mid]) < off {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// normal returns what is compared of a text, and for each of its bytes the
// byte of the text where the code point begins that it comes from. What sites
// change without changing the words makes no difference in it: a run of white
// space is a space, all quotation marks are one, and so are all dashes; what is
// not seen is left out. Case is kept.
func normal(text string) (string, []int32) {
	var b strings.Builder
	b.Grow(len(text))
	at := make([]int32, 0, len(text))
	space := false
	for off, r := range text {
		switch {
		case hidden(r):
			continue
		case unicode.IsSpace(r):
			if space {
				continue
			}
			r = ' '
		case r == '…':
			b.WriteString("..")
			at = append(at, int32(off), int32(off))
			r = '.'
		default:
			r = plain(r)
		}
		space = r == ' '
		b.WriteRune(r)
		for range utf8.RuneLen(r) {
			at = append(at, int32(off))
		}
	}
	return b.String(), at
}

// hidden reports whether a code point only says where a line may be broken.
func hidden(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// plain returns the sign that stands for all of its kind.
func plain(r rune) rune {
	if r < 0x80 {
		if r == '"' || r == '`' {
			return '\''
		}
		return r
	}
	switch r {
	case '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›', '´', '″', '′':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	return r
}

// folded returns s in lower case. A code point whose lower case has another
// length stays as it is, so that places in both are the same.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if low := unicode.ToLower(r); utf8.RuneLen(low) == utf8.RuneLen(r) {
			return low
		}
		return r
	}, s)
}

// compared returns the compared form of words alone.
func compared(s string) string {
	norm, _ := normal(s)
	return norm
}
