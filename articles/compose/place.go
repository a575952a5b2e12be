package compose

import (
	"slices"

	"gloss/articles"
	"gloss/articles/clean"
)

// MaxDepth is how many quotations and list items a block can stand in. What is
// nested deeper is read as if it stood at this depth.
const MaxDepth = 64

// A Place is where a block stands. The zero value is the top level, with an
// empty line before the block.
type Place struct {
	path  []articles.Container
	tight bool // no empty line parts the next block from the one before
}

// Block returns a block of a kind at the place.
func (p Place) Block(kind articles.BlockKind) articles.Block {
	return articles.Block{Kind: kind, Path: p.path, Tight: p.tight}
}

// Within returns the place of the first block in a container there.
func (p Place) Within(kind articles.ContainerKind, marker string) Place {
	if len(p.path) < MaxDepth {
		p.path = append(slices.Clip(p.path), articles.Container{Kind: kind, Marker: clean.Line(marker), First: true})
	}
	return p
}

// Next returns the place of the next block in the same container: it is not
// the first one in it. Tight says that no empty line goes before it.
func (p Place) Next(tight bool) Place {
	p.path = following(p.path)
	p.tight = tight
	return p
}

// Tight returns the place with another word on whether an empty line goes
// before the block.
func (p Place) Tight(tight bool) Place {
	p.tight = tight
	return p
}

// following returns the path of a block that is not the first in any of its
// containers.
func following(path []articles.Container) []articles.Container {
	for i, c := range path {
		if c.First {
			out := slices.Clone(path)
			for k := i; k < len(out); k++ {
				out[k].First = false
			}
			return out
		}
	}
	return path
}
