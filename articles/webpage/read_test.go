package webpage

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/articletest"
	"gloss/articles/compose"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("<p>né</p>")
	if err != nil {
		t.Fatal(err)
	}
	jis, err := japanese.ISO2022JP.NewEncoder().String("<p>日本</p>")
	if err != nil {
		t.Fatal(err)
	}
	russian, err := charmap.Windows1251.NewEncoder().String("Привет")
	if err != nil {
		t.Fatal(err)
	}
	koi8, err := charmap.KOI8R.NewEncoder().String("Привет")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, data, header, want string }{
		{"UTF-8", "<p>né", "", "<p>né"},
		{"ASCII", "<p>n", "text/html; charset=koi8-r", "<p>n"},
		{"mark before the header", "\xef\xbb\xbf<p>né", "text/html; charset=iso-8859-1", "<p>né"},
		{"UTF-16 with mark", utf16, "", "<p>né</p>"},
		{"header", "<p>" + koi8, "text/html; Charset=\"KOI8-R\"; x=y", "<p>Привет"},
		{"header before meta", "<meta charset=windows-1251>" + koi8, "text/html; charset=koi8-r", "<meta charset=windows-1251>Привет"},
		{"meta", "<meta charset='windows-1251'>" + russian, "text/html", "<meta charset='windows-1251'>Привет"},
		{"meta http-equiv", `<META content="text/html; charset=windows-1251" http-equiv=Content-Type>` + russian, "",
			`<META content="text/html; charset=windows-1251" http-equiv=Content-Type>Привет`},
		{"meta says UTF-16", "<meta charset=utf-16>n\xe9", "", "<meta charset=utf-16>né"},
		{"XML", "<?xml version='1.0' encoding='windows-1251'?>" + russian, "", "<?xml version='1.0' encoding='windows-1251'?>Привет"},
		{"latin1 is a lie", "<meta charset=iso-8859-1>né – “x”", "text/html; charset=windows-1252", "<meta charset=iso-8859-1>né – “x”"},
		{"latin1 is windows-1252", "<meta charset=iso-8859-1>\x93x\x94 \x80", "", "<meta charset=iso-8859-1>“x” €"},
		{"UTF-8 is a lie", "<meta charset=utf-8>n\xe9", "", "<meta charset=utf-8>né"},
		{"unknown", "<meta charset=nosuch>n\xe9", "", "<meta charset=nosuch>né"},
		{"seven bits", jis, "text/html; charset=iso-2022-jp", "<p>日本</p>"},
		{"by language", "<html lang=ru>" + russian, "", "<html lang=ru>Привет"},
		{"nothing said", "n\xe9 \x93x\x94", "", "né “x”"},
		{"broken UTF-8", "<p>né né né n\xff", "", "<p>né né né nÿ"},
	} {
		if got := decode(test.data, test.header); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// prose is a paragraph as pages have it.
const prose = "<p>The talks in the old town hall went on until long after midnight, and nobody wished to say how they had ended.</p>"

func TestTitleIsTheFirstBlock(t *testing.T) {
	for _, test := range []struct{ name, page, title, want string }{
		{"heading in the body", "<title>Talks end - Site</title><h1>Talks end</h1>" + prose, "Talks end", "H1 P"},
		{"no heading", "<title>Talks end</title>" + prose, "Talks end", "H1 P"},
		{"no title", prose, "", "P"},
		{"headings below", "<title>Talks end</title><h1>Talks end</h1>" + prose + "<h1>Later</h1>" + prose + "<h2>On</h2>" + prose, "Talks end", "H1 P H2 P H3 P"},
		{"lower headings stay", "<title>Talks end</title><h1>Talks end</h1>" + prose + "<h3>Later</h3>" + prose, "Talks end", "H1 P H3 P"},
	} {
		doc, err := Read("<body>"+test.page, Options{})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		var kinds []string
		for _, b := range doc.Blocks {
			if b.Kind == articles.Heading {
				kinds = append(kinds, fmt.Sprint("H", b.Level))
			} else {
				kinds = append(kinds, "P")
			}
		}
		if got := strings.Join(kinds, " "); got != test.want || doc.Meta.Title.String() != test.title {
			t.Errorf("%s: blocks are %s, title %q", test.name, got, doc.Meta.Title)
		}
	}
}

func TestShortPages(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"a line", "<p>Back soon.</p>", "Back soon."},
		{"text alone", "Back soon.", "Back soon."},
		{"a list of links", "<ul><li><a href=a>One</a><li><a href=b>Two</a></ul>", "One\nTwo"},
		{"navigation round it", "<nav><a href=/>Home</a></nav><main><p>Back soon.</p></main><footer>(c) us</footer>", "Back soon."},
		{"only navigation", "<nav><a href=a>One</a></nav>", "One"},
		{"a table", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"},
	} {
		doc, err := Read(test.page, Options{})
		if err != nil || doc.Text.String() != test.want {
			t.Errorf("%s: %v, %v", test.name, doc, err)
		}
	}
	for _, page := range []string{"", " ", "<html>", "<script>x</script><div id=root></div>", "<frameset><frame src=a></frameset>", "<p hidden>x"} {
		if doc, err := Read(page, Options{}); !errors.Is(err, ErrNoText) {
			t.Errorf("Read(%q) = %v, %v", page, doc, err)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, test := range []struct{ name, url, page, target, own string }{
		{"relative", "https://a.example/x/y.html", "<a href=z.html>t</a>", "https://a.example/x/z.html", "https://a.example/x/y.html"},
		{"base", "https://a.example/x/", "<base href=/b/><a href=z>t</a>", "https://a.example/b/z", "https://a.example/x/"},
		{"no address", "", "<a href=z>t</a>", "z", ""},
		{"a file's name", "/home/me/x.html", "<a href=z>t</a>", "z", ""},
		{"base that bites", "https://a.example/", "<base href='javascript:x'><a href=z>t</a>", "https://a.example/z", "https://a.example/"},
		{"canonical", "https://www.a.example/x?y=1", "<link rel=canonical href=/x><a href=z>t</a>", "https://www.a.example/z", "https://www.a.example/x"},
		{"canonical elsewhere", "https://a.example/x", "<link rel=canonical href=https://bank.example/><a href=z>t</a>", "https://a.example/z", "https://a.example/x"},
		{"canonical of a saved page", "", "<link rel=canonical href=https://a.example/x><a href=z>t</a>", "z", "https://a.example/x"},
	} {
		doc, err := Read("<head>"+strings.Replace(test.page, "<a ", prose+"<p>Some words and a link to it, "+"<a ", 1)+" and on it goes.", Options{URL: test.url})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if len(doc.Inlines) != 1 || doc.Inlines[0].Target.String() != test.target || doc.Meta.URL.String() != test.own {
			t.Errorf("%s: links %v, address %q", test.name, doc.Inlines, doc.Meta.URL)
		}
	}
}

func TestLimits(t *testing.T) {
	long := strings.Repeat(prose, 1000)
	for _, test := range []struct {
		name   string
		source string
		limits Limits
		notice string
	}{
		{"bytes", long, Limits{Bytes: 10_000}, "The page is too long: its end is left out."},
		{"nodes", long, Limits{Nodes: 500}, "The page is too long: its end is left out."},
		{"depth", strings.Repeat("<div>", 1000) + prose, Limits{}, "The page is nested in a way that cannot be followed; it is shown plainly."},
	} {
		doc, err := Read(test.source, Options{Limits: test.limits})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if err := articletest.Check(doc); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		said := false
		for _, n := range doc.Notices {
			said = said || n.String() == test.notice
		}
		if !said || !strings.Contains(doc.Text.String(), "went on until") {
			t.Errorf("%s: notices %v, text of %d bytes", test.name, doc.Notices, doc.Text.Len())
		}
	}
}

func TestFragment(t *testing.T) {
	var b compose.Builder
	b.Write("Before")
	b.End(articles.Block{}, false)
	base := &url.URL{Scheme: "https", Host: "a.example", Path: "/"}
	place := compose.Place{}.Next(false).Within(articles.Quotation, "")
	added := Fragment(&b, place, `<title/><h1 id="c1">One</h1><nav>Kept</nav><p><a href="x"/>Two</p>`, FragmentOptions{Base: base, XML: true, Lower: 1})
	doc := b.Document()
	if err := articletest.Check(doc); err != nil {
		t.Fatal(err)
	}
	if got, want := doc.Text.String(), "Before\n\nOne\n\nKept\n\nTwo"; got != want {
		t.Errorf("text is %q", got)
	}
	if doc.Blocks[1].Level != 2 || len(doc.Blocks[1].Path) != 1 || !doc.Blocks[1].Path[0].First || doc.Blocks[2].Path[0].First {
		t.Errorf("blocks are %v", doc.Blocks)
	}
	if added.Anchors["c1"] != 1 || added.Title != "" || added.Place.Block(articles.Paragraph).Path[0].First {
		t.Errorf("added %v", added)
	}
}

// check fails where a document is not as it should be, or longer than the
// source accounts for.
func check(t *testing.T, doc *articles.Document, source string) {
	t.Helper()
	if err := articletest.Check(doc); err != nil {
		t.Fatal(err)
	}
	// A cell that spans many columns adds a tab for each, a control character
	// takes three bytes, and the title stands twice.
	if most := 8*len(source) + 2000; doc.Text.Len() > most || len(doc.Blocks) > len(source)+2 {
		t.Fatalf("%d bytes and %d blocks of %d bytes", doc.Text.Len(), len(doc.Blocks), len(source))
	}
	for _, r := range doc.Text.String() {
		if r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			t.Fatalf("%U is in the text", r)
		}
	}
	for _, in := range doc.Inlines {
		if s := strings.ToLower(in.Target.String()); strings.HasPrefix(s, "javascript:") || strings.HasPrefix(s, "data:") || strings.HasPrefix(s, "file:") {
			t.Fatalf("target %q", s)
		}
	}
}

func seeds(f *testing.F) (all []string) {
	pages, err := filepath.Glob("testdata/layouts/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, string(data))
	}
	return append(all,
		"<table><tr><td colspan=99><b>x<td><table><tr><td>y</table><caption>z",
		"<ol reversed start=-5 type=a><li value=99999999999>x<ul><li><p>y",
		"<a href='&#27;]8;;'>x</a>&#27;[2J&#x202e;\x9b\xff<pre>\r\n\r</pre>",
		"<b><i><p></b>x<table>y<ruby>z<rt>w<q>v<sup><a>1</a></sup></q>",
		`<script type="application/ld+json">{"@type":"Article","headline":"a\u001bb","author":[{"name":["x"]}]}</script><p>y`,
		"<?xml version='1.0'?><a/><title/><svg><title>x</title></svg><math alttext='&#7;'>",
	)
}

func FuzzRead(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s, "text/html")
	}
	f.Add("\xff\xfea\x00<\x00p\x00>\x00", "text/html; charset=shift_jis")
	f.Fuzz(func(t *testing.T, data, contentType string) {
		doc, err := Read(data, Options{URL: "https://a.example/x", ContentType: contentType, Limits: Limits{Nodes: 5000}})
		if err != nil {
			if !errors.Is(err, ErrNoText) {
				t.Fatal(err)
			}
			return
		}
		check(t, doc, decode(data, contentType))
	})
}

func FuzzFragment(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, source string, xml bool) {
		if !utf8.ValidString(source) {
			source = strings.ToValidUTF8(source, "\ufffd")
		}
		var b compose.Builder
		added := Fragment(&b, compose.Place{}, source, FragmentOptions{XML: xml, Lower: 2, Limits: Limits{Nodes: 5000}})
		for id, block := range added.Anchors {
			if block < 0 || block > b.Blocks() {
				t.Fatalf("anchor %q is %d of %d blocks", id, block, b.Blocks())
			}
		}
		check(t, b.Document(), source)
	})
}

// BenchmarkRead reads the layouts, one after the other: the time is that of a
// page.
func BenchmarkRead(b *testing.B) {
	files, err := filepath.Glob("testdata/layouts/*.html")
	if err != nil {
		b.Fatal(err)
	}
	var pages []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, string(data))
	}
	i := 0
	for b.Loop() {
		if _, err := Read(pages[i%len(pages)], Options{}); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
