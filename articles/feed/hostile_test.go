package feed

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gloss/articles/articletest"
	"gloss/articles/clean"
)

// payloads are what must not reach a terminal as it is, or must not break the
// reading.
var payloads = []string{
	"\x1b[2J", "\x1b[?1049l", "\x1b]52;c;QQ==\a", "\x1b]0;title\a", "\x1b[6n", "\x1bP$qm\x1b\\", "\x1b_Ga=T;\x1b\\",
	"\x1b]8;;http://evil.example/\x1b\\", "\x1b]52;c;", "\u009b2J", "\u009d52;c;QQ==\a", "\x9b2J", "\xc0\x9b", "\xed\xa0\x80", "\xff\xfe",
	"\a\b\v\f\x0e\x0f\x00\x7f", "safe\rEVIL", "&#27;[2J", "&#x1b;]52;c;QQ==&#7;", "&amp;#27;[2J", "&amp;amp;#27;[2J", "&#155;2J", "&#x9b;2J", "&NewLine;&Tab;&#13;",
	"&lol9; &x;", "\u202egpj.exe", "\u2066a\u2069", "\u2028\u2029", "\ufeff\ufffe", "\U000e0041\U000e0001",
	"e" + strings.Repeat("\u0301", 300), strings.Repeat("👨\u200d", 300),
	"<", ">", "]]>", "<![CDATA[", "<!--", "-->", "<?", "</", "<!", `"`, `'`, `\`, `\u001b[2J`, `{"`, `"}]`, "</item></channel></rss>", "</entry></feed>",
	"<script>alert(1)</script>", "<b><i><p>", "<title>", "<item>", "javascript:alert(1)", "%1b%5b2J",
}

// Each payload is put, escaped as the format asks and as it is, into each
// field of an item. What comes out is clean, and the item after it is there
// where the payload was escaped.
func TestPayloads(t *testing.T) {
	if testing.Short() {
		t.Skip("much work, and none of it at once")
	}
	fields := func(s *story) map[string]*string {
		return map[string]*string{
			"id": &s.id, "title": &s.title, "link": &s.link, "author": &s.author, "date": &s.date, "summary": &s.summary, "content": &s.content,
		}
	}
	for _, m := range makers {
		for field := range fields(&story{}) {
			for _, p := range payloads {
				items := stories(3)
				*fields(&items[1])[field] = "before " + p + " after"
				f, err := Read(m.make(items), Options{})
				if err != nil {
					t.Fatalf("%s, %s: %q: %v", m.name, field, p, err)
				}
				what := fmt.Sprintf("%s: %q in %s", m.name, p, field)
				mustBeClean(t, what, f)
				// Markup that stands in the feed as XML is the feed's own, and so
				// is what ends a CDATA section.
				raw := (m.name == "Atom with a prefix and XHTML" || m.name == "RSS 2.0") && strings.ContainsAny(p, "<>") && (field == "summary" || field == "content")
				if last := f.Items[len(f.Items)-1]; !raw && (len(f.Items) != 3 || last.Title.String() != "Harbour & quay 2: the <ferry> returns") {
					t.Errorf("%s: %d items, the last %q", what, len(f.Items), last.Title)
				}
			}
		}
		// And raw, into the text of the feed itself.
		data := m.make(stories(3))
		for _, p := range payloads {
			for _, word := range []string{"Gazette", "ferry", "Ada", "2015", "tag:"} {
				f, err := Read(strings.Replace(data, word, word+p, 2), Options{})
				if err != nil {
					t.Errorf("%s: raw %q at %q: %v", m.name, p, word, err)
					continue
				}
				mustBeClean(t, fmt.Sprintf("%s: raw %q at %q", m.name, p, word), f)
			}
		}
	}
}

// A feed that is broken in any way is read without a crash, and what is read
// of it is clean. The ways are seeded.
func TestBrokenFeeds(t *testing.T) {
	if testing.Short() {
		t.Skip("much work, and none of it at once")
	}
	read, kept := 0, 0
	for seed := range uint64(500) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		m := makers[seed%uint64(len(makers))]
		data := []byte(m.make(stories(10)))
		switch seed / 7 % 5 {
		case 0:
			data = data[:rnd.IntN(len(data))]
		case 1:
			for range 1 + rnd.IntN(20) {
				data[rnd.IntN(len(data))] ^= 1 << rnd.IntN(8)
			}
		case 2:
			at := rnd.IntN(len(data))
			data = append(data[:at:at], data[min(len(data), at+rnd.IntN(300)):]...)
		case 3:
			at, from := rnd.IntN(len(data)), rnd.IntN(len(data))
			piece := data[from:min(len(data), from+rnd.IntN(300))]
			data = []byte(string(data[:at]) + string(piece) + string(data[at:]))
		case 4:
			for range 1 + rnd.IntN(5) {
				at := rnd.IntN(len(data))
				data = []byte(string(data[:at]) + payloads[rnd.IntN(len(payloads))] + string(data[at:]))
			}
		}
		f, err := Read(string(data), Options{URL: siteLink})
		if err != nil {
			continue
		}
		read++
		mustBeClean(t, fmt.Sprintf("seed %d", seed), f)
		for _, it := range f.Items {
			if strings.Contains(it.Title.String(), "Harbour") {
				kept++
			}
		}
	}
	t.Logf("%d of 500 feeds read, %d of 5000 items kept", read, kept)
	if read < 450 || kept < 4000 {
		t.Errorf("%d of 500 feeds read, %d of 5000 items kept", read, kept)
	}
}

// mustBeClean fails where anything of a feed is not as promised.
func mustBeClean(t testing.TB, what string, f *Feed) {
	t.Helper()
	one := func(name string, text clean.Text, most int) {
		s := text.String()
		if clean.Line(s) != text {
			t.Errorf("%s: %s is not one clean line: %.200q", what, name, s)
		}
		if n := utf8.RuneCountInString(s); n > most {
			t.Errorf("%s: %s has %d code points", what, name, n)
		}
		if i := strings.IndexFunc(s, unicode.IsControl); i >= 0 {
			t.Errorf("%s: %s has a control character: %.200q", what, name, s[i:])
		}
	}
	address := func(name string, text clean.Text) {
		one(name, text, maxAddress)
		if s := text.String(); s != "" && !strings.HasPrefix(strings.ToLower(s), "http://") && !strings.HasPrefix(strings.ToLower(s), "https://") {
			t.Errorf("%s: %s is %q", what, name, s)
		}
	}
	one("the feed's title", f.Title, MaxTitle)
	one("the description", f.Description, MaxSummary)
	one("the language", f.Lang, 40)
	address("the feed's link", f.Link)
	for _, n := range f.Notices {
		one("a notice", n, 200)
	}
	for i, it := range f.Items {
		one("a title", it.Title, MaxTitle)
		if it.Title.IsEmpty() {
			t.Errorf("%s: item %d has no title", what, i)
		}
		one("an id", it.ID, maxAddress)
		one("a byline", it.Byline, MaxSummary)
		one("a summary", it.Summary, MaxSummary)
		address("a link", it.Link)
		if !it.Date.IsZero() && (it.Date.Year() < 1000 || it.Date.Year() >= 3000) {
			t.Errorf("%s: the date is %v", what, it.Date)
		}
		doc := f.Article(i)
		if err := articletest.Check(doc); err != nil {
			t.Errorf("%s: article %d: %v", what, i, err)
		}
		for _, r := range doc.Text.String() {
			if unicode.IsControl(r) && r != '\n' && r != '\t' {
				t.Errorf("%s: article %d has %U", what, i, r)
				break
			}
		}
	}
}

// Entities that a document type declares are not expanded, and none is read
// from elsewhere.
func TestEntitiesAreNotExpanded(t *testing.T) {
	for _, dtd := range []string{
		`<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;"><!ENTITY lol9 "&lol2;&lol2;">]>`,
		`<!DOCTYPE rss [<!ENTITY lol9 SYSTEM "file:///etc/passwd">]>`,
		`<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/p"> %p;]>`,
		`<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd">`,
	} {
		f := mustRead(t, `<?xml version="1.0"?>`+dtd+`<rss><channel><item><title>a &lol9; b</title><description>a &lol9; b</description></item></channel></rss>`, Options{})
		if got := f.Items[0].Title.String(); got != "a &lol9; b" {
			t.Errorf("%s: %q", dtd, got)
		}
		if got := f.Article(0).Text.String(); got != "a &lol9; b\n\na &lol9; b" {
			t.Errorf("%s: %q", dtd, got)
		}
	}
}

func TestLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("much work, and none of it at once")
	}
	for _, m := range makers {
		f := mustRead(t, m.make(stories(12)), Options{Limits: Limits{Items: 5}})
		if len(f.Items) != 5 || notices(f) != "7 more items were left out" {
			t.Errorf("%s: %d items, notices %q", m.name, len(f.Items), notices(f))
		}
		items := stories(3)
		items[1].content = strings.Repeat("<p>ä€</p>", 1000)
		items[1].summary = "Long"
		f = mustRead(t, m.make(items), Options{Limits: Limits{Content: 1000}})
		if m.name != "RSS 0.91" { // which has summaries only
			if notices(f) != "1 item was cut at 1000 bytes" {
				t.Errorf("%s: notices %q", m.name, notices(f))
			}
			if doc := f.Article(1); len(doc.Notices) != 1 || !strings.Contains(doc.Text.String(), "ä€") || doc.Text.Len() > 1200 {
				t.Errorf("%s: %d bytes, notices %v", m.name, doc.Text.Len(), doc.Notices)
			}
		}
		if f.Items[2].Title.String() != "Harbour & quay 2: the <ferry> returns" {
			t.Errorf("%s: the last item is %q", m.name, f.Items[2].Title)
		}
		data := m.make(stories(12))
		f = mustRead(t, data, Options{Limits: Limits{Bytes: len(data) / 2}})
		if n := len(f.Items); n < 4 || n > 7 || !strings.Contains(notices(f), "only the first") {
			t.Errorf("%s: half of it has %d items, notices %q", m.name, n, notices(f))
		}
		items = stories(2)
		items[0].title = strings.Repeat("ä", 10<<20)
		f = mustRead(t, m.make(items), Options{})
		if n := utf8.RuneCountInString(f.Items[0].Title.String()); n != MaxTitle || len(f.Items) != 2 {
			t.Errorf("%s: a title of 10 Mi characters has %d", m.name, n)
		}
	}
}

