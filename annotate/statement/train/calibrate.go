package train

import (
	"context"
	"fmt"
	"math"

	"gloss/annotate/statement/parse"
)

// A trial is a statement that was found: its confidence before it is corrected,
// and whether it is right.
type trial struct {
	confidence float64
	right      bool
}

// doubtful is the confidence under which statements do not count for the curve.
const doubtful = 0.1

// calibrated fits the curve of confidence to the development articles, reports
// scores on them for several thresholds, and returns the packed model.
func calibrated(p parse.Packed, dev []Article, how Settings) ([]byte, error) {
	sources, err := prepare(dev)
	if err != nil {
		return nil, err
	}
	texts, err := sheets(sources, p.CueWords)
	if err != nil {
		return nil, err
	}
	p.Curve = parse.Curve{Slope: 1}
	trials, _, err := tried(p, texts)
	if err != nil {
		return nil, err
	}
	p.Curve = fit(trials)
	trials, gold, err := tried(p, texts)
	if err != nil {
		return nil, err
	}
	for t := 0.2; t < 0.6; t += 0.05 {
		n, ok := 0, 0
		for _, x := range trials {
			if x.confidence >= t {
				n++
				if x.right {
					ok++
				}
			}
		}
		fmt.Fprintf(how.Report, "confidence %.2f: %d found, %d with their speakers, F1 %.2f\n", t, n, ok, 200*float64(ok)/float64(n+gold))
	}
	fmt.Fprintf(how.Report, "curve %+v\n", p.Curve)
	return p.Pack(), nil
}

// tried returns the statements that a model finds in the texts, and how many
// there are to be found.
func tried(p parse.Packed, texts []*sample) (trials []trial, gold int, err error) {
	parser, _, err := parse.Open(string(p.Pack()))
	if err != nil {
		return nil, 0, fmt.Errorf("open model: %w", err)
	}
	for _, t := range texts {
		all, err := parser.Statements(context.Background(), t.sheet)
		if err != nil {
			return nil, 0, err
		}
		found := parse.Choose(all, doubtful)
		for i, ok := range right(t, found) {
			trials = append(trials, trial{found[i].Confidence, ok})
		}
		gold += len(t.gold)
	}
	return trials, gold, nil
}

// fit returns the curve under which the trials are likeliest, by Newton's
// method (Platt, "Probabilistic outputs for support vector machines", 1999).
func fit(trials []trial) parse.Curve {
	c := parse.Curve{Slope: 1}
	for range 50 {
		// The ridge keeps the curve near the one it begins with.
		g0, g1, h00, h01, h11 := c.Base, c.Slope-1, 1.0, 0.0, 1.0
		for _, t := range trials {
			conf := math.Max(1e-6, math.Min(1-1e-6, t.confidence))
			x := math.Log(conf / (1 - conf))
			q := 1 / (1 + math.Exp(-(c.Slope*x + c.Base)))
			y := 0.0
			if t.right {
				y = 1
			}
			w := q * (1 - q)
			g0, g1 = g0+q-y, g1+(q-y)*x
			h00, h01, h11 = h00+w, h01+w*x, h11+w*x*x
		}
		det := h00*h11 - h01*h01
		c.Base -= (h11*g0 - h01*g1) / det
		c.Slope -= (h00*g1 - h01*g0) / det
	}
	return c
}
