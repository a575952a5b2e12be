package worker

import (
	"io"
	"math"
	"strings"
	"testing"
)

func TestNameOf(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "fi": "fi", "f_f_i": "ffi", "a.sc": "a", "uni20AC": "€", "u1F600": "😀", "emdash": "—",
		"uniXYZW": "", "u12": "", "u110000": "", "g17": "", "": "", "uni20AC0308": "",
	} {
		if got := nameOf(name); got != want {
			t.Errorf("nameOf(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestStandard(t *testing.T) {
	table := standard()
	for code, want := range map[int]string{'A': "A", '\'': "’", '`': "‘", 0xA1: "¡", 0xAE: "ﬁ", 0xB7: "•", 0xD0: "—", 0xE1: "Æ", 0xF5: "ı", 0xFB: "ß", 0x80: "", 0xFF: ""} {
		if table[code] != want {
			t.Errorf("code %#x is %q, want %q", code, table[code], want)
		}
	}
}

func TestStandardWidths(t *testing.T) {
	for _, tt := range []struct {
		font string
		bold bool
		text string
		want float64
	}{
		{"times-roman", false, "Moscow", 0.889 + 0.5 + 0.389 + 0.444 + 0.5 + 0.722},
		{"helvetica", false, "il", 0.444}, {"arial,bold", true, "il", 0.4662}, {"courier-bold", true, "il", 1.2}, {"xyz", false, "—", 1},
	} {
		got := standardWidths(tt.font, tt.bold)(tt.text)
		if math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: %q is %g wide, want %g", tt.font, tt.text, got, tt.want)
		}
	}
}

func TestMatrix(t *testing.T) {
	turn := matrix{0, 1, -1, 0, 100, 0} // a quarter turn against the clock
	if q, ok := turn.quarter(); q != 1 || !ok {
		t.Errorf("quarter %d, %v", q, ok)
	}
	if q, ok := (matrix{-2, 0, 0, -2, 0, 0}).quarter(); q != 2 || !ok {
		t.Errorf("quarter %d, %v", q, ok)
	}
	for _, m := range []matrix{{1, 1, -1, 1, 0, 0}, {}, {math.NaN(), 0, 0, 1, 0, 0}} {
		if _, ok := m.quarter(); ok {
			t.Errorf("%v has a direction", m)
		}
	}
	x, y := (matrix{2, 0, 0, 3, 5, 7}).then(turn).at(10, 10)
	if x != 100-37 || y != 25 {
		t.Errorf("(%g, %g)", x, y)
	}
	if along, up := (matrix{2, 0, 1, 3, 0, 0}).scale(); along != 2 || up != 3 {
		t.Errorf("scale %g, %g", along, up)
	}
	// Text that goes in any direction goes to the right when the page is turned
	// back.
	for q, m := range []matrix{identity, turn, {-1, 0, 0, -1, 0, 0}, {0, -1, 1, 0, 0, 0}} {
		x0, y0 := turned(q, m[4], m[5])
		ax, ay := m.at(1, 0)
		x1, y1 := turned(q, ax, ay)
		if x1-x0 != 1 || y1 != y0 {
			t.Errorf("quarter %d goes by (%g, %g)", q, x1-x0, y1-y0)
		}
	}
}

func TestMean(t *testing.T) {
	for _, tt := range []struct {
		utf16 string
		raise int
		want  string
	}{
		{"\x00A", 0, "A"}, {"\x00A", 2, "C"}, {"A", 0, "A"}, {"\xd8\x3d\xde\x00", 0, "😀"}, {"\x00f\x00f\x00i", 0, "ffi"},
		{"", 0, ""}, {"\x00\x00", 0, ""}, {strings.Repeat("\x00A", 17), 0, ""}, {"\xd8\x00", 0, "\ufffd"},
	} {
		m := map[int]string{}
		mean(m, 7, tt.utf16, tt.raise)
		if m[7] != tt.want {
			t.Errorf("%q raised by %d means %q, want %q", tt.utf16, tt.raise, m[7], tt.want)
		}
	}
	m := map[int]string{}
	mean(m, -1, "\x00A", 0)
	if len(m) != 0 {
		t.Error("a code below 0 has a meaning")
	}
}

func TestView(t *testing.T) {
	const file = "rubbish %PDF-2.0 body\nstartxref\n0\n%%EOF and more"
	v, complete := viewOf(source{strings.NewReader(file), int64(len(file))})
	v.append = []byte("+end")
	if !complete {
		t.Error("the end was not found")
	}
	const want = "%PDF-1.7\nbody\nstartxref\n0\n%%EOF+end"
	for size := 1; size < 50; size++ {
		var got []byte
		buf := make([]byte, size)
		for off := int64(0); ; {
			n, err := v.ReadAt(buf, off)
			got = append(got, buf[:n]...)
			off += int64(n)
			if err == io.EOF {
				break
			}
			if err != nil || n != size {
				t.Fatalf("%d bytes at %d, %v", n, off, err)
			}
		}
		if string(got) != want || v.length() != int64(len(want)) {
			t.Fatalf("by %d bytes: %q, of %d", size, got, v.length())
		}
	}
	if n, err := v.ReadAt(make([]byte, 4), -2); n != 0 || err == nil {
		t.Errorf("%d bytes before the first, %v", n, err)
	}
	if _, complete := viewOf(source{strings.NewReader(""), 0}); complete {
		t.Error("nothing is complete")
	}
}

func TestObjects(t *testing.T) {
	data := "%PDF\n1 0 obj <</Type /Catalog>> endobj 22 0 obj 7 endobj\n1 0 obj new 3 1 obj x 0 obj obj  0 obj 99999999999 0 obj"
	places := objects([]byte(data))
	if len(places) != 2 || data[places[22].offset:][:8] != "22 0 obj" || data[places[1].offset:][:11] != "1 0 obj new" {
		t.Errorf("%v", places)
	}
	if n, ok := lastReference([]byte("/Root 1 0 R /Root 23 0 R /Roots x /Root"), "/Root"); n != 23 || !ok {
		t.Errorf("root %d, %v", n, ok)
	}
	if n, ok := lastReference([]byte("/Root x"), "/Root"); ok {
		t.Errorf("root %d", n)
	}
}

func TestParseJob(t *testing.T) {
	job := DefaultJob
	job.Size = 77
	if got, err := parseJob(job.Argument()); err != nil || got != job {
		t.Errorf("%+v, %v", got, err)
	}
	for _, arg := range []string{"", "x", "{}", strings.Replace(job.Argument(), `"from":1`, `"from":0`, 1), strings.Replace(job.Argument(), `"size":77`, `"size":9999999999`, 1)} {
		if got, err := parseJob(arg); err == nil {
			t.Errorf("%q is the job %+v", arg, got)
		}
	}
}

// FuzzView opens views of any bytes; the library is not asked.
func FuzzView(f *testing.F) {
	f.Add([]byte("%PDF-1.4\n1 0 obj <</Type /Catalog /Root 1 0 R>> endobj\nstartxref\n0\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		v, _ := viewOf(source{strings.NewReader(string(data)), int64(len(data))})
		if v.size < 0 || v.off < 0 || v.off+v.size > int64(len(data)) {
			t.Fatalf("view from %d of %d bytes", v.off, v.size)
		}
		places := objects(data)
		if len(places) > 0 {
			_ = catalog(data, places)
			if out := table(int64(len(data)), places, 1, 1); len(out) == 0 {
				t.Fatal("no table")
			}
		}
		for _, p := range places {
			if p.offset < 0 || p.offset >= int64(len(data)) {
				t.Fatalf("an object at %d of %d bytes", p.offset, len(data))
			}
		}
	})
}

// TestTableIsRead checks that the library reads the table that is made.
func TestTableIsRead(t *testing.T) {
	const file = "%PDF-1.7\n4 0 obj << /Type /Catalog /Pages 7 0 R >> endobj\n7 0 obj << /Type /Pages /Count 1 /Kids [9 0 R] >> endobj\n9 0 obj << /Type /Page >> endobj\n"
	v, _ := viewOf(source{strings.NewReader(file), int64(len(file))})
	r, err := mend(v)
	if err != nil || !hasPages(r) {
		t.Fatalf("%v", err)
	}
	if got := r.Trailer().Key("Objects").Index(7).Key("Type").Name(); got != "Pages" {
		t.Errorf("object 7 is a %q", got)
	}
}
