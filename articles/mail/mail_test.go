package mail

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/articletest"
	"gloss/articles/golden"
)

// read reads a message and checks what it gives.
func read(t testing.TB, data string) (*articles.Document, error) {
	t.Helper()
	doc, err := Read(context.Background(), data, Limits{})
	checkOutcome(t, doc, err)
	return doc, err
}

// checkOutcome fails unless there is either a sound document or a clear error.
func checkOutcome(t testing.TB, doc *articles.Document, err error) {
	t.Helper()
	if err != nil {
		if doc != nil || strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Fatalf("error %q with the document %v", err, doc)
		}
		return
	}
	if len(doc.Blocks) == 0 {
		t.Fatal("a document without blocks")
	}
	if err := articletest.Check(doc); err != nil {
		t.Fatal(err)
	}
}

func TestMessages(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.eml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no messages", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !Is(string(data)) {
			t.Errorf("%s is not recognised", path)
		}
		doc, err := read(t, string(data))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		crlf, err := read(t, strings.ReplaceAll(string(data), "\n", "\r\n"))
		if err != nil || articletest.Dump(crlf) != articletest.Dump(doc) {
			t.Errorf("%s reads otherwise with the line ends of the network: %v", path, err)
		}
		golden.Check(t, strings.TrimSuffix(path, ".eml")+".golden", articletest.Dump(doc))
	}
}

// head is the header of the messages in the tests below.
const head = "From: Ann <ann@a.example>\nSubject: Letter\nDate: Mon, 14 Dec 2015 10:00:00 +0000\nMIME-Version: 1.0\n"

