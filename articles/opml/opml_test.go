package opml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"gloss/articles/clean"
)

func ExampleRead() {
	list, err := Read(`<opml version="1.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="The Gazette" xmlUrl="https://gazette.example/feed"/></outline>
<outline text="trap" xmlUrl="exec:rm"/></body></opml>`, Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range list.Subscriptions {
		fmt.Printf("%s in %s: %s\n", s.Title, s.Folder, s.URL)
	}
	fmt.Println(list.Refused, "refused")
	// Output:
	// The Gazette in News: https://gazette.example/feed
	// 1 refused
}

func ExampleWrite() {
	err := Write(os.Stdout, clean.Line("Feeds"), []Subscription{
		{Title: clean.Line("Barns & more"), URL: "https://barns.example/feed", Folder: clean.Line("Farming/Harvest")},
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <opml version="2.0">
	//   <head>
	//     <title>Feeds</title>
	//   </head>
	//   <body>
	//     <outline text="Farming">
	//       <outline text="Harvest">
	//         <outline type="rss" text="Barns &amp; more" title="Barns &amp; more" xmlUrl="https://barns.example/feed"/>
	//       </outline>
	//     </outline>
	//   </body>
	// </opml>
}

func utf16Of(s string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

func TestRead(t *testing.T) {
	const one = `<outline text="A" xmlUrl="https://a.example/f"/>`
	for _, test := range []struct{ name, in, want string }{
		{"flat", `<opml><body>` + one + `</body></opml>`, "A <https://a.example/f>"},
		{"folders", `<opml><body><outline text="X"><outline text="Y">` + one + `</outline></outline><outline text="B" xmlUrl="http://b.example"/></body></opml>`,
			"X/Y: A <https://a.example/f>, B <http://b.example>"},
		{"title before text", `<opml><outline title="T" text="A" xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/></opml>`, "T <https://a.example/f> of https://a.example/"},
		{"type and url", `<opml><outline type="rss" text="A" url="https://a.example/f"/></opml>`, "A <https://a.example/f>"},
		{"case of names", `<OPML><OUTLINE TEXT="A" XMLURL="https://a.example/f"/></OPML>`, "A <https://a.example/f>"},
		{"quotes left out", `<opml><outline text=A xmlurl=https://a.example/f></outline></opml>`, "A <https://a.example/f>"},
		{"bare ampersands", `<opml><outline text="A & B" xmlUrl="https://a.example/f?a=1&b=2"/></opml>`, "A & B <https://a.example/f?a=1&b=2>"},
		{"entities of HTML", `<opml><outline text="Zo&euml; &#8211; &amp;lt;" xmlUrl="https://a.example/f?a=1&amp;b=2"/></opml>`, "Zoë – &lt; <https://a.example/f?a=1&b=2>"},
		{"an empty title", `<opml><head><title/></head><body>` + one + `</body></opml>`, "A <https://a.example/f>"},
		{"broken off", `<opml><body>` + one + `<outline text="B" xmlUrl="https://b`, "A <https://a.example/f>"},
		{"too many ends", `<opml><body></outline></outline>` + one + `</body>`, "A <https://a.example/f>"},
		{"a folder left open", `<opml><body><outline text="X">` + one, "X: A <https://a.example/f>"},
		{"no root", one, "A <https://a.example/f>"},
		{"Windows-1252", "<?xml version=\"1.0\" encoding=\"windows-1252\"?><opml><outline text=\"Zo\xeb\" xmlUrl=\"https://a.example/f\"/></opml>", "Zoë <https://a.example/f>"},
		{"Latin 2", "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><opml><outline text=\"\xb1\" xmlUrl=\"https://a.example/f\"/></opml>", "ą <https://a.example/f>"},
		{"UTF-8 that says otherwise", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><opml><outline text=\"Zoë\" xmlUrl=\"https://a.example/f\"/></opml>", "Zoë <https://a.example/f>"},
		{"UTF-16", utf16Of(`<opml><outline text="Zoë" xmlUrl="https://a.example/f"/></opml>`), "Zoë <https://a.example/f>"},
		{"escapes", "<opml><outline text=\"a\x1b[2J&#27;b\" xmlUrl=\"https://a.example/f\"/></opml>", "a␛[2J␛b <https://a.example/f>"},
		{"feed scheme", `<opml><outline text="A" xmlUrl="feed://a.example/f"/><outline text="B" xmlUrl="feed:http://b.example/"/></opml>`, "A <https://a.example/f>, B <http://b.example/>"},
		{"repeated", `<opml>` + one + one + `</opml>`, "A <https://a.example/f>; 1 repeated"},
		{"slashes in a folder", `<opml><outline text="/ X // Y/">` + one + `</outline></opml>`, "X/Y: A <https://a.example/f>"},
		{"no feeds", `<opml><body/></opml>`, ""},
		{"a comment", `<opml><!-- ` + one + ` --></opml>`, ""},
		{"traps", `<opml><outline text="a" xmlUrl="|~/x"/><outline text="b" xmlUrl="exec:x"/><outline xmlUrl="filter:x:https://a.example"/><outline xmlUrl="javascript:alert(1)"/>
			<outline xmlUrl="file:///etc/passwd"/><outline type="include" url="https://a.example/more.opml"/><outline xmlUrl="/relative"/><outline xmlUrl="https:///none"/><outline xmlUrl="mailto:a@b.example"/></opml>`, "; 9 refused"},
	} {
		got, err := Read(test.in, Limits{})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if s := shown(got); s != test.want {
			t.Errorf("%s: %q, want %q", test.name, s, test.want)
		}
	}
}

// shown tells a list in a line.
func shown(l List) string {
	var parts []string
	for _, s := range l.Subscriptions {
		p := fmt.Sprintf("%s <%s>", s.Title, s.URL)
		if !s.Folder.IsEmpty() {
			p = s.Folder.String() + ": " + p
		}
		if !s.Site.IsEmpty() {
			p += " of " + s.Site.String()
		}
		parts = append(parts, p)
	}
	out := strings.Join(parts, ", ")
	for _, n := range []struct {
		n    int
		word string
	}{{l.Repeated, "repeated"}, {l.Refused, "refused"}, {l.Beyond, "beyond"}} {
		if n.n > 0 {
			out += fmt.Sprintf("; %d %s", n.n, n.word)
		}
	}
	return out
}

func TestReadRefuses(t *testing.T) {
	for _, in := range []string{"", "hello", `<rss version="2.0"><channel/></rss>`, `<!doctype html><html><body><outline text="x"></body></html>`, `{"items":[]}`} {
		if _, err := Read(in, Limits{}); !errors.Is(err, ErrNoList) {
			t.Errorf("Read(%q) gives %v", in, err)
		}
	}
}

func TestLimits(t *testing.T) {
	var b strings.Builder
	b.WriteString("<opml>")
	for i := range 100 {
		fmt.Fprintf(&b, `<outline text="%d"><outline text="A" xmlUrl="https://a.example/%d"/>`, i, i)
	}
	got, err := Read(b.String(), Limits{Subscriptions: 10, Depth: 3})
	if err != nil || len(got.Subscriptions) != 10 || got.Beyond != 90 || got.Subscriptions[9].Folder.String() != "0/1/2" {
		t.Errorf("%d subscriptions, %d beyond, %v", len(got.Subscriptions), got.Beyond, err)
	}
	// Of folders in folders, those within the limit count, however many there are.
	deep := strings.Repeat("<outline text=x>", 100_000) + `<outline xmlUrl="https://a.example/"/>`
	if got, err := Read(deep, Limits{}); err != nil || len(got.Subscriptions) != 1 || got.Subscriptions[0].Folder.String() != strings.Repeat("x/", 15)+"x" {
		t.Errorf("deep in folders: %+v, %v", got, err)
	}
	if _, err := Read(b.String(), Limits{Bytes: 100}); err == nil {
		t.Error("a list beyond the limit is read")
	}
}

var pieces = []string{"a", "Zoë", "収穫", "🌾", " ", "&", "<", ">", "\"", "'", "&amp;", "]]>", "\x00", "\x1b", "\u202e", "\t", "\n", "é", "—", "#", "?", "="}

func drawLine(t *rapid.T, name string) clean.Text {
	return clean.Line(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 8).Draw(t, name), ""))
}

// What is written is XML, and is read again as the same subscriptions.
func TestListsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var want []Subscription
		for i := range rapid.IntRange(0, 12).Draw(t, "feeds") {
			s := Subscription{Title: drawLine(t, "title"), URL: fmt.Sprintf("https://a.example/%d?a=1&b=<'\">", i)}
			if s.Title.IsEmpty() {
				s.Title = clean.Line(s.URL)
			}
			if rapid.Bool().Draw(t, "site") {
				s.Site = clean.Line(fmt.Sprintf("https://a.example/%d", i))
			}
			var folders []string
			for range rapid.IntRange(0, 3).Draw(t, "depth") {
				if name := drawLine(t, "folder").String(); name != "" {
					folders = append(folders, name)
				}
			}
			s.Folder = clean.Line(strings.Join(folders, "/"))
			want = append(want, s)
		}
		title := drawLine(t, "list")
		var b bytes.Buffer
		if err := Write(&b, title, want); err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(b.Bytes()))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%v in\n%s", err, b.String())
			}
		}
		got, err := Read(b.String(), Limits{})
		if err != nil || got.Title != title || got.Refused+got.Repeated+got.Beyond > 0 {
			t.Fatalf("%+v, %v", got, err)
		}
		byAddress := func(a, b Subscription) int { return strings.Compare(a.URL, b.URL) }
		slices.SortFunc(want, byAddress)
		slices.SortFunc(got.Subscriptions, byAddress)
		if !reflect.DeepEqual(got.Subscriptions, want) {
			t.Fatalf("got  %v\nwant %v\nfrom %s", got.Subscriptions, want, b.String())
		}
	})
}

