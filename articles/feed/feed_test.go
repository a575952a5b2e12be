package feed

import (
	"errors"
	"strings"
	"testing"
	"time"

	"gloss/articles/articletest"
)

// The same stories come out of every format.
func TestFormats(t *testing.T) {
	for _, m := range makers {
		t.Run(m.name, func(t *testing.T) {
			data := m.make(stories(3))
			if !Is(data) || !Is(data[:400]) {
				t.Error("not taken for a feed")
			}
			f := mustRead(t, data, Options{})
			if f.Title.String() != siteName || f.Link.String() != siteLink || f.Lang.String() != "en-GB" || f.Description.String() != "News of the port" {
				t.Errorf("feed: %q %q %q %q", f.Title, f.Link, f.Lang, f.Description)
			}
			if len(f.Items) != 3 || len(f.Notices) != 0 {
				t.Fatalf("%d items, notices %v", len(f.Items), f.Notices)
			}
			it := f.Items[1]
			for what, pair := range map[string][2]string{
				"title":   {it.Title.String(), "Harbour & quay 1: the <ferry> returns"},
				"link":    {it.Link.String(), "https://gazette.example/2015/12/1?a=1&copy=2"},
				"summary": {it.Summary.String(), "The ferry of line 1 sails again after nine weeks."},
			} {
				if pair[0] != pair[1] {
					t.Errorf("%s is %q, want %q", what, pair[0], pair[1])
				}
			}
			doc := f.Article(1)
			if err := articletest.Check(doc); err != nil {
				t.Error(err)
			}
			if m.name == "RSS 0.91" {
				return // it has no more
			}
			if want := time.Date(2015, 12, 2, 10, 1, 0, 0, time.UTC); !it.Date.Equal(want) || it.Byline.String() != "Ada Lovell" {
				t.Errorf("by %q on %v", it.Byline, it.Date)
			}
			if m.name != "RSS 1.0" && it.ID.String() != "tag:gazette.example,2015:1" {
				t.Errorf("id is %q", it.ID)
			}
			want := "Harbour & quay 1: the <ferry> returns\n\nThe ferry of line 1 sails again.\n\n“We waited”, said Bo Lind & his crew; the map is new."
			if got := doc.Text.String(); got != want {
				t.Errorf("text %q, want %q", got, want)
			}
			if doc.Meta.Source.String() != siteName || doc.Meta.URL != it.Link || doc.Meta.Date != it.Date || doc.Meta.Lang != f.Lang {
				t.Errorf("meta %+v", doc.Meta)
			}
			if got := doc.Inlines[len(doc.Inlines)-1].Target.String(); got != "https://gazette.example/map.html" {
				t.Errorf("the link leads to %q", got)
			}
		})
	}
}

