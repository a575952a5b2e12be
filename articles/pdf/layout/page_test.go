package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// glyphs sets a text in glyphs of half a font size each, a run for each glyph.
func glyphs(x, y, size float64, text string) []Run {
	var runs []Run
	for _, r := range text {
		runs = append(runs, Run{Text: string(r), X: x, Y: y, W: size / 2, Size: size})
		x += size / 2
	}
	return runs
}

// column sets lines below each other.
func column(x, y, size float64, lines ...string) []Run {
	var runs []Run
	for _, line := range lines {
		runs = append(runs, glyphs(x, y, size, line)...)
		y -= 1.2 * size
	}
	return runs
}

func concat(parts ...[]Run) []Run {
	var all []Run
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

// texts returns the texts of lines, an empty one between blocks.
func texts(lines []Line) string {
	var out []string
	for i, l := range lines {
		if i > 0 && l.Block != lines[i-1].Block {
			out = append(out, "")
		}
		out = append(out, l.Text)
	}
	return strings.Join(out, "\n")
}

// columnOf returns lines of a column that is 30 characters wide.
func columnOf(letter string) []string {
	var lines []string
	for i := range 8 {
		lines = append(lines, fmt.Sprintf("%s%d is a line of this column.", letter, i))
	}
	return lines
}

func TestLines(t *testing.T) {
	a, b, c := columnOf("a"), columnOf("b"), columnOf("c")
	text := func(lines []string) string { return strings.Join(lines, "\n") }
	shift := func(runs []Run, dx, dy float64) []Run {
		for i := range runs {
			runs[i].X += dx
			runs[i].Y += dy
		}
		return runs
	}
	reverse := func(runs []Run) []Run {
		var out []Run
		for i := len(runs) - 1; i >= 0; i-- {
			out = append(out, runs[i])
		}
		return out
	}
	tests := []struct {
		name string
		runs []Run
		want string
	}{
		{"nothing", nil, ""},
		{"a line", glyphs(0, 0, 10, "Talks in Moscow"), "Talks in Moscow"},
		{"words without spaces", concat(glyphs(0, 0, 10, "Talks"), glyphs(27.5, 0, 10, "in"), glyphs(40, 0, 10, "Moscow")), "Talks in Moscow"},
		{"kerning is no space", concat(glyphs(0, 0, 10, "Ta"), glyphs(9, 0, 10, "lks"), glyphs(25, 0, 10, "in")), "Talksin"},
		{"drawn from right to left", reverse(glyphs(0, 0, 10, "Talks in")), "Talks in"},
		{"drawn from bottom to top", concat(glyphs(0, -12, 10, "second"), glyphs(0, 0, 10, "first")), "first\nsecond"},
		{"drawn twice", concat(glyphs(0, 0, 10, "Talks"), glyphs(0.3, 0, 10, "Talks")), "Talks"},
		{"each glyph drawn twice", []Run{{"T", 0, 0, 5, 10, false}, {"T", 0.2, 0, 5, 10, false}, {"o", 5, 0, 5, 10, false}, {"o", 5.2, 0, 5, 10, false}, {"o", 10, 0, 5, 10, false}}, "Too"},
		{"a space that is taken back", []Run{{"v", 0, 0, 5, 10, false}, {" ", 5, 0, 2.5, 10, false}, {"e", 5.1, 0, 5, 10, false}}, "ve"},
		{"a small number above", concat(glyphs(0, 0, 10, "islands"), glyphs(35, 4, 6, "1"), glyphs(41, 0, 10, "are")), "islands1 are"},
		{"ligatures", glyphs(0, 0, 10, "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06 x²"), "fffiflffifflstst x²"},
		{"accent before", []Run{{"´", 0, 0, 4, 10, false}, {"e", 0, 0, 5, 10, false}, {"t", 5, 0, 5, 10, false}}, "ét"},
		{"accent behind", []Run{{"ı", 0, 0, 5, 10, false}, {"¨", 0.5, 0, 4, 10, false}, {"v", 5, 0, 5, 10, false}}, "ïv"},
		{"accent alone", glyphs(0, 0, 10, "a ´ b"), "a ´ b"},
		{"initial of two lines", concat(glyphs(0, -12, 30, "T"), glyphs(17, 0, 10, "alks in Moscow"), glyphs(17, -12, 10, "ended late.")), "Talks in Moscow\nended late."},
		{"no place", []Run{{"a", math.NaN(), 0, 5, 10, false}, {"b", 0, math.Inf(1), 5, 10, false}, {"c", 0, 0, 5, 0, false}, {"d", 1e9, 0, 5, 10, false}, {"e", 0, 0, 5, 10, false}}, "e"},
		{"two columns", concat(column(0, 500, 10, a...), column(170, 500, 10, b...)), text(a) + "\n\n" + text(b)},
		{"two columns, drawn line by line", func() (runs []Run) {
			for i := range a {
				runs = append(runs, glyphs(0, 500-12*float64(i), 10, a[i])...)
				runs = append(runs, glyphs(170, 500-12*float64(i), 10, b[i])...)
			}
			return runs
		}(), text(a) + "\n\n" + text(b)},
		{"two columns, not on the same lines", concat(column(0, 500, 10, a...), column(170, 494, 10, b...)), text(a) + "\n\n" + text(b)},
		{"three columns", concat(column(0, 500, 10, a...), column(170, 500, 10, b...), column(340, 500, 10, c...)), text(a) + "\n\n" + text(b) + "\n\n" + text(c)},
		{"a title over two columns", concat(glyphs(60, 530, 20, "A title over both of them"), column(0, 500, 10, a...), column(170, 500, 10, b...)), "A title over both of them\n\n" + text(a) + "\n\n" + text(b)},
		{"a line below two columns", concat(column(0, 500, 10, a...), column(170, 500, 10, b...), glyphs(60, 350, 10, "A line that goes below both of the columns")),
			text(a) + "\n\n" + text(b) + "\n\nA line that goes below both of the columns"},
		{"a title over two of three", concat(glyphs(60, 530, 15, "A title over two of them"), column(0, 500, 10, a...), column(170, 500, 10, b...), shift(column(340, 530, 10, c...), 0, 0)),
			"A title over two of them\n\n" + text(a) + "\n\n" + text(b) + "\n\n" + text(c)},
		{"columns, a picture's title, columns", concat(column(0, 500, 10, a...), column(170, 500, 10, b...), glyphs(60, 380, 10, "A line that goes over both of the columns"), column(0, 350, 10, c[:3]...), column(170, 350, 10, c[3:6]...)),
			text(a) + "\n\n" + text(b) + "\n\nA line that goes over both of the columns\n\n" + text(c[:3]) + "\n\n" + text(c[3:6])},
		{"a table", concat(column(0, 500, 10, "Harbour", "Brond", "Sundby", "Kell", "Vik"), column(100, 500, 10, "Ships", "12", "7", "31", "4"), column(200, 500, 10, "Days", "240", "118", "300", "50")),
			"Harbour Ships Days\nBrond 12 240\nSundby 7 118\nKell 31 300\nVik 4 50"},
		{"a list", concat(column(0, 500, 10, "•", "•", "•", "•", "•"), column(20, 500, 10, "one point", "a second point", "a third point", "a fourth", "a fifth")),
			"• one point\n• a second point\n• a third point\n• a fourth\n• a fifth"},
	}
	for _, tt := range tests {
		if got := texts(Lines(tt.runs)); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestLinesApart(t *testing.T) {
	lines := Lines(concat(
		column(0, 500, 10, "Harbour", "Brond", "Sundby"), column(100, 500, 10, "Ships", "12", "7"),
		glyphs(0, 450, 10, "And then a line of text."),
	))
	for i, want := range []bool{true, true, true, false} {
		if lines[i].Apart != want {
			t.Errorf("line %d, %q: apart is %v", i, lines[i].Text, lines[i].Apart)
		}
	}
}

func TestLinesBold(t *testing.T) {
	runs := glyphs(0, 0, 10, "All of this is bold")
	for i := range runs {
		runs[i].Bold = true
	}
	if lines := Lines(runs); !lines[0].Bold {
		t.Error("a bold line is not")
	}
	for i := range 10 {
		runs[i].Bold = false
	}
	if lines := Lines(runs); lines[0].Bold {
		t.Error("a line that is half bold is")
	}
}

// letters returns the characters of a text that are no white space, sorted by
// how often they come.
func letters(s string) map[rune]int {
	count := map[rune]int{}
	for _, r := range s {
		if !unicode.IsSpace(r) {
			count[r]++
		}
	}
	return count
}

// TestLinesKeepsAll checks that no character is lost or made, wherever the
// glyphs stand.
func TestLinesKeepsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var runs []Run
		var all strings.Builder
		for i := range rapid.IntRange(0, 60).Draw(t, "runs") {
			r := Run{
				// No two runs have the same text, so that none is taken for one
				// that was drawn twice.
				Text: string(rune('一' + i)),
				X:    rapid.Float64Range(-10, 600).Draw(t, "x"), Y: rapid.Float64Range(-10, 100).Draw(t, "y"),
				W: rapid.Float64Range(0, 20).Draw(t, "w"), Size: rapid.Float64Range(0.2, 30).Draw(t, "size"),
			}
			runs = append(runs, r)
			all.WriteString(r.Text)
		}
		lines := Lines(runs)
		var got strings.Builder
		block := 0
		for _, l := range lines {
			got.WriteString(l.Text)
			if l.Block < block || l.Text == "" || l.Size <= 0 || l.W < 0 {
				t.Fatalf("a line that cannot be: %+v", l)
			}
			block = l.Block
		}
		if fmt.Sprint(letters(got.String())) != fmt.Sprint(letters(all.String())) {
			t.Fatalf("got %q of %q", got.String(), all.String())
		}
	})
}

