package mainpart

import (
	"strings"
	"testing"

	"gloss/articles/compose"
	"gloss/articles/webpage/tree"
	"gloss/articles/webpage/walk"
)

const (
	one   = "<p>The talks in the old town hall went on until long after midnight, and nobody wished to say how they had ended.</p>"
	two   = "<p>A guard at the gate said that he had heard singing, but could not be certain which of the parties it had come from.</p>"
	three = "<p>In the morning two of the ministers were seen at the bakery, where they shared a bag of rolls and looked at the river.</p>"
	last  = "<p>The next meeting is to be held in the autumn, in a town that has yet to be chosen and a hall that has yet to be built.</p>"
)

// read returns the text of the article in a page.
func read(page string) string {
	root := tree.Parse(page, tree.Options{}).Root
	part := Find(root, Options{Title: "Talks end at dawn", Byline: "Jane Roe"})
	var out compose.Builder
	walk.Append(&out, compose.Place{}, part.Root, walk.Options{Skip: part.Skip})
	return out.Document().Text.String()
}

// TestAmidTheText puts pieces of pages between paragraphs: what is "[gone]"
// must be left out, and what is "[kept]" must stay.
func TestAmidTheText(t *testing.T) {
	for _, test := range []struct{ name, piece string }{
		{"advertisement", `<div class="ad-slot"><p>[gone]</p></div>`},
		{"label of an advertisement", `<div>Advertisement</div><p>[kept] text.</p>`},
		{"read more", `<p>Read more: <a href=x>[gone] Minister buys rolls</a></p>`},
		{"read also in bold", `<p><strong>READ ALSO: <a href=x>[gone] Minister buys rolls</a></strong></p>`},
		{"related box", `<div class="related-articles"><h3>[gone]</h3><ul><li><a href=x>[gone] Minister buys rolls</a></ul></div>`},
		{"related heading with links", `<h3>Related stories</h3><ul><li><a href=x>[gone] Minister buys rolls</a><li><a href=y>[gone] Hall for sale</a></ul>`},
		{"newsletter", `<div class="newsletter-signup"><p>[gone] Our letter in the morning, every weekday, with all that you need to know.</p><form><input></form></div>`},
		{"sign up", `<p>Sign up for our newsletter [gone] and get it every morning.</p>`},
		{"sharing", `<ul class="social-share"><li><a href=x>[gone]</a></ul>`},
		{"video", `<div class="video"><p>To play this video you need to enable JavaScript. [gone]</p></div>`},
		{"form", `<form><label>[kept]</label><select><option>[gone]</select><button>[gone]</button></form>`},
		{"hidden", `<p style="display:none">[gone]</p>`},
		{"pull quote", `<aside class="pullquote"><p>[gone] singing, but could not be certain</p></aside>`},
		{"tags", `<div class="tags"><a href=x>[gone]</a></div>`},
		{"author", `<div class="author-bio"><p>[gone] Jane Roe writes about halls for the Courier.</p></div>`},

		{"short paragraph", `<p>[kept] So he said.</p>`},
		{"one word", `<p>“[kept]”</p>`},
		{"heading", `<h2>[kept] The river</h2>`},
		{"quotation", `<blockquote><p>[kept] We went for a walk.</p></blockquote>`},
		{"list", `<ul><li>[kept] rolls<li>[kept] butter</ul>`},
		{"list with some links", `<ul><li>[kept] a long text about rolls, and <a href=x>a link</a> in it<li>[kept] another about butter</ul>`},
		{"table", `<table><tr><th>Day<th>Rolls<tr><td>Monday<td>[kept]<tr><td>Friday<td>12</table>`},
		{"code", `<pre>[kept] a = 1</pre>`},
		{"figure", `<figure><img src=x><figcaption>[kept] The bakery in the morning.</figcaption></figure>`},
		{"names in a paragraph's class", `<p class="paywall share ad">[kept] and a good deal of other text that makes it a paragraph of the article, as some pages have it.</p>`},
		{"id made of a heading", `<section id="what-to-share-with-the-other-ministers"><p>[kept] A paragraph of its own, in a section that is named after its heading, which says much.</p></section>`},
		{"link in a sentence", `<p>[kept] The <a href=x>report of the commission on halls</a> was read by all.</p>`},
		{"a sentence that begins like a label", `<p>Read more slowly, [kept] he told the interpreter, who had begun to skip the verbs.</p>`},
		{"related as a word", `<p>Related to the minister by marriage, [kept] the baker declined to speak of the rolls.</p>`},
		{"div of text", `<div>[kept] a paragraph that is none to the browser, with text enough to be one to everybody else.</div>`},
	} {
		got := read(`<body><nav><a href=/>Home</a></nav><article><h1>Talks end at dawn</h1>` + one + two + test.piece + three + last + `</article></body>`)
		if strings.Contains(got, "[gone]") {
			t.Errorf("%s: is not left out: %q", test.name, got)
		}
		if n := strings.Count(test.piece, "[kept]"); strings.Count(got, "[kept]") != n {
			t.Errorf("%s: is lost: %q", test.name, got)
		}
		for _, p := range [...]string{one, two, three, last} {
			if !strings.Contains(got, strings.TrimSuffix(strings.TrimPrefix(p, "<p>"), "</p>")) {
				t.Errorf("%s: a paragraph is lost: %q", test.name, got)
			}
		}
	}
}

