package editor

import (
	"slices"
	"strings"

	"gloss/articles/clean"
)

// SplitTags returns the tags of a line: parted by commas, without the "#" that
// may go before, in their order and each once.
func SplitTags(line string) []clean.Text {
	var out []clean.Text
	for part := range strings.SplitSeq(line, ",") {
		tag := clean.Line(strings.TrimLeft(strings.TrimSpace(part), "#"))
		if !tag.IsEmpty() && !slices.Contains(out, tag) {
			out = append(out, tag)
		}
	}
	return out
}

// joinTags returns the line that SplitTags takes apart.
func joinTags(tags []clean.Text) string {
	words := make([]string, len(tags))
	for i, t := range tags {
		words[i] = t.String()
	}
	return strings.Join(words, ", ")
}
