package parse

import (
	"math"

	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/tagger"
)

// A Judge tells how sure a statement is: a logistic model of what the taggers
// and the rules say about it. The values of the table are its weights, signed,
// in units.
type Judge struct {
	weights fingerprint.Table
	curve   Curve
}

// A Curve corrects log odds x to Slope*x + Base.
type Curve struct{ Slope, Base float64 }

// JudgeUnit is the size of 1 in the packed weights of a judge.
const JudgeUnit = 1.0 / 1024

// Judge returns the probability that a statement with these features is right.
func (j *Judge) Judge(features []uint64) float64 {
	sum := 0
	for _, f := range features {
		w, _ := j.weights.Find(f)
		sum += int(int16(w))
	}
	return 1 / (1 + math.Exp(-(j.curve.Slope*float64(sum)*JudgeUnit + j.curve.Base)))
}

// steps are the thresholds that log odds are measured by.
var steps = [...]float32{-3.5, -2.7, -2, -1.4, -0.8, -0.3, 0.2, 0.7, 1.2, 1.8, 2.5, 3.2, 4, 5, 6}

func logit(p float32) float32 {
	p = max(0.001, min(0.999, p))
	return float32(math.Log(float64(p / (1 - p))))
}

func stepOf(p float32) int {
	x := logit(p)
	n := 0
	for n < len(steps) && x > steps[n] {
		n++
	}
	return n
}

// A Rival is what the other candidates of a document have to say about one.
type Rival struct {
	Over   float32 // the best cue among those whose content overlaps
	Inside float32 // the best cue among those whose content holds this cue
	Holds  float32 // the best cue among those that stand in this content
}

// Rivals compares the candidates, which are in the order of their cues. Only
// those that stand near each other are compared.
func Rivals(all []Candidate) []Rival {
	const near = 24
	out := make([]Rival, len(all))
	for i := range all {
		a := &all[i]
		for j := max(0, i-near); j < min(len(all), i+near+1); j++ {
			b := &all[j]
			if a.First == b.First {
				continue
			}
			if Overlap(a.Content, b.Content) > 0 {
				out[i].Over = max(out[i].Over, b.Prob*b.ContentProb)
			}
			if Overlap(b.Content, [][2]int{{a.First, a.End}}) > 0 {
				out[i].Inside = max(out[i].Inside, b.Prob*b.ContentProb)
			}
			if Overlap(a.Content, [][2]int{{b.First, b.End}}) > 0 {
				out[i].Holds = max(out[i].Holds, b.Prob*b.ContentProb)
			}
		}
	}
	return out
}

// Overlap returns how many tokens the spans share.
func Overlap(a, b [][2]int) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x[1], y[1])-max(x[0], y[0]))
		}
	}
	return n
}

// Size returns how many tokens the spans have.
func Size(a [][2]int) int {
	n := 0
	for _, x := range a {
		n += x[1] - x[0]
	}
	return n
}

// AppendFeatures appends the features by which a candidate is judged.
func AppendFeatures(dst []uint64, s *feature.Sheet, g *Guess, c *Candidate, r Rival) []uint64 {
	n := uint64(0x9000)
	add := func(v uint64) {
		dst = append(dst, fingerprint.Join(n, v))
		n++
	}
	gauge := func(p float32) uint64 {
		k := stepOf(p)
		for i := range k {
			dst = append(dst, fingerprint.Join(n, uint64(i)))
		}
		n++
		return uint64(k)
	}
	add(0)
	cue := gauge(c.Prob)
	content := gauge(c.ContentProb)
	weakest := gauge(c.Weakest)
	from := uint64(99)
	if len(c.Source) > 0 {
		from = gauge(c.SourceProb)
	} else {
		n++
	}
	over := gauge(r.Over)
	inside := gauge(r.Inside)
	holds := gauge(r.Holds)
	edge := float32(1)
	for _, x := range c.Content {
		edge = min(edge, g.Rows[x[0]].Part(tagger.Content), g.Rows[x[1]-1].Part(tagger.Content))
	}
	first := gauge(edge)
	agreed := float32(0)
	for _, x := range c.Content {
		for i := x[0]; i < x[1]; i++ {
			agreed += g.Rows[i].Part(tagger.Content)
		}
	}
	agreed /= float32(Size(c.Content))
	mean := gauge(agreed)
	from1 := float32(0)
	for _, x := range c.Source {
		for i := x[0]; i < x[1]; i++ {
			from1 = max(from1, g.Rows[i].Part(tagger.Source))
		}
	}
	add(from<<8 | uint64(stepOf(from1)))
	add(cue<<8 | content)
	add(cue<<8 | from)
	add(content<<16 | mean<<8 | first)
	add(weakest<<8 | from)
	add(cue<<16 | over<<8 | holds)
	add(cue<<8 | inside)

	// The cue and the words beside it.
	words := uint64(0)
	for i := c.First; i < c.End; i++ {
		words = fingerprint.Join(words, fingerprint.Sum(s.Doc.Lower(i)))
		dst = append(dst, fingerprint.Join(n, fingerprint.Sum(s.Doc.Lower(i))))
	}
	n++
	has := uint64(min(len(c.Source), 1))
	add(words)
	word := s.CueWord(&c.View)
	add(fingerprint.Join(word, has))
	add(fingerprint.Join(word, cue/3))
	add(s.CueContext(&c.View))
	add(s.CueContext(&c.View)<<8 | cue)
	add(uint64(min(c.End-c.First, 5)))

	// The parts.
	length := Size(c.Content)
	add(uint64(min(length, 6))<<8 | cue/2)
	add(uint64(stepLength(length))<<8 | has)
	add(uint64(min(len(c.Content), 4))<<8 | has)
	add(s.ContentContext(c.Content[0]))
	add(s.ContentContext(c.Content[0])<<8 | content)
	if len(c.Source) > 0 {
		add(s.SourceContext(c.Source[0]))
	} else {
		n++
	}
	left := uint64(0)
	if c.Content[0][0] < c.First {
		left = 1
	}
	if len(c.Source) > 0 && c.Source[0][0] < c.First {
		left |= 2
	}
	add(left<<8 | has)

	// The rules.
	by := uint64(0)
	if c.ByRule {
		by = 1
	}
	add(by<<16 | cue<<8 | content)
	add(by<<16 | weakest<<8 | from)
	if v := c.View.Rule; v >= 0 {
		p := &s.Rules[v]
		dst = append(dst, fingerprint.Join(n, fingerprint.Join(p.Name(), by)))
		same := Overlap(p.Content, c.Content)
		share := uint64(10 * same / max(1, Size(p.Content)+length-same))
		who := uint64(0)
		if Overlap(c.Source, [][2]int{p.Source}) > 0 || len(c.Source) == 0 && p.Source[0] == p.Source[1] {
			who = 1
		}
		add(share<<8 | who)
		add(fingerprint.Join(p.Name(), (share<<1|who)<<1|by))
		add(share<<16 | content<<8 | cue)
	} else {
		add(99)
	}
	return dst
}

func stepLength(n int) int {
	switch {
	case n < 3:
		return 0
	case n < 6:
		return 1
	case n < 12:
		return 2
	case n < 25:
		return 3
	case n < 50:
		return 4
	}
	return 5
}
