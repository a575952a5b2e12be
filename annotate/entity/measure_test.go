package entity_test

import (
	"context"
	"strings"
	"testing"

	"gloss/annotate"
	"gloss/annotate/entity"
	"gloss/annotate/gazetteer"
	"gloss/annotate/text"
)

// measured returns the text with its measures in brackets.
func measured(t testing.TB, s string) string {
	t.Helper()
	d, err := text.Parse(context.Background(), annotate.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	names, err := entity.NewMeasurer(gazetteer.New()).Names(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	off := 0
	for _, n := range names {
		at := d.Span(n.First, n.End)
		b.WriteString(s[off:at.Start] + "[" + string(n.Type) + " " + at.Of(s) + "]")
		off = at.End
	}
	return b.String() + s[off:]
}

func TestMeasures(t *testing.T) {
	for _, want := range []string{
		// dates
		"On [DATE 15 December 2015] and [DATE December 15, 2015] they met.",
		"It ends on [DATE Dec. 15] or [DATE 15 Dec], not [DATE Sept. 3, 2016].",
		"They met [DATE Tuesday], [DATE Monday, December 14, 2015] and [DATE Friday 3 June].",
		"The talks of [DATE 14-16 March] go on until [DATE April 3-5, 2017].",
		"The [DATE 15th of May] and the [DATE 21st of June 2011] are holidays.",
		"In [DATE December], in [DATE May] and in [DATE March 2014] it rained.",
		"May he march on? He may. A March hare. Theresa May left.",
		"It fell [DATE last week], [DATE this year], [DATE next month], [DATE last Tuesday] and [DATE last December].",
		"Last but not least, this time, next door and the last days.",
		"It began in [DATE 2015], before [DATE 1999] and since [DATE 1871].",
		"The war ([DATE 1914-1918]) and the season of [DATE 2015/16] or [DATE 2014-15].",
		"From [DATE 2010] to [DATE 2015], and between [DATE 1990] and [DATE 1991].",
		"The treaty ([DATE 1648]) held, and so did the [DATE 2015] talks, but the 2000 men did not, nor do 2022 marks.",
		"In the [DATE 1990s], the mid-[DATE 1980s] and the [DATE '70s], and in the [DATE 20th century].",
		"He left [DATE three days ago]; she came [DATE 18 months later].",
		"About 2,015 people, 1999 of them men, and 2015 copies.",
		"He spent two years there and is 45-year-old Tom's friend.",
		// times
		"At [TIME 10:30] or [TIME 10:30 a.m.] or [TIME 5pm] or [TIME 5 p.m. GMT], or at [TIME noon].",
		"By [TIME 18:00 GMT] or [TIME 1400 GMT], [TIME Monday morning] or [TIME this evening] at [TIME ten o'clock].",
		"They won 3:25 and lost 10:30, and the verse is 3:16.",
		// sums
		"It cost [MONEY $5.2 million], [MONEY €3], [MONEY £1,200] and [MONEY US$30bn].",
		"Some [MONEY 3 billion euros], [MONEY 500 rupees], [MONEY 53 billion US dollars] and [MONEY 20 Swiss francs].",
		"He paid [MONEY Rs 500 crore], [MONEY Rs. 4,000], [MONEY Tk 26 lakh] and [MONEY USD 10 million].",
		"Between [MONEY $1.2–1.4 trillion] and [MONEY $3-$4 million].",
		"A [MONEY million dollars], [MONEY millions of euros] and a [MONEY 30-million-dollar] plan, [MONEY five pounds] each.",
		"The sum of [MONEY 50 million won]. He won 3 and 5 won.",
		"He has [MONEY twenty-five thousand dollars] and [MONEY two hundred pesos].",
		// shares
		"Up [PERCENT 12 percent], [PERCENT 3.5%], [PERCENT 10 per cent], [PERCENT ten percent], [PERCENT 10-15 percent] and [PERCENT 10 to 15 percent].",
		"It rose by [PERCENT 2 percentage points].",
		// quantities
		"The [QUANTITY 18 kilometres] of road took [QUANTITY 5,000 tonnes], [QUANTITY 3 million barrels] and [QUANTITY 20 square miles].",
		"A [QUANTITY 18-mile] march over [QUANTITY five miles] at [QUANTITY 30 °C] or [QUANTITY 30 degrees Celsius].",
		"She has two degrees and 12 people, 3 cats and 1 vote.",
	} {
		plain := want
		for _, typ := range []string{"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"} {
			plain = strings.ReplaceAll(plain, "["+typ+" ", "")
		}
		if got := measured(t, strings.ReplaceAll(plain, "]", "")); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

// No token is looked at more than a few times, whatever stands there.
func TestMeasuresOfNothingButNumbers(t *testing.T) {
	for _, s := range []string{"1 ", "2015-", "two hundred ", "million ", "$", "Monday, ", "12:30 ", "ten-", "last ", "("} {
		measured(t, strings.Repeat(s, 20_000))
	}
}

func BenchmarkMeasures(b *testing.B) {
	s := strings.Repeat("On 15 December 2015 the ministers agreed to spend $5.2 million on 18 kilometres of road in the next two years. ", 200)
	d, err := text.Parse(context.Background(), annotate.Input{Text: s})
	if err != nil {
		b.Fatal(err)
	}
	m := entity.NewMeasurer(gazetteer.New())
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if _, err := m.Names(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}
