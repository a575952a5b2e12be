package names

import (
	"gloss/annotate/fingerprint"
	"gloss/annotate/names/tag"
	"gloss/annotate/text"
)

// agree makes the names of a document that are spelled alike agree on their
// class, where one class has far better reasons than the others: the sum of its
// margins outweighs theirs.
func agree(d *text.Document, names []found) {
	sums := make(map[uint64]*[tag.Classes]int64, len(names))
	for _, n := range names {
		k := spelling(d, n.Name)
		if sums[k] == nil {
			sums[k] = new([tag.Classes]int64)
		}
		sums[k][n.Class] += int64(n.margin)
	}
	for i, n := range names {
		s := sums[spelling(d, n.Name)]
		best := n.Class
		for c := range tag.Class(tag.Classes) {
			if s[c] > s[best] {
				best = c
			}
		}
		if best != n.Class && s[best] > outweighs*s[n.Class] {
			names[i].Class = best
		}
	}
}

// outweighs is how many times the margins of another class must be those of a
// name's own class.
const outweighs = 3

// spelling returns the hash of the words of a name.
func spelling(d *text.Document, n tag.Name) uint64 {
	h := uint64(0)
	for i := n.First; i < n.End; i++ {
		h = fingerprint.Join(h, uint64(d.Tokens[i].Word))
	}
	return h
}
