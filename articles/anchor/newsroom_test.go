package anchor_test

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"gloss/articles"
)

// A sign is a code point of an article that remembers where it was in the
// article as it was first published: -1 for one that was not in it.
type sign struct {
	r    rune
	from int
	copy bool // the sign is in a copy that was made of it later
}

type (
	sentence  []sign
	paragraph []sentence
	// A story is an article made by code. Its first paragraph is the headline.
	story []paragraph
)

// A reporter writes stories.
type reporter struct{ *rand.Rand }

func (r reporter) pick(of ...string) string { return of[r.IntN(len(of))] }

func (r reporter) name() string {
	return r.pick("Ada", "Jonas", "Mira", "Tomas", "Ilse", "Piet", "Zoë", "Karel") + " " +
		r.pick("Voss", "Brandt", "Lovell", "Ostrander", "Quill", "Ferrow", "Hagen", "Nyström")
}

func (r reporter) who() string {
	return r.pick("Mayor ", "Minister ", "Judge ", "Professor ", "the union leader ", "the harbour master ", "") + r.name()
}

func (r reporter) place() string {
	return r.pick("Ostmark", "Port Ellery", "Norhaven", "the Tarn valley", "Lower Wick", "São Brás", "the old harbour", "the northern district")
}

func (r reporter) number() string {
	return r.pick(strconv.Itoa(2+r.IntN(90)), strconv.Itoa(100*(1+r.IntN(90))), "1,"+strconv.Itoa(100+r.IntN(900)), strconv.Itoa(1+r.IntN(9))+"."+strconv.Itoa(1+r.IntN(9)))
}

