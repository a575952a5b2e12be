package feeds

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/panetest"
)

var now = time.Date(2015, 12, 15, 18, 0, 0, 0, time.UTC)

func some(n int) []keep.Feed {
	out := make([]keep.Feed, n)
	for i := range out {
		f := keep.Feed{ID: keep.FeedID(i + 1), URL: fmt.Sprintf("https://feeds%d.example/rss", i), Total: i * 7, Unread: i % 3}
		f.Title = clean.Line([]string{"The Quay Gazette", "Harbour & Coast Quarterly Review", "港口新闻", "Orchard Notes"}[i%4])
		f.Folder = clean.Line([]string{"", "Ports", "Ports/North"}[i%3])
		if i%4 != 1 {
			f.Checked = now.Add(-time.Duration(i) * 11 * time.Hour)
		}
		if i%5 == 3 {
			f.Failure = clean.Line("404 Not Found: the feed is not there any more")
		}
		out[i] = f
	}
	return out
}

func pane(t testing.TB, n, width, height int) *Pane {
	t.Helper()
	p := New(panetest.Theme(t), clean.Of("No feeds yet.\n+ subscribes."))
	p.SetNow(now)
	p.SetSize(width, height)
	p.SetFeeds(some(n))
	return p
}

func shown(p *Pane) string { return panetest.Shown(p.View()) }

// How the pane looks at the common sizes.
func TestLook(t *testing.T) {
	panetest.Look(t, [][2]int{{120, 38}, {80, 22}, {40, 10}, {24, 3}}, func(width, height int) string {
		p := pane(t, 10, width, height)
		p.Move(4)
		return shown(p)
	})
}

// The selection stays with its feed whatever becomes of the others.
func TestSelectionStays(t *testing.T) {
	p := pane(t, 10, 80, 24)
	is := func(want keep.FeedID) {
		t.Helper()
		if f, _ := p.Selected(); f.ID != want {
			t.Errorf("selected is %d, want %d", f.ID, want)
		}
	}
	p.Select(3)
	more := some(20)
	p.SetFeeds(more)
	is(3)
	p.SetFilter("NORTH")
	if p.Len() != 6 {
		t.Errorf("%d feeds", p.Len())
	}
	is(3)
	p.SetFilter("feeds7.example")
	is(8)
	p.SetFilter("zz")
	if _, ok := p.Selected(); ok || !strings.Contains(shown(p), "nothing here has “zz”") {
		t.Errorf("shown:\n%s", shown(p))
	}
	p.SetFilter("")
	p.Select(8)
	p.SetFeeds(nil)
	if _, ok := p.Selected(); ok || !strings.Contains(shown(p), "+ subscribes") {
		t.Errorf("shown:\n%s", shown(p))
	}
}

// At any size, after any moves, the pane is as large as told, shows what is
// selected, and a click finds what is shown.
func TestAnySize(t *testing.T) {
	th := pane(t, 0, 0, 0).theme
	rapid.Check(t, func(t *rapid.T) {
		p := New(th, clean.Of("No feeds yet."))
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			switch rapid.IntRange(0, 6).Draw(t, "step") {
			case 5:
				p.SetFeeds(some(rapid.IntRange(0, 30).Draw(t, "feeds")))
			case 6:
				p.SetFilter(rapid.SampledFrom([]string{"", "quay", "port", "zz"}).Draw(t, "filter"))
			default:
				panetest.Walk(t, p)
			}
			rows := p.View()
			panetest.Fit(t, rows, p.width, p.height)
			in := p.Len() == 0 || p.height == 0 || p.width < 3
			for y, r := range rows {
				if p.Len() > 0 && p.width >= 3 && strings.HasPrefix(r, " ›") != (p.At(y) == p.Place()) {
					t.Fatalf("feed %d is selected, feed %d is at row %d: %q", p.Place(), p.At(y), y, r)
				}
				in = in || p.At(y) == p.Place()
			}
			if !in {
				t.Fatalf("feed %d is selected but not in sight at %dx%d", p.Place(), p.width, p.height)
			}
		}
	})
}
