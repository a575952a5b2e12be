package hostile

import "strings"

func markdownFamilies() []Family {
	m := func(name, before, unit, after string) Family { return repeated(Markdown, name, before, unit, after) }
	return []Family{
		m("nested quotations", "", "> ", "deep\n"),
		m("nested lists", "", "- ", "deep\n"),
		m("nested numbered lists", "", "1. ", "deep\n"),
		m("lists and quotations in turn", "", "> - ", "deep\n"),
		{"deeper lines", Markdown, func(n int) string { // each line of a list is one level deeper, up to 100
			var b strings.Builder
			for i := 0; i == 0 || b.Len() < n; i++ {
				b.WriteString(strings.Repeat("  ", i%100) + "- x\n")
			}
			return b.String()
		}},
		m("brackets that open", "", "[", "a"),
		m("brackets that close", "a", "]", ""),
		nested(Markdown, "nested brackets", "", "[", "a", "]", ""),
		m("images that open", "", "![", "a"),
		m("links that open", "", "[a](", ""),
		m("links that open with a bracket", "", "[a](<b", ""),
		m("ends of links", "a", "](b", ""),
		nested(Markdown, "nested links", "", "[", "a", "](b)", ""),
		m("links", "", "[a](https://example.org/) ", ""),
		m("titles that open", "", "[a](b \"", ""),
		nested(Markdown, "parentheses in an address", "[a](", "(", "b", ")", ")"),
		m("backticks", "", "`", "a"),
		{"ladder of backticks", Markdown, func(n int) string {
			var b strings.Builder
			for i := 1; i == 1 || b.Len()+i < n; i++ {
				b.WriteString(strings.Repeat("`", i) + " ")
			}
			return b.String()
		}},
		m("escaped backticks", "", "\\`", ""),
		m("stars", "", "*", "a"),
		m("stars before words", "", "*a ", ""),
		m("stars behind words", "", "a* ", ""),
		m("strong before words", "", "**a ", ""),
		m("underlines before words", "", "_a ", ""),
		m("emphasis in emphasis", "", "*a **a ", ""),
		nested(Markdown, "nested emphasis", "", "*a _b ", "c", "_ d*", ""),
		m("emphasis in turn", "", "*a_b*c_d**e_f*", ""),
		m("stars of both sides", "a", "**b", ""),
		m("tildes", "", "~~a ", ""),
		m("angle brackets", "", "<", ""),
		m("tags that open", "", "<a ", ""),
		m("attributes that open", "", "<a b=\"", ""),
		m("declarations", "", "a <!A ", ""),
		m("comments that open", "", "a <!-- ", ""),
		m("instructions that open", "", "a <? ", ""),
		m("CDATA that opens", "", "a <![CDATA[ ", ""),
		m("blocks of HTML", "", "<div>\n\n", ""),
		m("automatic links that open", "", "<http://a", ""),
		m("bare addresses", "", "https://example.org/a ", ""),
		m("one long address", "https://example.org/", "a", ""),
		m("addresses that might be", "", "www.", ""),
		m("signs of mail", "", "a@", ""),
		m("character references that open", "", "&", ""),
		m("character references", "", "&amp;", ""),
		m("numbers of character references", "", "&#", ""),
		m("backslashes", "", "\\", ""),
		numbered(Markdown, "reference definitions", "", "[r#]: https://example.org/\n", "\n[r000001]\n"),
		numbered(Markdown, "definitions and uses", "", "[r#]\n\n[r#]: /a\n\n", ""),
		m("uses of one reference", "[a]: /b\n\n", "[a] ", ""),
		m("references without a definition", "", "[a][b] ", ""),
		m("definitions that open", "", "[a]: ", ""),
		numbered(Markdown, "footnotes", "", "a[^f#]\n\n[^f#]: b\n\n", ""),
		m("rows of a table", "| a | b |\n|---|---|\n", "| x | y |\n", ""),
		{"columns of a table", Markdown, func(n int) string {
			k := times(n, len("|a")+len("|-")+len("|x"))
			return strings.Repeat("|a", k) + "|\n" + strings.Repeat("|-", k) + "|\n" + strings.Repeat("|x", k) + "|\n"
		}},
		{"columns without cells", Markdown, func(n int) string { // rows of one cell under many columns
			k := times(n/2, len("|a")+len("|-"))
			return strings.Repeat("|a", k) + "|\n" + strings.Repeat("|-", k) + "|\n" + strings.Repeat("|x|\n", times(n/2, 4))
		}},
		m("bars", "a\n", "|", ""),
		m("heads of tables", "", "|a|\n|-|\n\n", ""),
		m("headings", "", "# a\n", ""),
		m("underlined heading of many lines", "", "a\n", "===\n"),
		m("rules", "", "---\n\n", ""),
		m("dashes", "", "-", "\n"),
		m("fences", "", "```\n", ""),
		m("fence without an end", "```\n", "a\n", ""),
		m("tildes of fences", "", "~", "\n"),
		m("line breaks", "", "a  \n", ""),
		m("tabs before an item", "-", "\t", "a"),
		m("items", "", "- a\n", ""),
		m("items apart", "", "- a\n\n", ""),
		m("items of one letter in turn", "", "- a\n\n* b\n\n", ""),
		m("lazy lines", "> a\n", "b\n", ""),
		m("tasks", "", "- [ ] a\n", ""),
		m("front matter", "---\n", "a: b\n", "---\n\ntext\n"),
		m("front matter without an end", "---\n", "a: b\n", ""),
		m("word in a heading", "# ", "harvest", "\n"),
		m("word in a cell", "| a | b |\n|---|---|\n| x | ", "harvest", " |\n"),
		m("word in code", "```\n", "harvest", "\n```\n"),
		m("nulls", "a", "\x00", "b"),
	}
}
