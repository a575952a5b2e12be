package open_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
	"unicode/utf8"

	"gloss/articles/articletest"
	"gloss/articles/open"

	"pgregory.net/rapid"
)

func utf16le(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

func TestFileErrors(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	closed := write("closed.txt", "text")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, path string
		is         error
		says       string
	}{
		{"missing", filepath.Join(dir, "none.txt"), fs.ErrNotExist, "does not exist"},
		{"folder", dir, open.ErrFolder, "is a folder"},
		{"empty", write("empty.txt", ""), open.ErrEmpty, "is empty"},
		{"device", os.DevNull, open.ErrDevice, "is a device"},
		{"closed", closed, fs.ErrPermission, "permission denied"},
		{"below a file", filepath.Join(closed, "x"), nil, "not a directory"},
	} {
		if test.name == "closed" && os.Getuid() == 0 {
			continue // root may read it
		}
		_, err := open.File(test.path)
		if err == nil || test.is != nil && !errors.Is(err, test.is) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	for _, test := range []struct {
		name, data string
		is         error
		says       string
	}{
		{"a.pdf", "%PDF-1.4\n", open.ErrUnsupported, `"a.pdf" is a PDF, which Gloss cannot read yet`},
		{"a.zip", "PK\x03\x04 and more", open.ErrUnsupported, "ZIP archive"},
		{"a.xml", `<rss version="2.0"><channel><title>News</title></channel></rss>`, open.ErrFeed, `"a.xml" is a feed`},
		{"a.png", "\x89PNG\r\n\x1a\n\x00\x00", open.ErrUnsupported, "PNG"},
		{"a.bin", strings.Repeat("\x00\x01\x02\x03\x80", 9), open.ErrBinary, "is not text"},
		{"", "\x00\x01\x02\x03\x04", open.ErrBinary, "the input is not text"},
		{"", "", open.ErrEmpty, "the input is empty"},
	} {
		_, err := open.Read(context.Background(), open.Source{Name: test.name, Data: test.data}, open.Options{})
		if !errors.Is(err, test.is) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if _, err := open.Reader(iotest.ErrReader(errors.New("broken pipe")), ""); err == nil || !strings.Contains(err.Error(), "read the input: broken pipe") {
		t.Errorf("reader: %v", err)
	}
}

func TestFormats(t *testing.T) {
	for _, test := range []struct {
		name, data string
		format     open.Format
		want       string
	}{
		{"a.md", "*a*", open.Auto, "a"},
		{"a.TXT", "# a\n\n*b*", open.Auto, "# a\n\n*b*"},
		{"", "# a\n\n*b*", open.Auto, "a\n\nb"},
		{"", "---\ntitle: T\n---\n*a*", open.Auto, "a"},
		{"", "a [b](http://c.example) and [d](http://e.example)", open.Auto, "a b and d"},
		{"", "a *b* c", open.Auto, "a *b* c"},
		{"a.txt", "*a*", open.Markdown, "a"},
		{"a.md", "*a*", open.Text, "*a*"},
		{"a.md", "\xff\xfe" + utf16le("*é*"), open.Auto, "é"},
		{"a.md", "*\x93caf\xe9\x94*", open.Auto, "“café”"},
		{"a.txt", "\xef\xbb\xbfa\r\nb\x1b", open.Auto, "a \nb␛"},
	} {
		doc, err := open.Read(context.Background(), open.Source{Name: test.name, Data: test.data, Format: test.format}, open.Options{})
		if err != nil || doc.Text.String() != test.want {
			t.Errorf("%s %q: %q, %v", test.name, test.data, doc.Text, err)
		}
	}
}

func TestDetect(t *testing.T) {
	const page = "<!DOCTYPE html><html><body><p>Talks</p></body></html>"
	const rss = `<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>`
	const letter = "From: Jane Roe <jane@example.org>\nTo: ed@example.org\nSubject: Talks\nDate: Tue, 15 Dec 2015 10:00:00 +0000\n\nThey ended."
	for _, test := range []struct {
		src  open.Source
		want open.Format
	}{
		// The content counts for more than the name.
		{open.Source{Name: "a.txt", Data: page}, open.HTML},
		{open.Source{Name: "a.md", Data: "\n\n" + page}, open.HTML},
		{open.Source{Name: "a", Data: "<!-- saved --><?xml version='1.0'?>\n<html lang=en>"}, open.HTML},
		{open.Source{Name: "a.html", Data: rss}, open.Feed},
		{open.Source{Name: "a.txt", Data: "\xef\xbb\xbf" + rss}, open.Feed},
		{open.Source{Name: "a.txt", Data: utf16le("\ufeff" + page)}, open.HTML},
		{open.Source{Name: "feed.json", Data: `{"version": "https://jsonfeed.org/version/1.1", "items": []}`}, open.Feed},
		{open.Source{Name: "a.txt", Data: "%PDF-1.7\n"}, open.PDF},
		{open.Source{Name: "a", Data: letter}, open.Mail},
		// Where it says little, the name does, and after it the server.
		{open.Source{Name: "a.txt", Data: letter}, open.Text},
		{open.Source{Name: "a.html", Data: "Only text"}, open.HTML},
		{open.Source{Name: "a.md", Data: "<p align=center>Logo</p>\n\n# Talks"}, open.Markdown},
		{open.Source{Name: "story", ContentType: "text/html", Data: "Only text"}, open.HTML},
		{open.Source{Name: "story", ContentType: "text/plain", Data: "<p>Not this</p> <p>one</p>"}, open.HTML},
		{open.Source{Data: "<p>Talks</p>\n<p>ended</p>"}, open.HTML},
		{open.Source{Data: "<someone> wrote: it is </over>"}, open.Text},
		{open.Source{Data: "<htmlish> is no tag"}, open.Text},
		{open.Source{Data: "Talks ended"}, open.Text},
		{open.Source{Data: page, Format: open.Text}, open.Text},
	} {
		if got := test.src.Detect(); got != test.want {
			t.Errorf("%q as %q: format %d, want %d", test.src.Data, test.src.Name, got, test.want)
		}
	}
}

func TestLongTextIsCut(t *testing.T) {
	line := strings.Repeat("a line of a long file ", 5) + "\n"
	long := strings.Repeat(line, open.MaxText/len(line)+2)
	src, err := open.Reader(strings.NewReader(long), "long.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(src.Data) > open.MaxText || len(src.Data) < open.MaxText-4 || src.Left != -1 {
		t.Fatalf("%d bytes, %d left", len(src.Data), src.Left)
	}
	path := filepath.Join(t.TempDir(), "long.txt")
	if err := os.WriteFile(path, []byte(long), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := open.File(path)
	if err != nil || file.Left != int64(len(long)-len(file.Data)) || file.Data != src.Data {
		t.Fatalf("%d bytes, %d left, %v", len(file.Data), file.Left, err)
	}
	file.Data = file.Data[:1<<20] // the rest takes long to read
	doc, err := open.Read(context.Background(), file, open.Options{})
	if err != nil || len(doc.Notices) != 1 || !strings.Contains(doc.Notices[0].String(), "only the first 1 MB are shown") {
		t.Errorf("%v, %v", doc.Notices, err)
	}
}

func TestFileAndReaderAgree(t *testing.T) {
	const data = "Talks in Moscow\n\nThe talks in Moscow ended late on Tuesday evening.\n"
	path := filepath.Join(t.TempDir(), "talks.txt")
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := open.File(path)
	if err != nil {
		t.Fatal(err)
	}
	piped, err := open.Reader(strings.NewReader(data), "talks.txt")
	if err != nil || piped != file || file.Data != data || file.Name != "talks.txt" {
		t.Errorf("%+v, %+v, %v", file, piped, err)
	}
}

// checkHead compares a head with the whole, and a plain text with its source.
func checkHead(t interface{ Fatalf(string, ...any) }, src open.Source, n int) {
	whole, err := open.Read(context.Background(), src, open.Options{})
	if err != nil {
		if head, headErr := open.ReadHead(src, n); headErr == nil {
			t.Fatalf("whole: %v, head: %v", err, head)
		}
		return
	}
	if err := articletest.Check(whole); err != nil {
		t.Fatalf("%v", err)
	}
	head, err := open.ReadHead(src, n)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if err := articletest.CheckHead(head, whole); err != nil {
		t.Fatalf("head of %d bytes: %v", n, err)
	}
	if src.Format == open.Text && utf8.ValidString(src.Data) && !strings.HasPrefix(src.Data, "\ufeff") && !strings.Contains(src.Data, "\x00") {
		if got, want := utf8.RuneCountInString(whole.Text.String()), utf8.RuneCountInString(src.Data); got != want {
			t.Fatalf("%d code points of %d", got, want)
		}
	}
}

func TestHeads(t *testing.T) {
	part := rapid.SampledFrom([]string{"Title\n", "\n", "\r\n", "\r", "word ", "é", "\xe9", "“", "\x1b[0m", "# h\n", "- a\n", "```\n", "> q\n",
		strings.Repeat("A sentence of news. ", 100) + "\n\n", strings.Repeat("x", 20000), strings.Repeat("wrapped words on a line that is full of them\n", 900),
		"[a]\n\n", "\n\n[a]: /b\n\n", "e\u0301", "\u2028", "😀", "\u200d"})
	rapid.Check(t, func(t *rapid.T) {
		data := strings.Join(rapid.SliceOfN(part, 1, 40).Draw(t, "parts"), "")
		data = strings.Repeat(data, rapid.IntRange(1, 8).Draw(t, "times"))
		if rapid.IntRange(0, 4).Draw(t, "wide") == 0 {
			data = utf16le(data)
		}
		format := rapid.SampledFrom([]open.Format{open.Auto, open.Text, open.Markdown}).Draw(t, "format")
		checkHead(t, open.Source{Data: data, Format: format}, rapid.IntRange(0, len(data)).Draw(t, "n"))
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("Title\r\n\r\nBy Jane Roe\r\n"), 3, uint8(0))
	f.Add([]byte("\xff\xfea\x00\n\x00"), 1, uint8(1))
	f.Add([]byte("---\ntitle: a\n---\n# b\n\n[c]: d"), 9, uint8(2))
	f.Fuzz(func(t *testing.T, data []byte, n int, format uint8) {
		src := open.Source{Data: string(data), Format: open.Format(format % 3)} // those that have a head
		checkHead(t, src, n)
		src.Data = strings.Repeat(src.Data, 1+(100<<10)/(len(data)+1))
		checkHead(t, src, n%(32<<10))
	})
}

// article returns about size bytes of Markdown or plain text.
func article(size int, markdown bool) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		if markdown {
			fmt.Fprintf(&b, "## Part %d\n\nMr *Lavrov* said the **two countries** had [agreed](https://example.org/%d) on it.\n\n- one\n- two\n\n", i, i)
		}
		b.WriteString(strings.Repeat("“It was a long day”, he said, and those who had waited outside knew as much. ", 6))
		b.WriteString("\n\n")
	}
	return b.String()
}

func benchmark(b *testing.B, read func(open.Source) error) {
	for _, size := range []struct {
		name  string
		bytes int
	}{{"3KB", 3 << 10}, {"1MB", 1 << 20}, {"10MB", 10 << 20}} {
		for _, format := range []open.Format{open.Text, open.Markdown} {
			src := open.Source{Data: article(size.bytes, format == open.Markdown), Format: format}
			name := size.name + "/txt"
			if format == open.Markdown {
				name = size.name + "/md"
			}
			b.Run(name, func(b *testing.B) {
				b.SetBytes(int64(len(src.Data)))
				b.ReportAllocs()
				for b.Loop() {
					if err := read(src); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkRead(b *testing.B) {
	benchmark(b, func(src open.Source) error {
		_, err := open.Read(context.Background(), src, open.Options{})
		return err
	})
}

func BenchmarkReadHead(b *testing.B) {
	benchmark(b, func(src open.Source) error {
		_, err := open.ReadHead(src, 16<<10)
		return err
	})
}

func BenchmarkFile(b *testing.B) {
	path := filepath.Join(b.TempDir(), "long.txt")
	data := article(10<<20, false)
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := open.File(path); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleRead() {
	src := open.Source{Name: "talks.md", Data: "---\nauthor: Jane Roe\n---\n# Talks in Moscow\n\nThey *ended* late.\n"}
	doc, err := open.Read(context.Background(), src, open.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Meta.Title, "|", doc.Meta.Byline)
	fmt.Println(doc.Text)
	// Output:
	// Talks in Moscow | Jane Roe
	// Talks in Moscow
	//
	// They ended late.
}

func ExampleFile() {
	_, err := open.File("no such file.md")
	fmt.Println(err)
	// Output: "no such file.md" does not exist
}
