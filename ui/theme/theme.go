package theme

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/charmbracelet/glamour/ansi"
	"github.com/muesli/termenv"
)

// A Theme is everything that decides how the program looks.
type Theme struct {
	Name    string
	Dark    bool // for a dark background
	Profile termenv.Profile
	// NoAttrs says that no escape at all is written, as for a pipe or a
	// terminal that understands none. NO_COLOR does not ask for it: with
	// Profile Ascii bold, italic and underline stay.
	NoAttrs bool
	// Sheet is how the article is set.
	Sheet ansi.StyleConfig

	// The program's own parts.
	Text        Style // plain text in panes
	Muted       Style // what matters less: counts, hints, rules
	Title       Style // the title of a pane or an article
	Border      Style // the edge of a pane
	BorderFocus Style // the edge of the pane that has the keys
	Bar         Style // the status bar
	BarAccent   Style // what stands out in the status bar
	Tab         Style // a tab of the margin
	TabNow      Style // the tab that is open
	Row         Style // a row of a list
	RowNow      Style // the row that is chosen
	Sparkline   Style // where in the article an entity occurs
	Gutter      Style // the signs beside the text
	Key         Style // a key in a line of help
	Error       Style // what went wrong

	marks [last + 1]Style
}

// Names returns the names that New knows.
func Names() []string {
	return []string{"auto", "dark", "light", "dracula", "tokyo-night", "notty"}
}

// New returns the theme of a name, one of Names, for the colours that the
// terminal has. The names are those of Glamour's style sheets; with "auto" and
// "notty", which has no colours, dark says what the background is.
func New(name string, dark bool, profile termenv.Profile) (Theme, error) {
	if !slices.Contains(Names(), name) {
		return Theme{}, fmt.Errorf("no theme is called %q", name)
	}
	switch name {
	case "light":
		dark = false
	case "dark", "dracula", "tokyo-night":
		dark = true
	case "notty":
		profile = termenv.Ascii
	}
	p := paletteOf(name, dark, profile)
	t := Theme{Name: name, Dark: dark, Profile: profile, Sheet: sheetOf(name, dark, p)}
	t.marks = marksOf(p, profile)
	t.dress(p)
	return t, nil
}

// FromSheet returns a theme round a style sheet of the reader's own: sheet is
// the JSON of a Glamour style, and name says where it is from. The marks and
// the program's own parts are those of "auto". It fails where sheet is no such
// JSON.
func FromSheet(name string, sheet []byte, dark bool, profile termenv.Profile) (Theme, error) {
	t, err := New("auto", dark, profile)
	if err != nil {
		return Theme{}, err
	}
	var config ansi.StyleConfig
	if err := json.Unmarshal(sheet, &config); err != nil {
		return Theme{}, fmt.Errorf("read style sheet %q: %w", name, err)
	}
	t.Name, t.Sheet = name, config
	return t, nil
}

// dress sets the styles of the program's own parts. What colour says there is
// said by bold, underline or reverse too, for terminals without colours.
func (t *Theme) dress(p palette) {
	t.Text = Style{FG: p.text}
	t.Muted = Style{FG: p.muted, Faint: p.muted == ""}
	t.Title = Style{FG: p.strong, Bold: true}
	t.Border = Style{FG: p.line}
	t.BorderFocus = Style{FG: p.accent, Bold: p.accent == ""}
	t.Bar = Style{FG: p.text, BG: p.bar, Reverse: p.bar == ""}
	t.BarAccent = Style{FG: p.accent, Bold: true}.Over(t.Bar)
	t.Tab = t.Muted
	t.TabNow = Style{FG: p.strong, Bold: true, Underline: Single}
	t.Row = t.Text
	t.RowNow = Style{FG: p.strong, BG: p.row, Bold: true, Reverse: p.row == ""}
	t.Sparkline = Style{FG: p.accent}
	t.Gutter = t.Muted
	t.Key = Style{FG: p.accent, Bold: true}
	t.Error = Style{FG: p.alert, Bold: true}
}

// Mark returns the style of a kind of mark, to be laid over the style of the
// text that is marked.
func (t Theme) Mark(k Kind) Style {
	if int(k) >= len(t.marks) {
		return Style{}
	}
	return t.marks[k]
}
