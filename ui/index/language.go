package index

import "gloss/annotate/language"

// Unread says why nothing in the text is annotated, if that is for its
// language; else it returns "".
func (x *Index) Unread() string { return language.Unread(x.Annotations.Lang) }
