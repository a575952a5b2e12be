package walk

import (
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/articles"
	"gloss/articles/link"
	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxAlt is the most bytes of an alternative text that are read.
const maxAlt = 2 << 10

// figure reads a figure. Where it has a caption, that says what is to be seen
// in its pictures; tables and other text in it are read as they are.
func (w *walker) figure(n *html.Node) {
	if caption := tree.Find(n, atom.Figcaption); caption == nil || tree.Text(caption, maxAlt) == "" {
		w.block(articles.Block{Kind: articles.Caption}, n)
		return
	}
	w.captioned++
	w.block(articles.Block{}, n)
	w.captioned--
}

// image reads an image: its alternative text, where it says anything.
func (w *walker) image(n *html.Node) {
	alt := strings.Join(strings.Fields(tree.Attr(n, "alt")), " ")
	alt = alt[:cut(alt, maxAlt)]
	if isSymbol(alt) {
		w.word(alt)
		return
	}
	if w.captioned > 0 || !tells(alt) || isTiny(n) {
		return
	}
	apart := w.inLine == 0 && w.out.Pending() == 0 && w.kind.Kind == articles.Paragraph && isAlone(n)
	if apart {
		kind := w.kind
		w.kind = articles.Block{Kind: articles.Caption}
		defer func() {
			w.endBlock()
			w.kind = kind
		}()
	}
	src := tree.Attr(n, "src")
	if src == "" || strings.HasPrefix(src, "data:") {
		src = tree.Attr(n, "data-src")
	}
	w.formats = append(w.formats, format{articles.Image, link.Target(src, w.opts.Base), -1})
	w.text(alt)
	last := len(w.formats) - 1
	if f := w.formats[last]; f.index >= 0 {
		w.out.Close(f.index)
	}
	w.formats = w.formats[:last]
}

// images reads nothing but the images in n.
func (w *walker) images(n *html.Node) {
	for c := range tree.All(n) {
		if tree.Is(c, atom.Img) && c != n && !tree.IsHidden(c) {
			w.image(c)
		}
	}
}

// isSymbol tells whether an alternative text is an emoji or another character
// that stands in the text as a picture.
func isSymbol(alt string) bool {
	const most = 32
	if alt == "" || len(alt) > most || hasLetters(alt) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(alt)
	return unicode.In(r, unicode.So, unicode.Sk)
}

// tells tells whether an alternative text says what is to be seen.
func tells(alt string) bool {
	if !hasLetters(alt) || path.Ext(alt) != "" && !strings.ContainsAny(alt, " ") {
		return false
	}
	switch strings.ToLower(alt) {
	case "image", "photo", "picture", "img", "logo", "icon", "avatar", "thumbnail", "placeholder", "spacer", "banner",
		"advertisement", "figure", "photograph", "illustration", "loading", "null", "undefined", "alt", "untitled":
		return false
	}
	return true
}

// isTiny tells whether an image is too small to show anything but that the page
// was read.
func isTiny(n *html.Node) bool {
	for _, key := range [...]string{"width", "height"} {
		if v, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(tree.Attr(n, key)), "px")); err == nil && v <= 3 {
			return true
		}
	}
	return false
}

// isAlone tells whether no text stands beside an image in its block.
func isAlone(n *html.Node) bool {
	const near = 16
	for at := n; at != nil && !tree.IsBlock(at); at = at.Parent {
		for s, i := at.NextSibling, 0; s != nil && i < near; s, i = s.NextSibling, i+1 {
			if tree.IsBlock(s) || tree.Is(s, atom.Br) {
				break
			}
			if tree.Text(s, 8) != "" {
				return false
			}
		}
	}
	return true
}
