package anchor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
)

// A Match is where the words of a selector are in a text.
type Match struct {
	// Span is the place, in bytes of the text, with ends between code points. It
	// is zero for an Orphan.
	Span  articles.Span
	State State
	// Score is from 0 for not found to 1 for found as it was described.
	Score float64
}

// A State tells how sure a match is.
type State uint8

// The states of a match.
const (
	// Orphan: the words are not there any more, or it is not clear where.
	Orphan State = iota
	// Moved: the words are elsewhere, among others, or were changed. The reader
	// is to be told.
	Moved
	// Exact: the words are the same, and so is what stands round them. White
	// space and the style of quotation marks and dashes do not count.
	Exact
)

// String returns the name of the state in lower case.
func (s State) String() string {
	return [...]string{"orphan", "moved", "exact"}[s]
}

// What decides. Similarities are 1 for the same and 0 for nothing in common.
const (
	long    = 24   // bytes of words that may be found approximately or without surroundings
	whole   = 256  // bytes that are compared at once; longer words are found by their head and tail
	part    = 128  // bytes of that head and tail
	crowd   = 256  // occurrences up to which each is looked at
	likes   = 64   // places alike up to which each is looked at
	same    = 32   // bytes on either side that have to be the same for Exact
	agrees  = 0.75 // similarity of surroundings that agree
	firmly  = 0.90 // the same for short words, and for parts of sentences and doubtful words with another meaning
	barely  = 0.50 // the same on the other side where one surely agrees
	surely  = 0.95 // the same where the text begins or ends on the other side
	clearly = 0.25 // how much better than the next the best place has to fit, of 2
	loosely = 0.70 // least similarity of words that were changed
	enough  = 6    // words on one side that are enough
	hold    = 12   // bytes next to an end that tell where it is
	verge   = 12   // words at an end that are looked at
	few     = 2    // of them that may be others
	closely = 0.90 // least similarity of words that were changed slightly
)

// A quest is a selector prepared to be found.
type quest struct {
	words          string // compared form, without white space at its ends
	prefix, suffix string // compared form
	before, after  *pattern
	doubtful       bool // the words had others like them where they were described
	complete       bool // the words are whole sentences
	alone          bool // nothing is known of the surroundings
	hint           int  // where they were, in compared bytes of this text; -1 for not known
}

// A candidate is a place in the compared text that may be the one.
type candidate struct {
	start, end    int
	likeness      float64 // of the words
	before, after float64 // of the surroundings
	exact         bool    // the surroundings are the same
}

// fit returns how well the surroundings are the same, from 0 to 2.
func (c candidate) fit() float64 { return c.before + c.after }

// both reports whether both sides agree.
func (c candidate) both() bool { return min(c.before, c.after) >= agrees }

// Find returns where the words of a selector are in the text. It looks for them
// where they were, then anywhere, then for words that differ from them a little.
// It would rather give none than a place that is only like the right one:
//
//   - Words that are there more than once, or had others like them when they
//     were described, have to have the same surroundings.
//   - Short words have to have them too, and are not found once they changed.
//   - Changed words are found where the surroundings on both sides are still there,
//     or, whole sentences, where only their spelling was changed.
//   - Parts of sentences have to have almost the same surroundings on both sides,
//     since what tells their sentence from its like may be outside of them.
//
// It takes time in proportion to the length of the text.
func (t *Text) Find(s Selector) Match {
	if span, ok := t.unchanged(s); ok {
		return Match{Span: span, State: Exact, Score: 1}
	}
	q := t.quest(s)
	if q.words == "" {
		return Match{}
	}
	c, ok := t.find(q)
	if !ok {
		return Match{}
	}
	m := Match{Span: t.span(c.start, c.end), State: Moved, Score: (2*c.likeness + c.before + c.after) / 4}
	if c.exact && t.norm[c.start:c.end] == q.words {
		m.State = Exact
	}
	return m
}

// unchanged returns the span of a selector where all that it says is there.
func (t *Text) unchanged(s Selector) (articles.Span, bool) {
	if s.Start < 0 || s.End > len(t.raw) || s.Start >= s.End || s.Prefix == "" && s.Suffix == "" && s.Exact != t.raw {
		return articles.Span{}, false
	}
	begins := s.Start == len(s.Prefix) || utf8.RuneCountInString(s.Prefix) >= least
	ends := s.End+len(s.Suffix) == len(t.raw) || utf8.RuneCountInString(s.Suffix) >= least
	ok := begins && ends && t.raw[s.Start:s.End] == s.Exact && strings.HasSuffix(t.raw[:s.Start], s.Prefix) &&
		strings.HasPrefix(t.raw[s.End:], s.Suffix) && boundary(t.raw, s.Start) && boundary(t.raw, s.End)
	return articles.Span{Start: s.Start, End: s.End}, ok
}

