package quote

import (
	_ "embed"
	"strings"

	"gloss/annotate"
)

//go:embed data/cues.tsv
var cueTable string

// A frame is a way in which a verb introduces what is stated.
type frame uint8

const (
	clause    frame = 1 << iota // a clause, with or without "that"
	that                        // a clause with "that"
	infinite                    // "to" and a verb
	told                        // somebody who is told, then a clause
	asked                       // somebody who is to do it, then "to" and a verb
	object                      // a noun phrase
	quoteOnly                   // beside quotation marks only
)

// frames are the letters of the table.
var frames = map[rune]frame{'c': clause, 't': that, 'i': infinite, 'o': told, 'p': asked, 'n': object, 'q': quoteOnly}

// A class is what is known of a word when statements are looked for.
type class struct {
	frames frame
	act    annotate.Act           // of the frames that no other act has
	acts   map[frame]annotate.Act // of the others
	form   form
	role   role
	noun   annotate.Act // of the noun of the same form
}

// A form is the inflection of a verb.
type form uint8

const (
	noVerb form = iota
	base        // "say"
	third       // "says"
	past        // "said"
	gerund      // "saying"
)

// A role is what a small word does in a sentence.
type role uint8

const (
	noRole role = iota
	auxiliary
	adverb
	preposition
	conjunction
	determiner
	subject   // a pronoun that can be the subject
	objective // a pronoun that cannot
)

// smallWords are the words of each role. A word of several has the one that
// reads best before a verb of speech.
var smallWords = []struct {
	role  role
	words string
}{
	{auxiliary, "has have had having is are was were be been being am do does did will would shall should can could may might must 'd 'll 've 's 're 'm n't not"},
	{adverb, "also never ever always often again later earlier then now still even just only once first recently repeatedly previously reportedly privately publicly so too soon further simply long already much more flatly quickly instead"},
	{preposition, "in on at by with from into about after before during under over against between among through without within near since until upon as via despite for of to around along across amid like than toward towards"},
	{conjunction, "and but or nor that which because if when while although though whereas unless where whether what how why yet"},
	{determiner, "the a an this these those his her its their our my your some many most several any no each every another two three four five six seven eight nine ten both few other all such"},
	{subject, "he she they it we i you who one others"},
	{objective, "him them us me himself herself themselves itself"},
}

// lexicon compiles the table of cues and the small words.
func lexicon() map[string]class {
	m := make(map[string]class, 2048)
	for _, small := range smallWords {
		for w := range strings.FieldsSeq(small.words) {
			c := m[w]
			c.role = small.role
			m[w] = c
		}
	}
	for act, words := range nouns {
		for w := range strings.FieldsSeq(words) {
			c := m[w]
			c.noun = act
			m[w] = c
		}
	}
	for line := range strings.Lines(cueTable) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		var f frame
		for _, r := range fields[1] {
			f |= frames[r]
		}
		for verb := range strings.FieldsSeq(fields[2]) {
			for _, v := range inflect(verb) {
				c := m[v.word]
				c.add(f, annotate.Act(fields[0]))
				c.form = v.form
				m[v.word] = c
			}
		}
	}
	return m
}

func (c *class) add(f frame, act annotate.Act) {
	if c.act == "" {
		c.act = act
	}
	if c.acts == nil {
		c.acts = make(map[frame]annotate.Act, 2)
	}
	for bit := clause; bit <= quoteOnly; bit <<= 1 {
		if f&bit != 0 && c.acts[bit] == "" {
			c.acts[bit] = act
		}
	}
	c.frames |= f
}

// of returns the act of a verb in a frame, or in the first of several.
func (c class) of(f frame) annotate.Act {
	for bit := clause; bit <= quoteOnly; bit <<= 1 {
		if a := c.acts[bit]; f&bit != 0 && a != "" {
			return a
		}
	}
	return c.act
}

type inflected struct {
	word string
	form form
}

// inflect returns the forms of a verb: those joined by slashes, else the
// regular ones.
func inflect(verb string) []inflected {
	if parts := strings.Split(verb, "/"); len(parts) > 1 {
		var out []inflected
		for _, w := range parts {
			out = append(out, inflected{w, formOf(w, parts[0])})
		}
		return out
	}
	if strings.HasSuffix(verb, "ing") && verb != "bring" {
		return []inflected{{verb, gerund}}
	}
	s, ed, ing := verb+"s", verb+"ed", verb+"ing"
	switch {
	case strings.HasSuffix(verb, "e"):
		ed, ing = verb+"d", verb[:len(verb)-1]+"ing"
	case strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ss"), strings.HasSuffix(verb, "ch"):
		s = verb + "es"
	case verb == "admit" || verb == "plan":
		ed, ing = verb+verb[len(verb)-1:]+"ed", verb+verb[len(verb)-1:]+"ing"
	}
	return []inflected{{verb, base}, {s, third}, {ed, past}, {ing, gerund}}
}

// formOf guesses the inflection of an irregular form.
func formOf(w, lemma string) form {
	switch {
	case w == lemma:
		return base
	case strings.HasSuffix(w, "ing"):
		return gerund
	case strings.HasSuffix(w, "s"):
		return third
	}
	return past
}

// nouns are nouns that tell of statements as verbs do.
var nouns = map[annotate.Act]string{
	annotate.Say:    "claim statement remark comment announcement warning allegation accusation criticism assertion suggestion advice",
	annotate.Think:  "belief view opinion fear concern doubt idea expectation assumption worry support opposition confidence",
	annotate.Want:   "plan proposal demand call request desire effort hope intention promise pledge vow offer bid wish attempt commitment willingness",
	annotate.Decide: "decision ruling agreement order verdict deal vote determination refusal",
	annotate.Show:   "poll study survey evidence report finding data sign",
}

// Act returns what a speaker does by a statement whose cue has these lower-cased
// words: that of its first verb, else of its first noun, that is in the table of
// cues; Say if none is. An infinitive is content that begins with "to".
func (f *Finder) Act(words []string, infinitive bool) annotate.Act {
	lex := f.lexicon()
	for _, w := range words {
		if c := lex[w]; c.frames != 0 {
			if infinitive && c.frames&(infinite|asked) != 0 {
				return c.of(infinite | asked)
			}
			return c.of(clause)
		}
	}
	for _, w := range words {
		if c := lex[strings.TrimSuffix(w, "s")]; c.noun != "" {
			return c.noun
		}
	}
	return annotate.Say
}
