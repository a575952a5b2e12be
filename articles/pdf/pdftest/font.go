package pdftest

import (
	"fmt"
	"strings"
)

// Font is one of the fonts that each file has.
type Font int

// The fonts. Their characters are as wide as Width tells.
const (
	Times  Font = iota // codes of one byte, Windows-1252
	Bold               // the same, bold
	Glyphs             // codes of two bytes that mean what a table says, with ligatures
	fontCount
)

// Width returns the width of a character in font sizes.
func Width(r rune) float64 {
	switch {
	case strings.ContainsRune("iljtfI.,:;!'|() ’‘-", r):
		return 0.28
	case strings.ContainsRune("mwMW—", r):
		return 0.8
	case r >= 'A' && r <= 'Z':
		return 0.68
	}
	return 0.5
}

// WidthOf returns the width of a text in font sizes.
func WidthOf(s string) float64 {
	w := 0.0
	for _, r := range s {
		w += Width(r)
	}
	return w
}

// windows are the codes of the characters of Windows-1252 that Latin-1 has not.
var windows = map[rune]byte{'€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97}

// encode returns a string of codes.
func (f Font) encode(s string) string {
	var out strings.Builder
	if f == Glyphs {
		for _, r := range s {
			fmt.Fprintf(&out, "%04X", r&0xFFFF)
		}
		return "<" + out.String() + ">"
	}
	for _, r := range s {
		code, ok := windows[r]
		switch {
		case ok:
		case r < 256:
			code = byte(r)
		default:
			code = '?'
		}
		fmt.Fprintf(&out, "%02X", code)
	}
	return "<" + out.String() + ">"
}

// write adds the objects of the font, the first of them with a number, and
// returns the next number.
func (f Font) write(objects map[int]string, number int) int {
	if f == Glyphs {
		objects[number] = fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Glyphs /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>", number+1, number+2)
		objects[number+1] = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Glyphs /DW 500 /W [" + compositeWidths() + "] >>"
		objects[number+2] = Stream("", unicodeTable, true)
		return number + 3
	}
	var widths strings.Builder
	for code := rune(0); code < 256; code++ {
		r := code
		for char, c := range windows {
			if rune(c) == code {
				r = char
			}
		}
		fmt.Fprintf(&widths, "%.0f ", Width(r)*1000)
	}
	name := [...]string{Times: "Times-Roman", Bold: "Times-Bold"}[f]
	objects[number] = fmt.Sprintf("<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths [%s] >>", name, widths.String())
	return number + 1
}

// compositeWidths returns the widths of the codes below 256 in one list, and
// those of the ligatures in a range.
func compositeWidths() string {
	var out strings.Builder
	out.WriteString("0 [")
	for code := rune(0); code < 256; code++ {
		fmt.Fprintf(&out, "%.0f ", Width(code)*1000)
	}
	out.WriteString("] 64256 64262 500")
	return out.String()
}

// unicodeTable says that codes mean themselves; those of the ligatures are
// said one by one.
const unicodeTable = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
3 beginbfrange
<0000> <00FF> <0000>
<2000> <20FF> <2000>
<FB02> <FB06> [<FB02> <FB03> <00660066006C> <FB05> <FB06>]
endbfrange
2 beginbfchar
<FB00> <FB00>
<FB01> <FB01>
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
