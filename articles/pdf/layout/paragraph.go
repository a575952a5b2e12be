package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Paragraph is text that belongs together, its lines joined.
type Paragraph struct {
	Text string
	Page int // where it begins
	// Level is that of a heading, 1 to 6, or 0.
	Level int
	// Marker is the bullet of a list's item; it is not in Text.
	Marker string
	// Rows says that Text is lines whose ends matter, as the rows of a table.
	Rows bool
	// Follows says that the paragraph was parted only because of its length,
	// and goes on with the one before it.
	Follows bool
}

// maxParagraph is how many bytes a paragraph has at most, about.
const maxParagraph = 16 << 10

// Compose makes paragraphs of the lines of all pages. Running heads and page
// numbers are left out.
func Compose(pages []Page) []Paragraph {
	body := bodySize(pages)
	pages = dropMargins(pages, body)
	c := composer{body: body, words: words{}, leading: leadings(pages)}
	for _, page := range pages {
		for _, line := range page.Lines {
			c.words.read(line.Text)
		}
	}
	for _, page := range pages {
		c.page(page)
	}
	paragraphs := c.join()
	rank(paragraphs, c.groups, body)
	demoteCredits(paragraphs)
	return paragraphs
}

// A group is the lines of a paragraph.
type group struct {
	lines  []Line
	page   int
	bytes  int
	follow bool // goes on with the group before it
}

func (g *group) first() Line { return g.lines[0] }
func (g *group) last() Line  { return g.lines[len(g.lines)-1] }

func (g *group) add(l Line) {
	g.lines = append(g.lines, l)
	g.bytes += len(l.Text) + 1
}

// composer gathers lines into groups.
type composer struct {
	body    float64 // the size of most text
	words   words
	leading map[int]float64 // distance of lines by size, as leadings returns it
	groups  []*group
	now     *group // the one that the last line was added to
	open    *group // the last one that seems to go on in another column
}

// page groups the lines of a page.
func (c *composer) page(p Page) {
	for i := 0; i < len(p.Lines); {
		end := i + 1
		for end < len(p.Lines) && p.Lines[end].Block == p.Lines[i].Block {
			end++
		}
		c.block(p.Number, p.Lines[i:end])
		i = end
	}
}

// block groups the lines of a column.
func (c *composer) block(page int, lines []Line) {
	shape := shapeOf(lines, c.leading)
	for i, line := range lines {
		var g *group
		starts := i == 0 || shape.starts(c.now, lines[i-1], line)
		switch {
		case !starts:
			g = c.now
		case c.open != nil && c.open.continues(line, shape, i == 0):
			g = c.open
		}
		if starts && i > 0 && (line.Apart || smaller(line, lines[i-1])) && c.unfinished(lines[i-1], shape) {
			c.open = c.now // and goes on below the footnote or table
		} else if c.open != nil && !line.Apart && !smaller(line, c.open.last()) {
			c.open = nil
		}
		if g == nil || g.bytes > maxParagraph {
			g = &group{page: page, follow: g != nil}
			c.groups = append(c.groups, g)
		}
		g.add(line)
		c.now = g
	}
	if c.open == nil && c.unfinished(c.now.last(), shape) {
		c.open = c.now
	}
}

// smaller tells whether a line is set in smaller letters than another, as a
// footnote that comes between two columns is.
func smaller(line, than Line) bool { return line.Size < 0.95*than.Size }

// continues tells whether a line, at the top of a column or behind a footnote,
// goes on with a paragraph that stands elsewhere.
func (g *group) continues(line Line, s shape, top bool) bool {
	last := g.last()
	if !alike(last, line) || line.Apart || bullet(line.Text) > 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(line.Text)
	if unicode.IsLower(first) || strings.HasSuffix(last.Text, "-") {
		return true
	}
	return top && len(g.lines) > 1 && !endsSentence(last.Text) && line.X < s.x+0.8*line.Size && number(line.Text) == 0
}

// unfinished tells whether the last line of a column looks as if its paragraph
// went on elsewhere. Headings never do.
func (c *composer) unfinished(last Line, s shape) bool {
	if last.Apart || last.Size > larger*c.body {
		return false
	}
	return strings.HasSuffix(last.Text, "-") || !endsSentence(last.Text) && last.Right() > s.right-0.15*(s.right-s.left)
}

// alike tells whether two lines are set in the same way.
func alike(a, b Line) bool {
	return math.Abs(a.Size-b.Size) < 0.08*max(a.Size, b.Size) && a.Bold == b.Bold
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]0123456789")
	return s != "" && strings.ContainsAny(s[len(s)-1:], ".!?:;") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "。")
}

// join joins the lines of each group.
func (c *composer) join() []Paragraph {
	paragraphs := make([]Paragraph, 0, len(c.groups))
	for _, g := range c.groups {
		p := Paragraph{Page: g.page, Follows: g.follow, Rows: g.first().Apart && len(g.lines) > 1}
		if n := bullet(g.first().Text); n > 0 && !p.Rows {
			p.Marker = "•"
			g.lines[0].Text = strings.TrimSpace(g.first().Text[n:])
		}
		var text strings.Builder
		for i, line := range g.lines {
			s := strings.TrimRightFunc(line.Text, unicode.IsSpace)
			if i+1 == len(g.lines) {
				text.WriteString(s)
				break
			}
			if p.Rows {
				text.WriteString(s)
				text.WriteByte('\n')
				continue
			}
			switch c.words.jointOf(s, g.lines[i+1].Text) {
			case dropped:
				_, size := utf8.DecodeLastRuneInString(s)
				text.WriteString(s[:len(s)-size])
			case closed:
				text.WriteString(s)
			default:
				text.WriteString(s)
				text.WriteByte(' ')
			}
		}
		p.Text = strings.ReplaceAll(text.String(), "\u00ad", "")
		paragraphs = append(paragraphs, p)
	}
	return paragraphs
}