// FuzzLines sets glyphs at the places that bytes tell.
func FuzzLines(f *testing.F) {
	f.Add([]byte("Talks in Moscow ended late on Tuesday, the ministers said."))
	f.Add([]byte{0, 0, 0, 0, 255, 255, 255, 255, 'a', 9, 9, 9, 'b', 9, 200, 9})
	f.Fuzz(func(t *testing.T, data []byte) {
		var runs []Run
		for ; len(data) >= 4; data = data[4:] {
			runs = append(runs, Run{Text: string(rune(data[0])), X: float64(data[1]) * 3, Y: float64(data[2]) * 3, W: float64(data[3] % 16), Size: float64(data[3]/16) + 1})
		}
		Compose([]Page{{Number: 1, Lines: Lines(runs)}, {Number: 2, Lines: Lines(runs)}})
	})
}

func ExampleLines() {
	runs := []Run{
		{Text: "Talks", X: 72, Y: 700, W: 30, Size: 12},
		{Text: "in", X: 105, Y: 700, W: 12, Size: 12},
		{Text: "Moscow", X: 72, Y: 686, W: 40, Size: 12},
	}
	for _, line := range Lines(runs) {
		fmt.Println(line.Text)
	}
	// Output:
	// Talks in
	// Moscow
}

// BenchmarkLines lays out pages of two columns with more and more glyphs, and
// pages on which the glyphs stand anywhere.
func BenchmarkLines(b *testing.B) {
	for _, n := range []int{5_000, 10_000, 20_000, 40_000} {
		var columns, anywhere []Run
		for i := 0; len(columns) < n; i++ {
			columns = append(columns, glyphs(float64(i%2)*170, 1e5-float64(i/2)*12, 10, "this is a line of this column.")...)
		}
		for i := range n {
			anywhere = append(anywhere, Run{Text: "x", X: float64(i * 7919 % 600), Y: float64(i * 104729 % 800), W: 5, Size: 10})
		}
		for name, runs := range map[string][]Run{"columns": columns, "anywhere": anywhere} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					Lines(runs)
				}
			})
		}
	}
}
