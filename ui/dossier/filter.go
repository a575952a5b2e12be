package dossier

import (
	"strings"

	"gloss/ui/list"
)

// A sieve is a filter that has been read: words that must all be in what a
// statement is found by, a part of the outlet's name, and an act.
type sieve struct {
	words     []string
	site, act string
}

// sieveOf reads a filter: words, "site:gazette" and "act:want", parted by
// white space, without regard to case. Of two sites or acts the last holds.
func sieveOf(filter string) sieve {
	var s sieve
	for _, word := range strings.Fields(list.Fold(filter)) {
		if rest, ok := strings.CutPrefix(word, "site:"); ok {
			s.site = rest
		} else if rest, ok := strings.CutPrefix(word, "act:"); ok {
			s.act = rest
		} else {
			s.words = append(s.words, word)
		}
	}
	return s
}

// has reports whether all words are in a key.
func (s sieve) has(key string) bool {
	for _, w := range s.words {
		if !strings.Contains(key, w) {
			return false
		}
	}
	return true
}

// items returns the rows of a view: for each article that passes a line for
// itself, then its statements that pass, what the entity said first. An
// article without any is there only where all is shown and it has the words
// itself. Counts are the statements that pass, for each view.
func (d *Dossier) items(view View, order Order, filter string) (out []item, counts [views]int) {
	s := sieveOf(filter)
	for _, a := range d.orders[order] {
		if s.site != "" && !strings.Contains(list.Fold(d.outlets[a]), s.site) {
			continue
		}
		head := len(out)
		out = append(out, item{article: a, statement: -1})
		for _, about := range []bool{false, true} {
			keys, statements, of := d.said[a], d.all[a].Said, Said
			if about {
				keys, statements, of = d.about[a], d.all[a].About, About
			}
			for i, key := range keys {
				if !s.has(key) || s.act != "" && s.act != statements[i].Act {
					continue
				}
				counts[of]++
				if view == All || view == of {
					out = append(out, item{a, i, about})
				}
			}
		}
		if len(out) == head+1 && (view != All || s.act != "" || !s.has(d.heads[a])) {
			out = out[:head]
		}
	}
	counts[All] = counts[Said] + counts[About]
	return out, counts
}
