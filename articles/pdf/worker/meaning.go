package worker

import (
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
)

const (
	// maxMeanings is how many codes of a font are given a meaning.
	maxMeanings = 70_000
	// maxMeaning is how many bytes of UTF-16 a code may stand for.
	maxMeaning = 32
)

// meaningsOf reads the table from codes to Unicode of a font: ISO 32000-1,
// section 9.10.3. What is broken in it is passed over.
func meaningsOf(d *document, stream pdf.Value) map[int]string {
	m := map[int]string{}
	_ = try(func() {
		pdf.Interpret(stream, func(stk *pdf.Stack, op string) {
			switch op {
			case "findresource", "defineresource":
				// The library wants a dictionary here; which one does not matter.
				empty(stk)
				stk.Push(d.r.Trailer().Key("Root"))
			case "beginbfchar", "beginbfrange":
				empty(stk)
			case "endbfchar":
				for stk.Len() >= 2 {
					to, code := stk.Pop(), stk.Pop()
					mean(m, codeOf(code), to.RawString(), 0)
				}
			case "endbfrange":
				for stk.Len() >= 3 {
					to, last, first := stk.Pop(), stk.Pop(), stk.Pop()
					meanRange(m, codeOf(first), codeOf(last), to)
				}
			}
		})
	})
	return m
}

// empty drops all values of a stack.
func empty(stk *pdf.Stack) {
	for stk.Len() > 0 {
		stk.Pop()
	}
}

// meanRange gives the codes from first to last their meanings: those of an
// array, or those that follow a string.
func meanRange(m map[int]string, first, last int, to pdf.Value) {
	last = min(last, first+0xFFFF)
	for code := first; code <= last && len(m) < maxMeanings; code++ {
		if to.Kind() == pdf.Array {
			if code-first >= to.Len() {
				return
			}
			mean(m, code, to.Index(code-first).RawString(), 0)
			continue
		}
		mean(m, code, to.RawString(), code-first)
	}
}

// mean gives a code a meaning in UTF-16, its last unit raised by some.
func mean(m map[int]string, code int, s string, raise int) {
	if len(s) == 1 {
		s = "\x00" + s // some files write Latin-1
	}
	if len(s) < 2 || len(s) > maxMeaning || code < 0 || len(m) >= maxMeanings {
		return
	}
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	units[len(units)-1] += uint16(raise)
	if text := string(utf16.Decode(units)); strings.Trim(text, "\x00") != "" {
		m[code] = text
	}
}

// codeOf returns the code that a string of one or two bytes is, else -1.
func codeOf(v pdf.Value) int {
	switch s := v.RawString(); len(s) {
	case 1:
		return int(s[0])
	case 2:
		return int(s[0])<<8 | int(s[1])
	}
	return -1
}
