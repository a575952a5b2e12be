package ui

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/annotate"
	"gloss/annotate/engine"
	"gloss/annotate/entity"
	"gloss/annotate/export"
	"gloss/annotate/text"
	"gloss/articles"
	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/compose"
	"gloss/articles/hostile"
	"gloss/articles/keep"
	"gloss/ui/margin"
	"gloss/ui/page"
	"gloss/ui/reader"
	"gloss/ui/theme"
	"gloss/ui/witness"
)

// A sink is a way out of the program. It returns what would be written, each
// part of it a text that is judged by itself.
type sink struct {
	name   string
	policy witness.Policy
	gate   func(string) int
	show   func(found) []string
}

// sinks are all ways out.
var sinks = []sink{
	{"printed", witness.Plain, plainGate, printed},
	{"painted", witness.Painted, screenGate, painted},
	{"screen", witness.Painted, screenGate, screens},
	{"details", witness.Plain, plainGate, details},
	{"list of the feed", witness.Plain, plainGate, listed},
	{"shelf", witness.Painted, screenGate, shelved},
	{"notes", witness.Painted, screenGate, noted},
	{"across articles", witness.Painted, screenGate, crossed},
	{"title of the window", witness.Plain, plainGate, titled},
	{"clipboard", witness.Plain, plainGate, copied},
	{"message", witness.Painted, screenGate, message},
	{"json", witness.Plain, plainGate, func(f found) []string { return exported(f, export.JSON) }},
	{"jsonl", witness.Plain, plainGate, func(f found) []string { return exported(f, export.JSONL) }},
	{"table", witness.Plain, plainGate, func(f found) []string { return exported(f, export.Table) }},
}

// rowsShown is how many rows of an article are painted: some screens.
const rowsShown = 200

// colourful is a theme with all that a theme can do.
var colourful = func() theme.Theme {
	th, err := theme.New("dark", true, termenv.TrueColor)
	if err != nil {
		panic(fmt.Sprintf("make the dark theme: %v", err)) // it is built in
	}
	return th
}()

func printed(f found) []string {
	if f.doc == nil {
		return nil
	}
	p := page.New(f.doc, 60, colourful)
	return []string{strings.Join(p.Plain(p.Top(), rowsShown), "\n")}
}

func painted(f found) []string {
	if f.doc == nil {
		return nil
	}
	p := page.New(f.doc, 60, colourful)
	var marks []page.Mark
	if m := mentioned(f.doc.Text.String()); m.Len() > 0 {
		marks = []page.Mark{{Span: m, Style: colourful.Mark(theme.Person)}}
	}
	return []string{strings.Join(p.Paint(p.Top(), rowsShown, marks), "\n")}
}

// screens opens the list of the feed and the article. There the words of the
// payload are a person and a statement, the margin shows them and the headings,
// and the links are listed.
func screens(f found) []string {
	var out []string
	if f.feed != nil {
		out = append(out, hostileApp(Opened{Feed: f.feed}).View())
	}
	if f.doc == nil {
		return out
	}
	a := hostileApp(Opened{Doc: f.doc})
	if cmd := a.annotate(); cmd != nil {
		_, _ = a.Update(cmd()) // what the result begins is not waited for
	}
	if m := mentioned(f.doc.Text.String()); m.Len() > 0 {
		words := m.Of(f.doc.Text)
		a.article.SetNotes([]reader.Note{{ID: "n1", Span: m, Kind: keep.Doubt, Words: true}})
		a.margin.SetNotes([]margin.Note{{Note: keep.Note{
			ID: "n1", Kind: keep.Doubt, Body: clean.Of(words), Tags: []clean.Text{clean.Line(words)},
			Target: keep.Target{On: keep.OnSpan, At: anchor.Selector{Exact: words}},
		}}})
	}
	for _, tab := range []margin.Tab{margin.Entities, margin.Statements, margin.Notes, margin.Contents} {
		a.margin.Open(tab)
		out = append(out, a.View())
	}
	_, _ = a.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("v")})
	out = append(out, a.View())
	a.endSelecting()
	_, _ = a.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("o")})
	return append(out, a.View())
}

// hostileApp returns the reader on a screen of 120 columns and 30 rows.
func hostileApp(o Opened) *app {
	ts := themes{name: "dark", dark: true, profile: termenv.TrueColor}
	a := newApp(context.Background(), Options{Opened: o, MaxWidth: 76, Engine: everythingIsNamed}, nil, colourful, ts)
	_, _ = a.Update(tea.WindowSizeMsg{Width: 120, Height: 30})
	_, _ = a.Update(namesMsg{})
	return a
}

// everythingIsNamed finds a person and a statement in the words round the
// payload.
var everythingIsNamed = engine.New(engine.WithRecogniser(namer{}), engine.WithLinker(namer{}), engine.WithQuoter(namer{}))

