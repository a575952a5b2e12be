package epub

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
)

// broken breaks a book in more than 500 ways: it is cut off, bytes are changed,
// and every size and offset of its headers is a lie. The names say what was
// done.
func broken(t testing.TB, whole []byte, visit func(name string, data []byte)) {
	t.Helper()
	for i := range 64 {
		visit(fmt.Sprintf("cut at %d/64", i), whole[:len(whole)*i/64])
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 300 {
		data := bytes.Clone(whole)
		for range 1 + i%5 {
			data[random.IntN(len(data))] ^= byte(1 + random.IntN(255))
		}
		visit(fmt.Sprintf("bytes changed, %d", i), data)
	}
	// Fields of the headers: where they stand behind the signature.
	for _, header := range []struct {
		signature string
		fields    []int // offsets of 4 bytes
	}{
		{"PK\x03\x04", []int{6, 8, 14, 18, 22, 26}},
		{"PK\x01\x02", []int{8, 10, 16, 20, 24, 28, 32, 38, 42}},
		{"PK\x05\x06", []int{4, 8, 12, 16, 18}},
	} {
		for _, field := range header.fields {
			for _, value := range []uint32{0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff} {
				for _, all := range []bool{false, true} {
					data := bytes.Clone(whole)
					for at := 0; ; {
						i := bytes.Index(data[at:], []byte(header.signature))
						if i < 0 || at+i+field+4 > len(data) {
							break
						}
						at += i + 4
						binary.LittleEndian.PutUint32(data[at-4+field:], value)
						if !all {
							break
						}
					}
					visit(fmt.Sprintf("%q field %d is %#x, all: %v", header.signature, field, value, all), data)
				}
			}
		}
	}
}

func TestBrokenBooks(t *testing.T) {
	if testing.Short() {
		t.Skip("much work, and none of it at once")
	}
	whole := pack(t, sampleEPUB3().files()...)
	if len(whole) > 64<<10 {
		t.Fatalf("the book has %d bytes", len(whole))
	}
	count, readable := 0, 0
	broken(t, whole, func(name string, data []byte) {
		count++
		if doc, err := read(t, data); err == nil {
			readable++
			if doc.Text.Len() > 1<<20 {
				t.Errorf("%s: %d bytes of text", name, doc.Text.Len())
			}
		}
	})
	if count < 500 || readable < count/4 {
		t.Errorf("of %d broken books %d could be read", count, readable)
	}
	t.Logf("of %d broken books %d could be read", count, readable)
}

// TestLyingSizes checks that a book is whole where only the sizes that its
// archive states are wrong.
func TestLyingSizes(t *testing.T) {
	whole := pack(t, simple(xhtml(prose))...)
	for _, value := range []uint32{0, 1, 10, 0x7fffffff} {
		data := bytes.Clone(whole)
		for at := 0; ; {
			i := bytes.Index(data[at:], []byte("PK\x01\x02"))
			if i < 0 {
				break
			}
			at += i + 4
			if binary.LittleEndian.Uint16(data[at-4+10:]) == zip.Deflate {
				binary.LittleEndian.PutUint32(data[at-4+20:], value)
				binary.LittleEndian.PutUint32(data[at-4+24:], value)
			}
		}
		doc, err := read(t, data)
		if err != nil || doc.Text.String() != "The talks ended late." || len(doc.Notices) > 0 {
			t.Errorf("sizes of %d: %v, %v", value, doc, err)
		}
	}
}

// zeros returns the compressed form of size mebibytes of zeros, which takes up
// about a kilobyte for each, and is made without compressing more than one.
func zeros(t testing.TB, size int) []byte {
	var one bytes.Buffer
	w, err := flate.NewWriter(&one, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = w.Write(make([]byte, 1<<20)); err == nil {
		err = w.Flush()
	}
	if err != nil {
		t.Fatal(err)
	}
	mebibyte := bytes.Clone(one.Bytes())
	one.Reset()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return append(bytes.Repeat(mebibyte, size), one.Bytes()...)
}

// packRaw returns an archive of the files and of one member that is compressed
// already.
func packRaw(t testing.TB, name string, compressed []byte, files ...file) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	out, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(compressed)), UncompressedSize64: 100})
	if err == nil {
		_, err = out.Write(compressed)
	}
	for _, f := range files {
		var out io.Writer
		if err == nil {
			out, err = w.Create(f.name)
		}
		if err == nil {
			_, err = io.WriteString(out, f.data)
		}
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// allocated returns how many bytes f allocates in all.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestBombs(t *testing.T) {
	bomb := zeros(t, 10<<10) // 10 GiB in 10 MiB
	two := simple(xhtml(prose), xhtml("<p>Second.</p>"))
	for _, name := range []string{"c0.xhtml", "b.opf", containerName, encryptionName, "mimetype", "cover.jpg"} {
		data := packRaw(t, name, bomb, without(two, name)...)
		used := allocated(func() {
			doc, err := read(t, data)
			if err != nil || !strings.Contains(doc.Text.String(), "Second.") {
				t.Errorf("bomb as %s: %v, %v", name, doc, err)
			} else if name == "c0.xhtml" && len(doc.Notices) == 0 {
				t.Error("no notice of the bomb")
			}
		})
		if used > 64<<20 {
			t.Errorf("bomb as %s: %d MiB allocated", name, used>>20)
		}
	}
	// A picture that is nearly empty is in many books: it is not decoded.
	doc, err := read(t, packRaw(t, "blank.png", zeros(t, 2), two...))
	if err != nil || len(doc.Notices) > 0 {
		t.Errorf("a blank picture: %v, %v", doc, err)
	}
}

