package notebook

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"gloss/articles/clean"
	"gloss/articles/keep"
)

// Markdown writes the notes as Markdown (CommonMark): for each article a
// heading with its title and a line with its byline, site, date and address,
// and under it a list with an item for each note, in the order of the text: the
// quotation, a line with what the note is, its tags and a link to the place,
// and the reader's words. Whatever stands in a quotation, it stays text; what
// the reader wrote is Markdown, and stays in its item.
func Markdown(w io.Writer, leaves []Leaf) error {
	b := bufio.NewWriter(w)
	for i, leaf := range leaves {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeHead(b, leaf.Article)
		for _, note := range leaf.ordered() {
			b.WriteByte('\n')
			writeItem(b, leaf, note)
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write notes as Markdown: %w", err)
	}
	return nil
}

// writeHead writes the heading of an article, and what is known of it.
func writeHead(b *bufio.Writer, a keep.Article) {
	b.WriteString("## " + escapeLine(titleOf(a)) + "\n")
	var parts []string
	for _, part := range []clean.Text{a.Byline, a.Site} {
		if line := clean.Line(part.String()); !line.IsEmpty() {
			parts = append(parts, escapeLine(line.String()))
		}
	}
	if !a.Published.IsZero() {
		parts = append(parts, a.Published.Format("2 January 2006"))
	}
	if address := webAddress(a.URL.String()); address != "" {
		parts = append(parts, "<"+escapeAddress(address)+">")
	} else if isPath(a.Key) {
		parts = append(parts, escapeLine(clean.Line(a.Key).String()))
	}
	if len(parts) > 0 {
		b.WriteString("\n" + strings.Join(parts, " · ") + "\n")
	}
}

// titleOf returns what an article is called, in one line that is not empty.
func titleOf(a keep.Article) string {
	for _, s := range []string{a.Title.String(), a.URL.String(), a.Key} {
		if line := clean.Line(s); !line.IsEmpty() {
			return line.String()
		}
	}
	return "Untitled"
}

// emptyItem matches the line of an item that has nothing in it. The group is
// the last character of its marker.
var emptyItem = regexp.MustCompile(`^(?:[ \t>]|[-+*][ \t]|[0-9]{1,9}[.)][ \t])*(?:[0-9]{1,9})?([-+*]|[.)])[ \t]*$`)

// thematicBreak matches what is a rule, and no item.
var thematicBreak = regexp.MustCompile(`^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$`)

// writeItem writes a note as an item of a list. A construct that the reader's
// Markdown does not close ends with the item.
func writeItem(b *bufio.Writer, leaf Leaf, n keep.Note) {
	lines := quotation(n.Target.At.Exact)
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	lines = append(lines, label(leaf, n))
	if body := strings.Trim(n.Body.String(), "\n"); strings.TrimSpace(body) != "" {
		lines = append(lines, "")
		for line := range strings.SplitSeq(body, "\n") {
			// On an item without anything in it, readers do not agree where it ends.
			if at := emptyItem.FindStringSubmatchIndex(line); at != nil && !thematicBreak.MatchString(line) {
				line = line[:at[2]] + "\\" + line[at[2]:]
			}
			lines = append(lines, line)
		}
	}
	lead := "- "
	for _, line := range lines {
		b.WriteString(strings.TrimRight(lead+line, " \t") + "\n")
		lead = "  "
	}
}

// quotation returns the lines of a block quote with the text in it. Its line
// breaks stay; blanks at the ends of lines go, and empty lines in a row become
// one.
func quotation(text string) []string {
	var lines []string
	gap := false
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.Trim(line, " \t")
		if line == "" {
			gap = true
			continue
		}
		if gap && len(lines) > 0 {
			lines = append(lines, ">")
		}
		gap = false
		lines = append(lines, "> "+escapeLine(line))
	}
	return lines
}

// label returns the line that says what a note is: its kind, what it is on, its
// tags, when it was made, and where: a link, or the line of the text where the
// article has no address.
func label(leaf Leaf, n keep.Note) string {
	var parts []string
	if n.Kind != "" {
		parts = append(parts, "**"+escapeLine(clean.Line(string(n.Kind)).String())+"**")
	}
	if on := about(n.Target); on != "" {
		parts = append(parts, escapeLine(on))
	}
	var tags []string
	for _, tag := range n.Tags {
		tags = append(tags, escapeLine(clean.Line(tag.String()).String()))
	}
	if len(tags) > 0 {
		parts = append(parts, "tags: "+strings.Join(tags, ", "))
	}
	if !n.Created.IsZero() {
		parts = append(parts, n.Created.Format(time.DateOnly))
	}
	at := n.Target.At
	switch place, text := placeOf(leaf.Article.URL.String(), at), leaf.Texts[n.Target.Version].String(); {
	case at.IsZero():
	case place != "":
		parts = append(parts, "[in the article](<"+escapeAddress(place)+">)")
	case 0 <= at.Start && at.Start < at.End && at.End <= len(text):
		parts = append(parts, "line "+strconv.Itoa(1+strings.Count(text[:at.Start], "\n"))+" of the text")
	}
	if len(parts) == 0 {
		return "note"
	}
	return strings.Join(parts, " · ")
}
