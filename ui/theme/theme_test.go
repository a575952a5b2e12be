package theme_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/ui/theme"
)

var profiles = []termenv.Profile{termenv.TrueColor, termenv.ANSI256, termenv.ANSI, termenv.Ascii}

// TestKindsDiffer asks that each pair of kinds looks different as it is
// written to the terminal, and by attributes alone where colours are few.
func TestKindsDiffer(t *testing.T) {
	for _, name := range theme.Names() {
		for _, dark := range []bool{true, false} {
			for _, profile := range profiles {
				th, err := theme.New(name, dark, profile)
				if err != nil {
					t.Fatal(err)
				}
				seen := map[string]theme.Kind{}
				for _, k := range theme.Kinds() {
					s := th.Mark(k)
					if th.Profile == termenv.ANSI || th.Profile == termenv.Ascii {
						s.FG, s.BG = "", ""
					}
					look := th.Sequence(s)
					if look == th.Sequence(theme.Style{}) {
						t.Errorf("%s %s: %s looks like plain text", name, profile.Name(), k)
					}
					if look == th.Sequence(theme.Style{Underline: theme.Single}) {
						t.Errorf("%s %s: %s looks like a link", name, profile.Name(), k)
					}
					if other, ok := seen[look]; ok {
						t.Errorf("%s %s: %s and %s look the same", name, profile.Name(), k, other)
					}
					seen[look] = k
				}
			}
		}
	}
}

func TestSigils(t *testing.T) {
	th, err := theme.New("dark", true, termenv.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]theme.Kind{}
	for _, k := range theme.Kinds() {
		sigil := th.Sigil(k)
		if w := ansi.StringWidth(sigil); w != 1 {
			t.Errorf("%s: sigil %q is %d cells wide", k, sigil, w)
		}
		if other, ok := seen[sigil]; ok && (k <= theme.Other || k >= theme.Important) {
			t.Errorf("%s and %s have the same sigil", k, other)
		}
		seen[sigil] = k
	}
}

func TestSequence(t *testing.T) {
	all := theme.Style{FG: "#0a64ff", BG: "236", Bold: true, Italic: true, Faint: true, Reverse: true, Strike: true, Underline: theme.Curly}
	for _, c := range []struct {
		what    string
		profile termenv.Profile
		style   theme.Style
		want    string
	}{
		{"nothing", termenv.TrueColor, theme.Style{}, "\x1b[m"},
		{"all", termenv.TrueColor, all, "\x1b[0;1;2;3;4:3;7;9;38;2;10;100;255;48;5;236m"},
		{"no curls where they may be misread", termenv.ANSI256, theme.Style{Underline: theme.Curly}, "\x1b[0;4m"},
		{"rgb in 256", termenv.ANSI256, theme.Style{FG: "#ff0000"}, "\x1b[0;38;5;196m"},
		{"rgb in 16", termenv.ANSI, theme.Style{FG: "#ff0000"}, "\x1b[0;91m"},
		{"no colour", termenv.Ascii, all, "\x1b[0;1;2;3;4;7;9m"},
		{"short form", termenv.TrueColor, theme.Style{FG: "#fff"}, "\x1b[0;38;2;255;255;255m"},
		{"not a number", termenv.ANSI256, theme.Style{FG: "red", BG: "-1"}, "\x1b[m"},
		{"too great", termenv.ANSI, theme.Style{FG: "256", BG: "#12"}, "\x1b[m"},
		{"not hexadecimal", termenv.TrueColor, theme.Style{FG: "#zzzzzz"}, "\x1b[m"},
	} {
		th := theme.Theme{Profile: c.profile}
		if got := th.Sequence(c.style); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

func TestNoAttrs(t *testing.T) {
	th := theme.Theme{Profile: termenv.TrueColor, NoAttrs: true}
	bold := theme.Style{Bold: true, FG: "1"}
	if got := th.Paint(bold, "a") + th.Sequence(bold); got != "a" {
		t.Errorf("got %q, want no escape", got)
	}
}

// genStyle draws any style, its colours taken from any string too.
func genStyle() *rapid.Generator[theme.Style] {
	return rapid.Custom(func(t *rapid.T) theme.Style {
		colour := rapid.OneOf(rapid.SampledFrom([]string{"", "1", "17", "#abc", "#a1b2c3"}), rapid.String())
		return theme.Style{
			FG: theme.Color(colour.Draw(t, "fg")), BG: theme.Color(colour.Draw(t, "bg")),
			Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"), Faint: rapid.Bool().Draw(t, "faint"),
			Reverse: rapid.Bool().Draw(t, "reverse"), Strike: rapid.Bool().Draw(t, "strike"),
			Underline: theme.Underline(rapid.Uint8Range(0, 7).Draw(t, "underline")),
		}
	})
}

// TestPaintIsSGR asks that a style, whatever its colours say, makes nothing
// but SGR sequences round the text.
func TestPaintIsSGR(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		th := theme.Theme{Profile: rapid.SampledFrom(profiles).Draw(t, "profile")}
		s := genStyle().Draw(t, "style")
		for _, painted := range []string{th.Paint(s, "text"), th.Sequence(s) + "text"} {
			before, _, _ := strings.Cut(painted, "text")
			rest := before
			if body, ok := strings.CutPrefix(rest, "\x1b["); ok {
				if !strings.HasSuffix(body, "m") || strings.Trim(body[:len(body)-1], "0123456789;:") != "" {
					t.Fatalf("%q is no SGR sequence", before)
				}
			} else if rest != "" {
				t.Fatalf("%q is no escape sequence", before)
			}
			if ansi.Strip(painted) != "text" {
				t.Fatalf("%q does not show the text", painted)
			}
		}
	})
}

