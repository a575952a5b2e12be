package editor

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles/clean"
	"gloss/articles/golden"
	"gloss/articles/keep"
	"gloss/ui/theme"
	"gloss/ui/witness"
)

func look(k keep.Kind) (string, theme.Style) {
	return string([]rune("!?~“»·")[slices.Index(append(keep.Kinds(), ""), k)]), theme.Style{Bold: true}
}

func plain(t testing.TB) theme.Theme {
	t.Helper()
	th, err := theme.New("dark", true, termenv.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

const words = "The harbour master said on Tuesday that the ferry would sail again, “as soon as the last of the plates is riveted”, " +
	"and that nobody who had waited for nine weeks would have to wait for a tenth. The council was not so sure of that, and said so."

func open(t testing.TB, n keep.Note, width, height int) *Pane {
	t.Helper()
	p := New(n, Subject{What: clean.Of("a passage"), Words: clean.Of(words)}, look, plain(t))
	p.SetSize(width, height)
	return p
}

func note(body string, tags ...string) keep.Note {
	n := keep.Note{Kind: keep.Claim, Body: clean.Of(body), Target: keep.Target{On: keep.OnSpan}}
	for _, t := range tags {
		n.Tags = append(n.Tags, clean.Of(t))
	}
	return n
}

// write presses the keys for a text.
func write(t testing.TB, p *Pane, text string) {
	t.Helper()
	for _, r := range text {
		m := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
		switch r {
		case '\n':
			m = tea.KeyMsg{Type: tea.KeyEnter}
		case ' ':
			m = tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
		}
		if err := p.Type(m); err != nil {
			t.Fatalf("%q: %v", r, err)
		}
	}
}

// shown returns the pane's rows without colours, the cursor as "▮".
func shown(p *Pane) string {
	var b strings.Builder
	for _, r := range p.View() {
		r = strings.ReplaceAll(r, "\x1b[7m ", "▮")
		b.WriteString(strings.TrimRight(ansi.Strip(r), " ") + "\n")
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, size := range [][2]int{{120, 14}, {80, 11}, {40, 11}, {40, 5}} {
		name := fmt.Sprintf("%dx%d.golden", size[0], size[1])
		t.Run(name, func(t *testing.T) {
			p := open(t, note("Who says so?", "ferry", "to check"), size[0], size[1])
			write(t, p, "\n\nThe council's minutes of the 8th have *nothing* on it, 港口 neither. ")
			got, path := shown(p), filepath.Join("testdata", name)
			golden.Check(t, path, got)
		})
	}
}

func TestNote(t *testing.T) {
	p := open(t, note("a\tb", "x", "y"), 80, 12)
	if p.Changed() || p.Note().Body.String() != "a\tb" || len(p.Note().Tags) != 2 {
		t.Errorf("unchanged: %v, %+v", p.Changed(), p.Note())
	}
	write(t, p, " and c")
	p.Turn()
	write(t, p, ", #z,, x")
	p.NextKind()
	n := p.Note()
	if got, want := fmt.Sprintf("%s|%s|%s", n.Body, joinTags(n.Tags), n.Kind), "a    b and c|x, y, z|doubt"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !p.Changed() {
		t.Error("what was written is no change")
	}
}

// A note on an article as a whole has no kind, whatever is pressed.
func TestWholeArticleHasNoKind(t *testing.T) {
	p := New(keep.Note{Target: keep.Target{On: keep.OnArticle}}, Subject{What: clean.Of("the article")}, look, plain(t))
	p.SetSize(60, 10)
	p.NextKind()
	p.SetKind(keep.Doubt)
	if got := p.Note().Kind; got != "" {
		t.Errorf("it is a %s", got)
	}
	if got := shown(p); strings.Contains(got, "doubt") {
		t.Errorf("shown:\n%s", got)
	}
}

func TestPasteIsCleaned(t *testing.T) {
	p := open(t, note(""), 80, 12)
	if err := p.Type(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("one\x1b[31m\u202etwo\r\nthree\x9b")}); err != nil {
		t.Fatal(err)
	}
	if got, want := p.Note().Body.String(), "one␛[31mtwo \nthree"; got != want {
		t.Errorf("pasted %q, want %q", got, want)
	}
}

// What is too long is refused whole: nothing is cut off silently.
func TestLimits(t *testing.T) {
	paste := func(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune(s)} }
	for name, s := range map[string]string{
		"bytes": strings.Repeat("é", MaxBody/2+1), "lines": strings.Repeat("\n", maxLines+1), "tabs": strings.Repeat("\t", MaxBody/4+1),
	} {
		p := open(t, note("kept"), 80, 12)
		if err := p.Type(paste(s)); err != ErrLong || p.Changed() {
			t.Errorf("%s pasted: %v", name, err)
		}
		if err := p.SetBody(s); err != ErrLong || p.Changed() {
			t.Errorf("%s from a program: %v", name, err)
		}
		p = open(t, note(s), 80, 12)
		if err := p.Type(paste("x")); err != ErrLong || p.Note().Body.String() != s || p.Changed() {
			t.Errorf("%s in a note that is opened: %v, changed %v", name, err, p.Changed())
		}
		if got := shown(p); !strings.Contains(got, "too long to be edited here") {
			t.Errorf("%s: shown\n%.300s", name, got)
		}
		if err := p.SetBody("short"); err != nil || p.Note().Body.String() != "short" {
			t.Errorf("%s: shortened: %v", name, err)
		}
	}
	p := open(t, note(""), 80, 12)
	whole := strings.Repeat("x", MaxBody)
	if err := p.Type(paste(whole)); err != nil || p.Note().Body.String() != whole {
		t.Errorf("the most there may be: %v", err)
	}
	p.Turn()
	if err := p.Type(paste(strings.Repeat("x", maxTags+1))); err != ErrLong {
		t.Errorf("tags: %v", err)
	}
}

func TestDraftComesBack(t *testing.T) {
	p := open(t, note("old", "x"), 80, 12)
	write(t, p, " and new")
	p.Turn()
	write(t, p, ", y")
	p.SetKind(keep.FollowUp)
	q := open(t, note("old", "x"), 40, 8)
	q.SetDraft(p.Draft())
	if !q.Changed() || q.Draft() != p.Draft() || q.Note().Body.String() != "old and new" {
		t.Errorf("came back: %+v, was %+v", q.Draft(), p.Draft())
	}
}

func TestSplitTags(t *testing.T) {
	for line, want := range map[string]string{"": "", " , ,": "", "#a, b b ,a": "a|b b", "a\nb": "a b", "##x": "x", "\x1b": "␛"} {
		var got []string
		for _, tag := range SplitTags(line) {
			got = append(got, tag.String())
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// At any size, whatever is typed, the pane is as large as told, writes no
// escape that no theme makes, and shows where the cursor is.
func TestAnySize(t *testing.T) {
	text := rapid.SampledFrom([]string{"ferry ", "港口", "👩‍👩‍👧", "e\u0301", "\x1b[31m", "\u202e", "\t", "averyveryverylongwordthatdoesnotfitanywhereatall", "\n"})
	rapid.Check(t, func(t *rapid.T) {
		p := New(note(strings.Join(rapid.SliceOf(text).Draw(t, "body"), "")), Subject{What: clean.Of("x"), Words: clean.Of(strings.Join(rapid.SliceOf(text).Draw(t, "words"), ""))}, look, themed)
		p.SetSize(rapid.IntRange(-1, 100).Draw(t, "width"), rapid.IntRange(-1, 20).Draw(t, "height"))
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 8).Draw(t, "step") {
			case 0:
				p.SetSize(rapid.IntRange(-1, 100).Draw(t, "width"), rapid.IntRange(-1, 20).Draw(t, "height"))
			case 1:
				p.Turn()
			case 2:
				p.NextKind()
			case 3:
				k := rapid.SampledFrom([]tea.KeyType{tea.KeyEnter, tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyBackspace, tea.KeyDelete, tea.KeyHome, tea.KeyEnd, tea.KeyCtrlU, tea.KeyCtrlW, tea.KeyCtrlT}).Draw(t, "key")
				_ = p.Type(tea.KeyMsg{Type: k})
			default:
				_ = p.Type(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune(text.Draw(t, "text"))})
			}
			rows := p.View()
			if len(rows) != p.height {
				t.Fatalf("%d rows of %d", len(rows), p.height)
			}
			for i, r := range rows {
				if w := ansi.StringWidth(r); w != p.width {
					t.Fatalf("row %d has %d columns of %d: %q", i, w, p.width, r)
				}
			}
			all := strings.Join(rows, "\n")
			if f := witness.Painted.Foreign([]byte(all)); len(f) > 0 {
				t.Fatalf("foreign: %+v", f[0])
			}
			if p.height > 2 && p.width > 10 && !strings.Contains(all, "\x1b[7m") {
				t.Fatalf("no cursor in %dx%d:\n%s", p.width, p.height, ansi.Strip(all))
			}
		}
	})
}

var themed = func() theme.Theme {
	th, err := theme.New("dark", true, termenv.TrueColor)
	if err != nil {
		panic(err)
	}
	return th
}()

// BenchmarkType types into the longest note there may be.
func BenchmarkType(b *testing.B) {
	p := open(b, note(strings.Repeat("The ferry sails again. \n", MaxBody/24-10)), 80, 12)
	for b.Loop() {
		_ = p.Type(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{'x'}})
		p.View()
		_ = p.Type(tea.KeyMsg{Type: tea.KeyBackspace})
	}
}
