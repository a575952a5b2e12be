package cluster

import (
	"encoding/binary"
	"errors"
	"math"
	"math/rand/v2"
	"slices"

	"gloss/annotate/fingerprint"
)

// Sizes are the numbers of groups at each level.
var Sizes = [Levels]int{2048, 512, 128, 32}

const (
	fitted = 40_000 // words, the most frequent first, that the centres are fitted on
	rounds = 12     // of k-means
)

// ErrFewWords is returned where there are fewer words than groups.
var ErrFewWords = errors.New("too few words to cluster")

// Build groups words by their vectors, which must be of one length, and returns
// the packed table. The words are lower-cased, the most frequent first. The
// groups of level 0 are those of spherical k-means over the most frequent
// words; the groups of the other levels are made of their centres likewise. The
// same input and seed always give the same table.
func Build(words []string, vectors [][]float32, seed uint64) ([]byte, error) {
	if len(words) < Sizes[0] || len(words) != len(vectors) {
		return nil, ErrFewWords
	}
	for _, v := range vectors {
		Normalise(v)
	}
	rng := rand.New(rand.NewPCG(seed, 0))
	weights := make([]float32, min(fitted, len(vectors)))
	for i := range weights {
		weights[i] = 1
	}
	centres := fit(rng, vectors[:len(weights)], weights, Sizes[0])
	leaf := make([]int, len(vectors))
	for i, v := range vectors {
		leaf[i] = nearest(centres, v)
	}
	// path[l][g] is the group at level l+1 of group g of level 0.
	var path [Levels - 1][]int
	weights = make([]float32, Sizes[0])
	for _, g := range leaf[:min(fitted, len(leaf))] {
		weights[g]++
	}
	up := make([]int, Sizes[0])
	for i := range up {
		up[i] = i
	}
	for l := range path {
		coarse := fit(rng, centres, weights, Sizes[l+1])
		sums := make([]float32, len(coarse))
		parent := make([]int, len(centres))
		for i, c := range centres {
			parent[i] = nearest(coarse, c)
			sums[parent[i]] += weights[i]
		}
		path[l] = make([]int, Sizes[0])
		for g := range up {
			up[g] = parent[up[g]]
			path[l][g] = up[g]
		}
		centres, weights = coarse, sums
	}
	return pack(words, leaf, path), nil
}

func pack(words []string, leaf []int, path [Levels - 1][]int) []byte {
	out := binary.LittleEndian.AppendUint16(nil, uint16(len(path[0])))
	for g := range path[0] {
		for l := range path {
			out = binary.LittleEndian.AppendUint16(out, uint16(path[l][g]))
		}
	}
	values := make(map[uint64]uint16, len(words))
	for i, w := range slices.Backward(words) {
		values[fingerprint.Sum(w)] = uint16(leaf[i])
	}
	return append(out, fingerprint.Pack(values)...)
}

// fit returns k centres of the weighted vectors.
func fit(rng *rand.Rand, vectors [][]float32, weights []float32, k int) [][]float32 {
	dims := len(vectors[0])
	centres := make([][]float32, k)
	for i, j := range rng.Perm(min(len(vectors), 8*k))[:k] {
		centres[i] = slices.Clone(vectors[j])
	}
	for range rounds {
		sums := make([]float32, k*dims)
		for i, v := range vectors {
			c := nearest(centres, v)
			for d, x := range v {
				sums[c*dims+d] += weights[i] * x
			}
		}
		for c := range centres {
			s := sums[c*dims : (c+1)*dims]
			if Normalise(s) {
				centres[c] = s
			} else { // nobody's: begin again elsewhere
				centres[c] = slices.Clone(vectors[rng.IntN(len(vectors))])
			}
		}
	}
	return centres
}

// nearest returns the centre with the largest cosine to v.
func nearest(centres [][]float32, v []float32) int {
	best, most := 0, float32(math.Inf(-1))
	for c, x := range centres {
		x = x[:len(v)]
		var a, b, e, f float32
		i := 0
		for ; i+4 <= len(v); i += 4 {
			a += v[i] * x[i]
			b += v[i+1] * x[i+1]
			e += v[i+2] * x[i+2]
			f += v[i+3] * x[i+3]
		}
		for ; i < len(v); i++ {
			a += v[i] * x[i]
		}
		if s := a + b + e + f; s > most {
			best, most = c, s
		}
	}
	return best
}

// Normalise makes v of length one, and reports false if it is zero.
func Normalise(v []float32) bool {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return false
	}
	f := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= f
	}
	return true
}