// TestOver holds Over to what overlays must keep: laying nothing over changes
// nothing, and three layers may be joined from either end.
func TestOver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := genStyle().Draw(t, "a"), genStyle().Draw(t, "b"), genStyle().Draw(t, "c")
		if (theme.Style{}).Over(a) != a || a.Over(theme.Style{}) != a {
			t.Fatalf("nothing over %v changes it", a)
		}
		if a.Over(b).Over(c) != a.Over(b.Over(c)) {
			t.Fatalf("the order of joining counts for %v, %v, %v", a, b, c)
		}
		if got := a.Over(b); a.FG != "" && got.FG != a.FG || got.Bold != (a.Bold || b.Bold) {
			t.Fatalf("%v over %v is %v", a, b, got)
		}
	})
}

func TestNew(t *testing.T) {
	for _, name := range theme.Names() {
		for _, dark := range []bool{true, false} {
			th, err := theme.New(name, dark, termenv.TrueColor)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if th.Name != name {
				t.Errorf("%s: named %q", name, th.Name)
			}
			if follows := name == "auto" || name == "notty"; follows && th.Dark != dark {
				t.Errorf("%s: does not follow the background", name)
			}
		}
	}
	if _, err := theme.New("sepia", true, termenv.TrueColor); err == nil {
		t.Error("a theme that does not exist is made")
	}
}

func TestFromSheet(t *testing.T) {
	th, err := theme.FromSheet("mine.json", []byte(`{"document":{"color":"#123456","margin":4}}`), true, termenv.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	if th.Name != "mine.json" || th.Sheet.Document.Color == nil || *th.Sheet.Document.Color != "#123456" {
		t.Errorf("got %q with %+v", th.Name, th.Sheet.Document)
	}
	if th.Mark(theme.Person) == (theme.Style{}) {
		t.Error("the marks have no style")
	}
	if _, err := theme.FromSheet("bad.json", []byte(`{"document":3}`), true, termenv.TrueColor); err == nil || !strings.Contains(err.Error(), "bad.json") {
		t.Errorf("a bad sheet gives %v", err)
	}
}

func TestMarkOfUnknownKind(t *testing.T) {
	th, _ := theme.New("dark", true, termenv.TrueColor)
	if got := th.Mark(theme.FollowUp + 1); got != (theme.Style{}) {
		t.Errorf("got %v", got)
	}
	if got := (theme.FollowUp + 1).String(); got != "unknown" {
		t.Errorf("got %q", got)
	}
}
