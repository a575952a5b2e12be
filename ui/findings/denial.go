package findings

import (
	"strings"

	"gloss/annotate"
)

// actOf returns what the speaker does by a statement, in a word, of what the
// annotator says and the words that introduce the statement. The annotator's
// acts do not tell what is said from what is denied; where statements of several
// articles are sorted by what is done by them, that would be misleading. So
// "denied that …" is a denial here, "declined to …" a refusal, and "did not say
// that …" no saying.
func actOf(act annotate.Act, cue string) string {
	words := strings.FieldsFunc(strings.ToLower(cue), func(r rune) bool {
		return r == ' ' || r == ',' || r == '.' || r == ':'
	})
	negated := false
	for _, w := range words {
		switch {
		case turning[w] != "" && !negated:
			return turning[w]
		case w == "not" || w == "never" || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t"):
			negated = true
		}
	}
	if negated && act != "" {
		return "not " + string(act)
	}
	return string(act)
}

// turning are verbs that turn what follows into its opposite, with what is done
// by them.
var turning = map[string]string{
	"deny": "deny", "denies": "deny", "denied": "deny", "denying": "deny",
	"dispute": "deny", "disputes": "deny", "disputed": "deny", "disputing": "deny",
	"reject": "deny", "rejects": "deny", "rejected": "deny", "rejecting": "deny",
	"refuse": "refuse", "refuses": "refuse", "refused": "refuse", "refusing": "refuse",
	"decline": "refuse", "declines": "refuse", "declined": "refuse", "declining": "refuse",
}
