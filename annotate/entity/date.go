package entity

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// date returns the end and type of the date that begins with the month or the
// day of the week at i: "Monday", "Dec. 15, 2015", "Tuesday, 14 December".
func (p *pass) date(i int) (int, annotate.Type) {
	if p.can(i) == weekday {
		next := i + 1
		if p.can(next) == partOfDay {
			return next + 1, annotate.Time
		}
		if p.is(next, text.Comma) {
			next++
		}
		if p.isMonth(next) {
			if end := p.monthDay(next); end > next+1 {
				return end, annotate.Date
			}
		}
		if p.isDay(next) && p.isMonth(next+1) {
			return p.yearAfter(next + 2), annotate.Date
		}
		return i + 1, annotate.Date
	}
	end := p.monthDay(i)
	switch {
	case end > i+1, p.can(i) == monthWord:
		return end, annotate.Date
	case p.can(i) == doubtfulMonth && dated(p.lower(i-1)):
		return end, annotate.Date
	case p.can(i) == shortMonth && p.d.Tokens[i].Is(text.Abbrev):
		return end, annotate.Date
	}
	return 0, ""
}

// isMonth reports whether token i is the name of a month.
func (p *pass) isMonth(i int) bool {
	switch p.can(i) {
	case monthWord, doubtfulMonth, shortMonth:
		return p.d.Tokens[i].Is(text.Capital)
	}
	return false
}

// monthDay returns the end of the days and the year after the month at i.
func (p *pass) monthDay(i int) int {
	end := i + 1
	if p.isYear(end) {
		return p.yearRange(end)
	}
	if !p.isDay(end) {
		return end
	}
	end++
	if (p.glued(end, text.Hyphen) || p.glued(end, text.Dash)) && p.isDay(end+1) {
		end += 2
	}
	return p.yearAfter(end)
}

// yearAfter returns the end of the year at i, with or without a comma before
// it, or else i.
func (p *pass) yearAfter(i int) int {
	switch {
	case p.isYear(i):
		return i + 1
	case p.is(i, text.Comma) && p.isYear(i+1):
		return i + 2
	}
	return i
}

// dated returns the end and type of the date or time that begins with the
// number at i, or 0: "14 December 2015", "the 20th century", "since 2015",
// "10:30", "5 pm".
func (p *pass) dated(i int) (int, annotate.Type) {
	if !p.is(i, text.Number) {
		return 0, ""
	}
	raw := p.d.Raw(i)
	next := i + 1
	switch {
	case p.isDay(i) && p.lower(next) == "of" && p.isMonth(next+1) && p.isDayOrdinal(i):
		return p.yearAfter(next + 2), annotate.Date
	case p.isDay(i) && p.isMonth(next):
		return p.yearAfter(next + 1), annotate.Date
	case p.isDay(i) && (p.glued(next, text.Hyphen) || p.glued(next, text.Dash)) && p.isDay(next+1) && p.isMonth(next+2):
		return p.yearAfter(next + 3), annotate.Date
	case p.isDayOrdinal(i) && (p.lower(next) == "century" || p.lower(next) == "centuries"):
		return next + 1, annotate.Date
	case isDecade(raw):
		return next, annotate.Date
	case hasHalf(raw):
		return p.clock(next), annotate.Time
	case isClock(raw):
		if end := p.clock(next); end > next || len(raw) > 3 && raw[len(raw)-3] == ':' && atTime(p.lower(i-1)) {
			return end, annotate.Time
		}
	}
	if !p.isYear(i) {
		if p.is(next, text.Word) && len(raw) == 4 && allDigits(raw) && p.d.Tokens[next].Is(text.Caps) && p.can(next) == clockWord {
			return next + 1, annotate.Time // "1400 GMT"
		}
		return 0, ""
	}
	if p.can(next) == clockWord && p.d.Tokens[next].Is(text.Caps) {
		return next + 1, annotate.Time
	}
	if end := p.yearRange(i); end > next {
		return end, annotate.Date
	}
	switch {
	case p.is(next, text.Hyphen), p.can(next) == unitWord, p.can(next) == currency, p.can(next) == magnitude, p.can(next) == percentWord:
		return 0, ""
	case dated(p.lower(i - 1)):
		return next, annotate.Date
	case p.lower(i-1) == "the" && p.is(next, text.Word) && raw > "1900" && raw < "2100" && raw != "2000": // "the 2015 election"
		return next, annotate.Date
	case p.lower(i-1) == "to" || p.lower(i-1) == "and":
		if p.is(i-2, text.Number) && i-2 >= p.s.First && p.isYear(i-2) { // "from 2010 to 2015"
			return next, annotate.Date
		}
	}
	return 0, ""
}

