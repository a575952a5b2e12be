package anchor

// Compared is what is compared of words, for tests.
var Compared = compared

// PreparePlainly is Prepare for a text that is searched without its index.
func PreparePlainly(text string) *Text {
	t := Prepare(text)
	t.plainly = true
	return t
}
