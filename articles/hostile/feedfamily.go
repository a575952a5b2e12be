package hostile

func feedFamilies() []Family {
	const (
		rss     = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Market Post</title>"
		rssEnd  = "</channel></rss>"
		item    = "<item><title>The harvest</title><description>"
		itemEnd = "</description></item>"
		atom    = "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Market Post</title>"
		json    = `{"version":"https://jsonfeed.org/version/1.1","title":"The Market Post",`
	)
	return []Family{
		numbered(RSS, "items", rss, "<item><title>a#</title><guid>g#</guid></item>", rssEnd),
		repeated(RSS, "items of one name", rss, "<item><title>a</title><guid>g</guid></item>", rssEnd),
		repeated(RSS, "empty items", rss, "<item/>", rssEnd),
		nested(RSS, "deep elements", rss+item, "<a>", "deep", "</a>", itemEnd+rssEnd),
		repeated(RSS, "elements without an end", rss, "<a>", ""),
		nested(RSS, "deep channels", "<?xml version=\"1.0\"?>", "<rss><channel>", "<title>a</title>", "</channel></rss>", ""),
		repeated(RSS, "long title", rss+"<item><title>", "harvest ", "</title></item>"+rssEnd),
		repeated(RSS, "long identifier", rss+"<item><title>a</title><guid>", "g", "</guid></item>"+rssEnd),
		repeated(RSS, "long description", rss+item, "&lt;p&gt;The harvest is in.&lt;/p&gt;", itemEnd+rssEnd),
		nested(RSS, "deep description", rss+item, "&lt;div&gt;", "deep", "&lt;/div&gt;", itemEnd+rssEnd),
		repeated(RSS, "CDATA", rss+item, "<![CDATA[a]]>", itemEnd+rssEnd),
		repeated(RSS, "CDATA that opens", rss+item, "<![CDATA[", itemEnd+rssEnd),
		repeated(RSS, "character references", rss+item, "&#97;&amp;", itemEnd+rssEnd),
		repeated(RSS, "unknown references", rss+item, "&bomb;", itemEnd+rssEnd),
		numbered(RSS, "entities", "<?xml version=\"1.0\"?><!DOCTYPE rss [", "<!ENTITY e# \"&e000000;&e000000;\">", "]>"+rss[21:]+item+"&e000001;"+itemEnd+rssEnd),
		numbered(RSS, "attributes", rss+"<item ", "a#=\"b\" ", "><title>a</title></item>"+rssEnd),
		numbered(RSS, "name spaces", rss+"<item ", "xmlns:n#=\"urn:#\" ", "><title>a</title></item>"+rssEnd),
		repeated(RSS, "categories", rss+"<item><title>a</title>", "<category>b</category>", "</item>"+rssEnd),
		repeated(RSS, "comments", rss, "<!-- a -->", rssEnd),
		repeated(RSS, "controls", rss+item, "\x1b", itemEnd+rssEnd),
		numbered(Atom, "entries", atom, "<entry><id>g#</id><title>a</title></entry>", "</feed>"),
		nested(Atom, "deep XHTML", atom+"<entry><title>a</title><content type=\"xhtml\">", "<div>", "deep", "</div>", "</content></entry></feed>"),
		repeated(Atom, "authors", atom+"<entry><title>a</title>", "<author><name>b</name></author>", "</entry></feed>"),
		repeated(Atom, "links", atom+"<entry><title>a</title>", "<link href=\"/a\"/>", "</entry></feed>"),
		numbered(JSONFeed, "items", json+`"items":[`, `{"id":"#","title":"a"},`, `{"id":"z"}]}`),
		nested(JSONFeed, "deep arrays", json+`"x":`, "[", "1", "]", `,"items":[]}`),
		nested(JSONFeed, "deep objects", json+`"x":`, `{"a":`, "1", "}", `,"items":[]}`),
		repeated(JSONFeed, "arrays without an end", json+`"items":`, "[", ""),
		repeated(JSONFeed, "long text", json+`"items":[{"id":"1","content_text":"`, `\u00e9 `, `"}]}`),
		repeated(JSONFeed, "backslashes", json+`"items":[{"id":"1","content_text":"`, `\\`, `"}]}`),
		numbered(JSONFeed, "keys", json, `"k#":1,`, `"items":[]}`),
		repeated(JSONFeed, "same key", json, `"items":[],`, `"items":[]}`),
	}
}
