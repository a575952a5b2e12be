package cache

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestEntriesComeBack writes any entry and reads it again.
func TestEntriesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String()
		want := Entry{
			Address:      text.Draw(t, "address"),
			Final:        text.Draw(t, "final"),
			ContentType:  text.Draw(t, "type"),
			Charset:      text.Draw(t, "charset"),
			ETag:         text.Draw(t, "etag"),
			LastModified: text.Draw(t, "modified"),
			Fetched:      time.Unix(rapid.Int64Range(0, 1<<37).Draw(t, "fetched"), 0).UTC(),
			Body:         string(rapid.SliceOf(rapid.Byte()).Draw(t, "body")),
		}
		head, err := encodeHead(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := decode(head + want.Body)
		if err != nil {
			t.Fatalf("decode: %v", err)
		}
		if got != want {
			t.Errorf("decode gave %+v, want %+v", got, want)
		}
	})
}

func TestLongHeaderIsNoEntry(t *testing.T) {
	e := Entry{Address: "https://example.org/", ETag: strings.Repeat("x", maxHeader)}
	if _, err := encodeHead(e); err == nil {
		t.Error("encodeHead took a header that decode would refuse")
	}
}

// signed returns rest with a mark and a right sum before it, so that the
// parser goes on to read it.
func signed(rest string) string { return mark + sum(rest, "") + "\n" + rest }

func TestDecodeRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":           "",
		"mark only":         mark,
		"no header":         signed(""),
		"no line":           signed(`{"length":0}`),
		"not JSON":          signed("length\n"),
		"array":             signed("[]\n"),
		"wrong type":        signed(`{"address":7,"length":0}` + "\n"),
		"length too small":  signed(`{"length":2}` + "\nabc"),
		"length too large":  signed(`{"length":4}` + "\nabc"),
		"length negative":   signed(`{"length":-1}` + "\n"),
		"length overflows":  signed(`{"length":99999999999999999999}` + "\n"),
		"header too long":   signed(`{"length":0,"x":"` + strings.Repeat("x", maxHeader) + `"}` + "\n"),
		"deep":              signed(strings.Repeat("[", 50_000) + "\n"),
		"sum in upper case": mark + strings.ToUpper(sum(`{"length":0}`+"\n", "")) + "\n" + `{"length":0}` + "\n",
	} {
		if e, err := decode(data); err == nil {
			t.Errorf("%s: decode gave %+v", name, e)
		}
	}
	if _, err := decode(signed(`{"length":3,"future":1}` + "\nabc")); err != nil {
		t.Errorf("decode of a key of a later version: %v", err)
	}
}

// FuzzDecode reads any file, with the sum put right so that the parser behind
// it is reached; what is read must be written and read as the same.
func FuzzDecode(f *testing.F) {
	f.Add("")
	f.Add(`{"address":"https://example.org/","length":4}` + "\nbody")
	f.Add(`{"length":-1,"fetched":"0000-00-00"}` + "\n\n")
	f.Add("[[[[\x00\xff\n")
	f.Fuzz(func(t *testing.T, rest string) {
		if e, err := decode(rest); err == nil {
			t.Fatalf("decode took a file without a sum: %+v", e)
		}
		e, err := decode(signed(rest))
		if err != nil {
			return
		}
		if !strings.HasSuffix(rest, "\n"+e.Body) {
			t.Errorf("the body %q is not the end of %q", e.Body, rest)
		}
		head, err := encodeHead(e)
		if err != nil {
			return // a header grows where its characters need escapes
		}
		again, err := decode(head + e.Body)
		if err != nil {
			t.Fatalf("decode of what was written: %v", err)
		}
		if !again.Fetched.Equal(e.Fetched) {
			t.Errorf("the time %v came back as %v", e.Fetched, again.Fetched)
		}
		again.Fetched = e.Fetched
		if again != e {
			t.Errorf("%+v came back as %+v", e, again)
		}
	})
}
