package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const speech = "Angela Merkel said the talks would go on. “We are ready,” Angela Merkel said in Berlin."

// line returns a line of a corpus.
func line(id, text string) string {
	b, err := json.Marshal(map[string]any{"id": id, "text": text, "unknown": []int{1}})
	if err != nil {
		panic(err) // strings can always be marshalled
	}
	return string(b) + "\n"
}

func TestAnnotateKeepsOrder(t *testing.T) {
	var corpus strings.Builder
	var want []string
	for i := range 300 {
		id := fmt.Sprintf("n%d", i)
		want = append(want, id)
		// Some articles are much longer, so that the ones behind them are done first.
		corpus.WriteString(line(id, strings.Repeat(speech+" ", 1+i%7*i%11*5)))
	}
	dir := folderOf(t, map[string]string{"c.jsonl": corpus.String()})
	one := gloss(t, dir, "", "annotate", "--jobs", "1", "c.jsonl")
	many := gloss(t, dir, "", "annotate", "--jobs", "8", "c.jsonl")
	if one.code != 0 || one.err != "" {
		t.Fatalf("exit code %d, standard error %q", one.code, one.err)
	}
	if got := ids(records(t, one.out)); got != strings.Join(want, " ") {
		t.Errorf("order with one job: %s", got)
	}
	if one != many {
		t.Error("eight jobs give another output than one")
	}
}

func TestAnnotateGoesOnAfterErrors(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"c.jsonl":  line("first", speech) + "{not json\n" + line("third", speech) + `{"id":"fourth"}` + "\n" + line("fifth", speech),
		"good.txt": speech + "\n",
	})
	got := gloss(t, dir, "", "annotate", "missing.txt", "c.jsonl", "good.txt")
	if got.code != 1 {
		t.Errorf("exit code %d, want 1", got.code)
	}
	if got, want := ids(records(t, got.out)), "first third fifth good.txt"; got != want {
		t.Errorf("annotated %q, want %q", got, want)
	}
	lines := strings.Split(strings.TrimSuffix(got.err, "\n"), "\n")
	if len(lines) != 3 {
		t.Fatalf("standard error has %d lines, want 3: %q", len(lines), got.err)
	}
	for i, want := range []string{"missing.txt", "gloss: c.jsonl:2: ", "gloss: c.jsonl:4: "} {
		if !strings.HasPrefix(lines[i], "gloss: ") || !strings.Contains(lines[i], want) {
			t.Errorf("error %d is %q, want it to tell %q", i, lines[i], want)
		}
	}
}

func TestAnnotateOffsetsAreCodePoints(t *testing.T) {
	// Characters outside the basic plane, a combining mark, wide ones: a code
	// point is one, whatever its bytes, UTF-16 units or cells.
	text := "😀𝄞 e\u0301 日本 " + speech
	got := gloss(t, "", line("x", text), "annotate", "-")
	all := records(t, got.out)
	if len(all) != 1 || all[0].Text != text {
		t.Fatalf("got %q", got.out)
	}
	points := []rune(text)
	found := false
	for _, e := range all[0].Entities {
		for _, m := range e.Mentions {
			if m.Start < 0 || m.End > len(points) || m.Start >= m.End || string(points[m.Start:m.End]) != m.Text {
				t.Errorf("mention %+v does not hold its text", m)
			}
			found = found || m.Text == "Angela Merkel" && m.Start == 9
		}
	}
	if !found {
		t.Errorf("no mention of Angela Merkel at code point 9 in %q", got.out)
	}
}

func TestAnnotateOnly(t *testing.T) {
	tests := map[string][]string{
		"":                           {"entities", "quotes", "coalitions"},
		"entities":                   {"entities"},
		"quotes,coalitions":          {"quotes", "coalitions"},
		"coalitions,quotes,entities": {"entities", "quotes", "coalitions"},
	}
	for only, want := range tests {
		got := gloss(t, "", speech, "annotate", "--only", only, "-")
		var keys map[string]json.RawMessage
		if err := json.Unmarshal([]byte(got.out), &keys); err != nil {
			t.Fatalf("--only %q: %v in %q", only, err, got.out)
		}
		for _, part := range []string{"entities", "quotes", "coalitions"} {
			_, there := keys[part]
			wanted := strings.Contains(strings.Join(want, " "), part)
			if there != wanted {
				t.Errorf("--only %q: %s written: %t, want %t", only, part, there, wanted)
			}
		}
	}
}