func TestBodies(t *testing.T) {
	for _, test := range []struct {
		name, rest string // of the header, and the body
		text       string // behind the subject
		notice     string
	}{
		{"plain", "\nOne line.\n", "One line.", ""},
		{"no type", "Content-Type: nonsense\n\nOne line.", "One line.", ""},
		{"type with a mistake", "Content-Type: text/html; charset\n\n<p>One <b>line</b>.", "One line.", ""},
		{"base64", "Content-Transfer-Encoding: BASE64\n\nT25l\r\nIGxpbmUu\n", "One line.", ""},
		{"base64 in pieces", "Content-Transfer-Encoding: base64\n\nT25lIA==\nbGluZS4=\n", "One line.", ""},
		{"base64, broken", "Content-Transfer-Encoding: base64\n\nT25l!IGxpbmUuX\n", "One line.", "damaged"},
		{"quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\nOne li=\nne=2E caf=c3=a9", "One line. café", ""},
		{"quoted-printable, broken", "Content-Transfer-Encoding: quoted-printable\n\nOne line. a=b =ZZ=", "One line. a=b =ZZ", "damaged"},
		{"Latin-1", "Content-Type: text/plain; charset=latin1\n\ncaf\xe9", "café", ""},
		{"called ASCII, is UTF-8", "Content-Type: text/plain; charset=us-ascii\n\ncafé", "café", ""},
		{"called UTF-8, is Windows-1252", "Content-Type: text/plain; charset=utf-8\n\ncaf\xe9", "café", ""},
		{"Cyrillic", "Content-Type: text/plain; charset=koi8-r\n\n\xf2\xc5\xcb\xc1", "Река", ""},
		{"Japanese", "Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B4A;z\x1b(B", "漢字", ""},
		{"UTF-7", "Content-Type: text/html; charset=utf-7\n\n+ADw-script+AD4-x", "+ADw-script+AD4-x", "does not read (utf-7)"},
		{"unknown encoding", "Content-Type: text/plain; charset=\"x-\x1b[2J\"\n\nOne line.", "One line.", ""},
		{"no boundary", "Content-Type: multipart/mixed\n\nOne line.", "One line.", "damaged"},
		{"boundary that is not there", "Content-Type: multipart/mixed; boundary=x\n\nOne line.", "One line.", "damaged"},
		{"no last boundary", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne line.", "One line.", "damaged"},
		{"boundary with a longer one within", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne.\n\n--xy\n\nTwo.\n--x--\n", "One.\n\n--xy\n\nTwo.", ""},
		{"boundary within itself", "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nOne line.\n--x--\n", "One line.", "damaged"},
		{"alternative without text in the page", "Content-Type: multipart/alternative; boundary=x\n\n--x\n\nOne line.\n--x\nContent-Type: text/html\n\n<img src=a.png>\n--x--", "One line.", ""},
		{"related with a start", "Content-Type: multipart/related; boundary=x; start=\"<b>\"\n\n--x\n\nNo.\n--x\nContent-ID: <b>\n\nOne line.\n--x--", "One line.", ""},
		{"signed", "Content-Type: multipart/signed; boundary=x\n\n--x\n\nOne line.\n--x\nContent-Type: application/pgp-signature\n\nabc\n--x--", "One line.", ""},
		{"attachment", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne line.\n--x\nContent-Disposition: attachment; filename=\"a\x1bb.txt\"\n\nabc\n--x--", "One line.", "An attachment is not shown: a␛b.txt."},
		{"junk in the header of a part", "Content-Type: multipart/mixed; boundary=x\n\n--x\njunk here\n: none\nContent-Type: text/html\n\n<p>One line.\n--x--", "One line.", ""},
		{"a first line like a title", "\nHello Tom\n\nThis is a line that is longer than the first one, and that ends.\n", "Hello Tom\n\nThis is a line that is longer than the first one, and that ends.", ""},
	} {
		doc, err := read(t, head+test.rest)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got, want := doc.Text.String(), "Letter\n\n"+test.text; got != want {
			t.Errorf("%s: text %q, want %q", test.name, got, want)
		}
		notices := fmt.Sprint(doc.Notices)
		if test.notice == "" && test.name != "unknown encoding" && len(doc.Notices) > 0 || !strings.Contains(notices, test.notice) {
			t.Errorf("%s: notices %s, want %q", test.name, notices, test.notice)
		}
		for i, b := range doc.Blocks {
			if (b.Kind == articles.Heading) != (i == 0) {
				t.Errorf("%s: block %d has kind %d", test.name, i, b.Kind)
			}
		}
	}
}

func TestErrors(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, test := range []struct {
		name, data string
		ctx        context.Context
		err        error
	}{
		{"empty", "", context.Background(), ErrNotMessage},
		{"prose", "The talks ended late.\n\nIt rained.", context.Background(), ErrNotMessage},
		{"no text", "From: a@b.example\n\n", context.Background(), ErrNoText},
		{"encrypted", head + "Content-Type: multipart/encrypted; boundary=x\n\n--x\n\nVersion: 1\n--x--", context.Background(), ErrEncrypted},
		{"cancelled", head + "\nOne line.", cancelled, context.Canceled},
	} {
		doc, err := Read(test.ctx, test.data, Limits{})
		checkOutcome(t, doc, err)
		if !errors.Is(err, test.err) {
			t.Errorf("%s: %v, want %v", test.name, err, test.err)
		}
	}
}

func TestMetadata(t *testing.T) {
	for _, test := range []struct{ header, want string }{
		{"From: Ann Author <ann@a.example>", "Ann Author | a.example"},
		{"From: ann@a.example", "ann@a.example | a.example"},
		{"From: \"Roe, Jane\" <j@b.example>, Tom <t@c.example>", "Roe, Jane, Tom | b.example"},
		{"From: =?koi8-r?Q?=F2=C5=CB=C1?= <r@a.example>", "Река | a.example"},
		{"From: Desk of A. B. <broken@@a.example", "Desk of A. B. | @a.example"},
		{"From: =?utf-7?Q?+ADw-?= <r@a.example>", "=?utf-7?Q?+ADw-?= | a.example"},
		{"From: =?utf-8?Q?=1B[2Jx?= <r@a.example>", "␛[2Jx | a.example"},
		{"Sender: Bot <bot@a.example>", "Bot | a.example"},
		{"List-Id: <news.a.example>", " | news.a.example"},
		{"List-Id: A list of =?utf-8?Q?caf=C3=A9s?= <news.a.example>", "A list of cafés | "},
		{"From:\n Ann\n\tAuthor\n <ann@a.example>", "Ann Author | a.example"},
	} {
		h, _ := parseHeader(test.header+"\n", Limits{}.filled())
		meta := metadata(h)
		got := fmt.Sprintf("%s | %s", meta.Byline, meta.Source)
		if strings.HasPrefix(test.header, "List-Id: A") {
			got = fmt.Sprintf("%s | %s", meta.Source, meta.Byline)
		}
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.header, got, test.want)
		}
	}
}

