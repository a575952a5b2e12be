package markdown

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"gloss/articles/articletest"
	"gloss/articles/golden"
)

// examples has a few short sources for each section of the CommonMark
// specification and of GitHub's extensions.
var examples = []struct{ section, source string }{
	{"tabs", "\tcode by a tab\n\n-\titem\n\n\tmore of it"},
	{"backslash escapes", "\\*not emphasis\\* \\& \\\\ \\a [x\\]](/u\\))"},
	{"entities", "&copy; &#233; &#xE9; &amp;lt; &nosuch; &notit; &#0; &#1114112; &#146;"},
	{"entities make no structure", "&#42;a&#42; a&NewLine;b&Tab;c\n\n&#35; no heading"},
	{"escape sequences", "&#27;[2J \\&#27; &amp;#27; `&#27;` &#x9b; &#8238;"},
	{"precedence", "- `one\n- two`"},
	{"thematic breaks", "***\n\na\n\n- - -\n\nb\n***\nc"},
	{"atx headings", "# One\n###### Six ##\n####### seven\n#none\n#\n## a\tb *c*"},
	{"setext headings", "Title *of*\ntwo lines\n===\n\nSub\n---"},
	{"indented code", "    a\n\n      b\n\npara\n    no code"},
	{"fenced code", "```go linenos\nfunc a() {\n\n\t&amp; *b*\n}\n```\n~~~\n```\n~~~"},
	{"unclosed fence", "```\nto the end\n\n# still"},
	{"empty fence", "a\n\n```\n```\n\nb"},
	{"html block", "<div class=\"x\">\nHe said &lt;no&gt; <b>twice</b>\n<p>And <br/>more</div>\n\n*text*"},
	{"html comment", "a\n\n<!-- hidden\n\nstill --> gone\n\nb"},
	{"html script", "<script>\nalert('x < y')\n\n</script>\n\n<style>p > a {}</style>\n\nafter"},
	{"html pre", "<pre>\na < b\n\nc\n</pre>"},
	{"html that goes wrong", "<div\nclass=x\n\n<p title=it's>It's <i>so</i>\n\n<div><a <b>c</div>\n\n<SCRIPT>x</div></Script>y"},
	{"html that is none", "1 < 2 and 3 > 2 <- see\n\n<33>"},
	{"link definitions", "[a]: /url 'title'\n[B]: <http://b.example>\n[c]:\n/late\n\n[a] [b][] [text][c] [none]"},
	{"first definition counts", "[x]\n\n[x]: /one\n[x]: /two"},
	{"paragraphs", "one\ntwo\n\n  three\n   four"},
	{"blank lines", "\n\n  \na\n\n\n\nb\n\n"},
	{"block quotes", "> a\n> b\n\n> c\nlazy\n>\n> # d\n> - e\n>   > f"},
	{"quote without text", ">\n\na"},
	{"bullets", "- a\n- b\n\n  b2\n- c"},
	{"tight and nested", "1. a\n   - b\n   - c\n     1) d\n2. e"},
	{"loose", "* a\n\n* b\n  > q\n\n* c"},
	{"numbers", "7. a\n8. b\n\n003) c"},
	{"empty items", "-\n- a\n-\n\n1."},
	{"item with code", "- a\n\n      code\n\n- ```\n  b\n  ```"},
	{"item with only a rule", "- ***\n- a"},
	{"task list", "- [ ] open\n- [x] done **well**\n- [y] none"},
	{"code spans", "`a` `` b`c `` ` d ` `e\nf` `&amp;\\*`"},
	{"emphasis", "*a* _b_ **c** __d__ ***e*** *f **g** h* a*b*c a_b_c ** x **"},
	{"unmatched emphasis", "*a **b* c _d"},
	{"links", "[a](/u) [b](<x y> \"t\") [c](http://e.example/?q=1&amp;r=%20) [*d*](#f) [](/empty)"},
	{"links within", "[a [b](/in) c](/out) [![alt](i.png)](/page)"},
	{"unsafe links", "[a](javascript:alert) [b](data:text/html,x) [c](JaVaScRiPt&colon;x) [d](vbscript:x) [e](file:///etc/passwd) <javascript:x>"},
	{"odd targets", "[a](//host/p) [b](mailto:x@y.example) [c](a/b:c) [d](&#27;x) [e](\u202egpj)"},
	{"images", "![a *b* `c` [d](/e)](/i.png \"t\") ![](/none.png) ![x][y]\n\n[y]: /ref.png"},
	{"autolinks", "<http://a.example/x> <me@a.example> <not a link>"},
	{"bare links", "See http://a.example/x?y=1. And www.b.example, me@c.example!"},
	{"raw html", "a <b class='x'>bold</b> <!-- no --> b<br>c <br /> d <?p?> <![CDATA[x]]> e"},
	{"hard breaks", "one  \ntwo\\\nthree\n*four  \nfive*"},
	{"soft breaks", "one *two\nthree* four\n`five`\n**six**"},
	{"soft breaks in Chinese", "中文的\n文字 and\n中文\n*日本*\n한국"},
	{"text", "hello $.;'there “quotes” — née"},
	{"tables", "| a | *b* | c |\n|:--|:-:|--:|\n| 1 | `2\\|3` | |\n| 4 |\n| 5 | 6 | 7 | 8 |\nend"},
	{"table in a list", "- x\n\n  | a | b |\n  |---|---|\n  | 1 | <br>2 |"},
	{"strikethrough", "~~a~~ ~b~ ~~~c~~~ *~~d~~*"},
	{"no table", "| a | b |\n|---|\n| 1 |"},
	{"marks across markup", "e\u0301*\u0301*&#769;&#769;&#769;&#769;&#769;&#769;&#769;&#769;x"},
	{"control characters", "a\x00b\x1b[31mc\u2028d \u202ee"},
	{"line ends", "a\r\nb\r\n\r\n# c\rd"},
	{"not UTF-8", "caf\xe9 \x93ok\x94"},
	{"footnote as written", "A claim.[^1]\n\n[^1]: The source of it."},
	{"deep quotation", strings.Repeat("> ", 70) + "deep"},
	{"deep list", strings.Repeat("- ", 70) + "deep"},
	{"empty", ""},
}

func TestExamples(t *testing.T) {
	var b strings.Builder
	for _, e := range examples {
		doc := Parse(e.source, -1)
		if err := articletest.Check(doc); err != nil {
			t.Errorf("%s: %v", e.section, err)
		}
		source := e.source
		if len(source) > 120 {
			source = source[:20] + "..."
		}
		fmt.Fprintf(&b, "== %s\n%q\n--\n%s\n", e.section, source, articletest.Blocks(doc))
	}
	golden.Check(t, filepath.Join("testdata", "examples.golden"), b.String())
}
