// Package keymap holds the keys of the reader: one set of bindings from which
// behaviour, the help page and the help line are all made, so that they cannot
// differ.
package keymap

import (
	"github.com/charmbracelet/bubbles/key"
)

// A Map is every key of the reader. Sequences of two keys ("]q") are written
// as they are typed, without a space.
type Map struct {
	Down, Up, PageDown, PageUp, HalfDown, HalfUp, Top, Bottom key.Binding

	Highlights, People, Orgs, Places, Groups, Members, Rest key.Binding

	NextStatement, PrevStatement key.Binding
	NextMention, PrevMention     key.Binding
	NextMember, PrevMember       key.Binding
	NextHeading, PrevHeading     key.Binding
	Again, AgainBack             key.Binding

	Search, Escape key.Binding

	Focus, Margin, MarginSide, Narrower, Wider key.Binding

	Choose, NextTab, PrevTab, Filter key.Binding
	Said, About, Order               key.Binding

	Select, Highlight, Note, Act, Undo key.Binding
	NextNote, PrevNote                 key.Binding

	// While selecting.
	NextSentence, PrevSentence, ExtendSentence, ShrinkSentence key.Binding
	NextWord, PrevWord, NextLetter, PrevLetter                 key.Binding
	NextParagraph, PrevParagraph, OtherEnd, WiderUnit          key.Binding
	Kinds, HighlightNow                                        key.Binding

	AllNotes, Dossier, Compare key.Binding

	SaveNote, LeaveNote, NoteFields, NoteKind, NoteKinds, Outside key.Binding

	Shelf, Find key.Binding

	Read, Pick, Sort, Remove, ReadUnread, Tags, Refresh, Subscribe, Whole key.Binding

	Copy, Mark, GoMark, Back, Forward key.Binding

	Contents, Links, Browser, Reload, Theme, Zen, Mouse, Help, Quit, Interrupt, Suspend key.Binding
}

func bind(help, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, does))
}

