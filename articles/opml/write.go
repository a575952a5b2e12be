package opml

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"gloss/articles/clean"
)

// Write writes a list of feeds as OPML 2.0: folders as outlines round their
// feeds, in the order in which they first come up.
func Write(w io.Writer, title clean.Text, subscriptions []Subscription) error {
	root := new(folder)
	for _, s := range subscriptions {
		into := root
		for name := range strings.SplitSeq(part(s.Folder).String(), "/") {
			if name != "" {
				into = into.in(name)
			}
		}
		into.feeds = append(into.feeds, s)
	}
	b := bufio.NewWriter(w)
	b.WriteString(xml.Header + "<opml version=\"2.0\">\n  <head>\n    <title>")
	escape(b, title.String())
	b.WriteString("</title>\n  </head>\n  <body>\n")
	root.write(b, "    ")
	b.WriteString("  </body>\n</opml>\n")
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write list of feeds: %w", err)
	}
	return nil
}

// A folder is an outline with others in it.
type folder struct {
	name    string
	feeds   []Subscription
	folders []*folder
}

// in returns the folder of a name in this one, a new one where there is none.
func (f *folder) in(name string) *folder {
	for _, inner := range f.folders {
		if inner.name == name {
			return inner
		}
	}
	inner := &folder{name: name}
	f.folders = append(f.folders, inner)
	return inner
}

func (f *folder) write(b *bufio.Writer, indent string) {
	for _, s := range f.feeds {
		b.WriteString(indent + "<outline")
		attribute(b, "type", "rss")
		attribute(b, "text", or(s.Title.String(), s.URL))
		if !s.Title.IsEmpty() {
			attribute(b, "title", s.Title.String())
		}
		attribute(b, "xmlUrl", s.URL)
		if !s.Site.IsEmpty() {
			attribute(b, "htmlUrl", s.Site.String())
		}
		b.WriteString("/>\n")
	}
	for _, inner := range f.folders {
		b.WriteString(indent + "<outline")
		attribute(b, "text", inner.name)
		b.WriteString(">\n")
		inner.write(b, indent+"  ")
		b.WriteString(indent + "</outline>\n")
	}
}

func attribute(b *bufio.Writer, name, value string) {
	b.WriteString(" " + name + `="`)
	escape(b, value)
	b.WriteByte('"')
}

// escape writes text as it may stand in XML. What the buffer cannot write its
// Flush tells.
func escape(b *bufio.Writer, s string) { _ = xml.EscapeText(b, []byte(s)) }
