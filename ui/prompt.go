package ui

import (
	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
)

// openPrompt opens the line in which a search, or the filter of a list, is
// typed.
func (a *app) openPrompt(filter filterable) tea.Cmd {
	in := textinput.New()
	in.Prompt = "/"
	in.Cursor.SetMode(cursor.CursorStatic)
	in.Width = max(a.wish.Width-30, 10)
	if filter != nil {
		in.Placeholder = "filter the list"
		in.SetValue(filter.Filter())
	} else {
		in.Placeholder = "search the text"
		a.search.from = a.article.Place()
	}
	a.prompt = prompt{input: in, active: true, filter: filter}
	return a.prompt.input.Focus()
}

// promptKey handles a key while the prompt is open.
func (a *app) promptKey(k string, m tea.KeyMsg) tea.Cmd {
	p := &a.prompt
	switch k {
	case "enter":
		p.active = false
		if p.filter == nil && a.article.Place() != a.search.from {
			a.origin = a.search.from
			a.history.Push(a.search.from)
		}
		return nil
	case "esc":
		p.active = false
		if p.filter != nil {
			p.filter.SetFilter("")
			return nil
		}
		a.article.Return(a.search.from)
		return a.find("")
	case "up", "down":
		if p.filter != nil {
			p.filter.Move(map[string]int{"up": -1, "down": 1}[k])
		} else {
			a.jumped(hitJump, k == "up")
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
	if p.filter != nil {
		p.filter.SetFilter(after)
		return cmd
	}
	return tea.Batch(cmd, a.find(after))
}
