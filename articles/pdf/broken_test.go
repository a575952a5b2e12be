package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"gloss/articles/articletest"
	"gloss/articles/pdf"
	"gloss/articles/pdf/pdftest"
	"gloss/articles/pdf/wire"
	"gloss/articles/pdf/worker"
)

// short are small limits, so that what never ends is ended soon.
var short = pdf.Options{Limits: worker.Job{
	Pages: 100, Glyphs: 50_000, Page: 300 * time.Millisecond, Time: 20 * time.Second, CPU: 2 * time.Second, Memory: 512 << 20,
}}

// variant is a file that is broken in some way.
type variant struct {
	name string
	data []byte
}

// survives reads a broken file: there must be a sound document, or an error of
// package pdf.
func survives(v variant, opt pdf.Options) error {
	doc, err := pdf.Read(context.Background(), bytes.NewReader(v.data), int64(len(v.data)), opt)
	for _, known := range [...]error{pdf.ErrBroken, pdf.ErrEncrypted, pdf.ErrNoText, pdf.ErrLimit} {
		if errors.Is(err, known) {
			return nil
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", v.name, err)
	}
	if err := articletest.Check(doc); err != nil {
		return fmt.Errorf("%s: %w", v.name, err)
	}
	return nil
}

// surviveAll reads broken files, two at a time.
func surviveAll(t *testing.T, variants []variant, opt pdf.Options) {
	t.Helper()
	work := make(chan variant)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for v := range work {
				if err := survives(v, opt); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for _, v := range variants {
		work <- v
	}
	close(work)
	wg.Wait()
}

func TestSurvivesBrokenFiles(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	forms := map[string][]byte{"plain": paper(pdftest.Plain), "compressed": paper(pdftest.Compressed), "packed": paper(pdftest.Packed)}
	var all []variant
	for name, data := range forms {
		for i := range 64 {
			all = append(all, variant{fmt.Sprintf("%s cut at %d/64", name, i), data[:len(data)*i/64]})
		}
		for i := range 60 {
			all = append(all, variant{fmt.Sprintf("%s with changed bytes %d", name, i), changeBytes(random, data, 1<<(i%6))})
		}
		for i := range 40 {
			all = append(all, variant{fmt.Sprintf("%s with moved pieces %d", name, i), movePieces(random, data)})
		}
	}
	for i := range 40 {
		all = append(all, variant{fmt.Sprintf("numbers changed %d", i), changeNumbers(random, forms["plain"])})
	}
	if len(all) < 500 {
		t.Fatalf("%d variants only", len(all))
	}
	if raceDetector {
		// It looks at this process only, and makes the others slow.
		random.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
		all = all[:len(all)/8]
	}
	surviveAll(t, all, short)
}

// changeBytes returns data with n bytes of it changed.
func changeBytes(random *rand.Rand, data []byte, n int) []byte {
	out := bytes.Clone(data)
	for range n {
		out[random.IntN(len(out))] ^= byte(1 + random.IntN(255))
	}
	return out
}

// movePieces returns data with a piece taken out, and put in elsewhere or not.
func movePieces(random *rand.Rand, data []byte) []byte {
	from := random.IntN(len(data))
	to := min(len(data), from+random.IntN(400))
	out := append(bytes.Clone(data[:from]), data[to:]...)
	if random.IntN(2) == 0 {
		at := random.IntN(len(out))
		out = append(append(bytes.Clone(out[:at]), data[from:to]...), out[at:]...)
	}
	return out
}

var numbers = regexp.MustCompile(`\d+`)

// changeNumbers returns data with some of its numbers changed to ones that are
// wrong, large or negative.
func changeNumbers(random *rand.Rand, data []byte) []byte {
	return numbers.ReplaceAllFunc(data, func(old []byte) []byte {
		if random.IntN(150) > 0 {
			return old
		}
		others := []string{"0", "1", "2", "-1", "4294967295", "99999999999", "9223372036854775807", "1e9", "-9223372036854775808"}
		return []byte(others[random.IntN(len(others))])
	})
}

// bomb returns a stream, packed twice, that becomes size MiB of a byte behind
// a beginning.
func bomb(begin string, fill byte, size int) string {
	block := pdftest.Deflated(bytes.Repeat([]byte{fill}, 1<<20))
	inner := "\x78\x9c" + pdftest.Deflated([]byte(begin)) + strings.Repeat(block, size)
	return pdftest.Stream("/Filter [/FlateDecode /FlateDecode]", pdftest.Zlib(inner), false)
}

// page is a file with a page whose content is an object as it stands.
func page(content string) []byte {
	var f pdftest.File
	n := f.Add(content)
	p := f.Page()
	p.Entries = fmt.Sprintf("/Contents %d 0 R", n)
	return bytes.Replace(f.Bytes(pdftest.Plain), []byte(fmt.Sprintf("/Contents %d 0 R", pdftest.FirstAdded+1001)), nil, 1)
}

// attacks are files that are made to do harm, most of them to the library.
func attacks() []variant {
	plain, packed := string(paper(pdftest.Plain)), string(paper(pdftest.Packed))
	in := func(s, old, new string) []byte { return []byte(strings.Replace(s, old, new, 1)) }
	set := func(s, key, value string) []byte { // the number behind a key
		return []byte(regexp.MustCompile(key+` \d+`).ReplaceAllString(s, key+" "+value))
	}
	start := func(s string) string { return s[strings.LastIndex(s, "startxref"):] }
	var many pdftest.File
	for range 300 {
		many.Page().Text(pdftest.Times, 12, 72, 700, "A page of many.")
	}
	form := pdftest.File{}
	form.Add(pdftest.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 100 0 R >> >>", "/X Do /X Do /X Do", false))
	p := form.Page()
	p.Entries = "/Resources << /XObject << /X 100 0 R >> >>"
	p.Raw("/X Do")
	return []variant{
		{"size of 1e9", set(packed, "/Size", "1000000000")},
		{"index of 4e9", in(packed, "/W [1 3 2]", "/W [1 3 2] /Index [4000000000 1]")},
		{"index below 0", in(packed, "/W [1 3 2]", "/W [1 3 2] /Index [-5 9]")},
		{"huge W", in(packed, "/W [1 3 2]", "/W [1 3000000000 2]")},
		{"negative W", in(packed, "/W [1 3 2]", "/W [1 -3 2]")},
		{"huge W that overflows", in(packed, "/W [1 3 2]", "/W [9223372036854775807 9223372036854775807 2]")},
		{"many in an object stream", set(packed, "/N", "99999999")},
		{"first below 0", set(packed, "/First", "-9")},
		{"long table", set(plain, "xref\n0", "999999999")},
		{"table from 4e9", in(plain, "xref\n0 ", "xref\n4000000000 ")},
		{"table in a loop", in(plain, "trailer\n<<", "trailer\n<< /Prev "+strings.Fields(start(plain))[1])},
		{"stream table in a loop", in(packed, "/W [1 3 2]", "/W [1 3 2] /Prev "+strings.Fields(start(packed))[1])},
		{"no start", in(plain, start(plain), "startxref\n\n%%EOF\n")},
		{"start beyond the end", in(plain, start(plain), "startxref\n99999999\n%%EOF\n")},
		{"start before the beginning", in(plain, start(plain), "startxref\n-7\n%%EOF\n")},
		{"kids in a loop", in(plain, "/Kids [", "/Kids [2 0 R 2 0 R ")},
		{"count below 0", set(plain, "/Count", "-3")},
		{"huge count", set(plain, "/Count", "2000000000")},
		{"parent is itself", in(plain, "/Parent 2 0 R", "/Parent 1100 0 R")},
		{"outline in a loop", in(plain, "/Type /Catalog", "/Type /Catalog /Outlines 1 0 R /First 1 0 R /Next 1 0 R /Prev 1 0 R")},
		{"length refers to itself", page("<< /Length 100 0 R >>\nstream\nBT\nendstream")},
		{"hex string without end", page(pdftest.Stream("", "BT <AB", false))},
		{"string without end", page(pdftest.Stream("", "BT (AB", false))},
		{"array without end", page(pdftest.Stream("", "BT [1 2 3", false))},
		{"dictionary without end", page(pdftest.Stream("", "BT << /A << /B", false))},
		{"name without end", page(pdftest.Stream("", "BT /", false))},
		{"nested arrays", page(pdftest.Stream("", strings.Repeat("[", 4<<20), true))},
		{"nested arrays in an object", page(strings.Repeat("[", 4<<20))},
		{"nested dictionaries", page(pdftest.Stream("", strings.Repeat("<</A", 1<<20), true))},
		{"nested objects", page(strings.Repeat("1 0 obj ", 1<<18))},
		{"many states", page(pdftest.Stream("", strings.Repeat("q ", 1<<20), true))},
		{"more ends than states", page(pdftest.Stream("", strings.Repeat("Q ", 1<<20), true))},
		{"many operands", page(pdftest.Stream("", strings.Repeat("1 ", 4<<20), true))},
		{"forms in a loop", form.Bytes(pdftest.Plain)},
		{"unknown filter", page(pdftest.Stream("/Filter /JBIG2Decode", "x", false))},
		{"predictor with a huge row", page(strings.Replace(pdftest.Stream("", "x", true), "/Filter", "/DecodeParms << /Predictor 12 /Columns 9000000000000000000 >> /Filter", 1))},
		{"bomb of spaces, 10 GB", page(bomb("BT ", ' ', 10_000))},
		{"bomb of a string, 10 GB", page(bomb("BT (", 'x', 10_000))},
		{"bomb of operators, 10 GB", page(bomb("BT ", 'q', 10_000))},
		{"places that are no numbers", page(pdftest.Stream("", "BT /F0 1e308 Tf 99999999999999999 0 0 1 0 0 Tm (x) Tj 1 0 0 0 0 0 Tm (y) Tj 0 0 0 0 0 0 cm (z) Tj 0 Tz (w) Tj", false))},
		{"operators without operands", page(pdftest.Stream("", "BT Tf Td TD Tm T* Tj TJ ' \" Tc Tw Tz TL Ts cm Do Q BI ID EI", false))},
		{"many pages", many.Bytes(pdftest.Packed)},
	}
}

func TestSurvivesAttacks(t *testing.T) { surviveAll(t, attacks(), short) }

// TestMends opens files without a table of objects that can be used.
func TestMends(t *testing.T) {
	for form := range pdftest.Packed + 1 {
		data := paper(form)
		for name, broken := range map[string][]byte{
			"start":  bytes.Replace(data, []byte("startxref\n"), []byte("startxref\n9"), 1),
			"end":    data[:bytes.LastIndex(data, []byte("startxref"))],
			"before": append([]byte("HTTP/1.1 200 OK\r\n\r\n"), data...),
			"behind": append(bytes.Clone(data), bytes.Repeat([]byte{0}, 5000)...),
			"old":    bytes.Replace(data, []byte("%PDF-1.5"), []byte("%PDF-2.0"), 1),
		} {
			doc, err := read(t, broken, pdf.Options{})
			if err != nil {
				t.Errorf("form %d, %s: %v", form, name, err)
				continue
			}
			if !strings.Contains(outline(doc), paperBody()) {
				t.Errorf("form %d, %s: %s", form, name, outline(doc))
			}
		}
	}
}

// TestKeepsOtherPages reads files in which a page is slow, kills the process
// or is broken: the others are there, and the notices say so.
func TestKeepsOtherPages(t *testing.T) {
	for _, tt := range []struct{ name, content, says string }{
		{"slow", bomb("BT ", ' ', 10_000), "not all of page 2: too slow to read"},
		{"deadly", bomb("BT (", 'x', 10_000), "left out: page 2, where the reader of PDF died"},
		{"broken", pdftest.Stream("/Filter /None", "x", false), "not all of page 2: malformed"},
		{"crowded", pdftest.Stream("", "BT /F0 12 Tf 72 700 Td "+strings.Repeat("(abcdefghij)' ", 10_000), true), "not all of page 2: too large"},
	} {
		var f pdftest.File
		n := f.Add(tt.content)
		for i := range 4 {
			p := f.Page()
			p.Text(pdftest.Times, 12, 72, 700, fmt.Sprintf("This is page %c.", 'A'+i))
			if i == 1 {
				p.Entries = fmt.Sprintf("/Contents %d 0 R", n)
			}
		}
		data := bytes.Replace(f.Bytes(pdftest.Plain), []byte(fmt.Sprintf("/Contents %d 0 R", pdftest.FirstAdded+1003)), nil, 1)
		opt := short
		if tt.name == "deadly" {
			opt.Limits.Page, opt.Limits.CPU = time.Minute, time.Minute
		}
		doc, err := read(t, data, opt)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		for _, want := range []string{"page A", "page C", "page D"} {
			if !strings.Contains(doc.Text.String(), want) {
				t.Errorf("%s: no %s in %q", tt.name, want, doc.Text)
			}
		}
		if !strings.Contains(notices(doc), tt.says) {
			t.Errorf("%s: %s", tt.name, notices(doc))
		}
	}
}

// TestLimitsOfPages reads a file with more pages than are read.
func TestLimitsOfPages(t *testing.T) {
	var f pdftest.File
	for i := range 12 {
		f.Page().Text(pdftest.Times, 12, 72, float64(500+10*i), fmt.Sprintf("This is page %c.", 'A'+i))
	}
	opt := short
	opt.Limits.Pages = 5
	doc, err := read(t, f.Bytes(pdftest.Plain), opt)
	if err != nil || !strings.Contains(doc.Text.String(), "page E") || strings.Contains(doc.Text.String(), "page F") {
		t.Fatalf("%v, %v", doc, err)
	}
	if want := "5 pages of 12 read: no more are read of a file"; !strings.Contains(notices(doc), want) {
		t.Errorf("notices %s, want %s", notices(doc), want)
	}
}

// TestLimitsOfTime reads a file whose second page has no end, until the time
// for all is over.
func TestLimitsOfTime(t *testing.T) {
	var f pdftest.File
	n := f.Add(bomb("BT ", ' ', 10_000))
	f.Page().Text(pdftest.Times, 12, 72, 700, "This is page A.")
	f.Page().Entries = fmt.Sprintf("/Contents %d 0 R", n)
	data := bytes.Replace(f.Bytes(pdftest.Plain), []byte(fmt.Sprintf("/Contents %d 0 R", pdftest.FirstAdded+1003)), nil, 1)
	opt := short
	opt.Limits.Page, opt.Limits.CPU, opt.Limits.Time = time.Minute, time.Minute, 2*time.Second
	doc, err := read(t, data, opt)
	if err != nil || !strings.Contains(doc.Text.String(), "page A") {
		t.Fatalf("%v, %v", doc, err)
	}
	if want := "1 page of 2 read: the time for reading ran out"; !strings.Contains(notices(doc), want) {
		t.Errorf("notices %s, want %s", notices(doc), want)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	if _, err := pdf.Read(ctx, bytes.NewReader(data), int64(len(data)), pdf.Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a context that is over gives %v", err)
	}
}

// TestLimitsOfText reads a file with more text than is taken of a child.
func TestLimitsOfText(t *testing.T) {
	var f pdftest.File
	for i := range 50 {
		f.Page().Text(pdftest.Times, 12, 72, float64(100+10*i), fmt.Sprintf("This is page %d.", i))
	}
	opt := short
	opt.Stream = wire.Limits{Bytes: 2000, Record: 1000, Pages: 100, Lines: 100}
	doc, err := read(t, f.Bytes(pdftest.Plain), opt)
	if err != nil || !strings.Contains(doc.Text.String(), "page 3") || strings.Contains(doc.Text.String(), "page 40") {
		t.Fatalf("%v, %v", doc, err)
	}
	if want := "of 50 read: there is too much text"; !strings.Contains(notices(doc), want) {
		t.Errorf("notices %s, want %s", notices(doc), want)
	}
}

// TestChildThatLies reads what processes say that are no readers of PDF.
func TestChildThatLies(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell")
	}
	const page = `{"v":1,"kind":"page","n":1,"lines":[{"t":"red \\u001b[31m","x":0,"y":0,"w":1,"s":1200,"b":0}]}`
	for _, tt := range []struct {
		script, want string
		err          error
	}{
		{"exit 0", "", pdf.ErrLimit},
		{"echo rubbish; sleep 9", "", pdf.ErrLimit},
		{"cat /dev/zero", "", pdf.ErrLimit},
		{`echo '{"v":1,"kind":"fail","reason":"x"}'`, "", pdf.ErrLimit},
		{`printf '{"v":1,"kind":"file"}\n` + page + `\n{"v":1,"kind":"end"}\n'`, "red \u241b[31m", nil},
		{`printf '{"v":1,"kind":"file"}\n` + page + `\n'; kill -9 $$`, "red \u241b[31m", nil},
	} {
		opt := short
		opt.Command = []string{shell, "-c", "PATH=/bin:/usr/bin; " + tt.script}
		opt.Stream = wire.Limits{Bytes: 1 << 20, Record: 1 << 16, Pages: 10, Lines: 10}
		doc, err := read(t, nil, opt)
		if !errors.Is(err, tt.err) {
			t.Errorf("%s: %v, want %v", tt.script, err, tt.err)
		} else if err == nil && doc.Text.String() != tt.want {
			t.Errorf("%s: %q, want %q", tt.script, doc.Text, tt.want)
		}
	}
}
