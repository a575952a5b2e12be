package feed

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A story is what the makers put into an item.
type story struct {
	id, title, link, author, date string // the date in RFC 3339
	summary, content              string // HTML
}

// stories returns n different ones, their text in some paragraphs.
func stories(n int) []story {
	out := make([]story, n)
	for i := range out {
		out[i] = story{
			id:      fmt.Sprintf("tag:gazette.example,2015:%d", i),
			title:   fmt.Sprintf("Harbour & quay %d: the <ferry> returns", i),
			link:    fmt.Sprintf("/2015/12/%d?a=1&copy=2", i),
			author:  "Ada Lovell",
			date:    fmt.Sprintf("2015-12-%02dT10:%02d:00Z", 1+i%28, i%60),
			summary: fmt.Sprintf("The ferry of line %d sails again after <em>nine</em> weeks.", i),
			content: fmt.Sprintf("<p>The ferry of line %d sails again.</p><p>“We waited”, said <b>Bo Lind</b> &amp; his crew; <a href=\"map.html\">the map</a> is new.</p>", i),
		}
	}
	return out
}

func esc(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

const (
	siteName = "The Quay & Harbour Gazette"
	siteLink = "https://gazette.example/"
)

// makers write the same stories in each of the formats.
var makers = []struct {
	name string
	make func(items []story) string
}{
	{"RSS 2.0", func(items []story) string {
		var b strings.Builder
		fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="look.xsl" type="text/xsl"?>
<!-- made for a test -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>%s</title><link>%s</link><atom:link rel="self" href="https://gazette.example/rss"/>
<description>News of the port</description><language>en-GB</language><image><url>logo.png</url><title>Logo</title><link>/logo</link></image>
`, esc(siteName), siteLink)
		for _, s := range items {
			fmt.Fprintf(&b, "<item><title>%s</title><link>%s</link><guid isPermaLink=\"false\">%s</guid><dc:creator>%s</dc:creator><dc:date>%s</dc:date>\n<description>%s</description><content:encoded><![CDATA[%s]]></content:encoded></item>\n",
				esc(s.title), esc(s.link), esc(s.id), esc(s.author), esc(s.date), esc(s.summary), s.content)
		}
		return b.String() + "</channel></rss>\n"
	}},
	{"RSS 0.91", func(items []story) string {
		var b strings.Builder
		fmt.Fprintf(&b, `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>%s</title><link>%s</link><description>News of the port</description><language>en-GB</language>`, esc(siteName), siteLink)
		for _, s := range items {
			fmt.Fprintf(&b, "<item><title>%s</title><link>%s</link><description>%s</description></item>\n", esc(s.title), esc(s.link), esc(s.summary))
		}
		return b.String() + "</channel></rss>\n"
	}},
	{"RSS 1.0", func(items []story) string {
		var b strings.Builder
		fmt.Fprintf(&b, `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="%s"><title>%s</title><link>%s</link><description>News of the port</description><dc:language>en-GB</dc:language>
<items><rdf:Seq>`, siteLink, esc(siteName), siteLink)
		for _, s := range items {
			fmt.Fprintf(&b, `<rdf:li rdf:resource="%s"/>`, esc(s.link))
		}
		b.WriteString("</rdf:Seq></items></channel>\n")
		for _, s := range items {
			fmt.Fprintf(&b, "<item rdf:about=\"%s\"><title>%s</title><link>%s</link><dc:creator>%s</dc:creator><dc:date>%s</dc:date><description>%s</description><c:encoded>%s</c:encoded></item>\n",
				esc(s.link), esc(s.title), esc(s.link), esc(s.author), esc(s.date), esc(s.summary), esc(s.content))
		}
		return b.String() + "</rdf:RDF>\n"
	}},
	{"Atom", func(items []story) string {
		var b strings.Builder
		fmt.Fprintf(&b, `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>%s</title><subtitle>News of the port</subtitle>
<link href="%s"/><link rel="self" href="https://gazette.example/atom"/><id>%s</id><updated>2015-12-15T10:00:00Z</updated><generator uri="/g">maker</generator>
`, esc(siteName), siteLink, siteLink)
		for _, s := range items {
			fmt.Fprintf(&b, "<entry><title type=\"text\">%s</title><link rel=\"alternate\" href=\"%s\"/><id>%s</id><updated>%s</updated><author><name>%s</name><uri>/ada</uri></author><summary type=\"html\">%s</summary><content type=\"html\">%s</content></entry>\n",
				esc(s.title), esc(s.link), esc(s.id), esc(s.date), esc(s.author), esc(s.summary), esc(s.content))
		}
		return b.String() + "</feed>\n"
	}},
	{"Atom with a prefix and XHTML", func(items []story) string {
		var b strings.Builder
		fmt.Fprintf(&b, `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en-GB"><a:title>%s</a:title><a:subtitle>News of the port</a:subtitle><a:link href="%s"/>`, esc(siteName), siteLink)
		for _, s := range items {
			fmt.Fprintf(&b, "<a:entry><a:title>%s</a:title><a:link href=\"%s\"/><a:id>%s</a:id><a:published>%s</a:published><a:author><a:name>%s</a:name></a:author><a:summary type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">%s</div></a:summary><a:content type=\"xhtml\"><h:div xmlns:h=\"http://www.w3.org/1999/xhtml\">%s</h:div></a:content></a:entry>\n",
				esc(s.title), esc(s.link), esc(s.id), esc(s.date), esc(s.author), s.summary, strings.NewReplacer("<", "<h:", "<h:/", "</h:", "</", "</h:").Replace(s.content))
		}
		return b.String() + "</a:feed>\n"
	}},
	{"JSON Feed", func(items []story) string {
		type author struct {
			Name string `json:"name"`
		}
		type item struct {
			ID      string   `json:"id"`
			Title   string   `json:"title"`
			URL     string   `json:"url"`
			Date    string   `json:"date_published"`
			Authors []author `json:"authors"`
			Summary string   `json:"summary"`
			HTML    string   `json:"content_html"`
		}
		doc := struct {
			Version     string `json:"version"`
			Title       string `json:"title"`
			Home        string `json:"home_page_url"`
			Description string `json:"description"`
			Language    string `json:"language"`
			Items       []item `json:"items"`
		}{"https://jsonfeed.org/version/1.1", siteName, siteLink, "News of the port", "en-GB", []item{}}
		for _, s := range items {
			doc.Items = append(doc.Items, item{s.id, s.title, s.link, s.date, []author{{s.author}}, strings.NewReplacer("<em>", "", "</em>", "").Replace(s.summary), s.content})
		}
		out, err := json.Marshal(doc)
		if err != nil {
			panic(err)
		}
		return string(out)
	}},
}
