package markdown

import "strings"

// A cut says whether the source may be parted before a line.
type cut uint8

const (
	never cut = iota
	loose     // at the cost of parting a list
	safe      // no block goes on from before
)

// scanner follows the blocks of the source line by line, only as far as it
// takes to know where none goes on. Where it is in doubt it answers never.
type scanner struct {
	blank  bool   // the last line was blank
	prose  bool   // the last line was of a paragraph at the top level
	quoted bool   // that paragraph may go on from a quotation
	item   int    // the column at which the text of the open list item starts, or 0
	empty  bool   // the last line was an item's marker alone
	fence  fence  // the open fenced code block
	opener string // its first line
	table  int    // the columns of the open table, or 0
	last   int    // the cells that the last line would have as a table's header
	html   string // what ends the open HTML block, of those that blank lines do not end
}

// noText is the column of an item that can have no more text: an empty line
// behind a marker that stands alone ends the item, but not the list.
const noText = 1 << 20

// fence is the mark of a fenced code block.
type fence struct {
	char byte // '`' or '~'; 0 where none is open
	size int
}

// next takes in a line and tells whether the source may be parted before it.
func (s *scanner) next(line string) cut {
	indent, body := indentOf(line)
	if body == "" {
		s.blank, s.prose, s.quoted = true, false, false
		s.table, s.last = 0, 0
		if s.html == blankLine {
			s.html = ""
		}
		if s.empty {
			s.item, s.empty = noText, false
		}
		return never
	}
	s.follow(body)
	blank, prose := s.blank, s.prose
	if s.empty && indent < s.item {
		blank = true // an item without text ends where nothing is indented
	}
	s.blank, s.prose, s.empty = false, false, false
	if s.item > 0 {
		if indent >= s.item {
			s.inside(indent, body, !blank)
			if blank && s.fence.char == 0 && s.html == "" {
				return loose
			}
			return never
		}
		if s.open() {
			// What is open in an item ends with the item.
			s.closeAll()
			blank = true
		}
		// A paragraph in the item goes on to lines without its indentation.
		prose = !blank
	}
	if s.open() {
		s.inside(indent, body, prose)
		return never
	}
	return s.top(indent, body, blank, prose)
}

// top takes in a line that is in no list item and in no open block.
func (s *scanner) top(indent int, body string, blank, prose bool) cut {
	wasItem := s.item > 0
	if indent >= 4 {
		if blank {
			s.item = 0
		}
		s.prose = prose && !wasItem
		return never
	}
	if !isBreak(body) {
		if size, column := marker(body, indent, prose && !wasItem && !s.quoted); size > 0 {
			s.item = column
			s.empty = size > len(body)
			s.table = 0
			s.inside(s.item, strings.TrimLeft(body[min(len(body), size):], " \t"), false)
			if blank && !wasItem && indent == 0 {
				return safe
			}
			return loose
		}
	}
	starts := body[0] == '#' || body[0] == '>' || isBreak(body) || prose && !wasItem && strings.Trim(body, "=") == ""
	if s.inside(indent, body, prose); s.open() {
		starts = true
	}
	if starts || blank {
		s.item = 0
	}
	if starts {
		s.table = 0
	}
	s.prose = !starts
	s.quoted = body[0] == '>' || s.quoted && !starts
	if blank && indent == 0 {
		return safe
	}
	return never
}

func (s *scanner) open() bool { return s.fence.char != 0 || s.html != "" }

func (s *scanner) closeAll() { s.fence, s.opener, s.html = fence{}, "", "" }

// follow notes where a table begins: a line of dashes under one with as many
// cells. It ends with a blank line.
func (s *scanner) follow(body string) {
	if s.table > 0 || s.open() {
		return
	}
	cells := countCells(body)
	if cells == s.last && isDelimiterRow(body) {
		s.table = cells
	}
	s.last = cells
}

// countCells returns how many cells a line has as a row of a table.
func countCells(body string) int {
	body = strings.TrimPrefix(body, "|")
	n := 1
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case '\\':
			i++
		case '|':
			if i < len(body)-1 {
				n++
			}
		}
	}
	return n
}

// isDelimiterRow tells whether a line can stand under the header of a table.
func isDelimiterRow(body string) bool {
	return strings.Contains(body, "-") && strings.Trim(body, "|:- \t") == ""
}

// inside opens and closes fenced code and HTML. prose says that a paragraph is
// open.
func (s *scanner) inside(indent int, body string, prose bool) {
	switch {
	case s.html != "":
		if endsHTML(body, s.html) {
			s.html = ""
		}
	case s.fence.char != 0:
		f, info := fenceOf(body)
		if f.char == s.fence.char && f.size >= s.fence.size && info == "" && indent < 4+s.item {
			s.closeAll()
		}
	default:
		if body == "" {
			return
		}
		if f, info := fenceOf(body); f.char != 0 && !(f.char == '`' && strings.Contains(info, "`")) {
			s.fence = f
			s.opener = body[:f.size] + info + "\n"
			return
		}
		if end := htmlEnd(body, prose); end != "" && !endsHTML(body, end) {
			s.html = end
		}
	}
}

