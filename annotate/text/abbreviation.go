package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const longestAbbreviation = 5

// isAbbreviation reports whether word, which a full stop follows, is short for
// another, so that the stop is part of it. rest is what follows the stop.
func isAbbreviation(word, rest string) bool {
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "fr", "sr", "jr", "st", "ste", "messrs", "mme", "mlle",
		"gen", "col", "lt", "sgt", "cpl", "capt", "maj", "cmdr", "adm", "brig",
		"sen", "sens", "rep", "reps", "gov", "govs", "pres", "supt", "amb",
		"inc", "corp", "ltd", "co", "bros", "plc", "llc", "cos",
		"vs", "etc", "viz", "cf", "al", "ca", "est", "dept", "univ", "assn", "ave", "blvd", "mt", "ft",
		"jan", "feb", "aug", "sept", "oct", "nov", "dec",
		"ala", "ariz", "calif", "colo", "conn", "fla", "mass", "mich", "minn", "okla", "penn", "tenn", "tex", "va", "wis":
		return true
	case "no", "nos", "rs", "pp", "vol", "fig", "art", "p":
		rest = strings.TrimLeft(rest, " \u00a0")
		return rest != "" && isDigit(rest[0])
	}
	return false
}

// neverEnds reports whether an abbreviation always has something after it in
// its sentence: a name after a title.
func neverEnds(lower string) bool {
	switch lower {
	case "mr.", "mrs.", "ms.", "dr.", "prof.", "rev.", "hon.", "fr.", "st.", "ste.", "messrs.", "mme.", "mlle.",
		"gen.", "col.", "lt.", "sgt.", "cpl.", "capt.", "maj.", "cmdr.", "adm.", "brig.", "sen.", "sens.", "rep.", "reps.",
		"gov.", "govs.", "pres.", "supt.", "amb.", "vs.", "no.", "nos.", "rs.", "mt.", "ft.", "cf.":
		return true
	}
	return false
}

// initials returns the end of letters each with its full stop: "J.", "U.S.",
// "a.m.", and "U.S" where the last stop is missing.
func initials(t string, off int) (int, bool) {
	i, n := off, 0
	for i < len(t) {
		r, size := utf8.DecodeRuneInString(t[i:])
		if !isLetter(r) {
			break
		}
		after := i + size
		if after < len(t) && t[after] == '.' {
			i, n = after+1, n+1
			continue
		}
		if next, _ := utf8.DecodeRuneInString(t[after:]); n > 0 && unicode.IsUpper(r) && (after == len(t) || !isLetter(next) && !unicode.IsDigit(next)) {
			i, n = after, n+1
		}
		break
	}
	switch {
	case n > 1:
		return i, true
	case n == 0:
		return 0, false
	}
	// One letter: an initial if a capital and a name follows.
	r, _ := utf8.DecodeRuneInString(t[off:])
	rest := strings.TrimLeft(t[i:min(len(t), i+8)], " \u00a0")
	next, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsUpper(r) && r != 'I' && rest != "" && (unicode.IsUpper(next) || next == ',') {
		return i, true
	}
	return 0, false
}

// domain returns the end of the ending of a name on the net (".com") whose
// full stop is at off.
func domain(t string, off int) (int, bool) {
	i := off + 1
	for i < len(t) && i < off+6 && 'a' <= t[i] && t[i] <= 'z' {
		i++
	}
	if i < len(t) && isWordByte(t[i]) {
		return 0, false
	}
	switch t[off+1 : i] {
	case "com", "org", "net", "gov", "edu", "info", "uk", "tv", "ru", "fr", "de", "io":
		return i, true
	case "co":
		if strings.HasPrefix(t[i:], ".uk") {
			return i + 3, true
		}
	}
	return 0, false
}
