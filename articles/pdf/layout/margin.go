package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// edge is how many rows at the top and at the bottom of a page may be running
// heads or page numbers.
const edge = 2

// spot is the words of a row, as withoutDigits returns them, and where it
// stands, rounded.
type spot struct {
	words string
	y     int
}

// dropMargins returns the pages without running heads, running feet and page
// numbers: rows at the edge of a page that stand at the same place on other
// pages with the same words, their digits aside. Rows much larger than body are
// left: slides begin with the same words too.
func dropMargins(pages []Page, body float64) []Page {
	if len(pages) < 2 {
		return pages
	}
	seen := map[spot]int{} // on how many pages
	edges := make([][]edgeRow, len(pages))
	for i, page := range pages {
		edges[i] = edgeRows(page.Lines)
		once := map[spot]bool{}
		for _, row := range edges[i] {
			if !once[row.spot] {
				once[row.spot] = true
				seen[row.spot]++
			}
		}
	}
	enough := min(3, max(2, len(pages)/2))
	out := make([]Page, len(pages))
	left := 0
	for i, page := range pages {
		drop := map[int]bool{}
		for _, row := range edges[i] {
			// A row that is a little off its place still counts.
			below, above := row.spot, row.spot
			below.y--
			above.y++
			if row.size <= 1.3*body && seen[row.spot]+seen[below]+seen[above] >= enough {
				for _, k := range row.lines {
					drop[k] = true
				}
			}
		}
		out[i] = Page{Number: page.Number}
		for k, line := range page.Lines {
			if !drop[k] {
				out[i].Lines = append(out[i].Lines, line)
				left++
			}
		}
	}
	if left == 0 {
		return pages // all pages are alike
	}
	return out
}

// edgeRow is a row at the edge of a page: its lines, of all columns.
type edgeRow struct {
	spot
	size  float64 // of the largest
	lines []int   // indexes in the page
}

// edgeRows returns the first and last rows of a page.
func edgeRows(lines []Line) []edgeRow {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(lines[b].Y, lines[a].Y), cmp.Compare(lines[a].X, lines[b].X))
	})
	var rows []edgeRow
	for start := 0; start < len(order); {
		end := start + 1
		for end < len(order) && lines[order[end-1]].Y-lines[order[end]].Y < 0.3*lines[order[end]].Size {
			end++
		}
		rows = append(rows, rowOf(lines, order[start:end]))
		start = end
	}
	if len(rows) > 2*edge {
		rows = append(rows[:edge:edge], rows[len(rows)-edge:]...)
	}
	return rows
}

// rowOf returns the row that lines make.
func rowOf(lines []Line, indexes []int) edgeRow {
	row := edgeRow{lines: indexes}
	var text strings.Builder
	for _, k := range indexes {
		row.size = max(row.size, lines[k].Size)
		text.WriteString(lines[k].Text)
		text.WriteByte(' ')
	}
	row.words = withoutDigits(text.String())
	row.y = int(math.Round(lines[indexes[0]].Y / 4))
	return row
}

// withoutDigits returns the words of a line in small letters with a '#' for
// each number, Roman ones that stand alone too.
func withoutDigits(s string) string {
	var out strings.Builder
	for _, word := range strings.Fields(strings.ToLower(s)) {
		if strings.Trim(word, "ivxlc") == "" {
			word = "1"
		}
		for i, r := range word {
			if !unicode.IsDigit(r) {
				out.WriteRune(r)
			} else if i == 0 || !strings.HasSuffix(out.String(), "#") {
				out.WriteByte('#')
			}
		}
		out.WriteByte(' ')
	}
	return out.String()
}