// What an item's fields come to, for the inside of one RSS item.
func TestItem(t *testing.T) {
	for _, c := range []struct{ name, item, what, want string }{
		{"bare ampersand", `<title>Fish & chips &co; &amp; tea</title>`, "title", "Fish & chips &co; & tea"},
		{"entity of HTML", `<title>Caf&eacute;&nbsp;&mdash; open</title>`, "title", "Café — open"},
		{"decoded once", `<title>A &amp;amp; B &amp;lt;i&amp;gt;</title>`, "title", "A &amp; B &lt;i&gt;"},
		{"decoded once in CDATA", `<title><![CDATA[A &amp; B]]></title>`, "title", "A &amp; B"},
		{"text beside CDATA", `<title>One &amp; <![CDATA[two & ]]>three<!-- no --> four</title>`, "title", "One & two & three four"},
		{"a tag that is text", `<title>&lt;script&gt; is a tag</title>`, "title", "<script> is a tag"},
		{"markup in a title", `<title>A <b>bold</b> &amp; <i>fine</i> title</title>`, "title", "A bold & fine title"},
		{"less than", `<title>1 < 2 and 3 > 2</title>`, "title", "1 < 2 and 3 > 2"},
		{"a character that XML forbids", "<title>A\x1b[2Jb\x00c\ufffe</title>", "title", "A␛[2Jb␀c\ufffd"},
		{"a reference to one", `<title>A&#27;[2J &#x9b;31m &#0;</title>`, "title", "A␛[2J ›31m \ufffd"},
		{"control of C1", "<title>A\u009b2Jb</title>", "title", "A\ufffd2Jb"},
		{"turned round", "<title>exe.\u202egpj</title>", "title", "exe.\ufffdgpj"},
		{"title is not closed", `<title>Open <link>https://a.example/x</link>`, "link", "https://a.example/x"},
		{"wrong end tag", `<title>Open</tilte><link>https://a.example/x</link>`, "title", "Open"},
		{"upper case", `<TITLE>Loud</TITLE>`, "title", "Loud"},
		{"lines in a title", "<title>\n  One\n\ttwo  </title>", "title", "One two"},
		{"no title", `<description>&lt;p&gt;First words of it.&lt;/p&gt;</description>`, "title", "First words of it."},
		{"neither title nor text", `<link>https://a.example/x</link>`, "title", "https://a.example/x"},
		{"nothing", ``, "title", "untitled"},
		{"no title, long text", `<description>` + strings.Repeat("word ", 40) + `</description>`, "title", strings.TrimSpace(strings.Repeat("word ", 15)) + "…"},
		{"title of a module only", `<dc:title>From Dublin</dc:title>`, "title", "From Dublin"},
		{"image's title", `<media:content><media:title>No</media:title></media:content><title>Yes</title><image><title>No</title></image>`, "title", "Yes"},

		{"relative link", `<link>story.html</link>`, "link", "https://gazette.example/story.html"},
		{"link with blanks", "<link>\n https://a.example/x \n</link>", "link", "https://a.example/x"},
		{"link of Atom", `<atom:link href="https://a.example/self" rel="self"/><link>https://a.example/x</link>`, "link", "https://a.example/x"},
		{"link by its own namespace", `<link>https://a.example/x</link><link xmlns="http://www.w3.org/2005/Atom" rel="self" href="https://a.example/self"/>`, "link", "https://a.example/x"},
		{"link in an attribute", `<link href="https://a.example/x"/>`, "link", "https://a.example/x"},
		{"guid as link", `<guid>https://a.example/x</guid>`, "link", "https://a.example/x"},
		{"guid that is no link", `<guid>x-17</guid>`, "link", ""},
		{"script", `<link>javascript:alert(1)</link>`, "link", ""},
		{"data", `<link>data:text/html,x</link>`, "link", ""},
		{"file", `<link>file:///etc/passwd</link>`, "link", ""},
		{"mail", `<link>mailto:ada@a.example</link>`, "link", ""},
		{"escape in a link", "<link>https://a.example/\x1b]52;c;QQ==\x07</link>", "link", ""},
		{"long link", `<link>https://a.example/` + strings.Repeat("x", 1<<16) + `</link>`, "link", ""},

		{"creators", `<dc:creator>Ada Lovell</dc:creator><dc:creator>Bo Lind</dc:creator>`, "byline", "Ada Lovell, Bo Lind"},
		{"mail and name", `<author>ada@a.example (Ada Lovell)</author>`, "byline", "Ada Lovell"},
		{"only mail", `<author>ada@a.example</author>`, "byline", "ada@a.example"},
		{"name and agency", `<dc:creator>Ada Lovell (Quay Wire)</dc:creator>`, "byline", "Ada Lovell (Quay Wire)"},
		{"author of Atom", `<atom:author><atom:name>Ada &amp; Bo</atom:name></atom:author>`, "byline", "Ada & Bo"},
		{"escape in a byline", "<dc:creator>A\x1b[8mda</dc:creator>", "byline", "A␛[8mda"},

		{"plain summary", `<description>One line &amp; no more</description>`, "summary", "One line & no more"},
		{"summary in HTML", `<description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;two &amp;amp; &lt;b&gt;th&lt;/b&gt;ree&lt;script&gt;no&lt;/script&gt;</description>`, "summary", "One two & three"},
		{"summary in CDATA", `<description><![CDATA[<p>One<br>two &amp; three]]></description>`, "summary", "One two & three"},
		{"summary twice escaped", `<description>&amp;lt;b&amp;gt;</description>`, "summary", "<b>"},
		{"markup that is not escaped", `<description><p>One &amp; <br>two</p></description>`, "summary", "One & two"},
		{"summary of the content", `<content:encoded>&lt;p&gt;Only here</content:encoded>`, "summary", "Only here"},
		{"content without a declared prefix", `<content:encoded>x</content:encoded>`, "summary", "x"},
		{"escape twice encoded", `<description>&amp;#27;[2J</description>`, "summary", "␛[2J"},

		{"guid", `<guid>x-17</guid>`, "id", "x-17"},
		{"no guid", `<link>https://a.example/x</link>`, "id", "https://a.example/x"},
		{"guid of a megabyte", `<guid>` + strings.Repeat("g", 1<<20) + `</guid>`, "id", strings.Repeat("g", MaxTitle-1) + "…"},

		{"date", `<pubDate>Tue, 15 Dec 2015 10:00:00 +0100</pubDate>`, "date", "2015-12-15T09:00:00Z"},
		{"date of a module", `<dc:date>2015-12-15</dc:date>`, "date", "2015-12-15T00:00:00Z"},
		{"year 0", `<pubDate>0000-01-01T00:00:00Z</pubDate>`, "date", ""},
		{"year 9999999", `<pubDate>9999999-01-01T00:00:00Z</pubDate>`, "date", ""},
		{"no date", `<pubDate>yesterday</pubDate>`, "date", ""},
		{"bad date beside a good one", `<pubDate>0000-01-01T00:00:00Z</pubDate><dc:date>2015-12-15</dc:date>`, "date", "2015-12-15T00:00:00Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := `<rss version="2.0"><channel><title>T</title><link>https://gazette.example/</link><item>` + c.item + `</item><item><title>Next</title></item></channel></rss>`
			f := mustRead(t, data, Options{})
			if len(f.Items) != 2 || f.Items[1].Title.String() != "Next" {
				t.Fatalf("%d items", len(f.Items))
			}
			it := f.Items[0]
			date := ""
			if !it.Date.IsZero() {
				date = it.Date.UTC().Format(time.RFC3339)
			}
			got := map[string]string{
				"title": it.Title.String(), "link": it.Link.String(), "byline": it.Byline.String(), "summary": it.Summary.String(),
				"id": it.ID.String(), "date": date,
			}[c.what]
			if got != c.want {
				t.Errorf("%s is %.200q, want %.200q", c.what, got, c.want)
			}
		})
	}
}

