package quote

import (
	"gloss/annotate"
	"gloss/annotate/text"
)

// BlockQuotation is the rule of a paragraph that is set apart as a quotation.
const BlockQuotation = "block-quotation"

// apart reads a paragraph that is set apart as a quotation: all of it is the
// statement of whoever the dash at its end names, else of the one whose words
// it goes on with, else of the one that the paragraph before ends with a colon
// about.
func (p *pass) apart(sentences []text.Sentence) {
	first, end := sentences[0].First, sentences[len(sentences)-1].End
	st := statement{act: annotate.Say, from: -1, rule: BlockQuotation, confidence: 0.6}
	n := len(p.found) - 1
	switch to, ok := p.byEnd(&st, first, end); {
	case ok:
		end = to
	case n >= 0 && p.found[n].rule == BlockQuotation && p.lastToken(n) == first:
		p.found[n].content = append(p.found[n].content, [2]int{first, end})
		return
	case first > 0 && p.kind(first-1) == text.Colon:
		p.leading(&st, p.d.Sentences[p.d.SentenceOf(first-1)])
	}
	if st.content = [][2]int{{first, end}}; end > first {
		p.found = append(p.found, st)
	}
}

// lastToken returns where the content of statement n ends.
func (p *pass) lastToken(n int) int {
	c := p.found[n].content
	return c[len(c)-1][1]
}

// byEnd reads "― Jane Roe" at the end of the tokens [first, end) and returns
// where the dash stands.
func (p *pass) byEnd(st *statement, first, end int) (int, bool) {
	for i := end - 2; i > first && i > end-longestByline; i-- {
		if p.kind(i) != text.Dash {
			continue
		}
		if x := (text.Quotation{First: first, End: i}); p.byline(st, x, end) {
			st.rule = BlockQuotation
			return i, true
		}
	}
	return end, false
}

// leading reads the sentence s, which ends in a colon: the subject of its last
// cue is the speaker.
func (p *pass) leading(st *statement, s text.Sentence) {
	for i := s.End - 2; i > s.First; i-- {
		c := p.class(i)
		if c.frames == 0 || p.inside[i] >= 0 || p.kind(i) != text.Word {
			continue
		}
		if f, e, ok := p.subjectBefore(i, s.First); ok {
			st.speaker, st.cue, st.act, st.confidence = [2]int{f, e}, [2]int{i, i + 1}, c.of(clause), 0.85
			return
		}
	}
}
