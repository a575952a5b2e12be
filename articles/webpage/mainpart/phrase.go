package mainpart

import (
	"regexp"
	"strings"
	"sync"

	"gloss/articles/webpage/tree"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// alone are the texts that are no part of an article where they are all that a
// block says.
var alone = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
		`advertise?ments?`, `advertising`, `ads?`, `anzeige`, `werbung`, `publicit[eé]`, `publicidad`, `реклама`, `إعلان`, `広告`,
		`sponsored(?: content)?`, `promoted(?: content)?`,
		`(?:read|see|learn|find out) (?:more|also|next)`, `also (?:read|interesting|on .{1,30})`, `more`, `continue reading.{0,60}`,
		`(?:related|recommended|more|other)(?: (?:articles?|stories|story|content|topics?|posts?|reports?|coverage|links|reading|news))?`,
		`more (?:on|about|from|in) .{1,60}`, `you (?:may|might) (?:also )?(?:like|be interested in).{0,30}`,
		`most (?:read|popular|viewed|watched|shared)`, `trending(?: now)?`, `top stories`, `latest news`, `up next`, `what to read next`,
		`share(?: (?:this|on|via|article|story).{0,40})?`, `tweet`, `print(?: this(?: page)?)?`, `e-?mail(?: this)?`, `copy link`, `save`, `follow`, `like`,
		`(?:\d[\d,.]* )?comments?(?: \(\d+\))?`, `(?:leave|write|post|add) a (?:comment|reply)(?: \(\d+\))?`, `join the conversation`,
		`subscribe(?: now| today| here)?`, `sign (?:up|in)(?: now| here)?`, `log in`, `register`, `follow us.{0,60}`, `newsletter`,
		`loading\W*`, `live`, `listen(?: to (?:this )?(?:article|story))?`, `play`, `watch(?: now| live)?`, `gallery`, `view gallery`, `image`, `close(?: window)?`, `menu`,
		`(?:back )?to (?:the )?top`, `back`, `skip to .{1,30}`, `\d+ min(?:ute)?s? read`, `in this article`, `contents`, `tags`, `topics`,
		`image (?:source|caption),?`, `читайте также`, `поделиться`, `شارك`, `lesen sie auch`, `lire aussi`, `leer más`,
	}, "|") + `)[\s:.!…»›→>]*$`)
})

// opening are the beginnings of blocks that are no part of an article.
var opening = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
		`to play this video`, `at this point you will find external content`, `this (?:video|content|embed) (?:can not|cannot|is not|is no longer)`,
		`(?:please )?(?:enable|turn on|activate) javascript`, `you need to enable javascript`,
		`sign up (?:for|to) (?:our|the|my|receive|get)`, `subscribe to (?:our|the|my|receive|get|\S+ \S+ )`, `by signing up`, `by subscribing`, `get (?:our|the) .{1,60} (?:newsletter|in your inbox)`,
		`already (?:a|have a) (?:subscri|member|register)`, `to (?:read|continue) (?:the rest|reading|the full)`,
		`follow (?:us|the|our|.{1,40} on )\b.{0,60}(?:twitter|facebook|instagram|facepage|chirper|youtube|telegram|linkedin|tiktok)`,
		`follow .{1,40} (?:on|and) .{1,60}(?:never miss|latest)`,
		`a version of this (?:article|story) appear`, `this (?:article|story) appears in print`, `order reprints`, `.{1,20} welcomes letters`,
		`©`, `\(c\) (?:19|20)\d\d`, `copyright\b.{0,20}(?:19|20)\d\d`, `all rights reserved`,
		`(?:our )?standards: `, `audio: listen`, `listen to this (?:article|story)`, `jump to:`, `retrieved from "`, `you are here`,
		`is this page useful`, `report this story`, `last updated:.{0,60}report`, `(?:this website|we) (?:use|uses) cookies`, `we value your privacy`,
		`your (?:e-?mail )?address will not be published`, `markets data delayed`, `best viewed with`, `powered by\b`,
		`image source,`,
	}, "|") + `)`)
})

