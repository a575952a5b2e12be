package worker

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"gloss/articles/pdf/pdftest"
)

var author = regexp.MustCompile(`/Author <[0-9A-Fa-f]+>`)

// TestInformationInUTF8 reads what some programs write into a file's
// information: UTF-8 without the mark that it needs.
func TestInformationInUTF8(t *testing.T) {
	f := pdftest.File{Info: map[string]string{"Title": "Talks", "Author": "AUTHOR"}}
	f.Page().Text(pdftest.Times, 12, 72, 700, "The harvest is in.")
	for raw, want := range map[string]string{"Zo\xc3\xab Q": "Zoë Q", "Zo\xeb Qu": "Zoë Qu", "Joseph": "Joseph"} {
		data := author.ReplaceAllFunc(f.Bytes(pdftest.Plain), func(old []byte) []byte {
			entry := "/Author (" + raw + ")"
			return []byte(entry + strings.Repeat(" ", len(old)-len(entry))) // no object moves
		})
		d, failure := openDocument(source{bytes.NewReader(data), int64(len(data))}, false)
		if failure != "" {
			t.Fatal(failure)
		}
		if got := strings.TrimSpace(d.file().Author); got != want {
			t.Errorf("the author %q is read as %q, want %q", raw, got, want)
		}
	}
}
