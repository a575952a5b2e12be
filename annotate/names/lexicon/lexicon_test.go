package lexicon_test

import (
	"fmt"
	"strings"
	"testing"

	"gloss/annotate/fingerprint"
	"gloss/annotate/names/lexicon"
)

// key returns the key of a phrase of words with blanks between them.
func key(phrase string) uint64 {
	k := uint64(0)
	for w := range strings.FieldsSeq(phrase) {
		k = lexicon.Key(k, fingerprint.Sum(w))
	}
	return k
}

func Example() {
	t, err := lexicon.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t.Find(key("rotterdam")).Has(lexicon.Metropolis))
	fmt.Println(t.Find(key("crystal palace")).Has(lexicon.Club))
	fmt.Println(t.Find(key("harbour")))
	// Output:
	// true
	// true
	// 0
}

func TestDefaultHolds(t *testing.T) {
	table, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		phrase string
		list   lexicon.List
	}{
		{"buenos aires", lexicon.Metropolis},
		{"coimbra", lexicon.City},
		{"agence france - presse", lexicon.Body},
		{"universidad", lexicon.Head},
		{"kwame", lexicon.Given},
		{"mukherjee", lexicon.Family},
		{"yoruba", lexicon.Group},
		{"california", lexicon.Region},
	} {
		if !table.Find(key(c.phrase)).Has(c.list) {
			t.Errorf("%q is not in list %d", c.phrase, c.list)
		}
		first, _, _ := strings.Cut(c.phrase, " ")
		if n := len(strings.Fields(c.phrase)); table.From(fingerprint.Sum(first)) < n {
			t.Errorf("no phrase of %d words begins with %q", n, first)
		}
	}
}

func TestBuilderLeavesLongPhrasesOut(t *testing.T) {
	b := lexicon.Builder{}
	b.Add(lexicon.Club, nil)
	b.Add(lexicon.Club, make([]uint64, lexicon.Longest+1))
	if len(b) != 0 {
		t.Errorf("%d keys", len(b))
	}
}
