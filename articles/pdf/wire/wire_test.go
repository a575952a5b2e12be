package wire_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"gloss/articles/pdf/layout"
	"gloss/articles/pdf/wire"
)

const (
	file = `{"v":1,"kind":"file","pages":2,"title":"T"}` + "\n"
	page = `{"v":1,"kind":"page","n":1,"lines":[{"t":"a","x":1,"y":2,"w":3,"s":4,"b":0}]}` + "\n"
	end  = `{"v":1,"kind":"end"}` + "\n"
)

// readAll returns the kinds of the records of a stream, and the error that
// ended it.
func readAll(in io.Reader, limits wire.Limits) (string, error) {
	r := wire.NewReader(in, limits, 0)
	var kinds []string
	for {
		rec, err := r.Read()
		if err == io.EOF {
			return strings.Join(kinds, " "), nil
		}
		if err != nil {
			return strings.Join(kinds, " "), err
		}
		kinds = append(kinds, rec.Kind)
	}
}

func TestReader(t *testing.T) {
	tests := []struct {
		name, stream, kinds string
		err                 error
	}{
		{"sound", file + page + end, "file page end", nil},
		{"behind the end", file + end + "rubbish", "file end", nil},
		{"failed", `{"v":1,"kind":"fail","reason":"broken"}` + "\n", "fail", nil},
		{"failed later", file + `{"v":1,"kind":"fail","reason":"slow"}` + "\n", "file fail", nil},
		{"killed", file + page[:30], "file", io.ErrUnexpectedEOF},
		{"killed behind a line", file + page, "file page", io.ErrUnexpectedEOF},
		{"nothing", "", "", io.ErrUnexpectedEOF},
		{"other version", `{"v":2,"kind":"file"}` + "\n", "", wire.ErrMalformed},
		{"page first", page, "", wire.ErrMalformed},
		{"end first", end, "", wire.ErrMalformed},
		{"file twice", file + file, "file", wire.ErrMalformed},
		{"page twice", file + page + page, "file page", wire.ErrMalformed},
		{"page 0", file + strings.Replace(page, `"n":1`, `"n":0`, 1), "file", wire.ErrMalformed},
		{"page beyond the limit", file + strings.Replace(page, `"n":1`, `"n":999`, 1), "file", wire.ErrLimit},
		{"unknown kind", file + `{"v":1,"kind":"x"}` + "\n", "file", wire.ErrMalformed},
		{"unknown field", `{"v":1,"kind":"file","x":1}` + "\n", "", wire.ErrMalformed},
		{"unknown reason", `{"v":1,"kind":"fail","reason":"\u001b[2J"}` + "\n", "", wire.ErrMalformed},
		{"unknown reason of a page", file + `{"v":1,"kind":"page","n":1,"left":"\u001b[2J"}` + "\n", "file", wire.ErrMalformed},
		{"two on a line", strings.TrimSpace(file) + page, "", wire.ErrMalformed},
		{"no JSON", "hello\n", "", wire.ErrMalformed},
		{"lines at the end", file + strings.Replace(page, "page", "end", 1), "file", wire.ErrMalformed},
		{"line far away", file + strings.Replace(page, `"x":1`, `"x":99999999`, 1), "file", wire.ErrMalformed},
		{"line without size", file + strings.Replace(page, `"s":4`, `"s":0`, 1), "file", wire.ErrMalformed},
		{"line of a broken number", file + strings.Replace(page, `"x":1`, `"x":1e999`, 1), "file", wire.ErrMalformed},
		{"line without text", file + strings.Replace(page, `"t":"a"`, `"t":""`, 1), "file", wire.ErrMalformed},
		{"block back", file + strings.Replace(page, `"b":0`, `"b":-1`, 1), "file", wire.ErrMalformed},
		{"too long a record", file + `{"v":1,"kind":"page","n":1,"title":"` + strings.Repeat("x", 3000) + `"}` + "\n", "file", wire.ErrLimit},
		{"too many lines", file + `{"v":1,"kind":"page","n":1,"lines":[` + strings.Repeat(`{"t":"a","s":1},`, 20) + `{"t":"a","s":1}]}` + "\n", "file", wire.ErrLimit},
		{"too long", file + strings.Repeat(" ", 5000), "file", wire.ErrLimit},
	}
	limits := wire.Limits{Bytes: 4000, Record: 2000, Pages: 99, Lines: 20}
	for _, tt := range tests {
		kinds, err := readAll(iotest.HalfReader(strings.NewReader(tt.stream)), limits)
		if kinds != tt.kinds || !errors.Is(err, tt.err) || (err == nil) != (tt.err == nil) {
			t.Errorf("%s: %q, %v; want %q, %v", tt.name, kinds, err, tt.kinds, tt.err)
		}
	}
	broken := errors.New("broken pipe")
	if _, err := readAll(iotest.ErrReader(broken), limits); !errors.Is(err, broken) {
		t.Errorf("a broken pipe gives %v", err)
	}
}