func TestAnnotateFormats(t *testing.T) {
	dir := folderOf(t, map[string]string{"a.txt": speech, "b.txt": speech})
	t.Run("json", func(t *testing.T) {
		var one record
		if err := json.Unmarshal([]byte(gloss(t, dir, "", "annotate", "--format", "json", "a.txt").out), &one); err != nil {
			t.Errorf("one article: %v", err)
		}
		var two []record
		if err := json.Unmarshal([]byte(gloss(t, dir, "", "annotate", "--format", "json", "a.txt", "b.txt").out), &two); err != nil {
			t.Errorf("two articles: %v", err)
		}
		if got := ids(two); got != "a.txt b.txt" {
			t.Errorf("two articles: %q", got)
		}
	})
	t.Run("table", func(t *testing.T) {
		got := gloss(t, dir, "", "annotate", "--format", "table", "a.txt")
		if got.code != 0 || !strings.Contains(got.out, "Angela Merkel") || strings.ContainsRune(got.out, '\x1b') {
			t.Errorf("exit code %d, output %q", got.code, got.out)
		}
	})
}

func TestAnnotateDate(t *testing.T) {
	corpus := `{"id":"own","date":"2001-02-03","text":"Angela Merkel spoke."}` + "\n" + line("none", speech)
	all := records(t, gloss(t, "", corpus, "annotate", "--date", "2015-12-15", "-").out)
	if len(all) != 2 || all[0].Date != "2001-02-03" || all[1].Date != "2015-12-15" {
		t.Errorf("got %+v", all)
	}
}

func TestAnnotateStandardInput(t *testing.T) {
	tests := []struct{ name, input, want string }{
		{"article", speech, "stdin"},
		{"corpus", line("x", speech) + line("y", speech), "x y"},
		{"corpus after a mark and space", "\ufeff\n " + line("x", speech), "x"},
		{"article that begins with a brace", "{Advertisement}\n\n" + speech, "stdin"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := gloss(t, "", test.input, "annotate", "-")
			if got := ids(records(t, got.out)); got != test.want {
				t.Errorf("annotated %q, want %q", got, test.want)
			}
		})
	}
}

func TestAnnotateFolder(t *testing.T) {
	files := map[string]string{
		"in/b.txt": speech, "in/a.md": speech, "in/c/d.txt": speech, "in/c.jsonl": line("x", speech),
		"in/.hidden.txt": speech, "in/.git/e.txt": speech, "in/photo.jpg": "\xff\xd8\xff", "none/photo.png": "x",
	}
	t.Run("order", func(t *testing.T) {
		dir := folderOf(t, files)
		got := gloss(t, filepath.Join(dir, "in"), "", "annotate", ".")
		if got, want := ids(records(t, got.out)), filepath.FromSlash("a.md b.txt c/d.txt x"); got != want {
			t.Errorf("annotated %q, want %q", got, want)
		}
	})
	t.Run("nothing to read", func(t *testing.T) {
		got := gloss(t, folderOf(t, files), "", "annotate", "none")
		if got.code != 1 || !strings.Contains(got.err, "none: no articles in it") {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("output file in it", func(t *testing.T) {
		dir := folderOf(t, files)
		for range 2 { // the second time it is there already
			got := gloss(t, dir, "", "annotate", "--output", "in/all.jsonl", "in")
			if got != (outcome{}) {
				t.Fatalf("got %+v", got)
			}
			if n := len(records(t, read(t, dir, "in/all.jsonl"))); n != 4 {
				t.Errorf("%d articles were annotated, want 4", n)
			}
		}
	})
	t.Run("output folder in it", func(t *testing.T) {
		dir := folderOf(t, files)
		for range 2 {
			got := gloss(t, dir, "", "annotate", "--output", "in/found/", "in", "in/b.txt")
			if got.code != 1 || !strings.Contains(got.err, "b.txt") {
				t.Errorf("two inputs with one output: %+v", got)
			}
			for _, name := range []string{"a.md.jsonl", "b.txt.jsonl", "c/d.txt.jsonl", "c.jsonl.jsonl"} {
				if n := len(records(t, read(t, dir, "in/found/"+name))); n != 1 {
					t.Errorf("%d articles in %s, want 1", n, name)
				}
			}
		}
	})
	t.Run("output is the input", func(t *testing.T) {
		dir := folderOf(t, files)
		got := gloss(t, dir, "", "annotate", "--output", "in/c.jsonl", "in/c.jsonl")
		if got.code == 0 || read(t, dir, "in/c.jsonl") != files["in/c.jsonl"] {
			t.Errorf("the input is lost: %+v", got)
		}
	})
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
