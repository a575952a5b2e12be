package worker

import (
	"errors"
	"time"

	"github.com/ledongthuc/pdf"

	"gloss/articles/pdf/layout"
	"gloss/articles/pdf/wire"
)

const (
	// maxForms is how deep forms may be in each other, and maxStates how many
	// states of graphics may be kept.
	maxForms  = 8
	maxStates = 256
	// maxText is how many bytes of text a page has at most.
	maxText = 2 << 20
)

var (
	errSlow     = errors.New("page takes too long")
	errTooLarge = errors.New("page has too much text")
)

// state is the state of graphics, as far as it matters to text.
type state struct {
	ctm     matrix
	font    *font
	size    float64
	between float64 // characters
	word    float64 // words
	stretch float64 // 1 for none
	leading float64
	rise    float64
}

// interpreter follows the operators of a page and gathers the text that they
// show.
type interpreter struct {
	doc       *document
	box       box
	maxGlyphs int
	deadline  time.Duration // of what is spent

	state
	kept       []state
	text, line matrix

	glyphs   [4][]layout.Run // by the direction of the text
	count    int
	bytes    int
	unknown  int
	pictures bool
	forms    int
	steps    int
	broken   bool
}

// page reads a page. It returns the reason why some of it is left out, or "".
func (in *interpreter) page(p *page) string {
	in.state = state{ctm: identity, stretch: 1}
	contents := p.v.Key("Contents")
	err := in.streams(contents, p.resources)
	switch {
	case errors.Is(err, errSlow):
		return wire.Slow
	case errors.Is(err, errTooLarge):
		return wire.TooLarge
	case err != nil || in.broken:
		return wire.Broken
	}
	return ""
}

// streams interprets a stream, or the streams of an array as one. Where one is
// broken the others are still read.
func (in *interpreter) streams(contents, resources pdf.Value) error {
	n := 1
	if contents.Kind() == pdf.Array {
		n = contents.Len()
	}
	for i := range n {
		err := try(func() {
			stream := contents
			if contents.Kind() == pdf.Array {
				stream = contents.Index(i)
			}
			in.stream(stream, resources)
		})
		if errors.Is(err, errSlow) || errors.Is(err, errTooLarge) {
			return err
		}
		in.broken = in.broken || err != nil
	}
	return nil
}

// stream interprets a stream of operators.
func (in *interpreter) stream(stream, resources pdf.Value) {
	if stream.Kind() != pdf.Stream {
		return
	}
	fonts := fontsOf(resources)
	var args []pdf.Value
	pdf.Interpret(stream, func(stk *pdf.Stack, op string) {
		if in.steps++; in.steps%256 == 0 && spent() > in.deadline {
			panic(errSlow)
		}
		args = args[:0]
		for n := stk.Len(); n > 0; n-- {
			args = append(args, stk.Pop())
		}
		in.do(op, operands(args), resources, fonts)
	})
}

// operands are those of an operator, the last one first, as they come from the
// stack. What is not there is null.
type operands []pdf.Value

// at returns operand i of n.
func (o operands) at(i, n int) pdf.Value {
	if k := n - 1 - i; k < len(o) {
		return o[k]
	}
	return pdf.Value{}
}

// matrix returns six operands as a matrix.
func (o operands) matrix() (m matrix) {
	for i := range m {
		m[i] = o.at(i, 6).Float64()
	}
	return m
}

