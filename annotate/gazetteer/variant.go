package gazetteer

import "strings"

// FullFirstNames returns the first names that a lower-cased first name can be
// short for, or another spelling of: "william" for "bill". It returns nil for a
// name that is short for none.
func (g *Gazetteer) FullFirstNames(lower string) []string {
	g.once.Do(g.compile)
	return g.fullFirst[lower]
}

// FullPlaces returns the places that a short form or an older name of a place
// can mean, both lower-cased and without stops: "new jersey" for "nj". Which of
// them, the text has to tell.
func (g *Gazetteer) FullPlaces(lower string) []string {
	g.once.Do(g.compile)
	return g.fullPlace[lower]
}

// compileVariants fills the tables of short forms.
func (g *Gazetteer) compileVariants() {
	g.fullFirst = make(map[string][]string, 512)
	g.fullPlace = make(map[string][]string, 256)
	for r := range rows("nicknames.tsv") {
		for short := range strings.FieldsSeq(r[1]) {
			g.fullFirst[short] = append(g.fullFirst[short], r[0])
		}
	}
	for r := range rows("variants.tsv") {
		for short := range strings.SplitSeq(r[1], "|") {
			g.fullPlace[short] = append(g.fullPlace[short], r[0])
		}
	}
}
