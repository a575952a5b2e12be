//go:build u4

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
	"gloss/ui/witness"
)

// A heldShelf answers questions from memory.
type heldShelf struct {
	rows     []keep.Article
	docs     map[keep.ArticleID]*articles.Document
	findings map[keep.ArticleID]keep.Findings
	fails    error
}

func (s *heldShelf) Appearances(_ context.Context, ref keep.Ref) ([]keep.Appearance, error) {
	var out []keep.Appearance
	for _, a := range s.rows {
		f := s.findings[a.ID]
		for i, e := range f.Entities {
			if !keep.SameEntity(e, keep.Entity{Ref: ref}) {
				continue
			}
			hit := keep.Appearance{Article: a, Entity: e}
			for _, st := range f.Statements {
				if st.Speaker == e.Ref {
					hit.Said = append(hit.Said, st)
				}
				for _, about := range st.About {
					if about == i {
						hit.About = append(hit.About, st)
					}
				}
			}
			out = append(out, hit)
		}
	}
	return out, s.fails
}

func (s *heldShelf) Similar(_ context.Context, id keep.ArticleID, limit int) ([]keep.Article, error) {
	var out []keep.Article
	for _, a := range s.rows {
		if a.ID != id && len(out) < limit {
			out = append(out, a)
		}
	}
	return out, s.fails
}

func (s *heldShelf) Findings(_ context.Context, id keep.ArticleID) (keep.Findings, error) {
	if f, ok := s.findings[id]; ok {
		return f, s.fails
	}
	return keep.Findings{}, library.ErrNotFound
}

func (s *heldShelf) SetFindings(_ context.Context, id keep.ArticleID, f keep.Findings) error {
	s.findings[id] = f
	return nil
}

func (s *heldShelf) Document(_ context.Context, id keep.ArticleID) (*articles.Document, error) {
	if doc, ok := s.docs[id]; ok {
		return doc, nil
	}
	return nil, library.ErrNotFound
}

func (s *heldShelf) Corrections(context.Context, keep.ArticleID) ([]keep.Correction, error) {
	return nil, nil
}

// put puts an article on the shelf.
func (s *heldShelf) put(doc *articles.Document, site string) keep.Article {
	n := len(s.rows) + 1
	a := keep.Article{
		ID: keep.ArticleID(n), Title: doc.Meta.Title, Site: clean.Line(site), Version: anchor.Hash(doc.Text.String()),
		Published: time.Date(2015, 12, 16-n, 9, 0, 0, 0, time.UTC),
	}
	s.rows, s.docs[a.ID] = append(s.rows, a), doc
	return a
}

// driveAcross reads the first of three articles that are kept: the others are
// one on the same event and one of which only a feed's summary is here.
func driveAcross(t *testing.T, width, height int) (*driver, *heldShelf) {
	t.Helper()
	s := &heldShelf{docs: map[keep.ArticleID]*articles.Document{}, findings: map[keep.ArticleID]keep.Findings{}}
	first := s.put(paragraphs(30), "Quay Gazette")
	other := story("A second evening", "That evening Ada said again that nothing else is told of them, and Bob was there.")
	s.put(other, "Northern Wire")
	delete(s.docs, s.put(story("Only a summary", "Ada."), "Harbour Post").ID)
	d := drive(t, paragraphs(30), width, height, adaAndBobEngine()...)
	d.a.asker, d.a.kept = s, first
	for _, a := range s.rows[:2] {
		if _, err := findingsOf(context.Background(), s, d.a.engine, a); err != nil {
			t.Fatal(err)
		}
	}
	return d, s
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
	d.barSays("opened A second evening at ")
	d.press("esc")
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
	d, s := driveAcross(t, 120, 40)
	delete(s.findings, 2) // it was never annotated
	d.press("C")
	d.sees("Compare “Paragraphs” with")
	d.sees("A second evening")
	d.sees("Northern Wire · 14 Dec 2015")
	d.press("enter")
	d.sees("Quoted by both")
	d.barSays("tab the other article")
	if s.findings[2].Version != s.rows[1].Version {
		t.Error("what was found is not kept")
	}
	d.press("l")
	d.sees("Said in both")
	d.press("tab", "enter")
	d.barSays("opened A second evening at ")
	d.press("l", "D")
	d.sees("All ")
	d.press("q")
	d.sees("Named in both")
	d.press("q")
	d.sees("Paragraph 000")

	d.press("C", "j", "enter")
	d.barSays("only what a feed says of it is here")
	d.a.engine = nil
	d.press("C", "j", "enter")
	d.barSays("nothing here annotates")
}

// What was found in another version of an article is found again.
func TestStaleFindings(t *testing.T) {
	_, s := driveAcross(t, 80, 24)
	eng := engine.New(adaAndBobEngine()...)
	s.findings[2] = keep.Findings{Version: "sha256:old"}
	f, err := findingsOf(context.Background(), s, eng, s.rows[1])
	if err != nil || len(f.Entities) != 2 || f.Version != s.rows[1].Version {
		t.Errorf("%+v, %v", f, err)
	}
	s.fails = errors.New("the disk is gone")
	if _, err := findingsOf(context.Background(), s, eng, s.rows[1]); !errors.Is(err, s.fails) {
		t.Errorf("error %v", err)
	}
}

func TestQuestionsThatFail(t *testing.T) {
	d, s := driveAcross(t, 80, 24)
	s.fails = errors.New("the disk is gone")
	d.press("s", "D")
	d.barSays("look for Ada in all articles: the disk is gone")
	d.press("C")
	d.barSays("the disk is gone")
	s.fails, s.rows = nil, s.rows[:1]
	d.press("C")
	d.barSays("no other article on the shelf")
	d.a.kept = keep.Article{}
	d.press("C")
	d.barSays("this article is not on the shelf")
	d.a.asker = nil
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
		for _, size := range [][2]int{{20, 6}, {40, 12}, {80, 24}, {120, 40}, {300, 100}, {5, 3}, {1, 1}, {10, 40}, {200, 4}} {
			d, _ := driveAcross(t, 120, 40)
			d.press(keys...)
			d.a.setTheme("light")
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
	st := keep.Statement{Text: clean.Of(evil), Speaker: ref, Act: evil, Kind: evil, About: []int{0}}
	a := keep.Appearance{
		Article: keep.Article{Title: clean.Of(evil), Site: clean.Of(evil)}, Entity: keep.Entity{Ref: ref, Aliases: []string{evil + "2"}},
		Said: []keep.Statement{st}, About: []keep.Statement{st},
	}
	d, s := driveAcross(t, 100, 30)
	d.a.showDossier(dossier.Gather(ref, []keep.Appearance{a, a}))
	judge(t, d)
	for i := range 3 {
		id := keep.ArticleID(i + 1)
		s.findings[id] = keep.Findings{Version: s.rows[i].Version, Entities: []keep.Entity{a.Entity}, Statements: a.Said}
		s.rows[i].Title, s.rows[i].Site = a.Article.Title, a.Article.Site
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
}
