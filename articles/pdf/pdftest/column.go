package pdftest

import "strings"

// A Column is where a text is set.
type Column struct {
	Font          Font
	Size, Leading float64 // in points
	X, Y, Width   float64 // of the first base line
	Indent        float64 // of the first line of a paragraph
	Gap           float64 // between paragraphs
	Bottom        float64 // below which nothing is set
	// Continued says that the first paragraph began elsewhere.
	Continued bool
}

// Set sets paragraphs, each as wide as the column, and returns what had no
// room, and whether that is in the middle of a paragraph. A U+00AD in a word is
// where it may be parted.
func (c Column) Set(p *Page, paragraphs []string) (rest []string, continued bool) {
	y := c.Y
	for i, text := range paragraphs {
		indent := c.Indent
		if i == 0 && c.Continued {
			indent = 0
		}
		whole := text
		for text != "" {
			if y < c.Bottom {
				return append([]string{text}, paragraphs[i+1:]...), text != whole
			}
			line, more := c.fill(text, c.Width-indent)
			c.show(p, line, c.X+indent, y, c.Width-indent, more != "")
			text, indent = more, 0
			y -= c.Leading
		}
		y -= c.Gap
	}
	return nil, false
}

// fill returns the text that a line has room for, and the rest.
func (c Column) fill(text string, room float64) (line, rest string) {
	words := strings.Split(text, " ")
	width := 0.0
	for i, word := range words {
		w := WidthOf(strings.ReplaceAll(word, "\u00ad", "")) * c.Size
		if i > 0 {
			w += Width(' ') * c.Size
		}
		if width+w <= room {
			width += w
			continue
		}
		head := strings.Join(words[:i], " ")
		tail := strings.Join(words[i:], " ")
		parts := strings.Split(word, "\u00ad")
		for k := len(parts) - 1; k > 0; k-- {
			piece := strings.Join(parts[:k], "") + "-"
			if width+(Width(' ')+WidthOf(piece))*c.Size <= room {
				rest := strings.Join(append([]string{strings.Join(parts[k:], "\u00ad")}, words[i+1:]...), " ")
				return strings.TrimPrefix(head+" "+piece, " "), rest
			}
		}
		if i == 0 {
			return word, strings.Join(words[1:], " ")
		}
		return head, tail
	}
	return text, ""
}

// show shows a line, its words apart so that it is as wide as the column where
// it is justified. There are no spaces in the file.
func (c Column) show(p *Page, line string, x, y, width float64, justified bool) {
	words := strings.Split(strings.ReplaceAll(line, "\u00ad", ""), " ")
	space := Width(' ') * c.Size
	if justified && len(words) > 1 {
		sum := 0.0
		for _, w := range words {
			sum += WidthOf(w) * c.Size
		}
		space = (width - sum) / float64(len(words)-1)
	}
	for _, w := range words {
		p.Text(c.Font, c.Size, x, y, w)
		x += WidthOf(w)*c.Size + space
	}
}
