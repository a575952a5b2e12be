package worker

import "strings"

// The widths of the characters of ASCII from the space to the tilde in two of
// the fonts that files may use without saying how wide they are, in thousandths
// of the font size.
var (
	timesWidths = [95]int{
		250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
		921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
		556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
		333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
		500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
	}
	helveticaWidths = [95]int{
		278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
		1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
		333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
		556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
	}
)

// courierWidth is the width of all characters of Courier.
const courierWidth = 600

// boldWider is how much wider bold characters are, about.
const boldWider = 1.05

// standardWidths returns the function that tells the width of a text, in font
// sizes, in the standard font that is most like the one of a name in small
// letters.
func standardWidths(name string, bold bool) func(text string) float64 {
	table := &timesWidths
	for _, sans := range [...]string{"helvetica", "arial", "sans"} {
		if strings.Contains(name, sans) {
			table = &helveticaWidths
		}
	}
	courier := strings.Contains(name, "courier")
	return func(text string) float64 {
		width := 0
		for _, r := range text {
			switch {
			case courier:
				width += courierWidth
			case r >= ' ' && r <= '~':
				width += table[r-' ']
			case strings.ContainsRune("’‘,·", r):
				width += table[','-' ']
			case r == '—', r == '…', r == 'Œ', r == 'Æ':
				width += 1000
			default:
				width += table['n'-' ']
			}
		}
		if bold && !courier {
			return float64(width) * boldWider / 1000
		}
		return float64(width) / 1000
	}
}
