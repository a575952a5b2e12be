package hostile

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

func rssContexts() []Context {
	feed := func(channel, item string) string {
		return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" " +
			"xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>" + channel + "<link>https://example.org/</link>" +
			"<description>News of the market</description><item>" + item + "</item>" +
			"<item><title>Second</title><description>" + story + "</description></item></channel></rss>\n"
	}
	const name, title = "<title>The Market Post</title>", "<title>The harvest</title>"
	list := places(RSS, true, frame(feed(name, "PART"),
		[2]string{"item title", "<title>PAYLOAD</title><description>" + story + "</description>"},
		[2]string{"description", title + "<description>In PAYLOAD nobody knew.</description>"},
		[2]string{"description as CDATA", title + "<description><![CDATA[<p>In PAYLOAD nobody knew.</p>]]></description>"},
		[2]string{"description twice escaped", title + "<description>&lt;p&gt;In PAYLOAD nobody knew.&lt;/p&gt;</description>"},
		[2]string{"content", title + "<content:encoded><![CDATA[<p>In PAYLOAD nobody knew.</p>]]></content:encoded>"},
	)...)
	list = append(list, places(RSS, true, [2]string{"feed name", feed("<title>PAYLOAD</title>", title+"<description>"+story+"</description>")})...)
	return append(list, places(RSS, false, frame(feed(name, title+"<description>"+story+"</description>PART"),
		[2]string{"author", "<author>PAYLOAD</author><dc:creator>PAYLOAD</dc:creator>"},
		[2]string{"link", "<link>https://example.org/BARE</link>"},
		[2]string{"scheme", "<link>BARE:alert(1)</link>"},
		[2]string{"identifier", "<guid isPermaLink=\"true\">BARE</guid>"},
		[2]string{"date", "<pubDate>BARE</pubDate>"},
		[2]string{"category", "<category>PAYLOAD</category>"},
		[2]string{"enclosure", "<enclosure url=\"https://example.org/BARE\" type=\"BARE\" length=\"1\"/>"},
		[2]string{"element name", "<BARE>x</BARE>"},
		[2]string{"comment", "<!-- PAYLOAD -->"},
	)...)...)
}

func atomContexts() []Context {
	feed := func(head, entry string) string {
		return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">" + head +
			"<id>urn:market</id><updated>2026-08-03T10:00:00Z</updated><entry>" + entry + "</entry></feed>\n"
	}
	const name, title = "<title>The Market Post</title>", "<id>urn:1</id><updated>2026-08-03T10:00:00Z</updated><title>The harvest</title>"
	list := places(Atom, true, frame(feed(name, "PART"),
		[2]string{"entry title", "<id>urn:1</id><title>PAYLOAD</title><summary>" + story + "</summary>"},
		[2]string{"entry title of HTML", "<id>urn:1</id><title type=\"html\">PAYLOAD</title><summary>" + story + "</summary>"},
		[2]string{"summary", title + "<summary>In PAYLOAD nobody knew.</summary>"},
		[2]string{"content of HTML", title + "<content type=\"html\">&lt;p&gt;In PAYLOAD nobody knew.&lt;/p&gt;</content>"},
		[2]string{"content of XHTML", title + "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>In PAYLOAD nobody knew.</p></div></content>"},
	)...)
	list = append(list, places(Atom, true, [2]string{"feed name", feed("<title>PAYLOAD</title>", title+"<summary>"+story+"</summary>")})...)
	return append(list, places(Atom, false, frame(feed(name, title+"<summary>"+story+"</summary>PART"),
		[2]string{"author", "<author><name>PAYLOAD</name><email>BARE</email></author>"},
		[2]string{"link", "<link href=\"https://example.org/BARE\" title=\"PAYLOAD\"/>"},
		[2]string{"category", "<category term=\"BARE\" label=\"PAYLOAD\"/>"},
		[2]string{"date", "<published>BARE</published>"},
		[2]string{"rights", "<rights>PAYLOAD</rights>"},
	)...)...)
}

// jsonContexts has each place twice: with the bytes as they are, which is no
// JSON where they are controls, and with JSON's own escapes.
func jsonContexts() []Context {
	feed := func(top, item string) string {
		return `{"version":"https://jsonfeed.org/version/1.1",` + top + `,"items":[{"id":"1",` + item + `}]}`
	}
	const name, title = `"title":"The Market Post"`, `"title":"The harvest"`
	var list []Context
	for _, place := range []struct {
		name, template string
		shown          bool
	}{
		{"feed name", feed(`"title":"PAYLOAD"`, title+`,"content_text":"Plum knew."`), true},
		{"item title", feed(name, `"title":"PAYLOAD","content_text":"Plum knew."`), true},
		{"text", feed(name, title+`,"content_text":"In PAYLOAD nobody knew."`), true},
		{"HTML", feed(name, title+`,"content_html":"<p>In PAYLOAD nobody knew.</p>"`), true},
		{"summary", feed(name, title+`,"summary":"In PAYLOAD nobody knew."`), true},
		{"author", feed(name, title+`,"content_text":"Plum knew.","authors":[{"name":"PAYLOAD"}]`), false},
		{"address", feed(name, title+`,"content_text":"Plum knew.","url":"https://example.org/BARE"`), false},
		{"date", feed(name, title+`,"content_text":"Plum knew.","date_published":"BARE"`), false},
	} {
		put := fill(place.template)
		list = append(list, Context{place.name, JSONFeed, false, put},
			Context{place.name + ", escaped", JSONFeed, place.shown, func(payload string) string { return put(inJSON(payload)) }})
	}
	return list
}

// inJSON returns s as it stands between the quotation marks of JSON, with each
// character outside ASCII escaped. Bytes that are not UTF-8 stay.
func inJSON(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteByte(s[i])
		case r > 0xffff:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		case r < 0x20 || r > 0x7e:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			quoted, err := json.Marshal(string(r))
			if err != nil {
				panic(fmt.Sprintf("quote %q: %v", r, err)) // a string can always be
			}
			b.Write(quoted[1 : len(quoted)-1])
		}
		i += n
	}
	return b.String()
}
