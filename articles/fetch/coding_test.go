package fetch

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

// packed returns text as a writer packs it.
func packed[W io.WriteCloser](t testing.TB, text string, writer func(io.Writer) W) string {
	t.Helper()
	var out bytes.Buffer
	w := writer(&out)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func gzipOf(t testing.TB, text string) string { return packed(t, text, gzip.NewWriter) }

func rawDeflate(w io.Writer) *flate.Writer {
	f, _ := flate.NewWriter(w, flate.BestCompression) // errs on bad levels only
	return f
}

// bomb returns a gzip file that unpacks to a number of zero bytes.
func bomb(t testing.TB, mebibytes int) string {
	t.Helper()
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range mebibytes {
		if _, err := z.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestCodings(t *testing.T) {
	const text = "The ferry runs again. The ferry runs again."
	zip := gzipOf(t, text)
	damaged := []byte(zip)
	damaged[len(damaged)-5] ^= 1 // in the sum
	large := strings.Repeat("0123456789abcdefghijklmnopqrstuvwxyz", 100_000)
	for _, test := range []struct {
		name, coding, body string
		kind               Kind
		want               string
	}{
		{"none", "", text, "", text},
		{"identity", "Identity", text, "", text},
		{"gzip", "gzip", zip, "", text},
		{"gzip in capitals", " GZIP ", zip, "", text},
		{"old name", "x-gzip", zip, "", text},
		{"gzip, empty", "gzip", "", "", ""},
		{"deflate, empty", "deflate", "", "", ""},
		{"gzip of nothing", "gzip", gzipOf(t, ""), "", ""},
		{"two members", "gzip", zip + zip, "", text + text},
		{"padded", "gzip", zip + "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00", "", text},
		{"deflate", "deflate", packed(t, text, zlib.NewWriter), "", text},
		{"deflate without zlib", "deflate", packed(t, text, rawDeflate), "", text},
		{"deflate of one byte", "deflate", "x", Broken, "has packed data that are damaged"},
		{"gzip of gzip, one named", "gzip", gzipOf(t, zip), "", zip},
		{"gzip of gzip, both named", "gzip, gzip", gzipOf(t, zip), Coding, "is packed more than once"},
		{"both named in two lines", "gzip\r\nContent-Encoding: gzip", gzipOf(t, zip), Coding, "is packed more than once"},
		{"br", "br", text, Coding, "is packed in a way that was not asked for (br)"},
		{"zstd", "zstd", text, Coding, "is packed in a way that was not asked for (zstd)"},
		{"compress", "compress", text, Coding, "(compress)"},
		{"a name that acts", "\u202e\u009b2J" + strings.Repeat("x", 1000), text, Coding, "is packed in a way that was not asked for"},
		{"not gzip", "gzip", text, Broken, "has packed data that are damaged"},
		{"wrong sum", "gzip", string(damaged), Broken, "has packed data that are damaged"},
		{"cut", "gzip", zip[:len(zip)-10], Broken, "has packed data that are damaged or end too early"},
		{"cut in its header", "gzip", zip[:5], Broken, "has packed data that are damaged or end too early"},
		{"bomb", "gzip", bomb(t, 64), TooLarge, "unpacks to more than 100 times its size"},
		{"large", "gzip", gzipOf(t, large), TooLarge, "unpacks to more than"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := serve(t, func(w *wire) {
				if w.say(fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n", test.coding, len(test.body))) {
					w.say(test.body)
				}
			})
			var page *Page
			var err error
			used := allocated(func() { page, err = get(t, small(), s.url) })
			if test.kind != "" {
				checkFailure(t, err, test.kind, test.want)
			} else if err != nil || page.Body != test.want {
				t.Errorf("Get gave %+v, %v; want the body %q", page, err, test.want)
			}
			if used > 16<<20 {
				t.Errorf("%d bytes were set aside", used)
			}
		})
	}
}

// TestGzipEndsEarly has a connection that breaks off in packed data.
func TestGzipEndsEarly(t *testing.T) {
	zip := gzipOf(t, "The ferry runs again.")
	s := serve(t, func(w *wire) {
		w.say(fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s", len(zip), zip[:20]))
	})
	_, err := get(t, small(), s.url)
	checkFailure(t, err, Broken, fmt.Sprintf("broke off: 20 of %d bytes came", len(zip)))
}

// TestBomb has 1 MB that unpack to 1 GiB, in 64 members, under the default
// limits, and with a ratio that lets it pass: then the unpacked size ends it.
func TestBomb(t *testing.T) {
	body := strings.Repeat(bomb(t, 16), 64)
	if len(body) > 2<<20 {
		t.Fatalf("the bomb has %d bytes", len(body))
	}
	s := serve(t, func(w *wire) {
		w.say(fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n", len(body)))
		w.say(body)
	})
	for _, test := range []struct {
		limits Limits
		want   string
		most   int64
	}{
		{Limits{}, "unpacks to more than 200 times its size", 32 << 20},
		{Limits{Ratio: 10_000}, "unpacks to more than 64 MiB", 400 << 20}, // a growing string is copied
		{Limits{Ratio: 10_000, Packed: 1 << 10}, "is larger than 1 KiB", 4 << 20},
	} {
		var err error
		used := allocated(func() { _, err = get(t, test.limits, s.url) })
		checkFailure(t, err, TooLarge, test.want)
		if used > test.most {
			t.Errorf("%s: %d bytes were set aside, more than %d", test.want, used, test.most)
		}
	}
}

// TestHighRatioOfASmallPage makes sure that a page may be dull.
func TestHighRatioOfASmallPage(t *testing.T) {
	text := strings.Repeat("dull ", 100_000)
	body := gzipOf(t, text)
	if ratio := len(text) / len(body); ratio < 250 {
		t.Fatalf("the ratio is only %d", ratio)
	}
	s := serve(t, func(w *wire) {
		w.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + body)
	})
	page, err := get(t, Limits{}, s.url)
	if err != nil || page.Body != text {
		t.Errorf("Get gave %v", err)
	}
}

// FuzzUnpack unpacks any bytes by any coding: what comes is bounded, or an
// error says what is wrong.
func FuzzUnpack(f *testing.F) {
	f.Add("gzip", gzipOf(f, "The ferry runs again."), 10)
	f.Add("gzip", bomb(f, 1), -1)
	f.Add("deflate", packed(f, "The ferry runs again.", zlib.NewWriter), 3)
	f.Add("deflate", packed(f, "The ferry runs again.", rawDeflate), 1<<20)
	f.Add("gzip, br", "", 0)
	c := New(Options{Limits: Limits{Packed: 1 << 10, Unpacked: 4 << 10, Ratio: 10, RatioFloor: 1 << 10}})
	f.Fuzz(func(t *testing.T, coding, data string, length int) {
		r := &trip{Client: c, ctx: t.Context(), cancel: func(err error) { t.Error(err) }, report: &reporter{}}
		page, failure := r.body(&http.Response{
			Header:        http.Header{"Content-Encoding": {coding}},
			ContentLength: int64(length),
			Body:          io.NopCloser(strings.NewReader(data)),
		})
		if failure != nil {
			checkMessage(t, failure.Error(), "")
			if page != "" {
				t.Errorf("%v, and a page of %d bytes", failure, len(page))
			}
			return
		}
		if len(page) > 4<<10 || len(page) > 1<<10 && len(page) >= 11*(len(data)+1) {
			t.Errorf("%d bytes became %d", len(data), len(page))
		}
	})
}
