package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
)

// lineEnd returns where the line that holds off ends, before its '\n'.
func lineEnd(text string, off int) int {
	if i := strings.IndexByte(text[off:], '\n'); i >= 0 {
		return off + i
	}
	return len(text)
}

// nextLine returns where the line behind the one that holds off starts.
func nextLine(text string, off int) int { return min(lineEnd(text, off)+1, len(text)) }

// isBlankLine tells whether nothing but white space follows off on its line. A
// line is not searched beyond its first kilobyte, so that the answer never
// hangs on what is far away.
func isBlankLine(text string, off int) bool {
	end := min(len(text), off+1024)
	for off < end {
		if text[off] == '\n' {
			return true
		}
		r, size := utf8.DecodeRuneInString(text[off:])
		if !unicode.IsSpace(r) {
			return false
		}
		off += size
	}
	return off >= len(text)
}

// skipBlankLines returns the start of the first line at or behind off, itself
// the start of a line, that is not blank.
func skipBlankLines(text string, off int) int {
	for off < len(text) && isBlankLine(text, off) {
		off = nextLine(text, off)
	}
	return off
}

// indentation returns the width in columns of the blanks at off, a tab going
// to the next multiple of 8.
func indentation(text string, off int) int {
	col := 0
	for ; off < len(text); off++ {
		switch text[off] {
		case ' ':
			col++
		case '\t':
			col += 8 - col%8
		default:
			return col
		}
	}
	return col
}

// trimSpan returns the span from start to end without the white space at its
// ends.
func trimSpan(text string, start, end int) articles.Span {
	s := text[start:end]
	left := strings.TrimLeftFunc(s, unicode.IsSpace)
	start += len(s) - len(left)
	return articles.Span{Start: start, End: start + len(strings.TrimRightFunc(left, unicode.IsSpace))}
}

// cutBefore returns where to part text that is too long: behind the last line
// break or space in the last quarter before off, or else before the last
// character that no mark or joiner binds to the one before it.
func cutBefore(text string, off int) int {
	tail := text[off-MaxBlock/4 : off]
	if i := strings.LastIndexByte(tail, '\n'); i >= 0 {
		return off - len(tail) + i + 1
	}
	if i := strings.LastIndexByte(tail, ' '); i >= 0 {
		return off - len(tail) + i + 1
	}
	for cut := off; cut > off-len(tail); cut-- {
		if !utf8.RuneStart(text[cut]) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[cut:])
		before, _ := utf8.DecodeLastRuneInString(text[:cut])
		if !unicode.In(r, unicode.M, unicode.Cf, unicode.Sk) && !unicode.In(before, unicode.Cf) {
			return cut
		}
	}
	for !utf8.RuneStart(text[off]) {
		off--
	}
	return off
}

// isItem tells whether a line starts like an item of a list: "- ", "• ",
// "3. " or "3) ".
func isItem(line string) bool {
	line = strings.TrimLeft(line, " \t")
	for _, marker := range []string{"- ", "* ", "+ ", "• ", "· ", "– "} {
		if strings.HasPrefix(line, marker) {
			return true
		}
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	return digits > 0 && digits <= 3 && len(line) > digits+1 &&
		(line[digits] == '.' || line[digits] == ')') && line[digits+1] == ' '
}

// endsSentence tells whether a line ends in a full stop, a question or an
// exclamation mark, whatever quotation marks and brackets follow it.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, " \t\"')]”’»")
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…。！？", r) && line != ""
}