// byWord stands before the names of authors.
var byWord = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:written |words |text |story )?by:?\s+`)
})

// leadIn are the words before a link to another article.
var leadIn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:read (?:more|also|next|on|this|our)|also (?:read|see|interesting|on)|see also|more(?: on| from| about)?\b|related|recommended|` +
		`don['’]t miss|watch|listen|in (?:pictures|depth|full)|explainer|analysis|opinion|live|gallery|video|photos?|quiz|tags?|topics?|filed under|posted in|categor(?:y|ies)|source|via|` +
		`lesen sie (?:auch|mehr)|mehr zum thema|lire (?:aussi|plus)|à lire|leer más|lea también|leggi anche|читайте также|по теме|ещё|اقرأ أيضا|関連記事)\b?\s*[:|»›–—-]*`)
})

// dropPhrases drops blocks by what they say: labels of advertisements,
// references to other articles, invitations to subscribe.
func (s *search) dropPhrases() {
	for n := range tree.All(s.body) {
		if n.Type != html.ElementNode || !s.holds[n] || !tree.IsBlock(n) || hasBlocks(n) || s.isDropped(n) {
			continue
		}
		if s.saysNothing(n) {
			s.dropped[n] = true
			if tree.Is(n, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P, atom.Strong) {
				s.dropLinksBehind(n)
			}
		}
	}
}

// saysNothing tells whether a block is no part of an article by its text.
func (s *search) saysNothing(n *html.Node) bool {
	const (
		longest = 400
		linked  = 0.5
	)
	w := s.weights[n]
	if w.text > longest || w.text == 0 || tree.Is(n, atom.Pre, atom.Td, atom.Th) {
		return false
	}
	text := tree.Text(n, 2*longest)
	if tree.Is(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6) && s.repeatsTitle(n, text) {
		return true
	}
	if s.opts.Byline != "" && sameWords(byWord().ReplaceAllString(text, ""), s.opts.Byline) {
		return true
	}
	if alone().MatchString(text) && !tree.Is(n, atom.Li) || opening().MatchString(text) {
		return true
	}
	if w.density() <= linked {
		return false
	}
	if leadIn().MatchString(text) && !tree.Is(n, atom.Li) {
		return true
	}
	return strings.ContainsAny(text, "|•·") && w.density() > 0.6 && strings.Count(text, "|")+strings.Count(text, "•")+strings.Count(text, "·") > 1
}

// dropLinksBehind drops the lists and lines of links that follow a label.
func (s *search) dropLinksBehind(n *html.Node) {
	const linked = 0.6
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if w := s.weights[c]; w.text > 0 && w.density() < linked {
			return
		}
		s.dropped[c] = true
	}
}

// trimTail drops what stands behind the last paragraph of prose: lists of
// links, labels, headings with nothing below. A page without prose is left as
// it is.
func (s *search) trimTail() {
	var blocks []*html.Node
	prose := 0
	for n := range tree.All(s.body) {
		if n.Type == html.ElementNode && s.holds[n] && tree.IsBlock(n) && !hasBlocks(n) && s.weights[n].text > 0 && !s.isDropped(n) {
			blocks = append(blocks, n)
			prose += s.weights[n].prose
		}
	}
	if prose == 0 {
		return
	}
	const linked = 0.4
	for i := len(blocks) - 1; i > 0; i-- {
		n := blocks[i]
		w := s.weights[n]
		heading := tree.Is(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6)
		short := w.prose == 0 && !tree.Is(n, atom.Td, atom.Th, atom.Pre, atom.Figcaption, atom.Caption, atom.Dd) &&
			(w.density() > linked || w.text < 40 && !endsSentence(tree.Text(n, 4*sentence)) && !tree.Is(n, atom.Li))
		if !heading && !short {
			return
		}
		s.dropped[n] = true
	}
}
