package credits

import (
	"strings"
	"time"
	"unicode"
)

// layouts are the ways of writing a date that are understood, the days of the
// week and commas left out.
var layouts = []string{
	time.RFC3339Nano,
	"2006-01-02T15:04:05",
	"2006-01-02T15:04",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04:05Z0700",
	"2006-01-02 15:04:05 Z0700",
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05",
	"2006-01-02 15:04",
	"2006-01-02",
	"2006/01/02",
	"2006.01.02",
	"20060102",
	"2.1.2006",
	"2 January 2006 15:04:05 MST",
	"2 January 2006 15:04:05 Z0700",
	"2 January 2006 15:04",
	"2 January 2006",
	"2 Jan 2006 15:04:05 MST",
	"2 Jan 2006 15:04:05 Z0700",
	"2 Jan 2006 15:04",
	"2 Jan 2006",
	"January 2 2006 15:04",
	"January 2 2006 3:04 pm",
	"January 2 2006",
	"Jan 2 2006 15:04",
	"Jan 2 2006 3:04 pm",
	"Jan 2 2006",
	"January 2006",
	"Jan 2006",
}

// ParseDate reads a date as newspapers, feeds and ISO 8601 write it:
// "2015-12-15", "15 December 2015", "Tuesday, Dec. 15, 2015", the forms of RFC
// 3339 and RFC 1123, with or without a time of day. A date without a zone is
// in UTC.
func ParseDate(s string) (time.Time, bool) {
	if len(s) > 80 {
		return time.Time{}, false
	}
	s = normalise(s)
	if s == "" {
		return time.Time{}, false
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1000 {
			return t, true
		}
	}
	return time.Time{}, false
}

// normalise leaves of a date what the layouts know: no day of the week, no
// commas, no stops behind short months, no "th" behind days.
func normalise(s string) string {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	kept := fields[:0]
	for i, f := range fields {
		switch lower := strings.ToLower(strings.TrimSuffix(f, ".")); {
		case i == 0 && isWeekday(lower), lower == "at", lower == "of", lower == "on":
			continue
		case lower == "sept":
			f = "Sep"
		case lower == "am", lower == "pm", lower == "a.m", lower == "p.m":
			f = strings.ReplaceAll(lower, ".", "")
		case unicode.IsLetter(rune(f[0])):
			f = strings.TrimSuffix(f, ".")
		case len(lower) > 2 && len(lower) <= 4 && isOrdinal(lower):
			f = lower[:len(lower)-2]
		}
		kept = append(kept, f)
	}
	return strings.Join(kept, " ")
}

func isWeekday(s string) bool {
	for _, day := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if s == day || len(s) >= 3 && len(s) <= 5 && strings.HasPrefix(day, s) {
			return true
		}
	}
	return false
}

// isOrdinal tells whether s is a day's number with "st", "nd", "rd" or "th".
func isOrdinal(s string) bool {
	switch s[len(s)-2:] {
	case "st", "nd", "rd", "th":
		return strings.Trim(s[:len(s)-2], "0123456789") == ""
	}
	return false
}