func TestHeadAndTail(t *testing.T) {
	text := one + two + three + last
	for _, test := range []struct{ name, head, tail string }{
		{"byline and date", `<p class=byline>By Jane Roe</p><time>15 May 2015</time><p>Published: 15 May 2015, 10:30</p><div>Jane Roe</div>`, ""},
		{"standfirst", `<p class=standfirst>[kept] Ministers leave by a side door</p>`, ""},
		{"sentence below the title", `<p>[kept] Nobody wished to say how the ministers had got on with each other.</p><p>By Jane Roe</p>`, ""},
		{"picture", `<figure><img src=x><figcaption>[kept] The hall.</figcaption></figure>`, ""},
		{"counts", `<div>1.2K</div><div>14</div><div><a href=#c>3 comments</a></div>`, ""},
		{"title again", `<h2>Talks end at dawn</h2>`, ""},
		{"links at the end", "", `<ul><li><a href=x>[gone] Hall for sale</a></ul><p><a href=y>[gone] More</a></p>`},
		{"heading at the end", "", `<h3>[gone] Around the region</h3><p><a href=y>[gone] Rolls are dear</a></p>`},
		{"comments", "", `<div id=comments><p>[gone] ` + strings.Repeat("I have never read anything like it in all of my days, and I am old. ", 40) + `</p></div>`},
		{"copyright", "", `<p>© 2015 The Courier [gone]. All rights reserved.</p>`},
		{"short last sentence", "", `<p>[kept] He slept.</p>`},
		{"list at the end", "", `<ul><li>[kept] rolls<li>[kept] butter</ul>`},
		{"note at the end", "", `<p><em>Correction: [kept] it was a side door.</em></p>`},
	} {
		inside, outside := "", test.tail
		if strings.Contains(test.tail, "[kept]") {
			inside, outside = outside, inside
		}
		got := read(`<body><header><a href=/>[gone] The Courier</a></header><main><div class=kicker>[gone] World</div><h1>Talks end at dawn</h1>` + test.head +
			`<div class=text>` + text + inside + `</div>` + outside + `</main><footer>[gone]</footer></body>`)
		if strings.Contains(got, "[gone]") || strings.Contains(got, "Jane Roe") || strings.Contains(got, "2015") || strings.Contains(got, "Talks end") {
			t.Errorf("%s: is not left out: %q", test.name, got)
		}
		if n := strings.Count(test.head+test.tail, "[kept]"); strings.Count(got, "[kept]") != n {
			t.Errorf("%s: is lost: %q", test.name, got)
		}
	}
}

func TestSimpleTakesTheDensestPart(t *testing.T) {
	root := tree.Parse(`<body><nav>[gone]</nav><div class=side><a href=x>[gone]</a></div><div class=text><h1>Talks end at dawn</h1>`+one+two+three+last+
		`<div class=ad>[gone]</div></div></body>`, tree.Options{}).Root
	part := Find(root, Options{Title: "Talks end at dawn", Simple: true})
	var out compose.Builder
	walk.Append(&out, compose.Place{}, part.Root, walk.Options{Skip: part.Skip})
	got := out.Document().Text.String()
	if strings.Contains(got, "[gone]") || strings.Contains(got, "Talks end") || !strings.Contains(got, "singing") || out.Blocks() != 4 {
		t.Errorf("got %q", got)
	}
}

func TestWords(t *testing.T) {
	for name, want := range map[string]string{
		"relatedLinks": "related links", "related-links": "related links", "related_links2": "related links", "JSShare": "jsshare",
		"css-1x2y": "css x y", "": "", "-": "",
	} {
		if got := strings.Join(words(name), " "); got != want {
			t.Errorf("words(%q) = %q, want %q", name, got, want)
		}
	}
}
