package train

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"gloss/annotate"
	"gloss/annotate/cluster"
	"gloss/annotate/fingerprint"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names/affinity"
	"gloss/annotate/names/feature"
	"gloss/annotate/names/tag"
	"gloss/annotate/text"
)

const (
	outputs = tag.Classes + 1 // the last is for words that are in no name
	hidden  = 64
	folds   = 5
	// scale lengthens vectors, for those of length 1 are short for units that
	// begin at random.
	scale = 5
)

// Affinities returns the packed table of the affinities of words, learned from
// their vectors and the names in texts. Each word of the texts is judged by a
// network that has not seen it, as other words are at any rate, so that the
// recogniser, which learns from the same texts, does not trust them too much.
func Affinities(texts []Text, words []string, vectors [][]float32, seed uint64) ([]byte, error) {
	for _, v := range vectors {
		cluster.Normalise(v)
	}
	counts, err := classCounts(texts)
	if err != nil {
		return nil, err
	}
	var known [folds][]example
	for i, w := range words {
		if c, ok := counts[w]; ok {
			f := int(fingerprint.Sum(w)>>20) % folds
			known[f] = append(known[f], newExample(vectors[i], c))
		}
	}
	var nets [folds]*network
	for f := range nets {
		var others []example
		for g := range known {
			if g != f {
				others = append(others, known[g]...)
			}
		}
		nets[f] = newNetwork(len(vectors[0]), seed+uint64(f))
		nets[f].learn(others)
	}
	out := make(map[uint64]affinity.Affinity, len(words))
	for i, w := range slices.Backward(words) {
		var p [outputs]float32
		if _, ok := counts[w]; ok {
			p = nets[int(fingerprint.Sum(w)>>20)%folds].classify(vectors[i])
		} else {
			for _, n := range nets {
				for k, x := range n.classify(vectors[i]) {
					p[k] += x / folds
				}
			}
		}
		out[fingerprint.Sum(w)] = affinity.Degrees(p[:])
	}
	return affinity.Pack(out), nil
}

// classCounts returns for each lower-cased word how often it has a capital in
// names of each class and outside names, in sentences that use capitals.
func classCounts(texts []Text) (map[string]*[outputs]float32, error) {
	gaz := gazetteer.New()
	x, err := feature.New(gaz)
	if err != nil {
		return nil, fmt.Errorf("open features: %w", err)
	}
	c := newCollector(gaz, x)
	out := map[string]*[outputs]float32{}
	for _, t := range texts {
		d, err := text.Parse(context.Background(), annotate.Input{Text: t.Text})
		if err != nil {
			return nil, fmt.Errorf("parse text %q: %w", t.ID, err)
		}
		gold := c.gold(d, t)
		s := x.Sheet(d)
		for k, sent := range d.Sentences {
			for i := sent.First; i < sent.End; i++ {
				tok := d.Tokens[i]
				if s.Mode(k) != feature.Plain || tok.Kind != text.Word || tok.Is(text.First) && gold[i] == tag.Outside {
					continue
				}
				n := out[d.Lower(i)]
				if n == nil {
					n = new([outputs]float32)
					out[d.Lower(i)] = n
				}
				cl, in := gold[i].Class()
				if !in {
					cl = tag.Classes
				}
				n[cl]++
			}
		}
	}
	return out, nil
}

// An example is a vector with the shares of the classes, and its weight.
type example struct {
	vector []float32
	shares [outputs]float32
	weight float32
}

func newExample(v []float32, counts *[outputs]float32) example {
	e := example{vector: v}
	sum := float32(0)
	for _, n := range counts {
		sum += n
	}
	for k, n := range counts {
		e.shares[k] = n / sum
	}
	e.weight = float32(min(1+math.Log(float64(sum)), 4))
	if counts[tag.Classes] == sum {
		e.weight /= 3 // words of the language are not what is to be learned
	}
	return e
}

// A network has one hidden layer of rectified units and a softmax over classes.
type network struct {
	in, out [][]float32 // by unit; the last number of each is its bias
	rng     *rand.Rand
}

func newNetwork(dims int, seed uint64) *network {
	rng := rand.New(rand.NewPCG(seed, 3))
	layer := func(units, inputs int) [][]float32 {
		l := make([][]float32, units)
		for u := range l {
			l[u] = make([]float32, inputs+1)
			for i := range inputs {
				l[u][i] = float32(rng.NormFloat64() * math.Sqrt(2/float64(inputs)))
			}
		}
		return l
	}
	return &network{in: layer(hidden, dims), out: layer(outputs, hidden), rng: rng}
}

// forward fills the hidden units h and returns the probabilities.
func (n *network) forward(v []float32, h *[hidden]float32) [outputs]float32 {
	for u, w := range n.in {
		sum := w[len(v)]
		for i, x := range v {
			sum += w[i] * x * scale
		}
		h[u] = max(sum, 0)
	}
	var p [outputs]float32
	most := float32(math.Inf(-1))
	for k, w := range n.out {
		p[k] = w[hidden]
		for u, x := range h {
			p[k] += w[u] * x
		}
		most = max(most, p[k])
	}
	sum := float32(0)
	for k := range p {
		p[k] = float32(math.Exp(float64(p[k] - most)))
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

func (n *network) classify(v []float32) [outputs]float32 {
	var h [hidden]float32
	return n.forward(v, &h)
}

// learn runs stochastic gradient descent with a rate that falls to zero.
func (n *network) learn(examples []example) {
	const (
		epochs = 12
		rate   = 0.02
		decay  = 1e-5
	)
	var h, dh [hidden]float32
	step, steps := 0, epochs*len(examples)
	for range epochs {
		for _, i := range n.rng.Perm(len(examples)) {
			e := &examples[i]
			lr := rate * (1 - float32(step)/float32(steps))
			step++
			p := n.forward(e.vector, &h)
			clear(dh[:])
			for k, w := range n.out {
				g := (p[k] - e.shares[k]) * e.weight
				for u := range h {
					dh[u] += g * w[u]
					w[u] -= lr * (g*h[u] + decay*w[u])
				}
				w[hidden] -= lr * g
			}
			for u, w := range n.in {
				if h[u] <= 0 {
					continue
				}
				g := lr * dh[u]
				for i, x := range e.vector {
					w[i] -= g*x*scale + lr*decay*w[i]
				}
				w[len(e.vector)] -= g
			}
		}
	}
}
