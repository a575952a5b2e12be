package gate

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestTitle(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"Talks in Moscow", "Talks in Moscow"},
		{" two\nlines\tof \r\n text ", "two lines of text"},
		{"pwn\x1b]0;x\a", "pwn\ufffd]0;x\ufffd"},
		{"end\x1b\\more", "end\ufffd\\more"},
		{"c1 \u009c end", "c1 \ufffd end"},
		{"raw \x9c end", "raw \ufffd end"},
		{"exe.\u202egpj", "exe.\ufffdgpj"},
	} {
		got := titleSequence(test.in)
		if want := "\x1b]2;" + test.want + "\x1b\\"; got != want {
			t.Errorf("the title of %q is %q, want %q", test.in, got, want)
		}
	}
	if w := ansi.StringWidth(titleSequence(strings.Repeat("日本", 100))); w > maxTitle {
		t.Errorf("a title of %d cells", w)
	}
}