func TestReaderAfter(t *testing.T) {
	r := wire.NewReader(strings.NewReader(file+page), wire.DefaultLimits, 1)
	if _, err := r.Read(); err != nil {
		t.Fatal(err)
	}
	if rec, err := r.Read(); !errors.Is(err, wire.ErrMalformed) {
		t.Errorf("page 1 comes after page 1: %+v, %v", rec, err)
	}
	if got, want := r.Used(), int64(len(file+page)); got != want {
		t.Errorf("%d bytes were used, want %d", got, want)
	}
}

// TestRoundTrip writes lines and reads them again.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		place := rapid.Float64Range(-20_000, 20_000)
		line := layout.Line{
			Text: rapid.StringN(1, 30, -1).Draw(t, "text"), X: place.Draw(t, "x"), Y: place.Draw(t, "y"), W: place.Draw(t, "w"),
			Size: rapid.Float64Range(0.1, 1000).Draw(t, "size"), Block: rapid.IntRange(0, 9).Draw(t, "block"),
			Bold: rapid.Bool().Draw(t, "bold"), Apart: rapid.Bool().Draw(t, "apart"),
		}
		var stream bytes.Buffer
		for _, rec := range []wire.Record{
			{Kind: wire.KindFile, Pages: 1},
			{Kind: wire.KindPage, Number: 1, Lines: []wire.Line{wire.LineOf(line)}},
		} {
			if err := wire.Write(&stream, rec); err != nil {
				t.Fatal(err)
			}
		}
		r := wire.NewReader(&stream, wire.DefaultLimits, 0)
		_, _ = r.Read()
		rec, err := r.Read()
		if err != nil {
			t.Fatal(err)
		}
		got := rec.Lines[0].Line()
		for _, d := range [...]float64{got.X - line.X, got.Y - line.Y, got.W - line.W, got.Size - line.Size} {
			if d > 0.006 || d < -0.006 {
				t.Fatalf("got %+v, want %+v", got, line)
			}
		}
		got.X, got.Y, got.W, got.Size = line.X, line.Y, line.W, line.Size
		if got != line {
			t.Fatalf("got %+v, want %+v", got, line)
		}
	})
}

// FuzzReader reads any stream: it must end, within its limits, with what it
// promises.
func FuzzReader(f *testing.F) {
	f.Add([]byte(file + page + end))
	f.Add([]byte(file + `{"v":1,"kind":"page","n":7,"left":"slow"}` + "\n"))
	f.Add([]byte(`{"v":1,"kind":"fail","reason":"encrypted"}` + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := wire.Limits{Bytes: 1 << 16, Record: 1 << 12, Pages: 9, Lines: 9}
		r := wire.NewReader(bytes.NewReader(data), limits, 0)
		last := 0
		for records := 0; ; records++ {
			rec, err := r.Read()
			if err != nil {
				if _, again := r.Read(); again != io.EOF {
					t.Fatal("there is more after an error")
				}
				break
			}
			if rec.Kind == wire.KindPage && (rec.Number <= last || rec.Number > limits.Pages || len(rec.Lines) > limits.Lines) {
				t.Fatalf("page %d after %d, of %d lines", rec.Number, last, len(rec.Lines))
			}
			last = max(last, rec.Number)
			if records > limits.Pages+2 {
				t.Fatal("too many records")
			}
		}
		if r.Used() > limits.Bytes+64<<10 {
			t.Fatalf("%d bytes were used", r.Used())
		}
	})
}

func ExampleReader() {
	stream := `{"v":1,"kind":"file","pages":1}
{"v":1,"kind":"page","n":1,"lines":[{"t":"Talks in Moscow","x":7200,"y":70000,"w":9000,"s":1200,"b":0}]}
{"v":1,"kind":"end"}
`
	r := wire.NewReader(strings.NewReader(stream), wire.DefaultLimits, 0)
	for {
		rec, err := r.Read()
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(rec.Kind, rec.Number, len(rec.Lines))
	}
	// Output:
	// file 0 0
	// page 1 1
	// end 0 0
	// EOF
}

func ExampleWrite() {
	if err := wire.Write(os.Stdout, wire.Record{Kind: wire.KindPage, Number: 3, Left: wire.Slow}); err != nil {
		fmt.Println(err)
	}
	// Output: {"v":1,"kind":"page","n":3,"left":"slow"}
}
