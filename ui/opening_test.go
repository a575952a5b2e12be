package ui

import (
	"context"
	"errors"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/compose"
)

// story returns a document of one paragraph.
func story(title, text string) *articles.Document {
	var b compose.Builder
	b.Write(title)
	b.End(articles.Block{Kind: articles.Heading, Level: 1}, false)
	i := b.Open(articles.Link, clean.Line("https://example.org/next"))
	b.Write(text)
	b.Close(i)
	b.End(articles.Block{}, false)
	doc := b.Document()
	doc.Meta.Title = clean.Line(title)
	return doc
}

// waiting returns an app that has nothing to show yet, and the command of its
// opening.
func (d *driver) opening(t *testing.T, o Options) {
	t.Helper()
	ts := themes{name: "dark", dark: true, profile: termenv.Ascii}
	th, err := ts.make("dark")
	if err != nil {
		t.Fatal(err)
	}
	d.t, d.a = t, newApp(context.Background(), o, nil, th, ts)
	d.a.later = noClock
	d.a.resize(80, 24)
}

// later lets the time of an opening go by.
func (d *driver) later(by time.Duration) {
	d.t.Helper()
	if d.a.opening == nil {
		d.t.Fatal("nothing is being opened")
	}
	d.a.ticked(openingTickMsg{d.a.opening.gen, d.a.opening.began.Add(by)})
}

func TestFirstArticleIsOpened(t *testing.T) {
	var d driver
	d.opening(t, Options{MaxWidth: 76, Label: "example.org", Start: func(_ context.Context, report func(Progress)) (Opened, error) {
		return Opened{Doc: story("Talks", "They ended late."), Note: clean.Line("an old copy")}, nil
	}})
	d.later(10 * time.Millisecond)
	d.seesNot("example.org") // it may come at once
	d.later(2 * time.Second)
	d.sees("opening example.org  2 s  esc gives up")
	d.a.opening.stage.Store(&Progress{Stage: "receiving example.org\x1b[2J", Received: 2 << 20, Total: 10 << 20})
	d.sees("receiving example.org␛[2J  2.0 MB of 10 MB")
	d.send(arrivedMsg{gen: d.a.opening.gen - 1, opened: Opened{Doc: story("Stale", "Not this.")}})
	d.seesNot("Stale")
	d.send(arrivedMsg{gen: d.a.opening.gen, opened: Opened{Doc: story("Talks", "They ended late."), Note: clean.Line("an old copy")}})
	d.sees("They ended late.")
	d.barSays("an old copy")
	if len(d.a.beneath) != 0 {
		t.Error("the empty screen is kept beneath the article")
	}
}

func TestFirstArticleFails(t *testing.T) {
	var d driver
	broken := errors.New("no such host")
	d.opening(t, Options{Start: func(context.Context, func(Progress)) (Opened, error) { return Opened{}, broken }})
	if cmd := d.a.arrived(arrivedMsg{gen: d.a.opening.gen, err: broken}); cmd == nil || cmd() != tea.Quit() {
		t.Error("the program goes on with nothing to show")
	}
	if !errors.Is(d.a.ended, broken) {
		t.Errorf("it ends with %v", d.a.ended)
	}
}

func TestQuitWhileTheFirstArticleIsOpened(t *testing.T) {
	for _, key := range []tea.KeyMsg{{Type: tea.KeyEsc}, {Type: tea.KeyRunes, Runes: []rune("q")}, {Type: tea.KeyCtrlC}} {
		var d driver
		ended := make(chan struct{})
		d.opening(t, Options{Start: func(ctx context.Context, _ func(Progress)) (Opened, error) {
			<-ctx.Done()
			close(ended)
			return Opened{}, ctx.Err()
		}})
		work := d.a.first().(tea.BatchMsg)[0]
		go work()
		if cmd := d.a.typed(key); cmd == nil || cmd() != tea.Quit() {
			t.Errorf("%v does not quit", key)
		}
		<-ended
	}
}

func TestLinksOpenOverTheArticle(t *testing.T) {
	d := drive(t, story("First", "Go on to the next."), 80, 24)
	asked := ""
	fails := errors.New("https://example.org/next: not found")
	var next Opened
	var err error = fails
	d.a.opener = func(address string) Opener {
		asked = address
		return func(context.Context, func(Progress)) (Opened, error) { return next, err }
	}
	d.press("o")
	d.sees("example.org  https://example.org/next")
	d.press("enter")
	if asked != "https://example.org/next" {
		t.Errorf("%q was opened", asked)
	}
	d.barSays("not found")
	d.sees("Go on to the next.")

	next, err = Opened{Doc: story("Second", "Here it is.")}, nil
	d.press("o", "enter")
	d.sees("Here it is.")
	d.press("o", "enter") // once more over it
	d.press("q")
	d.sees("Here it is.")
	d.press("q")
	d.sees("Go on to the next.")
	if len(d.a.beneath) != 0 {
		t.Errorf("%d articles are left beneath", len(d.a.beneath))
	}
}

func TestOpeningIsGivenUp(t *testing.T) {
	for _, key := range []string{"esc", "q"} {
		d := drive(t, story("First", "Go on to the next."), 80, 24)
		ctxs := make(chan context.Context, 1)
		d.a.begin("example.org", func(ctx context.Context, _ func(Progress)) (Opened, error) {
			ctxs <- ctx
			return Opened{}, nil
		})
		gen := d.a.opening.gen
		d.later(time.Second)
		d.barSays("opening example.org")
		d.press(key)
		d.barSays("given up: example.org")
		d.send(arrivedMsg{gen: gen, opened: Opened{Doc: story("Late", "Too late.")}})
		d.sees("Go on to the next.")
	}
}

func TestNoticesAreSaid(t *testing.T) {
	doc := story("Talks", "They ended late.")
	doc.Notices = []clean.Text{clean.Line("only the first 64 MB are shown")}
	d := drive(t, doc, 100, 24)
	d.sees("only the first 64 MB are shown")
}

func TestBrowser(t *testing.T) {
	const address = "https://example.org/a?b=c&d=$(id)"
	for _, test := range []struct {
		system, env string
		want        []string
	}{
		{"linux", "", []string{"xdg-open", address}},
		{"darwin", "", []string{"open", address}},
		{"windows", "", []string{"rundll32", "url.dll,FileProtocolHandler", address}},
		{"linux", "firefox", []string{"firefox", address}},
		{"linux", " w3m -T text/html ", []string{"w3m", "-T", "text/html", address}},
		{"linux", "open-in %s --new", []string{"open-in", address, "--new"}},
		{"linux", "a;b `id`", []string{"a;b", "`id`", address}},
	} {
		got := browser(test.system, test.env, address)
		if len(got) != len(test.want) {
			t.Errorf("%q: %q", test.env, got)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%q: %q, want %q", test.env, got, test.want)
			}
		}
	}
	for _, bad := range []string{"javascript:alert(1)", "file:///etc/passwd", "-oProxyCommand=x", "--version", "data:text/html,x", "http:", "https:///x", "smb://a/b", "", "//host/x", "http://a b/"} {
		if got, err := browsable(bad); err == nil {
			t.Errorf("%q may be opened as %q", bad, got)
		}
	}
}