// Default returns the keys as they come.
func Default() Map {
	return Map{
		Down:     bind("j ↓", "a line down", "j", "down", "ctrl+n"),
		Up:       bind("k ↑", "a line up", "k", "up", "ctrl+p"),
		PageDown: bind("space f", "a page down", " ", "f", "pgdown", "ctrl+f"),
		PageUp:   bind("b", "a page up", "b", "pgup", "ctrl+b"),
		HalfDown: bind("d", "half a page down", "d", "ctrl+d"),
		HalfUp:   bind("u", "half a page up", "u", "ctrl+u"),
		Top:      bind("g", "to the top", "g", "home"),
		Bottom:   bind("G", "to the end", "G", "end"),

		Highlights: bind("e", "all highlights off or on", "e"),
		People:     bind("1", "people off or on", "1"),
		Orgs:       bind("2", "organisations", "2"),
		Places:     bind("3", "places", "3"),
		Groups:     bind("4", "peoples and groups", "4"),
		Members:    bind("5", "members of the chosen coalition", "5"),
		Rest:       bind("6", "events, works, laws and the rest", "6"),

		NextStatement: bind("s ]q", "next statement, and who said it", "s", "]q"),
		PrevStatement: bind("S [q", "previous statement", "S", "[q"),
		NextMention:   bind("]e", "next mention of the chosen name, or of any", "]e"),
		PrevMention:   bind("[e", "previous mention", "[e"),
		NextMember:    bind("]c", "next mention of a member of the chosen coalition", "]c"),
		PrevMember:    bind("[c", "previous one", "[c"),
		NextHeading:   bind("]]", "next heading", "]]"),
		PrevHeading:   bind("[[", "previous heading", "[["),
		Again:         bind("n", "the last kind of jump again", "n"),
		AgainBack:     bind("N", "the same, backwards", "N"),

		Search: bind("/", "search the text, or filter the margin", "/"),
		Escape: bind("esc", "clear; then leave", "esc"),

		Focus:      bind("tab", "between the text and the margin", "tab", "shift+tab"),
		Margin:     bind("p", "show or hide the margin", "p"),
		MarginSide: bind("P", "the margin right or below", "P"),
		Narrower:   bind("<", "a narrower margin", "<"),
		Wider:      bind(">", "a wider margin", ">"),

		Choose:  bind("enter", "choose; jump to the first, then the next mention", "enter"),
		NextTab: bind("l →", "next tab", "l", "right"),
		PrevTab: bind("h ←", "previous tab", "h", "left"),
		Filter:  bind("/", "filter the list: a name, words, act:want", "/"),
		Said:    bind("w", "what the selected entity said", "w"),
		About:   bind("W", "what others said of it", "W"),
		Order:   bind("r", "statements by speaker, or in the order of the text", "r"),

		Select:    bind("v", "select, a sentence first; v again: its other end stays", "v"),
		Highlight: bind("H", "highlight what is selected, or the statement", "H"),
		Note:      bind("a", "a note on it", "a"),
		Act:       bind("x", "act on what is here: correct a name or statement, change a note", "x"),
		Undo:      bind("U", "undo the last change of notes, names or the shelf", "U"),
		NextNote:  bind("]n", "next note", "]n"),
		PrevNote:  bind("[n", "previous note", "[n"),

		NextSentence:   bind("j )", "the next sentence; after v again: up to its end", "j", ")", "down"),
		PrevSentence:   bind("k (", "the sentence before; after v again: from its beginning", "k", "(", "up"),
		ExtendSentence: bind("J", "a sentence more", "J", "shift+down"),
		ShrinkSentence: bind("K", "a sentence fewer", "K", "shift+up"),
		NextWord:       bind("w", "the next word", "w"),
		PrevWord:       bind("b", "the word before", "b"),
		NextLetter:     bind("l →", "the next letter", "l", "right"),
		PrevLetter:     bind("h ←", "the letter before", "h", "left"),
		NextParagraph:  bind("}", "the next paragraph", "}"),
		PrevParagraph:  bind("{", "the paragraph before", "{"),
		OtherEnd:       bind("o", "the other end moves", "o"),
		WiderUnit:      bind("+ space", "all of the sentence, then of the paragraph", "+", " "),
		Kinds:          bind("1–5", "highlight: important, claim, doubt, quotable, follow-up", "1", "2", "3", "4", "5"),
		HighlightNow:   bind("enter", "highlight, with the kind used last", "enter"),

		SaveNote:   bind("ctrl+s", "save it", "ctrl+s"),
		LeaveNote:  bind("esc", "leave; what is not saved stays as a draft", "esc"),
		NoteFields: bind("tab", "between the words and the tags", "tab", "shift+tab"),
		NoteKind:   bind("ctrl+k", "the next kind", "ctrl+k"),
		NoteKinds:  bind("alt+1 …", "this kind", "alt+1", "alt+2", "alt+3", "alt+4", "alt+5"),
		Outside:    bind("ctrl+e", "write it in $VISUAL or $EDITOR", "ctrl+e"),

		AllNotes: bind("A", "the notes on all articles", "A"),
		Dossier:  bind("D", "the chosen name in all articles: what it said, what was said of it", "D"),
		Compare:  bind("C", "compare with another article on the event", "C"),

		Shelf:      bind("L", "the shelf", "L"),
		Find:       bind("F", "search all that is kept", "F"),
		Read:       bind("enter", "read it; list what the feed brought", "enter"),
		Pick:       bind("v", "mark it, to act on several at once", "v"),
		Sort:       bind("r", "another order", "r"),
		Remove:     bind("x", "take it off the shelf, or put it back; end the subscription", "x"),
		ReadUnread: bind("i", "mark as read or unread; all of a feed as read", "i"),
		Tags:       bind("#", "tags; the folder of a feed", "#"),
		Refresh:    bind("R", "refresh the feeds", "R"),
		Subscribe:  bind("+", "subscribe to a feed, by its address or that of its site", "+"),
		Whole:      bind("w", "fetch the whole texts of what is marked, else unread", "w"),

		Copy:    bind("y", "copy the statement with its speaker, or the note as Markdown", "y"),
		Mark:    bind("m a", "set mark a", "m"),
		GoMark:  bind("' a", "go to mark a; ' again: where the last jump began", "'"),
		Back:    bind("ctrl+o", "back", "ctrl+o", "alt+left"),
		Forward: bind("alt+→", "forward", "alt+right", "]o"),

		Contents:  bind("t", "contents", "t"),
		Links:     bind("o", "links: look at one, read it here", "o"),
		Browser:   bind("O", "the chosen link in the browser", "O"),
		Reload:    bind("R", "read it again from its address or file", "R"),
		Theme:     bind("T", "next theme", "T"),
		Zen:       bind("z", "nothing but the text", "z"),
		Mouse:     bind("M", "give the mouse to the terminal, or take it back", "M"),
		Help:      bind("?", "this help", "?"),
		Quit:      bind("q", "back, or quit", "q"),
		Interrupt: bind("ctrl+c", "quit at once", "ctrl+c"),
		Suspend:   bind("ctrl+z", "suspend", "ctrl+z"),
	}
}

