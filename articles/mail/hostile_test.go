package mail

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
)

// nested returns a message of parts within each other.
func nested(depth int, text string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	b.WriteString("\n" + text + "\n")
	for i := depth - 1; i >= 0; i-- {
		fmt.Fprintf(&b, "--b%d--\n", i)
	}
	return b.String()
}

// allocated returns how many bytes f allocates in all.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestHostileMessages(t *testing.T) {
	const text = "One line."
	for _, test := range []struct {
		name, data string
		text       string // that the document has
		notice     string
	}{
		{"a header of 10 MB", head + "X: " + strings.Repeat("x", 10<<20) + "\n\n" + text, text, "header of the message is too large"},
		{"a header of 10 MB, folded", head + "X: a\n" + strings.Repeat(" xxxx\n", 2<<20) + "\n" + text, text, "header of the message is too large"},
		{"10^5 fields", head + strings.Repeat("X: y\n", 100_000) + "\n" + text, text, "header of the message is too large"},
		{"a subject of 900 KB", "Subject: " + strings.Repeat("long ", 180_000) + "\n" + head + "\n" + text, text, ""},
		{"10^5 encoded words", "Subject:" + strings.Repeat(" =?utf-8?Q?a?=\n", 60_000) + head + "\n" + text, text, ""},
		{"10^5 addresses", "Sender: " + strings.Repeat("a@b.example, ", 70_000) + "x@y.example\n" + head + "\n" + text, text, ""},
		{"brackets", "Sender: " + strings.Repeat("(", 500_000) + "\nContent-Type: text/plain; a=" + strings.Repeat("\"\\", 200_000) + "\n" + head + "\n" + text, text, ""},
		{"parts 16 deep", nested(16, text), text, ""},
		{"parts 17 deep", nested(17, text), "Letter", "part of it was left out"},
		{"parts 10^5 deep", nested(100_000, text), "Letter", "part of it was left out"},
		{"10^5 parts", head + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n\n"+text+"\n", 100_000) + "--x--", text, "a part of it was left out"},
		{"10^5 parts of no type", head + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\n" + text + "\n" + strings.Repeat("--x\nContent-Type: a/b; name=c\n\n", 900) + "--x--", text, "900 attachments are not shown: c, c, "},
		{"messages within each other", head + strings.Repeat("Content-Type: message/rfc822\n\n", 100_000) + text, "Letter", "left out"},
		{"10^6 lines of boundary", head + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n", 1_000_000), "Letter", ""},
		{"a boundary of 500 KB", head + "Content-Type: multipart/mixed; boundary=" + strings.Repeat("x", 500_000) + "\n\n" + text, text, "damaged"},
		{"quotations without end", head + "\n" + strings.Repeat(">", 1_000_000) + " " + text, text, ""},
		{"quotations up and down", head + "\n" + strings.Repeat("> a\nb\n", 50_000) + text, text, ""},
		{"4 million lines", head + "\n" + text + "\n" + strings.Repeat("a\n", 4_000_000), text, "a part of it was left out"},
		{"flowed lines without end", head + "Content-Type: text/plain; format=flowed\n\n" + strings.Repeat("a \n", 190_000) + text, text, ""},
		{"'=' without end", head + "Content-Transfer-Encoding: quoted-printable\n\n" + text + strings.Repeat("=", 1_000_000), text, "damaged"},
		{"'=' and blanks", head + "Content-Transfer-Encoding: quoted-printable\n\n" + text + strings.Repeat("= ", 500_000), text, "damaged"},
		{"one base64 line", head + "Content-Transfer-Encoding: base64\n\n" + strings.Repeat("T25lIGxpbmUuCg", 1) + strings.Repeat("=", 1_000_000), text, ""},
		{"escapes", "Subject: a\x1b[2Jb =?utf-8?B?G1syShtdMDt4Bw==?=\nFrom: \x1b]0;x\a <a@b.example>\nMessage-ID: <\u009b@x>\nContent-Language: \x1b\n\n\x1b[2J" + text, text, ""},
		{"escapes in a page", head + "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p title=3D\"&#27;\">&#27;[2J=1B[3J&#x9b;" + text, text, ""},
		{"NULs", strings.ReplaceAll(head, "\n", "\x00\n") + "\n\x00" + text, text, ""},
		{"torn UTF-16", head + "Content-Type: text/plain; charset=utf-16le\n\n" + "O\x00n\x00e\x00 \x00l\x00i\x00n\x00e\x00.\x00\x00", text, ""},
	} {
		used := allocated(func() {
			doc, err := read(t, test.data)
			if err != nil || !strings.Contains(doc.Text.String(), test.text) {
				t.Errorf("%s: %.200v, %v", test.name, doc, err)
				return
			}
			if got := fmt.Sprint(doc.Notices); !strings.Contains(got, test.notice) {
				t.Errorf("%s: notices %.300s", test.name, got)
			}
			m := doc.Meta
			for _, s := range []string{doc.Text.String(), m.Title.String(), m.Byline.String(), m.ID.String(), m.Lang.String(), fmt.Sprint(doc.Notices)} {
				if strings.ContainsAny(s, "\x1b\u009b\a") {
					t.Errorf("%s: %q has control characters", test.name, s)
				}
			}
			if m.Title.Len() > 2*maxValue || m.Byline.Len() > 2*maxValue {
				t.Errorf("%s: a title of %d bytes, a byline of %d", test.name, m.Title.Len(), m.Byline.Len())
			}
		})
		if most := uint64(256<<20 + 16*len(test.data)); used > most {
			t.Errorf("%s: %d MiB allocated for %d", test.name, used>>20, len(test.data)>>20)
		}
	}
}

func TestLimits(t *testing.T) {
	message := head + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n\n"+strings.Repeat("Some words of it.\n", 50)+"\n", 10) + "--x--"
	for _, limits := range []Limits{{Text: 100}, {Parts: 3}, {Depth: 1, Text: 500}, {Lines: 20}} {
		doc, err := Read(context.Background(), message, limits)
		checkOutcome(t, doc, err)
		if err != nil || len(doc.Notices) == 0 || doc.Text.Len() > 4000 {
			t.Errorf("%+v: %v", limits, err)
		}
	}
}

// TestBrokenMessages cuts messages off and changes bytes of them.
func TestBrokenMessages(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, name := range []string{"newsletter", "reply", "forward"} {
		whole, err := os.ReadFile("testdata/" + name + ".eml")
		if err != nil {
			t.Fatal(err)
		}
		for i := range 64 {
			if doc, err := read(t, string(whole[:len(whole)*i/64])); err == nil && doc.Text.Len() > 2*len(whole) {
				t.Errorf("%s cut at %d/64: %d bytes", name, i, doc.Text.Len())
			}
		}
		readable := 0
		for range 300 {
			data := []byte(string(whole))
			for range 5 {
				data[random.IntN(len(data))] ^= byte(1 + random.IntN(255))
			}
			if _, err := read(t, string(data)); err == nil {
				readable++
			} else if !errors.Is(err, ErrNoText) {
				t.Errorf("%s with five bytes changed: %v", name, err)
			}
		}
		if readable < 270 {
			t.Errorf("%s with five bytes changed could be read %d times of 300", name, readable)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"newsletter", "reply", "forward"} {
		whole, err := os.ReadFile("testdata/" + name + ".eml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(whole))
	}
	f.Add("From a@b.example Mon Dec 14 10:00:00 2015\n" + head + "\n>From x\n\nFrom a@b.example Mon Dec 14 10:00:00 2015\n" + head)
	f.Add(head + "Content-Type: text/plain; format=flowed; charset=koi8-r\nContent-Transfer-Encoding: base64\n\nPiBhIAo+IGIK")
	f.Fuzz(func(t *testing.T, data string) {
		Is(data)
		doc, err := Read(context.Background(), data, Limits{Header: 64 << 10, Text: 1 << 20, Parts: 100})
		checkOutcome(t, doc, err)
	})
}
