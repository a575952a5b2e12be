package anchor_test

import (
	"strings"
	"testing"

	"gloss/articles"
	"gloss/articles/anchor"
)

const report = `Ferry to Norhaven stays in port

Mayor Ada Voss said on Monday that it would reopen the line to Norhaven within 40 days. The union had asked for talks, and “nobody was hurt”.

Minister Jonas Brandt said that 312 passengers had to be brought home by bus. He declined to comment further.

“We don’t know yet — nobody does,” said the harbour master. The line carries 2,400 people a day.`

func TestFindAfterOneChange(t *testing.T) {
	for _, c := range []struct {
		name, words string
		was, is     string // in the text
		want        anchor.State
		found       string
	}{
		{"nothing", "it would reopen the line", "", "", anchor.Exact, "it would reopen the line"},
		{"quotes", "“nobody was hurt”", "“nobody was hurt”", "\"nobody was hurt\"", anchor.Exact, "\"nobody was hurt\""},
		{"spaces and dashes", "“We don’t know yet — nobody does,”", "know yet — nobody", "know\u00a0yet\n– no\u00adbody", anchor.Exact, "“We don’t know\u00a0yet\n– no\u00adbody does,”"},
		{"a negation within", "said on Monday that it would reopen the line to Norhaven", "would reopen", "would not reopen", anchor.Moved, "said on Monday that it would not reopen the line to Norhaven"},
		{"a negation after", "said on Monday that it would", "would reopen", "would not reopen", anchor.Moved, "said on Monday that it would"},
		{"a negation before", "reopen the line to Norhaven", "would reopen", "would never reopen", anchor.Moved, "reopen the line to Norhaven"},
		{"a number", "The line carries 2,400 people a day.", "2,400", "24,000", anchor.Moved, "The line carries 24,000 people a day."},
		{"a name", "Minister Jonas Brandt said that 312 passengers", "Brandt", "Brand", anchor.Moved, "Minister Jonas Brand said that 312 passengers"},
		{"case", "Ferry to Norhaven stays in port", "Ferry to Norhaven stays in port", "FERRY TO NORHAVEN STAYS IN PORT", anchor.Moved, "FERRY TO NORHAVEN STAYS IN PORT"},
		{"short words", "40 days", "40 days", "400 days", anchor.Orphan, ""},
		{"short words with a slip", "bus", "bus", "buss", anchor.Orphan, ""},
		{"short words elsewhere", "union", "The union had asked for talks, and “nobody was hurt”.", "", anchor.Orphan, ""},
		{"something before", "He declined to comment further.", "Ferry to", "Correction: it was Monday.\n\nFerry to", anchor.Exact, "He declined to comment further."},
		{"another speaker elsewhere", "Mayor Ada Voss said on Monday that it would reopen the line to Norhaven within 40 days.",
			report[strings.Index(report, "Mayor"):], "The line carries 2,400 people a day. Minister Ilse Quill said on Monday that it would reopen the line to Norhaven within 50 days. Nobody asked.", anchor.Orphan, ""},
	} {
		start := strings.Index(report, c.words)
		s := anchor.Describe(report, articles.Span{Start: start, End: start + len(c.words)})
		now := report
		if c.was != "" {
			now = strings.Replace(report, c.was, c.is, 1)
		}
		m := anchor.Prepare(now).Find(s)
		if got := now[m.Span.Start:m.Span.End]; m.State != c.want || got != c.found {
			t.Errorf("%s: %v %q, want %v %q", c.name, m.State, got, c.want, c.found)
		}
	}
}

// What others describe has no offsets, or offsets in other units, and up to 32
// signs on either side.
func TestFindWhatOthersDescribed(t *testing.T) {
	p := anchor.Prepare(report)
	for _, c := range []struct {
		name string
		s    anchor.Selector
		want anchor.State
	}{
		{"no offsets", anchor.Selector{Exact: "312 passengers", Prefix: "Minister Jonas Brandt said that ", Suffix: " had to be brought home by bus. "}, anchor.Exact},
		{"wrong offsets", anchor.Selector{Exact: "312 passengers", Prefix: "Minister Jonas Brandt said that ", Suffix: " had to be brought home by bus. ", Start: 3, End: 5}, anchor.Exact},
		{"long words alone", anchor.Selector{Exact: "Minister Jonas Brandt said that 312 passengers had to be brought home by bus."}, anchor.Moved},
		{"short words alone", anchor.Selector{Exact: "312 passengers"}, anchor.Orphan},
		{"other surroundings", anchor.Selector{Exact: "312 passengers", Prefix: "Of those who had waited for hours", Suffix: ", most went on foot over the hill"}, anchor.Orphan},
		{"nothing", anchor.Selector{}, anchor.Orphan},
		{"only a place", anchor.Selector{Start: 3, End: 9}, anchor.Orphan},
	} {
		if m := p.Find(c.s); m.State != c.want {
			t.Errorf("%s: %+v, want %v", c.name, m, c.want)
		}
	}
}

