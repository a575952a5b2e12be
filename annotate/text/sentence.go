package text

// longestSentence is where a sentence without an end is cut, so that steps
// which look at all of a sentence stay linear in the text.
const longestSentence = 400

// split appends the sentences of the tokens from first on, which are those of
// one block.
func (d *Document) split(first, block int) {
	start := first
	for i := first; i < len(d.Tokens); i++ {
		end := i + 1
		if d.stops(i) {
			for end < len(d.Tokens) && d.closes(end) {
				end++
			}
			if end < len(d.Tokens) && !d.begins(i, end) {
				continue
			}
		} else if end-start < longestSentence && end < len(d.Tokens) {
			continue
		}
		d.Tokens[start].Flags |= First
		d.Sentences = append(d.Sentences, Sentence{First: start, End: end, Block: block})
		start, i = end, end-1
	}
	if start < len(d.Tokens) {
		d.Tokens[start].Flags |= First
		d.Sentences = append(d.Sentences, Sentence{First: start, End: len(d.Tokens), Block: block})
	}
}

// stops reports whether a sentence may end after token i.
func (d *Document) stops(i int) bool {
	t := d.Tokens[i]
	return t.Kind == Stop || t.Is(Abbrev) && !neverEnds(d.Lower(i))
}

// closes reports whether token i, which follows a stop, belongs to the same
// sentence: a closing mark or bracket, another stop.
func (d *Document) closes(i int) bool {
	switch t := d.Tokens[i]; t.Kind {
	case Stop, Close:
		return true
	case Quote:
		switch d.Raw(i) {
		case "”", "’", "»", "›":
			return true
		case "“", "‘", "«", "„", "‹", "``", "`":
			return false
		}
		return t.Is(Glued) // a straight mark closes if nothing parts it from the stop
	}
	return false
}

// begins reports whether token next can open a sentence after the stop at i.
func (d *Document) begins(i, next int) bool {
	t := d.Tokens[next]
	if d.Tokens[i].Is(Abbrev) && i+1 == next {
		// The stop may be no more than the abbreviation's own.
		switch t.Kind {
		case Word:
			return t.Is(Capital) && !t.Is(Glued) && opensSentence(d.Lower(next)) && len(d.Raw(i)) > 2
		case Quote:
			return !t.Is(Glued) && next+1 < len(d.Tokens) && d.Tokens[next+1].Is(Capital)
		}
		return false
	}
	switch t.Kind {
	case Word:
		if t.Is(Glued) && d.Tokens[next-1].Kind == Stop {
			return t.Is(Capital) && !t.Is(Caps)
		}
		return t.Is(Capital) || t.Is(Mixed)
	case Number, Link, Open, Dash:
		return !t.Is(Glued)
	case Quote:
		return true
	case Comma, Colon, Hyphen:
		return false
	}
	return !t.Is(Glued)
}

// opensSentence reports words that begin sentences and seldom follow an
// abbreviation inside one when they have a capital.
func opensSentence(lower string) bool {
	switch lower {
	case "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its",
		"their", "our", "my", "in", "on", "at", "but", "and", "or", "so", "if", "when", "while", "as", "for", "from", "after",
		"before", "since", "although", "though", "because", "however", "there", "here", "what", "who", "how", "why", "where",
		"with", "by", "to", "not", "no", "some", "many", "most", "all", "one", "two", "several", "both", "each", "another",
		"last", "earlier", "later", "meanwhile", "also", "still", "yet", "now", "then", "under", "during", "despite",
		"according", "asked", "other", "others", "only", "even", "instead", "once", "until", "such":
		return true
	}
	return false
}