// quest prepares a selector.
func (t *Text) quest(s Selector) quest {
	q := quest{
		words:    strings.Trim(compared(s.Exact), " "),
		prefix:   compared(s.Prefix),
		suffix:   compared(s.Suffix),
		doubtful: utf8.RuneCountInString(s.Prefix) > most || utf8.RuneCountInString(s.Suffix) > most,
		hint:     -1,
	}
	// More than Describe gives is of no use.
	if len(q.prefix) > farthest*utf8.UTFMax {
		q.prefix = q.prefix[len(q.prefix)-farthest*utf8.UTFMax:]
	}
	if len(q.suffix) > farthest*utf8.UTFMax {
		q.suffix = q.suffix[:farthest*utf8.UTFMax]
	}
	if s.End > 0 {
		q.hint = t.place(s.Start)
	}
	q.alone = s.Prefix == "" && s.Suffix == ""
	q.prefix, q.suffix = strings.Trim(q.prefix, " "), strings.Trim(q.suffix, " ")
	q.complete = sentences(s, q)
	// Less than is described otherwise: the text begins or ends there.
	if !q.alone && utf8.RuneCountInString(s.Prefix) < least {
		q.prefix = edge + q.prefix
	}
	if !q.alone && utf8.RuneCountInString(s.Suffix) < least {
		q.suffix += edge
	}
	q.prepare()
	return q
}

// edge stands for what is before the beginning and after the end of a text.
const edge = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

// prepare prepares the surroundings to be compared.
func (q *quest) prepare() { q.before, q.after = backward(q.prefix), forward(q.suffix) }

// find returns the place that a quest is for.
func (t *Text) find(q quest) (candidate, bool) {
	places, many := t.occurrences(q)
	if many {
		return t.literal(q)
	}
	if len(places) > 0 {
		if c, ok := t.choose(q, places); ok {
			return c, true
		}
		if len(q.words) < long || len(places) > 1 {
			return candidate{}, false
		}
	}
	if len(q.words) < long {
		return candidate{}, false
	}
	if len(q.words) > whole {
		return t.parts(q)
	}
	return t.alike(q)
}

// occurrences returns all places with the words; many is set where it leaves off
// since there are too many.
func (t *Text) occurrences(q quest) (places []candidate, many bool) {
	for from := 0; ; {
		i := strings.Index(t.norm[from:], q.words)
		if i < 0 {
			return places, false
		}
		start := from + i
		from = start + 1
		if !t.fits(q, start, start+len(q.words)) {
			continue
		}
		if len(places) == crowd {
			return nil, true
		}
		places = append(places, t.measure(q, start, start+len(q.words), 1))
	}
}

// fits reports whether a place begins and ends with a word where the words did.
func (t *Text) fits(q quest, start, end int) bool {
	return !(letterAt(q.words, 0) && letterBefore(t.norm, start)) && !(letterBefore(q.words, len(q.words)) && letterAt(t.norm, end))
}

// measure returns a place with how its surroundings are like those of the quest.
func (t *Text) measure(q quest, start, end int, likeness float64) candidate {
	c := candidate{start: start, end: end, likeness: likeness}
	if q.alone {
		return c
	}
	head := strings.TrimRight(t.norm[:start], " ")
	tail := strings.TrimLeft(t.norm[end:], " ")
	c.before = similar(q.before, func(n int) (byte, bool) { return beyond(head, len(head)-1-n) })
	c.after = similar(q.after, func(n int) (byte, bool) { return beyond(tail, n) })
	c.exact = ends(head, lastBytes(q.prefix, same)) && begins(tail, firstBytes(q.suffix, same))
	return c
}

// beyond returns the byte of s at a place, that of edge where it is a little
// outside of s.
func beyond(s string, at int) (byte, bool) {
	if at >= 0 && at < len(s) {
		return s[at], true
	}
	return edge[0], at >= -len(edge) && at < len(s)+len(edge)
}

