package notebook

import (
	"bytes"
	"html"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gtext "github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"gloss/articles/anchor"
	"gloss/articles/clean"
	"gloss/articles/keep"
)

// pieces are what drawn texts are made of: much that means something in
// Markdown, CSV or JSON.
var pieces = []string{
	"harvest", "barns", "Zoë", "收穫", "🌾", "a", "1", "23", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\u00a0", ".", ")", "(", "#", "##", "-", "---", "+", "=",
	"===", "*", "**", "_", "__", "`", "```", "~~~", "~~", "<", ">", "<div>", "<!--", "<script>", "&amp;", "&", "&#42;", "[", "]", "](x)", "![", "|", "|-|", ":-", "\\",
	"\"", "'", ",", ";", "@", "https://a.example/b_c_d", "www.a.example", "[^1]", "[x]: y", "- [ ]", "$", "!", "^", "{", "}", "\u2028", "\x00", "\u202e",
}

func drawText(t *rapid.T, name string, most int) clean.Text {
	return clean.Of(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, most).Draw(t, name), ""))
}

func drawLine(t *rapid.T, name string) clean.Text { return clean.Line(drawText(t, name, 6).String()) }

func drawTime(t *rapid.T, name string) time.Time {
	return time.Unix(rapid.Int64Range(0, 4e9).Draw(t, name), int64(rapid.IntRange(0, 999).Draw(t, name+" ms"))*1e6).UTC()
}

// drawLeaf draws an article with its text, and notes that an import gives as
// an export has them.
func drawLeaf(t *rapid.T, i int) Leaf {
	body := drawText(t, "text", 60)
	hash := anchor.Hash(body.String())
	leaf := Leaf{
		Article: keep.Article{Title: drawLine(t, "title"), Byline: drawLine(t, "byline"), Site: drawLine(t, "site")},
		Texts:   map[string]clean.Text{hash: body},
	}
	leaf.Article.Key = rapid.SampledFrom([]string{"https://a.example/" + string(rune('a'+i)), "/home/jane/a b#?.txt", `C:\Users\jane\a b#?.txt`, hash}).Draw(t, "key")
	if strings.HasPrefix(leaf.Article.Key, "https") {
		leaf.Article.URL = clean.Line(leaf.Article.Key)
	}
	runes := []rune(body.String())
	for range rapid.IntRange(0, 5).Draw(t, "notes") {
		n := keep.Note{
			ID:      uuid.NewSHA1(uuid.NameSpaceURL, []byte(rapid.StringN(8, 8, -1).Draw(t, "id"))).String(),
			Kind:    rapid.SampledFrom(keep.Kinds()).Draw(t, "kind"),
			Body:    clean.Of(strings.Trim(drawText(t, "note", 12).String(), "\n")),
			Created: drawTime(t, "created"), Modified: drawTime(t, "modified"),
		}
		if strings.TrimSpace(n.Body.String()) == "" {
			n.Body = clean.Text{}
		}
		for range rapid.IntRange(0, 3).Draw(t, "tags") {
			n.Tags = addTag(n.Tags, drawLine(t, "tag").String())
		}
		from := rapid.IntRange(0, len(runes)).Draw(t, "from")
		to := rapid.IntRange(from, len(runes)).Draw(t, "to")
		if exact := string(runes[from:to]); strings.TrimSpace(exact) != "" {
			n.Target = keep.Target{On: keep.OnSpan, Version: hash, At: anchor.Selector{
				Exact: exact, Prefix: string(runes[max(0, from-32):from]), Suffix: string(runes[to:min(to+32, len(runes))]),
				Start: len(string(runes[:from])), End: len(string(runes[:to])),
			}}
			switch entity := drawLine(t, "entity"); rapid.IntRange(0, 3).Draw(t, "on") {
			case 0:
				if !entity.IsEmpty() {
					n.Target.On, n.Target.Entity = keep.OnEntity, keep.Ref{Name: entity.String(), Type: "PERSON"}
				}
			case 1:
				n.Target.On, n.Target.Entity = keep.OnStatement, keep.Ref{Name: entity.String()}
			}
		} else {
			n.Target.On = keep.OnArticle
			n.Kind = ""
			if n.Body.IsEmpty() {
				n.Body = clean.Of("words")
			}
		}
		leaf.Notes = append(leaf.Notes, n)
	}
	return leaf
}

