package fetch

import (
	"net/http"
	"slices"
	"strings"
)

// isRedirect tells whether a status sends the client elsewhere (RFC 9110,
// section 15.4).
func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// redirect returns the hop to which the Location of an answer leads from one.
// Local says that the hop was allowed to a place which is not public, and went
// there. Before are the hops that went before.
func (t *trip) redirect(from hop, local bool, location string, before []string) (*hop, *Failure) {
	if location == "" {
		return nil, failf(Redirect, "redirects to nowhere")
	}
	if len(location) > maxAddress {
		return nil, failf(Redirect, "redirects to an address that is too long")
	}
	to, err := from.to.Parse(strings.TrimSpace(location))
	if err != nil {
		return nil, failf(Redirect, "redirects to an address that is not valid (%s)", shown(location))
	}
	to, why := normal(to)
	switch {
	case why != "":
		return nil, failf(Redirect, "redirects to an address that %s (%s)", why, shown(location))
	case from.to.Scheme == "https" && to.Scheme == "http":
		return nil, failf(Redirect, "redirects from https to http (%s), which is refused", shown(to.String()))
	case to.String() == from.to.String(), slices.Contains(before, to.String()):
		return nil, failf(Redirect, "redirects in a circle")
	case len(before) >= t.limits.Redirects:
		return nil, failf(Redirect, "redirects more than %d times", max(t.limits.Redirects, 0))
	}
	next := &hop{to: to, origin: Linked}
	if local && to.Hostname() == from.to.Hostname() {
		next.origin = Typed
	}
	return next, nil
}
