package frontmatter

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gloss/articles"
	"gloss/articles/clean"
)

func TestSplit(t *testing.T) {
	day := time.Date(2015, 12, 15, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name, in string
		meta     articles.Meta
		body     string
	}{
		{"none", "# Title\n\ntext", articles.Meta{}, "# Title\n\ntext"},
		{"yaml", "---\ntitle: Talks: a report\nauthor: Jane Roe\ndate: 2015-12-15\nlang: en\n---\n\ntext",
			articles.Meta{Title: clean.Line("Talks: a report"), Byline: clean.Line("Jane Roe"), Date: day, Lang: clean.Line("en")}, "\ntext"},
		{"quoted", "---\ntitle: \"He said \\\"no\\\" \\u2014 twice\" # so\nbyline: 'It''s Jane'\n---\ntext",
			articles.Meta{Title: clean.Line("He said \"no\" — twice"), Byline: clean.Line("It's Jane")}, "text"},
		{"lists", "---\nauthors: [Jane Roe, \"John Doe\"]\ntags:\n  - a\nsource: The Paper # daily\nurl: https://example.org/a#b\n---\n",
			articles.Meta{Byline: clean.Line("Jane Roe, John Doe"), Source: clean.Line("The Paper"), URL: clean.Line("https://example.org/a#b")}, ""},
		{"block list", "---\nauthors:\n- Jane Roe\n- John Doe\n---\ntext", articles.Meta{Byline: clean.Line("Jane Roe, John Doe")}, "text"},
		{"toml", "+++\ntitle = \"Talks\"\ndate = 2015-12-15T00:00:00Z\n[params]\n+++\ntext",
			articles.Meta{Title: clean.Line("Talks"), Date: day}, "text"},
		{"crlf", "---\r\ntitle: Talks\r\n---\r\ntext", articles.Meta{Title: clean.Line("Talks")}, "text"},
		{"dots", "---\ntitle: Talks\n...\ntext", articles.Meta{Title: clean.Line("Talks")}, "text"},
		{"ends with the file", "---\ntitle: Talks\n---", articles.Meta{Title: clean.Line("Talks")}, ""},
		{"a rule", "---\n\nSome prose here\n\n---\n", articles.Meta{}, "---\n\nSome prose here\n\n---\n"},
		{"two rules", "---\n---\ntext", articles.Meta{}, "---\n---\ntext"},
		{"unclosed", "---\ntitle: Talks\n\ntext", articles.Meta{}, "---\ntitle: Talks\n\ntext"},
		{"hostile", "---\ntitle: \"a\\x1b[2Jb\\nc\"\nlang: \x1b[0m\n---\n", articles.Meta{Title: clean.Line("a␛[2Jb c"), Lang: clean.Line("␛[0m")}, ""},
		{"source is an address", "---\nsource: https://example.org/\n---\n", articles.Meta{URL: clean.Line("https://example.org/")}, ""},
		{"nested keys", "---\ntitle: Talks\nimage:\n  title: other\n---\n", articles.Meta{Title: clean.Line("Talks")}, ""},
		{"first name counts", "---\nauthor: Jane Roe\nbyline: By Jane Roe in Moscow\n---\n", articles.Meta{Byline: clean.Line("By Jane Roe in Moscow")}, ""},
	} {
		meta, body := Split(test.in)
		if meta != test.meta || body != test.body {
			t.Errorf("%s: got %+v, %q", test.name, meta, body)
		}
	}
}

func TestSplitLooksOnlyAtTheStart(t *testing.T) {
	source := "---\ntitle: Talks\n" + strings.Repeat("# filler\n", maxSize/8) + "---\ntext"
	if _, body := Split(source); body != source {
		t.Error("front matter of more than the limit was taken")
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("---\ntitle: 'a''b' # c\nauthors:\n- x\n---\nbody")
	f.Add("+++\ntitle = \"\\u0041\"\n+++\n")
	f.Add("---\na: [b, \"c\nd: {e\n...\n")
	f.Fuzz(func(t *testing.T, source string) {
		meta, body := Split(source)
		if !strings.HasSuffix(source, body) {
			t.Fatalf("body %q is not the end of %q", body, source)
		}
		for _, s := range []clean.Text{meta.Title, meta.Byline, meta.Source, meta.URL, meta.Lang, meta.ID} {
			if clean.Line(s.String()) != s {
				t.Fatalf("%q is not one clean line", s)
			}
		}
		if body == source && meta != (articles.Meta{}) {
			t.Fatalf("metadata %+v from nowhere", meta)
		}
	})
}

func ExampleSplit() {
	meta, body := Split("---\ntitle: Talks in Moscow\nauthors: [Jane Roe, John Doe]\n---\nThe talks began.\n")
	fmt.Printf("%s, by %s\n%s", meta.Title, meta.Byline, body)
	// Output:
	// Talks in Moscow, by Jane Roe, John Doe
	// The talks began.
}