func TestIs(t *testing.T) {
	for _, test := range []struct {
		name, data string
		want       bool
	}{
		{"message", head + "\nbody", true},
		{"saved from a window", "From: Ann <a@a.example>\nTo: b@b.example\nSubject: x\nDate: Mon, 14 Dec 2015 10:00:00 +0000\n\nbody", true},
		{"first field is a way", "Received: from a by b; Mon\n\tmore\nFrom: a@b.example\nMIME-Version: 1.0\n\nbody", true},
		{"box", "From ann@a.example Mon Dec 14 10:00:00 2015\n" + head + "\nbody", true},
		{"torn", head + "Content-Ty", true},
		{"folded", "From:\n Ann <a@a.example>\nDate:\n Mon, 14 Dec 2015 10:00:00 +0000\n\nx", true},
		{"a memorandum", "From: The editor\nTo: All\nSubject: Lunch\nDate: Monday\n\nWe eat at one.", false},
		{"a memorandum with a date", "From: The editor\nDate: 14 December 2015\nSubject: Lunch\n\nWe eat at one.", false},
		{"front matter", "title: A\nauthor: a@b.example\ndate: 2015-12-14\n\ntext", false},
		{"prose", "From Moscow: talks with a@b.example\nDate: Mon, 14 Dec 2015 10:00:00 +0000\n\nx", false},
		{"prose behind fields", "From: a@b.example\nThe talks ended.\nDate: Mon, 14 Dec 2015 10:00:00 +0000\n\nx", false},
		{"a line of a play", "Ann: Hello.\nBen: Hello.\n\nAnn: Date: 1\n", false},
		{"the answer of a server", "HTTP/1.1 200 OK\nDate: Mon, 14 Dec 2015 10:00:00 GMT\n\n", false},
		{"empty line first", "\n" + head, false},
		{"blank first", " " + head, false},
		{"empty", "", false},
	} {
		if got := Is(test.data); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestRepeatedTitle(t *testing.T) {
	for body, want := range map[string]string{
		"<h1>LETTER</h1><h2>Part</h2><p>Text":       "1 LETTER, 2 Part, 0 Text, ",
		"<div>Letter</div><p>Text":                  "1 Letter, 0 Text, ",
		"<h1>Another</h1><p>Text":                   "1 Letter, 2 Another, 0 Text, ",
		"<ul><li>Letter</ul><p>Letter":              "1 Letter, 0 Letter, 0 Letter, ",
		"<p><a href=https://a.example>Letter</a> x": "1 Letter, 0 Letter x, ",
	} {
		doc, err := read(t, head+"Content-Type: text/html\n\n"+body)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, b := range doc.Blocks {
			got += fmt.Sprintf("%d %s, ", b.Level, b.Span.Of(doc.Text))
		}
		if got != want || doc.Meta.Title.String() != "Letter" {
			t.Errorf("%q: %s, want %s", body, got, want)
		}
	}
}

func TestBox(t *testing.T) {
	const line = "From ann@a.example Mon Dec 14 10:00:00 2015\n"
	doc, err := read(t, line+head+"\nOne line.\n\n>From here on.\n\nFrom here on, too.\n\n"+line+head+"\nAnother.\n")
	if err != nil || doc.Text.String() != "Letter\n\nOne line.\n\nFrom here on.\n\nFrom here on, too." {
		t.Fatalf("%v, %v", doc, err)
	}
	if got := fmt.Sprint(doc.Notices); !strings.Contains(got, "only the first") {
		t.Errorf("notices %s", got)
	}
	if doc, err := read(t, line+head+"\nOne line.\n"); err != nil || len(doc.Notices) > 0 {
		t.Errorf("one message: %v, %v", doc, err)
	}
}
