package engine_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/engine"
)

// noise returns n bytes of any kind made valid, always the same ones.
func noise(n int, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 0))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}

// confetti returns pieces of articles in any order.
func confetti(n int, seed uint64) string {
	pieces := []string{"“", "”", "\"", "'", "’s", "said", "told", "that", " ", " ", " ", "\n", ".", ",", "(", ")", "-", "—", "U.S.", "Mr.", "$", "%", "15", "2015",
		"December", "John", "Smith", "Bank", "of", "the", "and", "EU", "comprises", "members", "According to", "é", "\u200b", "\u0301", "🙂", "اللغة", "A", ":", "…"}
	r := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	for b.Len() < n {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

func TestVeryHostileTexts(t *testing.T) {
	texts := map[string]string{
		"1 MB without a space":          strings.Repeat("abcdefgh", 1<<17),
		"1 MB of a capitalised word":    strings.Repeat("Abcdefgh", 1<<17),
		"1 MB of wide characters":       strings.Repeat("é", 1<<19),
		"100,000 capitals":              strings.Repeat("A", 100_000),
		"100,000 capitals apart":        strings.Repeat("A ", 100_000),
		"30,000 words in capitals":      strings.Repeat("WORD ", 30_000),
		"20,000 different words":        different(20_000),
		"100,000 full stops":            strings.Repeat(".", 100_000),
		"30,000 initials":               strings.Repeat("J. ", 30_000),
		"names with commas":             strings.Repeat("Smith, ", 20_000),
		"acronyms":                      strings.Repeat("Nile Basin Union (NBU) ", 5_000),
		"marks that open":               strings.Repeat("“He said ", 20_000),
		"brackets that open":            strings.Repeat("(", 100_000),
		"numbers":                       strings.Repeat("15 December 2015 - ", 10_000),
		"nothing but directions":        strings.Repeat("\u202e\u200f", 50_000),
		"controls":                      strings.Repeat("\x00\x1b[31m", 20_000),
		"the last characters there are": strings.Repeat("\U0010FFFF", 20_000),
	}
	for i := range 3 {
		texts[fmt.Sprintf("noise %d", i)] = noise(50_000, uint64(i))
		texts[fmt.Sprintf("confetti %d", i)] = confetti(50_000, uint64(i))
	}
	e := engine.New()
	for name, s := range texts {
		t.Run(name, func(t *testing.T) {
			a, err := e.Annotate(context.Background(), annotate.Input{Text: s})
			if err != nil {
				t.Fatal(err)
			}
			check(t, s, a)
		})
	}
}

// different returns n names, no two of them alike.
func different(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Na%s ", strings.Map(func(r rune) rune { return r - '0' + 'a' }, fmt.Sprint(i)))
	}
	return b.String()
}

// BenchmarkOneLine shows that the time for a byte does not grow with the length
// of a line: compare ns/byte of a text and of one twice as long.
func BenchmarkOneLine(b *testing.B) {
	for _, mb := range []int{5, 10} {
		b.Run(fmt.Sprintf("%dMB", mb), func(b *testing.B) {
			line := strings.ReplaceAll(article, "\n", " ")
			perByte(b, strings.Repeat(line, (mb<<20)/len(line)))
		})
	}
}

// BenchmarkHostile does so for texts made to be slow.
func BenchmarkHostile(b *testing.B) {
	for name, text := range map[string]func(n int) string{
		"capitals":  func(n int) string { return strings.Repeat("A ", n/2) },
		"no space":  func(n int) string { return strings.Repeat("Abcdefgh", n/8) },
		"noise":     func(n int) string { return noise(n, 1) },
		"confetti":  func(n int) string { return confetti(n, 1) },
		"different": func(n int) string { return different(n / 8) },
		"acronyms":  func(n int) string { return strings.Repeat("Nile Basin Union (NBU) ", n/23) },
	} {
		for _, kb := range []int{250, 500, 1000} {
			b.Run(fmt.Sprintf("%s/%dKB", name, kb), func(b *testing.B) { perByte(b, text(kb<<10)) })
		}
	}
}

func perByte(b *testing.B, s string) {
	e := engine.New()
	for b.Loop() {
		if _, err := e.Annotate(context.Background(), annotate.Input{Text: s}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(s)), "ns/byte")
}
