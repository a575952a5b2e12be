package page

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"

	"gloss/articles"
	"gloss/articles/golden"
	"gloss/ui/theme"
)

func TestPlainGolden(t *testing.T) {
	for _, width := range []int{20, 40, 80, 120} {
		p := New(richDocument(), width, testTheme(t))
		golden.Check(t, filepath.Join("testdata", fmt.Sprintf("plain-%d.txt", width)), strings.Join(p.Plain(p.Top(), 1000), "\n")+"\n")
	}
}

// TestPaintGolden keeps the painted page too, its escapes made visible, with
// many colours and with none.
func TestPaintGolden(t *testing.T) {
	for _, profile := range []termenv.Profile{termenv.TrueColor, termenv.Ascii} {
		th, err := theme.New("dark", true, profile)
		if err != nil {
			t.Fatal(err)
		}
		doc := richDocument()
		p := New(doc, 80, th)
		p.codeTime = time.Minute // on however busy a machine
		lines := p.Paint(p.Top(), 1000, richMarks(doc, th))
		painted := strings.ReplaceAll(strings.Join(lines, "\n"), "\x1b", "␛") + "\n"
		golden.Check(t, filepath.Join("testdata", fmt.Sprintf("painted-80-%s.txt", strings.ToLower(profile.Name()))), painted)
	}
}

// richMarks returns marks of many kinds over richDocument.
func richMarks(doc *articles.Document, th theme.Theme) []Mark {
	var marks []Mark
	for _, m := range []struct {
		kind  theme.Kind
		layer int
		texts []string
	}{
		{theme.Person, 2, []string{"Ingrid Solberg", "Ada Example"}},
		{theme.Org, 2, []string{"port authority", "customs house"}},
		{theme.Place, 2, []string{"NORTHQUAY"}},
		{theme.Member, 2, []string{"Northquay", "Eastport", "Saint-Malvin-sur-Mer", "聖マルヴァン"}},
		{theme.Other, 2, []string{"Tuesday", "3 March 2031", "1998"}},
		{theme.StatementNow, 0, []string{"“We have written each other enough letters,”", "“It was time to sit in one room.”"}},
		{theme.Cue, 1, []string{"said"}},
		{theme.Speaker, 3, []string{"Ingrid Solberg"}},
		{theme.Hit, 4, []string{"ferry"}},
		{theme.Selection, 5, []string{"on the back of a timetable; it names"}},
	} {
		for _, text := range m.texts {
			for at := 0; ; at += len(text) {
				i := strings.Index(doc.Text.String()[at:], text)
				if i < 0 {
					break
				}
				at += i
				marks = append(marks, Mark{articles.Span{Start: at, End: at + len(text)}, th.Mark(m.kind), m.layer})
			}
		}
	}
	return marks
}

// TestNoAttrs asks that a page for a pipe has no escape in it.
func TestNoAttrs(t *testing.T) {
	th := testTheme(t)
	th.NoAttrs = true
	doc := richDocument()
	p := New(doc, 80, th)
	if painted := strings.Join(p.Paint(p.Top(), 1000, richMarks(doc, th)), "\n"); strings.Contains(painted, "\x1b") {
		t.Errorf("there are escapes in %q", painted)
	}
}
