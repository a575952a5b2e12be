package gazetteer

import (
	"context"
	"embed"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/annotate"
	"gloss/annotate/text"
)

//go:embed data/*.tsv
var data embed.FS

// compile fills the tables from the files.
func (g *Gazetteer) compile() {
	g.words = make(map[string]Word, 8192)
	g.names = make(map[string]Entry, 4096)
	g.labels = make(map[string]string, 1024)
	g.former = make(map[string][]formerName, 64)
	g.compileWords()
	g.compileNames()
	g.compileVariants()
}

// rows yields the rows of a file, without comments, as at least four fields.
func rows(file string) iter.Seq[[4]string] {
	return func(yield func([4]string) bool) {
		b, err := data.ReadFile("data/" + file)
		if err != nil {
			panic("gazetteer: " + err.Error()) // the file is compiled in
		}
		for line := range strings.Lines(string(b)) {
			line = strings.TrimRight(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			var row [4]string
			copy(row[:], strings.SplitN(line, "\t", 4))
			if !yield(row) {
				return
			}
		}
	}
}

func (g *Gazetteer) compileWords() {
	set := func(w string, f Flags) {
		x := g.words[w]
		x.Flags |= f
		g.words[w] = x
	}
	for r := range rows("words.tsv") {
		f := Common
		if r[0] == "f" {
			f |= Function
		}
		for w := range strings.FieldsSeq(r[1]) {
			set(w, f)
		}
	}
	for _, w := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec."} {
		set(w, Calendar)
	}
	for r := range rows("titles.tsv") {
		f := Title
		switch r[0] {
		case "m":
			f |= Male
		case "f":
			f |= Female
		}
		for w := range strings.FieldsSeq(r[1]) {
			set(w, f)
		}
	}
	for r := range rows("heads.tsv") {
		for w := range strings.FieldsSeq(r[1]) {
			x := g.words[w]
			x.Head = annotate.Type(r[0])
			g.words[w] = x
		}
	}
	for r := range rows("firstnames.tsv") {
		f := MaleName
		if r[0] == "f" {
			f = FemaleName
		}
		for w := range strings.FieldsSeq(r[1]) {
			set(strings.ToLower(w), f)
		}
	}
}

// A listed name is one that waits to be cut into tokens.
type listed struct {
	name  string
	entry Entry
}

func (g *Gazetteer) compileNames() {
	var list []listed
	add := func(names string, e Entry) {
		for name := range strings.SplitSeq(names, "|") {
			if name = strings.TrimPrefix(strings.TrimSpace(name), "the "); name != "" {
				list = append(list, listed{name, e})
			}
		}
	}
	for _, file := range []string{"countries.tsv", "territories.tsv"} {
		for r := range rows(file) {
			g.labels[r[0]] = r[1]
			add(r[1]+"|"+r[2], Entry{Type: annotate.GPE, ID: r[0]})
			add(r[3], Entry{Type: annotate.Norp, ID: r[0]})
		}
	}
	for r := range rows("formernames.tsv") {
		add(g.compileFormer(r), Entry{Type: annotate.GPE, ID: r[0]})
	}
	for r := range rows("organisations.tsv") {
		typ := annotate.Type(r[2])
		if typ == "" {
			typ = annotate.Org
		}
		add(r[0]+"|"+r[1], Entry{Type: typ, ID: r[0]})
	}
	for r := range rows("peoples.tsv") {
		for name := range strings.SplitSeq(r[0], "|") {
			add(name, Entry{Type: annotate.Norp, ID: strings.TrimSuffix(name, "s")})
		}
	}
	for r := range rows("places.tsv") {
		for name := range strings.SplitSeq(r[1], "|") {
			add(name, Entry{Type: annotate.Type(r[0]), ID: strings.TrimPrefix(name, "the ")})
		}
	}
	g.cut(list)
}

// cut splits the names into tokens as texts are split, all in one go, and
// files them. Of two entries of one name the first stays.
func (g *Gazetteer) cut(list []listed) {
	names := make([]string, len(list))
	for i, l := range list {
		names[i] = l.name
	}
	d, err := text.Parse(context.Background(), annotate.Input{Text: strings.Join(names, "\n")})
	if err != nil {
		panic("gazetteer: " + err.Error()) // the files are compiled in
	}
	tok := 0
	for b, block := range d.Blocks {
		first := tok
		for tok < len(d.Tokens) && int(d.Tokens[tok].Start) < block.Span.End {
			tok++
		}
		l := list[b]
		k := joined(d, first, tok)
		if _, ok := g.names[k]; ok {
			continue
		}
		r, _ := utf8.DecodeRuneInString(l.name)
		l.entry.Small = !unicode.IsUpper(r)
		l.entry.Caps = tok == first+1 && d.Tokens[first].Is(text.Caps) && d.Tokens[first].Kind == text.Word
		g.names[k] = l.entry
		w := g.words[d.Lower(first)]
		w.Longest = max(w.Longest, uint8(min(tok-first, 16)))
		g.words[d.Lower(first)] = w
	}
}

// joined returns the lower-cased words of the tokens with spaces between.
func joined(d *text.Document, first, end int) string {
	var b strings.Builder
	for i := first; i < end; i++ {
		if i > first {
			b.WriteByte(' ')
		}
		b.WriteString(d.Lower(i))
	}
	return b.String()
}
