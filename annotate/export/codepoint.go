package export

import "gloss/annotate"

// stride is how many bytes lie between two counted places.
const stride = 64

// codePoints turns byte offsets of a text into counts of code points. It is
// made in one pass over the text and answers in constant time.
type codePoints struct {
	text   string
	before []int32 // code points that begin before byte i*stride
}

func newCodePoints(text string) *codePoints {
	p := &codePoints{text: text, before: make([]int32, len(text)/stride+1)}
	n := int32(0)
	for i := range len(text) {
		if i%stride == 0 {
			p.before[i/stride] = n
		}
		if begins(text[i]) {
			n++
		}
	}
	if len(text)%stride == 0 {
		p.before[len(text)/stride] = n
	}
	return p
}

// at returns how many code points begin before the byte off.
func (p *codePoints) at(off int) int {
	n := int(p.before[off/stride])
	for i := off / stride * stride; i < off; i++ {
		if begins(p.text[i]) {
			n++
		}
	}
	return n
}

func (p *codePoints) span(s annotate.Span) span {
	return span{Start: p.at(s.Start), End: p.at(s.End), Text: s.Of(p.text)}
}

// bounds returns where the span starts and ends, or nil for an empty one.
func (p *codePoints) bounds(s annotate.Span) (start, end *int) {
	if s.Empty() {
		return nil, nil
	}
	a, b := p.at(s.Start), p.at(s.End)
	return &a, &b
}

// begins reports whether c is the first byte of a code point in UTF-8.
func begins(c byte) bool { return c&0xC0 != 0x80 }
