package entity

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// measure adds the date, time, sum of money, share or quantity that begins at
// token i, and returns how many tokens it takes; 0 if none begins there. What
// is counted by the guidelines of OntoNotes 5 is counted here, but for plain
// numbers, lengths of time ("two years") and words such as "today".
func (p *pass) measure(i int) int {
	var end int
	var typ annotate.Type
	switch t := p.d.Tokens[i]; t.Kind {
	case text.Symbol:
		end, typ = p.money(i), annotate.Money
	case text.Number:
		end, typ = p.counted(i)
	case text.Open:
		if p.is(i+2, text.Close) && p.isYear(i+1) { // "(2015)"
			p.add(i+1, i+2, annotate.Date, 0.85)
			return 2
		}
		return 0
	case text.Word:
		end, typ = p.worded(i)
	default:
		return 0
	}
	if end <= i {
		return 0
	}
	confidence := 0.95
	if typ == annotate.Date && end == i+1 {
		confidence = 0.9
	}
	p.add(i, end, typ, confidence)
	return end - i
}

func (p *pass) is(i int, kind text.Kind) bool { return i < p.s.End && p.d.Tokens[i].Kind == kind }

// can returns what token i can be in a measure; noMeasure beyond the sentence.
func (p *pass) can(i int) measureWord {
	if i < p.s.First || i >= p.s.End || p.d.Tokens[i].Kind != text.Word {
		return noMeasure
	}
	return p.measures[p.d.Tokens[i].Word]
}

func (p *pass) lower(i int) string {
	if i < p.s.First || i >= p.s.End {
		return ""
	}
	return p.d.Lower(i)
}

// glued reports whether token i is of the kind and has no space before it.
func (p *pass) glued(i int, kind text.Kind) bool {
	return p.is(i, kind) && p.d.Tokens[i].Is(text.Glued)
}

// worded returns the end and type of the measure that begins with the word at i.
func (p *pass) worded(i int) (int, annotate.Type) {
	capital := p.d.Tokens[i].Is(text.Capital)
	switch p.can(i) {
	case monthWord, doubtfulMonth, shortMonth, weekday:
		if capital {
			return p.date(i)
		}
	case near:
		return p.near(i)
	case noonWord:
		if atTime(p.lower(i - 1)) {
			return i + 1, annotate.Time
		}
	case numberWord:
		return p.counted(i)
	case magnitude:
		if end := p.currencyAt(i+1, true); end > 0 { // "a million dollars"
			return end, annotate.Money
		}
	case magnitudes:
		if p.lower(i+1) == "of" && p.can(i+2) == currency {
			return i + 3, annotate.Money
		}
	case currencyPrefix:
		if capital && p.is(i+1, text.Number) {
			return p.number(i + 1), annotate.Money
		}
	case noMeasure:
		if p.d.Tokens[i].Is(text.Caps) && p.glued(i+1, text.Symbol) { // "US$5"
			return p.money(i + 1), annotate.Money
		}
	}
	return 0, ""
}

// counted returns the end and type of the measure that begins with the number
// at i, in digits or words.
func (p *pass) counted(i int) (int, annotate.Type) {
	if end, typ := p.dated(i); end > 0 {
		return end, typ
	}
	end := p.number(i)
	switch next := p.can(end); {
	case p.is(end, text.Symbol) && p.d.Raw(end) == "%":
		return end + 1, annotate.Percent
	case next == percentWord:
		return end + 1, annotate.Percent
	case next == perWord && p.lower(end+1) == "cent":
		return end + 2, annotate.Percent
	case p.lower(end) == "percentage" && (p.lower(end+1) == "points" || p.lower(end+1) == "point"):
		return end + 2, annotate.Percent
	case p.lower(end) == "o'clock":
		return end + 1, annotate.Time
	case next == period && p.can(end+1) == ago:
		return end + 2, annotate.Date
	}
	if e := p.currencyAt(end, end-i > 1 || len(p.d.Raw(i)) > 3 && !p.isYear(i)); e > 0 {
		return e, annotate.Money
	}
	if e := p.unitEnd(end); e > 0 {
		return e, annotate.Quantity
	}
	return 0, ""
}

// number returns the end of the number that begins at i: "12", "10-15",
// "twenty-five thousand", "3.5 million", "10 to 15".
func (p *pass) number(i int) int {
	end := p.plainNumber(i)
	if (p.glued(end, text.Hyphen) || p.glued(end, text.Dash) || p.lower(end) == "to") && p.is(end+1, text.Number) && !p.isDayOrdinal(end+1) {
		end = p.plainNumber(end + 1)
	}
	return end
}

// plainNumber returns the end of a number that is no range.
func (p *pass) plainNumber(i int) int {
	end := i + 1
	for end < i+8 {
		switch {
		case p.can(end) == magnitude:
			end++
		case p.can(end) == numberWord && p.can(end-1) == magnitude: // "two hundred fifty"
			end++
		case p.can(end-1) == numberWord && p.glued(end, text.Hyphen) && p.can(end+1) == numberWord:
			end += 2
		case p.glued(end, text.Hyphen) && p.can(end+1) == magnitude: // "30-million"
			end += 2
		default:
			return end
		}
	}
	return end
}

// money returns the end of the sum that begins with the sign at i, or 0.
func (p *pass) money(i int) int {
	switch p.d.Raw(i) {
	case "$", "€", "£", "¥", "₽", "₹", "₩", "₪", "₺", "₦", "₴", "₫", "₱", "฿", "₡":
	default:
		return 0
	}
	if !p.is(i+1, text.Number) {
		return 0
	}
	end := p.number(i + 1)
	if (p.glued(end, text.Hyphen) || p.glued(end, text.Dash)) && p.is(end+1, text.Symbol) && p.d.Raw(end+1) == p.d.Raw(i) && p.is(end+2, text.Number) {
		end = p.plainNumber(end + 2) // "$3-$4 million"
	}
	return end
}

// currencyAt returns the end of the currency named at i ("US dollars"), or 0.
// Some words name one only after what can hardly be another number: large says
// that it is such.
func (p *pass) currencyAt(i int, large bool) int {
	if p.glued(i, text.Hyphen) {
		i++
	} else if p.is(i, text.Word) && p.d.Tokens[i].Is(text.Capital) && (p.can(i+1) == currency || p.can(i+1) == doubtfulMoney) && p.can(i) == noMeasure {
		i, large = i+1, true // "Swiss francs"
	}
	switch p.can(i) {
	case currency:
		return i + 1
	case doubtfulMoney:
		if large && !p.d.Tokens[i].Is(text.Capital) {
			return i + 1
		}
	}
	return 0
}

// unitEnd returns the end of the unit at i ("square miles"), or 0.
func (p *pass) unitEnd(i int) int {
	if p.glued(i, text.Hyphen) {
		i++
	}
	if p.can(i) == unitPart {
		i++
	}
	switch {
	case p.is(i, text.Symbol) && p.d.Raw(i) == "°":
		if p.glued(i+1, text.Word) && (p.d.Raw(i+1) == "C" || p.d.Raw(i+1) == "F") {
			return i + 2
		}
	case p.can(i) != unitWord:
	case p.lower(i) == "degrees": // else they may be of a university
		if p.lower(i+1) == "celsius" || p.lower(i+1) == "fahrenheit" {
			return i + 2
		}
	default:
		return i + 1
	}
	return 0
}
