package worker

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

const (
	// maxTree is how deep the tree of pages may be, and maxNodes how many nodes
	// of it are looked at.
	maxTree  = 64
	maxNodes = 100_000
)

// page is a page and what it inherits.
type page struct {
	v         pdf.Value
	resources pdf.Value
	box       box
}

// box is the part of a page that is shown, in points.
type box struct{ left, bottom, right, top float64 }

// isEmpty tells whether there is nothing in the box, so that it must be wrong.
func (b box) isEmpty() bool { return b.right-b.left < 1 || b.top-b.bottom < 1 }

// has tells whether a place is in the box.
func (b box) has(x, y float64) bool {
	const edge = 2
	return x >= b.left-edge && x <= b.right+edge && y >= b.bottom-edge && y <= b.top+edge
}

// pages calls yield for each page, in order, with its number, until it returns
// false. A page that is broken is nil.
func (d *document) pages(yield func(number int, p *page) bool) {
	t := tree{yield: yield, seen: map[string]bool{}}
	_ = try(func() { t.node(d.r.Trailer().Key("Root").Key("Pages"), page{}, 0) })
}

// tree goes through the tree of pages.
type tree struct {
	yield func(int, *page) bool
	seen  map[string]bool // references, so that none is followed twice
	nodes int
	page  int
	done  bool
}

// node goes through a node of the tree: a page, or several.
func (t *tree) node(v pdf.Value, above page, depth int) {
	if t.nodes++; t.nodes > maxNodes || depth > maxTree || t.done {
		return
	}
	here := above
	here.v = v
	if r := v.Key("Resources"); r.Kind() == pdf.Dict {
		here.resources = r
	}
	for _, key := range [...]string{"MediaBox", "CropBox"} {
		if b := boxOf(v.Key(key)); !b.isEmpty() {
			here.box = b
		}
	}
	kids := v.Key("Kids")
	if v.Key("Type").Name() == "Page" || kids.Kind() != pdf.Array {
		if v.Kind() == pdf.Dict {
			t.found(&here)
		}
		return
	}
	refs := references(kids)
	for i := range kids.Len() {
		if i < len(refs) {
			if t.seen[refs[i]] {
				continue
			}
			t.seen[refs[i]] = true
		}
		var kid pdf.Value
		if err := try(func() { kid = kids.Index(i) }); err != nil {
			t.found(nil)
		} else if err := try(func() { t.node(kid, here, depth+1) }); err != nil {
			t.found(nil)
		}
		if t.done || t.nodes > maxNodes {
			return
		}
	}
}

func (t *tree) found(p *page) {
	if t.done {
		return
	}
	t.page++
	t.done = !t.yield(t.page, p)
}

// references returns the references that an array holds, nil where it holds
// anything else. The library does not tell them but in print.
func references(array pdf.Value) []string {
	fields := strings.Fields(strings.Trim(array.String(), "[]"))
	if len(fields) != 3*array.Len() {
		return nil
	}
	refs := make([]string, 0, len(fields)/3)
	for i := 0; i+2 < len(fields); i += 3 {
		refs = append(refs, fields[i]+" "+fields[i+1])
	}
	return refs
}

// boxOf returns the box that an array of four numbers tells.
func boxOf(v pdf.Value) box {
	if v.Len() != 4 {
		return box{}
	}
	x, y := v.Index(0).Float64(), v.Index(1).Float64()
	u, w := v.Index(2).Float64(), v.Index(3).Float64()
	return box{left: min(x, u), bottom: min(y, w), right: max(x, u), top: max(y, w)}
}
