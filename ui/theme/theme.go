package theme

import (
	"fmt"

	"github.com/charmbracelet/glamour/ansi"
	"github.com/charmbracelet/glamour/styles"
	"github.com/muesli/termenv"
)

// A Theme is everything that decides how the program looks.
type Theme struct {
	Name    string
	Dark    bool
	Profile termenv.Profile
	// NoAttrs says that no escape at all is written, as for a pipe or a
	// terminal that understands none.
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

	marks [Cursor + 1]Style
}

// Names returns the names that New knows.
func Names() []string {
	return []string{"auto", "dark", "light", "dracula", "tokyo-night", "notty"}
}

// New returns the theme of a name. With "auto" the argument dark chooses
// between dark and light; the other names have a background of their own, and
// "notty" has no colours.
func New(name string, dark bool, profile termenv.Profile) (Theme, error) {
	t := Theme{Name: name, Dark: dark, Profile: profile, Sheet: styles.DarkStyleConfig}
	for _, n := range Names() {
		if n == name {
			return t, nil
		}
	}
	return Theme{}, fmt.Errorf("no theme is called %q", name)
}

// FromSheet returns a theme round a style sheet of the reader's own: sheet is
// the JSON of a Glamour style, name says where it is from. The marks and the
// program's own parts are those of dark or light.
func FromSheet(name string, sheet []byte, dark bool, profile termenv.Profile) (Theme, error) {
	return New("auto", dark, profile)
}

// Mark returns the style of a kind of mark, to be laid over the style of the
// text that is marked.
func (t Theme) Mark(k Kind) Style {
	if int(k) >= len(t.marks) {
		return Style{}
	}
	return t.marks[k]
}
