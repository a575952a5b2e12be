package mail

import (
	"strings"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/compose"
	"gloss/articles/plain"
)

// plain appends plain text: what is quoted by "> " stands in quotations, and a
// rule stands before the signature.
func (r *reader) plain(text string, params map[string]string) {
	lines, more := quotedLines(text, r.limits.Lines)
	if more {
		r.left++
	}
	if strings.EqualFold(params["format"], "flowed") {
		lines = unflow(lines, strings.EqualFold(params["delsp"], "yes"))
	}
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n].depth == lines[0].depth && !lines[n].isSignature() {
			n++
		}
		passage := lines[:n]
		lines = lines[n:]
		if passage[0].isSignature() {
			r.b.End(compose.Place{}.Block(articles.Rule), true)
			passage = passage[1:]
		}
		r.passage(passage)
	}
}

// line is a line of plain text without the marks of quotation.
type line struct {
	text  string
	depth int // how many quotations it stands in
}

// isSignature tells whether a line stands before the signature of the writer.
func (l line) isSignature() bool { return l.depth == 0 && l.text == "-- " }

// quotedLines returns up to most lines of a text, and whether there are more.
func quotedLines(text string, most int) (lines []line, more bool) {
	lines = make([]line, 0, min(strings.Count(text, "\n")+1, most))
	for off := 0; off < len(text); {
		if len(lines) == most {
			return lines, true
		}
		s, next := lineAt(text, off)
		off = next
		depth := 0
		for strings.HasPrefix(s, ">") {
			depth++
			s = s[1:]
			if strings.HasPrefix(s, " >") {
				s = s[1:]
			}
		}
		if depth > 0 {
			s = strings.TrimPrefix(s, " ")
		}
		lines = append(lines, line{s, min(depth, compose.MaxDepth)})
	}
	return lines, false
}

// unflow joins the lines that were only wrapped for the way (RFC 3676): those
// that end in a space, which is dropped where the sender says so.
func unflow(lines []line, drop bool) []line {
	out := lines[:0]
	var pieces []string // of the line that goes on
	for i, l := range lines {
		if l.depth == 0 {
			l.text = strings.TrimPrefix(l.text, " ")
		}
		goesOn := strings.HasSuffix(l.text, " ") && l.text != "-- " && i+1 < len(lines) && lines[i+1].depth == l.depth
		if goesOn && drop {
			l.text = l.text[:len(l.text)-1]
		}
		pieces = append(pieces, l.text)
		if !goesOn {
			l.text = strings.Join(pieces, "")
			out = append(out, l)
			pieces = pieces[:0]
		}
	}
	return out
}

// passage appends lines of one depth.
func (r *reader) passage(lines []line) {
	if len(lines) == 0 {
		return
	}
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	text := clean.Of(strings.Join(texts, "\n")).String()
	place := compose.Place{}
	for range lines[0].depth {
		place = place.Within(articles.Quotation, "")
	}
	for i, found := range plain.Blocks(text, -1) {
		if i > 0 {
			place = place.Next(found.Tight)
		}
		// The title of a message is its subject: a first line is none.
		block := place.Block(articles.Paragraph)
		block.Reflow = found.Reflow
		r.b.Write(text[found.Span.Start:found.Span.End])
		r.b.End(block, false)
	}
}
