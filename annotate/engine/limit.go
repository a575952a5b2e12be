package engine

import (
	"sort"
	"time"

	"gloss/annotate"
)

// Limits bound the work on one input. What is beyond them is left out, and
// Annotations.Left tells so. A limit of zero is none.
type Limits struct {
	// Bytes is how much text is annotated. A block that does not end within it
	// is left out.
	Bytes int
	// Time is how long it may take. It is looked at between the sections of a
	// long text: the section that is being annotated is finished. What a text
	// gives then depends on the machine.
	Time time.Duration
}

// WithLimits sets limits; without it there are none.
func WithLimits(l Limits) Option { return func(e *Engine) { e.limits = l } }

// cut returns the beginning of an input that has at most n bytes of text.
func cut(in annotate.Input, n int) annotate.Input {
	if n <= 0 || len(in.Text) <= n {
		return in
	}
	if in.Blocks == nil {
		for n > 0 && in.Text[n]&0xC0 == 0x80 {
			n--
		}
		in.Text = in.Text[:n]
		return in
	}
	kept := sort.Search(len(in.Blocks), func(i int) bool { return in.Blocks[i].Span.End > n })
	in.Blocks = in.Blocks[:kept:kept]
	end := 0
	if kept > 0 {
		end = in.Blocks[kept-1].Span.End
	}
	in.Text = in.Text[:end]
	return in
}

// left returns the end of a text from a byte on, empty if nothing is there.
func left(text string, from int) annotate.Span {
	if from >= len(text) {
		return annotate.Span{}
	}
	return annotate.Span{Start: from, End: len(text)}
}
