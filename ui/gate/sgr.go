package gate

import "bytes"

// sgr tells whether the parameters of an SGR sequence (ECMA-48, 8.3.117) are
// such as the theme makes: none, or a reset, bold, faint, italic, underlines of
// all forms, reverse, struck out, and colours. Text that blinks or is concealed
// is not among them.
func sgr(params []byte) bool {
	if len(params) == 0 {
		return true
	}
	for more := true; more; {
		var code []byte
		code, params, more = cut(params)
		switch n := number(code); {
		case n >= 0 && n <= 4, n == 7, n == 9,
			n >= 30 && n <= 37, n >= 90 && n <= 97,
			n >= 40 && n <= 47, n >= 100 && n <= 107:
		case n == 38, n == 48:
			if !more {
				return false
			}
			var ok bool
			if params, more, ok = colour(params); !ok {
				return false
			}
		case len(code) == 3 && code[0] == '4' && code[1] == ':' && code[2] >= '2' && code[2] <= '5':
		default:
			return false
		}
	}
	return true
}

// colour reads the parameters after 38 or 48: "5;n" of the palette or
// "2;r;g;b".
func colour(params []byte) (rest []byte, more, ok bool) {
	form, rest, more := cut(params)
	values := 0
	switch string(form) {
	case "5":
		values = 1
	case "2":
		values = 3
	default:
		return nil, false, false
	}
	for range values {
		var value []byte
		if !more {
			return nil, false, false
		}
		value, rest, more = cut(rest)
		if n := number(value); n < 0 || n > 255 {
			return nil, false, false
		}
	}
	return rest, more, true
}

// cut parts the first parameter from the rest.
func cut(params []byte) (first, rest []byte, more bool) {
	return bytes.Cut(params, []byte(";"))
}
