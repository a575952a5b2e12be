package tree

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// maxFormats is how many elements of formatting may be open at once.
	maxFormats = 64
	// maxAttributes is how many attributes an element may have. Pages are
	// known that have more than a hundred.
	maxAttributes = 1 << 10
	// maxBodies is how many tags may start the page or its body once more: the
	// parser looks through the attributes of all.
	maxBodies = 8
	// spareNodes and spareSteps are what every page may need, however short.
	spareNodes = 10_000
	spareSteps = 1 << 20
	// maxGrowth is how many nodes a tag or text may bring about on average:
	// formatting that is left open is made again in each paragraph.
	maxGrowth = 2
	// meanDepth is how deep an element may stand on average: the parser looks
	// through all the open ones again and again.
	meanDepth = 64
)

// survey is what one look at a page's tags says of parsing it.
type survey struct {
	nodes    int // that the tree will have, about
	harmless bool
}

// look reads the tags of a page and tells whether parsing it takes no more than
// time and memory in proportion to its length.
func look(source string, maxNodes int) survey {
	s := surveyor{z: html.NewTokenizer(strings.NewReader(source)), open: map[atom.Atom]int{}}
	for {
		switch s.z.Next() {
		case html.ErrorToken:
			return survey{nodes: s.nodes, harmless: s.harmless(maxNodes)}
		case html.StartTagToken, html.SelfClosingTagToken:
			s.start()
		case html.EndTagToken:
			s.end()
		case html.TextToken:
			s.nodes++
			s.again()
		default:
			s.nodes++
		}
		s.tokens++
		s.steps += s.depth
		if s.bad || s.nodes > maxNodes {
			return survey{nodes: s.nodes}
		}
	}
}

// surveyor follows what the parser would have to do.
type surveyor struct {
	z      *html.Tokenizer
	tokens int
	nodes  int
	steps  int
	depth  int               // how many elements are open whose end tag may not be left out
	open   map[atom.Atom]int // how many of each
	stack  []opened
	bodies int  // start tags of the page and the body
	moved  bool // a block began or ended since the formatting was last made again
	bad    bool
}

// opened is an element of formatting that is open, a cell that shuts in what
// is opened in it, or a table.
type opened struct {
	name atom.Atom
	tag  uint64 // a hash of the whole tag
}

func (s *surveyor) harmless(maxNodes int) bool {
	return !s.bad && s.nodes <= maxNodes && s.nodes <= maxGrowth*s.tokens+spareNodes &&
		s.steps <= meanDepth*s.tokens+spareSteps
}

func (s *surveyor) start() {
	raw := hash(s.z.Raw())
	tag, more := s.z.TagName()
	name := atom.Lookup(tag)
	for n := 0; more; n++ {
		if n == maxAttributes {
			s.bad = true
			return
		}
		_, _, more = s.z.TagAttr()
	}
	s.nodes++
	switch {
	case name == atom.Html, name == atom.Body:
		if s.bodies++; s.bodies > maxBodies {
			s.bad = true
		}
	case formats[name]:
		s.again()
		s.format(name, raw)
	case isCell(name):
		s.leaveCell()
		s.stack = append(s.stack, opened{name: atom.Td})
		s.moved = true
	case name == atom.Tr, name == atom.Tbody, name == atom.Thead, name == atom.Tfoot:
		s.leaveCell()
		s.moved = true
	case name == atom.Table:
		s.stack = append(s.stack, opened{name: atom.Table})
		s.enter(name)
	case voids[name]:
	case name != 0 && blocks[name] && mayStayOpen(name):
		s.moved = true
	default:
		s.enter(name)
	}
}

func (s *surveyor) enter(name atom.Atom) {
	s.open[name]++
	s.depth++
	if blocks[name] {
		s.moved = true
	} else {
		s.again()
	}
}

func (s *surveyor) end() {
	tag, _ := s.z.TagName()
	name := atom.Lookup(tag)
	switch {
	case formats[name]:
		s.unformat(name)
		return
	case name == atom.P, name == atom.Br:
		s.nodes++ // an end tag alone makes an element
	case isCell(name), name == atom.Tr, name == atom.Tbody, name == atom.Thead, name == atom.Tfoot:
		s.leaveCell()
	case name == atom.Table:
		s.leaveTable()
	}
	if s.open[name] > 0 {
		s.open[name]--
		s.depth--
	}
	s.moved = s.moved || blocks[name]
}

// again counts what comes before a text or an element in a line: the formatting
// that is open is made again, where a block began or ended since.
func (s *surveyor) again() {
	if !s.moved {
		return
	}
	s.moved = false
	for i := len(s.stack) - 1; i >= 0 && s.stack[i].name != atom.Td; i-- {
		s.nodes++
	}
}

// format opens an element of formatting. Of equal ones the parser keeps three,
// of links one.
func (s *surveyor) format(name atom.Atom, tag uint64) {
	if name == atom.A || name == atom.Nobr {
		s.unformat(name)
	}
	equal, count := 0, 0
	for i := len(s.stack) - 1; i >= 0 && s.stack[i].name != atom.Td; i-- {
		count++
		if s.stack[i].name != name || s.stack[i].tag != tag {
			continue
		}
		if equal++; equal == 3 {
			s.stack = append(s.stack[:i], s.stack[i+1:]...)
		}
	}
	if count >= maxFormats {
		s.bad = true
	}
	s.stack = append(s.stack, opened{name, tag})
}

// unformat closes the last element of formatting of a name, in this cell.
func (s *surveyor) unformat(name atom.Atom) {
	for i := len(s.stack) - 1; i >= 0 && s.stack[i].name != atom.Td; i-- {
		if s.stack[i].name == name {
			s.stack = append(s.stack[:i], s.stack[i+1:]...)
			return
		}
	}
}

// leaveCell forgets what was opened in the cell that is open in this table.
func (s *surveyor) leaveCell() {
	for i := len(s.stack) - 1; i >= 0 && s.stack[i].name != atom.Table; i-- {
		if s.stack[i].name == atom.Td {
			s.stack = s.stack[:i]
			return
		}
	}
}

// leaveTable leaves the table, but not formatting that was opened between its
// cells.
func (s *surveyor) leaveTable() {
	s.leaveCell()
	s.unformat(atom.Table)
}

func isCell(name atom.Atom) bool {
	return name == atom.Td || name == atom.Th || name == atom.Caption
}

// mayStayOpen tells whether an element ends without an end tag, where the next
// one like it begins.
func mayStayOpen(name atom.Atom) bool {
	switch name {
	case atom.P, atom.Li, atom.Dt, atom.Dd, atom.Option, atom.Html, atom.Body:
		return true
	}
	return false
}

// hash returns the 64-bit FNV-1a hash of b.
func hash(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
