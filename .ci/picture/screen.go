package main

import (
	"fmt"
	"image/color"

	"github.com/charmbracelet/x/ansi"
)

// A look is how a cell is drawn. A nil colour is the terminal's own.
type look struct {
	fg, bg                                          color.Color
	bold, faint, italic, underline, reverse, strike bool
}

// A cell shows text, which is empty in the right half of a wide character.
type cell struct {
	text string
	look look
}

// A screen is the part of a terminal that full-screen programs use.
type screen struct {
	cols, rows int
	cells      []cell
	x, y       int
	look       look
	colours    palette
	parser     *ansi.Parser
	answers    []byte
}

func newScreen(cols, rows int, colours palette) *screen {
	s := &screen{cols: cols, rows: rows, cells: make([]cell, cols*rows), colours: colours, parser: ansi.NewParser()}
	s.blank(0, len(s.cells))
	s.parser.SetHandler(ansi.Handler{Print: s.print, Execute: s.control, HandleCsi: s.csi, HandleOsc: s.osc})
	return s
}

func (s *screen) write(b []byte) {
	for _, c := range b {
		s.parser.Advance(c)
	}
}

// takeAnswers returns what the terminal has to say to the program's queries.
func (s *screen) takeAnswers() []byte {
	b := s.answers
	s.answers = nil
	return b
}

func (s *screen) empty() bool {
	for _, c := range s.cells {
		if c.text != "" && c.text != " " {
			return false
		}
	}
	return true
}

func (s *screen) print(r rune) {
	w := ansi.StringWidth(string(r))
	if w == 0 { // a combining mark joins the character before it
		if i := s.y*s.cols + s.x - 1; s.x > 0 {
			s.cells[i].text += string(r)
		}
		return
	}
	if s.x+w > s.cols {
		s.x = 0
		s.newline()
	}
	i := s.y*s.cols + s.x
	s.cells[i] = cell{string(r), s.look}
	if w == 2 {
		s.cells[i+1] = cell{"", s.look}
	}
	s.x += w
}

func (s *screen) control(b byte) {
	switch b {
	case '\r':
		s.x = 0
	case '\n':
		s.newline()
	case '\b':
		s.x = max(0, s.x-1)
	case '\t':
		s.x = min(s.cols-1, s.x/8*8+8)
	}
}

func (s *screen) newline() {
	if s.y++; s.y == s.rows {
		s.y--
		copy(s.cells, s.cells[s.cols:])
		s.blank(len(s.cells)-s.cols, len(s.cells))
	}
}

func (s *screen) csi(cmd ansi.Cmd, params ansi.Params) {
	n := func(i, def int) int {
		v, _, _ := params.Param(i, def)
		return v
	}
	if cmd.Prefix() == '?' {
		if cmd.Final() == 'h' && n(0, 0) == 1049 {
			s.blank(0, len(s.cells))
			s.x, s.y = 0, 0
		}
		return
	}
	if cmd.Prefix() != 0 {
		return
	}
	switch cmd.Final() {
	case 'A':
		s.y -= max(1, n(0, 1))
	case 'B':
		s.y += max(1, n(0, 1))
	case 'C':
		s.x += max(1, n(0, 1))
	case 'D':
		s.x -= max(1, n(0, 1))
	case 'G':
		s.x = n(0, 1) - 1
	case 'H', 'f':
		s.y, s.x = n(0, 1)-1, n(1, 1)-1
	case 'J':
		s.erase(n(0, 0), s.y*s.cols+s.x, 0, len(s.cells))
	case 'K':
		s.erase(n(0, 0), s.y*s.cols+s.x, s.y*s.cols, (s.y+1)*s.cols)
	case 'c':
		s.answers = append(s.answers, "\x1b[?62;22c"...)
	case 'n':
		if n(0, 0) == 6 {
			s.answers = fmt.Appendf(s.answers, "\x1b[%d;%dR", s.y+1, s.x+1)
		}
	case 'm':
		s.sgr(params)
	}
	s.x = max(0, min(s.x, s.cols-1))
	s.y = max(0, min(s.y, s.rows-1))
}

// erase clears from here to end (mode 0), from start to here (1) or all (2).
func (s *screen) erase(mode, here, start, end int) {
	here = min(here, end) // the column may stand behind the last cell
	switch mode {
	case 0:
		start = here
	case 1:
		end = min(here+1, end)
	}
	s.blank(start, end)
}

// blank puts spaces into the cells from start to end, on the background that
// is set.
func (s *screen) blank(start, end int) {
	for i := start; i < end; i++ {
		s.cells[i] = cell{" ", look{bg: s.look.bg}}
	}
}

// osc answers the questions for the terminal's own colours.
func (s *screen) osc(cmd int, data []byte) {
	c := s.colours.fg
	switch string(data) {
	case "10;?":
	case "11;?":
		c = s.colours.bg
	default:
		return
	}
	s.answers = fmt.Appendf(s.answers, "\x1b]%d;rgb:%02x%02x/%02x%02x/%02x%02x\x1b\\", cmd, c.R, c.R, c.G, c.G, c.B, c.B)
}

func (s *screen) sgr(params ansi.Params) {
	if len(params) == 0 {
		s.look = look{}
	}
	for i := 0; i < len(params); i++ {
		p, more, _ := params.Param(i, 0)
		switch {
		case p == 0:
			s.look = look{}
		case p == 1:
			s.look.bold = true
		case p == 2:
			s.look.faint = true
		case p == 3:
			s.look.italic = true
		case p == 4:
			s.look.underline = true
			if more { // 4:n tells the form of the line, 4:0 none
				i++
				form, _, _ := params.Param(i, 1)
				s.look.underline = form != 0
			}
		case p == 7:
			s.look.reverse = true
		case p == 9:
			s.look.strike = true
		case p == 22:
			s.look.bold, s.look.faint = false, false
		case p == 23:
			s.look.italic = false
		case p == 24:
			s.look.underline = false
		case p == 27:
			s.look.reverse = false
		case p == 29:
			s.look.strike = false
		case p >= 30 && p <= 37:
			s.look.fg = s.colours.ansi[p-30]
		case p >= 40 && p <= 47:
			s.look.bg = s.colours.ansi[p-40]
		case p >= 90 && p <= 97:
			s.look.fg = s.colours.ansi[p-90+8]
		case p >= 100 && p <= 107:
			s.look.bg = s.colours.ansi[p-100+8]
		case p == 39:
			s.look.fg = nil
		case p == 49:
			s.look.bg = nil
		case p == 38, p == 48, p == 58:
			var c color.Color
			i += max(0, ansi.ReadStyleColor(params[i:], &c)-1)
			if index, ok := c.(ansi.BasicColor); ok {
				c = s.colours.ansi[index]
			}
			switch p {
			case 38:
				s.look.fg = c
			case 48:
				s.look.bg = c
			}
		}
	}
}
