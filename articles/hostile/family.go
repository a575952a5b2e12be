package hostile

import "strings"

// A Family is input of one shape and any size.
type Family struct {
	Name   string
	Format Format
	// Make returns an input of about n bytes, from some hundred on. Twice n
	// gives twice the size: where reading takes more than twice the time, the
	// reader is not linear.
	Make func(n int) string
}

// Families returns all families.
func Families() []Family {
	var all []Family
	for _, list := range [...][]Family{
		textFamilies(), markdownFamilies(), htmlFamilies(), feedFamilies(), mailFamilies(), fileFamilies(),
	} {
		all = append(all, list...)
	}
	return all
}

// FamiliesOf returns the families of a format.
func FamiliesOf(f Format) []Family {
	var some []Family
	for _, family := range Families() {
		if family.Format == f {
			some = append(some, family)
		}
	}
	return some
}

// repeated makes a family of a beginning, a unit as often as it fits and an
// end.
func repeated(f Format, name, before, unit, after string) Family {
	return Family{name, f, func(n int) string {
		return before + strings.Repeat(unit, times(n-len(before)-len(after), len(unit))) + after
	}}
}

// nested makes a family of units that open and as many that close.
func nested(f Format, name, before, open, inner, close, after string) Family {
	return Family{name, f, func(n int) string {
		k := times(n-len(before)-len(inner)-len(after), len(open)+len(close))
		return before + strings.Repeat(open, k) + inner + strings.Repeat(close, k) + after
	}}
}

// numbered makes a family of units that each hold their number in six digits
// in place of '#'.
func numbered(f Format, name, before, unit, after string) Family {
	size := len(unit) + 5*strings.Count(unit, "#")
	return Family{name, f, func(n int) string {
		var b strings.Builder
		b.WriteString(before)
		for i := range times(n-len(before)-len(after), size) {
			b.WriteString(strings.ReplaceAll(unit, "#", digits(i)))
		}
		b.WriteString(after)
		return b.String()
	}}
}

// digits returns a number in six digits.
func digits(i int) string {
	d := []byte("000000")
	for k := len(d) - 1; k >= 0; k-- {
		d[k] = byte('0' + i%10)
		i /= 10
	}
	return string(d)
}

// times returns how often units of a size go into room, at least once.
func times(room, size int) int { return max(1, room/size) }
