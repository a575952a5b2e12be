package index

import "gloss/annotate/language"

// Unread says why nothing in the text is annotated, if that is for its
// language; else it returns "".
func (x *Index) Unread() string {
	lang := x.Annotations.Lang
	if (language.Guess{Lang: lang}).English() {
		return ""
	}
	name := language.Name(lang)
	if name == "" {
		name = "another language (" + lang + ")"
	}
	return "this text is in " + name + "; only English is annotated"
}
