package text

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/annotate"
)

// A scanner appends tokens to a document.
type scanner struct {
	doc *Document
	ids map[string]int32 // of lower-cased words
	buf []byte
}

// checkEvery is how many tokens are scanned between looks at the context.
const checkEvery = 1 << 14

func (s *scanner) scan(ctx context.Context, span annotate.Span) error {
	t := s.doc.Text[:span.End]
	last := -1 // where the token before ended
	for off := span.Start; off < span.End; {
		r, size := utf8.DecodeRuneInString(t[off:])
		if unicode.IsSpace(r) || isInvisible(r) {
			off += size
			continue
		}
		if len(s.doc.Tokens)%checkEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		end, kind := off+size, Symbol
		var flags Flags
		switch {
		case isLetter(r):
			end, kind, flags = word(t, off, span.Start)
		case unicode.IsDigit(r):
			end, kind = number(t, off), Number
		case r == '.':
			end, kind = run(t, off, '.'), Stop
		case r == '!' || r == '?' || r == '…':
			kind = Stop
		case r == ',':
			kind = Comma
		case r == ':' || r == ';':
			kind = Colon
		case r == '\'' || r == '’':
			end, kind, flags = apostrophe(t, off, end, off == last)
		case r == '`':
			end, kind = min(run(t, off, '`'), off+2), Quote
		case r == '"' || r == '“' || r == '”' || r == '„' || r == '«' || r == '»' || r == '‘' || r == '‹' || r == '›' || r == '‟':
			kind = Quote
		case r == '-' || r == '‐' || r == '‑':
			end, kind = run(t, off, '-'), Hyphen
			if r != '-' {
				end = off + size
			} else if end > off+1 {
				kind = Dash
			}
		case r == '–' || r == '—' || r == '―':
			kind = Dash
		case r == '(' || r == '[' || r == '{':
			kind = Open
		case r == ')' || r == ']' || r == '}':
			kind = Close
		case (r == '@' || r == '#') && off != last && end < span.End && isWordByte(t[end]):
			for end < span.End && isWordByte(t[end]) {
				end++
			}
			kind = Link
		}
		if off == last {
			flags |= Glued
		}
		s.add(off, end, kind, flags)
		off, last = end, end
	}
	return nil
}

func (s *scanner) add(off, end int, kind Kind, flags Flags) {
	raw := s.doc.Text[off:end]
	if kind == Word {
		flags |= shape(raw)
	}
	s.doc.Tokens = append(s.doc.Tokens, Token{Start: int32(off), End: int32(end), Word: s.id(raw), Kind: kind, Flags: flags})
}

// id returns the number of the word in the document, a new one at first sight.
func (s *scanner) id(raw string) int32 {
	s.buf = s.buf[:0]
	for i := 0; i < len(raw); {
		c := raw[i]
		switch {
		case c < utf8.RuneSelf:
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			s.buf = append(s.buf, c)
			i++
		default:
			r, n := utf8.DecodeRuneInString(raw[i:])
			if r == '’' {
				s.buf = append(s.buf, '\'')
			} else {
				s.buf = utf8.AppendRune(s.buf, unicode.ToLower(r))
			}
			i += n
		}
	}
	if id, ok := s.ids[string(s.buf)]; ok {
		return id
	}
	w := string(s.buf)
	if w == raw {
		w = raw
	}
	id := int32(len(s.doc.Words))
	s.ids[w] = id
	s.doc.Words = append(s.doc.Words, w)
	return id
}

// shape tells where the capitals of a word are.
func shape(raw string) Flags {
	var f Flags
	letters, upper := 0, 0
	late := false
	for _, r := range raw {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			upper++
			if letters == 1 {
				f |= Capital
			} else {
				late = true
			}
		}
	}
	switch {
	case upper == letters && letters > 1:
		f |= Caps
	case late:
		f |= Mixed
	}
	return f
}

