package feature_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/annotate"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names/feature"
	"gloss/annotate/text"
)

func sheet(t testing.TB, s string) (*text.Document, *feature.Sheet) {
	t.Helper()
	d, err := text.Parse(context.Background(), annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	x, err := feature.New(gazetteer.New())
	if err != nil {
		t.Fatal(err)
	}
	return d, x.Sheet(d)
}

func Example() {
	d, err := text.Parse(context.Background(), annotate.Input{Text: "Nobody in the little town knew that John Smith was there."})
	if err != nil {
		fmt.Println(err)
		return
	}
	x, err := feature.New(gazetteer.New())
	if err != nil {
		fmt.Println(err)
		return
	}
	x.Sheet(d).Segments(0, func(first, end int) { fmt.Println(d.Span(first, end).Of(d.Text)) })
	// Output:
	// Nobody in the
	// knew that John Smith was there
}

func TestModes(t *testing.T) {
	for _, c := range []struct {
		text string
		want feature.Mode
	}{
		{"The minister went to Oslo on Monday.", feature.Plain},
		{"MINISTER GOES TO OSLO", feature.Capitals},
		{"Minister Goes to Oslo for Harbour Talks", feature.Headline},
		{"the minister went to oslo on monday", feature.Small},
	} {
		if _, s := sheet(t, c.text); s.Mode(0) != c.want {
			t.Errorf("%q has mode %d, want %d", c.text, s.Mode(0), c.want)
		}
	}
}

// What a decoder adds up piece by piece is what Append gives.
func TestPiecesMakeTheWhole(t *testing.T) {
	d, s := sheet(t, "Kari Holm met Lars Bech. Holm of the North Harbour Council (NHC) spoke to Bech's U.S.-led group; the NHC did not.")
	for k := range d.Sentences {
		first, end := s.Sentence(k)
		for i := first; i < end; i++ {
			var want []uint64
			for off := -feature.Reach; off <= feature.Reach; off++ {
				switch j := i + off; {
				case j >= first && j < end:
					want = s.AppendForm(want, s.Form(j), off)
				case j == first-1 || j == end:
					want = feature.AppendEdge(want, off)
				}
			}
			if w := s.Word(i); w >= 0 {
				for _, j := range s.Places(w) {
					if int(j) != i {
						want = s.AppendBeside(want, int(j))
					}
				}
			}
			want = s.AppendPlace(want, i, k)
			if got := s.Append(nil, i, k); !slices.Equal(got, want) {
				t.Fatalf("token %q has %d features, in pieces %d", d.Raw(i), len(got), len(want))
			}
		}
	}
}

// The rest of a document changes what is known of its words.
func TestDocumentCounts(t *testing.T) {
	_, alone := sheet(t, "Holm left.")
	_, among := sheet(t, "Holm left.\nKari Holm and other Holm men came.")
	a, b := alone.Append(nil, 0, 0), among.Append(nil, 0, 0)
	if slices.Equal(a, b) {
		t.Error("the features do not tell of the document")
	}
}

func TestFeaturesAreDistinct(t *testing.T) {
	d, s := sheet(t, "The Bank of Norway and North Harbour Council said on Monday that “Kari Holm” of U.S.-based Al-Nur paid.")
	for i := range d.Tokens {
		f := s.Append(nil, i, 0)
		seen := map[uint64]int{}
		for at, x := range f {
			if before, ok := seen[x]; ok {
				t.Errorf("token %q has feature %d again as %d", d.Raw(i), before, at)
			}
			seen[x] = at
		}
	}
}

func FuzzSheet(f *testing.F) {
	f.Add("Kari Holm of Norway met the U.N.-led group in Oslo.")
	f.Add("A-B-C & D (EFG) “H's” 49ers\nIJ KL MN\nop qr")
	x, err := feature.New(gazetteer.New())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) || len(in) > 1<<12 {
			return
		}
		d, err := text.Parse(context.Background(), annotate.Input{Text: in})
		if err != nil {
			t.Fatal(err)
		}
		s := x.Sheet(d)
		var buf []uint64
		for k, sent := range d.Sentences {
			last := sent.First
			s.Segments(k, func(first, end int) {
				if first < last || end <= first || end > sent.End {
					t.Fatalf("segment [%d, %d) after %d in sentence %v", first, end, last, sent)
				}
				last = end
				for i := first; i < end; i++ {
					buf = s.Append(buf[:0], i, k)
				}
			})
		}
	})
}

func BenchmarkSheet(b *testing.B) {
	d, err := text.Parse(context.Background(), annotate.Input{Text: strings.Repeat("Kari Holm of Norway met the head of the North Harbour Council in Oslo and paid.\n", 1000)})
	if err != nil {
		b.Fatal(err)
	}
	x, err := feature.New(gazetteer.New())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		x.Sheet(d)
	}
}
