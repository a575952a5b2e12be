package epub

import (
	"strings"

	"golang.org/x/net/html"
)

// survey is what must be known of a page before it is read.
type survey struct {
	opening  string          // the beginning of its text, in one line
	text     bool            // it has any text
	near     bool            // a heading stands at its top
	headings map[string]bool // the text of its headings, folded
}

const (
	openingSize = 600 // bytes of text at the top of a page
	maxHeadings = 200 // headings of a page that are remembered
)

// look surveys a page of HTML.
func look(page string) survey {
	var (
		out     = survey{headings: map[string]bool{}}
		opening strings.Builder
		title   strings.Builder // of the heading that is open
		heading string          // its tag
		hidden  string          // the element whose text is not shown
		tokens  = html.NewTokenizer(strings.NewReader(page))
	)
	tokens.SetMaxBuf(len(page) + 1)
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			out.opening = strings.Join(strings.Fields(opening.String()), " ")
			return out
		case html.StartTagToken:
			switch tag, _ := tokens.TagName(); string(tag) {
			case "h1", "h2", "h3", "h4", "h5", "h6":
				heading = string(tag)
				title.Reset()
			case "head", "script", "style", "title", "svg":
				if hidden == "" {
					hidden = string(tag)
				}
			case "body":
				hidden = ""
			default:
				if opening.Len() <= openingSize {
					opening.WriteByte(' ')
				}
			}
		case html.EndTagToken:
			tag, _ := tokens.TagName()
			switch string(tag) {
			case hidden:
				hidden = ""
			case heading:
				heading = ""
				text := fold(title.String())
				if text == "" {
					break
				}
				if opening.Len() <= openingSize {
					out.near = true
				}
				if len(out.headings) < maxHeadings {
					out.headings[text] = true
				}
			}
		case html.TextToken:
			if hidden != "" {
				break
			}
			// Only what is still looked for is taken out of the page.
			if out.text && heading == "" && opening.Len() > openingSize {
				break
			}
			s := string(tokens.Text())
			if strings.TrimSpace(s) != "" {
				out.text = true
			}
			if heading != "" && title.Len() < maxTitle {
				title.WriteString(s[:min(len(s), maxTitle)])
			}
			if opening.Len() <= openingSize {
				opening.WriteString(s[:min(len(s), openingSize+1)])
			}
		}
	}
}

// fold returns a title as it is compared with another: without regard to
// capitals and white space.
func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}
