package main

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"strings"
)

// Sizes in the picture, in its own units.
const (
	fontSize   = 14.0
	cellWidth  = 8.4 // what most monospaced fonts take for an em of 14
	cellHeight = 19.0
	baseline   = 14.0
	padding    = 16.0
	fonts      = "ui-monospace,'SF Mono',Menlo,Consolas,'Cascadia Mono','DejaVu Sans Mono','Liberation Mono',monospace"
)

// svg draws the screen. Each run of cells that look alike is one text of a
// fixed length, so that the grid holds whatever the viewer's font is; boxes and
// blocks are drawn as shapes, so that they have no gaps.
func svg(s *screen, p palette) string {
	var b strings.Builder
	w, h := float64(s.cols)*cellWidth+2*padding, float64(s.rows)*cellHeight+2*padding
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" font-family="%s" font-size="%g">`+"\n",
		w, h, w, h, fonts, fontSize)
	fmt.Fprintf(&b, `<rect x=".5" y=".5" width="%.0f" height="%.0f" rx="8" fill="%s" stroke="%s"/>`+"\n", w-1, h-1, hex(p.bg), hex(p.edge))
	for y := range s.rows {
		row := s.cells[y*s.cols : (y+1)*s.cols]
		for x := 0; x < len(row); {
			end := x + 1
			for end < len(row) && row[end].look == row[x].look && shaped(row[end].text) == shaped(row[x].text) {
				end++
			}
			draw(&b, row[x:end], x, y, p)
			x = end
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// draw draws cells that look alike, the first of them at column x of row y.
func draw(b *strings.Builder, cells []cell, x, y int, p palette) {
	l := cells[0].look
	fg, bg := pick(l.fg, p.fg), pick(l.bg, p.bg)
	if l.reverse {
		fg, bg = bg, fg
	}
	if l.faint {
		fg = blend(fg, bg)
	}
	left, top := padding+float64(x)*cellWidth, padding+float64(y)*cellHeight
	width := float64(len(cells)) * cellWidth
	if bg != p.bg {
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", left, top, width, cellHeight, hex(bg))
	}
	if shaped(cells[0].text) {
		for i, c := range cells {
			shape(b, c.text, left+float64(i)*cellWidth, top, hex(fg))
		}
		return
	}
	var text strings.Builder
	for _, c := range cells {
		text.WriteString(c.text)
	}
	decoration := ""
	if l.underline {
		decoration += " underline"
	}
	if l.strike {
		decoration += " line-through"
	}
	shown := text.String()
	if decoration == "" {
		trimmed := strings.TrimRight(shown, " ")
		width -= float64(len(shown)-len(trimmed)) * cellWidth
		shown = trimmed
	}
	if shown == "" {
		return
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" textLength="%.1f" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="%s"`,
		left, top+baseline, width, hex(fg))
	if l.bold {
		b.WriteString(` font-weight="bold"`)
	}
	if l.italic {
		b.WriteString(` font-style="italic"`)
	}
	if decoration != "" {
		fmt.Fprintf(b, ` text-decoration="%s"`, decoration[1:])
	}
	b.WriteByte('>')
	_ = xml.EscapeText(b, []byte(shown)) // a strings.Builder does not fail
	b.WriteString("</text>\n")
}

// arms tells which of left, right, up and down a box character reaches to.
var arms = map[string][4]bool{
	"─": {true, true, false, false}, "━": {true, true, false, false}, "│": {false, false, true, true}, "┃": {false, false, true, true},
	"┌": {false, true, false, true}, "╭": {false, true, false, true}, "┐": {true, false, false, true}, "╮": {true, false, false, true},
	"└": {false, true, true, false}, "╰": {false, true, true, false}, "┘": {true, false, true, false}, "╯": {true, false, true, false},
	"├": {false, true, true, true}, "┤": {true, false, true, true}, "┬": {true, true, false, true}, "┴": {true, true, true, false},
	"┼": {true, true, true, true},
}

// shaped reports whether a character is drawn as a shape: a line of a box, or a
// block that fills a cell from below or from the left.
func shaped(text string) bool {
	_, box := arms[text]
	return box || text >= "▁" && text <= "▏"
}

// shape draws a character at the top left corner of its cell.
func shape(b *strings.Builder, text string, left, top float64, colour string) {
	reaches, box := arms[text]
	if !box {
		width, height := cellWidth, cellHeight
		if text <= "█" {
			height *= float64([]rune(text)[0]-'▁'+1) / 8
		} else {
			width *= float64('▏'-[]rune(text)[0]+1) / 8
		}
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", left, top+cellHeight-height, width, height, colour)
		return
	}
	x, y := left+cellWidth/2, top+cellHeight/2
	ends := [4][2]float64{{left, y}, {left + cellWidth, y}, {x, top}, {x, top + cellHeight}}
	fmt.Fprintf(b, `<path stroke="%s" fill="none" d="`, colour)
	for i, end := range ends {
		if reaches[i] {
			fmt.Fprintf(b, "M%.1f %.1fL%.1f %.1f", x, y, end[0], end[1])
		}
	}
	b.WriteString("\"/>\n")
}

func pick(c color.Color, def color.RGBA) color.RGBA {
	if c == nil {
		return def
	}
	return color.RGBAModel.Convert(c).(color.RGBA)
}

// blend returns the colour half way from one to another, as faint text is shown.
func blend(a, b color.RGBA) color.RGBA {
	mid := func(x, y uint8) uint8 { return uint8((int(x) + int(y)) / 2) }
	return color.RGBA{mid(a.R, b.R), mid(a.G, b.G), mid(a.B, b.B), 0xff}
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
