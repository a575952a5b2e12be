package ui

import (
	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
)

// A prompt is the line in which the reader types a search, a filter or what
// else is asked for.
type prompt struct {
	input   textinput.Model
	active  bool
	purpose purpose
}

// A purpose is what something is typed for. Each of its functions may be nil.
type purpose struct {
	sign   string                             // before what is typed
	hint   string                             // shown while nothing is typed
	value  string                             // typed already
	change func(a *app, typed string) tea.Cmd // after each change
	accept func(a *app, typed string) tea.Cmd // enter
	cancel func(a *app) tea.Cmd               // esc
	move   func(a *app, n int)                // down is 1, up is -1
}

// A filterable is a list that shows only what has what is typed.
type filterable interface {
	Filter() string
	SetFilter(string)
	Move(n int)
}

// ask opens the line for a purpose.
func (a *app) ask(p purpose) tea.Cmd {
	in := textinput.New()
	in.Prompt = p.sign
	in.Placeholder = p.hint
	in.Cursor.SetMode(cursor.CursorStatic)
	in.Width = max(a.wish.Width-30, 10)
	in.SetValue(p.value)
	a.prompt = prompt{input: in, active: true, purpose: p}
	return a.prompt.input.Focus()
}

// openPrompt opens the line in which the filter of a list is typed, or without
// one a search of the text.
func (a *app) openPrompt(filter filterable) tea.Cmd {
	if filter != nil {
		return a.ask(filtering(filter))
	}
	a.search.from = a.article.Place()
	return a.ask(searchingText())
}

func filtering(filter filterable) purpose {
	return purpose{
		sign: "/", hint: "filter the list", value: filter.Filter(),
		change: func(_ *app, typed string) tea.Cmd { filter.SetFilter(typed); return nil },
		cancel: func(*app) tea.Cmd { filter.SetFilter(""); return nil },
		move:   func(_ *app, n int) { filter.Move(n) },
	}
}

// searchingText searches from the place where the search began.
func searchingText() purpose {
	return purpose{
		sign: "/", hint: "search the text",
		change: (*app).find,
		accept: func(a *app, _ string) tea.Cmd {
			if a.article.Place() != a.search.from {
				a.origin = a.search.from
				a.history.Push(a.search.from)
			}
			return nil
		},
		cancel: func(a *app) tea.Cmd {
			a.article.Return(a.search.from)
			return a.find("")
		},
		move: func(a *app, n int) { a.jumped(hitJump, n < 0) },
	}
}

// promptKey handles a key while the prompt is open.
func (a *app) promptKey(k string, m tea.KeyMsg) tea.Cmd {
	p := &a.prompt
	switch k {
	case "enter":
		p.active = false
		if p.purpose.accept != nil {
			return p.purpose.accept(a, p.input.Value())
		}
		return nil
	case "esc":
		p.active = false
		if p.purpose.cancel != nil {
			return p.purpose.cancel(a)
		}
		return nil
	case "up", "down":
		if p.purpose.move != nil {
			p.purpose.move(a, map[string]int{"up": -1, "down": 1}[k])
		}
		return nil
	}
	before := p.input.Value()
	var cmd tea.Cmd
	p.input, cmd = p.input.Update(m)
	after := p.input.Value()
	if after == before {
		if k == "backspace" && after == "" { // as in other pagers
			return a.promptKey("esc", m)
		}
		return cmd
	}
	if p.purpose.change != nil {
		return tea.Batch(cmd, p.purpose.change(a, after))
	}
	return cmd
}
