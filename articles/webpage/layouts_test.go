package webpage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"gloss/articles"
	"gloss/articles/articletest"
)

// leastF1 is the least F1 of the words of a page's text.
const leastF1 = 0.95

// TestLayouts reads pages as sites of many kinds lay them out, and compares
// what is found with what a reader wants of them.
func TestLayouts(t *testing.T) {
	pages, err := filepath.Glob("testdata/layouts/*.html")
	if err != nil || len(pages) < 24 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	sum := 0.0
	for _, page := range pages {
		name := strings.TrimSuffix(filepath.Base(page), ".html")
		want := readGold(t, strings.TrimSuffix(page, ".html")+".gold")
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read(string(data), Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := articletest.Check(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		got := gold{
			title: doc.Meta.Title.String(), byline: doc.Meta.Byline.String(), date: doc.Meta.Date.Format("2006-01-02"),
			site: doc.Meta.Source.String(), lang: doc.Meta.Lang.String(), body: body(doc),
		}
		precision, recall, f1 := compare(got.body, want.body)
		sum += f1
		t.Logf("%-14s F1 %.3f  precision %.3f  recall %.3f", name, f1, precision, recall)
		if f1 < leastF1 {
			t.Errorf("%s: F1 of the words is %.3f", name, f1)
			t.Logf("not wanted: %v", extra(got.body, want.body))
			t.Logf("missing:    %v", extra(want.body, got.body))
		}
		for _, field := range [...]struct{ name, got, want string }{
			{"title", got.title, want.title}, {"byline", got.byline, want.byline}, {"date", got.date, want.date},
			{"site", got.site, want.site}, {"lang", got.lang, want.lang},
		} {
			if field.got != field.want {
				t.Errorf("%s: %s is %q, want %q", name, field.name, field.got, field.want)
			}
		}
		if first := doc.Blocks[0]; first.Kind != articles.Heading || first.Level != 1 || first.Span.Of(doc.Text) != want.title {
			t.Errorf("%s: the first block is %q", name, first.Span.Of(doc.Text))
		}
	}
	t.Logf("%-14s F1 %.3f", "mean", sum/float64(len(pages)))
}

// gold is what a reader wants of a page.
type gold struct{ title, byline, date, site, lang, body string }

// readGold reads a file of five fields, an empty line and the text.
func readGold(t *testing.T, path string) gold {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, body, ok := strings.Cut(string(data), "\n\n")
	lines := strings.Split(head, "\n")
	if !ok || len(lines) != 5 {
		t.Fatalf("%s has no head of five lines", path)
	}
	var fields [5]string
	for i, name := range [...]string{"title", "byline", "date", "site", "lang"} {
		value, ok := strings.CutPrefix(lines[i], name+":")
		if !ok {
			t.Fatalf("%s: line %d is not %s", path, i+1, name)
		}
		fields[i] = strings.TrimSpace(value)
	}
	return gold{fields[0], fields[1], fields[2], fields[3], fields[4], body}
}

// body returns the text of a document below its title.
func body(doc *articles.Document) string {
	if len(doc.Blocks) < 2 {
		return ""
	}
	return doc.Text.String()[doc.Blocks[1].Span.Start:]
}

// compare returns precision, recall and their harmonic mean over the words,
// each counted as often as it occurs.
func compare(got, want string) (precision, recall, f1 float64) {
	have, need := bag(got), bag(want)
	common, all, wanted := 0, 0, 0
	for w, n := range have {
		all += n
		common += min(n, need[w])
	}
	for _, n := range need {
		wanted += n
	}
	if common == 0 {
		return 0, 0, 0
	}
	precision, recall = float64(common)/float64(all), float64(common)/float64(wanted)
	return precision, recall, 2 * precision * recall / (precision + recall)
}

// bag counts the words of a text. A character of a script without spaces is a
// word.
func bag(s string) map[string]int {
	words := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if r := []rune(w)[0]; !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			words[w]++
			continue
		}
		for _, r := range w {
			words[string(r)]++
		}
	}
	return words
}

// extra returns the words of a that b has not, in order.
func extra(a, b string) []string {
	have := bag(b)
	var more []string
	for _, w := range strings.Fields(a) {
		for k := range bag(w) {
			if have[k]--; have[k] < 0 {
				more = append(more, k)
			}
		}
	}
	return more[:min(len(more), 60)]
}
