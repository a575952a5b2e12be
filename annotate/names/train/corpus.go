// Package train learns the weights of the name recogniser from annotated texts.
//
// The learner is an averaged structured perceptron (Collins, "Discriminative
// training methods for hidden Markov models", EMNLP 2002) with a constant margin
// in training and features dropped at random. It is deterministic: the same
// texts and seeds give the same model.
package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"gloss/annotate"
	"gloss/annotate/names/tag"
)

// A Text is an annotated text. Names are in bytes of Text.
type Text struct {
	ID    string
	Text  string
	Names []Span
	// Unsure are the stretches, in order, that nothing is learned from.
	Unsure []annotate.Span
}

// A Span is a name in a text: its bytes, and its type in the corpus.
type Span struct {
	annotate.Span
	Type string
}

// Read reads a corpus in JSON Lines: on each line an object with "id", "text"
// and "entities", a list of [start, end, type] in code points of the text.
func Read(path string) ([]Text, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open corpus: %w", err)
	}
	defer f.Close()
	texts, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("read corpus %s: %w", path, err)
	}
	return texts, nil
}

func read(r io.Reader) ([]Text, error) {
	var texts []Text
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<28)
	for in.Scan() {
		if len(in.Bytes()) == 0 {
			continue
		}
		var line struct {
			ID       string               `json:"id"`
			Text     string               `json:"text"`
			Entities [][3]json.RawMessage `json:"entities"`
		}
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("text %d: %w", len(texts)+1, err)
		}
		t := Text{ID: line.ID, Text: line.Text}
		offs := offsets(line.Text)
		for _, e := range line.Entities {
			var s Span
			var start, end int
			for i, into := range []any{&start, &end, &s.Type} {
				if err := json.Unmarshal(e[i], into); err != nil {
					return nil, fmt.Errorf("text %q: %w", line.ID, err)
				}
			}
			if start < 0 || start >= end || end >= len(offs) {
				return nil, fmt.Errorf("text %q: name [%d, %d) is outside the text", line.ID, start, end)
			}
			s.Start, s.End = offs[start], offs[end]
			t.Names = append(t.Names, s)
		}
		texts = append(texts, t)
	}
	return texts, in.Err()
}

// offsets returns where each code point of s begins, in bytes, and the end.
func offsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for off := range s {
		out = append(out, off)
	}
	return append(out, len(s))
}

// class returns the class of names of a type in the corpora, and false for what
// is no name here.
func class(typ string) (tag.Class, bool) {
	switch typ {
	case "PERSON", "PER":
		return tag.Person, true
	case "ORG":
		return tag.Org, true
	case "LOC", "GPE", "FAC":
		return tag.Place, true
	case "NORP":
		return tag.People, true
	case "MISC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW":
		return tag.Misc, true
	}
	return 0, false
}
