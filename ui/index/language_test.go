package index

import (
	"testing"

	"gloss/annotate"
)

func TestUnread(t *testing.T) {
	for lang, want := range map[string]string{
		"": "", "en": "", "en-GB": "",
		"de-AT":    "this text is in German; only English is annotated",
		"und-Cyrl": "this text is in a language in Cyrillic script; only English is annotated",
		"tlh":      "this text is in another language (tlh); only English is annotated",
	} {
		if got := Build("", annotate.Annotations{Lang: lang}).Unread(); got != want {
			t.Errorf("%q: %q, want %q", lang, got, want)
		}
	}
}
