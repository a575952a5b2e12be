package metadata

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"gloss/articles/clean"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
)

func root(source string) *html.Node { return tree.Parse(source, tree.Options{}).Root }

func TestOf(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{ // title | byline | date | site
		{"nothing", "", " |  | 0001-01-01 | "},
		{"title tag", "<title>Talks end</title>", "Talks end |  | 0001-01-01 | "},
		{"site behind", "<title>Talks end - The Courier</title><h1>Talks end</h1>", "Talks end |  | 0001-01-01 | The Courier"},
		{"site before", "<title>The Courier | Talks end</title><h1>Talks end</h1>", "Talks end |  | 0001-01-01 | The Courier"},
		{"site named", "<title>Talks - end | Courier</title><meta property=og:site_name content=Courier>", "Talks - end |  | 0001-01-01 | Courier"},
		{"site is an address", "<title>Talks end</title><meta property=og:site_name content=http://www.courier.example/>", "Talks end |  | 0001-01-01 | courier.example"},
		{"heading is the site", "<title>Talks end</title><h1>Courier</h1><meta property=og:site_name content=Courier>", "Talks end |  | 0001-01-01 | Courier"},
		{"heading in other words", "<title>Talks end in the old hall at dawn</title><meta property=og:title content='Talks end in the old hall at dawn'><h1>Talks end in the old town hall</h1>", "Talks end in the old town hall |  | 0001-01-01 | "},
		{"heading of another thing", "<meta property=og:title content='Talks end in the old hall at dawn'><h1>Our new shop for garden tools is open</h1>", "Talks end in the old hall at dawn |  | 0001-01-01 | "},
		{"hidden heading", "<title>Talks end</title><h1 hidden>Talks</h1><h2>Talks end</h2>", "Talks end |  | 0001-01-01 | "},
		{"entities once", "<title>A &amp;amp; B</title><meta name=author content='J &amp;amp; R Roe'>", "A &amp; B | J &amp; R Roe | 0001-01-01 | "},
		{"escapes", "<title>Talks &#27;[31m end&#10;now</title>", "Talks ␛[31m end now |  | 0001-01-01 | "},

		{"linked data", ld(`{"@type":"NewsArticle","headline":"Talks end","author":{"name":"Jane Roe"},"datePublished":"2015-12-15T10:00:00Z","publisher":{"name":"Courier"}}`), "Talks end | Jane Roe | 2015-12-15 | Courier"},
		{"authors", ld(`[{"@type":["Thing","Article"],"headline":"Talks","author":["Jane Roe",{"name":"Ali Nasr"},{"@id":"#p"}]},{"@id":"#p","@type":"Person","name":"Li Na"}]`), "Talks | Jane Roe, Ali Nasr and Li Na | 0001-01-01 | "},
		{"graph", ld(`{"@graph":[{"@type":"WebPage","datePublished":"2014-01-01"},{"@type":"BlogPosting","headline":"Talks","author":{"@id":"x"}},{"@id":"x","name":"Jane Roe"}]}`), "Talks | Jane Roe | 2014-01-01 | "},
		{"type with an address", ld(`{"@type":"http://schema.org/ReportageNewsArticle","headline":"Talks"}`), "Talks |  | 0001-01-01 | "},
		{"line breaks in strings", ld("{\"@type\":\"Article\",\"headline\":\"Talks\nend\"}"), "Talks end |  | 0001-01-01 | "},
		{"CDATA", ld("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Talks\"}\n//]]>"), "Talks |  | 0001-01-01 | "},
		{"broken", ld(`{"@type":"Article","headline":`) + "<title>Talks</title>", "Talks |  | 0001-01-01 | "},
		{"of other types", ld(`{"@type":"Article","headline":5,"author":[[["x"]],{"name":{}}],"datePublished":[]}`) + "<title>Talks</title>", "Talks | x | 0001-01-01 | "},
		{"too deep", ld(strings.Repeat("[", 5000)+strings.Repeat("]", 5000)) + "<title>Talks</title>", "Talks |  | 0001-01-01 | "},
		{"a reference to itself", ld(`{"@id":"a","@type":"Article","author":{"@id":"a"},"headline":"Talks"}`), "Talks |  | 0001-01-01 | "},

		{"meta author", "<meta name=author content='By Jane Roe'>", " | Jane Roe | 0001-01-01 | "},
		{"author is an address", "<meta property=article:author content=https://face.example/roe><span rel=author>Jane Roe</span>", " | Jane Roe | 0001-01-01 | "},
		{"author is nobody", "<meta name=author content=admin><p class=byline>Written by Jane Roe, Moscow correspondent | 5 May</p>", " | Jane Roe | 0001-01-01 | "},
		{"many meta authors", "<meta name=citation_author content='Jane Roe'><meta name=citation_author content='Ali Nasr'>", " | Jane Roe and Ali Nasr | 0001-01-01 | "},
		{"marked up", "<div itemprop=author itemscope>By <span itemprop=name>Jane Roe</span></div>", " | Jane Roe | 0001-01-01 | "},
		{"seen below the title", "<title>Talks end</title><h1>Talks end</h1><p>by Jane Roe, 15 December 2015</p>", "Talks end | Jane Roe | 2015-12-15 | "},
		{"beside a date", "<title>Talks end</title><h2>Talks end</h2><span>15.12.2015 | Jane Roe</span><br><p>Text", "Talks end | Jane Roe | 2015-12-15 | "},
		{"no name", "<title>Talks end</title><h1>Talks end</h1><p>By the time that it was dark they had gone.</p>", "Talks end |  | 0001-01-01 | "},

		{"published time", "<meta property=article:published_time content=2015-12-15T10:00:00+0100>", " |  | 2015-12-15 | "},
		{"milliseconds", "<meta name=pubdate content=2015-12-15T10:00:00.000+0000>", " |  | 2015-12-15 | "},
		{"time element", "<ul><li><time datetime=2011-01-01>x</time></ul><time datetime=2015-12-15>y</time>", " |  | 2015-12-15 | "},
		{"time of publication", "<time datetime=2016-01-01>updated</time><time class=published datetime=2015-12-15>y</time>", " |  | 2015-12-15 | "},
		{"date in Japanese", "<title>Talks end</title><h1>Talks end</h1><p>2015年12月5日</p>", "Talks end |  | 2015-12-05 | "},
		{"date in a sentence", "<title>Talks end</title><h1>Talks end</h1><p>Posted on: December 15th, 2015, 07:41:10 PM »</p>", "Talks end |  | 2015-12-15 | "},
		{"no date of this age", "<meta name=date content=0001-01-01T00:00:00Z><time datetime=2015-12-15>y</time>", " |  | 2015-12-15 | "},
	} {
		m := Of(root(test.page), nil)
		if got := fmt.Sprintf("%s | %s | %s | %s", m.Title, m.Byline, m.Date.Format("2006-01-02"), m.Source); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// ld returns a script of JSON-LD.
func ld(data string) string { return `<script type="application/ld+json">` + data + `</script>` }

func TestLang(t *testing.T) {
	for page, want := range map[string]string{
		"<html lang=de-AT>": "de-AT",
		"<html lang=''><meta property=og:locale content=de_AT>": "de-AT",
		"<html lang='de; rm -rf'>":                              "",
		"<html lang=" + strings.Repeat("a", 40) + ">":           "",
	} {
		if got := Of(root(page), nil).Lang.String(); got != want {
			t.Errorf("%s: %q", page, got)
		}
	}
}

func TestFieldsAreBounded(t *testing.T) {
	long := strings.Repeat("word ", 10_000)
	m := Of(root("<title>"+long+"</title><meta name=author content='"+long+"'>"+
		ld(`{"@type":"Article","headline":"`+long+`","author":"`+long+`","publisher":"`+long+`"}`)), &url.URL{Scheme: "https", Host: "a.example"})
	for _, field := range []clean.Text{m.Title, m.Byline, m.Source, m.URL, m.Lang} {
		if field.Len() > maxField || clean.Line(field.String()) != field {
			t.Errorf("field of %d bytes", field.Len())
		}
	}
	if m.Title.IsEmpty() {
		t.Error("no title")
	}
}
