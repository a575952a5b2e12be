package worker

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"

	"github.com/ledongthuc/pdf"
)

var (
	errEncrypted = errors.New("encrypted PDF")
	errNoObjects = errors.New("no objects in the PDF")
)

const (
	// maxMend is how large a file is whose objects are searched.
	maxMend = 64 << 20
	// maxObjects is how many of them are taken, and the largest number of one.
	maxObjects = 1 << 20
)

// encryption is the entry of a trailer that says that a file is encrypted.
var encryption = regexp.MustCompile(`/Encrypt\s*(<<|\d)`)

// place is where an object is: at an offset of the file, or in an object
// stream, where it is the offset-th.
type place struct {
	stream int // 0 for the file itself
	offset int64
}

// mend opens a file with a table of objects that is made anew, from the
// objects that are found in the file.
func mend(v view) (*pdf.Reader, error) {
	if v.size > maxMend {
		return nil, errNoObjects
	}
	data := make([]byte, v.size)
	if n, err := v.ReadAt(data, 0); err != nil && err != io.EOF {
		data = data[:n]
	}
	if encryption.Match(data) {
		return nil, errEncrypted
	}
	places := objects(data)
	if len(places) == 0 {
		return nil, errNoObjects
	}
	root, ok := lastReference(data, "/Root")
	if !ok {
		root = catalog(data, places)
	}
	info, _ := lastReference(data, "/Info")
	r, err := reopen(v, places, root, info)
	if err != nil {
		return nil, err
	}
	if !packed(r, data, places) {
		return r, nil
	}
	return reopen(v, places, root, info)
}

// reopen opens a file with another table of objects.
func reopen(v view, places map[int]place, root, info int) (*pdf.Reader, error) {
	v.append = table(v.size, places, root, info)
	return pdf.NewReader(v, v.length())
}

// objects finds where objects begin: "12 0 obj". Of several with a number the
// last one counts.
func objects(data []byte) map[int]place {
	places := map[int]place{}
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte(" obj"))
		if i < 0 || len(places) > maxObjects {
			return places
		}
		i += from
		from = i + 4
		generation := digitsBefore(data, i)
		if generation == i || generation == 0 || data[generation-1] != ' ' {
			continue
		}
		start := digitsBefore(data, generation-1)
		number, err := strconv.Atoi(string(data[start : generation-1]))
		if err == nil && number > 0 && number < maxObjects && string(data[generation:i]) == "0" {
			places[number] = place{offset: int64(start)}
		}
	}
}

// digitsBefore returns where the digits that end at end start.
func digitsBefore(data []byte, end int) int {
	start := end
	for start > 0 && end-start < 10 && data[start-1] >= '0' && data[start-1] <= '9' {
		start--
	}
	return start
}

// lastReference returns the number of the object that the last "/Key 12 0 R"
// refers to.
func lastReference(data []byte, key string) (int, bool) {
	for end := len(data); ; {
		i := bytes.LastIndex(data[:end], []byte(key))
		if i < 0 {
			return 0, false
		}
		end = i
		rest := data[i+len(key):]
		var number, generation int
		if n, err := fmt.Sscanf(string(rest[:min(len(rest), 40)]), "%d %d R", &number, &generation); err == nil && n == 2 {
			return number, true
		}
	}
}

// catalog returns the number of the object that is the root of all.
func catalog(data []byte, places map[int]place) int {
	for _, number := range slices.Sorted(maps.Keys(places)) {
		rest := data[places[number].offset:]
		rest = rest[:min(len(rest), 256)]
		if end := bytes.Index(rest, []byte("endobj")); end >= 0 {
			rest = rest[:end]
		}
		if bytes.Contains(rest, []byte("/Catalog")) {
			return number
		}
	}
	return 0
}

// packed adds the objects that are in object streams, and reports whether
// there are any.
func packed(r *pdf.Reader, data []byte, places map[int]place) bool {
	found := false
	for _, number := range slices.Sorted(maps.Keys(places)) {
		rest := data[places[number].offset:]
		if !bytes.Contains(rest[:min(len(rest), 512)], []byte("/ObjStm")) {
			continue
		}
		_ = try(func() {
			// An object is got at by a reference only, and the trailer has one
			// that can be set.
			stream := r.Trailer().Key("Objects").Index(number)
			if stream.Key("Type").Name() != "ObjStm" {
				return
			}
			head, err := io.ReadAll(io.LimitReader(stream.Reader(), stream.Key("First").Int64()))
			if err != nil && len(head) == 0 {
				return
			}
			numbers := bytes.Fields(head)
			for i := 0; i+1 < len(numbers) && len(places) < maxObjects; i += 2 {
				id, err := strconv.Atoi(string(numbers[i]))
				if err != nil || id <= 0 || id >= maxObjects {
					return
				}
				if _, ok := places[id]; !ok {
					places[id] = place{stream: number, offset: int64(i / 2)}
					found = true
				}
			}
		})
	}
	return found
}

// table returns a cross-reference stream of objects, as it stands at an offset
// of the file, and what ends a file. Its dictionary refers to each object under
// the key Objects.
func table(off int64, places map[int]place, root, info int) []byte {
	last := slices.Max(slices.Collect(maps.Keys(places)))
	own := last + 1
	rows := make([]byte, 0, (own+1)*7)
	var refs bytes.Buffer
	for n := range own + 1 {
		p, ok := places[n]
		if n == own {
			p, ok = place{offset: off + 1}, true
		}
		kind, second, third := 0, int64(0), int64(0)
		switch {
		case ok && p.stream > 0:
			kind, second, third = 2, int64(p.stream), p.offset
		case ok:
			kind, second = 1, p.offset
		}
		rows = append(rows, byte(kind), byte(second>>24), byte(second>>16), byte(second>>8), byte(second), byte(third>>8), byte(third))
		if ok && n < own {
			fmt.Fprintf(&refs, "%d 0 R ", n)
		} else {
			refs.WriteString("null ")
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "\n%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 2] /Length %d /Root %d 0 R", own, own+1, len(rows), root)
	if info > 0 {
		fmt.Fprintf(&out, " /Info %d 0 R", info)
	}
	fmt.Fprintf(&out, " /Objects [%s] >>\nstream\n", refs.Bytes())
	out.Write(rows)
	fmt.Fprintf(&out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF", off+1)
	return out.Bytes()
}
