package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestJoint(t *testing.T) {
	w := words{}
	w.read("x the cease-fire and a nation-wide timetable, the harbour authority and harbour authority, said so")
	tests := []struct{ line, next, want string }{
		{"the time-", "table of", "the timetable of"},
		{"an inter-", "national ship", "an international ship"},
		{"a nation-", "wide strike", "a nation-wide strike"},
		{"the cease-", "fire held", "the cease-fire held"},
		{"a harbour-", "authority ship", "a harbour-authority ship"},
		{"the Anglo-", "American fleet", "the Anglo-American fleet"},
		{"in 2015-", "2016 they", "in 2015-2016 they"},
		{"COVID-", "related rules", "COVID-related rules"},
		{"state-of-the-", "art ships", "state-of-the-art ships"},
		{"a well-", "known man", "a well-known man"},
		{"a Moscow-", "based group", "a Moscow-based group"},
		{"a left-", "wing party", "a left-wing party"},
		{"the long-", "term plan", "the long-term plan"},
		{"pre-", "and post-war", "pre- and post-war"},
		{"a dash -", "and more", "a dash - and more"},
		{"minus -", "5 degrees", "minus - 5 degrees"},
		{"an author\u00ad", "ity", "an authority"},
		{"a har\u2010", "bour", "a harbour"},
		{"a part-", "ner", "a partner"},
		{"the state-", "ment said", "the statement said"},
		{"for ex-", "ample", "for example"},
		{"self-", "less", "selfless"},
		{"four-", "teen", "fourteen"},
		{"a two-", "thirds vote", "a two-thirds vote"},
		{"the so-", "called plan", "the so-called plan"},
		{"a so-", "cial plan", "a social plan"},
		{"he left—", "and returned", "he left—and returned"},
		{"https://example.com/", "ships", "https://example.com/ships"},
		{"either/", "or", "either/ or"},
		{"莫斯科", "会谈", "莫斯科会谈"},
		{"plain", "text", "plain text"},
		{"-", "x", "- x"},
		{"", "x", " x"},
	}
	for _, tt := range tests {
		got := tt.line
		switch w.jointOf(tt.line, tt.next) {
		case dropped:
			runes := []rune(got)
			got = string(runes[:len(runes)-1])
		case spaced:
			got += " "
		}
		if got += tt.next; got != tt.want {
			t.Errorf("%q and %q give %q, want %q", tt.line, tt.next, got, tt.want)
		}
	}
}

func TestMarkers(t *testing.T) {
	for line, want := range map[string]int{"3. point": 2, "12) point": 3, "(a) point": 3, "[7] Quill": 3, "iv. point": 3, "a) point": 2,
		"2015. The": 0, "No. 7": 0, "3 ships": 0, "and. more": 0, "x": 0, "": 0} {
		if got := number(line); got != want {
			t.Errorf("number(%q) = %d, want %d", line, got, want)
		}
	}
	for line, want := range map[string]int{"• point": 3, "■ point": 3, "point": 0, "": 0, "-": 0} {
		if got := bullet(line); got != want {
			t.Errorf("bullet(%q) = %d, want %d", line, got, want)
		}
	}
}

func TestWithoutDigits(t *testing.T) {
	for line, want := range map[string]string{
		"Norrand Review, vol. 7  131": "norrand review, vol. # # ", "Page 3 of 12": "page # of # ", "xii": "# ", "IV": "# ", "- 3 -": "- # - ", "": "",
	} {
		if got := withoutDigits(line); got != want {
			t.Errorf("withoutDigits(%q) = %q, want %q", line, got, want)
		}
	}
}

// pagesOf returns pages with lines, numbered from 1 on.
func pagesOf(pages ...[]Line) []Page {
	var out []Page
	for i, lines := range pages {
		out = append(out, Page{Number: i + 1, Lines: lines})
	}
	return out
}

// setLine returns a line of a size with characters of half of it.
func setLine(x, y, size float64, text string) Line {
	return Line{Text: text, X: x, Y: y, W: float64(len([]rune(text))) * size / 2, Size: size}
}

