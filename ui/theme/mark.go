package theme

import "github.com/muesli/termenv"

// marksOf returns the styles of all kinds of marks.
func marksOf(p palette, profile termenv.Profile) [last + 1]Style {
	if profile == termenv.ANSI || profile == termenv.Ascii {
		return attributeMarks(p)
	}
	return [last + 1]Style{
		Person:       {FG: p.person},
		Org:          {FG: p.org},
		Place:        {FG: p.place},
		Group:        {FG: p.group},
		Member:       {FG: p.member, Bold: true},
		Other:        {FG: p.other},
		Statement:    {BG: p.statement},
		StatementNow: {BG: p.statementNow, Italic: true},
		Cue:          {Italic: true, Underline: Dotted},
		Speaker:      {Bold: true, Underline: Single},
		Hit:          {FG: p.ink, BG: p.hit},
		HitNow:       {FG: p.ink, BG: p.hitNow, Bold: true},
		Chosen:       {BG: p.chosen, Bold: true, Underline: Single},
		Selection:    {FG: p.selected, BG: p.selection},
		NoteMark:     {BG: p.note, Underline: Dashed},
		Cursor:       {Reverse: true},
		Important:    {BG: p.important},
		Claim:        {BG: p.claim},
		Doubt:        {BG: p.doubt, Underline: Curly},
		Quotable:     {BG: p.quotable, Italic: true},
		FollowUp:     {BG: p.followUp},
	}
}

// attributeMarks tells the kinds apart where colours are few or none: each has
// a set of attributes of its own. A single underline alone is left to links.
func attributeMarks(p palette) [last + 1]Style {
	return [last + 1]Style{
		Person:       {FG: p.person, Bold: true},
		Org:          {FG: p.org, Bold: true, Underline: Single},
		Place:        {FG: p.place, Italic: true, Underline: Single},
		Group:        {FG: p.group, Bold: true, Italic: true},
		Member:       {FG: p.member, Bold: true, Italic: true, Underline: Single},
		Other:        {FG: p.other, Faint: true, Italic: true},
		Statement:    {Italic: true},
		StatementNow: {Reverse: true, Italic: true},
		Cue:          {Faint: true, Underline: Single},
		Speaker:      {Reverse: true, Underline: Single},
		Hit:          {Reverse: true, Bold: true},
		HitNow:       {Reverse: true, Bold: true, Underline: Single},
		Chosen:       {Reverse: true, Bold: true, Italic: true},
		Selection:    {Reverse: true},
		NoteMark:     {Reverse: true, Faint: true, Underline: Single},
		Cursor:       {Reverse: true, Bold: true, Italic: true, Underline: Single},
		Important:    {Reverse: true, Faint: true},
		Claim:        {Reverse: true, Faint: true, Italic: true},
		Doubt:        {Reverse: true, Faint: true, Italic: true, Underline: Single},
		Quotable:     {Faint: true, Italic: true, Underline: Single},
		FollowUp:     {Reverse: true, Italic: true, Underline: Single},
	}
}
