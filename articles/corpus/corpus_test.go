package corpus

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/articletest"
)

func TestRead(t *testing.T) {
	input := strings.Join([]string{
		`{"id": 7, "text": "One.\r\nTwo \u001b[0m\ud83d\ude00", "title": "T\u0007", "date": "2015-12-15", "url": "u", "lang": "en", "other": {"x": []}}`,
		``,
		`{"text": broken`,
		`{"title": "no text"}`,
		`{"text": null}`,
		`["text"]`,
		`{"text": "", "title": 5, "date": "not a date", "id": {"a": 1}}`,
		"\xef\xbb\xbf" + `{"text": "last, with no line end"}`,
	}, "\n")
	var got []string
	for doc, err := range Read(strings.NewReader(input)) {
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || doc != nil {
				t.Fatalf("%T %v, %v", err, err, doc)
			}
			got = append(got, fmt.Sprintf("line %d", e.Line))
			continue
		}
		if err := articletest.Check(doc); err != nil {
			t.Error(err)
		}
		got = append(got, fmt.Sprintf("%s/%s/%s/%q", doc.Meta.ID, doc.Meta.Title, doc.Meta.Date.Format(time.DateOnly), doc.Text))
	}
	want := []string{
		`7/T␇/2015-12-15/"One. \nTwo ␛[0m😀"`,
		"line 3", "line 4", "line 5", "line 6",
		`/5/0001-01-01/""`,
		`//0001-01-01/"last, with no line end"`,
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLongLine(t *testing.T) {
	long := strings.Repeat("word ", 1<<20)
	input := `{"text": "` + long + `"}` + "\n" + `{"text": "b"}`
	var sizes []int
	for doc, err := range Read(strings.NewReader(input)) {
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, doc.Text.Len())
	}
	if fmt.Sprint(sizes) != fmt.Sprint([]int{len(long), 1}) {
		t.Errorf("got %v", sizes)
	}
}

// endless gives n bytes that never end a line, and then a line.
type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) {
	if e.n <= 0 {
		return 0, io.EOF
	}
	for i := range p {
		p[i] = 'x'
	}
	e.n -= len(p)
	return len(p), nil
}

func TestTooLongLine(t *testing.T) {
	r := io.MultiReader(&endless{1 << 20}, strings.NewReader("\n{\"text\": \"b\"}\n"))
	var got []string
	for doc, err := range read(r, 1<<19) {
		switch {
		case errors.Is(err, ErrTooLong):
			got = append(got, "too long")
		case err != nil:
			t.Fatal(err)
		default:
			got = append(got, doc.Text.String())
		}
	}
	if fmt.Sprint(got) != "[too long b]" {
		t.Errorf("got %q", got)
	}
}

func TestReaderFails(t *testing.T) {
	broken := errors.New("broken pipe")
	r := io.MultiReader(strings.NewReader("{\"text\": \"a\"}\n{\"te"), iotest.ErrReader(broken))
	var docs int
	var last error
	for _, err := range Read(r) {
		if err == nil {
			docs++
		}
		last = err
	}
	var e *Error
	if docs != 1 || !errors.Is(last, broken) || errors.As(last, &e) {
		t.Errorf("%d documents, then %v", docs, last)
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	n := 0
	for range Read(strings.NewReader(strings.Repeat("{\"text\": \"a\"}\n", 5))) {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("read %d", n)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("{\"text\": \"a\\ud800\"}\n{\"text\": 1}\n\n{\"text\":\"\\u0000\\r\\n\", \"date\":\"2015-12-15\"}"))
	f.Add([]byte("\xff{\"TEXT\": \"a\xff\"}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, seen := strings.Count(string(data), "\n")+1, 0
		for doc, err := range Read(strings.NewReader(string(data))) {
			seen++
			if (err == nil) == (doc == nil) {
				t.Fatalf("%v and %v", doc, err)
			}
			if err == nil {
				if err := articletest.Check(doc); err != nil {
					t.Fatal(err)
				}
			}
		}
		if seen > lines {
			t.Fatalf("%d results of %d lines", seen, lines)
		}
	})
}

func FuzzCodePoints(f *testing.F) {
	f.Add("a\r\n\u2028\x1b😀e\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		var doc *articles.Document
		for d, err := range Read(strings.NewReader(fmt.Sprintf(`{"text": %s}`, quote(text)))) {
			if err != nil {
				t.Fatal(err)
			}
			doc = d
		}
		if got, want := utf8.RuneCountInString(doc.Text.String()), utf8.RuneCountInString(text); got != want {
			t.Fatalf("%d code points of %d", got, want)
		}
	})
}

// quote writes a string of JSON with every character escaped that may be.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r > 0xFFFF || r >= 0x20 && r != '"' && r != '\\' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	input := strings.Repeat(`{"id": "a", "text": "`+strings.Repeat("A sentence of news that fills the line. ", 80)+`"}`+"\n", 300)
	b.SetBytes(int64(len(input)))
	for b.Loop() {
		for _, err := range Read(strings.NewReader(input)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func ExampleRead() {
	lines := `{"id": "a", "text": "First."}
not JSON
{"id": "b", "text": "Second."}`
	for doc, err := range Read(strings.NewReader(lines)) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(doc.Meta.ID, doc.Text)
	}
	// Output:
	// a First.
	// line 2: invalid character 'o' in literal null (expecting 'u')
	// b Second.
}
