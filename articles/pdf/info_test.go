package pdf

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"D:20151215093000+01'00'": "2015-12-15T09:30:00+01:00",
		"D:20151215093000-05'30'": "2015-12-15T09:30:00-05:30",
		"D:20151215093000-05'30":  "2015-12-15T09:30:00-05:30",
		"D:20151215093000Z":       "2015-12-15T09:30:00Z",
		"D:20151215093000Z00'00'": "2015-12-15T09:30:00Z",
		"D:20151215093000":        "2015-12-15T09:30:00Z",
		" 20151215 ":              "2015-12-15T00:00:00Z",
		"D:2015":                  "2015-01-01T00:00:00Z",
		"D:20151215093000+99'00'": "2015-12-15T09:30:00Z",
		"D:20151315":              "",
		"D:20150230":              "",
		"D:0000":                  "",
		"D:-201":                  "",
		"D:":                      "",
		"":                        "",
		"15 December 2015":        "",
		"D:２０１５":                  "",
	} {
		date, ok := parseDate(in)
		got := ""
		if ok {
			got = date.Format(time.RFC3339)
		}
		if got != want {
			t.Errorf("parseDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("D:20151215093000+01'00'")
	f.Add("D:2015-")
	f.Fuzz(func(t *testing.T, s string) {
		if date, ok := parseDate(s); ok && (date.Year() < 1000 || date.Year() > 9999) {
			t.Errorf("parseDate(%q) = %v", s, date)
		}
	})
}

func TestIsTitle(t *testing.T) {
	for title, want := range map[string]bool{
		"Talks in Moscow": true, "Printing in Norrand": true, "Document 7 of the council": true, "Untitled songs": true, "État": true,
		"": false, "untitled": false, "Untitled-1": false, "Document1": false, "Microsoft Word - Talks": false,
		"talks.DOC": false, "talks.tex": false, "12345": false, "print": false,
	} {
		if got := isTitle(title); got != want {
			t.Errorf("isTitle(%q) = %v", title, got)
		}
	}
}

func TestIsAuthor(t *testing.T) {
	for author, want := range map[string]bool{
		"Ada Quill": true, "Bruno Marsh, Ada Quill": true, "": false, "Administrator": false, "user": false, "a@example.org": false, "17": false,
	} {
		if got := isAuthor(author); got != want {
			t.Errorf("isAuthor(%q) = %v", author, got)
		}
	}
}

func TestClip(t *testing.T) {
	for _, s := range []string{"", "short", strings.Repeat("é", 1000), strings.Repeat("x", maxMeta+1)} {
		got := clip(s)
		if len(got) > maxMeta+len("…") || !utf8.ValidString(got) || len(s) <= maxMeta && got != s {
			t.Errorf("%d bytes became %d", len(s), len(got))
		}
	}
}
