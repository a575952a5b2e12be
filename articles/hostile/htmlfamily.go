package hostile

func htmlFamilies() []Family {
	const (
		start = "<!DOCTYPE html><html><head><title>The market</title></head><body><article>" +
			"<p>Plum Orchard sends its harvest to the market, said Jane Roe.</p>"
		end = "</article></body></html>"
	)
	h := func(name, before, unit, after string) Family {
		return repeated(HTML, name, start+before, unit, after+end)
	}
	deep := func(name, open, close string) Family { return nested(HTML, name, start, open, "deep", close, end) }
	return []Family{
		deep("deep div", "<div>", "</div>"),
		deep("deep quotations", "<blockquote>", "</blockquote>"),
		deep("deep lists", "<ul><li>", "</li></ul>"),
		deep("deep tables", "<table><tr><td>", "</td></tr></table>"),
		deep("deep emphasis", "<em><strong>", "</strong></em>"),
		deep("deep of unknown tags", "<x-a>", "</x-a>"),
		deep("deep drawings", "<svg><g>", "</g></svg>"),
		deep("deep templates", "<template>", "</template>"),
		h("div without an end", "", "<div>", "deep"),
		h("misnested emphasis", "", "<b><i><p>x", ""),
		h("misnested links", "", "<a href=\"/a\"><p>x", ""),
		h("misnested ends", "", "<b><p></b></p>", "x"),
		h("ends without a start", "", "</p></div></b>", "x"),
		h("formatting without an end", "", "<font size=1><nobr>", "x"),
		h("links in tables", "", "<table><a href=\"/a\">x<b>", ""),
		h("text in a table", "<table>", "x<tr>", "</table>"),
		h("paragraphs without an end", "", "<p>x", ""),
		h("paragraphs", "", "<p>The harvest is in, and it is good.</p>", ""),
		h("line breaks", "<p>", "a<br>", "</p>"),
		h("links", "<p>", "<a href=\"/a\">b</a> ", "</p>"),
		h("anchors", "<p>", "<a name=a></a>", "x</p>"),
		numbered(HTML, "attributes", start+"<p ", "a#=b ", ">x</p>"+end),
		h("same attribute", "<p ", "a=b ", ">x</p>"),
		h("attribute without an end", "", "<p a=\"", ""),
		h("one long attribute", "<p class=\"", "a b ", "\">x</p>"),
		h("classes", "", "<div class=\"comment sidebar\">x</div>", ""),
		h("picture in an address", "<img src=\"data:image/png;base64,", "AAAA", "\">"),
		h("rows", "<table>", "<tr><td>x</td><td>y</td></tr>", "</table>"),
		h("columns", "<table><tr>", "<td>x</td>", "</tr></table>"),
		h("wide cells", "<table>", "<tr><td colspan=1000 rowspan=1000>x</td></tr>", "</table>"),
		h("items", "<ul>", "<li>x", "</ul>"),
		h("character references", "<p>", "&amp;&#65;", "</p>"),
		h("character references that open", "<p>", "&", "</p>"),
		h("angle brackets", "", "<", ""),
		h("tags that open", "", "<a ", ""),
		h("comments", "", "<!-- a -->", "x"),
		h("comments that open", "", "<!--", "x"),
		h("declarations", "", "<!A>", "x"),
		h("CDATA", "", "<![CDATA[a]]>", "x"),
		h("script without an end", "<script>", "a<b;", ""),
		h("script in script", "<script>", "<!--<script>", ""),
		h("title without an end", "<title>", "a ", ""),
		h("plain text", "<plaintext>", "<p>", ""),
		h("choices", "<select>", "<option>a", "</select>"),
		h("preformatted", "<pre>", "a\n", "</pre>"),
		h("one word", "<p>", "harvest", "</p>"),
		h("marks", "<p>e", "\u0301", "</p>"),
		repeated(HTML, "descriptions", "<html><head>", "<meta name=\"author\" content=\"Jane Roe\">", "</head><body><p>x</p></body></html>"),
		repeated(HTML, "linked data", "<html><head><script type=\"application/ld+json\">", "[", "</script></head><body><p>x</p></body></html>"),
		repeated(HTML, "documents", "", "<!DOCTYPE html><html><body>", "x"),
	}
}
