package parse

import (
	"context"

	"gloss/annotate/statement/feature"
	"gloss/annotate/statement/tagger"
)

// A Cue is a place where the cue of a statement may stand.
type Cue struct {
	First, End int     // tokens
	Prob       float32 // of its likeliest token
}

// A Guess is what the first tagger thinks of all tokens of a document.
type Guess struct {
	Stretches [][2]int
	Rows      []tagger.Row
	Hints     []feature.Hint
	Cues      []Cue // in order, without overlaps
}

// Guessed runs the first tagger over the document of s.
// It fails only when ctx is done.
func Guessed(ctx context.Context, m *tagger.Model, s *feature.Sheet) (*Guess, error) {
	return NewTagger(m, s).guess(ctx)
}

func (t *Tagger) guess(ctx context.Context) (*Guess, error) {
	s := t.s
	g := &Guess{Stretches: Stretches(s.Doc), Rows: make([]tagger.Row, 0, len(s.Doc.Tokens))}
	for _, r := range g.Stretches {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for len(g.Rows) < r[0] {
			g.Rows = append(g.Rows, tagger.Row{1}) // between stretches
		}
		g.Rows = t.Tag(g.Rows, r[0], r[1])
	}
	g.Hints = make([]feature.Hint, len(s.Doc.Tokens))
	for i := range g.Rows {
		g.Hints[i] = feature.NewHint(&g.Rows[i])
	}
	for _, r := range g.Stretches {
		g.cues(s, t.lattice.Path(g.Rows[r[0]:r[1]]), r[0])
	}
	return g, nil
}

// unlikely is the probability under which no token is tried as a cue.
const unlikely = 0.12

// cues appends the cues of the stretch that begins at token first: those of
// the best path, those that the rules have found, and other likely tokens.
func (g *Guess) cues(s *feature.Sheet, path []tagger.Label, first int) {
	for i := 0; i < len(path); i++ {
		end := i
		switch {
		case path[i].Part() == tagger.Cue:
			for end++; end < len(path) && path[end] == tagger.Inside(tagger.Cue); end++ {
			}
		case s.Rule(first+i) == tagger.Begin(tagger.Cue):
			for end++; end < len(path) && path[end].Part() != tagger.Cue && s.Rule(first+end) == tagger.Inside(tagger.Cue); end++ {
			}
		case g.Rows[first+i].Part(tagger.Cue) > unlikely:
			for end++; end < len(path) && path[end].Part() != tagger.Cue && g.Rows[first+end].Part(tagger.Cue) > unlikely; end++ {
			}
		default:
			continue
		}
		c := Cue{First: first + i, End: first + end}
		for k := i; k < end; k++ {
			c.Prob = max(c.Prob, g.Rows[first+k].Part(tagger.Cue))
		}
		g.Cues = append(g.Cues, c)
		i = end - 1
	}
}

// Limits of the window around a cue, in tokens.
const (
	windowLeft  = 100
	windowRight = 160
)

// Window returns the tokens [first, end) that may belong to the cue whose first
// token is i, in stretch k: its sentence, and those before and after it as long
// as a quotation leads over to them; and the next stretch where this one ends in
// a colon or in a quotation that has not ended.
func (g *Guess) Window(s *feature.Sheet, k, i int) (first, end int) {
	r := g.Stretches[k]
	if end = r[1]; k+1 < len(g.Stretches) && s.GoesOn(end-1) {
		end = g.Stretches[k+1][1]
	}
	return s.Around(g.Hints, i, max(r[0], i-windowLeft), min(end, i+windowRight))
}
