package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/articles"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/articles/library"
	"gloss/articles/webpage"
)

// shelfIn returns what opens the shelf in a folder, once.
func shelfIn(t *testing.T, folder string) func(context.Context) (*library.Library, error) {
	t.Helper()
	l, err := library.Open(context.Background(), folder, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return func(context.Context) (*library.Library, error) { return l, nil }
}

// An article that is opened is on the shelf, and opens where it was left.
func TestArticleOpensWhereItWasLeft(t *testing.T) {
	open := shelfIn(t, t.TempDir())
	d := drive(t, paragraphs(200), 120, 40)
	d.a.library, d.a.shelfKey = open, "/tmp/parts.txt"
	d.a.settling = true // the place is kept below, without waiting
	d.run(d.a.keepArticle())
	if d.a.kept.ID == 0 {
		t.Fatal("the article is not on the shelf")
	}
	d.press("G", "u", "u", "u")
	left := d.a.article.Place().Top
	d.run(d.a.keepPlace(d.a.reading))

	again := drive(t, paragraphs(200), 120, 40)
	again.a.library, again.a.shelfKey = open, "/tmp/parts.txt"
	again.a.settling = true
	again.run(again.a.keepArticle())
	again.barSays("where you left it")
	if got := again.a.article.Place().Top; got != left || left == 0 {
		t.Errorf("it opens at byte %d, and was left at %d", got, left)
	}
}

// Whoever has moved already is not taken elsewhere.
func TestWhoReadsIsNotTakenElsewhere(t *testing.T) {
	open := shelfIn(t, t.TempDir())
	d := drive(t, paragraphs(200), 120, 40)
	d.a.library = open
	d.a.settling = true // the place is kept below, without waiting
	d.run(d.a.keepArticle())
	d.press("G", "u")
	d.run(d.a.keepPlace(d.a.reading))

	again := drive(t, paragraphs(200), 120, 40)
	again.a.library = open
	again.a.settling = true
	keep := again.a.keepArticle()
	again.press("j", "j")
	want := again.screen()[0]
	again.run(keep)
	if got := again.screen()[0]; got != want {
		t.Errorf("the first row was %q and is %q", want, got)
	}
}

// All of a short article is read as soon as it is in sight.
func TestShortArticleIsRead(t *testing.T) {
	open := shelfIn(t, t.TempDir())
	d := drive(t, paragraphs(1), 120, 40)
	d.a.library = open
	d.a.settling = true // the place is kept below, without waiting
	d.run(d.a.keepArticle())
	d.run(d.a.keepPlace(d.a.reading))
	l, _ := open(context.Background())
	row, err := l.Article(context.Background(), d.a.kept.ID)
	if err != nil || !row.Read || row.Progress != 1 {
		t.Errorf("read %t, progress %v, %v", row.Read, row.Progress, err)
	}
}

// What only a feed says of an article is shown where the article cannot be had,
// and is not kept for its text.
func TestFeedsWordsWhereTheArticleCannotBeHad(t *testing.T) {
	open := shelfIn(t, t.TempDir())
	ctx := context.Background()
	l, _ := open(ctx)
	f, err := l.Subscribe(ctx, keep.Feed{URL: "https://gazette.example/feed"})
	if err != nil {
		t.Fatal(err)
	}
	item := keep.Item{
		Key: "https://gazette.example/harvest", URL: clean.Of("https://gazette.example/harvest"),
		Title: clean.Of("The harvest is in"), Summary: clean.Of("The barns would not hold it."), Published: time.Now(),
	}
	if _, err := l.AddItems(ctx, f.ID, []keep.Item{item}); err != nil {
		t.Fatal(err)
	}
	row, err := l.Find(ctx, item.Key)
	if err != nil {
		t.Fatal(err)
	}
	d := drive(t, paragraphs(1), 120, 40)
	d.a.library = open
	d.a.opener = func(string) Opener {
		return func(context.Context, func(Progress)) (Opened, error) { return Opened{}, errors.New("no network") }
	}
	d.run(d.a.openKept(row, articles.Span{}))
	d.sees("The barns would not hold it.")
	d.barSays("only what the feed says: no network")
	if row, err = l.Article(ctx, row.ID); err != nil || row.Full || row.Opened.IsZero() {
		t.Errorf("full %t, opened %v, %v", row.Full, row.Opened, err)
	}
}

// An article is read again in place of itself: q does not lead back to the old
// one.
func TestReload(t *testing.T) {
	open := shelfIn(t, t.TempDir())
	d := drive(t, paragraphs(2), 120, 40)
	d.a.library, d.a.shelfKey = open, "/tmp/parts.txt"
	d.a.settling = true // the place is kept below, without waiting
	d.run(d.a.keepArticle())
	d.a.files = func(string) Opener {
		return func(context.Context, func(Progress)) (Opened, error) { return Opened{Doc: paragraphs(9)}, nil }
	}
	id := d.a.kept.ID
	d.press("R")
	d.sees("Paragraph 008")
	if len(d.a.beneath) != 0 || d.a.kept.ID != id {
		t.Errorf("%d articles beneath, article %d in place of %d", len(d.a.beneath), d.a.kept.ID, id)
	}
}

// Where the shelf cannot be opened, that is said once and reading goes on.
func TestReadingGoesOnWithoutAShelf(t *testing.T) {
	d := drive(t, paragraphs(50), 120, 40)
	d.a.library = func(context.Context) (*library.Library, error) { return nil, errors.New("the disk is gone") }
	d.a.settling = true // the place is kept below, without waiting
	d.run(d.a.keepArticle())
	d.barSays("the disk is gone")
	d.press("j")
	d.barSays("help")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.sees("Paragraph 000")
}

// In a new version of the page the eye is at the same words, wherever these are
// now.
func TestPlaceIsFoundInANewVersion(t *testing.T) {
	open := shelfIn(t, t.TempDir())
	d := drive(t, paragraphs(200), 120, 40)
	d.a.library, d.a.shelfKey, d.a.settling = open, "https://gazette.example/parts", true
	d.run(d.a.keepArticle())
	d.press("G", "u", "u")
	top := d.a.article.Place().Top
	words := d.a.article.Doc().Text.String()[top:]
	words = words[:strings.IndexByte(words, '.')]
	d.run(d.a.keepPlace(d.a.reading))

	text := "A correction was made to this article.\n\n" + strings.Repeat("More came in later on.\n\n", 30) + d.a.article.Doc().Text.String()
	page, err := webpage.Read("<article><p>"+strings.ReplaceAll(text, "\n\n", "</p><p>")+"</p></article>", webpage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	again := drive(t, page, 100, 30)
	again.a.library, again.a.shelfKey, again.a.settling = open, "https://gazette.example/parts", true
	again.run(again.a.keepArticle())
	if got := again.a.article.Doc().Text.String()[again.a.article.Place().Top:]; !strings.HasPrefix(got, words) {
		t.Errorf("it was left at %q and opens at %q", words, got[:min(len(got), 60)])
	}
}
