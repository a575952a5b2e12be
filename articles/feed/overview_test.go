package feed_test

import (
	"testing"

	"gloss/articles/articletest"
	"gloss/articles/feed"
)

func TestOverview(t *testing.T) {
	f, err := feed.Read(`<rss version="2.0"><channel><title>The Gazette</title><description>Daily</description>
<item><title>Talks end</title><link>https://gazette.example/1</link><author>Jane Roe</author>
<pubDate>Tue, 15 Dec 2015 10:00:00 GMT</pubDate><description>They ended late.</description></item>
<item><title>No link</title></item></channel></rss>`, feed.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := f.Overview()
	if err := articletest.Check(doc); err != nil {
		t.Fatal(err)
	}
	const want = "The Gazette\n\nDaily\n\nTalks end\n\nJane Roe · 15 December 2015\n\nThey ended late.\n\nNo link"
	if got := doc.Text.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(doc.Inlines) != 1 || doc.Inlines[0].Target.String() != "https://gazette.example/1" || doc.Inlines[0].Span.Of(doc.Text) != "Talks end" {
		t.Errorf("inlines %v", doc.Inlines)
	}
}
