package hostile

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Sheets are what a PDF is made of.
type Sheets struct {
	Title, Author string
	Pages         [][]string // lines of text
	Link          string     // the target of a link on the first page
}

// PDF returns the document as PDF 1.7, its streams not compressed. Printable
// ASCII is set in Helvetica. Other characters are given the codes from 128 on
// and told by a ToUnicode map, as programs that make PDF do, so that a reader
// gets each code point as it is, a control too; there is room for 128 of them,
// and the rest become '?'. A byte that is not UTF-8 counts as the code point of
// its value.
func (s Sheets) PDF() string {
	font := &glyphs{codes: make(map[rune]byte)}
	var contents []string
	for _, lines := range s.Pages {
		var b strings.Builder
		b.WriteString("BT /F1 11 Tf 14 TL 72 770 Td\n")
		for _, line := range lines {
			fmt.Fprintf(&b, "<%X> Tj T*\n", font.encode(line))
		}
		b.WriteString("ET\n")
		contents = append(contents, b.String())
	}
	const catalog, tree, info, fontObject, cmap, link, firstPage = 1, 2, 3, 4, 5, 6, 7
	objects := make([]string, firstPage, firstPage+2*len(contents)) // that of number 0 is not used
	objects[catalog] = fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R >>", tree)
	objects[info] = fmt.Sprintf("<< /Title %s /Author %s >>", textString(s.Title), textString(s.Author))
	objects[fontObject] = fmt.Sprintf("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 255 /Widths [%s] /ToUnicode %d 0 R >>",
		strings.TrimSpace(strings.Repeat("500 ", 256)), cmap)
	objects[cmap] = stream(font.cmap())
	objects[link] = fmt.Sprintf("<< /Type /Annot /Subtype /Link /Rect [72 700 300 790] /A << /S /URI /URI %s >> >>", literal(s.Link))
	var kids strings.Builder
	for i, content := range contents {
		number := len(objects)
		fmt.Fprintf(&kids, "%d 0 R ", number)
		annotations := ""
		if i == 0 && s.Link != "" {
			annotations = fmt.Sprintf(" /Annots [%d 0 R]", link)
		}
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 %d 0 R >> >> /Contents %d 0 R%s >>",
			tree, fontObject, number+1, annotations), stream(content))
	}
	objects[tree] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.TrimSpace(kids.String()), len(contents))

	var b strings.Builder
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	xref := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects))
	for number, object := range objects[1:] {
		xref += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", number+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", xref, len(objects), catalog, info, start)
	return b.String()
}

func stream(data string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", len(data), data)
}

// literal returns a string of PDF between parentheses.
func literal(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(s) + ")"
}

// textString returns a string of PDF for people: in ASCII, or else UTF-16.
func textString(s string) string {
	ascii := strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
	if ascii {
		return literal(s)
	}
	return "<FEFF" + utf16Hex([]rune(s)...) + ">"
}

func utf16Hex(s ...rune) string {
	var b strings.Builder
	for _, u := range utf16.Encode(s) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// glyphs are the codes of a font for the characters outside printable ASCII.
type glyphs struct {
	codes map[rune]byte
	order []rune
}

func (g *glyphs) encode(s string) []byte {
	var out []byte
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			r = rune(s[i])
		}
		i += n
		if r >= ' ' && r < 0x7f {
			out = append(out, byte(r))
			continue
		}
		code, ok := g.codes[r]
		if !ok && len(g.order) == 128 {
			code = '?'
		} else if !ok {
			code = byte(128 + len(g.order))
			g.codes[r] = code
			g.order = append(g.order, r)
		}
		out = append(out, code)
	}
	return out
}

// cmap returns the map from codes to Unicode.
func (g *glyphs) cmap() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Gloss def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n1 beginbfrange\n<20> <7E> <0020>\nendbfrange\n")
	for len(g.order) > 0 {
		part := g.order[:min(len(g.order), 100)] // no more may stand in one list
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, r := range part {
			fmt.Fprintf(&b, "<%02X> <%s>\n", g.codes[r], utf16Hex(r))
		}
		b.WriteString("endbfchar\n")
		g.order = g.order[len(part):]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}