// begins reports whether s begins with words that may end with an edge, ends
// whether it ends with words that may begin with one.
func begins(s, words string) bool {
	inner := strings.TrimRight(words, edge)
	return strings.HasPrefix(s, inner) && (inner == words || s == inner)
}

func ends(s, words string) bool {
	inner := strings.TrimLeft(words, edge)
	return strings.HasSuffix(s, inner) && (inner == words || s == inner)
}

// similar returns how like a beginning of the text that next gives is to the pattern.
func similar(p *pattern, next func(int) (byte, bool)) float64 {
	if p.len == 0 {
		return 0
	}
	return 1 - float64(closest(p, next))/float64(p.len)
}

// literal returns the only place with the words and all that stands round them.
func (t *Text) literal(q quest) (candidate, bool) {
	for _, all := range []string{q.prefix + " " + q.words + " " + q.suffix, q.prefix + q.words + q.suffix,
		q.prefix + " " + q.words + q.suffix, q.prefix + q.words + " " + q.suffix} {
		i := strings.Index(t.norm, all)
		if i < 0 || q.prefix == "" || q.suffix == "" {
			continue
		}
		if strings.Contains(t.norm[i+1:], all) {
			return candidate{}, false
		}
		start := i + len(q.prefix)
		if strings.HasPrefix(t.norm[start:], " ") {
			start++
		}
		return t.measure(q, start, start+len(q.words), 1), true
	}
	return candidate{}, false
}

// choose returns the one of several places with the very words.
func (t *Text) choose(q quest, places []candidate) (candidate, bool) {
	best, second := top(places, q.hint)
	if len(places) > 1 && best.fit()-second.fit() < clearly {
		// Two that fit alike: it is the one that did not move, or none.
		if best.exact && best.start == q.hint {
			return best, true
		}
		return candidate{}, false
	}
	switch {
	case q.doubtful && !best.exact && !q.complete, q.doubtful && len(q.words) < 2*long && q.need(0) > 0:
		return candidate{}, false
	case len(q.words) < long:
		least := min(best.before, best.after)
		if best.exact && least >= surely {
			return best, true
		}
		sure := least >= q.need(firmly) || best.exact && max(best.before, best.after) >= q.need(surely) && best.both()
		return best, sure && !t.rivalled(q, best)
	case best.exact && best.both():
		return best, true
	case !q.complete && !best.exact:
		// A part of a sentence has not what tells the sentence from its like.
		return best, min(best.before, best.after) >= q.need(firmly)
	case best.both():
		return best, !q.doubtful || !t.rivalled(q, best)
	case q.doubtful:
		return best, best.exact && max(best.before, best.after) >= surely && !t.rivalled(q, best)
	case q.complete && len(places) == 1 && len(q.words) >= 2*long:
		return best, true
	}
	return best, (q.complete || min(best.before, best.after) >= barely) && t.one(q, best)
}

// need returns how like the surroundings have to be: more where on one side
// there is hardly a word.
func (q quest) need(usual float64) float64 {
	if min(len(strings.Trim(q.prefix, edge)), len(strings.Trim(q.suffix, edge))) < len(edge) {
		return surely
	}
	return usual
}

// one reports whether one side of a place has the same words, but for spelling,
// and enough of them.
func (t *Text) one(q quest, c candidate) bool {
	before, after := terms(strings.TrimLeft(q.prefix, edge)), terms(strings.TrimRight(q.suffix, edge))
	head := terms(t.norm[floor(t.norm, max(0, c.start-2*len(q.prefix))):c.start])
	tail := terms(t.norm[c.end:floor(t.norm, min(len(t.norm), c.end+2*len(q.suffix)))])
	// The outermost word may be cut off.
	if n := len(before) - 1; n >= enough && n <= len(head) && respelts(before[1:], head[len(head)-n:]) {
		return true
	}
	n := len(after) - 1
	return n >= enough && n <= len(tail) && respelts(after[:n], tail[:n])
}

// sentences reports whether the words of a selector are whole sentences or
// paragraphs, as far as can be told.
func sentences(s Selector, q quest) bool {
	const stops = ".!?"
	begins := q.prefix == "" || strings.ContainsAny(q.prefix[max(0, len(q.prefix)-3):], stops) || strings.HasSuffix(s.Prefix, "\n")
	ends := q.suffix == "" || strings.ContainsAny(q.words[max(0, len(q.words)-3):], stops) || strings.HasPrefix(s.Suffix, "\n")
	return begins && ends
}