// OnShelf is the title of the section with the keys of the shelf.
const OnShelf = "On the shelf"

// A Section is a part of the help page.
type Section struct {
	Title string
	Keys  []key.Binding
}

// Sections returns all the keys in the order of the help page.
func (m Map) Sections() []Section {
	return []Section{
		{"Move", []key.Binding{m.Down, m.Up, m.PageDown, m.PageUp, m.HalfDown, m.HalfUp, m.Top, m.Bottom}},
		{"Highlights", []key.Binding{m.Highlights, m.People, m.Orgs, m.Places, m.Groups, m.Members, m.Rest}},
		{"Jump", []key.Binding{m.NextStatement, m.PrevStatement, m.NextMention, m.PrevMention, m.NextMember, m.PrevMember, m.NextHeading, m.PrevHeading, m.NextNote, m.PrevNote, m.Again, m.AgainBack}},
		{"Find", []key.Binding{m.Search, m.Escape, m.Mark, m.GoMark, m.Back, m.Forward}},
		{"Margin", []key.Binding{m.Focus, m.Margin, m.MarginSide, m.Narrower, m.Wider}},
		{"In the margin", []key.Binding{m.Down, m.Up, m.Choose, m.NextTab, m.PrevTab, m.Filter, m.Said, m.About, m.Order}},
		{"Notes", []key.Binding{m.Select, m.Highlight, m.Note, m.Act, m.Undo, m.AllNotes}},
		{"While selecting", []key.Binding{m.NextSentence, m.PrevSentence, m.ExtendSentence, m.ShrinkSentence, m.NextWord, m.PrevWord, m.NextLetter, m.PrevLetter, m.NextParagraph, m.PrevParagraph, m.WiderUnit, m.OtherEnd, m.Select, m.Kinds, m.HighlightNow, m.Highlight, m.Note, m.Act, m.Copy, m.Escape}},
		{"While a note is written", []key.Binding{m.SaveNote, m.LeaveNote, m.NoteFields, m.NoteKind, m.NoteKinds, m.Outside}},
		{"Across articles", []key.Binding{m.Shelf, m.Find, m.Dossier, m.Compare}},
		{OnShelf, []key.Binding{m.Read, m.NextTab, m.PrevTab, m.Filter, m.Sort, m.Pick, m.ReadUnread, m.Tags, m.Remove, m.Undo, m.Refresh, m.Subscribe, m.Whole}},
		{"Article", []key.Binding{m.Contents, m.Links, m.Browser, m.Reload, m.Copy, m.Theme, m.Zen, m.Mouse, m.Help, m.Quit, m.Interrupt, m.Suspend}},
	}
}

// Short returns the few keys that the help line shows, the most needed first.
func (m Map) Short() []key.Binding {
	return []key.Binding{m.NextStatement, m.Highlights, m.Focus, m.Search, m.Help, m.Quit}
}

// Prefixes returns the keys that begin a sequence of two: what is typed after
// one of them belongs to it.
func (m Map) Prefixes() map[string]bool {
	p := map[string]bool{}
	for _, g := range m.Sections() {
		for _, b := range g.Keys {
			for _, k := range b.Keys() {
				if r := []rune(k); len(r) == 2 && (r[0] == ']' || r[0] == '[') {
					p[string(r[:1])] = true
				}
			}
		}
	}
	return p
}

// Matches reports whether the key, as Bubble Tea names it or as a sequence of
// two, is one of the binding's and the binding is not switched off.
func Matches(k string, b key.Binding) bool {
	if !b.Enabled() {
		return false
	}
	for _, have := range b.Keys() {
		if have == k {
			return true
		}
	}
	return false
}