// Whatever is read, its addresses are those of the web, and what is written of
// it is read as the same.
func FuzzRead(f *testing.F) {
	f.Add(`<?xml version="1.0"?><opml version="2.0"><head><title>T</title></head><body><outline text="X"><outline text="A" title="B" type="rss" xmlUrl="https://a.example/f" htmlUrl="https://a.example"/></outline></body></opml>`)
	f.Add(`<opml><outline text=A xmlurl=feed:https://a.example/f&b><title/><![CDATA[x]]></outline>`)
	f.Add(utf16Of(`<opml><outline text="Zoë" xmlUrl="https://a.example/f"/></opml>`))
	f.Fuzz(func(t *testing.T, data string) {
		got, err := Read(data, Limits{Bytes: 1 << 16, Subscriptions: 50, Depth: 4})
		if err != nil {
			return
		}
		for i, s := range got.Subscriptions {
			if webAddress(s.URL) != s.URL || s.URL == "" {
				t.Fatalf("address %q", s.URL)
			}
			for _, line := range []clean.Text{s.Title, s.Site, s.Folder} {
				if clean.Line(line.String()) != line {
					t.Fatalf("%q is not one clean line", line)
				}
			}
			if s.Title.IsEmpty() {
				got.Subscriptions[i].Title = line(s.URL)
			}
		}
		var b bytes.Buffer
		if err := Write(&b, got.Title, got.Subscriptions); err != nil {
			t.Fatal(err)
		}
		again, err := Read(b.String(), Limits{Bytes: 1 << 20})
		if err != nil || len(again.Subscriptions) != len(got.Subscriptions) || again.Title != got.Title {
			t.Fatalf("%+v comes back as %+v, %v", got, again, err)
		}
		for _, s := range again.Subscriptions {
			if !slices.Contains(got.Subscriptions, s) {
				t.Fatalf("%+v is not in %+v", s, got.Subscriptions)
			}
		}
	})
}
