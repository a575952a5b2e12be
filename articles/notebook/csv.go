package notebook

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"

	"gloss/articles/keep"
)

// columns are the columns of a table of notes.
var columns = []string{
	"id", "created", "modified", "kind", "on", "entity", "entity type", "quotation", "note", "tags",
	"title", "byline", "site", "published", "address", "place",
}

// CSV writes the notes as a table of comma-separated values (RFC 4180): a
// header, then a row for each note. Times are in RFC 3339, tags are parted by
// ", ", and place is the address with a fragment that leads to the words.
//
// A cell that begins with '=', '+', '-', '@', a tab or a carriage return is
// given an apostrophe in front, since spreadsheets would calculate it.
func CSV(w io.Writer, leaves []Leaf) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(columns); err != nil {
		return fmt.Errorf("write notes as CSV: %w", err)
	}
	for _, leaf := range leaves {
		for _, note := range leaf.ordered() {
			if err := c.Write(row(leaf.Article, note)); err != nil {
				return fmt.Errorf("write notes as CSV: %w", err)
			}
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write notes as CSV: %w", err)
	}
	return nil
}

func row(a keep.Article, n keep.Note) []string {
	tags := make([]string, len(n.Tags))
	for i, tag := range n.Tags {
		tags[i] = tag.String()
	}
	address := webAddress(a.URL.String())
	if address == "" {
		address = a.Key
	}
	cells := []string{
		n.ID, stamp(n.Created), stamp(n.Modified), string(n.Kind), string(n.Target.On), n.Target.Entity.Name, n.Target.Entity.Type,
		n.Target.At.Exact, n.Body.String(), strings.Join(tags, ", "),
		a.Title.String(), a.Byline.String(), a.Site.String(), stamp(a.Published), address, placeOf(a.URL.String(), n.Target.At),
	}
	for i, cell := range cells {
		cells[i] = defuse(cell)
	}
	return cells
}

// defuse returns a cell that no spreadsheet takes for a formula.
func defuse(cell string) string {
	if cell != "" && strings.IndexByte("=+-@\t\r", cell[0]) >= 0 {
		return "'" + cell
	}
	return cell
}

// stamp returns a time as it is exported, "" of the zero time.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}
