// Package text divides an article into blocks, sentences and tokens, all as
// spans of the article's bytes.
//
// Tokens are small values in one slice, and each carries the number of its
// lower-cased word in the document. A step that needs to know something about
// words (is it a title? a verb of speech?) works it out once for each distinct
// word and then looks it up by number.
package text

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sort"
	"unicode/utf8"

	"gloss/annotate"
)

// The ways in which an input cannot be parsed.
var (
	ErrNotUTF8 = errors.New("text is not valid UTF-8")
	ErrTooLong = errors.New("text is longer than 2 GiB")
)

// A Document is a text with its blocks, sentences, tokens and stretches in
// quotation marks, each in order.
type Document struct {
	Text       string
	Blocks     []annotate.Block
	Sentences  []Sentence
	Tokens     []Token
	Quotations []Quotation
	// Words are the distinct words of the text, lower-cased, with straight
	// apostrophes. Token.Word is an index into it.
	Words []string
}

// A Sentence is the tokens [First, End) of a document. Block is the index of
// the block that it stands in.
type Sentence struct{ First, End, Block int }

// Parse divides in.Text. It fails on text that is not UTF-8 or is longer than
// 2 GiB, and when ctx is done. It takes linear time.
func Parse(ctx context.Context, in annotate.Input) (*Document, error) {
	if len(in.Text) > math.MaxInt32 {
		return nil, ErrTooLong
	}
	if !utf8.ValidString(in.Text) {
		return nil, ErrNotUTF8
	}
	d := &Document{Text: in.Text, Blocks: Blocks(in)}
	s := scanner{doc: d, ids: make(map[string]int32, 512)}
	d.Tokens = make([]Token, 0, len(in.Text)/5+8)
	for i, b := range d.Blocks {
		if b.Kind == annotate.Verbatim {
			continue
		}
		first := len(d.Tokens)
		if err := s.scan(ctx, b.Span); err != nil {
			return nil, fmt.Errorf("tokenise: %w", err)
		}
		d.split(first, i)
		d.quotations(first, i)
	}
	return d, nil
}

// Blocks returns the blocks of the input, or its lines where there are none.
// Blocks that are out of order or out of bounds are left out.
func Blocks(in annotate.Input) []annotate.Block {
	if len(in.Blocks) > 0 {
		out := make([]annotate.Block, 0, len(in.Blocks))
		end := 0
		for _, b := range in.Blocks {
			if b.Span.Start < end || b.Span.Empty() || b.Span.End > len(in.Text) ||
				!onRune(in.Text, b.Span.Start) || !onRune(in.Text, b.Span.End) {
				continue
			}
			out = append(out, b)
			end = b.Span.End
		}
		return out
	}
	var out []annotate.Block
	start := 0
	for off := 0; off <= len(in.Text); off++ {
		if off == len(in.Text) || in.Text[off] == '\n' {
			if off > start {
				out = append(out, annotate.Block{Span: annotate.Span{Start: start, End: off}})
			}
			start = off + 1
		}
	}
	return out
}

func onRune(s string, off int) bool { return off == len(s) || utf8.RuneStart(s[off]) }

// Raw returns token i as it stands in the text.
func (d *Document) Raw(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Lower returns the lower-cased word of token i.
func (d *Document) Lower(i int) string { return d.Words[d.Tokens[i].Word] }

// Span returns the bytes from the start of token first to the end of the token
// before end.
func (d *Document) Span(first, end int) annotate.Span {
	return annotate.Span{Start: int(d.Tokens[first].Start), End: int(d.Tokens[end-1].End)}
}

// At returns the first token that ends after the byte off: the token that
// covers it or the next one.
func (d *Document) At(off int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].End) > off })
}

// SentenceOf returns the index of the sentence that holds token tok.
func (d *Document) SentenceOf(tok int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > tok })
}
