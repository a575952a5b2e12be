package tagger

import (
	"math"
	"math/rand/v2"
	"testing"
)

// What is packed is found again, to within the rounding, and what was never put
// in adds nothing.
func TestPackedWeights(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	w := &Weights{Features: map[uint64]*Row{}}
	for range 2000 {
		row := new(Row)
		for t := range row {
			row[t] = float32(rng.NormFloat64())
		}
		w.Features[rng.Uint64()] = row
	}
	w.Edges[7][Begin(Cue)][Inside(Source)] = 1.5
	m, err := Open(string(w.Pack(len(w.Features))))
	if err != nil {
		t.Fatal(err)
	}
	lost := 0
	for key, row := range w.Features {
		var sum Sum
		m.Add([]uint64{key}, &sum)
		if sum == (Sum{}) {
			lost++ // its line was full
			continue
		}
		got := sum.Row()
		for l := range row {
			if want := row[l] - row[Outside]; math.Abs(float64(got[l]-want)) > 0.06 {
				t.Fatalf("weight %d of %x is %v, want %v", l, key, got[l], want)
			}
		}
	}
	if lost > len(w.Features)/4 {
		t.Errorf("%d of %d features are lost", lost, len(w.Features))
	}
	found := 0
	for range 1000 {
		var sum Sum
		if m.Add([]uint64{rng.Uint64()}, &sum); sum != (Sum{}) {
			found++
		}
	}
	if found > 5 {
		t.Errorf("%d of 1000 unknown features are found", found)
	}
	if e := m.Edges(7)[Begin(Cue)][Inside(Source)]; math.Abs(float64(e)-math.Exp(1.5)) > 0.05 {
		t.Errorf("factor of the step is %v", e)
	}
}

// Many features at once add what they add one by one.
func TestAddInBatches(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	w := &Weights{Features: map[uint64]*Row{}}
	var keys []uint64
	for range 100 {
		keys = append(keys, rng.Uint64())
		w.Features[keys[len(keys)-1]] = &Row{0, rng.Float32(), 1, rng.Float32()}
	}
	m, err := Open(string(w.Pack(100)))
	if err != nil {
		t.Fatal(err)
	}
	var all, each Sum
	m.Add(keys, &all)
	for _, k := range keys {
		m.Add([]uint64{k}, &each)
	}
	if all != each {
		t.Errorf("together %v, one by one %v", all, each)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add((&Weights{Features: map[uint64]*Row{1 << 60: {0, 1}}}).Pack(1), uint64(1<<60))
	f.Fuzz(func(t *testing.T, b []byte, key uint64) {
		m, err := Open(string(b))
		if err != nil {
			return
		}
		var sum Sum
		m.Add([]uint64{key}, &sum)
	})
}
