package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Vectors reads word vectors from a JSON file that holds, under the key
// "vectors", an object with a list of numbers for each word, the most frequent
// word first. It returns at most limit words without blanks, and the first
// dims numbers of each.
func Vectors(path string, dims, limit int) ([]string, [][]float32, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open word vectors: %w", err)
	}
	defer f.Close()
	words, vectors, err := readVectors(json.NewDecoder(bufio.NewReaderSize(f, 1<<20)), dims, limit)
	if err != nil {
		return nil, nil, fmt.Errorf("read word vectors %s: %w", path, err)
	}
	return words, vectors, nil
}

func readVectors(dec *json.Decoder, dims, limit int) ([]string, [][]float32, error) {
	if _, err := dec.Token(); err != nil { // {
		return nil, nil, err
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, nil, err
		}
		if key != "vectors" {
			var skip json.RawMessage
			if err := dec.Decode(&skip); err != nil {
				return nil, nil, err
			}
			continue
		}
		if _, err := dec.Token(); err != nil { // {
			return nil, nil, err
		}
		var words []string
		var vectors [][]float32
		for dec.More() && len(words) < limit {
			word, err := dec.Token()
			if err != nil {
				return nil, nil, err
			}
			var v []float32
			if err := dec.Decode(&v); err != nil {
				return nil, nil, err
			}
			w, ok := word.(string)
			if !ok || len(v) < dims {
				return nil, nil, fmt.Errorf("word %v has %d numbers, want %d", word, len(v), dims)
			}
			if !strings.ContainsAny(w, " \t\n") {
				words, vectors = append(words, w), append(vectors, v[:dims:dims])
			}
		}
		return words, vectors, nil
	}
	return nil, nil, fmt.Errorf("no key %q", "vectors")
}
