// Package help makes the help page from the key bindings themselves, so that it
// says what the keys do.
package help

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/glamour"

	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// Markdown returns the help page as Markdown: a table of keys for each section.
func Markdown(keys keymap.Map) string {
	var b strings.Builder
	b.WriteString("# Keys\n")
	for _, s := range keys.Sections() {
		fmt.Fprintf(&b, "\n## %s\n\n| key | does |\n| --- | --- |\n", s.Title)
		for _, k := range s.Keys {
			if k.Enabled() {
				fmt.Fprintf(&b, "| %s | %s |\n", escape(k.Help().Key), escape(k.Help().Desc))
			}
		}
	}
	b.WriteString(legend)
	return b.String()
}

// legend explains the signs that stand beside the text.
const legend = `
## Signs

| sign | stands for |
| --- | --- |
| ┃ | speech in quotation marks |
| ╎ | speech in the writer's words |
| █ | the statement last jumped to |
| ● ■ ▲ ◆ · | person, organisation, place, people or group, the rest |
| ✦ ✧ | coalition that the text states, coalition that is only known |
`

// escape keeps Markdown from reading a key as mark-up.
func escape(s string) string {
	return strings.NewReplacer("|", `\|`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "*", `\*`, "_", `\_`, "`", "\\`").Replace(s)
}

// Render returns the help page in lines of at most width columns, set by
// Glamour in the theme's style sheet.
func Render(keys keymap.Map, width int, th theme.Theme) ([]string, error) {
	width = max(min(width, 84), 20)
	r, err := glamour.NewTermRenderer(
		glamour.WithStyles(th.Sheet), glamour.WithColorProfile(th.Profile), glamour.WithWordWrap(width))
	if err != nil {
		return nil, fmt.Errorf("set the help page: %w", err)
	}
	out, err := r.Render(Markdown(keys))
	if err != nil {
		return nil, fmt.Errorf("set the help page: %w", err)
	}
	return strings.Split(strings.Trim(out, "\n"), "\n"), nil
}
