package cluster_test

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gloss/annotate/cluster"
	"gloss/annotate/fingerprint"
)

func Example() {
	t, err := cluster.Words()
	if err != nil {
		fmt.Println(err)
		return
	}
	group := func(w string) uint16 {
		g, _ := t.Find(fingerprint.Sum(w))
		return g[2]
	}
	fmt.Println(group("monday") == group("thursday"), group("monday") == group("oslo"))
	// Output: true false
}

// sample returns words about so many centres as there are groups.
func sample() ([]string, [][]float32) {
	rng := rand.New(rand.NewPCG(1, 2))
	var words []string
	var vectors [][]float32
	for i := range 3 * cluster.Sizes[0] {
		v := make([]float32, 8)
		for d := range v {
			v[d] = float32(rng.NormFloat64())
		}
		words, vectors = append(words, fmt.Sprint("w", i)), append(vectors, v)
	}
	return words, vectors
}

func TestBuild(t *testing.T) {
	words, vectors := sample()
	packed, err := cluster.Build(words, vectors, 1)
	if err != nil {
		t.Fatal(err)
	}
	_, again := sample()
	if same, err := cluster.Build(words, again, 1); err != nil || !bytes.Equal(same, packed) {
		t.Errorf("the same input gives another table (%v)", err)
	}
	table, err := cluster.Open(string(packed))
	if err != nil {
		t.Fatal(err)
	}
	parents := map[uint16][cluster.Levels]uint16{}
	for _, w := range words {
		g, ok := table.Find(fingerprint.Sum(w))
		if !ok {
			t.Fatalf("%s is not found", w)
		}
		for l, n := range g {
			if int(n) >= cluster.Sizes[l] {
				t.Fatalf("%s is in group %d of level %d", w, n, l)
			}
		}
		if p, seen := parents[g[0]]; seen && p != g {
			t.Fatalf("group %d lies in %v and in %v", g[0], p, g)
		}
		parents[g[0]] = g
	}
}

func TestBuildFails(t *testing.T) {
	if _, err := cluster.Build([]string{"a"}, [][]float32{{1}}, 1); !errors.Is(err, cluster.ErrFewWords) {
		t.Errorf("error is %v, want %v", err, cluster.ErrFewWords)
	}
}

func TestNormalise(t *testing.T) {
	v := []float32{3, 4}
	if !cluster.Normalise(v) || math.Abs(float64(v[0])-0.6) > 1e-6 || math.Abs(float64(v[1])-0.8) > 1e-6 {
		t.Errorf("normalised to %v", v)
	}
	if cluster.Normalise([]float32{0, 0}) {
		t.Error("nothing has a direction")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add("\x00\x00"+string(fingerprint.Pack(map[uint64]uint16{5: 0})), uint64(5))
	f.Fuzz(func(t *testing.T, s string, sum uint64) {
		table, err := cluster.Open(s)
		if err != nil {
			return
		}
		table.Find(sum)
	})
}
