package entity

import (
	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// measure adds the date, sum of money or share that begins at token i, and
// returns how many tokens it takes; 0 if none begins there.
func (p *pass) measure(i int) int {
	t := p.d.Tokens[i]
	switch {
	case t.Kind == text.Symbol:
		return p.money(i)
	case t.Kind == text.Number:
		return p.counted(i)
	case t.Kind == text.Word && p.word(i).Is(gazetteer.Calendar) && t.Is(text.Capital):
		return p.date(i)
	}
	return 0
}

func (p *pass) is(i int, kind text.Kind) bool { return i < p.s.End && p.d.Tokens[i].Kind == kind }

// money reads "$3.4 billion".
func (p *pass) money(i int) int {
	switch p.d.Raw(i) {
	case "$", "€", "£", "¥", "₽", "₹":
	default:
		return 0
	}
	if !p.is(i+1, text.Number) {
		return 0
	}
	end := p.magnitude(i + 2)
	p.add(i, end, annotate.Money, 0.95)
	return end - i
}

// magnitude returns the token after a word such as "million" at i, else i.
func (p *pass) magnitude(i int) int {
	if p.is(i, text.Word) {
		switch p.d.Lower(i) {
		case "million", "billion", "trillion", "thousand", "hundred", "bn", "m":
			return i + 1
		}
	}
	return i
}

// counted reads "12 percent", "3 million euros", "14 December 2015" and "2015".
func (p *pass) counted(i int) int {
	if p.is(i+1, text.Symbol) && p.d.Raw(i+1) == "%" {
		p.add(i, i+2, annotate.Percent, 0.95)
		return 2
	}
	end := p.magnitude(i + 1)
	if p.is(end, text.Word) {
		switch p.d.Lower(end) {
		case "percent", "pct":
			p.add(i, end+1, annotate.Percent, 0.95)
			return end + 1 - i
		case "per":
			if p.is(end+1, text.Word) && p.d.Lower(end+1) == "cent" {
				p.add(i, end+2, annotate.Percent, 0.95)
				return end + 2 - i
			}
		case "dollars", "euros", "pounds", "yen", "roubles", "rubles", "rupees", "yuan", "francs", "marks", "pesos", "lira", "dirhams", "riyals":
			p.add(i, end+1, annotate.Money, 0.95)
			return end + 1 - i
		case "kilometres", "kilometers", "km", "miles", "metres", "meters", "tonnes", "tons", "barrels", "kg", "hectares", "acres", "feet":
			p.add(i, end+1, annotate.Quantity, 0.9)
			return end + 1 - i
		}
		if end == i+1 && p.word(end).Is(gazetteer.Calendar) && p.d.Tokens[end].Is(text.Capital) && isDay(p.d.Raw(i)) {
			end++
			if p.is(end, text.Number) && isYear(p.d.Raw(end)) {
				end++
			}
			p.add(i, end, annotate.Date, 0.95)
			return end - i
		}
	}
	if isYear(p.d.Raw(i)) && i > p.s.First && !p.is(i+1, text.Hyphen) {
		switch p.d.Lower(i - 1) {
		case "in", "since", "until", "by", "of", "from", "during", "before", "after", "early", "late", "mid", "year":
			p.add(i, i+1, annotate.Date, 0.85)
			return 1
		}
	}
	return 0
}

// date reads "Monday", "Dec. 15, 2015" and "December 2015".
func (p *pass) date(i int) int {
	lower := p.d.Lower(i)
	end := i + 1
	if len(lower) > 3 && lower[len(lower)-3:] == "day" {
		if p.is(end, text.Comma) && p.is(end+1, text.Word) && p.word(end+1).Is(gazetteer.Calendar) && p.is(end+2, text.Number) {
			i2 := end + 1
			end = p.monthDay(i2)
		}
		p.add(i, end, annotate.Date, 0.95)
		return end - i
	}
	end = p.monthDay(i)
	if end == i+1 && (lower == "may" || lower == "march" || lower == "august") && !p.afterDateWord(i) {
		return 0 // may be a verb or a name
	}
	p.add(i, end, annotate.Date, 0.9)
	return end - i
}

// monthDay returns the end of a day and a year after the month at token i.
func (p *pass) monthDay(i int) int {
	end := i + 1
	if p.is(end, text.Number) {
		if isYear(p.d.Raw(end)) {
			return end + 1
		}
		if isDay(p.d.Raw(end)) {
			end++
			if p.is(end, text.Comma) && p.is(end+1, text.Number) && isYear(p.d.Raw(end+1)) {
				end += 2
			}
		}
	}
	return end
}

func (p *pass) afterDateWord(i int) bool {
	if i <= p.s.First {
		return false
	}
	switch p.d.Lower(i - 1) {
	case "in", "since", "until", "by", "last", "next", "this", "of", "from", "early", "late", "mid", "before", "after", "on":
		return true
	}
	return false
}

func isYear(s string) bool { return len(s) == 4 && allDigits(s) && (s[0] == '1' || s[:2] == "20") }

// isDay reports whether s counts the days of a month: "7", "21st".
func isDay(s string) bool {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n == 0 || n > 2 {
		return false
	}
	switch s[n:] {
	case "", "st", "nd", "rd", "th":
		return true
	}
	return false
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