// rivalled reports whether another place of the text is about as like the words
// and what stands next to them, the words changed or not.
func (t *Text) rivalled(q quest, c candidate) bool {
	before, after := lastBytes(q.prefix, same), firstBytes(q.suffix, same)
	all := folded(before + " " + firstBytes(q.words, whole) + " " + after)
	limit := int(float64(len(all)) * (1 - loosely))
	found, many := search(t.fold, all, limit, min(len(all), max(long, len(q.words)))/2, likes)
	own := limit
	here := func(n near) bool { return abs(n.start+len(before)+1-c.start) <= max(long, len(q.words))/2 }
	for _, n := range found {
		if here(n) {
			own = min(own, n.distance)
		}
	}
	for _, n := range found {
		if !here(n) && float64(n.distance-own) < clearly/2*float64(len(all)) {
			return true
		}
	}
	return many
}

// top returns the two places that fit best. Of two that fit alike the one at
// hint is first, then the one that is first in the text.
func top(places []candidate, hint int) (best, second candidate) {
	rank := func(c candidate) float64 {
		r := c.fit() + 2*c.likeness
		if c.exact && c.start == hint {
			r += clearly / 2
		}
		return r
	}
	at := 0
	for i := range places {
		if rank(places[i]) > rank(places[at]) {
			at = i
		}
	}
	other := -1
	for i := range places {
		if i != at && (other < 0 || rank(places[i]) > rank(places[other])) {
			other = i
		}
	}
	if other >= 0 {
		second = places[other]
	}
	return places[at], second
}

// alike returns the place whose words are like those of the quest.
func (t *Text) alike(q quest) (candidate, bool) {
	words := folded(q.words)
	size := float64(len(words))
	found, many := search(t.fold, words, int(size*(1-loosely)), len(words)/2, likes)
	if many || len(found) == 0 {
		return candidate{}, false
	}
	var places []candidate
	for _, n := range found {
		start, end := t.snap(n.start, n.end)
		if start < end {
			places = append(places, t.measure(q, start, end, 1-float64(n.distance)/size))
		}
	}
	if len(places) == 0 {
		return candidate{}, false
	}
	best, second := top(places, q.hint)
	if len(places) > 1 && best.fit()+2*best.likeness-second.fit()-2*second.likeness < clearly {
		return candidate{}, false
	}
	best = t.refine(q, best)
	weakest := min(best.before, best.after)
	switch spelt := slight(q.words, t.norm[best.start:best.end]); {
	case best.likeness < loosely:
		return candidate{}, false
	case spelt && best.both() && (q.complete || weakest >= firmly):
		return best, !q.doubtful || !t.rivalled(q, best)
	case !spelt:
		need := agrees
		if q.doubtful || !q.complete {
			need = firmly
		}
		return best, (q.complete || !q.doubtful) && weakest >= q.need(need) && (weakest >= firmly || t.one(q, best)) && t.held(q, best)
	case q.doubtful || !q.complete || best.likeness < closely:
		return candidate{}, false
	case t.one(q, best):
		return best, true
	}
	return best, len(places) == 1 && len(q.words) >= 2*long
}

// held reports whether a place whose words have another meaning is held at
// both its ends: the words at an end are the same but for a few, or what is next
// to it is but for spelling. Of sentences that are all alike the next
// one could be taken for the last one of the place otherwise.
func (t *Text) held(q quest, c candidate) bool {
	is := terms(t.norm[c.start:c.end])
	was := terms(q.words)
	n := min(len(is), len(was), verge)
	if stay(was[:n], is[:n]) < n-few {
		before := terms(strings.TrimLeft(lastBytes(q.prefix, same), edge))
		head := terms(lastBytes(t.norm[:c.start], 2*same))
		if k := max(0, len(before)-1); k > len(head) || !respelts(before[len(before)-k:], head[len(head)-k:]) {
			return false
		}
	}
	if stay(was[len(was)-n:], is[len(is)-n:]) < n-few {
		after := terms(strings.TrimRight(firstBytes(q.suffix, same), edge))
		tail := terms(firstBytes(t.norm[c.end:], 2*same))
		if k := max(0, len(after)-1); k > len(tail) || !respelts(after[:k], tail[:k]) {
			return false
		}
	}
	return true
}

