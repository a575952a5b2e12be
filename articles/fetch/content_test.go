package fetch

import (
	"fmt"
	"strings"
	"testing"
)

func TestContentType(t *testing.T) {
	for _, test := range []struct{ header, media, charset string }{
		{"", "", ""},
		{"text/html", "text/html", ""},
		{"Text/HTML; Charset=UTF-8", "text/html", "utf-8"},
		{" application/atom+xml ;charset=\"ISO-8859-1\" ; q=1", "application/atom+xml", "iso-8859-1"},
		{"text/html;charset='windows-1252'", "text/html", "windows-1252"},
		{"text/html; charset=\"utf-8", "text/html", "utf-8"},
		{"text/html; charset=utf-8; charset=latin1", "text/html", "utf-8"},
		{"text/html; charset=\u202e; charset=latin1", "text/html", "latin1"},
		{"text/html; charset", "text/html", ""},
		{"; charset=utf-8", "", "utf-8"},
		{"html", "", ""},
		{"text/", "", ""},
		{"/html", "", ""},
		{"text/ht ml", "", ""},
		{"text/html, text/plain", "", ""},
		{"text/\x1b[2J; charset=\x1b[2J", "", ""},
		{"text/é", "", ""},
		{"text/html; charset=" + strings.Repeat("x", 81), "text/html", ""},
		{"text/html;" + strings.Repeat(" ", 2000) + "charset=utf-8", "text/html", ""},
	} {
		media, charset := contentType(test.header)
		if media != test.media || charset != test.charset {
			t.Errorf("contentType(%.60q) is %q, %q; want %q, %q", test.header, media, charset, test.media, test.charset)
		}
	}
}

func TestNotText(t *testing.T) {
	for media, want := range map[string]string{
		"image/png": "a picture", "image/svg+xml": "a picture", "audio/mpeg": "a sound", "video/mp4": "a film", "font/woff2": "a font",
		"": "", "text/html": "", "text/plain": "", "text/markdown": "", "application/xhtml+xml": "", "application/rss+xml": "",
		"application/json": "", "application/pdf": "", "application/epub+zip": "", "application/octet-stream": "", "message/rfc822": "",
	} {
		if got := notText(media); got != want {
			t.Errorf("notText(%q) is %q, want %q", media, got, want)
		}
		s := serve(t, func(w *wire) {
			w.say(fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: 5\r\n\r\nhello", media))
		})
		page, err := get(t, small(), s.url)
		if want != "" {
			checkFailure(t, err, NotText, "is not text: it is "+want+" ("+media+")")
		} else if err != nil || page.ContentType != media {
			t.Errorf("%s: Get gave %+v, %v", media, page, err)
		}
	}
}

func FuzzContentType(f *testing.F) {
	f.Add("text/html; charset=utf-8")
	f.Add("Application/Atom+XML;;charset=\"x\";charset='")
	f.Fuzz(func(t *testing.T, header string) {
		media, charset := contentType(header)
		for _, s := range []string{media, charset} {
			if len(s) > 161 || s != strings.ToLower(s) || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-._+:/") != "" {
				t.Errorf("contentType(%q) is %q, %q", header, media, charset)
			}
		}
		if n := strings.Count(media, "/"); media != "" && n != 1 {
			t.Errorf("the media type of %q is %q", header, media)
		}
		if m, c := contentType(media + ";charset=" + charset); m != media || c != charset {
			t.Errorf("%q, %q came back as %q, %q", media, charset, m, c)
		}
	})
}
