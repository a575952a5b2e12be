package coalition

// alliance reports nouns that always mean a group of members.
func alliance(w string) bool {
	switch w {
	case "coalition", "alliance", "bloc", "grouping", "axis", "pact", "quartet", "troika", "consortium", "confederation", "federation", "quad", "triangle", "compact", "accord", "eurozone":
		return true
	}
	return false
}

// groupNoun reports nouns that mean a group of members where a verb of
// membership follows, or at the end of a name.
func groupNoun(w string) bool {
	switch w {
	case "group", "committee", "council", "union", "league", "club", "community", "commission", "panel", "partnership", "front",
		"organisation", "organization", "cabinet", "board", "membership", "forum", "association", "chamber", "initiative", "format",
		"platform", "body", "commonwealth":
		return true
	}
	return alliance(w)
}

// general reports nouns by which any group can be meant again: "the bloc".
func general(w string) bool {
	switch w {
	case "group", "bloc", "alliance", "grouping", "organisation", "organization", "body", "club", "pact", "union", "platform", "forum":
		return true
	}
	return false
}

// seats reports the last words of groups that persons are members of.
func seats(w string) bool {
	switch w {
	case "committee", "council", "commission", "panel", "board", "cabinet", "politburo", "coalition", "troika":
		return true
	}
	return false
}

// stopsGroup reports words that stand before a noun phrase and not in it.
func stopsGroup(w string) bool {
	switch w {
	case "the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "of", "in", "by", "for", "to", "with", "and", "or", "but",
		"said", "is", "was", "are", "were", "from", "on", "as", "against", "between", "have", "has", "had", "they", "he", "she", "it", "into", "when", "if":
		return true
	}
	return false
}
