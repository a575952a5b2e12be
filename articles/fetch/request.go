package fetch

import (
	"time"
)

// An Origin says who wants an address to be fetched, which decides where it may
// lead.
type Origin int

const (
	// Linked is an address that a page or a feed gave. It must be on the public
	// Internet. This is the zero value, so that the careful rule is the one that
	// nobody has to think of.
	Linked Origin = iota
	// Typed is an address that the user gave. It may be anywhere, such as on this
	// machine or behind a router.
	Typed
)

// A Request says what to fetch.
type Request struct {
	URL    string // http or https; need not be in normal form
	Origin Origin
	// Progress, where it is not nil, is told how the fetching goes. It is called
	// by one goroutine at a time, not after Get has returned, and must be quick.
	Progress func(Progress)
}

// A Page is what was fetched, or kept from an earlier time.
type Page struct {
	URL         string    // the final address, in normal form
	Redirects   []string  // the addresses before it, in the order they were asked
	Body        string    // without content coding; its characters are as the server sent them
	ContentType string    // the media type in lower case, as "text/html"; "" where unknown
	Charset     string    // what the server calls the body's encoding, in lower case; may be "" or wrong
	Status      int       // 200 or 203; 304 where the cache's page is still good; 0 where Stale is set
	FetchedAt   time.Time // when the server last gave or confirmed the page
	FromCache   bool      // the body is the cache's

	// Stale says why the page could not be asked for again, where it is an old
	// one from the cache; else it is nil.
	Stale error
	// Unkept says why the page could not be put into the cache; nil where it was,
	// or was not meant to be. It takes nothing from the page.
	Unkept error
}