// do does what an operator of ISO 32000-1, annex A, tells.
func (in *interpreter) do(op string, o operands, resources pdf.Value, fonts fontTable) {
	switch op {
	case "q":
		if len(in.kept) < maxStates {
			in.kept = append(in.kept, in.state)
		}
	case "Q":
		if n := len(in.kept) - 1; n >= 0 {
			in.state, in.kept = in.kept[n], in.kept[:n]
		}
	case "cm":
		in.ctm = o.matrix().then(in.ctm)
	case "BT":
		in.text, in.line = identity, identity
	case "Tc":
		in.between = o.at(0, 1).Float64()
	case "Tw":
		in.word = o.at(0, 1).Float64()
	case "Tz":
		in.stretch = o.at(0, 1).Float64() / 100
	case "TL":
		in.leading = o.at(0, 1).Float64()
	case "Ts":
		in.rise = o.at(0, 1).Float64()
	case "Tf":
		in.font, in.size = in.doc.font(fonts, o.at(0, 2).Name()), o.at(1, 2).Float64()
	case "Td":
		in.move(o.at(0, 2).Float64(), o.at(1, 2).Float64())
	case "TD":
		in.leading = -o.at(1, 2).Float64()
		in.move(o.at(0, 2).Float64(), o.at(1, 2).Float64())
	case "Tm":
		in.line = o.matrix()
		in.text = in.line
	case "T*":
		in.move(0, -in.leading)
	case "\"":
		in.word, in.between = o.at(0, 3).Float64(), o.at(1, 3).Float64()
		fallthrough
	case "'":
		in.move(0, -in.leading)
		fallthrough
	case "Tj":
		in.show(o.at(0, 1).RawString())
	case "TJ":
		in.showAll(o.at(0, 1))
	case "Do":
		in.object(resources.Key("XObject").Key(o.at(0, 1).Name()), resources)
	case "BI":
		in.pictures = true
	}
}

// move goes to the start of another line.
func (in *interpreter) move(x, y float64) {
	in.line = matrix{1, 0, 0, 1, x, y}.then(in.line)
	in.text = in.line
}

// showAll shows the strings of an array, and moves by its numbers.
func (in *interpreter) showAll(array pdf.Value) {
	for i := range array.Len() {
		v := array.Index(i)
		if v.Kind() == pdf.String {
			in.show(v.RawString())
		} else {
			in.forward(-v.Float64() / 1000 * in.size * in.stretch)
		}
	}
}

// forward moves to the right, in units of text.
func (in *interpreter) forward(x float64) { in.text = matrix{1, 0, 0, 1, x, 0}.then(in.text) }

// show shows a string of codes.
func (in *interpreter) show(codes string) {
	if in.font == nil {
		in.font = &font{missing: 0.5}
	}
	for codes != "" {
		g := in.font.next(&codes)
		width := g.width * in.size
		// What stands between all characters does not part words.
		in.glyph(g, (width+max(0, in.between))*in.stretch)
		width += in.between
		if g.isSpace {
			width += in.word
		}
		in.forward(width * in.stretch)
	}
}

// glyph takes a glyph of a width in units of text.
func (in *interpreter) glyph(g glyph, width float64) {
	if in.count++; in.count > in.maxGlyphs {
		panic(errTooLarge)
	}
	if in.bytes += len(g.text); in.bytes > maxText {
		panic(errTooLarge)
	}
	if in.count%256 == 0 && spent() > in.deadline {
		panic(errSlow)
	}
	m := in.text.then(in.ctm)
	quarter, ok := m.quarter()
	if !ok {
		return
	}
	if g.unknown {
		in.unknown++
	}
	along, up := m.scale()
	x, y := m.at(0, in.rise)
	if !in.box.isEmpty() && !in.box.has(x, y) {
		return
	}
	x, y = turned(quarter, x, y)
	in.glyphs[quarter] = append(in.glyphs[quarter], layout.Run{
		Text: g.text, X: x, Y: y, W: width * along, Size: abs(in.size) * up, Bold: in.font.bold,
	})
}

func abs(v float64) float64 { return max(v, -v) }

// runs returns the glyphs that go in the direction in which most do: what
// stands crosswise, as beside a picture, is no part of the text.
func (in *interpreter) runs() []layout.Run {
	most := 0
	for i, g := range in.glyphs {
		if len(g) > len(in.glyphs[most]) {
			most = i
		}
	}
	return in.glyphs[most]
}

// object does what is in a form, and notes a picture.
func (in *interpreter) object(v, resources pdf.Value) {
	switch v.Key("Subtype").Name() {
	case "Image":
		in.pictures = true
	case "Form":
		if in.forms >= maxForms {
			return
		}
		before, kept, text, line := in.state, in.kept, in.text, in.line
		in.forms++
		in.kept = nil
		if m := v.Key("Matrix"); m.Len() == 6 {
			var form matrix
			for i := range form {
				form[i] = m.Index(i).Float64()
			}
			in.ctm = form.then(in.ctm)
		}
		if r := v.Key("Resources"); r.Kind() == pdf.Dict {
			resources = r
		}
		err := in.streams(v, resources)
		in.forms--
		in.state, in.kept, in.text, in.line = before, kept, text, line
		if err != nil {
			panic(err)
		}
	}
}
