package affinity_test

import (
	"fmt"
	"testing"

	"gloss/annotate/fingerprint"
	"gloss/annotate/names/affinity"
	"gloss/annotate/names/tag"
)

func Example() {
	t, err := affinity.Words()
	if err != nil {
		fmt.Println(err)
		return
	}
	a, ok := t.Find(fingerprint.Sum("tegucigalpa"))
	fmt.Println(ok, a.Of(tag.Place) > a.Of(tag.Person))
	// Output: true true
}

func TestDegrees(t *testing.T) {
	for _, c := range []struct {
		p    [tag.Classes]float32
		want [tag.Classes]int
	}{
		{[tag.Classes]float32{}, [tag.Classes]int{}},
		{[tag.Classes]float32{1, 0, 0, 0, 1}, [tag.Classes]int{7, 0, 0, 0, 7}},
		{[tag.Classes]float32{0.5, 0.03, 0.2, 0.1, 0.01}, [tag.Classes]int{5, 1, 3, 2, 0}},
	} {
		a := affinity.Degrees(c.p[:])
		for k, want := range c.want {
			if got := a.Of(tag.Class(k)); got != want {
				t.Errorf("%v: degree of class %d is %d, want %d", c.p, k, got, want)
			}
		}
	}
}

func TestPackAndFind(t *testing.T) {
	a := affinity.Degrees([]float32{0, 0, 0.9, 0, 0})
	table, err := fingerprint.Open(string(affinity.Pack(map[uint64]affinity.Affinity{5 << 50: a})))
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := table.Find(5 << 50); !ok || affinity.Affinity(got) != a {
		t.Errorf("found %v, %v", got, ok)
	}
}
