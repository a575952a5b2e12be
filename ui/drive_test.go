package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"gloss/annotate"
	"gloss/annotate/engine"
	"gloss/annotate/entity"
	"gloss/annotate/text"
	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/compose"
)

// A driver presses keys on an app without a terminal and reads its screen.
type driver struct {
	t *testing.T
	a *app
}

// drive opens a document at a size, with the parts of the engine given.
func drive(t *testing.T, doc *articles.Document, width, height int, parts ...engine.Option) *driver {
	t.Helper()
	ts := themes{name: "dark", dark: true, profile: termenv.Ascii}
	th, err := ts.make("dark")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Opened: Opened{Doc: doc}, MaxWidth: 76}
	if parts != nil {
		o.Engine = engine.New(parts...)
	}
	d := &driver{t, newApp(context.Background(), o, nil, th, ts)}
	d.a.later = noClock
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	d.send(namesMsg{}) // the names come with the rest below
	if doc.Text.Len() <= atOnce {
		d.run(d.a.annotate())
	}
	return d
}

// noClock takes the place of the clock, for which a test would wait.
func noClock(time.Duration, tea.Msg) tea.Cmd { return nil }

// send gives the app a message, and what its commands bring.
func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.a.Update(msg)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range m {
			d.run(c)
		}
	default:
		d.send(m)
	}
}

// press presses keys, one after the other, by Bubble Tea's names.
func (d *driver) press(keys ...string) {
	d.t.Helper()
	named := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "down": tea.KeyDown, "up": tea.KeyUp,
		"pgdown": tea.KeyPgDown, "ctrl+o": tea.KeyCtrlO, "backspace": tea.KeyBackspace,
	}
	for _, k := range keys {
		if typ, ok := named[k]; ok {
			d.send(tea.KeyMsg{Type: typ})
			continue
		}
		d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)})
	}
}

// screen returns the rows as they stand, without escapes.
func (d *driver) screen() []string {
	return strings.Split(ansi.Strip(d.a.View()), "\n")
}

// bar returns the last row.
func (d *driver) bar() string {
	s := d.screen()
	return strings.TrimSpace(s[len(s)-1])
}

func (d *driver) sees(want string) {
	d.t.Helper()
	if !strings.Contains(strings.Join(d.screen(), "\n"), want) {
		d.t.Errorf("%q is not on the screen:\n%s", want, strings.Join(d.screen(), "\n"))
	}
}

func (d *driver) seesNot(want string) {
	d.t.Helper()
	if strings.Contains(strings.Join(d.screen(), "\n"), want) {
		d.t.Errorf("%q is on the screen:\n%s", want, strings.Join(d.screen(), "\n"))
	}
}

func (d *driver) barSays(want string) {
	d.t.Helper()
	if !strings.Contains(d.bar(), want) {
		d.t.Errorf("the bar says %q, not %q", d.bar(), want)
	}
}

// paragraphs returns a document of n paragraphs, with a heading before every
// tenth.
func paragraphs(n int) *articles.Document {
	var b compose.Builder
	add := func(kind articles.BlockKind, level int, text string) {
		b.Write(text)
		b.End(articles.Block{Kind: kind, Level: level}, false)
	}
	for i := range n {
		if i%10 == 0 {
			add(articles.Heading, 2, fmt.Sprintf("Part %d", i/10))
		}
		add(articles.Paragraph, 0, fmt.Sprintf("Paragraph %03d, in which Ada met Bob and nothing else is told of them.", i))
	}
	doc := b.Document()
	doc.Meta.Title = clean.Line("Paragraphs")
	return doc
}

// adaAndBob is a scripted annotator: it finds Ada and Bob wherever they are
// named, a statement of Ada's in every paragraph, and one coalition.
type adaAndBob struct{}

func (adaAndBob) Names(context.Context, *text.Document) ([]entity.Name, error) { return nil, nil }

func (adaAndBob) Link(_ context.Context, d *text.Document, _ []entity.Name) ([]annotate.Entity, error) {
	ada := annotate.Entity{ID: "e1", Name: "Ada", Type: annotate.Person, Roles: []string{"mathematician"}, Mentions: all(d.Text, "Ada")}
	bob := annotate.Entity{ID: "e2", Name: "Bob", Type: annotate.Org, Aliases: []string{"Bobby"}, Mentions: all(d.Text, "Bob")}
	return []annotate.Entity{ada, bob}, nil
}

func (adaAndBob) Quotes(_ context.Context, d *text.Document, es []annotate.Entity) ([]annotate.Quote, error) {
	var out []annotate.Quote
	ada := es[0].Mentions
	for i, m := range all(d.Text, "nothing else is told of them") {
		q := annotate.Quote{ID: fmt.Sprintf("q%d", i+1), Kind: annotate.Direct, Content: []annotate.Span{m.Span}}
		q.Speaker = annotate.Speaker{Span: ada[i].Span, Entity: "e1"}
		out = append(out, q)
	}
	return out, nil
}

func all(s, word string) []annotate.Mention {
	var out []annotate.Mention
	for off := 0; ; {
		i := strings.Index(s[off:], word)
		if i < 0 {
			return out
		}
		off += i
		out = append(out, annotate.Mention{Span: annotate.Span{Start: off, End: off + len(word)}, Kind: annotate.Name, Confidence: 1})
		off += len(word)
	}
}

func adaAndBobEngine() []engine.Option {
	p := adaAndBob{}
	return []engine.Option{engine.WithRecogniser(p), engine.WithLinker(p), engine.WithQuoter(p)}
}
