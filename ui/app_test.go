package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"gloss/annotate"
	"gloss/articles"
	"gloss/ui/index"
)

func TestMoving(t *testing.T) {
	d := drive(t, paragraphs(50), 120, 40)
	d.sees("Paragraph 000")
	d.press("j", "j", "j", "j")
	d.seesNot("Part 0")
	d.press("g")
	d.sees("Part 0")
	d.press("G")
	d.sees("Paragraph 049")
	d.barSays("end")
	d.press("ctrl+o")
	d.sees("Paragraph 000")
	d.press(" ", "b")
	d.sees("Paragraph 000")
}

// Bubble Tea gathers a burst of letters into one message; none may be lost.
func TestBurstOfKeysIsManyKeys(t *testing.T) {
	one, burst := drive(t, paragraphs(200), 120, 40), drive(t, paragraphs(200), 120, 40)
	for range 100 {
		one.press("j")
	}
	burst.press(strings.Repeat("j", 100))
	if got, want := burst.screen()[0], one.screen()[0]; got != want {
		t.Errorf("after a burst the first row is %q, after single keys %q", got, want)
	}
}

func TestResizeKeepsThePlace(t *testing.T) {
	d := drive(t, paragraphs(200), 120, 40)
	d.press("G")
	for range 30 {
		d.press("u")
	}
	first := d.screen()[0]
	for _, size := range [][2]int{{60, 20}, {20, 6}, {200, 50}, {41, 9}, {1, 1}, {120, 40}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	}
	if got := d.screen()[0]; got != first {
		t.Errorf("the first row was %q and is %q", first, got)
	}
}

// At any size and in any state the screen has as many rows as the terminal and
// none is wider.
func TestScreenFitsAnySize(t *testing.T) {
	states := map[string][]string{
		"reading": nil, "margin": {"tab"}, "statement": {"s"}, "help": {"?"}, "zen": {"z"},
		"search": {"/", "A", "d", "a"}, "hits": {"/", "B", "o", "b", "enter"}, "coalitions": {"tab", "l"},
		"statements": {"tab", "l", "l", "j"}, "hidden": {"p"}, "below": {"P"}, "filter": {"tab", "/", "a"},
	}
	for name, keys := range states {
		for _, size := range [][2]int{{20, 6}, {40, 12}, {80, 24}, {120, 40}, {300, 100}, {5, 3}, {1, 1}, {10, 40}, {200, 4}} {
			d := drive(t, paragraphs(30), size[0], size[1], adaAndBobEngine()...)
			d.press(keys...)
			rows := strings.Split(d.a.View(), "\n")
			if len(rows) > size[1] {
				t.Errorf("%s at %v: %d rows", name, size, len(rows))
			}
			for _, r := range rows {
				if w := ansi.StringWidth(r); w > size[0] {
					t.Errorf("%s at %v: a row of %d columns: %q", name, size, w, ansi.Strip(r))
				}
			}
		}
	}
}

func TestStatementJumpNamesTheSpeaker(t *testing.T) {
	d := drive(t, paragraphs(30), 120, 40, adaAndBobEngine()...)
	d.press("s")
	d.barSays("Ada")
	d.barSays("1/30")
	d.sees(" Statements")
	d.press("s", "]q")
	d.barSays("3/30")
	d.press("[q")
	d.barSays("2/30")
	d.press("n")
	d.barSays("3/30")
	d.press("N", "S")
	d.barSays("1/30")
	d.press("S")
	d.barSays("no statement before this")
}

func TestEntityIsChosenInTheMargin(t *testing.T) {
	d := drive(t, paragraphs(30), 120, 40, adaAndBobEngine()...)
	d.sees("mathematician")
	d.press("tab", "j")
	d.sees("also Bobby")
	d.press("enter")
	bob := strings.Index(d.a.article.Doc().Text.String(), "Bob")
	if got := d.a.article.Cursor(); got != bob {
		t.Errorf("the first mention is at %d, the cursor at %d", bob, got)
	}
	d.press("enter")
	if got := d.a.article.Cursor(); got <= bob {
		t.Errorf("the second enter went to %d", got)
	}
	d.press("q") // back to the text
	d.press("[e")
	if got := d.a.article.Cursor(); got != bob {
		t.Errorf("the mention before is at %d, the cursor at %d", bob, got)
	}
	d.press("esc")
	if d.a.article.Chosen() >= 0 {
		t.Error("esc leaves the entity chosen")
	}
}

