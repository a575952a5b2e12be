package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"gloss/annotate"
	"gloss/annotate/language"
)

// widest is how many code points of a text a column of the table shows.
const widest = 72

// writeTable writes one document as sections of aligned columns.
func (w *Writer) writeTable(d Document) error {
	out := bufio.NewWriter(w.out)
	if w.n > 1 {
		fmt.Fprintln(out)
	}
	title := d.Title
	if title == "" {
		title = d.ID
	}
	if title != "" {
		fmt.Fprintf(out, "%s\n\n", oneLine(title))
	}
	if why := language.Unread(d.Annotations.Lang); why != "" {
		fmt.Fprintf(out, "  %s\n", why)
		return out.Flush()
	}
	sections := 0
	section := func(name string, rows func(io.Writer)) {
		if sections++; sections > 1 {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, name)
		t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		rows(t)
		t.Flush() // a failed write is kept by out and told by its Flush
	}
	a := d.Annotations
	names := make(map[string]string, len(a.Entities))
	for _, e := range a.Entities {
		names[e.ID] = e.Name
	}
	if w.only.Entities {
		section("Entities", func(t io.Writer) {
			for _, e := range a.Entities {
				fmt.Fprintf(t, "  %s\t%s\t%d\t%s\n", cell(e.Name), e.Type, len(e.Mentions), cell(strings.Join(append(append([]string{}, e.Roles...), e.Aliases...), ", ")))
			}
		})
	}
	if w.only.Quotes {
		section("Statements", func(t io.Writer) {
			for _, q := range a.Quotes {
				fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", cell(speakerName(q, names, d.Text)), cell(q.Cue.Of(d.Text)), q.Kind, cell(contentOf(q, d.Text)))
			}
		})
	}
	if w.only.Coalitions {
		section("Coalitions", func(t io.Writer) {
			for _, c := range a.Coalitions {
				extent := "in part"
				if c.Exhaustive {
					extent = "in full"
				}
				fmt.Fprintf(t, "  %s\t%s %s\t%d\t%s\n", cell(c.Name), c.Basis, extent, len(c.Members), oneLine(memberNames(c)))
			}
		})
	}
	return out.Flush()
}

// speakerName returns the name of the speaker's entity, or the words that
// stand for the speaker.
func speakerName(q annotate.Quote, names map[string]string, text string) string {
	if n := names[q.Speaker.Entity]; n != "" {
		return n
	}
	if q.Speaker.Span.Empty() {
		return "?"
	}
	return q.Speaker.Span.Of(text)
}

func contentOf(q annotate.Quote, text string) string {
	var parts []string
	for _, s := range q.Content {
		parts = append(parts, s.Of(text))
	}
	return strings.Join(parts, " … ")
}

func memberNames(c annotate.Coalition) string {
	var parts []string
	for _, m := range c.Members {
		parts = append(parts, m.Name)
	}
	return strings.Join(parts, ", ")
}

// cell returns s on one line, cut to the widest column.
func cell(s string) string {
	s = oneLine(s)
	if utf8.RuneCountInString(s) <= widest {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:widest-1]), " ") + "…"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
