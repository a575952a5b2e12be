package items

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"gloss/articles/feed"
	"gloss/ui/panetest"
	"gloss/ui/theme"
)

var now = time.Date(2015, 12, 15, 18, 0, 0, 0, time.UTC)

// gazette returns a feed of n items that differ in what is known of them.
func gazette(t testing.TB, n int) *feed.Feed {
	t.Helper()
	whole := strings.Repeat("<p>The ferry sails again, and the quay is full of people who waited.</p>", 20)
	ages := []time.Duration{
		20 * time.Second, 12 * time.Minute, 5 * time.Hour, 30 * time.Hour, 4 * 24 * time.Hour, 40 * 24 * time.Hour, 700 * 24 * time.Hour, -48 * time.Hour,
	}
	titles := []string{
		"Ferry returns to the old harbour after nine weeks in dock", "Council votes on the quay tomorrow", "港口重新开放，渡轮回来了",
		"A very long title about the many reasons for which the lighthouse of the northern pier was painted in three different colours by its keepers",
		"Ada Lovell: what we learned from the flood", "Kaffee ☕ für die Straße 👩‍👩‍👧 am Hafen", "Tide tables", "Crew of the “Marie” is safe",
	}
	var b strings.Builder
	b.WriteString(`<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Quay &amp; Harbour Gazette</title><link>https://gazette.example/</link><description>News of the port since 1887</description>`)
	for i := range n {
		fmt.Fprintf(&b, "<item><title>%s</title>", titles[i%len(titles)])
		if i%3 != 1 {
			b.WriteString("<dc:creator>Ada Lovell</dc:creator>")
		}
		if i%5 != 4 {
			fmt.Fprintf(&b, "<dc:date>%s</dc:date>", now.Add(-ages[i%len(ages)]).Format(time.RFC3339))
		}
		fmt.Fprintf(&b, "<link>https://%s.example/%d</link>", []string{"gazette", "wire"}[i%2], i)
		if i%4 != 3 {
			fmt.Fprintf(&b, "<description>Number %d: the ferry sails again, said the harbour master, and nobody on the quay was surprised to see how many people came to watch it leave.</description>", i)
		}
		if i%2 == 0 {
			b.WriteString("<content:encoded><![CDATA[" + whole + "]]></content:encoded>")
		}
		b.WriteString("</item>")
	}
	f, err := feed.Read(b.String()+"</channel></rss>", feed.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func pane(t testing.TB, n, width, height int) *Pane {
	t.Helper()
	p := New(gazette(t, n), panetest.Theme(t))
	p.SetNow(now)
	p.SetSize(width, height)
	return p
}

func shown(p *Pane) string { return panetest.Shown(p.View()) }

// How the pane looks at the common sizes.
func TestLook(t *testing.T) {
	panetest.Look(t, panetest.Sizes(), func(width, height int) string {
		p := pane(t, 30, width, height)
		p.Move(2)
		return shown(p)
	})
}

func TestMove(t *testing.T) {
	p := pane(t, 50, 80, 24)
	for _, c := range []struct {
		do   func()
		want int
	}{
		{func() {}, 0},
		{func() { p.Move(-1) }, 0},
		{func() { p.Move(1) }, 1},
		{func() { p.MovePage(1) }, 12},
		{func() { p.MovePage(-1) }, 1},
		{func() { p.ToEnd(true) }, 49},
		{func() { p.Move(1) }, 49},
		{func() { p.ToEnd(false) }, 0},
		{func() { p.Select(33) }, 33},
		{func() { p.Select(99) }, 33},
		{func() { p.Move(1000) }, 49},
	} {
		c.do()
		if got := p.Selected(); got != c.want {
			t.Fatalf("selected is %d, want %d", got, c.want)
		}
		if !strings.Contains(shown(p), " › ") {
			t.Fatalf("the selected item %d is not in sight:\n%s", c.want, shown(p))
		}
	}
}

func TestFilter(t *testing.T) {
	p := pane(t, 16, 80, 24)
	p.Select(13)
	p.SetFilter("STRASSE")
	if p.Len() != 0 || p.Selected() != -1 || !strings.Contains(shown(p), "nothing here has “STRASSE” in it") {
		t.Errorf("%d items, selected %d:\n%s", p.Len(), p.Selected(), shown(p))
	}
	p.SetFilter("für DIE straße")
	if p.Len() != 2 || p.Selected() != 13 {
		t.Errorf("%d items, selected %d", p.Len(), p.Selected())
	}
	if got := shown(p); !strings.Contains(got, "2/2 of 16") || !strings.Contains(got, " /für DIE straße ") {
		t.Errorf("shown:\n%s", got)
	}
	p.Move(-1)
	p.SetFilter("zz")
	p.SetFilter("")
	if p.Len() != 16 || p.Selected() != 5 {
		t.Errorf("%d items, selected %d", p.Len(), p.Selected())
	}
	p.SetFilter("number 7:")
	if p.Len() != 0 { // the eighth has no summary
		t.Errorf("%d items", p.Len())
	}
	p.SetFilter("\x1b[2J")
	if got := shown(p); strings.Contains(got, "\x1b") {
		t.Errorf("shown: %q", got)
	}
}

func TestEmptyFeed(t *testing.T) {
	p := pane(t, 0, 60, 8)
	p.Move(1)
	p.MovePage(1)
	p.ToEnd(true)
	if p.Selected() != -1 || !strings.Contains(shown(p), "no articles in this feed") || !strings.Contains(shown(p), "0/0") {
		t.Errorf("selected %d:\n%s", p.Selected(), shown(p))
	}
}

// Without colours and attributes the selected item is still marked, and a
// whole article is told from a summary by bold letters wherever there are any.
func TestWithoutColour(t *testing.T) {
	p := pane(t, 10, 80, 24)
	if got := shown(p); strings.Count(got, " › ") != 1 {
		t.Errorf("shown:\n%s", got)
	}
	th, err := theme.New("dark", true, termenv.Ascii)
	if err != nil {
		t.Fatal(err)
	}
	p.SetTheme(th)
	rows := p.View()
	if whole, summary := rows[6], rows[4]; !strings.HasPrefix(whole, "\x1b[1m") || strings.HasPrefix(summary, "\x1b[1m") {
		t.Errorf("whole %q, summary %q", whole, summary)
	}
}

func TestNotices(t *testing.T) {
	f, err := feed.Read(`<rss><channel><title>Cut</title><item><title>One</title></item><item/><item/>`, feed.Options{Limits: feed.Limits{Items: 1}})
	if err != nil {
		t.Fatal(err)
	}
	p := pane(t, 0, 100, 10)
	p.feed = f
	if got := shown(p); !strings.Contains(got, "breaks off in the middle; what stands before is shown (and 1 more)\n") {
		t.Errorf("shown:\n%s", got)
	}
}

// At any size, after any moves, the pane is as large as told, shows what is
// selected, and a click finds what is shown.
func TestAnySize(t *testing.T) {
	full, few := gazette(t, 40), gazette(t, 2)
	th, err := theme.New("dark", true, termenv.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		p := New(rapid.SampledFrom([]*feed.Feed{full, few}).Draw(t, "feed"), th)
		p.SetNow(now)
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 5:
				p.SetFilter(rapid.SampledFrom([]string{"", "ferry", "Lovell", "zz", "港口"}).Draw(t, "filter"))
			default:
				panetest.Walk(t, p)
			}
			rows := p.View()
			panetest.Fit(t, rows, p.width, p.height)
			found := p.Len() == 0 || p.height == 0
			for y := -1; y <= p.height; y++ {
				item := p.At(y)
				if item < 0 {
					continue
				}
				found = found || item == p.Selected()
				text := strings.TrimSpace(strings.TrimPrefix(ansi.Strip(rows[y]), " › "))
				first := y == 0 || p.At(y-1) != item
				if title := []rune(p.feed.Items[item].Title.String()); first && p.width > 20 && !strings.HasPrefix(text, string(title[:4])) {
					t.Fatalf("at row %d is item %d, shown is %q", y, item, text)
				}
			}
			if !found {
				t.Fatalf("item %d is selected but not in sight at %dx%d", p.Selected(), p.width, p.height)
			}
		}
	})
}

// BenchmarkView draws the pane of a feed with few items and with very many.
func BenchmarkView(b *testing.B) {
	panetest.BenchmarkView(b, 20, 10_000, func(n int) panetest.Pane { return pane(b, n, 120, 40) })
}

// BenchmarkFilter filters ten thousand items.
func BenchmarkFilter(b *testing.B) {
	p := pane(b, 10_000, 120, 40)
	for b.Loop() {
		p.SetFilter("harbour")
		p.SetFilter("")
	}
}
