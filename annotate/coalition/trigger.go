package coalition

import "gloss/annotate/text"

// A trigger is what a word may say about memberships.
type trigger uint8

const (
	none     trigger = iota
	comprise         // "comprises", "is made up of", "includes"
	members          // "members of X such as", "its members"
	member           // "a member of X", "X member A"
	states           // "EU states such as"
	join             // "A joined X"
	belong           // "A belongs to X"
	part             // "A is part of X"
	quit             // "A left X"
	led              // "the A-led coalition"
	found            // "A, B and C formed X", "X was founded by A", "A and B, known as X"
	seat             // "sits on the X committee"
	noun             // "a coalition of A and B", "a coalition with B"
)

func triggerOf(w string) trigger {
	switch w {
	case "comprises", "comprise", "comprised", "comprising", "consists", "consist", "consisted", "consisting", "made", "composed",
		"includes", "include", "included", "including", "groups", "brings", "bringing", "unites", "uniting", "links", "joins":
		if w == "joins" {
			return join
		}
		return comprise
	case "members":
		return members
	case "member":
		return member
	case "states", "countries", "nations", "allies", "partners", "producers", "governments", "economies":
		return states
	case "joined", "rejoined", "entered", "acceded", "admitted", "joining":
		return join
	case "belongs", "belong", "belonged":
		return belong
	case "part":
		return part
	case "left", "quit", "quits", "withdrew", "exited", "expelled", "leaves", "pulled":
		return quit
	case "led":
		return led
	case "formed", "form", "founded", "created", "launched", "established", "known":
		return found
	case "sits", "serves", "sat", "served":
		return seat
	}
	if groupNoun(w) {
		return noun
	}
	return none
}

// sentence finds the memberships that sentence si of the document states.
func (p *pass) sentence(si int, s text.Sentence) {
	for i := s.First; i < s.End; i++ {
		t := p.d.Tokens[i]
		switch t.Kind {
		case text.Open, text.Dash, text.Colon, text.Hyphen:
			p.apposition(i, si, s)
			continue
		case text.Word:
		default:
			continue
		}
		w := p.triggers[t.Word]
		if w == none || p.at[i] >= 0 && w != comprise && w != members {
			continue
		}
		switch w {
		case comprise:
			p.groupThenList(i, si, s)
		case members:
			if !p.memberOf(i, s) {
				p.membersOf(i, si, s)
			}
		case member:
			if !p.memberOf(i, s) {
				p.membersOf(i, si, s)
			}
		case states:
			p.statesOf(i, si, s)
		case join:
			p.joined(i, s)
		case belong:
			p.belongs(i, s)
		case part:
			p.partOf(i, s)
		case quit:
			p.left(i, s)
		case led:
			p.ledGroup(i, s)
		case found:
			p.formed(i, si, s)
		case seat:
			p.sitsOn(i, s)
		case noun:
			p.groupOf(i, si, s)
		}
	}
}