// yearRange returns the end of the years that begin with that at i: "2015",
// "2010-2015", "2015/16".
func (p *pass) yearRange(i int) int {
	sign := p.glued(i+1, text.Hyphen) || p.glued(i+1, text.Dash) || p.glued(i+1, text.Symbol) && p.d.Raw(i+1) == "/"
	if !sign || !p.glued(i+2, text.Number) || p.glued(i+3, text.Hyphen) {
		return i + 1
	}
	from, to := p.d.Raw(i), p.d.Raw(i+2)
	if p.isYear(i+2) && to > from || len(to) == 2 && allDigits(to) && to > from[2:] {
		return i + 3
	}
	return i + 1
}

// near returns the end and type of what begins with "last", "next" or "this"
// at i: "last week", "this morning", "next December".
func (p *pass) near(i int) (int, annotate.Type) {
	switch p.can(i + 1) {
	case partOfDay:
		return i + 2, annotate.Time
	case weekday, monthWord, doubtfulMonth:
		if p.d.Tokens[i+1].Is(text.Capital) {
			return p.yearAfter(i + 2), annotate.Date
		}
	case period:
		switch p.lower(i + 1) {
		case "week", "weekend", "month", "quarter", "year", "decade", "century", "spring", "summer", "autumn", "winter":
			return i + 2, annotate.Date
		}
	}
	return 0, ""
}

// clock returns the end of "a.m.", "o'clock" or a zone at i, or else i.
func (p *pass) clock(i int) int {
	if p.can(i) == clockWord && (p.lower(i) != "am" || !p.d.Tokens[i].Is(text.Capital) || p.d.Tokens[i].Is(text.Caps)) {
		i++
		if p.can(i) == clockWord && p.d.Tokens[i].Is(text.Caps) {
			i++
		}
	}
	return i
}

// dated reports whether a month or a year may be expected after the word.
func dated(before string) bool {
	switch before {
	case "in", "since", "until", "till", "by", "of", "from", "during", "before", "after", "early", "late", "mid", "year", "between", "last", "next", "this", "on":
		return true
	}
	return false
}

// atTime reports whether a time of day may be expected after the word.
func atTime(before string) bool {
	switch before {
	case "at", "by", "from", "until", "till", "around", "about", "before", "after", "to":
		return true
	}
	return false
}

func (p *pass) isYear(i int) bool {
	if !p.is(i, text.Number) {
		return false
	}
	s := p.d.Raw(i)
	return len(s) == 4 && allDigits(s) && (s[0] == '1' || s[:2] == "20")
}

// isDay reports whether token i counts the days of a month: "7", "21st".
func (p *pass) isDay(i int) bool {
	if !p.is(i, text.Number) {
		return false
	}
	s := p.d.Raw(i)
	n := digits(s)
	if n == 0 || n > 2 || n == 2 && s[:2] > "31" || s[0] == '0' && (n == 1 || s[1] == '0') {
		return false
	}
	return n == len(s) || isOrdinal(s)
}

func (p *pass) isDayOrdinal(i int) bool { return p.is(i, text.Number) && isOrdinal(p.d.Raw(i)) }

func isOrdinal(s string) bool {
	n := digits(s)
	if n == 0 || n > 2 {
		return false
	}
	switch s[n:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// isDecade reports whether s is like "1990s" or "'90s".
func isDecade(s string) bool {
	switch n := len(s); {
	case n == 5:
		return s[4] == 's' && allDigits(s[:4]) && s[3] == '0' && (s[0] == '1' || s[:2] == "20")
	case n >= 4 && n <= 6:
		return (s[0] == '\'' || n == 6 && s[:3] == "’") && s[n-1] == 's' && s[n-2] == '0' && allDigits(s[n-3:n-1])
	}
	return false
}

// isClock reports whether s is a time in digits, "10:30", or an hour, "10".
func isClock(s string) bool {
	n := digits(s)
	if n == 0 || n > 2 || n == 2 && s[:2] > "24" {
		return false
	}
	return n == len(s) || len(s) == n+3 && (s[n] == ':' || s[n] == '.') && allDigits(s[n+1:]) && s[n+1] < '6'
}

// hasHalf reports whether s is a time in digits with its half of the day:
// "10:30pm".
func hasHalf(s string) bool {
	n := len(s)
	return n > 2 && (s[n-2:] == "am" || s[n-2:] == "pm") && isClock(s[:n-2])
}

func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

func allDigits(s string) bool { return s != "" && digits(s) == len(s) }
