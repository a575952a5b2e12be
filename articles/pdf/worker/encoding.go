package worker

import (
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// encodingOf returns what the codes of a font with codes of one byte mean: the
// base encoding that it names, or that of the font itself, and the differences
// from it.
func encodingOf(v pdf.Value) *[256]string {
	encoding := v.Key("Encoding")
	base := encoding.Name()
	if encoding.Kind() == pdf.Dict {
		base = encoding.Key("BaseEncoding").Name()
	}
	var table [256]string
	switch base {
	case "WinAnsiEncoding":
		table = tableOf(charmap.Windows1252)
	case "MacRomanEncoding":
		table = tableOf(charmap.Macintosh)
	default:
		table = standard()
		if v.Key("Subtype").Name() == "TrueType" {
			table = tableOf(charmap.Windows1252)
		}
		_ = try(func() { builtIn(v.Key("FontDescriptor").Key("FontFile"), &table) })
	}
	if v.Key("Subtype").Name() == "Type3" {
		for code, text := range texCodes {
			table[code] = text
		}
	}
	if encoding.Kind() == pdf.Dict {
		differences(v, encoding.Key("Differences"), &table)
	}
	return &table
}

// texCodes are what codes mean in the old and new encoding of TeX, which makes
// pictures of its letters with names that say nothing.
var texCodes = map[int]string{
	11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl", 16: "“", 17: "”", 21: "–", 22: "—",
	27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl", 136: "•",
}

// tableOf returns the characters of an encoding.
func tableOf(m *charmap.Charmap) (table [256]string) {
	for code := range table {
		if r := m.DecodeByte(byte(code)); r >= ' ' && r != '\ufffd' {
			table[code] = string(r)
		}
	}
	return table
}

// standardHigh are the characters of the standard encoding of Adobe from A1
// on, a '.' for none: ISO 32000-1, annex D.
const standardHigh = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ.–†‡·.¶•‚„”»…‰.¿.`´ˆ˜¯˘˙¨.˚¸.˝˛ˇ—................Æ.ª....ŁØŒº.....æ...ı..łøœß"

// standard returns the standard encoding of Adobe.
func standard() (table [256]string) {
	for code := ' '; code < 0x7F; code++ {
		table[code] = string(code)
	}
	table['\''], table['`'] = "’", "‘"
	code := 0xA1
	for _, r := range standardHigh {
		if r != '.' {
			table[code] = string(r)
		}
		code++
	}
	return table
}

// differences changes a table as a font tells: numbers, each with the names of
// the glyphs from there on.
func differences(v, list pdf.Value, table *[256]string) {
	decode := (&pdf.Font{V: v}).Encoder()
	code := 0
	for i := range min(list.Len(), 1024) {
		switch x := list.Index(i); x.Kind() {
		case pdf.Integer:
			code = int(x.Int64())
		case pdf.Name:
			if code >= 0 && code < 256 {
				text := nameOf(x.Name())
				if text == "" {
					// The library has the list of all names. It tells the code itself
					// where it does not know one; but that is what "iacute" means too.
					s := decode.Decode(string([]byte{byte(code)}))
					if s != string(rune(code)) || code >= 0xA0 && !strings.ContainsAny(x.Name(), "0123456789_.") {
						text = s
					}
				}
				if text != "" {
					table[code] = text
				}
			}
			code++
		}
	}
}

// names are the names of glyphs that fonts of TeX have in their own encoding,
// those of letters aside.
var names = map[string]string{
	"ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi", "ffl": "ffl", "space": " ",
	"f_f": "ff", "f_i": "fi", "f_l": "fl", "f_f_i": "ffi", "f_f_l": "ffl", "t_t": "tt", "T_h": "Th",
	"quoteright": "’", "quoteleft": "‘", "quotedblleft": "“", "quotedblright": "”", "quotesingle": "'",
	"endash": "–", "emdash": "—", "hyphen": "-", "period": ".", "comma": ",", "colon": ":", "semicolon": ";",
	"exclam": "!", "question": "?", "parenleft": "(", "parenright": ")", "bracketleft": "[", "bracketright": "]",
	"slash": "/", "plus": "+", "equal": "=", "percent": "%", "ampersand": "&", "at": "@", "numbersign": "#",
	"dollar": "$", "asterisk": "*", "quotedbl": "\"", "exclamdown": "¡", "questiondown": "¿",
	"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9", "dotlessi": "ı", "dotlessj": "ȷ", "germandbls": "ß", "ae": "æ", "oe": "œ",
	"oslash": "ø", "AE": "Æ", "OE": "Œ", "Oslash": "Ø", "acute": "´", "grave": "`", "circumflex": "ˆ",
	"dieresis": "¨", "tilde": "˜", "macron": "¯", "breve": "˘", "caron": "ˇ", "ring": "˚", "cedilla": "¸",
	"dotaccent": "˙", "hungarumlaut": "˝", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
	"Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "bullet": "•",
	"periodcentered": "·", "minus": "−", "multiply": "×", "visiblespace": "␣", "nbspace": " ",
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "epsilon1": "ε", "zeta": "ζ",
	"eta": "η", "theta": "θ", "theta1": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
	"xi": "ξ", "pi": "π", "rho": "ρ", "rho1": "ϱ", "sigma": "σ", "sigma1": "ς", "tau": "τ", "upsilon": "υ",
	"phi": "φ", "phi1": "ϕ", "chi": "χ", "psi": "ψ", "omega": "ω",
}

// nameOf returns what the name of a glyph stands for, "" where that is not
// known: a letter, one of names, or a code point as in "uni20AC" and "u1F600".
// What follows a dot is a variant.
func nameOf(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if s, ok := names[name]; ok {
		return s
	}
	if len(name) == 1 && name >= "A" {
		return name
	}
	hex, ok := strings.CutPrefix(name, "uni")
	if !ok || len(hex) != 4 {
		if hex, ok = strings.CutPrefix(name, "u"); !ok || len(hex) < 4 || len(hex) > 6 {
			return ""
		}
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || n > 0x10FFFF {
		return ""
	}
	return string(rune(n))
}

// maxProgram is how much of a font's program is looked at for its encoding.
const maxProgram = 64 << 10

// dup is an entry of the encoding in a font's program: "dup 12 /fi put".
var dup = regexp.MustCompile(`dup\s+(\d{1,3})\s*/([A-Za-z0-9._]+)\s+put`)

// builtIn changes a table as the program of a Type 1 font tells in its
// beginning, which is plain text.
func builtIn(program pdf.Value, table *[256]string) {
	if program.Kind() != pdf.Stream {
		return
	}
	text, _ := io.ReadAll(io.LimitReader(program.Reader(), maxProgram))
	entries := dup.FindAllSubmatch(text, -1)
	if len(entries) == 0 {
		return
	}
	*table = [256]string{}
	for _, e := range entries {
		if code, _ := strconv.Atoi(string(e[1])); code < 256 {
			table[code] = nameOf(string(e[2]))
		}
	}
}