type namer struct{}

func (namer) Names(context.Context, *text.Document) ([]entity.Name, error) { return nil, nil }

func (namer) Link(_ context.Context, d *text.Document, _ []entity.Name) ([]annotate.Entity, error) {
	return annotationsOf(d.Text).Entities, nil
}

func (namer) Quotes(_ context.Context, d *text.Document, _ []annotate.Entity) ([]annotate.Quote, error) {
	return annotationsOf(d.Text).Quotes, nil
}

// annotationsOf returns what an annotator could find at the most: the words
// round the payload are a person, and what the same person said.
func annotationsOf(text string) annotate.Annotations {
	s := mentioned(text)
	if s.Len() == 0 {
		return annotate.Annotations{}
	}
	span := annotate.Span{Start: s.Start, End: s.End}
	name := clean.Line(text[s.Start:s.End]).String()
	return annotate.Annotations{
		Entities: []annotate.Entity{{ID: "e1", Name: name, Type: annotate.Person, Aliases: []string{name}, Roles: []string{name},
			Mentions: []annotate.Mention{{Span: span, Kind: annotate.Name, Confidence: 1}}}},
		Quotes: []annotate.Quote{{ID: "q1", Kind: annotate.Direct, Content: []annotate.Span{span},
			Speaker: annotate.Speaker{Span: span, Entity: "e1"}}},
	}
}

// details are the lines about an article: each must be one line.
func details(f found) []string {
	if f.doc == nil {
		return nil
	}
	m := f.doc.Meta
	lines := []clean.Text{m.ID, m.Title, m.Byline, m.Source, m.URL, m.Lang}
	lines = append(lines, f.doc.Notices...)
	return single(lines)
}

// listed are the lines of a feed.
func listed(f found) []string {
	if f.feed == nil {
		return nil
	}
	lines := []clean.Text{f.feed.Title, f.feed.Link, f.feed.Description, f.feed.Lang}
	lines = append(lines, f.feed.Notices...)
	for _, it := range f.feed.Items {
		lines = append(lines, it.ID, it.Title, it.Link, it.Byline, it.Summary)
	}
	return single(lines)
}

// single returns lines as they are shown; a line break in one, which would
// forge another line, is made a control that the judge finds.
func single(lines []clean.Text) []string {
	var out []string
	for _, l := range lines {
		out = append(out, strings.ReplaceAll(l.String(), "\n", "\v"))
	}
	return out
}

// titled is the name of the window.
func titled(f found) []string {
	if f.doc == nil && f.feed == nil {
		return nil
	}
	return []string{strings.ReplaceAll(hostileApp(Opened{Doc: f.doc, Feed: f.feed}).windowTitle(), "\n", "\v")}
}

// copied are the texts that the reader can copy: the targets of links, and the
// words round the payload as a statement.
func copied(f found) []string {
	if f.doc == nil {
		return nil
	}
	var out []string
	for _, in := range f.doc.Inlines {
		out = append(out, in.Target.String())
	}
	if s := mentioned(f.doc.Text.String()); s.Len() > 0 {
		out = append(out, clean.Of(s.Of(f.doc.Text)).String())
	}
	return out
}

// message is an error as the bar shows it.
func message(f found) []string {
	if f.err == nil {
		return nil
	}
	a := hostileApp(Opened{Doc: linked(clean.Of("https://example.org/"))})
	a.fail(f.err)
	return []string{a.View()}
}

// exported writes the article with its annotations in a format of export.
func exported(f found, format export.Format) []string {
	if f.doc == nil {
		return nil
	}
	m := f.doc.Meta
	doc := export.Document{
		ID: m.ID.String(), Title: m.Title.String(), Lang: m.Lang.String(), Date: m.Date, URL: m.URL.String(), Text: f.doc.Text.String(),
	}
	doc.Annotations = annotationsOf(doc.Text)
	var b bytes.Buffer
	w := export.NewWriter(&b, format, export.All())
	err := w.Write(doc)
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return []string{"\x00" + err.Error()} // a finding
	}
	return []string{b.String()}
}

// mentioned returns the words round the payload and what came of it.
func mentioned(text string) articles.Span {
	start := strings.Index(text, hostile.Before)
	if start < 0 {
		return articles.Span{}
	}
	end := strings.Index(text[start:], hostile.After)
	if end < 0 {
		return articles.Span{}
	}
	return articles.Span{Start: start, End: start + end + len(hostile.After)}
}

// linked returns an article with a link.
func linked(target clean.Text) *articles.Document {
	var b compose.Builder
	b.Write("The harvest is in, says ")
	i := b.Open(articles.Link, target)
	b.Write("Plum Orchard")
	b.Close(i)
	b.Write(".")
	b.End(articles.Block{}, false)
	return b.Document()
}
