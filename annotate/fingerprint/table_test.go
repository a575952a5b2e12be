package fingerprint_test

import (
	"errors"
	"fmt"
	"testing"

	"gloss/annotate/fingerprint"
)

func Example() {
	packed := fingerprint.Pack(map[uint64]uint16{fingerprint.Sum("oslo"): 7})
	t, err := fingerprint.Open(string(packed))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t.Find(fingerprint.Sum("oslo")))
	fmt.Println(t.Find(fingerprint.Sum("bergen")))
	// Output:
	// 7 true
	// 0 false
}

func TestTableHoldsWhatWasPacked(t *testing.T) {
	for _, n := range []int{0, 1, 5, 1000, 20_000} {
		values := map[uint64]uint16{}
		for i := range n {
			values[fingerprint.Sum(fmt.Sprint("word", i))] = uint16(i)
		}
		table, err := fingerprint.Open(string(fingerprint.Pack(values)))
		if err != nil {
			t.Fatal(err)
		}
		wrong := 0
		for k, v := range values {
			if got, ok := table.Find(k); !ok || got != v {
				wrong++ // two keys of one bucket with the same 16 bits
			}
		}
		if wrong*1000 > n {
			t.Errorf("%d of %d values are wrong", wrong, n)
		}
		strangers := 0
		for i := range 20_000 {
			if _, ok := table.Find(fingerprint.Sum(fmt.Sprint("other", i))); ok {
				strangers++
			}
		}
		if strangers > 20 {
			t.Errorf("with %d values, %d of 20000 strangers are found", n, strangers)
		}
	}
}

func TestZeroTableIsEmpty(t *testing.T) {
	var table fingerprint.Table
	if v, ok := table.Find(1); ok || v != 0 {
		t.Errorf("found %d", v)
	}
}

func TestJoinMindsTheOrder(t *testing.T) {
	if fingerprint.Join(1, 2) == fingerprint.Join(2, 1) {
		t.Error("the order of a pair does not count")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(string(fingerprint.Pack(map[uint64]uint16{1: 2, 1 << 60: 3})), uint64(1))
	f.Add("\x01", uint64(0))
	f.Fuzz(func(t *testing.T, s string, key uint64) {
		table, err := fingerprint.Open(s)
		if err != nil {
			if !errors.Is(err, fingerprint.ErrCorrupt) {
				t.Fatal(err)
			}
			return
		}
		table.Find(key)
	})
}

func BenchmarkFind(b *testing.B) {
	values := map[uint64]uint16{}
	for i := range 100_000 {
		values[fingerprint.Sum(fmt.Sprint(i))] = uint16(i)
	}
	t, err := fingerprint.Open(string(fingerprint.Pack(values)))
	if err != nil {
		b.Fatal(err)
	}
	key := uint64(1)
	for b.Loop() {
		key = fingerprint.Join(key, 1)
		t.Find(key)
	}
}
