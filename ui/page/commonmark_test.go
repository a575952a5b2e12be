package page

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gloss/articles/markdown"
)

// TestCommonMark sets every example of the CommonMark specification at three
// widths. The examples are an oracle for not failing: all of Markdown is in
// them. They come with goldmark's module, where its own tests use them.
func TestCommonMark(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatalf("find goldmark's module: %v", err)
	}
	raw, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatalf("read the examples: %v", err)
	}
	var examples []struct {
		Markdown string
		Example  int
	}
	if err := json.Unmarshal(raw, &examples); err != nil {
		t.Fatalf("read the examples: %v", err)
	}
	if len(examples) < 600 {
		t.Fatalf("only %d examples", len(examples))
	}
	th := testTheme(t)
	for _, e := range examples {
		for _, width := range []int{20, 72, 300} {
			checkLines(t, New(markdown.Parse(e.Markdown, -1), width, th), nil)
			if t.Failed() {
				t.Fatalf("example %d at width %d: %q", e.Example, width, e.Markdown)
			}
		}
	}
}