// What was not found and has to be: words that are still there, though what stands
// next to them is not, or is not the end of the text any more.
func TestFindWhatIsStillThere(t *testing.T) {
	const mill = "The mill turns again\n\n\"We had waited for years,\" Jane Roe said. Richard Miles said that Jane Roe had paid for it."
	const line = "One line more.\n\n"
	const sails = "The sails were new. "
	for _, c := range []struct {
		name, words, text, now string
		want                   anchor.State
	}{
		{"the sentence before changed", "Jane Roe had paid for it, out of her own.", mill + " " + sails + "Jane Roe had paid for it, out of her own. Nobody had asked.",
			mill + " Everybody looked up at once. Jane Roe had paid for it, out of her own. Nobody had asked.", anchor.Moved},
		{"the sentence after changed", "Jane Roe had paid for it, out of her own.", mill + " " + sails + "Jane Roe had paid for it, out of her own. Nobody had asked.",
			mill + " " + sails + "Jane Roe had paid for it, out of her own. It was late.", anchor.Moved},
		{"short words, a line before", "waited for years", mill, line + mill, anchor.Exact},
		{"short words, a line after", "paid for it", mill, mill + "\n\n" + line, anchor.Moved},
		{"short words, lines on both sides", "waited for years", mill, line + mill + "\n\n" + line, anchor.Exact},
		{"the first words, lines on both sides", "The mill turns", mill, line + mill + "\n\n" + line, anchor.Moved},
		{"the last sentence, lines on both sides", "Richard Miles said that Jane Roe had paid for it.", mill, line + mill + "\n\n" + line, anchor.Moved},
		{"a headline whose text begins otherwise", "The mill turns again", mill, "The mill turns again\n\nJohn Doe would not say who paid.", anchor.Moved},
		{"short words whose sentence is gone", "waited for years", mill, line + strings.Replace(mill, "\"We had waited for years,\" Jane Roe said. ", "He waited for years. ", 1), anchor.Orphan},
	} {
		start := strings.LastIndex(c.text, c.words)
		s := anchor.Describe(c.text, articles.Span{Start: start, End: start + len(c.words)})
		m := anchor.Prepare(c.now).Find(s)
		if got := c.now[m.Span.Start:m.Span.End]; m.State != c.want || m.State != anchor.Orphan && got != c.words {
			t.Errorf("%s: %v %q, want %v", c.name, m.State, got, c.want)
		}
	}
}

// Other programs describe little or nothing of what stands round the words.
func TestFindWithLittleAround(t *testing.T) {
	p := anchor.Prepare(report)
	for _, c := range []struct {
		name string
		s    anchor.Selector
		want anchor.State
	}{
		{"long words, nothing around", anchor.Selector{Exact: "passengers had to be brought home by bus"}, anchor.Moved},
		{"long words, where they were", anchor.Selector{Exact: "passengers had to be brought home by bus", Start: 222, End: 262}, anchor.Moved},
		{"long words, a little around", anchor.Selector{Exact: "passengers had to be brought home by bus", Prefix: "312 ", Suffix: ". He"}, anchor.Moved},
		{"long words, other words around", anchor.Selector{Exact: "passengers had to be brought home by bus", Prefix: "900 ", Suffix: ", she said"}, anchor.Moved},
		{"four words", anchor.Selector{Exact: "We don't know yet", Prefix: "x"}, anchor.Moved},
		{"short words, a little around", anchor.Selector{Exact: "312 passengers", Prefix: "said that ", Suffix: " had to"}, anchor.Moved},
		{"short words, a little on one side", anchor.Selector{Exact: "312 passengers", Suffix: " had to be"}, anchor.Moved},
		{"short words, others on one side", anchor.Selector{Exact: "312 passengers", Prefix: "more than ", Suffix: " had to be"}, anchor.Orphan},
		{"words there twice", anchor.Selector{Exact: "said", Prefix: "Voss ", Suffix: " on"}, anchor.Moved},
		{"words there twice, the same around", anchor.Selector{Exact: "the", Suffix: " "}, anchor.Orphan},
		{"long words that changed", anchor.Selector{Exact: "travellers had to be brought home by bus", Prefix: "312 ", Suffix: ". He"}, anchor.Orphan},
	} {
		m := p.Find(c.s)
		if m.State != c.want || m.State != anchor.Orphan && anchor.Compared(report[m.Span.Start:m.Span.End]) != anchor.Compared(c.s.Exact) {
			t.Errorf("%s: %+v, want %v", c.name, m, c.want)
		}
	}
}

// Long words are found by their ends, and not where most between was replaced.
func TestFindLongWords(t *testing.T) {
	before := long(4000)
	span := articles.Span{Start: 1000, End: 2600}
	for span.Start > 0 && before[span.Start-1] != '\n' {
		span.Start--
	}
	for before[span.End] != '\n' {
		span.End++
	}
	s := anchor.Describe(before, span)
	for _, c := range []struct {
		name     string
		from, to int
		with     string
		want     anchor.State
	}{
		{"a word in the middle", 700, 705, "something", anchor.Moved},
		{"before it", -200, -190, "other", anchor.Exact},
		{"all but its ends", 140, span.Len() - 140, strings.Repeat("other words altogether ", 60), anchor.Orphan},
		{"its beginning too", 0, span.Len() - 140, strings.Repeat("other words altogether ", 60), anchor.Orphan},
	} {
		now := before[:span.Start+c.from] + c.with + before[span.Start+c.to:]
		m := anchor.Prepare(now).Find(s)
		if m.State != c.want {
			t.Errorf("%s: %v, want %v", c.name, m.State, c.want)
		}
		if grown := len(now) - len(before); m.State == anchor.Moved && (m.Span.Start != span.Start || m.Span.End != span.End+grown) {
			t.Errorf("%s: %v, want it at %v and %d longer", c.name, m.Span, span, grown)
		}
	}
}
