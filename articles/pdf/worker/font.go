package worker

import (
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
)

// glyph is what a code of a font shows.
type glyph struct {
	text    string
	width   float64 // in font sizes
	isSpace bool    // the code is a space, which word spacing makes wider
	unknown bool    // nobody knows what it means
}

// font reads the codes of strings.
type font struct {
	bold      bool
	composite bool            // codes have two bytes
	unicode   bool            // they are UTF-16
	meanings  map[int]string  // what the file says that codes mean
	encoding  *[256]string    // what codes of one byte mean else
	widths    map[int]float64 // in font sizes
	ranges    []widthRange    // of widths too
	missing   float64         // the width of the other codes
	estimate  func(text string) float64
	known     map[int]glyph
}

type widthRange struct {
	first, last int
	width       float64
}

// maxWidths is how many widths of a font are remembered.
const maxWidths = 70_000

// next takes a code off a string, and returns what it shows.
func (f *font) next(codes *string) glyph {
	s := *codes
	code, n := int(s[0]), 1
	if f.composite && len(s) > 1 {
		code, n = code<<8|int(s[1]), 2
	}
	*codes = s[n:]
	if g, ok := f.known[code]; ok {
		return g
	}
	g := f.look(code)
	g.isSpace = code == ' ' && !f.composite
	if f.known == nil {
		f.known = map[int]glyph{}
	}
	f.known[code] = g
	return g
}

// look finds out what a code shows.
func (f *font) look(code int) (g glyph) {
	switch {
	case f.meanings[code] != "":
		g.text = f.meanings[code]
	case f.unicode:
		g.text = string(utf16.Decode([]uint16{uint16(code)}))
	case !f.composite && f.encoding != nil:
		g.text = f.encoding[code]
	case !f.composite && code >= ' ' && code < 0x7F:
		g.text = string(rune(code))
	}
	if g.text == "" || g.text < " " && strings.Trim(g.text, "\t\n\r") != "" {
		g.text, g.unknown = "\ufffd", true
	}
	g.width = f.width(code, g.text)
	return g
}

// width returns the width of a code in font sizes.
func (f *font) width(code int, text string) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	for _, r := range f.ranges {
		if code >= r.first && code <= r.last {
			return r.width
		}
	}
	if f.estimate != nil {
		return f.estimate(text)
	}
	return f.missing
}

// fontTable is the fonts of a page: a dictionary, and the references in it, by
// which fonts of other pages are known again.
type fontTable struct {
	v    pdf.Value
	refs map[string]string
}

// reference is an entry of a dictionary, as the library prints it.
var reference = regexp.MustCompile(`/([A-Za-z0-9_.+-]+) (\d+ \d+) R`)

// fontsOf returns the fonts of resources.
func fontsOf(resources pdf.Value) fontTable {
	t := fontTable{v: resources.Key("Font"), refs: map[string]string{}}
	if t.v.Kind() == pdf.Dict {
		for _, m := range reference.FindAllStringSubmatch(t.v.String(), -1) {
			t.refs[m[1]] = m[2]
		}
	}
	return t
}

// font returns the font of a name. One that is broken shows ASCII.
func (d *document) font(t fontTable, name string) *font {
	key, shared := t.refs[name]
	if f := d.fonts[key]; shared && f != nil {
		return f
	}
	f := &font{missing: 0.5}
	_ = try(func() { f.load(d, t.v.Key(name)) })
	if shared {
		d.fonts[key] = f
	}
	return f
}

// load reads a font. What was read before an error stays.
func (f *font) load(d *document, v pdf.Value) {
	name := strings.ToLower(v.Key("BaseFont").Name())
	f.bold = isBold(name)
	if to := v.Key("ToUnicode"); to.Kind() == pdf.Stream {
		f.meanings = meaningsOf(d, to)
	}
	if v.Key("Subtype").Name() == "Type0" {
		f.composite = true
		encoding := v.Key("Encoding").Name()
		f.unicode = strings.HasPrefix(encoding, "Uni") && (strings.Contains(encoding, "UCS2") || strings.Contains(encoding, "UTF16"))
		f.loadComposite(v.Key("DescendantFonts").Index(0))
		return
	}
	f.loadWidths(v, name)
	f.encoding = encodingOf(v)
}

// isBold tells whether the name of a font, in small letters, is that of a bold
// one.
func isBold(name string) bool {
	for _, part := range [...]string{"bold", "black", "heavy", "cmbx", "sfbx", "sfsx"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return strings.HasSuffix(name, "-bd") || strings.HasSuffix(name, "-demi")
}

// loadWidths reads the widths of a font with codes of one byte.
func (f *font) loadWidths(v pdf.Value, name string) {
	unit := 0.001
	if m := v.Key("FontMatrix"); v.Key("Subtype").Name() == "Type3" && m.Len() == 6 {
		unit = abs(m.Index(0).Float64())
	}
	f.missing = v.Key("FontDescriptor").Key("MissingWidth").Float64() * unit
	widths := v.Key("Widths")
	if widths.Kind() != pdf.Array {
		f.estimate = standardWidths(name, f.bold)
		return
	}
	first := int(v.Key("FirstChar").Int64())
	f.widths = map[int]float64{}
	for i := range min(widths.Len(), 256) {
		f.widths[first+i] = widths.Index(i).Float64() * unit
	}
}

// loadComposite reads the widths of a font with codes of two bytes: a list of
// "first [w w w]" and "first last w".
func (f *font) loadComposite(v pdf.Value) {
	f.missing = 1
	if w := v.Key("DW"); !w.IsNull() {
		f.missing = w.Float64() / 1000
	}
	f.widths = map[int]float64{}
	list := v.Key("W")
	for i := 0; i+1 < list.Len() && len(f.widths)+len(f.ranges) < maxWidths; {
		first, second := int(list.Index(i).Int64()), list.Index(i+1)
		if second.Kind() == pdf.Array {
			for k := range min(second.Len(), maxWidths) {
				f.widths[first+k] = second.Index(k).Float64() / 1000
			}
			i += 2
			continue
		}
		r := widthRange{first, int(second.Int64()), list.Index(i+2).Float64() / 1000}
		if r.last-r.first < 256 {
			for k := r.first; k <= r.last; k++ {
				f.widths[k] = r.width
			}
		} else if len(f.ranges) < 256 {
			f.ranges = append(f.ranges, r)
		}
		i += 3
	}
}
