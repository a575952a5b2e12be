package train

import (
	"gloss/annotate"
	"gloss/annotate/fingerprint"
	"gloss/annotate/statement/tagger"
	"gloss/annotate/text"
)

// covered returns the tokens that lie inside a span, at least by half.
func covered(d *text.Document, s annotate.Span) [2]int {
	first := d.At(s.Start)
	end := first
	for end < len(d.Tokens) && int(d.Tokens[end].Start) < s.End {
		end++
	}
	return [2]int{first, end}
}

// A truth is a gold statement in tokens.
type truth struct{ source, cue, content [][2]int }

func aligned(d *text.Document, g Gold) truth {
	spans := func(in []annotate.Span) (out [][2]int) {
		for _, s := range in {
			if x := covered(d, s); x[0] < x[1] {
				out = append(out, x)
			}
		}
		return out
	}
	return truth{spans(g.Source), spans(g.Cue), spans(g.Content)}
}

// statements returns the gold statements of an article in tokens.
func statements(s *source) []truth {
	out := make([]truth, len(s.Quotes))
	for i, g := range s.Quotes {
		out[i] = aligned(s.doc, g)
	}
	return out
}

// put labels the tokens of the spans.
func put(labels []tagger.Label, spans [][2]int, p tagger.Part) {
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			labels[i] = tagger.Inside(p)
			if i == s[0] {
				labels[i] = tagger.Begin(p)
			}
		}
	}
}

// labels returns the labels of the n tokens of an article.
func labels(gold []truth, n int) []tagger.Label {
	out := make([]tagger.Label, n)
	for _, g := range gold {
		put(out, g.content, tagger.Content)
	}
	for _, g := range gold {
		put(out, g.source, tagger.Source)
		put(out, g.cue, tagger.Cue)
	}
	return out
}

// repair makes a label that cannot follow the one before it begin its part.
func repair(labels []tagger.Label) []tagger.Label {
	out := append([]tagger.Label(nil), labels...)
	prev := tagger.Outside
	for i, l := range out {
		if !l.Follows(prev) {
			out[i] = tagger.Begin(l.Part())
		}
		prev = out[i]
	}
	return out
}

// cueWords returns the table of the words that often are in cues.
func cueWords(sources []source) []byte {
	type count struct{ cue, all int }
	counts := map[string]*count{}
	for i := range sources {
		s := &sources[i]
		for k, l := range labels(statements(s), len(s.doc.Tokens)) {
			t := s.doc.Tokens[k]
			if t.Kind != text.Word {
				continue
			}
			w := s.doc.Words[t.Word]
			c := counts[w]
			if c == nil {
				c = &count{}
				counts[w] = c
			}
			c.all++
			if l.Part() == tagger.Cue {
				c.cue++
			}
		}
	}
	values := map[uint64]uint16{}
	for w, c := range counts {
		if c.cue < 3 {
			continue
		}
		switch rate := float64(c.cue) / float64(c.all+1); {
		case rate > 0.7:
			values[fingerprint.Sum(w)] = 3
		case rate > 0.45:
			values[fingerprint.Sum(w)] = 2
		case rate > 0.22:
			values[fingerprint.Sum(w)] = 1
		}
	}
	return fingerprint.Pack(values)
}