func (r reporter) day() string {
	return r.pick("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
}

func (r reporter) thing() string {
	return r.pick("the new ferry", "the tunnel", "the grain store", "the school roof", "the water works", "the strike", "the night train", "the budget", "the flood wall")
}

func (r reporter) will() string {
	return r.pick("would be paid for by the city", "would open before the winter", "had to be stopped at once", "would cost "+r.number()+" million crowns",
		"was safe for everyone", "would be voted on next "+r.day(), "would bring "+r.number()+" jobs to "+r.place(), "was the worst in "+r.number()+" years")
}

// line writes a sentence. Many are alike but for a name or a number.
func (r reporter) line() string {
	switch r.IntN(14) {
	case 0:
		return upper(r.who()) + " said " + r.thing() + " " + r.will() + "."
	case 1:
		return "“" + upper(r.thing()) + " " + r.will() + ",” said " + r.who() + "."
	case 2:
		return upper(r.who()) + " told reporters in " + r.place() + " on " + r.day() + " that " + r.thing() + " " + r.will() + "."
	case 3:
		return "At least " + r.number() + " people in " + r.place() + " were left without power, the fire service said."
	case 4:
		return r.pick("The ministry did not answer questions.", "He declined to comment further.", "She gave no details.", "The figures could not be checked independently.")
	case 5:
		return "“We don’t know yet — nobody does,” " + r.name() + " said. “But " + r.thing() + " " + r.will() + ".”"
	case 6:
		return "According to a report seen on " + r.day() + ", " + r.number() + " of the " + r.number() + " houses near " + r.place() + " need repair."
	case 7:
		return "Police in " + r.place() + " said that " + r.number() + " people had been questioned about " + r.thing() + "."
	case 8:
		return upper(r.thing()) + " has divided " + r.place() + " since the " + r.pick("spring", "election", "flood", "fire") + ", when " + r.number() + " residents signed a letter to " + r.who() + "."
	case 9:
		return "In " + r.place() + ", shops stayed closed and " + r.pick("buses", "trains", "boats") + " did not run."
	case 10:
		return upper(r.who()) + " rejected that, saying " + r.thing() + " " + r.will() + " and that " + r.place() + " could wait."
	case 11:
		return "Unemployment " + r.pick("rose", "fell") + " to " + r.number() + " per cent in " + r.place() + ", the statistics office said."
	case 12:
		return "“That’s ‘nonsense’,” " + r.who() + " replied."
	}
	return "Work on " + r.thing() + " began " + r.number() + " years ago, and it is " + r.pick("still not finished", "almost done", "far behind its plan") + "."
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// paragraph writes one to four sentences.
func (r reporter) paragraph() paragraph {
	var p paragraph
	for range 1 + r.IntN(4) {
		p = append(p, fresh(r.line()))
	}
	return p
}

// story writes an article and remembers where everything in it is.
func (r reporter) story() story {
	s := story{{fresh(upper(r.thing()) + " divides " + r.place() + " as " + r.name() + " calls for a vote")}}
	for range 8 + r.IntN(12) {
		s = append(s, r.paragraph())
	}
	if r.IntN(2) == 0 { // what sites repeat
		teaser := "Read more: sign up for our morning letter and never miss a story from " + r.place() + "."
		s = append(s[:len(s)/2], append(story{{fresh(teaser)}}, s[len(s)/2:]...)...)
		s = append(s, paragraph{fresh(teaser)})
	}
	at := 0
	for p := range s {
		for l := range s[p] {
			for i := range s[p][l] {
				s[p][l][i].from = at + i
			}
			at += len(s[p][l]) + 1
		}
		at++ // two line breaks
	}
	return s
}

// fresh returns a sentence that was not in the article before.
func fresh(s string) sentence {
	var l sentence
	for _, r := range s {
		l = append(l, sign{r: r, from: -1})
	}
	return l
}

func (l sentence) String() string {
	var b strings.Builder
	for _, c := range l {
		b.WriteRune(c.r)
	}
	return b.String()
}

func (s story) clone() story {
	c := make(story, len(s))
	for i, p := range s {
		c[i] = make(paragraph, len(p))
		for j, l := range p {
			c[i][j] = append(sentence(nil), l...)
		}
	}
	return c
}

// signs returns the article as it is published.
func (s story) signs() []sign {
	var all []sign
	for i, p := range s {
		if i > 0 {
			all = append(all, sign{r: '\n', from: -1}, sign{r: '\n', from: -1})
		}
		for j, l := range p {
			if j > 0 {
				all = append(all, sign{r: ' ', from: -1})
			}
			all = append(all, l...)
		}
	}
	return all
}

// text returns the text of an article, and where in it each sign begins, and
// the last one ends.
func text(signs []sign) (string, []int) {
	var b strings.Builder
	var at []int
	for _, c := range signs {
		at = append(at, b.Len())
		b.WriteRune(c.r)
	}
	return b.String(), append(at, b.Len())
}

// A marked is what a reader marks in the first version: places among its signs.
type marked struct {
	kind       string
	start, end int
}

// marks chooses spans of each kind.
func (r reporter) marks(s story) []marked {
	var all []marked
	add := func(kind string, start, end int) { all = append(all, marked{kind, start, end}) }
	for range 3 {
		p := s[r.IntN(len(s))]
		l := p[r.IntN(len(p))]
		add("sentence", l[0].from, l[len(l)-1].from+1)
	}
	for range 2 {
		p := s[r.IntN(len(s))]
		last := p[len(p)-1]
		add("paragraph", p[0][0].from, last[len(last)-1].from+1)
	}
	i := r.IntN(len(s) - 2)
	last := s[i+1][len(s[i+1])-1]
	add("passage", s[i][0][0].from, last[len(last)-1].from+1)
	for n, kind := range []string{"part", "part", "part", "words", "words", "word", "word"} {
		p := s[(r.IntN(len(s))+n)%len(s)]
		l := p[r.IntN(len(p))]
		starts := []int{0}
		for j, c := range l {
			if c.r == ' ' {
				starts = append(starts, j+1)
			}
		}
		count := map[string]int{"part": 4 + r.IntN(8), "words": 2, "word": 1}[kind]
		from := r.IntN(max(1, len(starts)-count))
		end := len(l)
		if from+count < len(starts) {
			end = starts[from+count] - 1
		}
		add(kind, l[starts[from]].from, l[end-1].from+1)
	}
	l := s[0][0]
	add("headline", l[0].from, l[len(l)-1].from+1)
	return all
}

func (m marked) span(at []int) articles.Span {
	return articles.Span{Start: at[m.start], End: at[m.end]}
}
