package notebook

import (
	"strings"
	"unicode"

	"gloss/articles/anchor"
	"gloss/articles/link"
)

const (
	// wholeQuote is the most bytes of a quotation that a link holds whole. Of a
	// longer one it holds the first and the last words.
	wholeQuote = 120
	// endWords is how many words these are.
	endWords = 6
	// clearWords is how many words a quotation has at least that is found
	// without those beside it.
	clearWords = 4
)

// placeOf returns the address of the words of a selector in the page at address:
// with a text fragment, as the URL Fragment Text Directives of the WICG have
// it, so that a browser scrolls to them and marks them. It is the address
// itself where the selector has no words, and "" where the address is none of
// the web.
func placeOf(address string, at anchor.Selector) string {
	target := webAddress(address)
	if target == "" {
		return ""
	}
	directive := textDirective(at)
	if directive == "" {
		return target
	}
	if !strings.Contains(target, "#") {
		target += "#"
	}
	// What stands behind an earlier directive would be a part of it.
	target, _, _ = strings.Cut(target, ":~:")
	return target + ":~:text=" + directive
}

// webAddress returns an http or https address as it may stand in an export,
// and "" of any other one.
func webAddress(address string) string {
	target := link.Target(address, nil).String()
	lower := strings.ToLower(target)
	if !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "https://") {
		return ""
	}
	return target
}

// textDirective returns what follows "text=": the words, or their beginning
// and end, and for a few words also those beside them.
func textDirective(at anchor.Selector) string {
	lines := strings.FieldsFunc(at.Exact, func(r rune) bool { return r == '\n' })
	lines = filled(lines)
	if len(lines) == 0 {
		return ""
	}
	var words int
	for _, line := range lines {
		words += len(strings.Fields(line))
	}
	if len(lines) == 1 && len(lines[0]) <= wholeQuote {
		d := escapeDirective(lines[0])
		if words >= clearWords {
			return d
		}
		if before := lastWords(at.Prefix, at.Exact); before != "" {
			d = escapeDirective(before) + "-," + d
		}
		if after := firstWords(at.Suffix, at.Exact); after != "" {
			d += ",-" + escapeDirective(after)
		}
		return d
	}
	first, last := strings.Fields(lines[0]), strings.Fields(lines[len(lines)-1])
	if len(lines) == 1 && len(first) < 2 { // one word, and a long one
		return escapeDirective(first[0])
	}
	from := first[:min(endWords, len(first))]
	if len(lines) == 1 {
		from = first[:min(endWords, len(first)/2)]
		last = last[max(len(from), len(last)-endWords):]
	}
	to := last[max(0, len(last)-endWords):]
	return escapeDirective(strings.Join(from, " ")) + "," + escapeDirective(strings.Join(to, " "))
}

// filled returns the lines that are not blank, each with its blanks made
// one.
func filled(lines []string) []string {
	var out []string
	for _, line := range lines {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// lastWords returns the last whole words of what stands before a quotation, on
// its line. Where the quotation begins inside a word there are none: the
// directive matches whole words.
func lastWords(prefix, exact string) string {
	if i := strings.LastIndexByte(prefix, '\n'); i >= 0 {
		prefix = " " + prefix[i+1:]
	}
	if inWord(prefix, exact) {
		return ""
	}
	words := strings.Fields(prefix)
	if len(words) > 0 && !strings.HasPrefix(prefix, " ") {
		words = words[1:] // it may be the end of one
	}
	return strings.Join(words[max(0, len(words)-clearWords):], " ")
}

// firstWords returns the first whole words of what stands behind a quotation.
func firstWords(suffix, exact string) string {
	if i := strings.IndexByte(suffix, '\n'); i >= 0 {
		suffix = suffix[:i] + " "
	}
	if inWord(exact, suffix) {
		return ""
	}
	words := strings.Fields(suffix)
	if len(words) > 0 && !strings.HasSuffix(suffix, " ") {
		words = words[:len(words)-1]
	}
	return strings.Join(words[:min(clearWords, len(words))], " ")
}

// inWord tells whether the edge between two texts is inside a word.
func inWord(before, after string) bool {
	var last, first rune
	for _, r := range before {
		last = r
	}
	for _, r := range after {
		first = r
		break
	}
	return isWord(last) && isWord(first)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// escapeDirective escapes every byte of a text but the letters, digits and
// marks that mean nothing in an address nor in a directive, where '-', ',' and
// '&' do.
func escapeDirective(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '~' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(digits[c>>4])
		b.WriteByte(digits[c&15])
	}
	return b.String()
}