// word returns the end of the word at off, which begins with a letter. start
// is where the block begins.
func word(t string, off, start int) (int, Kind, Flags) {
	if end, ok := link(t, off); ok {
		return end, Link, 0
	}
	if end, ok := initials(t, off); ok {
		return end, Word, Abbrev
	}
	i := off
	for i < len(t) {
		r, size := rune(t[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(t[i:])
		}
		switch {
		case isLetter(r) || unicode.IsDigit(r) || r == '_':
			i += size
			continue
		case (r == '\'' || r == '’') && i > off:
			rest, n := clitic(t, i+size)
			if rest {
				if n == 't' && t[i-1]|0x20 == 'n' {
					if i-1 > off {
						return i - 1, Word, 0 // do|n't
					}
					if off > start {
						return i + size + 1, Word, Clitic
					}
				}
				return i, Word, 0
			}
			if next, _ := utf8.DecodeRuneInString(t[i+size:]); isLetter(next) && i+size < len(t) {
				i += size
				continue
			}
		case r == '&' && i > off && i+1 < len(t) && isUpper(t[i-1]) && isUpper(t[i+1]):
			i += size
			continue
		case r == '@' && i+1 < len(t) && isWordByte(t[i+1]):
			for i < len(t) && (isWordByte(t[i]) || t[i] == '@' || t[i] == '.' && i+1 < len(t) && isWordByte(t[i+1])) {
				i++
			}
			return i, Link, 0
		case r == '.':
			if end, ok := domain(t, i); ok {
				return end, Word, 0
			}
			if i-off <= longestAbbreviation && isAbbreviation(t[off:i], t[i+1:]) {
				return i + 1, Word, Abbrev
			}
		}
		break
	}
	return i, Word, 0
}

// clitic reports whether the letters at off are all of an ending that follows
// an apostrophe ('s, 'll), and returns the first of them in lower case.
func clitic(t string, off int) (bool, byte) {
	n := off
	for n < len(t) && n < off+3 && isASCIILetter(t[n]) {
		n++
	}
	if n == off || n == off+3 {
		return false, 0
	}
	if n < len(t) {
		if r, _ := utf8.DecodeRuneInString(t[n:]); isLetter(r) || unicode.IsDigit(r) {
			return false, 0
		}
	}
	switch c := t[off] | 0x20; {
	case n == off+1 && strings.IndexByte("sdmt", c) >= 0:
		return true, c
	case n == off+2 && (t[off:n] == "ll" || t[off:n] == "re" || t[off:n] == "ve" || t[off:n] == "LL" || t[off:n] == "RE" || t[off:n] == "VE"):
		return true, c
	}
	return false, 0
}

// apostrophe returns the end and kind of what begins with an apostrophe at off
// that is end-off bytes long: an ending, a year, a doubled mark or a mark.
func apostrophe(t string, off, end int, glued bool) (int, Kind, Flags) {
	if glued {
		if ok, c := clitic(t, end); ok {
			if c == 'l' || c == 'r' || c == 'v' {
				return end + 2, Word, Clitic
			}
			return end + 1, Word, Clitic
		}
	}
	if strings.HasPrefix(t[off:], "''") {
		return off + 2, Quote, 0
	}
	if !glued && end+1 < len(t) && isDigit(t[end]) && isDigit(t[end+1]) {
		return number(t, end), Number, 0
	}
	return end, Quote, 0
}

// number returns the end of a number, with the separators between its digits
// and the letters that follow it ("20th", "1990s").
func number(t string, off int) int {
	i := off
	for i < len(t) {
		r, size := utf8.DecodeRuneInString(t[i:])
		switch {
		case unicode.IsDigit(r) || isLetter(r):
			i += size
			continue
		case (r == ',' || r == '.' || r == ':') && i+1 < len(t) && isDigit(t[i+1]) && isDigit(t[i-1]):
			i++
			continue
		}
		break
	}
	return i
}

// link returns the end of the address that begins at off.
func link(t string, off int) (int, bool) {
	if !strings.HasPrefix(t[off:], "http://") && !strings.HasPrefix(t[off:], "https://") && !strings.HasPrefix(t[off:], "www.") {
		return 0, false
	}
	i := off
	for i < len(t) && t[i] > ' ' && t[i] < utf8.RuneSelf && strings.IndexByte("\"<>()[]{}", t[i]) < 0 {
		i++
	}
	for i > off && strings.IndexByte(".,;:!?'", t[i-1]) >= 0 {
		i--
	}
	return i, true
}

func run(t string, off int, c byte) int {
	i := off
	for i < len(t) && t[i] == c {
		i++
	}
	return max(i, off+1)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// isInvisible reports characters that join or order others and are no part of
// a word: soft hyphens, zero-width and direction marks.
func isInvisible(r rune) bool { return r == '\u00ad' || r >= 0x200b && r <= 0x200f || r == '\ufeff' }

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isUpper(c byte) bool       { return 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool       { return '0' <= c && c <= '9' }
func isWordByte(c byte) bool    { return isASCIILetter(c) || isDigit(c) || c == '_' }
