package model_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gloss/annotate/names/model"
	"gloss/annotate/names/tag"
)

func Example() {
	w := model.Weights{Features: map[uint64]*[tag.N]float32{42: {2: -1.5, 3: 3}}}
	packed, unit := w.Pack(100)
	m, err := model.Open(string(packed))
	if err != nil {
		fmt.Println(err)
		return
	}
	var scores tag.Scores
	m.Add([]uint64{42, 43}, &scores)
	fmt.Printf("%.1f %.1f\n", float64(scores[2])*unit, float64(scores[3])*unit)
	// Output: -1.5 3.0
}

// weights returns random weights of so many features.
func weights(n int) *model.Weights {
	rng := rand.New(rand.NewPCG(1, 2))
	w := &model.Weights{Features: map[uint64]*[tag.N]float32{}, Kinds: map[uint64]*[tag.N][tag.N]float32{}}
	for range n {
		row := new([tag.N]float32)
		size := math.Exp(rng.NormFloat64() * 2)
		for t := range row {
			if rng.IntN(3) == 0 {
				row[t] = float32(rng.NormFloat64() * size)
			}
		}
		w.Features[rng.Uint64()] = row
	}
	for range 5 {
		e := new([tag.N][tag.N]float32)
		for next := range e {
			for prev := range e[next] {
				e[next][prev] = float32(rng.NormFloat64())
			}
		}
		w.Kinds[rng.Uint64()] = e
	}
	return w
}

func TestPackKeepsWeights(t *testing.T) {
	w := weights(3000)
	packed, unit := w.Pack(1 << 30)
	m, err := model.Open(string(packed))
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for key, row := range w.Features {
		var s tag.Scores
		m.Add([]uint64{key}, &s)
		most := 0.0
		for _, x := range row {
			most = max(most, math.Abs(float64(x)))
		}
		for tg, x := range row {
			if math.Abs(float64(s[tg])*unit-float64(x)) > most/100+unit {
				wrong++
				break
			}
		}
	}
	if wrong > 3 { // rows that share a bucket and 16 bits
		t.Errorf("%d rows are wrong", wrong)
	}
	for key, e := range w.Kinds {
		got := m.Edges([]uint64{0, key})
		for next := range tag.Tag(tag.N) {
			for prev := range tag.Tag(tag.N) {
				if next.Follows(prev) && math.Abs(float64(got[next][prev])*unit-float64(e[next][prev])) > unit {
					t.Fatalf("edge from %d to %d is %v, want %v", prev, next, float64(got[next][prev])*unit, e[next][prev])
				}
			}
		}
	}
	if *m.Edges([]uint64{1, 2}) != (tag.Edges{}) {
		t.Error("an unknown kind has edges of its own")
	}
}

func TestAdd(t *testing.T) {
	w, more := weights(3), weights(3)
	more.Features[7] = &[tag.N]float32{1: 2}
	more.Edges[0][0] = 3
	more.Kinds[7] = &[tag.N][tag.N]float32{{4}}
	w.Add(more)
	for k, row := range more.Features {
		want := 2 * row[1] // both have the same random ones
		if k == 7 {
			want = 2
		}
		if got := w.Features[k][1]; got != want {
			t.Errorf("weight of %d is %v, want %v", k, got, want)
		}
	}
	if w.Edges[0][0] != 3 || w.Kinds[7][0][0] != 4 {
		t.Errorf("edges %v and %v, want 3 and 4", w.Edges[0][0], w.Kinds[7][0][0])
	}
}

func TestPackKeepsTheLargest(t *testing.T) {
	w := model.Weights{Features: map[uint64]*[tag.N]float32{1<<40 | 1: {0: 1}, 2<<40 | 2: {0: 5}, 3<<40 | 3: {0: -4}}}
	packed, _ := w.Pack(2)
	m, err := model.Open(string(packed))
	if err != nil {
		t.Fatal(err)
	}
	for key, kept := range map[uint64]bool{1<<40 | 1: false, 2<<40 | 2: true, 3<<40 | 3: true} {
		var s tag.Scores
		if m.Add([]uint64{key}, &s); (s[0] != 0) != kept {
			t.Errorf("weight of %x is %d", key, s[0])
		}
	}
}

func TestConfidence(t *testing.T) {
	w := weights(10)
	for i := range w.Curve {
		w.Curve[i] = model.Curve{Slope: 1, Base: -2}
	}
	packed, _ := w.Pack(100)
	m, err := model.Open(string(packed))
	if err != nil {
		t.Fatal(err)
	}
	last := 0.0
	for _, margin := range []int32{-5, 1, 10, 1000, math.MaxInt32} {
		p := m.Confidence(tag.Org, margin)
		if p <= last || p >= 1 {
			t.Errorf("confidence of margin %d is %v after %v", margin, p, last)
		}
		last = p
	}
}

func FuzzOpen(f *testing.F) {
	packed, _ := weights(20).Pack(100)
	f.Add(string(packed), 30)
	f.Add("gloss names 1\n", 0)
	f.Fuzz(func(t *testing.T, s string, cut int) {
		if cut >= 0 && cut < len(s) {
			s = s[:cut] + s[min(cut+1, len(s)):]
		}
		if _, err := model.Open(s); err != nil && !errors.Is(err, model.ErrCorrupt) {
			t.Fatal(err)
		}
	})
}
