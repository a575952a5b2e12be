package feature

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gloss/annotate/cluster"
	"gloss/annotate/fingerprint"
	"gloss/annotate/gazetteer"
	"gloss/annotate/names/affinity"
	"gloss/annotate/names/lexicon"
	"gloss/annotate/names/tag"
	"gloss/annotate/text"
)

// A word is what is known of a lower-cased word of the document.
type word struct {
	sum      uint64
	groups   [cluster.Levels]uint16
	known    bool // has groups
	affinity affinity.Affinity
	leans    uint8 // the class that it is most like, and how much; 0 if it is not known
	lists    lexicon.Set
	begins   uint8 // words of the longest phrase in the lists that it begins
	entry    gazetteer.Word
	form     int32 // the first of its forms
	evidence evidence
}

// A form is a word as it is written, and the values of the features that
// depend on nothing else.
type form struct {
	word    int32
	next    int32 // the next form of the same word, or -1
	kind    text.Kind
	flags   text.Flags
	raw     uint64
	shape   uint64 // Xx, X.X., d-x
	outline uint64 // the same with every letter
	prefix  [4]uint64
	suffix  [4]uint64
}

// written are the flags that tell the forms of one word apart.
const written = text.Capital | text.Caps | text.Mixed | text.Abbrev | text.Clitic

// readWords fills the tables of words and forms.
func (s *Sheet) readWords(x *Extractor) {
	d := s.doc
	s.words = make([]word, len(d.Words))
	for i, lower := range d.Words {
		w := &s.words[i]
		w.sum = fingerprint.Sum(lower)
		sum := w.sum
		w.groups, w.known = x.clusters.Find(sum)
		if !w.known {
			if plain := unaccented(lower); plain != lower {
				sum = fingerprint.Sum(plain)
				w.groups, w.known = x.clusters.Find(sum)
			}
		}
		if a, ok := x.affinities.Find(sum); ok {
			w.affinity, w.leans = a, leaning(a)
		}
		w.entry = x.gaz.Word(lower)
		w.begins = uint8(x.lists.From(w.sum))
		w.lists = x.lists.Find(lexicon.Key(0, w.sum))
		w.form = -1
	}
	s.formOf = make([]int32, len(d.Tokens))
	for i, t := range d.Tokens {
		f := s.words[t.Word].form
		for f >= 0 && s.forms[f].flags != t.Flags&written {
			f = s.forms[f].next
		}
		if f < 0 {
			f = int32(len(s.forms))
			s.forms = append(s.forms, newForm(d.Raw(i), t, s.words[t.Word].form))
			s.words[t.Word].form = f
		}
		s.formOf[i] = f
	}
}

// longestAffix is how many letters the longest prefix and suffix have.
const longestAffix = 4

func newForm(raw string, t text.Token, next int32) form {
	f := form{word: t.Word, next: next, kind: t.Kind, flags: t.Flags & written, raw: fingerprint.Sum(raw)}
	f.shape, f.outline = shapes(raw)
	n := 0
	for i := range raw {
		if n > 0 && n <= longestAffix {
			f.prefix[n-1] = fingerprint.Sum(raw[:i])
		}
		if n++; n > longestAffix {
			break
		}
	}
	at := len(raw)
	for k := range longestAffix {
		_, size := utf8.DecodeLastRuneInString(raw[:at])
		if at -= size; at <= 0 {
			break
		}
		f.suffix[k] = fingerprint.Sum(raw[at:])
	}
	return f
}

// longestShape is how many letters of a word its outline tells.
const longestShape = 24

// shapes returns what letters and signs a word is made of: with equal ones on
// end told once, and one by one.
func shapes(raw string) (short, full uint64) {
	var a, b [longestShape]byte
	n, m := 0, 0
	for _, r := range raw {
		c := byte(r)
		switch {
		case r < utf8.RuneSelf && 'a' <= r && r <= 'z':
			c = 'x'
		case r < utf8.RuneSelf && 'A' <= r && r <= 'Z':
			c = 'X'
		case unicode.IsDigit(r):
			c = 'd'
		case unicode.IsUpper(r):
			c = 'X'
		case r >= utf8.RuneSelf:
			c = 'x'
		}
		if m == 0 || b[m-1] != c {
			if n < len(a) {
				a[n] = c
				n++
			}
		}
		if m == len(b) {
			break
		}
		b[m] = c
		m++
	}
	return fingerprint.Sum(string(a[:n])), fingerprint.Sum(string(b[:m]))
}

// unaccented returns s without accents.
func unaccented(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < utf8.RuneSelf
	}
	if ascii {
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ı':
			out = append(out, 'i')
		case r == 'ø':
			out = append(out, 'o')
		case r == 'ł':
			out = append(out, 'l')
		case r == 'đ':
			out = append(out, 'd')
		default:
			out = append(out, r)
		}
	}
	return string(out)
}

// leaning tells which class a word is most like, and how much.
func leaning(a affinity.Affinity) uint8 {
	best := tag.Class(0)
	for c := range tag.Class(tag.Classes) {
		if a.Of(c) > a.Of(best) {
			best = c
		}
	}
	return (1+uint8(best))<<3 | uint8(a.Of(best))
}
