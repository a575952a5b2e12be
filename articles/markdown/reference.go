package markdown

import (
	"strings"

	"gloss/articles/charset"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// references are link reference definitions by their normalised label.
type references map[string]parser.Reference

// maxDefinitions is the most bytes of one passage that are searched for
// definitions.
const maxDefinitions = 8 << 10

// definitions returns the link reference definitions of the whole source, so
// that a link on the first page finds what the last page defines. Of several
// with one label the first counts.
func definitions(source string) references {
	if !strings.Contains(source, "]:") {
		return nil
	}
	refs := references{}
	p := parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 100)),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
	var scan scanner
	var passage strings.Builder
	flush := func() {
		if s := passage.String(); strings.Contains(s, "]:") {
			pc := parser.NewContext()
			p.Parse(text.NewReader([]byte(s)), parser.WithContext(pc))
			for _, ref := range pc.References() {
				label := util.ToLinkReference(ref.Label())
				if _, ok := refs[label]; !ok {
					refs[label] = ref
				}
			}
		}
		passage.Reset()
	}
	for rest := source; rest != ""; {
		line := rest
		if end := strings.IndexByte(rest, '\n') + 1; end > 0 {
			line = rest[:end]
		}
		rest = rest[len(line):]
		if len(line) > maxDefinitions {
			line = line[:charset.Cut(charset.UTF8, line, maxDefinitions)]
		}
		open, item := scan.open(), scan.item
		scan.next(line)
		if open || scan.open() {
			flush()
			continue
		}
		indent, body := indentOf(line)
		_, end := nesting(line)
		switch {
		case body == "":
			flush()
			continue
		case end > 0: // the first line of an item, or a line of a quotation
			if line[end-1] != '>' && !strings.HasPrefix(body, ">") {
				flush()
			}
			body = strings.TrimSpace(line[end:])
		case indent >= 4 && item == 0 && passage.Len() == 0:
			continue // code
		}
		if passage.Len() == 0 && !strings.HasPrefix(body, "[") {
			// Only a passage that begins with a definition has any, and the
			// rest of this one is of no use: a mark in its place.
			passage.WriteString("x\n")
			continue
		}
		if passage.Len() < maxDefinitions && !strings.HasPrefix(passage.String(), "x") {
			passage.WriteString(charset.Decode(charset.UTF8, body))
			passage.WriteByte('\n')
		}
	}
	flush()
	return refs
}
