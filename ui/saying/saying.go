// Package saying sets a statement that an article reports in rows: a sign for
// how it is given, who says it, the words that introduce it, and its own.
package saying

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/annotate"
	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/index"
	"gloss/ui/list"
	"gloss/ui/reader"
	"gloss/ui/theme"
	"gloss/ui/typeset"
)

// A Layout says how a statement is set.
type Layout struct {
	Width  int  // columns of the rows
	Indent int  // columns before the sign, at least 3
	Lines  int  // of its words at the most
	Who    bool // the speaker is named
	Chosen bool // it is the chosen row of its list
}

// Rows returns the rows of a statement, at least one, each of the width.
func Rows(th theme.Theme, s keep.Statement, l Layout) []string {
	base, lead := th.Row, ""
	if l.Chosen {
		base, lead = th.RowNow, " › "
	}
	base.Bold = false
	muted := Muted(th, l.Chosen)
	intro := introduce(th, s, l, muted)
	column, pad := l.Indent+2, list.Width(intro)
	// The words begin behind what introduces them where there is room, else under
	// it.
	hang := column
	if pad <= l.Width/3 {
		hang += pad
	}
	left := []list.Segment{{Style: muted, Text: list.Column(lead, l.Indent, false) + sign(s) + " "}}
	left = append(left, intro...)
	var rows []string
	if hang == column && pad > 0 {
		rows = append(rows, list.Row(th, l.Width, base, left, nil))
		left = nil
	}
	for _, words := range typeset.Wrap(clean.Line(s.Text.String()).String(), l.Width-hang-1, l.Lines) {
		if left == nil {
			left = []list.Segment{{Text: strings.Repeat(" ", hang)}}
		}
		rows = append(rows, list.Row(th, l.Width, base, append(left, list.Segment{Text: words}), nil))
		left = nil
	}
	return rows
}

// introduce returns what stands before the words.
func introduce(th theme.Theme, s keep.Statement, l Layout, muted theme.Style) []list.Segment {
	var out []list.Segment
	if l.Who {
		if name := clean.Line(s.Speaker.Name).String(); name != "" {
			mark, style := Sigil(th, s.Speaker)
			name = ansi.Truncate(name, max(l.Width/3, 8), "…")
			out = append(out, list.Segment{Style: style, Text: mark}, list.Segment{Style: theme.Style{Bold: true}, Text: " " + name + " "})
		} else {
			out = append(out, list.Segment{Style: muted, Text: "not said who: "})
		}
	}
	if verb := verbOf(s); verb != "" {
		verb = ansi.Truncate(verb, max(l.Width/4, 8), "…")
		if !l.Who { // the words of most begin in one column
			column := len("denied")
			if l.Width >= 60 {
				column = len("announced")
			}
			verb = list.Column(verb, max(column, ansi.StringWidth(verb)), false)
		}
		out = append(out, list.Segment{Style: muted, Text: verb + " "})
	}
	return out
}

// verbOf returns what a statement is introduced by: the article's own words, for
// "claimed" is not "said". What was found before these were kept has its act.
func verbOf(s keep.Statement) string {
	if cue := clean.Line(s.Cue).String(); cue != "" {
		return cue
	}
	return clean.Line(s.Act).String()
}

// sign returns the sign for how a statement is given: in words of its own, or
// in the writer's.
func sign(s keep.Statement) string {
	if s.Kind == string(annotate.Indirect) {
		return "›"
	}
	return "❝"
}

// Sigil returns the sign of an entity's type, and its style.
func Sigil(th theme.Theme, r keep.Ref) (string, theme.Style) {
	kind := theme.Other
	if r.Type != "" {
		kind = reader.Kind(index.ClassOf(annotate.Type(r.Type)))
	}
	return th.Sigil(kind), th.Mark(kind)
}

// Muted returns the style of what stands beside in a row. On the ground of the
// chosen one muted text could hardly be read.
func Muted(th theme.Theme, chosen bool) theme.Style {
	if chosen {
		return theme.Style{}
	}
	return th.Muted
}
