package tree

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"
)

// outline writes the elements and texts of a tree down, for comparison.
func outline(n *html.Node) string {
	var b strings.Builder
	var write func(*html.Node)
	write = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			b.WriteString(n.Data)
			return
		case html.ElementNode:
			b.WriteString("<" + n.Data + ">")
			defer b.WriteString("</" + n.Data + ">")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			write(c)
		}
	}
	write(n)
	return b.String()
}

func TestPlainTrees(t *testing.T) {
	for _, test := range []struct{ source, want string }{
		{"<p>a<p>b", "<p>a</p><p>b</p>"},
		{"<ul><li>a<li>b<ul><li>c</ul></ul>d", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d"},
		{"<b>a<p>b</b>c", "<b>a</b><p>bc</p>"},
		{"<table><tr><td>a<td>b<tr><td>c</table>d", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d"},
		{"<td>a</b></div>b", "<td>ab</td>"},
		{"a<br>b<img src=x>c</br>d", "a<br></br>b<img></img>c<br></br>d"},
		{"<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"},
		{"<a href=x>a<a href=y>b", "<a>a</a><a>b</a>"},
		{"<div>a &amp;amp; b", "<div>a &amp; b</div>"},
		{"</div></p>x", "<br></br>x"},
	} {
		root, _, cut := plain(test.source, 1000)
		if got := outline(Find(root, atom.Body)); got != "<body>"+test.want+"</body>" || cut {
			t.Errorf("plain(%q) = %s, %v, want %s", test.source, got, cut, test.want)
		}
	}
}

func TestParseChoosesTheReader(t *testing.T) {
	for _, test := range []struct {
		name, source string
		plain        bool
	}{
		{"news", strings.Repeat("<div><p>Some <b>words</b> of <a href=x>news</a>.</p></div>", 1000), false},
		{"unclosed paragraphs", strings.Repeat("<p>Some <b>words</b>", 5_000), false},
		{"fonts in cells", strings.Repeat("<table><tr><td><font size=2>a<td><font size=2>b</table>", 2000), false},
		{"some open formats", "<b><i>" + strings.Repeat("<p>words", 2000), false},
		{"deep", strings.Repeat("<div>", 600), true},
		{"open formats", strings.Repeat("<b><i><p>x", 10_000), true},
		{"many different formats", manyFormats(100) + "x", true},
		{"attributes", "<p " + manyAttributes(2000) + ">x", true},
		{"bodies", strings.Repeat("<body a=b>", 20), true},
		{"nodes", strings.Repeat("<i>x</i>", 20_000), true},
	} {
		page := Parse(test.source, Options{MaxNodes: 35_000})
		if page.Plain != test.plain {
			t.Errorf("%s: plain is %v", test.name, page.Plain)
		}
		if Find(page.Root, atom.Body) == nil || Find(page.Root, atom.Head) == nil {
			t.Errorf("%s: no body or head", test.name)
		}
	}
}

func manyFormats(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("<font size=" + strings.Repeat("1", i+1) + ">")
	}
	return b.String()
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d=b ", i)
	}
	return b.String()
}

func TestNodesAreLimited(t *testing.T) {
	page := Parse(strings.Repeat("<p>x", 10_000), Options{MaxNodes: 1000})
	nodes := 0
	for range All(page.Root) {
		nodes++
	}
	if !page.Cut || !page.Plain || nodes > 1010 {
		t.Errorf("cut %v, plain %v, %d nodes", page.Cut, page.Plain, nodes)
	}
}

func TestClosedByXML(t *testing.T) {
	source := `<title/><p>a<a id="x"/>b<br/>c<svg><path d=""/></svg><script src="x" />d</p><i/>e`
	want := `<title></title>`
	page := Parse(source, Options{XML: true})
	if got := outline(Find(page.Root, atom.Head)); got != "<head>"+want+"</head>" {
		t.Errorf("head is %s", got)
	}
	want = "<body><p>a<a></a>b<br></br>c<svg><path></path></svg><script></script>d</p><i></i>e</body>"
	if got := outline(Find(page.Root, atom.Body)); got != want {
		t.Errorf("body is %s", got)
	}
}

func TestText(t *testing.T) {
	root := Parse("<p>One<b>two</b><br>three</p><script>x</script><p> four é</p>", Options{}).Root
	if got := Text(root, 100); got != "Onetwo three four é" {
		t.Errorf("got %q", got)
	}
	if got := Text(root, 18); got != "Onetwo three four" && got != "Onetwo three four " {
		t.Errorf("cut inside a code point: %q", got)
	}
}

// TestTreesAreBounded checks what every tree promises, of tags thrown together.
func TestTreesAreBounded(t *testing.T) {
	tag := rapid.SampledFrom([]string{"<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<i class=x>", "</i>", "<table>", "</table>",
		"<tr>", "<td>", "</td>", "<a href=x>", "</a>", "<ul>", "<li>", "</ul>", "<template>", "</template>", "<select>", "<option>",
		"<svg>", "<title>", "</title>", "<body>", "</body>", "<html>", "<!--", "-->", "text ", "&amp;", "<br>", "<frameset>"})
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(tag, 0, 300).Draw(t, "tags"), "")
		for _, max := range []int{0, 50} {
			page := Parse(source, Options{MaxNodes: max})
			if Find(page.Root, atom.Head) == nil {
				t.Fatal("no head")
			}
		}
		root, nodes, _ := plain(source, 1000)
		count, deepest := 0, 0
		for n := range All(root) {
			count++
			depth := 0
			for at := n; at != nil; at = at.Parent {
				depth++
			}
			deepest = max(deepest, depth)
		}
		if deepest > MaxDepth+4 || count > nodes+4 {
			t.Fatalf("%d deep, %d nodes, said %d", deepest, count, nodes)
		}
	})
}
