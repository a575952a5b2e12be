package language

import (
	"unicode"
	"unicode/utf8"
)

// A counter counts the words and letters of a text.
type counter struct {
	table    *table
	seen     [maxWords / 64]uint64 // the words of the table that have been seen, one bit each
	hits     hits                  // words of each language
	distinct hits                  // different ones
	words    int
	letters  int
	latin    int // letters that are of no other script
	script   [len(scripts)]int
}

// add counts the words of a text. Names speak no language, so a word with a
// capital is no evidence ("Die Welt", "Los Angeles"), nor is a part of an
// address or of a word with a number in it.
func (c *counter) add(text string) {
	for off := 0; off < len(text); {
		r, size := rune(text[off]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[off:])
		}
		if !isLetter(r) {
			off += size
			continue
		}
		end, small := c.word(text, off)
		c.words++
		if small && end-off <= longestWord && !(off > 0 && joins(text[off-1])) && !(end < len(text) && joins(text[end]) && text[end] != '.') {
			if e, ok := c.table.words[text[off:end]]; ok {
				c.hits.count(e.in)
				if w, bit := e.number/64, uint64(1)<<(e.number%64); c.seen[w]&bit == 0 {
					c.seen[w] |= bit
					c.distinct.count(e.in)
				}
			}
		}
		off = end
	}
}

// word counts the letters of the word that begins at the byte off of the text.
// It returns where the word ends and whether it has no capital.
func (c *counter) word(text string, off int) (end int, small bool) {
	small = true
	for end = off; end < len(text) && isASCIILetter(text[end]); end++ {
		small = small && text[end] >= 'a'
	}
	c.letters += end - off
	c.latin += end - off
	for end < len(text) {
		r, size := rune(text[end]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[end:])
		}
		if !isLetter(r) {
			break
		}
		small = small && !unicode.IsUpper(r)
		c.letters++
		if i := scriptOf(r); i >= 0 {
			c.script[i]++
		} else {
			c.latin++
		}
		end += size
	}
	return end, small
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// joins reports whether the byte beside a word makes it a part of something
// else, such as an address.
func joins(b byte) bool {
	switch b {
	case '/', '@', '_', '.', '#', '&', '=':
		return true
	}
	return '0' <= b && b <= '9'
}

// What is asked of a language other than English before the text is taken for
// it: so many more of its words than of English ones, so many different ones,
// and one word in so many.
const (
	minLead     = 5
	minDistinct = 5
	oneIn       = 12
	minLetters  = 12 // of a script
)

// guess returns the language that the counts speak for.
func (c *counter) guess() Guess {
	if tag, share := c.mainScript(); tag != "" {
		if best, next := c.ranking(tag); c.hits[best] >= 3 && c.hits[best] > c.hits[next] {
			tag = c.table.tags[best]
		}
		return Guess{Lang: tag, Confidence: share}
	}
	best, next := c.ranking("")
	n, en := c.hits[best], c.hits[english]
	switch {
	case best == english && n >= 3 && n > c.hits[next]:
	case best != english && n-en >= minLead && n >= 2*en && c.distinct[best] >= minDistinct && n*oneIn >= c.words:
	default:
		return Guess{}
	}
	return Guess{Lang: c.table.tags[best], Confidence: 1 - float64(c.hits[next])/float64(n)}
}

// mainScript returns the tag of the script that more than half of the letters
// are of, and their share; "" where that is the Latin one or none.
func (c *counter) mainScript() (tag string, share float64) {
	letters := c.latin
	if letters == c.letters {
		return "", 0
	}
	byTag := map[string]int{}
	for i, n := range c.script {
		if scripts[i].dense {
			n *= 2
		}
		byTag[scripts[i].tag] += n
		letters += n
	}
	if byTag["ja"]*20 > byTag["zh"] { // Japanese is written with Chinese characters too
		byTag["ja"] += byTag["zh"]
		delete(byTag, "zh")
	}
	for tag, n := range byTag {
		if n*2 > letters && n >= minLetters {
			return tag, float64(n) / float64(letters)
		}
	}
	return "", 0
}

// ranking returns the two languages of a script whose words are the most: the
// first of equals is the one that the table has first.
func (c *counter) ranking(script string) (best, next int) {
	best, next = -1, -1
	for i, s := range c.table.scripts {
		switch {
		case s != script:
		case best < 0 || c.hits[i] > c.hits[best]:
			best, next = i, best
		case next < 0 || c.hits[i] > c.hits[next]:
			next = i
		}
	}
	return max(best, 0), max(next, 0)
}