// Of a very long tag the name still counts.
func TestLongTag(t *testing.T) {
	attributes := strings.Repeat(` a="<>" b='"' c=d`, longTag/10)
	f := mustRead(t, `<rss><channel><item`+attributes+`><title`+attributes+`>One</title><link>https://a.example/</link></item`+attributes+`><x`+attributes+
		`/><title`+attributes+`/><item><title>Two</title><link`+attributes+`/></item></channel></rss>`, Options{})
	if len(f.Items) != 2 || f.Items[0].Title.String() != "One" || f.Items[0].Link.String() != "https://a.example/" || f.Items[1].Title.String() != "Two" || len(f.Notices) > 0 {
		t.Errorf("%d items, notices %v, %+v", len(f.Items), f.Notices, f.Items)
	}
	f = mustRead(t, `<rss><channel><item><title>One</title></item><item`+attributes, Options{})
	if len(f.Items) != 1 || !strings.Contains(notices(f), "breaks off") {
		t.Errorf("%d items, notices %v", len(f.Items), f.Notices)
	}
}

// Nesting, however deep, costs neither the stack nor the items around it.
func TestDepth(t *testing.T) {
	if testing.Short() {
		t.Skip("much work, and none of it at once")
	}
	const n = 1 << 18
	deep := strings.Repeat("<a>", n) + "x" + strings.Repeat("</a>", n)
	for name, data := range map[string]string{
		"unknown element": `<rss><channel><item><title>One</title><x:y>` + deep + `</x:y></item><item><title>Two</title></item></channel></rss>`,
		"in the channel":  `<rss><channel>` + deep + `<item><title>One</title></item><item><title>Two</title></item></channel></rss>`,
		"in a text":       `<rss><channel><item><title>One</title><description>` + deep + `</description></item><item><title>Two</title></item></channel></rss>`,
		"not closed":      `<rss><channel><item><title>One</title>` + strings.Repeat("<a>", n) + `</item><item><title>Two</title></item></channel></rss>`,
		"JSON":            `{"version":"https://jsonfeed.org/version/1","items":[{"title":"One","x":` + strings.Repeat(`[{"a":`, n) + strings.Repeat("}]", n) + `},{"title":"Two"}]}`,
	} {
		f := mustRead(t, data, Options{})
		if len(f.Items) != 2 || f.Items[0].Title.String() != "One" || f.Items[1].Title.String() != "Two" {
			t.Errorf("%s: %d items", name, len(f.Items))
		}
		if name != "in a text" {
			continue
		}
		if got := f.Article(0).Text.String(); got != "One\n\nx" {
			t.Errorf("%s: %.100q", name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, m := range makers {
		f.Add(m.make(stories(2)))
	}
	for _, p := range payloads {
		f.Add(`<rss><channel><item><title>` + p + `</title><description>` + p)
		f.Add(`{"version":"https://jsonfeed.org/version/1","items":[{"title":"` + p)
	}
	f.Fuzz(func(t *testing.T, data string) {
		Is(data)
		feed, err := Read(data, Options{URL: siteLink, Limits: Limits{Items: 50, Content: 10_000}})
		if err == nil {
			mustBeClean(t, "fuzz", feed)
		}
	})
}
