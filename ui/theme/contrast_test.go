package theme_test

import (
	"math"
	"testing"

	"github.com/muesli/termenv"

	"gloss/ui/theme"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(t *testing.T, c theme.Color) float64 {
	t.Helper()
	rgb := termenv.ConvertToRGB(termenv.TrueColor.Color(string(c)))
	channel := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(rgb.R) + 0.7152*channel(rgb.G) + 0.0722*channel(rgb.B)
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(t *testing.T, a, b theme.Color) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// grounds are backgrounds that terminals have.
func grounds(dark bool) []theme.Color {
	if dark {
		return []theme.Color{"#000000", "#1e1e1e", "#1a1b26", "#282a36"}
	}
	return []theme.Color{"#ffffff", "#fafafa", "#faf8f2"}
}

var colourThemes = []struct {
	name    string
	dark    bool
	profile termenv.Profile
}{
	{"dark", true, termenv.TrueColor}, {"dark", true, termenv.ANSI256},
	{"light", false, termenv.TrueColor}, {"light", false, termenv.ANSI256},
	{"dracula", true, termenv.TrueColor}, {"dracula", true, termenv.ANSI256},
	{"tokyo-night", true, termenv.TrueColor}, {"tokyo-night", true, termenv.ANSI256},
}

// TestContrast holds letters to the 4.5:1 of WCAG 2.2 (1.4.3): each mark on
// each background it may meet, and an entity inside any other mark.
func TestContrast(t *testing.T) {
	for _, c := range colourThemes {
		th, err := theme.New(c.name, c.dark, c.profile)
		if err != nil {
			t.Fatal(err)
		}
		check := func(what string, s theme.Style) {
			t.Helper()
			backs := grounds(c.dark)
			if s.BG != "" {
				backs = []theme.Color{s.BG}
			}
			for _, bg := range backs {
				if r := contrast(t, s.FG, bg); r < 4.5 {
					t.Errorf("%s, %s: %s: %s on %s is %.2f:1", c.name, c.profile.Name(), what, s.FG, bg, r)
				}
			}
		}
		for _, k := range theme.Kinds() {
			check(k.String(), th.Mark(k).Over(th.Text))
			for e := theme.Person; e <= theme.Other; e++ {
				check(e.String()+" in "+k.String(), th.Mark(k).Over(th.Mark(e)).Over(th.Text))
			}
		}
		for what, s := range map[string]theme.Style{
			"muted": th.Muted, "title": th.Title, "bar": th.Bar, "bar accent": th.BarAccent, "tab": th.Tab, "tab now": th.TabNow,
			"row": th.Row, "row now": th.RowNow, "sparkline": th.Sparkline, "key": th.Key, "error": th.Error,
		} {
			check(what, s)
		}
	}
}
