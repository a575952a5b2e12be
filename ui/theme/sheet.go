package theme

import (
	"github.com/charmbracelet/glamour/ansi"
	"github.com/charmbracelet/glamour/styles"
)

// sheetOf returns the style sheet of a theme. Those called dark and light are
// Glamour's of the same name, set as a newspaper page: no coloured bars behind
// headings, links that do not shout.
func sheetOf(name string, dark bool, p palette) ansi.StyleConfig {
	switch name {
	case "dracula":
		return styles.DraculaStyleConfig
	case "tokyo-night":
		return styles.TokyoNightStyleConfig
	case "notty":
		return plainSheet(styles.NoTTYStyleConfig, p)
	}
	if dark {
		return plainSheet(styles.DarkStyleConfig, p)
	}
	return plainSheet(styles.LightStyleConfig, p)
}

// plainSheet returns sheet with the prose of a page set in the palette p. The
// colours of code stay those of the sheet, but for comments, which are too
// faint in it to be read.
func plainSheet(sheet ansi.StyleConfig, p palette) ansi.StyleConfig {
	yes, no := true, false
	sheet.Document.Color = colour(p.text)
	sheet.Heading.Color = colour(p.strong)
	sheet.Heading.Bold = &yes
	sheet.H1.StylePrimitive = ansi.StylePrimitive{}
	sheet.H2.StylePrimitive = ansi.StylePrimitive{}
	sheet.H3.StylePrimitive = ansi.StylePrimitive{Italic: &yes}
	sheet.H4.StylePrimitive = ansi.StylePrimitive{Italic: &yes, Bold: &no}
	sheet.H5.StylePrimitive = sheet.H4.StylePrimitive
	sheet.H6.StylePrimitive = sheet.H4.StylePrimitive
	sheet.Emph = ansi.StylePrimitive{Italic: &yes}
	sheet.Strong = ansi.StylePrimitive{Bold: &yes}
	sheet.Strikethrough = ansi.StylePrimitive{CrossedOut: &yes}
	sheet.HorizontalRule = ansi.StylePrimitive{Color: colour(p.line)}
	sheet.Item.Color = colour(p.muted)
	sheet.Enumeration.Color = colour(p.muted)
	sheet.LinkText = ansi.StylePrimitive{Underline: &yes}
	sheet.ImageText = ansi.StylePrimitive{Color: colour(p.muted), Italic: &yes}
	sheet.Code.StylePrimitive = ansi.StylePrimitive{Color: colour(p.strong), BackgroundColor: colour(p.bar)}
	if sheet.CodeBlock.Chroma != nil {
		chroma := *sheet.CodeBlock.Chroma // the sheet is shared
		chroma.Comment.Color = colour(p.muted)
		sheet.CodeBlock.Chroma = &chroma
	}
	return sheet
}

// colour returns c as a style sheet holds it: nil for none.
func colour(c Color) *string {
	if c == "" {
		return nil
	}
	s := string(c)
	return &s
}
