package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"gloss/annotate/engine"
	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/ui/dossier"
	"gloss/ui/event"
	"gloss/ui/witness"
)

// driveAcross reads the first of three articles that are kept: the second is on
// the same event, the third is not.
func driveAcross(t *testing.T, width, height int) (*driver, *library.Library) {
	t.Helper()
	ctx := context.Background()
	lib, err := library.Open(ctx, t.TempDir(), library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	put := func(doc *articles.Document, source string, day int) *articles.Document {
		doc.Meta.Source, doc.Meta.Date = clean.Line(source), time.Date(2015, 12, day, 9, 0, 0, 0, time.UTC)
		row, err := lib.Keep(ctx, library.Entry{Doc: doc})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := findingsOf(ctx, lib, engine.New(adaAndBobEngine()...), row); err != nil {
			t.Fatal(err)
		}
		return doc
	}
	put(story("A second evening", "That evening Ada said again that nothing else is told of them, and Bob was there."), "Northern Wire", 14)
	put(story("The harvest is in", "Nobody was there."), "Harbour Post", 13)
	d := drive(t, put(paragraphs(30), "Quay Gazette", 15), width, height, adaAndBobEngine()...)
	d.a.library = func(context.Context) (*library.Library, error) { return lib, nil }
	d.run(d.a.keepArticle())
	if d.a.kept.ID == 0 {
		t.Fatal("the article is not on the shelf")
	}
	return d, lib
}

func TestDossier(t *testing.T) {
	d, _ := driveAcross(t, 120, 40)
	d.press("D")
	d.barSays("whose?")
	d.press("s", "D") // the speaker of the statement
	d.sees("● Ada ")
	d.sees("2 articles · 2 outlets")
	d.sees("A second evening")
	d.sees("❝ nothing else is told of them")
	d.barSays("enter opens it there")
	d.press("/", "s", "i", "t", "e", ":", "w", "i", "r", "e", "enter")
	d.sees("1 of 2 articles")
	d.press("j", "enter")
	d.sees("That evening Ada said again")
	d.press("q", "esc")
	d.sees("2 articles")
	d.press("g", "j", "enter") // in the article that the dossier was opened over
	d.seesNot("2 articles")
	d.press("q")
	d.sees("2 articles")
	d.press("?")
	d.sees("a line down")
	d.press("q")
	d.sees("2 articles")
	d.press("q")
	d.sees("Paragraph 000")

	// What is chosen in the margin, and a place in the article that is read.
	d.press("tab", "h", "h", "j", "D")
	d.sees("■ Bob ")
	d.press("enter")
	d.sees("in which Ada met Bob")
	if got := d.a.article.Cursor(); got != strings.Index(d.a.article.Doc().Text.String(), "Bob") {
		t.Errorf("went to byte %d", got)
	}
	d.press("ctrl+o")
}

// Of selected words the first name counts.
func TestDossierOfSelectedWords(t *testing.T) {
	d, _ := driveAcross(t, 120, 40)
	d.press("v", "D")
	d.barSays("whose?")
	d.press("j", "w", "w", "w", "w", "w", "w", "v", "w", "w", "D")
	d.sees("● Ada ")
	d.press("q", "esc")
}

func TestDossierFollowsASpeaker(t *testing.T) {
	d, _ := driveAcross(t, 120, 40)
	d.press("tab", "j", "D") // Bob, of whom Ada said nothing
	d.press("D")
	d.barSays("choose a statement whose speaker is named")
	d.press("l", "l", "r")
	d.barSays("oldest first")
	d.press("q", "q")
}

func TestCompare(t *testing.T) {
	d, _ := driveAcross(t, 120, 40)
	d.press("C")
	d.sees("Compare “Paragraphs” with")
	d.sees("A second evening")
	d.sees("Northern Wire · 14 Dec 2015")
	d.press("enter")
	d.sees("Quoted by both")
	d.barSays("tab the other article")
	d.press("l")
	d.sees("Said in both")
	d.press("l", "D")
	d.sees("2 articles · 2 outlets")
	d.press("q")
	d.sees("Named in both")
	d.press("h", "tab", "enter")
	d.sees("That evening Ada said again")
	d.press("q")
	d.sees("Said in both")
	d.press("q")
	d.sees("Paragraph 000")
}

// A heldFinder has findings in memory.
type heldFinder struct {
	findings keep.Findings
	doc      *articles.Document
	cs       []keep.Correction
	fails    error
}

func (h *heldFinder) Findings(context.Context, keep.ArticleID) (keep.Findings, error) {
	if h.findings.Version == "" && h.fails == nil {
		return keep.Findings{}, library.ErrNotFound
	}
	return h.findings, h.fails
}

func (h *heldFinder) SetFindings(_ context.Context, _ keep.ArticleID, f keep.Findings) error {
	h.findings = f
	return nil
}

func (h *heldFinder) Document(context.Context, keep.ArticleID) (*articles.Document, error) {
	if h.doc == nil {
		return nil, library.ErrNotFound
	}
	return h.doc, nil
}

func (h *heldFinder) Corrections(context.Context, keep.ArticleID) ([]keep.Correction, error) {
	return h.cs, nil
}

// What is not found yet, or was found in another version or before the last
// corrections, is found now.
func TestFindingsOf(t *testing.T) {
	eng := engine.New(adaAndBobEngine()...)
	doc := story("A second evening", "That evening Ada met Bob.")
	row := keep.Article{ID: 2, Version: anchor.Hash(doc.Text.String())}
	fresh := keep.Findings{Version: row.Version, Annotator: annotatorOf(nil), Entities: []keep.Entity{{Mentions: 7}}}
	older, stale := fresh, fresh
	older.Annotator, stale.Version = "0", "sha256:old"
	gone := errors.New("the disk is gone")
	for _, c := range []struct {
		name     string
		shelf    heldFinder
		eng      *engine.Engine
		entities int
		err      error
	}{
		{"fresh", heldFinder{findings: fresh}, eng, 1, nil},
		{"never annotated", heldFinder{doc: doc}, eng, 2, nil},
		{"another version", heldFinder{doc: doc, findings: stale}, eng, 2, nil},
		{"an older annotator", heldFinder{doc: doc, findings: older}, eng, 2, nil},
		{"corrected since", heldFinder{doc: doc, findings: fresh, cs: []keep.Correction{{ID: "c", Data: []byte("{}")}}}, eng, 2, nil},
		{"an older annotator, and none here", heldFinder{findings: older}, nil, 1, nil},
		{"none here", heldFinder{doc: doc}, nil, 0, errNoEngine},
		{"another version, and none here", heldFinder{doc: doc, findings: stale}, nil, 0, errNoEngine},
		{"a summary only", heldFinder{}, eng, 0, errNoText},
		{"no disk", heldFinder{doc: doc, fails: gone}, eng, 0, gone},
	} {
		f, err := findingsOf(context.Background(), &c.shelf, c.eng, row)
		if !errors.Is(err, c.err) || len(f.Entities) != c.entities {
			t.Errorf("%s: %d entities, %v", c.name, len(f.Entities), err)
		}
		if err == nil && c.shelf.findings.Entities == nil {
			t.Errorf("%s: it is not kept", c.name)
		}
	}
}

func TestQuestionsThatFail(t *testing.T) {
	d, lib := driveAcross(t, 80, 24)
	kept := d.a.kept
	d.a.kept = keep.Article{}
	d.press("C")
	d.barSays("this article is not on the shelf")
	d.a.kept = kept
	lib.Close()
	d.press("s", "D")
	d.barSays("look for Ada in all articles: ")
	d.press("C")
	d.barSays("look for articles on the same event: ")
	d.a.library = nil
	d.press("D")
	d.barSays(errNothingKept.Error())
}

// An answer is not shown where the reader has gone on since.
func TestStaleAnswers(t *testing.T) {
	d, _ := driveAcross(t, 80, 24)
	d.press("s")
	late := func() tea.Msg {
		msg := d.a.dossierHere()()
		if m, ok := msg.(answeredMsg); !ok || m.err != nil {
			t.Fatalf("the answer is %+v", msg)
		}
		return msg
	}
	first := late()
	second := late()
	d.send(first) // another was asked since
	if d.a.overlay != nil {
		t.Error("the first answer is shown")
	}
	d.send(second)
	if _, ok := d.a.overlay.(*dossierList); !ok {
		t.Error("the second answer is not shown")
	}
	d.press("q")
	third := late()
	d.a.show(Opened{Doc: story("Elsewhere", "Another text.")})
	d.send(third)
	if d.a.overlay != nil {
		t.Error("an answer is shown over another article")
	}
}

// At any size the screen fits, also after a change of the theme.
func TestAcrossFitsAnySize(t *testing.T) {
	for _, keys := range [][]string{{"s", "D"}, {"C"}, {"C", "enter"}, {"C", "enter", "l"}, {"C", "enter", "h", "D"}} {
		d, _ := driveAcross(t, 120, 40)
		d.press(keys...)
		d.a.setTheme("light")
		for _, size := range [][2]int{{20, 6}, {40, 12}, {80, 24}, {120, 40}, {300, 100}, {5, 3}, {1, 1}, {10, 40}, {200, 4}} {
			d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			checkFits(t, d, size[0], size[1])
		}
	}
}

// checkFits makes sure that the screen has the size of the terminal.
func checkFits(t *testing.T, d *driver, width, height int) {
	t.Helper()
	rows := strings.Split(d.a.View(), "\n")
	if len(rows) > height {
		t.Errorf("%d rows of %d", len(rows), height)
	}
	for _, r := range rows {
		if w := ansi.StringWidth(r); w > width {
			t.Errorf("%dx%d: %d columns: %q", width, height, w, r)
		}
	}
}

// judge makes sure that nothing on the screen acts on the terminal.
func judge(t *testing.T, d *driver) {
	t.Helper()
	if f := witness.Painted.Foreign([]byte(d.a.View())); len(f) > 0 {
		t.Errorf("%v on the screen:\n%q", f, d.a.View())
	}
}

// Names that come from a database act on no terminal.
func TestHostileDossier(t *testing.T) {
	const evil = "Ada\x1b[31m\u202e\x1b]0;owned\x07\nBob\u200f"
	ref := keep.Ref{Name: evil, Type: evil}
	st := keep.Statement{Text: clean.Of(evil), Speaker: ref, Cue: evil, Act: evil, Kind: evil, About: []int{0}}
	a := keep.Appearance{
		Article: keep.Article{Title: clean.Of(evil), Site: clean.Of(evil)}, Entity: keep.Entity{Ref: ref, Aliases: []string{evil + "2"}},
		Said: []keep.Statement{st}, About: []keep.Statement{st},
	}
	d, lib := driveAcross(t, 100, 30)
	d.a.showDossier(dossier.Gather(ref, []keep.Appearance{a, a}))
	judge(t, d)
	f := keep.Findings{Version: d.a.kept.Version, Annotator: annotatorOf(nil), Entities: []keep.Entity{a.Entity}, Statements: a.Said}
	if err := lib.SetFindings(context.Background(), d.a.kept.ID, f); err != nil {
		t.Fatal(err)
	}
	d.press("q", "C")
	judge(t, d)
	d.press("enter")
	judge(t, d)
	for range 2 {
		d.press("l", "j")
		judge(t, d)
		d.press("y", "D")
		judge(t, d)
		d.press("q")
	}
	c, err := event.Compare(context.Background(), event.Source{Article: a.Article, Findings: f}, event.Source{Article: a.Article, Findings: f})
	if err != nil {
		t.Fatal(err)
	}
	d.a.showComparison(c)
	judge(t, d)
}
