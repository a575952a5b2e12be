package ui

import (
	"gloss/articles/keep"
	"gloss/ui/margin"
)

// choose carries out what the selected row of the margin asks for.
func (a *app) choose() {
	act := a.margin.Selected()
	switch act.Kind {
	case margin.GoEntity:
		a.goEntity(act.Entity)
	case margin.GoStatement:
		a.jumpFrom()
		a.article.GoStatement(act.Statement)
		a.lastJump = statementJump
	case margin.LightMembers:
		a.chooseCoalition(act.Coalition)
		a.article.Show.Members = true
		if act.Off >= 0 {
			a.jumpFrom()
			a.article.Reveal(act.Off)
		}
	case margin.GoMember:
		a.jumpFrom()
		a.article.Choose(act.Entity)
		a.article.Reveal(act.Off)
		a.lastJump = mentionJump
	case margin.MissingMember:
		a.say("the text does not name this member")
	case margin.ShowAll:
		a.margin.ShowAllStatements()
		return
	case margin.GoNote:
		a.toNote(act.Note)
	case margin.GoHeading:
		a.jumpFrom()
		a.article.GoTop(act.Off)
		a.lastJump = headingJump
	}
	if !a.frame.Article.Empty() {
		return
	}
	a.switchFocus() // on a small screen the margin hides the place
}

// toNote goes to the words of a note.
func (a *app) toNote(id string) {
	from := a.article.Place()
	if !a.article.GoNote(id) {
		why := "this note is on the article as a whole"
		if n, ok := a.keptNote(id); ok && n.Target.On != keep.OnArticle {
			why = "its words are gone: select others with " + a.keys.Select.Help().Key + ", and " + a.keys.Act.Help().Key + " puts the note there"
		}
		a.say(why)
		return
	}
	a.origin = from
	a.history.Push(from)
	a.lastJump = noteJump
}

// showSaid shows what the selected entity said, or what others said of it.
func (a *app) showSaid(about bool) {
	if !a.margin.ShowSaid(about) {
		a.say("choose somebody among the entities first")
	}
}

// follow lets the article follow the selection of the margin.
func (a *app) follow() {
	if act := a.margin.Selected(); a.margin.Tab() == margin.Coalitions && act.Kind != margin.None {
		a.chooseCoalition(act.Coalition)
	}
}
