package markdown

import "github.com/yuin/goldmark/parser"

// references are link reference definitions by their normalised label.
type references map[string]parser.Reference

// definitions returns the link reference definitions of the whole source.
func definitions(source string) references {
	return nil
}
