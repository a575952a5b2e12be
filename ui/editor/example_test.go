package editor_test

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"gloss/articles/clean"
	"gloss/articles/keep"
	"gloss/ui/editor"
	"gloss/ui/theme"
)

func ExamplePane() {
	th, err := theme.New("notty", true, termenv.Ascii)
	if err != nil {
		fmt.Println(err)
		return
	}
	th.NoAttrs = true
	look := func(keep.Kind) (string, theme.Style) { return "?", theme.Style{} }
	n := keep.Note{Kind: keep.Claim, Target: keep.Target{On: keep.OnSpan}}
	p := editor.New(n, editor.Subject{What: clean.Of("a passage"), Words: clean.Of("The bridge will stand.")}, look, th)
	p.SetSize(40, 8)
	if err := p.Type(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("Says who?")}); err != nil {
		fmt.Println(err)
	}
	for _, row := range p.View()[:4] {
		fmt.Println(strings.TrimRight(row, " "))
	}
	fmt.Println(p.Note().Body, p.Changed())
	// Output:
	// ── Note on a passage · changed ─────────
	// ? The bridge will stand.
	//  ? claim  alt+1 to 5, or ctrl+k
	//  Says who?
	// Says who? true
}
