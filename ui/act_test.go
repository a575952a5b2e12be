package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/selection"
)

// library puts what is read on a shelf of its own, and returns the shelf.
func (d *driver) library() *library.Library {
	d.t.Helper()
	l, err := library.Open(context.Background(), d.t.TempDir(), library.Options{})
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = l.Close() })
	d.a.library = func(context.Context) (*library.Library, error) { return l, nil }
	d.run(d.a.keepArticle())
	if d.a.kept.ID == 0 {
		d.t.Fatalf("the article is not on the shelf: %s", d.a.note)
	}
	return l
}

// driveCorrecting opens an article whose corrections are kept.
func driveCorrecting(t *testing.T, width, height int) (*driver, *library.Library) {
	t.Helper()
	d := drive(t, paragraphs(30), width, height, adaAndBobEngine()...)
	return d, d.library()
}

// kept returns the corrections that hold in the article.
func (d *driver) kept(l *library.Library) []keep.Correction {
	d.t.Helper()
	cs, err := l.Corrections(context.Background(), d.a.kept.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return cs
}

// names returns the entities as they are shown: name, type, mentions.
func (d *driver) names() string {
	var out []string
	for _, e := range d.a.article.Index().Annotations.Entities {
		out = append(out, fmt.Sprintf("%s/%s/%d", e.Name, e.Type, len(e.Mentions)))
	}
	return strings.Join(out, " ")
}

func (d *driver) named(want string) {
	d.t.Helper()
	if got := d.names(); got != want {
		d.t.Errorf("the names are %s, want %s\n%s", got, want, strings.Join(d.screen(), "\n"))
	}
}

func TestNamesAreCorrected(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"dismissed here", []string{"]e", "x", "d"}, "Ada/PERSON/29 Bob/ORG/30"},
		{"dismissed everywhere", []string{"]e", "x", "D"}, "Bob/ORG/30"},
		{"the second name", []string{"]e", "]e", "x", "D"}, "Ada/PERSON/30"},
		{"of another type", []string{"]e", "x", "t", "2"}, "Ada/ORG/30 Bob/ORG/30"},
		{"the type by arrows", []string{"]e", "x", "t", "j", "enter"}, "Ada/ORG/30 Bob/ORG/30"},
		{"joined", []string{"]e", "x", "s", "/", "b", "enter", "enter"}, "Bob/ORG/60"},
		{"split here", []string{"]e", "x", "p", "1", " Quux", "enter"}, "Ada/PERSON/29 Bob/ORG/30 Ada Quux/PERSON/1"},
		{"split everywhere", []string{"]e", "x", "p", "2", " Quux", "enter"}, "Bob/ORG/30 Ada Quux/PERSON/30"},
		{"renamed", []string{"]e", "x", "n", " Lovell", "enter"}, "Ada Lovell/PERSON/30 Bob/ORG/30"},
		{"left", []string{"]e", "x", "n", "esc"}, "Ada/PERSON/30 Bob/ORG/30"},
		{"left again", []string{"]e", "x", "q"}, "Ada/PERSON/30 Bob/ORG/30"},
		{"chosen in the margin", []string{"tab", "j", "x", "D"}, "Ada/PERSON/30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, l := driveCorrecting(t, 100, 30)
			d.press(c.keys...)
			d.named(c.want)
			again := drive(t, paragraphs(30), 100, 30, adaAndBobEngine()...)
			again.a.library = func(context.Context) (*library.Library, error) { return l, nil }
			again.run(again.a.keepArticle())
			again.named(c.want) // in another run of the program too
			if d.a.overlay != nil {
				t.Errorf("an overlay is left:\n%s", strings.Join(d.screen(), "\n"))
			}
		})
	}
}

// Words that are selected become a name that was missed, wherever they stand, or
// a mention of one that is known.
func TestMissingNameIsAdded(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"x", "t", "6"}, "nothing/NORP/30 Ada/PERSON/30 Bob/ORG/30"},
		{[]string{"x", "s", "j", "enter"}, "Ada/PERSON/30 Bob/ORG/60"},
		{[]string{"x", "esc"}, "Ada/PERSON/30 Bob/ORG/30"},
	} {
		d, _ := driveCorrecting(t, 100, 30)
		d.selectWord("nothing")
		d.press(c.keys...)
		d.named(c.want)
	}
}

// selectWord selects words of the text, the first ones that are so.
func (d *driver) selectWord(words string) {
	d.t.Helper()
	doc := d.a.article.Doc()
	s, ok := selection.At(doc, strings.Index(doc.Text.String(), words), selection.Word)
	if !ok || s.Span().Of(doc.Text) != words {
		d.t.Fatalf("selected is %q", s.Span().Of(doc.Text))
	}
	d.a.selecting = &selecting{Selection: s}
}

