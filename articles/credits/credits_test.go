package credits

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gloss/articles"
	"gloss/articles/clean"
)

func TestParseDate(t *testing.T) {
	for _, in := range []string{
		"2015-12-15", "2015/12/15", "2015.12.15", "20151215", "15.12.2015",
		"15 December 2015", "15th December 2015", "15th of December 2015", "15 Dec 2015", "15 Dec. 2015",
		"December 15, 2015", "Dec. 15, 2015", "Tuesday, December 15, 2015", "Tue., Dec 15 2015", "Tuesday 15 December 2015",
		"DECEMBER 15, 2015", "  december 15,2015 ",
		"2015-12-15T10:30:00Z", "2015-12-15T10:30:00.5Z", "2015-12-15T10:30:00", "2015-12-15 10:30", "2015-12-15T10:30:00+00:00",
		"Tue, 15 Dec 2015 10:30:00 GMT", "Tue, 15 Dec 2015 10:30:00 +0000", "Dec 15, 2015, 10:30 a.m.", "December 15, 2015 at 10:30 pm",
		"15 December 2015 10:30",
	} {
		date, ok := ParseDate(in)
		if !ok || date.Format("2006-01-02") != "2015-12-15" {
			t.Errorf("ParseDate(%q) = %v, %v", in, date, ok)
		}
	}
	if date, ok := ParseDate("Sept. 3, 2014"); !ok || date.Month() != time.September {
		t.Errorf("Sept. 3, 2014: %v, %v", date, ok)
	}
	if date, ok := ParseDate("2015-12-15T23:30:00-05:00"); !ok || date.UTC().Day() != 16 {
		t.Errorf("zone: %v, %v", date, ok)
	}
	for _, in := range []string{"", ",", "Tuesday", "2015", "yesterday", "31 February 2015", "2015-13-01", "0000-01-01",
		"The talks of 15 December 2015", strings.Repeat("15 December 2015 ", 10)} {
		if date, ok := ParseDate(in); ok {
			t.Errorf("ParseDate(%q) = %v", in, date)
		}
	}
}

func document(blocks ...string) *articles.Document {
	doc := &articles.Document{}
	var text string
	for _, s := range blocks {
		b := articles.Block{}
		if rest, ok := strings.CutPrefix(s, "# "); ok {
			b.Kind, b.Level, s = articles.Heading, 1, rest
		}
		b.Span.Start = len(text)
		text += clean.Of(s).String() // as it is in the document: the spans are of that
		b.Span.End = len(text)
		text += "\n\n"
		doc.Blocks = append(doc.Blocks, b)
	}
	doc.Text = clean.Of(text)
	return doc
}

func TestComplete(t *testing.T) {
	prose := strings.Repeat("The talks went on for hours. ", 10)
	for _, test := range []struct {
		name   string
		blocks []string
		want   string // title | byline | date
	}{
		{"all", []string{"# Talks", "By Jane Roe", "15 December 2015", prose}, "Talks | Jane Roe | 2015-12-15"},
		{"in one line", []string{"# Talks", "By Jane Roe | December 15, 2015"}, "Talks | Jane Roe | 2015-12-15"},
		{"comma", []string{"By JANE ROE and Ali al-Masri, Dec. 15, 2015"}, " | JANE ROE and Ali al-Masri | 2015-12-15"},
		{"weekday", []string{"By Jane Roe, Tuesday 15 December 2015"}, " | Jane Roe | 2015-12-15"},
		{"two lines", []string{"By Jane Roe in Moscow\nPublished: 2015-12-15"}, " | Jane Roe in Moscow | 2015-12-15"},
		{"dateline", []string{"MOSCOW, 15 December 2015 — " + prose}, " |  | 2015-12-15"},
		{"dateline in brackets", []string{"MOSCOW (December 15, 2015) — " + prose}, " |  | 2015-12-15"},
		{"desk", []string{"By The Gloss desk"}, " | The Gloss desk | 0001-01-01"},
		{"no byline", []string{"By Monday the talks were over"}, " |  | 0001-01-01"},
		{"a sentence", []string{"By Jove He Did It Well."}, " |  | 0001-01-01"},
		{"a date in prose", []string{"It was 15 December 2015 when they met."}, " |  | 0001-01-01"},
		{"too far down", append(strings.Split(strings.Repeat("x ", 9), " "), "By Jane Roe"), " |  | 0001-01-01"},
	} {
		doc := document(test.blocks...)
		Complete(doc)
		got := fmt.Sprintf("%s | %s | %s", doc.Meta.Title, doc.Meta.Byline, doc.Meta.Date.Format("2006-01-02"))
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestCompleteKeepsWhatIsKnown(t *testing.T) {
	doc := document("# Talks", "By Jane Roe, 15 December 2015")
	date := time.Date(2020, 1, 2, 0, 0, 0, 0, time.UTC)
	want := articles.Meta{Title: clean.Line("Known"), Byline: clean.Line("Someone"), Date: date}
	doc.Meta = want
	Complete(doc)
	if doc.Meta != want {
		t.Errorf("got %+v", doc.Meta)
	}
}

func FuzzComplete(f *testing.F) {
	f.Add("By Jane Roe | 15th Dec. 2015", "MOSCOW, 15 December 2015 — text")
	f.Add("by ", ", —")
	f.Fuzz(func(t *testing.T, a, b string) {
		doc := document("# "+strings.ToValidUTF8(a, "?"), a, b)
		Complete(doc)
		if strings.ContainsAny(doc.Meta.Byline.String()+doc.Meta.Title.String(), "\n") {
			t.Fatalf("%+v", doc.Meta)
		}
	})
}

func ExampleParseDate() {
	date, ok := ParseDate("Tuesday, Dec. 15, 2015")
	fmt.Println(date.Format(time.DateOnly), ok)
	// Output: 2015-12-15 true
}

func ExampleComplete() {
	text := "By Jane Roe, 15 December 2015"
	doc := &articles.Document{Text: clean.Of(text), Blocks: []articles.Block{{Span: articles.Span{End: len(text)}}}}
	Complete(doc)
	fmt.Println(doc.Meta.Byline, doc.Meta.Date.Year())
	// Output: Jane Roe 2015
}