func bold(l Line) Line { l.Bold = true; return l }

func in(block int, l Line) Line { l.Block = block; return l }

func TestDropMargins(t *testing.T) {
	body := func(page int) []Line {
		return []Line{
			setLine(0, 760, 8, "Norrand Review"), setLine(300, 760, 8, fmt.Sprint(page)),
			setLine(0, 700, 20, "Outlook"),
			setLine(0, 600, 10, fmt.Sprintf("This is text %c.", 'a'+page)), setLine(0, 588, 10, "Total 7"),
			setLine(0, 30, 8, fmt.Sprintf("Page %d of 9", page)),
		}
	}
	pages := dropMargins(pagesOf(body(1), body(2), body(3)), 10)
	for i, p := range pages {
		got := texts(p.Lines)
		if want := fmt.Sprintf("Outlook\nThis is text %c.\nTotal 7", 'a'+i+1); got != want {
			// "Total 7" stands in the last two rows of each page, with the same
			// words: it is taken for a running foot.
			if got != strings.TrimSuffix(want, "\nTotal 7") {
				t.Errorf("page %d: got\n%s\nwant\n%s", i+1, got, want)
			}
		}
	}
	alone := pagesOf(body(1))
	if got := dropMargins(alone, 10); len(got[0].Lines) != len(alone[0].Lines) {
		t.Error("a single page has lost a line")
	}
	different := pagesOf(
		[]Line{setLine(0, 700, 10, "One begins."), setLine(0, 600, 10, "One."), setLine(0, 500, 10, "One goes on."), setLine(0, 400, 10, "One ends.")},
		[]Line{setLine(0, 700, 10, "Two begins."), setLine(0, 600, 10, "Two."), setLine(0, 500, 10, "Two goes on."), setLine(0, 400, 10, "Two ends.")},
	)
	for i, p := range dropMargins(different, 10) {
		if len(p.Lines) != 4 {
			t.Errorf("page %d has lost a line: %s", i+1, texts(p.Lines))
		}
	}
	same := pagesOf([]Line{setLine(0, 700, 10, "Same.")}, []Line{setLine(0, 700, 10, "Same.")}, []Line{setLine(0, 700, 10, "Same.")})
	if got := dropMargins(same, 10); len(got[1].Lines) != 1 {
		t.Error("pages that are all alike are empty")
	}
}

// show returns paragraphs, one a line, headings with '#', items with markers,
// the ends of rows as '/'.
func show(paragraphs []Paragraph) string {
	var out []string
	for _, p := range paragraphs {
		s := strings.ReplaceAll(p.Text, "\n", " / ")
		out = append(out, strings.TrimSpace(strings.Repeat("#", p.Level)+p.Marker+" "+s))
	}
	return strings.Join(out, "\n")
}