func TestFilter(t *testing.T) {
	d := drive(t, paragraphs(30), 120, 40, adaAndBobEngine()...)
	d.press("tab", "/", "b", "o", "b", "enter")
	d.sees("/bob 1")
	d.sees("■ Bob")
	d.seesNot("● Ada ")
	d.press("esc")
	d.sees("● Ada")
}

func TestSearch(t *testing.T) {
	d := drive(t, paragraphs(50), 120, 40)
	d.press("/", "0", "4", "2", "enter")
	d.sees("Paragraph 042")
	d.barSays("hit 1/1")
	d.press("esc")
	d.press("/", "p", "a", "r", "t", "enter")
	d.barSays("hit")
	d.press("n", "n", "N")
	d.barSays("/5")
	d.press("esc")
	if n, _ := d.a.article.Hits(); n != 0 {
		t.Errorf("%d hits after esc", n)
	}
	d.press("/", "n", "o", "w", "h", "e", "r", "e", "enter")
	d.barSays("no hits")
}

func TestSearchIsLeftWhereItBegan(t *testing.T) {
	d := drive(t, paragraphs(50), 120, 40)
	first := d.screen()[0]
	d.press("/", "0", "4", "2", "esc")
	if got := d.screen()[0]; got != first {
		t.Errorf("after esc the first row is %q, it was %q", got, first)
	}
}

func TestHitsOfAnOlderSearchAreDropped(t *testing.T) {
	d := drive(t, paragraphs(50), 120, 40)
	d.press("/", "0", "4")
	d.send(hitsMsg{gen: d.a.search.gen - 1, hits: []articles.Span{{Start: 0, End: 1}}})
	if n, _ := d.a.article.Hits(); n == 1 {
		t.Error("stale hits are shown")
	}
}

func TestMarks(t *testing.T) {
	d := drive(t, paragraphs(100), 120, 40)
	d.press(" ", " ", "m", "a", "G", "'", "a")
	d.seesNot("Paragraph 099")
	d.press("'", "'")
	d.sees("Paragraph 099")
	d.press("'", "x")
	d.barSays("no mark x")
}

func TestHeadings(t *testing.T) {
	d := drive(t, paragraphs(50), 120, 40)
	d.press("]]", "]]")
	if !strings.Contains(d.screen()[0]+d.screen()[1], "Part 1") && !strings.Contains(d.screen()[0]+d.screen()[1], "Part 2") {
		t.Errorf("no heading at the top: %q", d.screen()[:2])
	}
	d.press("t")
	d.sees("Part 4")
}

func TestToggles(t *testing.T) {
	d := drive(t, paragraphs(30), 120, 40, adaAndBobEngine()...)
	start, end := d.a.article.Visible()
	with := len(d.a.article.Marks(start, end))
	d.press("1")
	d.barSays("people off")
	if got := len(d.a.article.Marks(start, end)); got != with/2 {
		t.Errorf("%d marks without people, of %d", got, with)
	}
	d.press("e")
	if got := len(d.a.article.Marks(start, end)); got != 0 {
		t.Errorf("%d marks with all highlights off", got)
	}
	d.press("2")
	if got := len(d.a.article.Marks(start, end)); got != with/2 {
		t.Errorf("%d marks with organisations alone, of %d", got, with)
	}
}

func TestMouse(t *testing.T) {
	d := drive(t, paragraphs(50), 120, 40, adaAndBobEngine()...)
	d.send(tea.MouseMsg{Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress, X: 10, Y: 10})
	d.seesNot("Part 0")
	for y, row := range d.screen() {
		if x := strings.Index(row, "Ada"); x > 0 && x < 70 {
			x = ansi.StringWidth(row[:x])
			d.send(tea.MouseMsg{Button: tea.MouseButtonLeft, Action: tea.MouseActionPress, X: x + 1, Y: y})
			d.send(tea.MouseMsg{Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease, X: x + 1, Y: y})
			break
		}
	}
	if got := d.a.article.Chosen(); got != 0 {
		t.Fatalf("a click on Ada chose %d", got)
	}
	d.send(tea.MouseMsg{Button: tea.MouseButtonLeft, Action: tea.MouseActionPress, X: d.a.frame.Margin.X + 12, Y: 0})
	if d.a.margin.Tab() == 0 {
		t.Error("a click on a tab did not open it")
	}
}