// The forms that Atom gives its texts in (RFC 4287, section 3.1).
func TestAtomText(t *testing.T) {
	for _, c := range []struct{ element, title, text string }{
		{`<X>a &lt;b&gt; &amp;amp;</X>`, "a <b> &amp;", "a <b> &amp;"},
		{`<X type="text">a &lt;b&gt;c&lt;/b&gt;</X>`, "a <b>c</b>", "a <b>c</b>"},
		{`<X type="html">a &lt;b&gt;c&lt;/b&gt; &amp;amp; &amp;lt;</X>`, "a c & <", "a c & <"},
		{`<X type="html"><![CDATA[a <b>c</b> &amp; &lt;]]></X>`, "a c & <", "a c & <"},
		{`<X type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>c</b> &amp; &lt; <![CDATA[<i>]]></div></X>`, "a c & < <i>", "a c & < <i>"},
		{`<X type="HTML">&lt;i&gt;c&lt;/i&gt;</X>`, "c", "c"},
		{`<X type="text/html" mode="escaped">&lt;i&gt;c&lt;/i&gt;</X>`, "c", "c"},
		{`<X type="text/plain">&lt;i&gt;</X>`, "<i>", "<i>"},
	} {
		entry := strings.ReplaceAll(c.element, "X", "title") + strings.ReplaceAll(c.element, "X", "content")
		f := mustRead(t, `<feed xmlns="http://www.w3.org/2005/Atom"><entry>`+entry+`</entry></feed>`, Options{})
		if got := f.Items[0].Title.String(); got != c.title {
			t.Errorf("%s: title %q, want %q", c.element, got, c.title)
		}
		if got := f.Article(0).Text.String(); got != c.title+"\n\n"+c.text {
			t.Errorf("%s: text %q, want %q", c.element, got, c.text)
		}
	}
	f := mustRead(t, `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>P</title><summary>S</summary><content type="image/png">iVBORw0KGgo=</content></entry></feed>`, Options{})
	if got := f.Article(0).Text.String(); got != "P\n\nS" {
		t.Errorf("an image as content gives %q", got)
	}
}

