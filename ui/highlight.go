package ui

// toggle switches a class of highlights. Where all are off, the class alone
// comes on.
func (a *app) toggle(class int) {
	s := &a.article.Show
	if !s.All {
		s.All = true
		clear(s.Classes[:])
	}
	s.Classes[class] = !s.Classes[class]
	names := []string{"people", "organisations", "places", "peoples and groups", "the rest"}
	a.say(names[class] + " " + onOff(s.Classes[class]))
}

func (a *app) toggleAll() {
	s := &a.article.Show
	s.All = !s.All
	if s.All {
		for i := range s.Classes {
			s.Classes[i] = true
		}
		a.say("highlights on") // that they are off, the bar says all the time
	}
}

func (a *app) toggleMembers() {
	all := a.article.Index().Annotations.Coalitions
	if a.coalition < 0 || a.coalition >= len(all) {
		a.say("no coalition in this text")
		return
	}
	s := &a.article.Show
	s.Members = !s.Members
	a.say("members of " + all[a.coalition].Name + " " + onOff(s.Members))
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}
