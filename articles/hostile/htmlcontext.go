package hostile

import "strings"

func htmlContexts() []Context {
	paragraphs := "<p>" + strings.Repeat(strings.TrimSpace(story)+" ", 4) + "</p>\n"
	page := func(head, body string) string {
		return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">" + head + "</head><body><article>" +
			paragraphs + body + paragraphs + paragraphs + "</article></body></html>\n"
	}
	const title = "<title>The market</title>"
	list := places(HTML, true, frame(page(title, "PART"),
		[2]string{"paragraph", "<p>In PAYLOAD nobody knew, and the market went on as it had before the harvest.</p>"},
		[2]string{"heading", "<h2>PAYLOAD</h2>"},
		[2]string{"emphasis", "<p>In <em>PAYLOAD</em> nobody knew, and the market went on.</p>"},
		[2]string{"link text", "<p>In <a href=\"https://example.org/\">PAYLOAD</a> nobody knew, and the market went on.</p>"},
		[2]string{"code", "<p>In <code>PAYLOAD</code> nobody knew, and the market went on.</p>"},
		[2]string{"preformatted", "<pre>PAYLOAD</pre>"},
		[2]string{"item", "<ul><li>one, and the market went on</li><li>PAYLOAD</li></ul>"},
		[2]string{"quotation", "<blockquote><p>PAYLOAD, and the market went on.</p></blockquote>"},
		[2]string{"table cell", "<table><tr><th>a</th><th>b</th></tr><tr><td>x</td><td>PAYLOAD</td></tr></table>"},
		[2]string{"table head", "<table><tr><th>PAYLOAD</th><th>b</th></tr><tr><td>x</td><td>y</td></tr></table>"},
		[2]string{"line break", "<p>one<br>PAYLOAD<br>three</p>"},
	)...)
	list = append(list, places(HTML, false, frame(page(title, "PART"),
		[2]string{"caption", "<figure><img src=\"a.png\" alt=\"PAYLOAD\"><figcaption>PAYLOAD</figcaption></figure>"},
		[2]string{"table caption", "<table><caption>PAYLOAD</caption><tr><td>x</td><td>y</td></tr></table>"},
		[2]string{"link address", "<p>In <a href=\"https://example.org/BARE\">Plum</a> nobody knew, and the market went on.</p>"},
		[2]string{"link scheme", "<p>In <a href=\"BARE:alert(1)\">Plum</a> nobody knew, and the market went on.</p>"},
		[2]string{"link title", "<p>In <a href=\"/x\" title=\"PAYLOAD\">Plum</a> nobody knew, and the market went on.</p>"},
		[2]string{"image address", "<p><img src=\"https://example.org/BARE.png\" alt=\"Plum\"></p>"},
		[2]string{"attribute name", "<p BARE=1>Plum knew, and the market went on as it had before.</p>"},
		[2]string{"tag name", "<BARE>Plum knew, and the market went on as it had before.</BARE>"},
		[2]string{"comment", "<!-- PAYLOAD --><p>Plum knew.</p>"},
		[2]string{"no script", "<noscript>PAYLOAD</noscript>"},
		[2]string{"text area", "<textarea>PAYLOAD</textarea>"},
		[2]string{"code of a language", "<pre><code class=\"language-BARE\">x</code></pre>"},
		[2]string{"term", "<dl><dt>PAYLOAD</dt><dd>PAYLOAD</dd></dl>"},
		[2]string{"ruby", "<p><ruby>PAYLOAD<rt>PAYLOAD</rt></ruby> and the market went on as before.</p>"},
	)...)...)
	return append(list, places(HTML, false,
		[2]string{"title", page("<title>PAYLOAD</title>", "")},
		[2]string{"author", page(title+"<meta name=\"author\" content=\"PAYLOAD\">", "")},
		[2]string{"open graph", page("<meta property=\"og:title\" content=\"PAYLOAD\"><meta property=\"og:site_name\" content=\"PAYLOAD\">", "")},
		[2]string{"canonical address", page(title+"<link rel=\"canonical\" href=\"https://example.org/BARE\"><base href=\"https://BARE/\">", "")},
		[2]string{"linked data", page("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","+
			"\"headline\":\"PAYLOAD\",\"author\":{\"name\":\"PAYLOAD\"},\"datePublished\":\"BARE\"}</script>", "")},
		[2]string{"date", page(title+"<meta property=\"article:published_time\" content=\"BARE\">", "")},
		[2]string{"language", strings.Replace(page(title, ""), "lang=\"en\"", "lang=\"BARE\"", 1)},
		[2]string{"character set", strings.Replace(page(title, ""), "charset=\"utf-8\"", "charset=\"BARE\"", 1)},
		[2]string{"main heading", page(title, "<h1>PAYLOAD</h1>")},
	)...)
}
