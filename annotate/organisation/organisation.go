// Package organisation holds the international organisations that the news
// speaks of: alliances, blocs, councils and contact groups, with their names
// and acronyms, and with their members from when to when.
//
// The table is two tab-separated files in the folder data, written by hand from
// treaties and from the organisations' own lists of members; each row says
// which. What is not known surely is left out, and a list with gaps is marked
// as partial.
package organisation

import "time"

// An Organisation is one row of the table with its memberships.
type Organisation struct {
	Name   string   // the full usual name
	Names  []string // forms that mean it wherever they stand, Name among them
	Unsure []string // forms that mean other things as well
	// Founded is the day from which there can be members; Ended the first day
	// without any, or zero where it goes on.
	Founded, Ended time.Time
	// Complete tells that the memberships are all there are, between the two
	// days that follow; a zero day is no limit.
	Complete                 bool
	CompleteFrom, CompleteTo time.Time
	Memberships              []Membership
	Source                   string // where the memberships are written down
}

// A Membership is that of one member over one stretch of time.
type Membership struct {
	// Member is the ISO 3166 code of a country, the older code of one that is
	// no more (SU, YU, CS, DD), or the name of an organisation.
	Member string
	// From is the first day, To the first day after the last one, or zero where
	// it goes on.
	From, To time.Time
	// Suspended marks a stretch in which a member had lost its seat but was not
	// out. It lies inside a stretch of membership.
	Suspended bool
	Source    string // the accession, the vote or the law
}

// Covers reports whether the day lies in the stretch.
func (m Membership) Covers(day time.Time) bool {
	return !day.Before(m.From) && (m.To.IsZero() || day.Before(m.To))
}

// A Member is who belongs to an organisation on some day.
type Member struct {
	ID        string // as Membership.Member
	Suspended bool
}

// On returns the members on a day, in the order of the table, and whether they
// are all. Before the founding and after the end there are none.
func (o *Organisation) On(day time.Time) (members []Member, all bool) {
	if day.Before(o.Founded) || !o.Ended.IsZero() && !day.Before(o.Ended) {
		return nil, false
	}
	at := make(map[string]int, len(o.Memberships))
	for _, m := range o.Memberships {
		if !m.Covers(day) {
			continue
		}
		if i, ok := at[m.Member]; ok {
			members[i].Suspended = members[i].Suspended || m.Suspended
			continue
		}
		at[m.Member] = len(members)
		members = append(members, Member{ID: m.Member, Suspended: m.Suspended})
	}
	return members, o.Complete && !day.Before(o.CompleteFrom) && (o.CompleteTo.IsZero() || day.Before(o.CompleteTo))
}
