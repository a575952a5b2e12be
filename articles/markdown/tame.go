package markdown

import "strings"

// maxColumns is how many columns a table can have. One with more is shown as
// it is written.
const maxColumns = 64

// tame returns a line without what would make goldmark slow: the markers of
// containers nested deeper than MaxDepth, and the delimiter row of a table with
// too many columns. ok is false where the line can stay as it is. The scanner
// is that before the line.
func tame(line string, before scanner) (tamed string, ok bool) {
	if before.open() || len(line) <= MaxDepth {
		return "", false
	}
	_, body := indentOf(line)
	if body == "" || isBreak(body) {
		return "", false
	}
	if isDelimiterRow(body) && countCells(body) > maxColumns {
		return `\` + strings.TrimLeft(line, " \t"), true
	}
	kept, end := nesting(line)
	if kept == end {
		return "", false
	}
	return line[:kept] + line[end:], true
}

// nesting returns where the first MaxDepth container markers of a line end, and
// where all of them do.
func nesting(line string) (kept, end int) {
	depth := 0
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
			i++
			continue
		case c == '>':
			i++
		default:
			n, _ := marker(line[i:], 0, false)
			if n == 0 || i+n >= len(line) || isBreak(strings.TrimRight(line[i:min(len(line), i+80)], " \t\r\n")) {
				return kept, end
			}
			i += n
		}
		depth++
		end = i
		if depth <= MaxDepth {
			kept = i
		}
	}
	return kept, end
}
