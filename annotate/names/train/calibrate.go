package train

import (
	"math"

	"gloss/annotate"
	"gloss/annotate/names/model"
	"gloss/annotate/names/tag"
)

// identity is the curve whose confidence gives the margin back: its logit is
// log(1+margin).
var identity = model.Curve{Slope: 1, Base: 0}

// A sample is a found name: the logarithm of its margin, and whether it is one.
type sample struct {
	x     float64
	right bool
}

// sampled returns the sample of a trial of a model with identity curves, and
// the class of its name.
func sampled(t Trial) (tag.Class, sample) {
	p := t.Name.Confidence
	s := sample{math.Log(p / (1 - p)), t.Right}
	switch t.Name.Type {
	case annotate.Person:
		return tag.Person, s
	case annotate.Org:
		return tag.Org, s
	}
	return tag.Place, s
}

// fitCurve returns the logistic curve that makes the samples most likely
// (Platt's scaling, with his soft targets), by Newton's method.
func fitCurve(samples []sample) model.Curve {
	yes := 0.0
	for _, s := range samples {
		if s.right {
			yes++
		}
	}
	n := float64(len(samples))
	high, low := (yes+1)/(yes+2), 1/(n-yes+2)
	mean := 0.0
	for _, s := range samples {
		mean += s.x / n
	}
	c := model.Curve{Slope: 1, Base: math.Log((yes+1)/(n-yes+1)) - mean}
	for range 50 {
		var ga, gb, haa, hab, hbb float64
		for _, s := range samples {
			want := low
			if s.right {
				want = high
			}
			p := 1 / (1 + math.Exp(-(c.Slope*s.x + c.Base)))
			e, w := want-p, p*(1-p)+1e-9
			ga += e * s.x
			gb += e
			haa += w * s.x * s.x
			hab += w * s.x
			hbb += w
		}
		// A weak pull towards the identity keeps the steps from running away
		// where all samples are sure.
		const pull = 0.01
		ga -= pull * (c.Slope - 1)
		haa += pull
		det := haa*hbb - hab*hab
		if math.Abs(det) < 1e-9 {
			break
		}
		da, db := (hbb*ga-hab*gb)/det, (haa*gb-hab*ga)/det
		c.Slope += da
		c.Base += db
		if math.Abs(da)+math.Abs(db) < 1e-9 {
			break
		}
	}
	return c
}
