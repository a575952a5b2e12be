package page

import (
	"github.com/charmbracelet/glamour/ansi"

	"gloss/articles"
	"gloss/ui/theme"
)

// apply returns base with what a style sheet sets. The sheet may take an
// attribute off too. Its prefixes, formats and changes of case are left out:
// what is shown is the text.
func apply(base theme.Style, s ansi.StylePrimitive) theme.Style {
	if s.Color != nil {
		base.FG = theme.Color(*s.Color)
	}
	if s.BackgroundColor != nil {
		base.BG = theme.Color(*s.BackgroundColor)
	}
	for _, attr := range []struct {
		set *bool
		to  *bool
	}{
		{s.Bold, &base.Bold}, {s.Italic, &base.Italic}, {s.Faint, &base.Faint},
		{s.Inverse, &base.Reverse}, {s.CrossedOut, &base.Strike},
	} {
		if attr.set != nil {
			*attr.to = *attr.set
		}
	}
	if s.Underline != nil {
		base.Underline = theme.NoUnderline
		if *s.Underline {
			base.Underline = theme.Single
		}
	}
	return base
}

// intern returns the number of a style on the page. The number 0 is the zero
// style.
func (p *Page) intern(s theme.Style) uint16 {
	id, ok := p.ids[s]
	if !ok {
		id = uint16(len(p.styles))
		p.styles = append(p.styles, s)
		p.ids[s] = id
	}
	return id
}

// base returns the style that the text of a block is set in.
func (p *Page) base(block *articles.Block) uint16 {
	sheet := &p.theme.Sheet
	s := apply(theme.Style{}, sheet.Document.StylePrimitive)
	for _, c := range block.Path {
		if c.Kind == articles.Quotation {
			s = apply(s, sheet.BlockQuote.StylePrimitive)
			break
		}
	}
	switch block.Kind {
	case articles.Heading:
		level := [...]*ansi.StyleBlock{&sheet.H1, &sheet.H2, &sheet.H3, &sheet.H4, &sheet.H5, &sheet.H6}
		s = apply(s, sheet.Heading.StylePrimitive)
		s = apply(s, level[min(max(block.Level, 1), 6)-1].StylePrimitive)
	case articles.Code:
		s = apply(s, sheet.CodeBlock.StylePrimitive)
		if c := sheet.CodeBlock.Chroma; c != nil {
			s = apply(s, c.Text)
		}
	case articles.Table:
		s = apply(s, sheet.Table.StylePrimitive)
	case articles.Caption:
		s = apply(s, sheet.ImageText)
	default:
		s = apply(apply(s, sheet.Paragraph.StylePrimitive), sheet.Text)
	}
	return p.intern(s)
}

// inline returns the style of an inline span in text that is set in base.
func (p *Page) inline(kind articles.InlineKind, base uint16) uint16 {
	sheet := &p.theme.Sheet
	var s ansi.StylePrimitive
	switch kind {
	case articles.Emphasis:
		s = sheet.Emph
	case articles.Strong:
		s = sheet.Strong
	case articles.Strike:
		s = sheet.Strikethrough
	case articles.CodeSpan:
		s = sheet.Code.StylePrimitive
	case articles.Link:
		s = sheet.LinkText
	case articles.Image:
		s = sheet.ImageText
	}
	return p.intern(apply(p.styles[base], s))
}

// ornament returns the style of rules, bars and what else parts the text.
func (p *Page) ornament() uint16 {
	return p.intern(apply(theme.Style{}, p.theme.Sheet.HorizontalRule))
}

// margin returns the width in cells of the empty margin on either side of the
// text, which narrow pages have less of.
func (p *Page) margin() int {
	m := p.theme.Sheet.Document.Margin
	if m == nil {
		return 0
	}
	return int(min(*m, uint(p.width)/20))
}
