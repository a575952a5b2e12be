package anchor

import (
	"strings"
	"unicode/utf8"
)

// A quest is a selector prepared to be found.
type quest struct {
	from           Selector // as it was described
	words          string   // compared form, without white space at its ends
	prefix, suffix string   // the same
	before, after  *pattern
	doubtful       bool // the words had others like them where they were described
	complete       bool // the words are whole sentences
	alone          bool // nothing is known of the surroundings
	lone           bool // the words are in a paragraph of one sentence
	foreign        bool // somebody else described so little of them
	doubled        bool // their sentence was there twice, or may have been
	hopeless       bool // nothing that is described tells the place from others
	known          bool // where they were is known
	left, right    side
	weak           [2]bool // the first and the last of several sentences are short
	hint           int     // where they were, in compared bytes of this text; -1 for not known
}

// quest prepares a selector.
//
// What Describe gives has at least 50 code points on one side, or begins where the
// text began. With less than that, somebody else described the words: then little is
// asked of what stands round them, but nothing is known of their likes either.
func (t *Text) quest(s Selector) quest {
	q := quest{words: strings.Trim(compared(s.Exact), " "), hint: -1, known: s.End > 0, from: s}
	if q.known {
		q.hint = t.place(s.Start)
	}
	// More than Describe gives is of no use.
	first := q.known && s.Start == len(s.Prefix)
	if most := (farthest + wordEnd) * utf8.UTFMax; len(s.Prefix) > most {
		s.Prefix = s.Prefix[len(s.Prefix)-most:]
	}
	if most := (farthest + wordEnd) * utf8.UTFMax; len(s.Suffix) > most {
		s.Suffix = s.Suffix[:most]
	}
	q.prefix, q.suffix = strings.Trim(compared(s.Prefix), " "), strings.Trim(compared(s.Suffix), " ")
	before, after := utf8.RuneCountInString(s.Prefix), utf8.RuneCountInString(s.Suffix)
	q.alone = q.prefix == "" && q.suffix == ""
	q.foreign = max(before, after) < usual && !first
	q.doubtful = max(before, after) > plenty+wordEnd
	q.hopeless = max(before, after) >= farthest
	start, starts := sentenceStart(s.Prefix)
	end, ends := sentenceEnd(s.Exact, s.Suffix)
	starts = starts || first
	ends = ends || after < usual && !q.foreign
	q.complete = (start == len(s.Prefix) || strings.Trim(s.Prefix[start:], closers+" “„") == "") && end == 0
	if q.alone {
		q.complete = true
	}
	q.lone = (start == 0 || s.Prefix[start-1] == '\n') && (end == len(s.Suffix) || s.Suffix[end] == '\n')
	all := s.Prefix + s.Exact + s.Suffix
	q.doubled = max(before, after) >= doubled || strings.Count(all, all[start:len(s.Prefix)+len(s.Exact)+end]) > 1
	q.left = newSide(s.Prefix[start:], s.Prefix[:start], !starts, true)
	q.right = newSide(s.Suffix[:end], s.Suffix[end:], !ends, false)
	q.weak = weak(s.Exact)
	q.left.edge, q.right.edge = first, after < usual && !q.foreign
	q.prepare()
	return q
}

// prepare prepares the surroundings to be compared.
func (q *quest) prepare() { q.before, q.after = backward(q.prefix), forward(q.suffix) }

// need returns how like the surroundings have to be: more where on one side
// there is hardly a word.
func (q quest) need(usual float64) float64 {
	if min(len(q.prefix), len(q.suffix)) < 16 {
		return surely
	}
	return usual
}
