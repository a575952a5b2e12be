package notebook

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// summary tells a note in a line.
func summary(n Imported) string {
	tags := make([]string, len(n.Note.Tags))
	for i, tag := range n.Note.Tags {
		tags[i] = tag.String()
	}
	at := n.Note.Target.At
	return fmt.Sprintf("%s|%s|%s|%s[%s]%s|%s|%s", n.Source, n.Note.Target.On, n.Note.Kind, at.Prefix, at.Exact, at.Suffix, strings.Join(tags, ","), n.Note.Body)
}

const annotationHead = `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation",`

func TestRead(t *testing.T) {
	const page = `"https://a.example/x"`
	quote := func(exact string) string { return `{"type":"TextQuoteSelector","exact":"` + exact + `"}` }
	for _, test := range []struct{ name, in, want, skipped string }{
		{"a body in short", annotationHead + `"bodyValue":"Hm.","target":` + page + `}`, "https://a.example/x|article||[]||Hm.", ""},
		{"a body elsewhere", annotationHead + `"body":"https://b.example/c","target":` + page + `}`, "https://a.example/x|article||[]||<https://b.example/c>", ""},
		{"bodies", annotationHead + `"body":[{"type":"TextualBody","value":"One"},{"value":"food","purpose":"tagging"},{"value":"Two","purpose":["replying"]}],"target":` + page + `}`,
			"https://a.example/x|article||[]|food|One\n\nTwo", ""},
		{"a choice of bodies", annotationHead + `"body":{"type":"Choice","items":[{"value":"One"},{"value":"Un"}]},"target":` + page + `}`, "https://a.example/x|article||[]||One", ""},
		{"HTML", annotationHead + `"body":{"value":"<p>One &amp; <b>two</b></p><p>three","format":"text/html"},"target":` + page + `}`, "https://a.example/x|article||[]||One & two\nthree", ""},
		{"motivation as purpose", annotationHead + `"motivation":"tagging","body":{"value":"food"},"target":` + page + `}`, "https://a.example/x|article||[]|food|", ""},
		{"one selector", annotationHead + `"target":{"source":` + page + `,"selector":` + quote("barns") + `}}`, "https://a.example/x|span|important|[barns]||", ""},
		{"selectors", annotationHead + `"target":{"source":` + page + `,"selector":[{"type":"FragmentSelector","value":"x"},` + quote("barns") + `]}}`, "https://a.example/x|span|important|[barns]||", ""},
		{"refined", annotationHead + `"target":{"source":` + page + `,"selector":{"type":"FragmentSelector","value":"p","refinedBy":` + quote("barns") + `}}}`, "https://a.example/x|span|important|[barns]||", ""},
		{"refined quotation", annotationHead + `"target":{"source":` + page + `,"selector":{"type":"TextQuoteSelector","exact":"the barns are full","refinedBy":` + quote("barns") + `}}}`,
			"https://a.example/x|span|important|[barns]||", ""},
		{"two targets", annotationHead + `"bodyValue":"Hm.","target":[` + page + `,{"source":"https://b.example/#top"}]}`, "https://a.example/x|article||[]||Hm.\nhttps://b.example/|article||[]||Hm.", ""},
		{"a page", `{"type":"AnnotationPage","items":[` + annotationHead + `"bodyValue":"Hm.","target":` + page + `}]}`, "https://a.example/x|article||[]||Hm.", ""},
		{"a collection elsewhere", `{"type":"AnnotationCollection","first":"https://b.example/page1"}`, "", "a page that is not in the file 1"},
		{"a graph", `{"@graph":[{"@type":"oa:Annotation","bodyValue":"Hm.","target":` + page + `}]}`, "https://a.example/x|article||[]||Hm.", ""},
		{"an empty list", `[]`, "", ""},
		{"others among them", `[1,{"type":"Person"},` + annotationHead + `"bodyValue":"Hm.","target":` + page + `}]`, "https://a.example/x|article||[]||Hm.", "no annotation 2"},
		{"no words", annotationHead + `"target":` + page + `}`, "", "neither a quotation nor words 1"},
		{"no address", annotationHead + `"bodyValue":"Hm.","target":"javascript:alert(1)"}`, "", "no address of an article 1"},
		{"a device of another machine", annotationHead + `"bodyValue":"Hm.","target":"file://host/share"}`, "", "no address of an article 1"},
		{"too long", annotationHead + `"bodyValue":"` + strings.Repeat("x", 2000) + `","target":` + page + `}`, "", "too long 1"},
		{"escapes", annotationHead + `"bodyValue":"a\u001b[2Jb","target":{"source":` + page + `,"selector":` + quote(`x\u009by`) + `}}`, "https://a.example/x|span|important|[x\ufffdy]||a␛[2Jb", ""},

		{"Hypothesis", `{"total":1,"rows":[{"id":"a","uri":` + page + `,"text":"Hm.","tags":["food","food"],"target":[{"source":` + page + `,"selector":[
			{"type":"RangeSelector","startContainer":"/p[1]"},{"type":"TextPositionSelector","start":3,"end":8},
			{"type":"TextQuoteSelector","exact":"barns","prefix":"the ","suffix":" are"}]}]}]}`, "https://a.example/x|span|important|the [barns] are|food|Hm.", ""},
		{"a file of it", `{"export_date":"2026-01-02","annotations":[{"uri":` + page + `,"text":"Hm.","target":[{"source":` + page + `}]}]}`, "https://a.example/x|article||[]||Hm.", ""},
		{"answers", `[{"id":"c","uri":` + page + `,"text":"Third","references":["a","b"],"created":"2026-01-03T00:00:00Z","user":"acct:jo_e@h.example"},
			{"id":"b","uri":` + page + `,"text":"Second","references":["a"],"created":"2026-01-02T00:00:00Z"},
			{"id":"a","uri":` + page + `,"text":"First","target":[]},{"id":"d","uri":` + page + `,"text":"Lost","references":["z"]}]`,
			"https://a.example/x|article||[]||First\n\nSecond\n\njo\\_e: Third", "an answer to a note that is not here 1"},
		{"hidden", `[{"uri":` + page + `,"text":"Hm.","hidden":true,"target":[]}]`, "", "hidden by its moderators 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Read(test.in, Limits{Body: 1000})
			if err != nil {
				t.Fatal(err)
			}
			var notes, skipped []string
			for _, n := range got.Notes {
				notes = append(notes, summary(n))
			}
			for _, s := range got.Skipped {
				skipped = append(skipped, fmt.Sprintf("%s %d", s.Reason, s.Count))
			}
			if s := strings.Join(notes, "\n"); s != test.want {
				t.Errorf("got  %q\nwant %q", s, test.want)
			}
			if s := strings.Join(skipped, "; "); s != test.skipped {
				t.Errorf("skipped %q, want %q", s, test.skipped)
			}
			again, err := Read(test.in, Limits{Body: 1000})
			if err != nil || !reflect.DeepEqual(again, got) {
				t.Errorf("read again: %+v, not %+v", again, got)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	for _, in := range []string{`{}`, `{"version":"https://jsonfeed.org/version/1.1"}`, `"x"`, `[1,2]`} {
		if _, err := Read(in, Limits{}); !errors.Is(err, ErrUnknown) {
			t.Errorf("Read(%q) gives %v", in, err)
		}
	}
	for _, in := range []string{"", "{", `[{"type":"Annotation"`, "# Notes"} {
		if _, err := Read(in, Limits{}); err == nil || errors.Is(err, ErrUnknown) {
			t.Errorf("Read(%q) gives %v", in, err)
		}
	}
	if _, err := Read(strings.Repeat(" ", 101), Limits{Bytes: 100}); err == nil {
		t.Error("a text beyond the limit is read")
	}
	deep := strings.Repeat("[", 5000) + strings.Repeat("]", 5000)
	if got, err := Read(deep, Limits{}); !errors.Is(err, ErrUnknown) {
		t.Errorf("a deep array gives %v, %v", got, err)
	}
	one := annotationHead + `"bodyValue":"Hm.","target":"https://a.example/"}`
	got, err := Read("["+one+strings.Repeat(","+one, 9)+"]", Limits{Items: 4})
	if err != nil || len(got.Notes) != 4 || len(got.Skipped) != 1 {
		t.Errorf("10 annotations with a limit of 4 give %d notes, %v, %v", len(got.Notes), got.Skipped, err)
	}
}

func TestPositionsCountCodePoints(t *testing.T) {
	text := clean.Of("🌾 Zoë said: barns")
	hash := anchor.Hash(text.String())
	start := strings.Index(text.String(), "barns")
	leaf := Leaf{
		Article: keep.Article{Key: "https://a.example/x", URL: clean.Line("https://a.example/x")},
		Notes: []keep.Note{{ID: "8c1a7b9e-97a3-4a5e-8d4e-6d2f6d2c7f10", Kind: keep.Claim,
			Target: keep.Target{On: keep.OnSpan, Version: hash, At: anchor.Selector{Exact: "barns", Start: start, End: start + 5}}}},
	}
	var without, with bytes.Buffer
	if err := WebAnnotations(&without, []Leaf{leaf}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(without.String(), typePosition) {
		t.Error("a position in a text that is not there")
	}
	leaf.Texts = map[string]clean.Text{hash: text}
	if err := WebAnnotations(&with, []Leaf{leaf}); err != nil {
		t.Fatal(err)
	}
	flat := strings.Join(strings.Fields(with.String()), "")
	if !strings.Contains(flat, `{"type":"TextPositionSelector","start":12,"end":17}`) {
		t.Errorf("no position 12 to 17 in %s", flat)
	}
}

func TestMarkdownOfAFile(t *testing.T) {
	text := clean.Of("The harvest is in.\n\nThe barns are full.\n")
	at := strings.Index(text.String(), "barns")
	leaf := Leaf{
		Article: keep.Article{Key: "/home/jane/*harvest*.txt"}, Texts: map[string]clean.Text{"x": text},
		Notes: []keep.Note{
			{Kind: keep.Doubt, Target: keep.Target{On: keep.OnStatement, Version: "x", Entity: keep.Ref{Name: "Jane_Roe_"}, At: anchor.Selector{Exact: "barns", Start: at, End: at + 5}}},
			{Body: clean.Of("Read `again`."), Target: keep.Target{On: keep.OnArticle}},
			{Kind: keep.Claim, Target: keep.Target{On: keep.OnEntity, Version: "gone", Entity: keep.Ref{Name: "Jane Roe", Type: "PERSON"}, At: anchor.Selector{Exact: "Roe", Start: 900, End: 903}}},
		},
	}
	var b bytes.Buffer
	if err := Markdown(&b, []Leaf{leaf}); err != nil {
		t.Fatal(err)
	}
	want := "## /home/jane/\\*harvest\\*.txt\n\n/home/jane/\\*harvest\\*.txt\n\n" +
		"- on the whole article\n\n  Read `again`.\n\n" +
		"- > barns\n\n  **doubt** · on a statement of Jane\\_Roe\\_ · line 3 of the text\n\n" +
		"- > Roe\n\n  **claim** · on Jane Roe (PERSON)\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestPlace(t *testing.T) {
	const page = "https://a.example/x"
	for _, test := range []struct {
		address string
		at      anchor.Selector
		want    string
	}{
		{page, anchor.Selector{}, page},
		{page, anchor.Selector{Exact: "the barns - all, & more - are full"}, page + "#:~:text=the%20barns%20%2D%20all%2C%20%26%20more%20%2D%20are%20full"},
		{page + "#top", anchor.Selector{Exact: "the barns are full"}, page + "#top:~:text=the%20barns%20are%20full"},
		{page + "#:~:text=old", anchor.Selector{Exact: "the barns are full"}, page + "#:~:text=the%20barns%20are%20full"},
		{page, anchor.Selector{Exact: "barns", Prefix: "tance, she said the old ", Suffix: " were full and the har"},
			page + "#:~:text=she%20said%20the%20old-,barns,-were%20full%20and%20the"},
		{page, anchor.Selector{Exact: "barn", Prefix: "the ", Suffix: "s are"}, page + "#:~:text=barn"},
		{page, anchor.Selector{Exact: "One two three four five six seven.\n\nAnd here it ends, at last, in a line."},
			page + "#:~:text=One%20two%20three%20four%20five%20six,ends%2C%20at%20last%2C%20in%20a%20line."},
		{page, anchor.Selector{Exact: strings.Repeat("barns ", 40)}, page + "#:~:text=" + strings.Repeat("barns%20", 5) + "barns," + strings.Repeat("barns%20", 5) + "barns"},
		{"/home/jane/x.txt", anchor.Selector{Exact: "barns"}, ""},
		{"javascript:alert(1)", anchor.Selector{Exact: "barns"}, ""},
	} {
		if got := placeOf(test.address, test.at); got != test.want {
			t.Errorf("placeOf(%q, %+v)\n= %s, want\n  %s", test.address, test.at, got, test.want)
		}
	}
}

func TestCSV(t *testing.T) {
	leaf := Leaf{
		Article: keep.Article{Title: clean.Line("@harvest"), Key: "/home/jane/x.txt"},
		Notes: []keep.Note{
			{ID: "1", Kind: keep.Claim, Body: clean.Of(`=HYPERLINK("x")`), Tags: []clean.Text{clean.Line("a"), clean.Line("b")},
				Target: keep.Target{On: keep.OnSpan, At: anchor.Selector{Exact: "one, \"two\"\nthree"}}},
			{ID: "2", Body: clean.Of("\tplain"), Target: keep.Target{On: keep.OnArticle}},
		},
	}
	var b bytes.Buffer
	if err := CSV(&b, []Leaf{leaf}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || len(rows[0]) != len(columns) {
		t.Fatalf("rows %q", rows)
	}
	cell := func(row int, name string) string {
		for i, column := range rows[0] {
			if column == name {
				return rows[row][i]
			}
		}
		t.Fatalf("no column %q", name)
		return ""
	}
	for _, test := range []struct {
		row        int
		name, want string
	}{
		{1, "note", "'\tplain"}, {2, "note", `'=HYPERLINK("x")`}, {2, "tags", "a, b"}, {2, "quotation", "one, \"two\"\nthree"},
		{2, "title", "'@harvest"}, {2, "address", "/home/jane/x.txt"}, {2, "place", ""}, {1, "on", "article"},
	} {
		if got := cell(test.row, test.name); got != test.want {
			t.Errorf("row %d has the %s %q, want %q", test.row, test.name, got, test.want)
		}
	}
}

// Whatever is read, its notes are clean, inside the limits, and are read again
// from an export.
func FuzzRead(f *testing.F) {
	f.Add(annotationHead + `"body":[{"type":"TextualBody","value":"One"}],"target":{"source":"https://a.example/x","selector":[{"type":"TextQuoteSelector","exact":"barns"}]}}`)
	f.Add(`{"rows":[{"id":"a","uri":"https://a.example/x","text":"Hm.","tags":["food"],"target":[{"selector":[{"type":"TextQuoteSelector","exact":"barns"}]}]}]}`)
	f.Add(`{"annotations":[{"uri":"https://a.example/x","references":["a"],"text":"x"}]}`)
	f.Add(`[{"@type":"oa:Annotation","target":[{"source":{"id":"file:///a"}}],"bodyValue":"x"}]`)
	f.Fuzz(func(t *testing.T, data string) {
		got, err := Read(data, Limits{Bytes: 1 << 16, Items: 50, Body: 1000})
		if err != nil {
			return
		}
		var leaves []Leaf
		for _, n := range got.Notes {
			at := n.Note.Target.At
			if n.Source == "" || len(at.Exact) > 1000 || n.Note.Body.Len() > 1000 || len(n.Note.ID) != 36 || at.Start != 0 || at.End != 0 {
				t.Fatalf("note %+v", n)
			}
			for _, s := range []string{at.Exact, at.Prefix, at.Suffix, n.Source, n.Note.Target.Entity.Name} {
				if clean.Of(s).String() != s {
					t.Fatalf("%q is not clean", s)
				}
			}
			leaf := Leaf{Article: keep.Article{Key: n.Source, Title: n.Title}, Notes: []keep.Note{n.Note}}
			if strings.HasPrefix(n.Source, "http") {
				leaf.Article.URL = clean.Line(n.Source)
			}
			leaves = append(leaves, leaf)
		}
		var b bytes.Buffer
		if err := WebAnnotations(&b, leaves); err != nil {
			t.Fatal(err)
		}
		again, err := Read(b.String(), Limits{Body: 4000})
		if err != nil || len(again.Notes) != len(got.Notes) {
			t.Fatalf("%d notes of %d come back, skipped %v, %v", len(again.Notes), len(got.Notes), again.Skipped, err)
		}
		for i := range again.Notes {
			if summary(again.Notes[i]) != summary(got.Notes[i]) {
				t.Fatalf("got %q, then %q", summary(got.Notes[i]), summary(again.Notes[i]))
			}
		}
		for _, write := range []func() error{func() error { return Markdown(&b, leaves) }, func() error { return CSV(&b, leaves) }} {
			if err := write(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
