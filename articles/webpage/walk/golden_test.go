package walk

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"gloss/articles/articletest"
	"gloss/articles/compose"
	"gloss/articles/golden"
	"gloss/articles/webpage/tree"
)

// examples has short pages for each thing that the walk knows.
var examples = []struct{ section, source string }{
	{"paragraphs", "<p>One.<p>Two,\n with   a\ttab.</p>\n\n Text <b>in the\nbody</b>"},
	{"white space at edges", "<p>  a <b> bold </b> c<i>d</i> <u> e </u>.</p><p> <b>x</b> </p><p>&nbsp;</p>"},
	{"no-break spaces", "<p>&nbsp;&nbsp;Indented, 10&nbsp;km &nbsp; far.</p>"},
	{"white space in Chinese", "<p>中文的\n文字 和\n<b>更多</b> and\nmore</p>"},
	{"line breaks", "<p>one<br>two <br/> three<br></p><p><br>four<br><b><br>five</b><br>&nbsp;<br>six</p>"},
	{"headings", "<h1>One</h1><h2>Two <em>of</em><br>lines</h2><h3> </h3><h6>Six</h6><h4><div>Block</div><p>in it</p></h4>"},
	{"formatting", "<p><em>a</em> <i>b</i> <strong>c</strong> <b>d</b> <s>e</s> <del>f</del> <code>g</code> <kbd>h</kbd> <cite>i</cite> <mark>j</mark> <b><strong>k</strong></b></p>"},
	{"formatting across blocks", "<b>bold <p>in a paragraph</p> and after</b> <i>x<ul><li>y</ul>z</i>"},
	{"links", `<p><a href="/a">rel</a> <a href="https://b.example/x?q=1&amp;r=2">abs</a> <a href="mailto:x@y.example">mail</a> <a href="#n">n</a> <a>none</a> <a name="here">named</a></p>`},
	{"unsafe links", `<p><a href="javascript:x">a</a> <a href="JaVa&#10;Script:x">b</a> <a href="data:text/html,x">c</a> <a href="vbscript:x">d</a> <a href="file:///etc/passwd">e</a> <a href="http://x.example/&#27;]8;;">f</a> <a href=" https://ok.example ">g</a></p>`},
	{"link round blocks", `<a href="/x"><h2>Head</h2><p>Text</p></a>`},
	{"lists", "<ul><li>a<li>b <b>c</b></ul><ol><li>one</li><li>two</li></ol>"},
	{"numbers", `<ol start=5><li>five<li value=9>nine<li>ten</ol><ol type=a reversed><li>c<li>b<li>a</ol><ol type=I><li>x<li value=1994>y<li value=4000>z</ol><ol type=A start=26><li>z<li>aa</ol>`},
	{"nested lists", "<ul><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ul><ul><ul><li>odd</ul></ul>"},
	{"loose lists", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul><ul><li></li><li> </li><li>only</li></ul>"},
	{"tasks", "<ul><li><input type=checkbox checked> done<li><input type=checkbox> open</ul>"},
	{"items alone", "<li>a<li>b<p>c"},
	{"definitions", "<dl><dt>Term<dd>Meaning<dd>Another<dt>Word<dd><p>One.</p><p>Two.</p></dl>"},
	{"quotations", "<blockquote>Bare<p>One.</p><blockquote><p>Deep.</p></blockquote></blockquote><p>After</p>"},
	{"code", "<pre>\n  a\n\tb  &lt;c&gt;\n\n</pre><pre><code class=\"hljs language-go\">func a() {\n}</code></pre><pre class=lang-sh>x<br>y</pre><pre> </pre>"},
	{"tables", "<table><caption>Cap</caption><thead><tr><th>A<th align=right>B</thead><tr><td>1<td>2 <b>b</b><tr><td colspan=2>both<tr><td><br>x<br>y<td style='text-align: center'> </table>"},
	{"header row without thead", "<table><tr><th>A<th>B<tr><th>c<td>d<tr></tr></table>"},
	{"layout tables", "<table><tr><td>Left<td><p>One.</p><p>Two.</p><p>Three.</p></table><table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table><table><tr><td>one<tr><td>two</table>"},
	{"table in a table", "<table><tr><td>a<td><table><tr><td>1<td>2<tr><td>3<td>4</table></table>"},
	{"wide table", "<table><tr><td>a<td colspan=9999>b<tr>" + strings.Repeat("<td>x", 70) + "</table>"},
	{"table first cell empty", "<table><tr><td><td>a<tr><td>b<td></table><table><tr><td><td></table>"},
	{"figures", `<figure><img src=a.png alt="Alt"><figcaption>Cap <i>x</i></figcaption></figure><figure><img src=b.png alt="Only an alternative"></figure><figure><table><tr><td>1<td>2<tr><td>3<td>4</table><figcaption>T</figcaption></figure>`},
	{"images", `<p><img src=a.png alt="A cat on a mat"></p><p>A <img src=b.png alt="small dog"> runs</p><img src=c.png alt="IMG_1234.JPG"><img src=d.gif width=1 height=1 alt="a pixel"><img alt=logo><img src="data:image/png;base64,x" data-src=/real.png alt="Loaded late"><img class=emoji alt="🙂"> <noscript><img src=n.png alt="Without scripts"> Please enable scripts.</noscript>`},
	{"linked image", `<a href=/page><img src=a.png alt="A cat on a mat"></a>`},
	{"rules", "<hr><p>a</p><hr><p>b<hr>c</p>"},
	{"quotes", "<p><q>He said <q>no</q>.</q></p>"},
	{"raised and lowered", `<p>10<sup>6</sup> m<sup>-2</sup> CO<sub>2</sub> 1<sup>st</sup> word<sup><a href="#n1">12</a></sup> <sup>[<a href="#n2">3</a>]</sup></p>`},
	{"ruby", "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby></p>"},
	{"formulas", `<p><math alttext="a^2"><mi>a</mi></math> and <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>tex</annotation></math></p>`},
	{"details", "<details><summary>More</summary><p>Text</p></details>"},
	{"hidden", "<p hidden>a</p><p style='color:red; DISPLAY : none'>b</p><p style='visibility:hidden'>c</p><span aria-hidden=true>d</span><p aria-hidden=false>shown</p><ul><li hidden>e<li>f</ul>"},
	{"dropped", "<script>a</script><style>b</style><template>c</template><svg><title>d</title><text>e</text></svg><iframe>f</iframe><object>g</object><form>h <input value=i><textarea>j</textarea><select><option>k</select><button>l</button></form><video>m</video><!-- n --><dialog open>o</dialog>"},
	{"characters that part words", "<p>coun&shy;try long<wbr>word zero&#8203;width&#65279;</p>"},
	{"entities once", "<p>&amp;#27; &amp;amp; &lt;b&gt; &copy;&eacute; &nosuch; &#0; &#x110000; &#146;</p><pre>&amp;#27;</pre><img alt='&amp;#27; is no escape'>"},
	{"escape sequences", "<p>&#27;[2J a\x1b[31m \u009b31m &#x202e;gpj \u2066x\u2069 \a</p><h2>a&#10;b&#9;c\u2028d</h2><table><tr><td>a&#10;&#9;b<td>\u2028c<tr><td>d<td>e</table>"},
	{"right to left", `<p dir=rtl>مرحبا <b>بالعالم</b></p>`},
	{"deep containers", strings.Repeat("<blockquote><ul><li>", 12) + "deep"},
	{"misnested", "<p><b>a<i>b</b>c</i>d</p><div><a href=/x>e<div>f</a>g</div></div>"},
	{"unclosed", "<div><p>a<ul><li>b<table><tr><td>c"},
	{"empty", ""},
}

func TestExamples(t *testing.T) {
	base, err := url.Parse("https://site.example/dir/page.html")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range examples {
		var out compose.Builder
		Append(&out, compose.Place{}, tree.Parse(e.source, tree.Options{}).Root, Options{Base: base})
		doc := out.Document()
		if err := articletest.Check(doc); err != nil {
			t.Errorf("%s: %v", e.section, err)
		}
		source := e.source
		if len(source) > 500 {
			source = source[:40] + "..."
		}
		fmt.Fprintf(&b, "== %s\n%q\n--\n%s\n", e.section, source, articletest.Dump(doc))
	}
	golden.Check(t, filepath.Join("testdata", "examples.golden"), b.String())
}