func TestStatementsAreCorrected(t *testing.T) {
	speakers := func(d *driver) string {
		var out []string
		for _, s := range d.a.article.Index().Speakers() {
			out = append(out, fmt.Sprintf("%s/%d", s.Name, len(s.Statements)))
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"by another", []string{"s", "x", "w", "/", "bob", "enter", "enter"}, "Ada/29 Bob/1"},
		{"by nobody", []string{"s", "s", "x", "w", "0"}, "Ada/29 /1"},
		{"none", []string{"s", "x", "z"}, "Ada/29"},
	} {
		d, _ := driveCorrecting(t, 100, 30)
		d.press(c.keys...)
		if got := speakers(d); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Corrections are undone one by one, in any order, without a new run, and done
// again.
func TestCorrectionsAreUndone(t *testing.T) {
	d, _ := driveCorrecting(t, 100, 30)
	d.press("]e", "x", "t", "2") // Ada is an organisation
	d.press("]e", "x", "D")      // Bob is no name
	d.named("Ada/ORG/30")
	d.press("x")
	d.sees("Bob is no name")
	d.sees("Ada is an organisation")
	d.press("G", "enter") // the first one
	d.named("Ada/PERSON/30")
	d.press("x")
	d.sees("undone")
	d.press("G", "enter")
	d.named("Ada/ORG/30")
	d.barSays("corrected again")
}

func TestCorrectionsHoldForANewRun(t *testing.T) {
	d, _ := driveCorrecting(t, 100, 30)
	d.press("]e", "x", "D")
	d.named("Bob/ORG/30")
	d.a.annotated = span{}
	d.run(d.a.annotate())
	d.named("Bob/ORG/30")
}

// A run that began before a correction does not bring back what was corrected.
func TestRunFromBeforeACorrection(t *testing.T) {
	d, _ := driveCorrecting(t, 100, 30)
	d.a.annotated = span{}
	late := d.a.annotate()
	d.press("]e", "x", "D")
	d.run(late)
	d.named("Bob/ORG/30")
}

func TestCorrectionInEveryArticle(t *testing.T) {
	d, l := driveCorrecting(t, 100, 30)
	d.press("]e", "x", "t", "2")
	d.barSays("in all other articles too")
	d.press("y")
	d.barSays("corrected in every article")
	if cs := d.kept(l); len(cs) != 2 || cs[1].Article != 0 {
		t.Fatalf("kept: %+v", cs)
	}
	d.press("[e", "]e", "x", "d") // one that holds here alone is not asked about
	d.press("y")
	if n := len(d.kept(l)); n != 3 {
		t.Errorf("%d are kept", n)
	}
	other := drive(t, paragraphs(3), 100, 30, adaAndBobEngine()...)
	other.a.library = d.a.library
	other.run(other.a.keepArticle())
	other.named("Ada/ORG/3 Bob/ORG/3")
}

// One that does not fit this text is listed with the reason, and one that holds
// for every article is not asked to.
func TestUnfitCorrections(t *testing.T) {
	d, _ := driveCorrecting(t, 100, 30)
	d.a.corrections = ([]keep.Correction{
		{ID: "1", Article: 1, Data: []byte(`{"kind":"retype","entity":{"name":"Eve","type":"PERSON"},"to":{"type":"ORG"}}`)},
		{ID: "2", Article: 0, Data: []byte(`{"kind":"retype","entity":{"name":"Mallory","type":"PERSON"},"to":{"type":"ORG"}}`)},
		{ID: "3", Article: 1, Data: []byte(`no JSON`)},
	})
	d.run(d.a.recorrect())
	d.press("x")
	d.sees("Eve is an organisation")
	d.sees("no entity has the name and the type")
	d.sees("a correction that cannot be read")
	d.sees("nothing to change in this text")
	if n := strings.Count(strings.Join(d.screen(), "\n"), " ! "); n != 2 {
		t.Errorf("%d are marked as unfit", n)
	}
}

func TestCorrectionThatIsNotKept(t *testing.T) {
	d, l := driveCorrecting(t, 100, 30)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	d.press("]e", "x", "D")
	d.named("Ada/PERSON/30 Bob/ORG/30")
	d.barSays("not corrected: ")
	d.a.library = nil
	d.press("]e", "x", "D")
	d.barSays("nothing can be kept")
}

// The last correction is taken back by one key, as notes are.
func TestCorrectionIsTakenBack(t *testing.T) {
	d, _ := driveCorrecting(t, 100, 30)
	d.press("]e", "x", "t", "2", "]e", "x", "D")
	d.named("Ada/ORG/30")
	d.press("U")
	d.named("Ada/ORG/30 Bob/ORG/30")
	d.barSays("correction undone")
	d.press("U")
	d.named("Ada/PERSON/30 Bob/ORG/30")
	d.press("U")
	d.barSays("nothing to undo")
}

// The menu stands under what it is about, is clicked, and fits any screen.
func TestMenuFitsAnySize(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}, {20, 6}, {5, 3}, {1, 1}} {
		d, _ := driveCorrecting(t, size[0], size[1])
		d.press("]e", "x")
		if rows := d.screen(); len(rows) > size[1] {
			t.Errorf("%v: %d rows", size, len(rows))
		}
		if size[1] >= 24 {
			d.sees("Paragraph 000")
			d.sees("it is of another type")
		}
	}
	d, _ := driveCorrecting(t, 80, 24)
	d.press("]e", "x")
	for y, row := range d.screen() {
		if strings.Contains(row, "nowhere in this article") {
			d.send(tea.MouseMsg{Button: tea.MouseButtonLeft, Action: tea.MouseActionPress, X: 10, Y: y})
			break
		}
	}
	d.named("Bob/ORG/30")
}

// Where the reader went to a statement, x offers what can be done with that first,
// then with who made it.
func TestStatementIsActedOnFirst(t *testing.T) {
	for _, c := range []struct {
		keys          []string
		first, second string
	}{
		{[]string{"s", "x"}, "the statement of Ada", "Ada, a person"},
		{[]string{"]e", "x"}, "Ada, a person", ""},
	} {
		d, _ := driveCorrecting(t, 100, 30)
		d.press(c.keys...)
		screen := strings.Join(d.screen(), "\n")
		menu := screen[strings.Index(screen, "── Here"):]
		first, second := strings.Index(menu, c.first), strings.Index(menu, c.second)
		if first < 0 || second < first && c.second != "" {
			t.Errorf("%q, then %q, is not in\n%s", c.first, c.second, menu)
		}
	}
}