// What is written as web annotations is read again as the same notes.
func TestWebAnnotationsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var leaves []Leaf
		var want []Imported
		for i := range rapid.IntRange(0, 3).Draw(t, "leaves") {
			leaf := drawLeaf(t, i)
			leaves = append(leaves, leaf)
			for _, n := range leaf.ordered() {
				n.Target.Version, n.Target.At.Start, n.Target.At.End = "", 0, 0
				want = append(want, Imported{Note: n, Source: leaf.Article.Key, Title: leaf.Article.Title})
			}
		}
		var b bytes.Buffer
		if err := WebAnnotations(&b, leaves); err != nil {
			t.Fatal(err)
		}
		got, err := Read(b.String(), Limits{})
		if err != nil {
			t.Fatalf("%v in %s", err, b.String())
		}
		if len(got.Skipped) > 0 {
			t.Fatalf("skipped %v of %s", got.Skipped, b.String())
		}
		if !reflect.DeepEqual(got.Notes, want) {
			t.Fatalf("got  %+v\nwant %+v\nfrom %s", got.Notes, want, b.String())
		}
	})
}

// A Markdown reader gets each title, quotation and tag as it was, and nothing
// in one becomes markup or leaves its place.
func TestMarkdownKeepsText(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote))
	rapid.Check(t, func(t *rapid.T) {
		leaves := []Leaf{drawLeaf(t, 0), drawLeaf(t, 1)}
		var b bytes.Buffer
		if err := Markdown(&b, leaves); err != nil {
			t.Fatal(err)
		}
		source := b.Bytes()
		node := md.Parser().Parse(gtext.NewReader(source)).FirstChild()
		next := func(kind ast.NodeKind) ast.Node {
			if node == nil || node.Kind() != kind {
				t.Fatalf("no %v, but %v, in\n%s", kind, node, source)
			}
			n := node
			node = node.NextSibling()
			return n
		}
		for _, leaf := range leaves {
			if got, want := plainText(t, md, next(ast.KindHeading), source), titleOf(leaf.Article); got != want {
				t.Fatalf("the title is %q, want %q, in\n%s", got, want, source)
			}
			if node != nil && node.Kind() == ast.KindParagraph {
				next(ast.KindParagraph)
			}
			notes := leaf.ordered()
			if len(notes) == 0 {
				continue
			}
			list := next(ast.KindList)
			if list.ChildCount() != len(notes) {
				t.Fatalf("%d items for %d notes in\n%s", list.ChildCount(), len(notes), source)
			}
			for item := list.FirstChild(); item != nil; item = item.NextSibling() {
				n := notes[0]
				notes = notes[1:]
				part := item.FirstChild()
				if strings.TrimSpace(n.Target.At.Exact) != "" && len(quotation(n.Target.At.Exact)) > 0 {
					if part.Kind() != ast.KindBlockquote {
						t.Fatalf("no quotation, but %v, in\n%s", part.Kind(), source)
					}
					if got, want := plainText(t, md, part, source), n.Target.At.Exact; squeeze(got) != squeeze(want) {
						t.Fatalf("the quotation is %q, want %q, in\n%s", got, want, source)
					}
					part = part.NextSibling()
				}
				if part == nil || part.Kind() != ast.KindParagraph && part.Kind() != ast.KindTextBlock {
					t.Fatalf("no label in\n%s", source)
				}
			}
		}
		for ; node != nil; node = node.NextSibling() {
			if node.Kind().String() != "FootnoteList" { // the reader's own, put at the end
				t.Fatalf("a %v more in\n%s", node.Kind(), source)
			}
		}
	})
}

// squeeze drops blanks at the ends of lines, and empty lines.
func squeeze(s string) string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.Trim(line, " \t"); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// plainText returns the text of a node, which must be made of nothing but
// paragraphs and text.
func plainText(t *rapid.T, md goldmark.Markdown, n ast.Node, source []byte) string {
	var b strings.Builder
	err := ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Kind() == ast.KindParagraph {
				b.WriteString("\n")
			}
			return ast.WalkContinue, nil
		}
		if !slices.Contains([]ast.NodeKind{ast.KindHeading, ast.KindBlockquote, ast.KindParagraph, ast.KindText}, n.Kind()) {
			t.Fatalf("a %v in\n%s", n.Kind(), source)
		}
		if text, ok := n.(*ast.Text); ok {
			var shown strings.Builder
			if err := md.Renderer().Render(&shown, source, text); err != nil {
				t.Fatal(err)
			}
			b.WriteString(html.UnescapeString(shown.String()))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