func TestBase(t *testing.T) {
	const feed = `<feed xmlns="http://www.w3.org/2005/Atom"%s><link href="https://site.example/blog/"/><entry%s><link href="p"/><content type="html"%s>&lt;a href="q"&gt;x&lt;/a&gt;</content></entry></feed>`
	for _, c := range []struct{ url, root, entry, content, link, inside string }{
		{"", "", "", "", "https://site.example/blog/p", "https://site.example/blog/q"},
		{"https://a.example/f/feed.xml", "", "", "", "https://a.example/f/p", "https://a.example/f/q"},
		{"https://a.example/f/feed.xml", "/r/", "", "", "https://a.example/r/p", "https://a.example/r/q"},
		{"https://a.example/f/feed.xml", "https://b.example/r/", "e/", "", "https://b.example/r/e/p", "https://b.example/r/e/q"},
		{"", "https://b.example/r/", "", "javascript:x", "https://b.example/r/p", "https://b.example/r/q"},
		{"ftp://a.example/", "", "", "", "https://site.example/blog/p", "https://site.example/blog/q"},
	} {
		data := feed
		for _, base := range []string{c.root, c.entry, c.content} {
			attr := ""
			if base != "" {
				attr = ` xml:base="` + base + `"`
			}
			data = strings.Replace(data, "%s", attr, 1)
		}
		f := mustRead(t, data, Options{URL: c.url})
		if got := f.Items[0].Link.String(); got != c.link {
			t.Errorf("%+v: the link is %q", c, got)
		}
		if got := f.Article(0).Inlines[0].Target.String(); got != c.inside {
			t.Errorf("%+v: the link inside is %q", c, got)
		}
	}
}

