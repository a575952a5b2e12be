package theme

// A Color is a colour as Glamour writes it: "#rrggbb", a number of the
// 256-colour palette from "0" to "255", or "" for none.
type Color string

// Underline is the form of a line under text.
type Underline uint8

// The forms of underlines. All but NoUnderline and Single are drawn as Single
// unless the terminal has 24-bit colours: older terminals misread the longer
// sequences.
const (
	NoUnderline Underline = iota
	Single
	Double
	Curly
	Dotted
	Dashed
)

// A Style is how a stretch of text looks. The zero Style is the terminal's own
// look. Styles are comparable.
type Style struct {
	FG, BG    Color
	Bold      bool
	Italic    bool
	Faint     bool
	Reverse   bool
	Strike    bool
	Underline Underline
}

// Over returns s laid over base: the colours and the underline of s win where
// they are set, and the other attributes of both hold.
func (s Style) Over(base Style) Style {
	if s.FG == "" {
		s.FG = base.FG
	}
	if s.BG == "" {
		s.BG = base.BG
	}
	if s.Underline == NoUnderline {
		s.Underline = base.Underline
	}
	s.Bold = s.Bold || base.Bold
	s.Italic = s.Italic || base.Italic
	s.Faint = s.Faint || base.Faint
	s.Reverse = s.Reverse || base.Reverse
	s.Strike = s.Strike || base.Strike
	return s
}
