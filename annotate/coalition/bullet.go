package coalition

import (
	"gloss/annotate"
)

// mostBullets is how many items of a list are read.
const mostBullets = 250

// bullets returns the members that the list items after sentence si name, one
// at the start of each, and the byte where the last ends.
func (p *pass) bullets(si int) (items []item, end int) {
	block := p.d.Sentences[si].Block
	end = int(p.d.Tokens[p.d.Sentences[si].End-1].End)
	for j := si + 1; j < len(p.d.Sentences) && len(items) < mostBullets; j++ {
		s := p.d.Sentences[j]
		if s.Block == block {
			if len(items) == 0 {
				break
			}
			continue
		}
		i := s.First
		marked := bullet(p.d.Raw(i))
		if p.d.Blocks[s.Block].Kind != annotate.Item && !marked {
			break
		}
		block = s.Block
		if marked {
			i++
		}
		it, ok := p.item(i, s)
		if !ok {
			break
		}
		items = append(items, it)
		end = int(p.d.Tokens[s.End-1].End)
	}
	return items, end
}

func bullet(raw string) bool { return raw == "-" || raw == "*" || raw == "•" || raw == "–" }