// indentOf returns the columns of white space that a line begins with, and the
// rest without its line end; "" for a blank line.
func indentOf(line string) (indent int, body string) {
	for i := range len(line) {
		switch line[i] {
		case ' ':
			indent++
		case '\t':
			indent += 4 - indent%4
		default:
			return indent, strings.TrimRight(line[i:], " \t\r\n")
		}
	}
	return indent, ""
}

// fenceOf returns the fence that a line begins with and what follows it.
func fenceOf(body string) (f fence, info string) {
	if body[0] != '`' && body[0] != '~' {
		return fence{}, ""
	}
	size := len(body) - len(strings.TrimLeft(body, body[:1]))
	if size < 3 {
		return fence{}, ""
	}
	return fence{body[0], size}, body[size:]
}

// marker returns the size in bytes of the list marker that a line begins with,
// blanks behind it included, and the column at which the item's text starts; a
// size of 0 where there is none, and one more than the line has where there is
// no text. The line starts at column col. Within a paragraph only a list that
// starts at 1 and with some text can begin.
func marker(body string, col int, prose bool) (size, column int) {
	n := 0
	switch body[0] {
	case '-', '+', '*':
		n = 1
	default:
		for n < len(body) && n < 9 && body[n] >= '0' && body[n] <= '9' {
			n++
		}
		if n == 0 || n == len(body) || body[n] != '.' && body[n] != ')' || prose && body[:n] != "1" {
			return 0, 0
		}
		n++
	}
	if n == len(body) {
		if prose {
			return 0, 0
		}
		return n + 1, col + n + 1
	}
	if body[n] != ' ' && body[n] != '\t' {
		return 0, 0
	}
	size, column = n, col+n
	for size < len(body) && (body[size] == ' ' || body[size] == '\t') {
		if body[size] == '\t' {
			column += 4 - column%4
		} else {
			column++
		}
		size++
	}
	if column-col-n > 4 { // the text is indented code
		return n + 1, col + n + 1
	}
	return size, column
}

// isBreak tells whether a line is a thematic break.
func isBreak(body string) bool {
	c := body[0]
	if c != '-' && c != '*' && c != '_' {
		return false
	}
	n := 0
	for i := range len(body) {
		switch body[i] {
		case c:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}

// blankLine stands for the end of the HTML blocks that a blank line ends.
const blankLine = "\n"

// htmlEnd returns what ends the HTML block that a line begins, or "" where it
// begins none. prose says that it would have to end a paragraph.
func htmlEnd(body string, prose bool) string {
	if body[0] != '<' {
		return ""
	}
	lower := strings.ToLower(body[:min(len(body), 12)])
	for _, name := range [...]string{"<script", "<pre", "<style", "<textarea"} {
		if rest, ok := strings.CutPrefix(lower, name); ok && (rest == "" || strings.IndexByte(" \t>/", rest[0]) >= 0) {
			return "</"
		}
	}
	switch {
	case strings.HasPrefix(body, "<!--"):
		return "-->"
	case strings.HasPrefix(body, "<?"):
		return "?>"
	case strings.HasPrefix(body, "<![CDATA["):
		return "]]>"
	case len(body) > 2 && body[1] == '!' && body[2] >= 'A' && body[2] <= 'Z':
		return ">"
	}
	if isBlockTag(body) {
		return blankLine
	}
	name, size := tagName(body)
	switch {
	case prose || name == "" || strings.TrimSpace(body[size:]) != "":
		return ""
	case name == "script" || name == "style" || name == "pre":
		return ""
	}
	return blankLine
}

// isBlockTag tells whether a line begins with a tag that starts an HTML block
// even within a paragraph.
func isBlockTag(body string) bool {
	body = strings.TrimPrefix(body[1:], "/")
	end := strings.IndexAny(body, " \t/>")
	if end < 0 {
		end = len(body)
	}
	if rest := body[end:]; strings.HasPrefix(rest, "/") && !strings.HasPrefix(rest, "/>") {
		return false
	}
	switch name := strings.ToLower(body[:end]); name {
	case "base", "basefont", "caption", "col", "colgroup", "dir", "frame", "frameset", "head", "link", "menuitem",
		"noframes", "optgroup", "option", "param", "search", "source", "track":
		return true
	case "pre":
		return false
	default:
		return apart(name)
	}
}

// endsHTML tells whether a line ends an HTML block. "</" stands for the end
// tag of any of the elements whose content is not parsed.
func endsHTML(body, end string) bool {
	if end != "</" {
		return strings.Contains(body, end)
	}
	lower := strings.ToLower(body)
	for _, tag := range [...]string{"</script>", "</pre>", "</style>", "</textarea>"} {
		if strings.Contains(lower, tag) {
			return true
		}
	}
	return false
}
