package anchor_test

import (
	"slices"
	"unicode"
)

// An edit is what an editor does to an article that is out. It changes s.
type edit struct {
	name string
	do   func(r reporter, s story) story
}

func edits() []edit {
	light := []edit{
		{"nothing", func(r reporter, s story) story { return s }},
		{"typos fixed", typos},
		{"quote style", quoteStyle},
		{"spaces", spaces},
		{"dashes", dashes},
		{"lines wrapped", wrapped},
		{"correction line", func(r reporter, s story) story {
			return slices.Insert(s, 1, paragraph{fresh("Correction: an earlier version of this article gave a wrong figure for " + r.place() + ".")})
		}},
		{"headline case", func(r reporter, s story) story {
			for i, c := range s[0][0] {
				s[0][0][i].r = unicode.ToUpper(c.r)
			}
			return s
		}},
		{"headline changed", func(r reporter, s story) story {
			s[0] = paragraph{fresh(upper(r.place()) + " waits for an answer on " + r.thing())}
			return s
		}},
		{"number changed", numberChanged},
		{"name changed", nameChanged},
		{"negation", negation},
		{"sentence rewritten", rewritten},
	}
	heavy := []edit{
		{"paragraph moved", moved},
		{"paragraphs inserted", func(r reporter, s story) story {
			for range 1 + r.IntN(3) {
				s = slices.Insert(s, 1+r.IntN(len(s)), r.paragraph())
			}
			return s
		}},
		{"paragraphs deleted", func(r reporter, s story) story {
			for range 1 + r.IntN(3) {
				i := 1 + r.IntN(len(s)-1)
				s = slices.Delete(s, i, i+1)
			}
			return s
		}},
		{"sentences deleted", deleted},
		{"only look-alikes stay", lookalikes},
		{"paragraph doubled", doubled},
	}
	all := append(light, heavy...)
	some := func(n int, of []edit) func(r reporter, s story) story {
		return func(r reporter, s story) story {
			for range n {
				s = of[r.IntN(len(of))].do(r, s)
			}
			return s
		}
	}
	return append(slices.Clone(all),
		edit{"several, light", some(3, light)},
		edit{"several, medium", some(5, all)},
		edit{"several, heavy", some(12, all)},
		edit{"another article", another},
	)
}

// each calls f with every sentence.
func each(s story, f func(l *sentence)) {
	for p := range s {
		for l := range s[p] {
			f(&s[p][l])
		}
	}
}

func typos(r reporter, s story) story {
	each(s, func(l *sentence) {
		if r.IntN(3) > 0 {
			return
		}
		i := 1 + r.IntN(len(*l)-2)
		if !unicode.IsLower((*l)[i].r) || !unicode.IsLower((*l)[i-1].r) || !unicode.IsLower((*l)[i+1].r) {
			return
		}
		switch r.IntN(3) {
		case 0:
			*l = slices.Delete(*l, i, i+1)
		case 1:
			*l = slices.Insert(*l, i, sign{r: (*l)[i].r, from: -1})
		default:
			(*l)[i], (*l)[i+1] = (*l)[i+1], (*l)[i]
		}
	})
	return s
}

// signsOf replaces signs everywhere by others that mean the same.
func signsOf(s story, with map[rune]rune) story {
	each(s, func(l *sentence) {
		for i, c := range *l {
			if to, ok := with[c.r]; ok {
				(*l)[i].r = to
			}
		}
	})
	return s
}

func quoteStyle(r reporter, s story) story {
	return signsOf(s, []map[rune]rune{{'“': '"', '”': '"', '’': '\'', '‘': '\''}, {'“': '„', '”': '“'}, {'“': '«', '”': '»'}, {'“': '‘', '”': '’'}}[r.IntN(4)])
}

func dashes(r reporter, s story) story {
	return signsOf(s, map[rune]rune{'—': []rune("–-―")[r.IntN(3)]})
}

func spaces(r reporter, s story) story {
	each(s, func(l *sentence) {
		for i := len(*l) - 1; i > 0; i-- {
			if (*l)[i].r != ' ' {
				continue
			}
			switch r.IntN(8) {
			case 0:
				(*l)[i].r = '\u00a0'
			case 1:
				*l = slices.Insert(*l, i, sign{r: ' ', from: -1})
			case 2:
				(*l)[i].r = '\u2009'
			}
		}
		if i := r.IntN(len(*l)); unicode.IsLower((*l)[i].r) && r.IntN(3) == 0 {
			*l = slices.Insert(*l, i, sign{r: '\u00ad', from: -1})
		}
	})
	return s
}

func wrapped(r reporter, s story) story {
	width := 30 + r.IntN(50)
	for p := range s {
		col := 0
		for l := range s[p] {
			for i, c := range s[p][l] {
				if col++; col > width && c.r == ' ' {
					s[p][l][i].r, col = '\n', 0
				}
			}
		}
	}
	return s
}

// replace puts words in the place of the signs [i, j).
func replace(l sentence, i, j int, with string) sentence {
	return slices.Concat(l[:i:i], fresh(with), l[j:])
}

// words returns the places of the words of a sentence.
func words(l sentence) (all [][2]int) {
	start := -1
	for i := 0; i <= len(l); i++ {
		in := i < len(l) && !unicode.IsSpace(l[i].r)
		if in && start < 0 {
			start = i
		}
		if !in && start >= 0 {
			all, start = append(all, [2]int{start, i}), -1
		}
	}
	return all
}

func numberChanged(r reporter, s story) story {
	each(s, func(l *sentence) {
		for i, c := range *l {
			if unicode.IsDigit(c.r) && r.IntN(3) == 0 {
				switch r.IntN(2) {
				case 0:
					*l = replace(*l, i+1, i+1, "0")
				default:
					*l = replace(*l, i, i+1, string('1'+(c.r-'0'+1+rune(r.IntN(7)))%9))
				}
				return
			}
		}
	})
	return s
}

func nameChanged(r reporter, s story) story {
	each(s, func(l *sentence) {
		all := words(*l)
		for n := 1; n < len(all); n++ {
			if i, j := all[n][0], all[n][1]; unicode.IsUpper((*l)[i].r) && r.IntN(4) == 0 {
				for j > i && !unicode.IsLetter((*l)[j-1].r) {
					j--
				}
				*l = replace(*l, i, j, r.pick("Ravel", "Corvin", "Westmoor", "Adler"))
				return
			}
		}
	})
	return s
}

func negation(r reporter, s story) story {
	each(s, func(l *sentence) {
		if r.IntN(2) == 0 {
			return
		}
		for _, w := range words(*l) {
			switch (*l)[w[0]:w[1]].String() {
			case "would", "was", "were", "had", "is", "has":
				*l = replace(*l, w[1], w[1], " not")
				return
			}
		}
	})
	return s
}

// rewritten replaces, adds and drops some words of some sentences.
func rewritten(r reporter, s story) story {
	each(s, func(l *sentence) {
		if r.IntN(3) > 0 {
			return
		}
		for range 1 + r.IntN(3) {
			all := words(*l)
			w := all[r.IntN(len(all))]
			switch r.IntN(3) {
			case 0:
				*l = replace(*l, w[0], w[1], r.pick("later", "however", "reportedly", "many", "local", "announced"))
			case 1:
				*l = replace(*l, w[0], w[0], r.pick("also ", "then ", "apparently ", "so-called "))
			default:
				if len(all) > 4 && w[1] < len(*l) {
					*l = slices.Delete(*l, w[0], w[1]+1)
				}
			}
		}
	})
	return s
}
