package train

import (
	"fmt"
	"io"

	"gloss/annotate/gazetteer"
	"gloss/annotate/names"
)

// reliabilityBins are the confidences from which the rows of a table of
// reliability begin.
var reliabilityBins = [...]float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99}

// Report writes the scores of a packed model on texts, by their names, and a
// table of how many of the names of each confidence are right.
func Report(w io.Writer, packed []byte, dev map[string][]Text) error {
	r := names.With(gazetteer.New(), string(packed))
	var found, right [len(reliabilityBins)]int
	var confidence [len(reliabilityBins)]float64
	for _, name := range sortedKeys(dev) {
		sc, err := Evaluate(r, dev[name], func(t Trial) {
			b := len(reliabilityBins) - 1
			for t.Name.Confidence < reliabilityBins[b] {
				b--
			}
			found[b]++
			confidence[b] += t.Name.Confidence
			if t.Right {
				right[b]++
			}
		})
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s: F1 %.2f (%d right of %d found and %d gold)\n", name, sc.F1(), sc.Right, sc.Found, sc.Gold)
	}
	fmt.Fprintln(w, "confidence from | names | mean confidence | right")
	for b, n := range found {
		if n > 0 {
			fmt.Fprintf(w, "%.2f | %d | %.3f | %.3f\n", reliabilityBins[b], n, confidence[b]/float64(n), float64(right[b])/float64(n))
		}
	}
	return nil
}
