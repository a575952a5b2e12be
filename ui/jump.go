package ui

import (
	"fmt"

	"gloss/ui/reader"
	"gloss/ui/typeset"
)

// jump makes a jump of a kind, forward or back, and keeps the kind for the
// keys that repeat it.
func (a *app) jump(kind jump, back bool) {
	from := a.article.Place()
	if !a.jumped(kind, back) {
		a.say(nothingMore(kind, back, a.working > 0 || a.loading))
		return
	}
	a.origin = from
	a.history.Push(from)
	a.lastJump = kind
	switch kind {
	case statementJump:
		a.margin.ShowStatement(a.article.Statement())
	case noteJump:
		a.margin.ShowNote(a.article.Note())
	case memberJump:
		a.article.Show.Members = true
	case mentionJump:
		if m, ok := a.article.Index().MentionAt(a.article.Cursor()); ok {
			a.margin.ShowEntity(m.Entity)
		}
	}
}

func (a *app) jumped(kind jump, back bool) bool {
	switch kind {
	case hitJump:
		return a.article.JumpHit(back)
	case statementJump:
		return a.article.JumpStatement(back)
	case noteJump:
		return a.article.JumpNote(back)
	case mentionJump:
		return a.article.JumpMention(back)
	case memberJump:
		return a.article.JumpMember(back)
	case headingJump:
		return a.article.JumpHeading(back)
	}
	return false
}

// nothingMore says that there was nothing to jump to.
func nothingMore(kind jump, back, unfinished bool) string {
	if kind == noJump {
		return "nothing to repeat yet: s, ]e, ]] and / jump"
	}
	what := map[jump]string{hitJump: "hit", statementJump: "statement", noteJump: "note", mentionJump: "mention", memberJump: "member of a coalition", headingJump: "heading"}[kind]
	switch {
	case unfinished && kind != noteJump:
		return "no " + what + " found yet: the text is still being annotated"
	case back:
		return "no " + what + " before this"
	}
	return "no " + what + " after this"
}

// goEntity chooses an entity and goes to its first mention or, if it was
// chosen already, to the next one, round the end.
func (a *app) goEntity(entity int) {
	a.jumpFrom()
	a.lastJump = mentionJump
	mentions := a.article.Index().Annotations.Entities[entity].Mentions
	if a.article.Chosen() != entity {
		a.article.Choose(entity)
		a.article.Forget()
		a.article.Reveal(mentions[0].Span.Start)
		return
	}
	if !a.article.JumpMention(false) {
		a.article.Reveal(mentions[0].Span.Start)
	}
}

func (a *app) top() {
	a.jumpFrom()
	a.article.Forget()
	a.article.ToTop()
}

func (a *app) bottom() {
	a.jumpFrom()
	a.article.Forget()
	a.article.ToBottom()
	if a.loading {
		a.toEnd = true
		a.say("the rest is still being read")
	}
}

func (a *app) back() {
	if at, ok := a.history.Back(a.article.Place()); ok {
		a.article.Return(at)
		return
	}
	a.say("no place before this one")
}

func (a *app) forward() {
	if at, ok := a.history.Forward(); ok {
		a.article.Return(at)
		return
	}
	a.say("no place after this one")
}

// goMark goes to a mark, or for ' to where the last jump began.
func (a *app) goMark(letter string) {
	at, ok := a.origin, true
	if r := []rune(letter); letter != "'" && len(r) == 1 {
		at, ok = a.article.Marked(r[0])
	}
	if !ok {
		a.say("no mark " + letter + ": m and a letter sets one")
		return
	}
	a.jumpFrom()
	a.article.Return(at)
}

// noteLine tells for the bar which note was jumped to, and how what the reader
// wrote begins.
func (a *app) noteLine(n reader.Note) string {
	what := string(n.Kind)
	if what == "" {
		what = "note"
	}
	if n.Moved {
		what += ", moved?"
	}
	all, at := a.article.NoteCount()
	line := fmt.Sprintf("%s %s %d/%d", a.theme.Sigil(reader.NoteKind(n.Kind)), what, at+1, all)
	if kept, ok := a.keptNote(n.ID); ok && !kept.Body.IsEmpty() {
		line += " · " + typeset.OneLine(kept.Body.String(), 400)
	}
	return line
}

// who tells whose statement or which note was jumped to, for the bar.
func (a *app) who() string {
	if n, ok := a.article.NoteNow(); ok {
		return a.noteLine(n)
	}
	i := a.article.Statement()
	if i < 0 {
		return ""
	}
	all := a.article.Index().Annotations.Quotes
	q := all[i]
	name := a.margin.SpeakerName(q)
	if name == "" {
		name = "not said who"
	}
	text := a.article.Doc().Text.String()
	if cue := q.Cue.Of(text); cue != "" && len(cue) < 40 {
		name += " · " + cue
	}
	return fmt.Sprintf("❝ %s  %d/%d", name, i+1, len(all))
}
