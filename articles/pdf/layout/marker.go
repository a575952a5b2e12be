package layout

import (
	"strings"
	"unicode/utf8"
)

// bullet returns the length in bytes of the bullet that a line begins with, or
// 0.
func bullet(line string) int {
	r, size := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("•‣▪▫■□●○◦∙⁃➢➤✓❖\uf0b7\uf0a7", r) {
		return size
	}
	return 0
}

// number returns the length in bytes of the number of an item that a line
// begins with, "3.", "12)", "(a)" or "[7]", before a space, or 0.
func number(line string) int {
	end := strings.IndexByte(line, ' ')
	if end < 2 || end > 5 {
		return 0
	}
	inner := strings.TrimLeft(line[:end], "([")
	core := strings.TrimRight(inner, ".)]")
	if core == inner || core == "" || len(core) > 3 {
		return 0
	}
	if strings.Trim(core, "0123456789") == "" || len(core) == 1 && core[0] >= 'a' && core[0] <= 'z' ||
		strings.Trim(core, "ivx") == "" {
		return end
	}
	return 0
}
