package pdf

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// maxMeta is how many bytes a title or an author has at most.
const maxMeta = 500

// clip cuts a text that is longer than maxMeta.
func clip(s string) string {
	if len(s) <= maxMeta {
		return s
	}
	end := maxMeta
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}

// isTitle tells whether a file's title is one that somebody gave it, not one
// that the program made which wrote it: the name of a file, or none.
func isTitle(s string) bool {
	lower := strings.ToLower(s)
	for _, start := range [...]string{"microsoft word", "microsoft powerpoint", "untitled", "document", "print", "slide 1"} {
		if rest, ok := strings.CutPrefix(lower, start); ok && (rest == "" || !unicode.IsLetter(rune(rest[0])) && !strings.Contains(rest, " of ")) {
			if rest == "" || strings.HasPrefix(start, "microsoft") || strings.Trim(rest, "0123456789 -()") == "" {
				return false
			}
		}
	}
	switch path.Ext(lower) {
	case ".pdf", ".doc", ".docx", ".dvi", ".tex", ".ps", ".rtf", ".odt", ".indd", ".qxd", ".ppt", ".pptx", ".pub", ".html", ".txt":
		return false
	}
	return strings.ContainsFunc(s, unicode.IsLetter)
}

// isAuthor tells whether a file's author is a name, not that of an account.
func isAuthor(s string) bool {
	accounts := []string{"", "user", "admin", "administrator", "owner", "unknown", "author", "default", "root", "guest"}
	return !slices.Contains(accounts, strings.ToLower(s)) && !strings.Contains(s, "@") && strings.ContainsFunc(s, unicode.IsLetter)
}

// parseDate reads a date of ISO 32000-1, section 7.9.4: "D:20151215093000+01'00'",
// of which all behind the year may be missing.
func parseDate(s string) (time.Time, bool) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "D:")
	fields := [...]struct{ digits, least, most, value int }{
		{4, 1000, 9999, 0}, {2, 1, 12, 1}, {2, 1, 31, 1}, {2, 0, 23, 0}, {2, 0, 59, 0}, {2, 0, 59, 0},
	}
	for i := range fields {
		f := &fields[i]
		if len(s) < f.digits || strings.Trim(s[:f.digits], "0123456789") != "" {
			if i == 0 {
				return time.Time{}, false
			}
			break
		}
		f.value, _ = strconv.Atoi(s[:f.digits])
		if f.value < f.least || f.value > f.most {
			return time.Time{}, false
		}
		s = s[f.digits:]
	}
	t := time.Date(fields[0].value, time.Month(fields[1].value), fields[2].value, fields[3].value, fields[4].value,
		fields[5].value, 0, zoneOf(s))
	return t, t.Day() == fields[2].value
}

// zoneOf returns the zone that ends a date, "+01'00'", or UTC.
func zoneOf(s string) *time.Location {
	if len(s) < 3 || s[0] != '+' && s[0] != '-' {
		return time.UTC
	}
	digits := strings.ReplaceAll(s[1:], "'", "")
	hours, err := strconv.Atoi(digits[:min(len(digits), 2)])
	if err != nil || hours > 23 {
		return time.UTC
	}
	minutes := 0
	if len(digits) >= 4 {
		minutes, _ = strconv.Atoi(digits[2:4])
	}
	offset := (hours*60 + min(max(minutes, 0), 59)) * 60
	if s[0] == '-' {
		offset = -offset
	}
	if offset == 0 {
		return time.UTC
	}
	return time.FixedZone("", offset)
}