// TestManySmallBombs reads a book of which each chapter is too small to be
// taken for a bomb, but not all of them.
func TestManySmallBombs(t *testing.T) {
	page := xhtml(prose + "<!--" + strings.Repeat(" ", 900<<10) + "-->")
	var pages []string
	for range 20 {
		pages = append(pages, page)
	}
	data := pack(t, simple(pages...)...)
	doc, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), Limits{Decoded: 5 << 20})
	checkOutcome(t, doc, err)
	if n := strings.Count(doc.Text.String(), "talks"); n != 6 || !strings.Contains(fmt.Sprint(doc.Notices), "larger than Gloss reads") {
		t.Errorf("%d chapters, %v", n, doc.Notices)
	}
}

func TestManyMembers(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range simple(xhtml(prose)) {
		out, err := w.Create(f.name)
		if err == nil {
			_, err = io.WriteString(out, f.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 100_000 {
		if _, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	used := allocated(func() {
		if _, err := read(t, b.Bytes()); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "too many") {
			t.Errorf("%v", err)
		}
	})
	if used > 96<<20 {
		t.Errorf("%d MiB allocated", used>>20)
	}
}

func TestHostileNames(t *testing.T) {
	names := []string{"../../.bashrc", "/etc/x", `C:\x`, `..\..\x`, "a\x00b", "a/../../b", "\x1b[2J", "./..", "..", strings.Repeat("a/", 5000) + "x", "\xff\xfe", ""}
	files := simple(xhtml(prose))
	var items, refs strings.Builder
	for i, name := range names {
		files = append(files, file{name: name, data: xhtml("<p>secret</p>")})
		fmt.Fprintf(&items, `<item id="h%d" href="%s" media-type="application/xhtml+xml"/>`, i, strings.NewReplacer("\x00", "%00", "\x1b", "%1b").Replace(name))
		fmt.Fprintf(&refs, `<itemref idref="h%d"/>`, i)
	}
	files = append(files, file{name: "link.xhtml", data: "/etc/passwd", change: func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) }})
	fmt.Fprintf(&items, `<item id="l" href="link.xhtml" media-type="application/xhtml+xml"/><item id="c0" href="c0.xhtml" media-type="application/xhtml+xml"/>`)
	fmt.Fprintf(&refs, `<itemref idref="l"/><itemref idref="c0"/>`)
	files = with(files, file{name: "b.opf", data: `<package><manifest>` + items.String() + `</manifest><spine>` + refs.String() + `</spine></package>`})
	doc, err := read(t, pack(t, files...))
	if err != nil || strings.Contains(doc.Text.String(), "root:") || !strings.Contains(doc.Text.String(), "talks") {
		t.Errorf("%v, %v", doc, err)
	}
	for i, name := range names[:7] {
		if _, ok := memberName(name); ok && i != 2 {
			t.Errorf("%q is a name", name)
		}
	}
}

func TestHostileXML(t *testing.T) {
	if testing.Short() {
		t.Skip("much work, and none of it at once")
	}
	laughs := `<!DOCTYPE x [<!ENTITY a "ha">` + func() string {
		var b strings.Builder
		for c := 'b'; c <= 'k'; c++ {
			fmt.Fprintf(&b, `<!ENTITY %c "%s">`, c, strings.Repeat(fmt.Sprintf("&%c;", c-1), 10))
		}
		return b.String()
	}() + `]>`
	outside := `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY h SYSTEM "http://127.0.0.1:1/x"><!ENTITY % p SYSTEM "http://127.0.0.1:1/p"> %p;]>`
	opf := func(doctype, title string) file {
		return file{name: "b.opf", data: doctype + `<package><metadata><title>` + title + `</title></metadata><manifest><item id="a" href="c0.xhtml" media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>`}
	}
	one := simple(xhtml(prose))
	many := func(n int) string {
		var items, refs strings.Builder
		for i := range n {
			fmt.Fprintf(&items, `<item id="i%d" href="c%d.xhtml"/>`, i, i)
			fmt.Fprintf(&refs, `<itemref idref="i%d"/>`, i)
		}
		return `<package><manifest>` + items.String() + `</manifest><spine>` + refs.String() + `</spine></package>`
	}
	for _, test := range []struct {
		name  string
		files []file
	}{
		{"laughs in the package", with(one, opf(laughs, "&k;&k;"))},
		{"laughs in a chapter", simple(laughs + "<html><body><p>The talks ended late. &k;</p></body></html>")},
		{"files from outside", with(one, opf(outside, "&f;&h;"))},
		{"files from outside in a chapter", simple(outside + "<html><body><p>The talks ended late. &f;&h;</p></body></html>")},
		{"deep package", with(one, file{name: "b.opf", data: strings.Repeat("<a>", 1_000_000)})},
		{"deep package, closed", with(one, opf("", strings.Repeat("<a>", 90)+strings.Repeat("</a>", 90)))},
		{"deep chapter", simple(xhtml(strings.Repeat("<div>", 100_000) + prose))},
		{"10^5 chapters, one of which is there", with(one, file{name: "b.opf", data: many(100_000)})},
		{"5*10^4 chapters", with(one, file{name: "b.opf", data: many(50_000)})},
		{"10^5 attributes", with(one, file{name: "b.opf", data: `<package` + strings.Repeat(` a="b"`, 100_000) + `>` + opf("", "").data})},
		{"10^5 titles", with(one, opf("", strings.Repeat("</title><title>x", 100_000)))},
		{"a title of 1 MB", with(one, opf("", strings.Repeat("long ", 200_000)))},
		{"control characters", with(one, opf("", "\x1b]0;x\a&#27;[2J&#x9b;\u202e"))},
		{"UTF-7", with(one, opf(`<?xml version="1.0" encoding="utf-7"?>`, "+ADw-b+AD4-"))},
		{"EBCDIC", with(one, opf(`<?xml version="1.0" encoding="IBM037"?>`, "x"))},
		{"wrongly UTF-16", with(one, opf(`<?xml version="1.0" encoding="UTF-16"?>`, "x"))},
	} {
		used := allocated(func() {
			doc, err := read(t, pack(t, test.files...))
			if err != nil || !strings.Contains(doc.Text.String(), "The talks ended late.") {
				t.Errorf("%s: %v, %v", test.name, doc, err)
				return
			}
			all := doc.Text.String() + doc.Meta.Title.String()
			if strings.Contains(all, "root:") || strings.Contains(all, "haha") || strings.ContainsAny(all, "\x1b\u009b\u202e") || doc.Meta.Title.Len() > 5<<10 {
				t.Errorf("%s: %q, title %q", test.name, doc.Text, doc.Meta.Title)
			}
		})
		if used > 256<<20 {
			t.Errorf("%s: %d MiB allocated", test.name, used>>20)
		}
	}
}
