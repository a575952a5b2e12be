package ui

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"gloss/ui/frame"
	"gloss/ui/margin"
)

func (a *app) switchFocus() {
	a.focusMargin = !a.focusMargin
	if a.focusMargin && a.wish.Side == frame.Hidden {
		a.wish.Side = frame.Auto
	}
	a.arrange()
}

func (a *app) toggleMargin() {
	if a.wish.Side == frame.Hidden {
		a.wish.Side = frame.Auto
	} else {
		a.wish.Side = frame.Hidden
		a.focusMargin = false
	}
	a.arrange()
}

func (a *app) moveMargin() {
	if a.wish.Side == frame.Below {
		a.wish.Side = frame.Auto
	} else {
		a.wish.Side = frame.Below
	}
	a.arrange()
	if a.wish.Side == frame.Auto && !a.frame.Beside {
		a.say(fmt.Sprintf("too narrow here: the text would fall under %d columns", frame.MinText))
	}
}

func (a *app) widen(columns int) {
	if !a.frame.Beside {
		return
	}
	a.wish.MarginWidth = a.frame.Margin.W + columns
	a.arrange()
	a.wish.MarginWidth = a.frame.Margin.W
}

func (a *app) zen() {
	a.wish.Zen = !a.wish.Zen
	a.focusMargin = false
	a.arrange()
}

func (a *app) toggleMouse() tea.Cmd {
	a.mouseOff = !a.mouseOff
	if a.mouseOff {
		a.say("the terminal has the mouse: select as usual; " + a.keys.Mouse.Help().Key + " takes it back")
		return tea.DisableMouse
	}
	a.say("wheel and clicks work here; most terminals select with shift held")
	return tea.EnableMouseCellMotion
}

func (a *app) contents() {
	a.margin.Open(margin.Contents)
	if !a.focusMargin {
		a.switchFocus()
	}
}
