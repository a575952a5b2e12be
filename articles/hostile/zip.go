package hostile

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
)

// A Member is a file in an archive.
type Member struct {
	Name     string // as it is put into the archive: it may be absolute, or no UTF-8
	Body     string
	Compress bool
}

// ZIP returns an archive of members, which are stored as they are unless they
// are to be compressed. Names may occur more than once.
func ZIP(members ...Member) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.Name, Method: zip.Store}
		if m.Compress {
			h.Method = zip.Deflate
		}
		f, err := w.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(f, m.Body)
		}
		if err != nil {
			panic(fmt.Sprintf("put %q into an archive: %v", m.Name, err)) // a buffer takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic(fmt.Sprintf("close an archive: %v", err))
	}
	return b.String()
}