// The rest of a long text takes the place of its head without a jump, and what
// was asked of it meanwhile is done.
func TestTheWholeReplacesTheHead(t *testing.T) {
	whole := paragraphs(100)
	head := *whole
	head.Blocks, head.Partial = whole.Blocks[:60], true
	head.Text = whole.Text.Slice(0, head.Blocks[59].Span.End)
	d := drive(t, &head, 120, 40)
	d.a.loading = true
	d.press(" ", " ")
	first := d.screen()[0]
	d.send(loadedMsg{gen: d.a.docGen, doc: whole})
	if got := d.screen()[0]; got != first {
		t.Errorf("the first row was %q and is %q", first, got)
	}
	d.press("G")
	d.sees("Paragraph 099")

	d = drive(t, &head, 120, 40)
	d.a.loading = true
	d.press("G")
	d.barSays("still being read")
	d.send(loadedMsg{gen: d.a.docGen, doc: whole})
	d.sees("Paragraph 099")

	d = drive(t, &head, 120, 40)
	d.send(loadedMsg{gen: d.a.docGen, err: errors.New("disk on fire")})
	d.barSays("disk on fire")
	d.sees("Paragraph 000")
}

// Nothing is shown before the names are there, and they are shown with the
// text; time that is up shows the text without them.
func TestTheFirstScreenHasItsNames(t *testing.T) {
	for _, intime := range []bool{true, false} {
		doc := paragraphs(5)
		d := drive(t, doc, 120, 40, adaAndBobEngine()...)
		d.a.waiting, d.a.annotated = true, span{}
		d.a.light(index.Build("", annotate.Annotations{}))
		if got := d.a.View(); got != "" {
			t.Errorf("shown while it waits: %q", got)
		}
		m := namesMsg{}
		if intime {
			m.index = index.Build(doc.Text.String(), annotate.Annotations{Entities: []annotate.Entity{{ID: "e1", Name: "Zoe", Type: annotate.Person, Mentions: all(doc.Text.String(), "Ada")}}})
		}
		d.send(m)
		d.sees("Paragraph 000")
		if intime {
			d.sees("● Zoe")
		} else {
			d.seesNot("● Zoe")
		}
	}
}

func TestAnnotationsOfAnotherTextAreDropped(t *testing.T) {
	d := drive(t, paragraphs(10), 120, 40, adaAndBobEngine()...)
	before := d.a.article.Index()
	d.a.annotatedDone(annotatedMsg{of: d.a.reading, gen: d.a.docGen - 1})
	if d.a.article.Index() != before {
		t.Error("stale annotations are shown")
	}
}

// A long text is annotated around what is in sight before all of it is, and
// what is chosen stays chosen.
func TestLongTextIsAnnotatedInSightFirst(t *testing.T) {
	d := drive(t, paragraphs(3000), 120, 40, adaAndBobEngine()...)
	if !d.a.covered() {
		d.run(d.a.run(d.a.article.Doc(), false))
	}
	part := len(d.a.article.Index().Annotations.Entities[0].Mentions)
	d.press("]e")
	d.press("tab", "enter")
	d.run(d.a.run(d.a.article.Doc(), true))
	if all := len(d.a.article.Index().Annotations.Entities[0].Mentions); all < part || all != 3000 {
		t.Errorf("%d mentions in part, %d in all", part, all)
	}
	if d.a.article.Chosen() != 0 {
		t.Errorf("chosen is %d", d.a.article.Chosen())
	}
}

func TestRunWithoutTerminalFails(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Run(ctx, Options{Opened: Opened{Doc: paragraphs(1)}, Theme: "no such theme"}); err == nil {
		t.Error("an unknown theme is no error")
	}
}
