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
		{"a negation before", "reopen the line to Norhaven", "would reopen", "would never reopen", anchor.Moved, "never reopen the line to Norhaven"},
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