func TestEncodings(t *testing.T) {
	utf16 := func(s string, order int) string {
		var b strings.Builder
		for _, r := range s {
			pair := [2]byte{byte(r >> 8), byte(r)}
			b.WriteByte(pair[order])
			b.WriteByte(pair[1-order])
		}
		return b.String()
	}
	rss := func(declaration, title string) string {
		return declaration + `<rss version="2.0"><channel><item><title>` + title + `</title></item></channel></rss>`
	}
	const say = `<?xml version="1.0" encoding="X"?>`
	as := func(name string) string { return strings.Replace(say, "X", name, 1) }
	for _, c := range []struct{ name, data, contentType, want string }{
		{"UTF-8", rss(as("utf-8"), "Łódź ☕"), "", "Łódź ☕"},
		{"mark and blanks", "\xef\xbb\xbf\n  " + rss(as("utf-8"), "Łódź"), "", "Łódź"},
		{"UTF-8 declared as Latin-1", rss(as("ISO-8859-1"), "Łódź"), "", "Łódź"},
		{"Latin-2", rss(as("ISO-8859-2"), "\xa3\xf3d\xbc"), "", "Łódź"},
		{"Latin-2 by the server", rss("", "\xa3\xf3d\xbc"), "text/xml; charset=iso-8859-2", "Łódź"},
		{"Windows-1252 declared as UTF-8", rss(as("utf-8"), "caf\xe9 \x93x\x94"), "", "café “x”"},
		{"nothing declared", rss("", "caf\xe9"), "", "café"},
		{"unknown encoding", rss(as("x-none"), "caf\xe9"), "", "café"},
		{"Cyrillic", rss(as("windows-1251"), "\xcc\xee\xf1\xea\xe2\xe0"), "", "Москва"},
		{"Shift JIS", rss(as("Shift_JIS"), "\x93\x8c\x8b\x9e"), "", "東京"},
		{"ISO-2022-JP", rss(as("iso-2022-jp"), "\x1b$BEl5~\x1b(B"), "", "東京"},
		{"UTF-16 with a mark", "\xff\xfe" + utf16(rss(as("UTF-16"), "Łódź"), 1), "", "Łódź"},
		{"UTF-16 without", utf16(rss(as("UTF-16"), "Łódź"), 0), "", "Łódź"},
		{"a lie", rss(as("UTF-16"), "Łódź"), "application/json; charset=utf-16", "Łódź"},
	} {
		if !Is(c.data) {
			t.Errorf("%s: no feed", c.name)
		}
		f := mustRead(t, c.data, Options{ContentType: c.contentType})
		if got := f.Items[0].Title.String(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestIs(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{`<rss version="2.0">`, true},
		{"\ufeff\n<?xml version='1.0'?><!-- <html> --><rss>", true},
		{`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b"> <!ENTITY c "d">]><rss version="0.91">`, true},
		{`<feed xmlns="http://www.w3.org/2005/Atom">`, true},
		{`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://sea`, true},
		{`<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">`, true},
		{`<feed version="0.3" xmlns="http://purl.org/atom/ns#">`, true},
		{`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">`, true},
		{`{"version": "https://jsonfeed.org/version/1", "title": "x"`, true},
		{`{"title":"x","items":[{"version":"no"}],"version":"https:\/\/jsonfeed.org\/version\/1.1"}`, true},
		{``, false},
		{`rss`, false},
		{`<!DOCTYPE html><html><head><title>RSS</title>`, false},
		{`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><rss>`, false},
		{`<svg xmlns="http://www.w3.org/2000/svg"><feed/>`, false},
		{`<opml version="2.0"><body><outline type="rss"`, false},
		{`<feed>`, false},
		{`<feed xmlns="http://farm.example/">`, false},
		{`<x:rss xmlns:x="http://x.example/">`, false},
		{`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/">`, false},
		{`See <rss version="2.0">`, false},
		{`<?xml version="1.0"?> words <rss version="2.0">`, false},
		{`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`, false},
		{`{"version":"1.0","items":[]}`, false},
		{`{"a":{"version":"https://jsonfeed.org/version/1"}}`, false},
		{`["version","https://jsonfeed.org/version/1"]`, false},
		{`{"url":"https://jsonfeed.org/version/1"}`, false},
	} {
		if got := Is(c.text); got != c.want {
			t.Errorf("Is(%.80q) = %v", c.text, got)
		}
	}
}

func TestNoFeed(t *testing.T) {
	for _, data := range []string{"", "words", "<", "<html><p>x</html>", "{}", `{"items":[]}`, "[]", "<!DOCTYPE rss", "\x00\x01", "<rs"} {
		if f, err := Read(data, Options{}); !errors.Is(err, ErrNoFeed) || f != nil {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestJSON(t *testing.T) {
	const head = `{"version":"https://jsonfeed.org/version/1.1","title":"T","authors":[{"name":"Ada"}],"items":[`
	for _, c := range []struct{ name, items, titles, notice string }{
		{"text and HTML", `{"id":1,"title":"a <b>","content_text":"<i>"},{"id":2,"content_html":"<i>c</i>"}]}`, "a <b>|c", ""},
		{"control characters", "{\"title\":\"a\x1b[2J\tb\nc\x00\"}]}", "a␛[2J b c␀", ""},
		{"escaped control characters", `{"title":"a\u001b[2J\u009b\ud800x"}]}`, "a␛[2J\ufffd\ufffdx", ""},
		{"bad escapes", `{"title":"a\x1b \u12 b"}]}`, `a\x1b \u12 b`, ""},
		{"no objects", `null,5,"x",[{"title":"no"}],{"title":"a"},,true]}`, "a", ""},
		{"breaks off", `{"title":"a"},{"title":"b","url":"https`, "a|b", "breaks off"},
		{"breaks off at once", ``, "", "breaks off"},
		{"comma at the end", `{"title":"a"},]}`, "a", ""},
		{"no JSON in the middle", `{"title":"a"},{"title" "b"},{"title":"c"}]}`, "a|untitled|c", ""},
		{"wrong types", `{"title":{"x":1},"url":[1],"content_text":5}]}`, "5", ""},
		{"deep", `{"title":"a","x":` + strings.Repeat("[", 500) + strings.Repeat("]", 500) + `},{"title":"b"}]}`, "a|b", ""},
		{"items twice", `{"title":"a"}],"items":[{"title":"b"}]}`, "a", ""},
		{"missing commas and braces", `{"title":"a" "url":"/x"}{"title":"b", {"id":"7"}`, "a|b", "breaks off"},
		{"numbers for texts", `{"title":17,"id":true,"authors":"Ada"}]}`, "17", ""},
	} {
		f, err := Read(head+c.items, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var titles []string
		for _, it := range f.Items {
			titles = append(titles, it.Title.String())
			if it.Byline.String() != "Ada" {
				t.Errorf("%s: by %q", c.name, it.Byline)
			}
		}
		if got := strings.Join(titles, "|"); got != c.titles {
			t.Errorf("%s: %q, want %q", c.name, got, c.titles)
		}
		if got := notices(f); c.notice == "" != (got == "") || !strings.Contains(got, c.notice) {
			t.Errorf("%s: notices %q", c.name, got)
		}
	}
}

// A feed that breaks off keeps what stands before.
func TestBreaksOff(t *testing.T) {
	for _, m := range makers {
		data := m.make(stories(5))
		cut := strings.LastIndex(data, "nine") // in the summary of the last item
		f := mustRead(t, data[:cut], Options{})
		if n := len(f.Items); n < 4 || n > 5 {
			t.Errorf("%s: %d items", m.name, n)
		}
		if !strings.Contains(notices(f), "breaks off") {
			t.Errorf("%s: notices %q", m.name, notices(f))
		}
		if got := f.Items[3].Summary.String(); got != "The ferry of line 3 sails again after nine weeks." {
			t.Errorf("%s: %q", m.name, got)
		}
		if n := len(f.Items); n == 5 && f.Items[4].Title.String() != "Harbour & quay 4: the <ferry> returns" {
			t.Errorf("%s: the last item is %q", m.name, f.Items[4].Title)
		}
	}
}

func TestFull(t *testing.T) {
	long := strings.Repeat("<p>The ferry sails again, and the quay is full of people.</p>", 40)
	for _, c := range []struct {
		name, description, content string
		want                       bool
	}{
		{"only a summary", "The ferry sails again.", "", false},
		{"content", "The ferry sails again.", long, true},
		{"short content", "The ferry sails again.", "<p>The ferry sails again.</p>", false},
		{"markup makes no text", "x", "<p>Short." + strings.Repeat("<br class='spacer'>", 500), false},
		{"long summary", long, "", true},
		{"summary of some length", long[:1000], "", false},
		{"ellipsis", "x", long + "<p>And then […]</p>", false},
		{"three dots", "x", long + "<p>And then...</p>", false},
		{"read more", "x", long + `<p><a href="/x">Read more →</a></p>`, false},
		{"continue, with the title", "x", long + `<p>Continue reading <i>Harbour and quay</i></p>`, false},
		{"reading in the middle", "x", "<p>I read more than ever.</p>" + long, true},
		{"a stop", "x", long + "<p>So it ends.</p>", true},
	} {
		f := mustRead(t, `<rss><channel><item><description>`+esc(c.description)+`</description><content:encoded>`+esc(c.content)+`</content:encoded></item></channel></rss>`, Options{})
		if got := f.Items[0].Full; got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// Plain text keeps its paragraphs and lines.
func TestPlainText(t *testing.T) {
	f := mustRead(t, `{"version":"https://jsonfeed.org/version/1","items":[{"title":"T","content_text":"One <b>\ntwo\n\n\nthree\r\nfour\n"}]}`, Options{})
	doc := f.Article(0)
	if got := doc.Text.String(); got != "T\n\nOne <b>\ntwo\n\nthree\nfour" || len(doc.Blocks) != 3 {
		t.Errorf("%d blocks, %q", len(doc.Blocks), got)
	}
	f = mustRead(t, `<rss><channel><item><title>T</title><link>https://a.example/x</link></item></channel></rss>`, Options{})
	doc = f.Article(0)
	if doc.Text.String() != "T\n\nhttps://a.example/x" || doc.Inlines[0].Target.String() != "https://a.example/x" {
		t.Errorf("without text: %q", doc.Text)
	}
}

func mustRead(t testing.TB, data string, o Options) *Feed {
	t.Helper()
	f, err := Read(data, o)
	if err != nil {
		t.Fatalf("%v, of %.300q", err, data)
	}
	return f
}

func notices(f *Feed) string {
	var all []string
	for _, n := range f.Notices {
		all = append(all, n.String())
	}
	return strings.Join(all, "; ")
}
