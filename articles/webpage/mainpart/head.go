package mainpart

import (
	"regexp"
	"strings"
	"sync"

	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHead judges what stands between the title and the first paragraph: the
// standfirst and the captions of pictures are kept, what tells of the author,
// the date and the page is not. What stands before the title is dropped.
func (s *search) readHead() {
	start := -1
	if s.title != nil {
		start = s.order[s.title]
		s.dropped[s.title] = true
	}
	first := s.firstParagraph(start)
	if first == nil {
		return
	}
	end := s.order[first]
	if s.title == nil {
		start = end - nearTop
	}
	var look func(*html.Node)
	look = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			at := s.order[c]
			if at >= end {
				return
			}
			if c.Type != html.ElementNode || s.dropped[c] {
				continue
			}
			if tree.IsBlock(c) && hasBlocks(c) || holdsInOrder(c, s.title) || s.holdsNode(c, first) {
				if at > start && isAboutArticle(c) && !isStandfirst(c) && s.weights[c].prose == 0 && !s.holdsNode(c, first) &&
					tree.Find(c, atom.Figcaption) == nil && !holdsInOrder(c, s.title) {
					s.dropped[c] = true
					continue
				}
				look(c)
				continue
			}
			if !tree.IsBlock(c) {
				if at > start && s.isCredit(c, tree.Text(c, 4*sentence)) {
					s.dropped[c] = true
				}
				continue
			}
			if at < start {
				if s.title != nil && s.weights[c].prose < 4*sentence {
					s.dropped[c] = true
				}
				continue
			}
			s.judgeHead(c)
		}
	}
	look(s.body)
	s.spread()
}

// nearTop is how many nodes before the first paragraph are taken for the head
// of an article whose title is not seen.
const nearTop = 60

// judgeHead keeps or drops a block in the head of the article.
func (s *search) judgeHead(n *html.Node) {
	w := s.weights[n]
	text := tree.Text(n, 4*sentence)
	switch {
	case w.text == 0:
	case s.repeatsTitle(n, text):
		s.dropped[n] = true
	case tree.Is(n, atom.Figcaption):
		s.keep(n)
	case s.isCredit(n, text):
		s.dropped[n] = true
	case isStandfirst(n) || isStandfirst(n.Parent) && n.Parent != s.body:
		if w.text >= 20 && w.density() < 0.5 {
			s.keep(n)
		}
	case w.text >= 40 && w.density() < 0.3 && s.title != nil && s.order[n]-s.order[s.title] < nearTop && tree.Is(n, atom.P, atom.H2, atom.H3, atom.H4):
		s.keep(n)
	case w.density() > 0.5, w.text < 25 && !endsSentence(text) && !tree.Is(n, atom.H2, atom.H3, atom.H4, atom.Li, atom.Td, atom.Th, atom.Caption, atom.Dt, atom.Dd):
		s.dropped[n] = true
	}
}

// repeatsTitle tells whether a block says little but the title once more.
func (s *search) repeatsTitle(n *html.Node, text string) bool {
	title := strings.Map(onlyWords, s.opts.Title)
	const short, slack = 10, 24
	return len(title) >= short && s.weights[n].text <= letters(s.opts.Title)+slack &&
		strings.Contains(strings.ToLower(strings.Map(onlyWords, text)), strings.ToLower(title))
}

// isCredit tells whether a short text says who wrote the article or when.
func (s *search) isCredit(n *html.Node, text string) bool {
	if letters(text) > 2*sentence || len(text) >= 4*sentence {
		return false
	}
	switch {
	case byLine().MatchString(text), s.opts.Byline != "" && sameWords(text, s.opts.Byline):
		return true
	case moment().MatchString(text) && !endsSentence(text):
		return true
	}
	return isAboutArticle(n) && !isStandfirst(n) && !tree.Is(n, atom.Figcaption)
}

var (
	byLine = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:by|written by|words by|text by|story by|text:|interview:|photos?:|von|par) \S`)
	})
	moment = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|(?i:^(?:published|updated|posted|last updated|first published)\b)`)
	})
)

// firstParagraph returns the first block of prose that is kept and stands
// behind start and is not the standfirst.
func (s *search) firstParagraph(start int) *html.Node {
	for n := range tree.All(s.body) {
		if s.order[n] > start && s.kept[n] && s.weights[n].prose > 0 && tree.IsBlock(n) && !hasBlocks(n) && !s.isDropped(n) &&
			!isStandfirst(n) && !tree.Is(n, atom.Figcaption) && !s.isCredit(n, tree.Text(n, 4*sentence)) {
			return n
		}
	}
	return nil
}

// keep keeps an element with all that is in it.
func (s *search) keep(n *html.Node) {
	for c := range all(n, s.dropped) {
		s.kept[c] = true
	}
}

// holdsNode tells whether n holds another node.
func (s *search) holdsNode(n, other *html.Node) bool { return holdsInOrder(n, other) }

func holdsInOrder(n, other *html.Node) bool {
	for ; other != nil; other = other.Parent {
		if other == n {
			return true
		}
	}
	return false
}

// endsSentence tells whether a text ends as a sentence does.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)] ")
	return text != "" && strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") ||
		strings.HasSuffix(text, "…") || strings.HasSuffix(text, "。") || strings.HasSuffix(text, "؟") || strings.HasSuffix(text, ":")
}
