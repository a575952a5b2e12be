package page

import "container/list"

// cacheSize is how many bytes of laid out parts a page keeps.
const cacheSize = 4 << 20

// A cache holds the parts that were asked for last, within cacheSize.
type cache struct {
	parts map[partKey]*list.Element // of cached
	order list.List                 // the part asked for last in front
	size  int
}

type partKey struct{ block, part int }

type cached struct {
	key  partKey
	part *part
}

// get returns a part, and lays it out where it is not held. It always holds
// the part that it returned last.
func (c *cache) get(key partKey, lay func() *part) *part {
	if e, ok := c.parts[key]; ok {
		c.order.MoveToFront(e)
		return e.Value.(cached).part
	}
	if c.parts == nil {
		c.parts = map[partKey]*list.Element{}
	}
	pt := lay()
	c.parts[key] = c.order.PushFront(cached{key, pt})
	c.size += pt.size()
	for c.size > cacheSize && c.order.Len() > 1 {
		old := c.order.Remove(c.order.Back()).(cached)
		delete(c.parts, old.key)
		c.size -= old.part.size()
	}
	return pt
}
