// Compare measures how many words a second Gloss annotates on one core, beside
// another program that finds names, on the same texts and in the same run.
//
//	compare [-rounds n] [FILE]
//
// FILE is a text, or a .jsonl file of objects with a text. Without it a text is
// made.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/jdkato/prose/v3"

	"gloss/annotate"
	"gloss/annotate/engine"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names"
	"gloss/annotate/text"
)

func main() {
	rounds := flag.Int("rounds", 5, "how often each contestant reads the texts")
	flag.Parse()
	if err := run(flag.Arg(0), max(1, *rounds)); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

// A contestant reads a text and returns how many things it has found.
type contestant struct {
	name string
	read func(string) (int, error)
}

func run(file string, rounds int) error {
	texts, err := read(file)
	if err != nil {
		return err
	}
	runtime.GOMAXPROCS(1)
	words := 0
	for _, t := range texts {
		words += len(strings.Fields(t))
	}
	fmt.Printf("%d texts, %d words, %d rounds, one core, %s\n\n", len(texts), words, rounds, runtime.Version())

	all := contestants()
	speeds := make([][]float64, len(all))
	found := make([]int, len(all))
	for round := range rounds + 1 { // the first one warms up
		for i, c := range all {
			found[i] = 0
			runtime.GC()
			start := time.Now()
			for _, t := range texts {
				n, err := c.read(t)
				if err != nil {
					return fmt.Errorf("%s: %w", c.name, err)
				}
				found[i] += n
			}
			if round > 0 {
				speeds[i] = append(speeds[i], float64(words)/time.Since(start).Seconds())
			}
		}
	}
	fmt.Printf("%-34s %12s %12s %12s %8s %8s\n", "", "words/s", "lowest", "highest", "ratio", "found")
	base := 0.0
	for i, c := range all {
		slices.Sort(speeds[i])
		median := speeds[i][len(speeds[i])/2]
		if i == 0 {
			base = median
		}
		fmt.Printf("%-34s %12.0f %12.0f %12.0f %8.1f %8d\n", c.name, median, speeds[i][0], speeds[i][len(speeds[i])-1], median/base, found[i])
	}
	return nil
}

// contestants returns who is measured; the first is what the others are
// compared with.
func contestants() []contestant {
	ctx := context.Background()
	recogniser := names.New(gazetteer.New())
	eng := engine.New()
	return []contestant{
		{"prose v3.2.3, names", func(s string) (int, error) {
			d, err := prose.NewDocument(s, prose.WithSegmentation(false))
			if err != nil {
				return 0, err
			}
			return len(d.Entities()), nil
		}},
		{"prose v3.2.3, names and sentences", func(s string) (int, error) {
			d, err := prose.NewDocument(s)
			if err != nil {
				return 0, err
			}
			return len(d.Entities()), nil
		}},
		{"gloss, names and sentences", func(s string) (int, error) {
			d, err := text.Parse(ctx, annotate.Input{Text: s})
			if err != nil {
				return 0, err
			}
			found, err := recogniser.Names(ctx, d)
			return len(found), err
		}},
		{"gloss, everything", func(s string) (int, error) {
			a, err := eng.Annotate(ctx, annotate.Input{Text: s})
			n := len(a.Quotes) + len(a.Coalitions)
			for _, e := range a.Entities {
				n += len(e.Mentions)
			}
			return n, err
		}},
	}
}

// read returns the texts of a file, or a made one.
func read(file string) ([]string, error) {
	if file == "" {
		return []string{made()}, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if filepath.Ext(file) != ".jsonl" {
		return []string{strings.ToValidUTF8(string(data), "\uFFFD")}, nil
	}
	var texts []string
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for lines.Scan() {
		var doc struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			return nil, fmt.Errorf("read %s: %w", file, err)
		}
		texts = append(texts, doc.Text)
	}
	return texts, lines.Err()
}

// made returns a text of some 20,000 words in which no two sentences are alike.
func made() string {
	first := []string{"Anna", "Boris", "Clara", "David", "Elif", "Farid", "Greta", "Hassan"}
	last := []string{"Aalto", "Brandt", "Costa", "Demir", "Eriksen", "Farouk", "Gupta", "Hoxha", "Ilves"}
	place := []string{"Oslo", "Lima", "Nairobi", "Ankara", "Manila", "Quito", "Tunis", "Riga", "Hanoi", "Accra", "Dublin"}
	body := []string{"the Ministry of Transport", "the World Bank", "Harbour Union", "the European Commission", "Nordline Ltd"}
	frame := []string{
		"%s %s, who leads %s, said on Monday that the talks in %s had gone well.\n",
		"“We cannot wait for others,” %s %s of %s told reporters in %s last week.\n",
		"According to %s %s, %s will spend $%d million on the port, although nobody has seen a plan.\n",
		"The report was written by %s %s for %s and was given to the mayor of %s.\n",
	}
	var b strings.Builder
	for i := range 1200 {
		f := frame[i%len(frame)]
		args := []any{first[i%8], last[i%9], body[i%5], place[i%11]}
		if strings.Contains(f, "%d") {
			args[3] = 3 + i%90
		}
		fmt.Fprintf(&b, f, args...)
	}
	return b.String()
}
