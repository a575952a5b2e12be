package entity

import "gloss/annotate/text"

// A measureWord is what a word can be in a date, a sum of money or the like.
type measureWord uint8

const (
	noMeasure      measureWord = iota
	monthWord                  // January
	doubtfulMonth              // May, March, August: verbs, adjectives and names too
	shortMonth                 // Jan, and Jan.
	weekday                    // Monday
	period                     // week
	partOfDay                  // morning
	near                       // last, next, this
	ago                        // ago, earlier, later
	clockWord                  // a.m., GMT
	noonWord                   // noon, midnight
	numberWord                 // three
	magnitude                  // million
	magnitudes                 // millions
	currency                   // dollars
	doubtfulMoney              // won, marks: other words too
	currencyPrefix             // Rs, USD
	percentWord                // percent
	perWord                    // per
	unitWord                   // kilometres
	unitPart                   // square
)

// measureWords returns what each of the words of d can be, by their numbers.
func measureWords(d *text.Document) []measureWord {
	out := make([]measureWord, len(d.Words))
	for i, w := range d.Words {
		out[i] = measureWordOf(w)
	}
	return out
}

// measureWordOf returns what a lower-cased word can be.
func measureWordOf(w string) measureWord {
	switch w {
	case "january", "february", "april", "june", "july", "september", "october", "november", "december":
		return monthWord
	case "march", "may", "august":
		return doubtfulMonth
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.":
		return shortMonth
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return weekday
	case "day", "days", "week", "weeks", "weekend", "month", "months", "quarter", "year", "years", "decade", "decades", "century", "centuries",
		"spring", "summer", "autumn", "winter":
		return period
	case "morning", "afternoon", "evening", "night":
		return partOfDay
	case "last", "next", "this":
		return near
	case "ago", "earlier", "later":
		return ago
	case "a.m", "p.m", "a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "utc", "cet", "est", "edt":
		return clockWord
	case "noon", "midnight":
		return noonWord
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
		"sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety":
		return numberWord
	case "hundred", "thousand", "million", "billion", "trillion", "bn", "crore", "lakh":
		return magnitude
	case "hundreds", "thousands", "millions", "billions", "trillions", "crores", "lakhs":
		return magnitudes
	case "dollar", "dollars", "euro", "euros", "pound", "pounds", "yen", "yuan", "renminbi", "rouble", "roubles", "ruble", "rubles",
		"rupee", "rupees", "rupiah", "ringgit", "baht", "peso", "pesos", "franc", "francs", "lira", "liras", "dinar", "dinars", "dirham", "dirhams",
		"riyal", "riyals", "rial", "rials", "shekel", "shekels", "krona", "kronor", "krone", "kroner", "zloty", "zlotys", "hryvnia", "hryvnias",
		"forint", "forints", "naira", "cedi", "cedis", "shilling", "shillings", "taka", "cents", "pence":
		return currency
	case "won", "mark", "marks", "crown", "crowns", "rand", "real", "reais", "birr":
		return doubtfulMoney
	case "rs", "rs.", "tk", "usd", "eur", "gbp", "jpy", "cny", "rmb", "inr", "pkr", "aed", "sar", "ksh", "kes", "ngn", "zar", "dh", "dhs", "rm", "chf":
		return currencyPrefix
	case "percent", "pct":
		return percentWord
	case "per":
		return perWord
	case "square", "cubic", "nautical", "metric":
		return unitPart
	case "millimetre", "millimetres", "millimeter", "millimeters", "mm", "centimetre", "centimetres", "centimeter", "centimeters", "cm",
		"metre", "metres", "meter", "meters", "kilometre", "kilometres", "kilometer", "kilometers", "km", "kms", "mile", "miles",
		"yard", "yards", "foot", "feet", "ft", "inch", "inches", "acre", "acres", "hectare", "hectares",
		"gram", "grams", "kilogram", "kilograms", "kilo", "kilos", "kg", "tonne", "tonnes", "ton", "tons", "ounce", "ounces", "lb", "lbs",
		"litre", "litres", "liter", "liters", "gallon", "gallons", "barrel", "barrels", "bushel", "bushels",
		"watt", "watts", "kilowatt", "kilowatts", "megawatt", "megawatts", "gigawatt", "gigawatts", "kw", "mw", "gw",
		"kph", "mph", "knots", "degrees":
		return unitWord
	}
	return noMeasure
}