func TestCompose(t *testing.T) {
	long := "This line is as long as the others of it,"
	tests := []struct {
		name  string
		pages []Page
		want  string
	}{
		{"nothing", nil, ""},
		{"no lines", pagesOf(nil, nil), ""},
		{"lines of a paragraph", pagesOf([]Line{setLine(0, 100, 10, long), setLine(0, 88, 10, "and this one ends it.")}), long + " and this one ends it."},
		{"gap", pagesOf([]Line{setLine(0, 100, 10, long), setLine(0, 88, 10, long), setLine(0, 76, 10, "it ends."), setLine(0, 54, 10, "Another begins here, and this is it.")}),
			long + " " + long + " it ends.\nAnother begins here, and this is it."},
		{"indent", pagesOf([]Line{setLine(0, 100, 10, long), setLine(0, 88, 10, long), setLine(12, 76, 10, "Another begins here, it is longer.."), setLine(0, 64, 10, long)}),
			long + " " + long + "\nAnother begins here, it is longer.. " + long},
		{"all but the first indented", pagesOf([]Line{setLine(0, 100, 10, long), setLine(20, 88, 10, "is followed by this one, which is long"), setLine(20, 76, 10, "and this one is the last"), setLine(0, 64, 10, long), setLine(20, 52, 10, "and goes on")}),
			long + " is followed by this one, which is long and this one is the last\n" + long + " and goes on"},
		{"room for more", pagesOf([]Line{setLine(0, 100, 10, long), setLine(0, 88, 10, "it ends."), setLine(0, 76, 10, "Another begins here, and it is longer."), setLine(0, 64, 10, long)}),
			long + " it ends.\nAnother begins here, and it is longer. " + long},
		{"bullets", pagesOf([]Line{setLine(0, 100, 10, "• "+long), setLine(10, 88, 10, "and this one goes on."), setLine(0, 76, 10, "• Another.")}),
			"• " + long + " and this one goes on.\n• Another."},
		{"sizes", pagesOf([]Line{setLine(0, 100, 20, "Title"), setLine(0, 80, 14, "Part"), setLine(0, 60, 10, long), setLine(0, 48, 10, "it ends."), setLine(0, 30, 14, "Another part"), setLine(0, 10, 10, long)}),
			"# Title\n## Part\n" + long + " it ends.\n## Another part\n" + long},
		{"bold", pagesOf([]Line{bold(setLine(0, 100, 10, "Part")), setLine(0, 88, 10, long), setLine(0, 76, 10, long), setLine(0, 64, 10, "it ends."), bold(setLine(0, 52, 10, "Bold text that ends."))}),
			"## Part\n" + long + " " + long + " it ends.\nBold text that ends."},
		{"who wrote it", pagesOf([]Line{setLine(0, 100, 20, "Title"), setLine(0, 80, 12, "Ada Quill"), setLine(0, 60, 12, "12 March 2019"), setLine(0, 30, 14, "Part"), setLine(0, 0, 10, long)}),
			"# Title\nAda Quill\n12 March 2019\n## Part\n" + long},
		{"next column", pagesOf([]Line{setLine(0, 100, 10, long), setLine(0, 88, 10, long), in(1, setLine(300, 100, 10, "goes on here")), in(1, setLine(300, 88, 10, "and ends."))}),
			long + " " + long + " goes on here and ends."},
		{"next page", pagesOf([]Line{setLine(0, 100, 10, long), setLine(0, 88, 10, "It is a com-")}, []Line{setLine(0, 500, 10, "mittee.")}), long + " It is a committee."},
		{"a new one on the next page", pagesOf([]Line{setLine(0, 100, 10, long), setLine(0, 88, 10, "it ends, it really does, on this line...")}, []Line{setLine(0, 500, 10, "Another.")}),
			long + " it ends, it really does, on this line...\nAnother."},
		{"footnote", pagesOf([]Line{setLine(0, 100, 10, long), setLine(0, 88, 10, "it is not ended by this one, that's be-"), setLine(0, 60, 8, "1 A note below the text.")}, []Line{setLine(0, 500, 10, "low.")}),
			long + " it is not ended by this one, that's below.\n1 A note below the text."},
		{"rows", pagesOf([]Line{{Text: "Brond 12", X: 0, Y: 100, W: 200, Size: 10, Apart: true}, {Text: "Kell 31", X: 0, Y: 88, W: 200, Size: 10, Apart: true}, setLine(0, 60, 10, long)}),
			"Brond 12 / Kell 31\n" + long},
		{"soft hyphens", pagesOf([]Line{setLine(0, 100, 10, "a com\u00admit\u00adtee")}), "a committee"},
	}
	for _, tt := range tests {
		if got := show(Compose(tt.pages)); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestComposePartsLongParagraphs(t *testing.T) {
	var lines []Line
	for i := range 1000 {
		lines = append(lines, setLine(0, 20_000-12*float64(i), 10, "this is one of very many lines, which all go on and"))
	}
	paragraphs := Compose(pagesOf(lines))
	if len(paragraphs) < 3 {
		t.Fatalf("%d paragraphs only", len(paragraphs))
	}
	for i, p := range paragraphs {
		if len(p.Text) > maxParagraph+100 || p.Follows != (i > 0) {
			t.Errorf("paragraph %d: %d bytes, follows %v", i, len(p.Text), p.Follows)
		}
	}
}

func TestTitle(t *testing.T) {
	pages := pagesOf([]Line{setLine(0, 200, 14, "A small one"), setLine(0, 180, 20, "The largest"), setLine(0, 160, 10, strings.Repeat("text ", 30))}, []Line{setLine(0, 180, 30, "On another page"), setLine(0, 160, 10, strings.Repeat("text ", 30))})
	if got := Title(Compose(pages)); got != "The largest" {
		t.Errorf("got %q", got)
	}
	if got := Title(Compose(pagesOf([]Line{setLine(0, 0, 10, "Only text here.")}))); got != "" {
		t.Errorf("got %q", got)
	}
	if got := Title(nil); got != "" {
		t.Errorf("got %q", got)
	}
}

// FuzzCompose makes paragraphs of lines of any shape: nothing but white space,
// hyphens and running heads may be lost, and nothing is made.
func FuzzCompose(f *testing.F) {
	f.Add("Talks in Moscow\nended late on Tues-\nday, the ministers\n• said.", []byte("abcdefgh"))
	f.Add("a\n\u00ad\n-\n•", []byte{0, 255, 7})
	f.Fuzz(func(t *testing.T, text string, shape []byte) {
		var lines []Line
		block := 0
		for i, s := range strings.Split(strings.ToValidUTF8(text, "?"), "\n") {
			if s == "" || len(shape) == 0 {
				continue
			}
			b := shape[i%len(shape)]
			block += int(b & 1)
			l := setLine(float64(b&6), float64(int(b)*i%700), float64(b%5)+8, s)
			l.Block, l.Bold, l.Apart = block, b&32 > 0, b&64 > 0
			lines = append(lines, l)
		}
		var got strings.Builder
		for _, p := range Compose(pagesOf(lines)) {
			got.WriteString(p.Text + p.Marker)
			if p.Level < 0 || p.Level > 6 {
				t.Fatalf("level %d", p.Level)
			}
		}
		after, before := letters(got.String()), letters(strings.ToValidUTF8(text, "?"))
		for r, n := range after {
			if r != '•' && r != '\ufffd' && n > before[r] {
				t.Fatalf("%q of %d are %d in %q", r, before[r], n, got.String())
			}
		}
		for r, n := range before {
			if !slices.Contains([]rune{'-', '\u2010', '\u00ad', '\ufffd'}, r) && bullet(string(r)) == 0 && len(shape) > 0 && n > after[r] {
				t.Fatalf("%q of %d are %d in %q", r, n, after[r], got.String())
			}
		}
	})
}

func ExampleCompose() {
	pages := []Page{{Number: 1, Lines: []Line{
		{Text: "Talks in Moscow", X: 72, Y: 700, W: 150, Size: 18},
		{Text: "The talks ended late on Tues-", X: 72, Y: 670, W: 140, Size: 11},
		{Text: "day.", X: 72, Y: 657, W: 20, Size: 11},
	}}}
	for _, p := range Compose(pages) {
		fmt.Println(p.Level, p.Text)
	}
	// Output:
	// 1 Talks in Moscow
	// 0 The talks ended late on Tuesday.
}

// BenchmarkCompose makes paragraphs of more and more pages.
func BenchmarkCompose(b *testing.B) {
	for _, n := range []int{250, 500, 1000, 2000} {
		var pages []Page
		for i := range n {
			var lines []Line
			for k := range 50 {
				lines = append(lines, setLine(float64(k%7/6)*12, 700-12*float64(k), 10, fmt.Sprintf("line %d of page %d is of this length, and it ends.", k, i)))
			}
			pages = append(pages, Page{Number: i + 1, Lines: lines})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Compose(pages)
			}
		})
	}
}