// refine moves the ends of a place that was found approximately to where the
// surroundings begin, if those are there.
func (t *Text) refine(q quest, c candidate) candidate {
	room := len(q.words) / 2
	start, end := c.start, c.end
	if near := lastBytes(q.prefix, hold); c.before < 1 && len(near) == hold && near[0] != edge[0] {
		from := floor(t.norm, max(0, start-room-hold))
		if i := strings.LastIndex(t.norm[from:floor(t.norm, min(end, start+room))], near); i >= 0 {
			start = from + i + hold
		}
	}
	if next := firstBytes(q.suffix, hold); c.after < 1 && len(next) == hold && next[hold-1] != edge[0] {
		from := floor(t.norm, max(start, end-room))
		if i := strings.Index(t.norm[from:floor(t.norm, min(len(t.norm), end+room+hold))], next); i >= 0 {
			end = from + i
		}
	}
	if start, end = t.snap(start, end); start >= end {
		return c
	}
	p := forward(folded(q.words))
	d := p.reset()
	for i := start; i < end; i++ {
		d += p.step(t.fold[i], 1)
	}
	return t.measure(q, start, end, 1-float64(d)/float64(p.len))
}

// snap moves the ends of a place that was found approximately to the ends of
// the words that they are in.
func (t *Text) snap(start, end int) (int, int) {
	for start < end && (!utf8.RuneStart(t.norm[start]) || t.norm[start] == ' ') {
		start++
	}
	for end < len(t.norm) && !utf8.RuneStart(t.norm[end]) {
		end++
	}
	for end > start && t.norm[end-1] == ' ' {
		end--
	}
	for n := 0; n < long && letterAt(t.norm, start) && letterBefore(t.norm, start); n++ {
		_, size := utf8.DecodeLastRuneInString(t.norm[:start])
		start -= size
	}
	for n := 0; n < long && letterBefore(t.norm, end) && letterAt(t.norm, end); n++ {
		_, size := utf8.DecodeRuneInString(t.norm[end:])
		end += size
	}
	return start, end
}

// parts finds long words by how they begin and how they end.
func (t *Text) parts(q quest) (candidate, bool) {
	head, tail := q, q
	cut := floor(q.words, part)
	head.words, head.suffix = strings.Trim(q.words[:cut], " "), firstBytes(q.words[cut:], part/2)
	cut = floor(q.words, len(q.words)-part)
	tail.words, tail.prefix = strings.Trim(q.words[cut:], " "), lastBytes(q.words[:cut], part/2)
	if q.hint >= 0 {
		tail.hint = q.hint + cut
	}
	head.prepare()
	tail.prepare()
	a, ok := t.find(head)
	if !ok {
		return candidate{}, false
	}
	b, ok := t.find(tail)
	if size := b.end - a.start; !ok || b.end <= a.end || b.start < a.start || size < len(q.words)/2 || size > 2*len(q.words) {
		return candidate{}, false
	}
	c := t.measure(q, a.start, b.end, shared(q.words, t.norm[a.start:b.end]))
	return c, c.likeness >= loosely
}

// shared returns what part of the words of two texts both of them have.
func shared(a, b string) float64 {
	count := map[string]int{}
	x, y := terms(folded(a)), terms(folded(b))
	for _, w := range x {
		count[w]++
	}
	both := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, len(x)+len(y)))
}

// floor returns the last place between code points of s that is not after off.
func floor(s string, off int) int {
	for off > 0 && off < len(s) && !utf8.RuneStart(s[off]) {
		off--
	}
	return min(max(off, 0), len(s))
}

func firstBytes(s string, n int) string { return s[:floor(s, min(n, len(s)))] }
func lastBytes(s string, n int) string  { return s[floor(s, max(0, len(s)-n)):] }

// boundary reports whether off is between code points of s.
func boundary(s string, off int) bool {
	return off == 0 || off == len(s) || off > 0 && off < len(s) && utf8.RuneStart(s[off])
}

// letterAt reports whether a letter or digit is at off, letterBefore whether one
// ends there.
func letterAt(s string, off int) bool {
	r, size := utf8.DecodeRuneInString(s[min(off, len(s)):])
	return size > 0 && wordRune(r)
}

func letterBefore(s string, off int) bool {
	r, size := utf8.DecodeLastRuneInString(s[:off])
	return size > 0 && wordRune(r)
}

// wordRune reports whether a code point belongs to a word that white space or
// a sign ends. Scripts without spaces have none.
func wordRune(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) &&
		!unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
