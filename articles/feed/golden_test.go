package feed

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"gloss/articles/articletest"
	"gloss/articles/golden"
)

// odd are feeds in forms that are met on the web.
var odd = []struct{ name, data string }{
	{"Atom 0.3", `<?xml version="1.0"?><feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="nn"><title>Fjordnytt</title><tagline>Kvar dag</tagline>
<link rel="alternate" type="text/html" href="https://fjord.example/"/><modified>2004-05-06T07:08:09Z</modified>
<entry><title>Ny bru</title><link rel="alternate" type="text/html" href="https://fjord.example/bru"/><id>tag:fjord.example,2004:1</id>
<issued>2004-05-06T07:08:09Z</issued><modified>2004-05-07T00:00:00Z</modified><author><name>Kari Nes</name></author>
<content type="text/html" mode="escaped">&lt;p&gt;Brua er &lt;em&gt;open&lt;/em&gt;.&lt;/p&gt;</content></entry></feed>`},
	{"RSS 0.90", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Old Pier</title><link>http://pier.example/</link><description>Since 1999</description></channel>
<item><title>Lamp out</title><link>http://pier.example/lamp</link></item><item><title>Lamp lit</title><link>http://pier.example/lit</link></item></rdf:RDF>`},
	{"short notes without titles", `<rss version="2.0"><channel><title>Ada's notes</title><link>https://ada.example/</link>
<item><description>&lt;p&gt;Saw the ferry today. It has a new coat of paint, and a bell that can be heard as far as the church on the hill.&lt;/p&gt;</description><link>https://ada.example/1</link><guid>https://ada.example/1</guid></item>
<item><description>Rain.</description><guid>https://ada.example/2</guid></item></channel></rss>`},
	{"a broken one", "\n\n<?xml version='1.0' encoding='utf-16'?>\n<rss version=2.0><channel><title>Fish & Chips\x1b[2J</title><link>https://chips.example</link>" +
		"<item><title>Salt &nbsp;&amp; vinegar<link>https://chips.example/1</link><description><![CDATA[<p>Crisp<br>and hot]]></item>" +
		"<item><title>Peas</tittle><description><p>Green & <b>round</b></description><pubDate>32 Foo 2015</pubDate></item>" +
		"<item><title>Cut o"},
	{"a podcast", `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Quay Talk</title><itunes:author>Bo Lind</itunes:author><itunes:owner><itunes:name>X</itunes:name></itunes:owner>
<item><title>Episode 1</title><itunes:title>No</itunes:title><itunes:author>Bo Lind</itunes:author><itunes:summary>Bo talks
to Ada.</itunes:summary><enclosure url="https://talk.example/1.mp3" length="1" type="audio/mpeg"/><pubDate>Sat, 12 Dec 2015 08:00:00 EST</pubDate></item></channel></rss>`},
	{"bases and lists", `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/blog/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <em>Quay</em></div></title>
<author><name>Ada Lovell</name></author><link href="."/><entry xml:base="2015/"><title type="html">Ropes &amp;amp; &lt;i&gt;knots&lt;/i&gt;</title><link href="ropes"/><id>1</id><updated>2015-12-15T10:00:00+01:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Three:</p><ul><li>reef <a href="reef.png">picture</a></li><li>bowline<br/>by hand</li></ul><script/><p>So &lt;there&gt;.</p></div></content></entry></feed>`},
	{"JSON Feed 1.0", `{"version":"https://jsonfeed.org/version/1","title":"Notes","home_page_url":"https://n.example/","author":{"name":"Ada Lovell"},
"items":[{"id":1,"url":"/one","content_text":"One line.\n\nAnd <another>.","date_published":"2015-12-15T10:00:00-05:00","attachments":[{"url":"x","size_in_bytes":"many"}]}]}`},
}

// TestGolden compares what becomes of feeds with what is in testdata.
func TestGolden(t *testing.T) {
	var b strings.Builder
	for _, m := range makers {
		describe(t, &b, m.name, m.make(stories(2)))
	}
	for _, o := range odd {
		describe(t, &b, o.name, o.data)
	}
	golden.Check(t, filepath.Join("testdata", "feeds.golden"), b.String())
}

func describe(t *testing.T, b *strings.Builder, name, data string) {
	t.Helper()
	f := mustRead(t, data, Options{})
	fmt.Fprintf(b, "=== %s\n%q %s %s %q\n", name, f.Title, f.Link, f.Lang, f.Description)
	for _, n := range f.Notices {
		fmt.Fprintf(b, "! %s\n", n)
	}
	for i, it := range f.Items {
		fmt.Fprintf(b, "- %q by %q on %s\n  %s (%s) full: %v\n  %q\n", it.Title, it.Byline, it.Date.Format("2006-01-02 15:04 -0700"), it.Link, it.ID, it.Full, it.Summary)
		doc := f.Article(i)
		if err := articletest.Check(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, block := range doc.Blocks {
			fmt.Fprintf(b, "    %d/%d %q\n", block.Kind, len(block.Path), block.Span.Of(doc.Text))
		}
		for _, in := range doc.Inlines {
			fmt.Fprintf(b, "    ~%d %q %s\n", in.Kind, in.Span.Of(doc.Text), in.Target)
		}
	}
}
