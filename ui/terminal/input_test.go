package terminal

import (
	"strings"
	"testing"
)

func TestFilter(t *testing.T) {
	for _, c := range []struct {
		name  string
		reads []string
		keys  string
		dark  string // "", "dark" or "light"
	}{
		{"keys alone", []string{"jk\x1b[A"}, "jk\x1b[A", ""},
		{"answer alone", []string{"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\"}, "", "dark"},
		{"answer ended by BEL", []string{"\x1b]11;rgb:ff/ff/ff\a"}, "", "light"},
		{"answer between keys", []string{"j\x1b]11;rgb:ffff/ffff/ffff\x1b\\k"}, "jk", "light"},
		{"answer in two reads", []string{"j\x1b]11;rgb:00", "00/0000/0000\x1b\\k"}, "jk", "dark"},
		{"terminator in two reads", []string{"\x1b]11;rgb:0000/0000/0000\x1b", "\\k"}, "k", "dark"},
		{"another answer", []string{"\x1b]4;1;rgb:00/00/00\ax"}, "x", ""},
		{"no colour", []string{"\x1b]11;nonsense\ax"}, "x", ""},
		{"alt+]", []string{"\x1b]", "jk"}, "\x1b]jk", ""},
		{"never ends", []string{"\x1b]" + strings.Repeat("0", 3*maxReply), "j"}, "j", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := NewInput(nil)
			var keys string
			for _, r := range c.reads {
				keys += string(in.filter([]byte(r)))
			}
			dark := ""
			select {
			case d := <-in.Background():
				dark = map[bool]string{true: "dark", false: "light"}[d]
			default:
			}
			if keys != c.keys || dark != c.dark {
				t.Errorf("keys %q, background %q; want %q, %q", keys, dark, c.keys, c.dark)
			}
		})
	}
}

func FuzzFilter(f *testing.F) {
	f.Add("j\x1b]11;rgb:00/00/00\x1b\\k", 5)
	f.Fuzz(func(t *testing.T, s string, cut int) {
		in := NewInput(nil)
		cut = max(0, min(cut, len(s)))
		first, second := []byte(s[:cut]), []byte(s[cut:])
		got := string(in.filter(first)) + string(in.filter(second))
		if !strings.Contains(s, "\x1b]") && !strings.HasSuffix(s[:cut], "\x1b") && got != s {
			t.Fatalf("%q became %q", s, got)
		}
		if len(in.held) > maxReply {
			t.Fatalf("%d bytes held", len(in.held))
		}
	})
}

func TestDarkByEnv(t *testing.T) {
	for env, want := range map[string]bool{"": true, "15;0": true, "0;15": false, "0;default;7": false, "7;8": true} {
		if got := DarkByEnv(env); got != want {
			t.Errorf("DarkByEnv(%q) = %v", env, got)
		}
	}
}
