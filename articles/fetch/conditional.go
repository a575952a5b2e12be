package fetch

import (
	"net/http"
	"strings"
	"time"

	"gloss/articles/cache"
)

// load looks for the page in the cache.
func (t *trip) load() {
	if t.cache == nil {
		return
	}
	if entry, err := t.cache.Load(t.address); err == nil {
		t.saved = &entry
	}
}

// condition makes a request one for a page that has changed, where the cache
// has what it needs for that, and tells whether it has. The marks of a page
// belong to the last address of its redirects.
func (t *trip) condition(req *http.Request) bool {
	if t.saved == nil || req.URL.String() != t.saved.Final {
		return false
	}
	tag, modified := validTag(t.saved.ETag), validDate(t.saved.LastModified)
	if tag != "" {
		req.Header.Set("If-None-Match", tag)
	}
	if modified != "" {
		req.Header.Set("If-Modified-Since", modified)
	}
	return tag != "" || modified != ""
}

// validTag returns an entity tag, or "" where it is long or has characters
// that may not stand in a header (RFC 9110, section 8.8.3). Some servers leave
// the quotes away.
func validTag(tag string) string {
	if len(tag) > 256 {
		return ""
	}
	for i := range len(tag) {
		if tag[i] < 0x20 || tag[i] > 0x7e {
			return ""
		}
	}
	return strings.TrimSpace(tag)
}

// validDate returns a date in the format of HTTP, or "" where it is none.
func validDate(date string) string {
	at, err := http.ParseTime(date)
	if err != nil {
		return ""
	}
	return at.UTC().Format(http.TimeFormat)
}

// confirmed returns the cache's page, which the server says has not changed.
func (t *trip) confirmed(header http.Header) *Page {
	page := t.savedPage()
	page.Status = http.StatusNotModified
	page.FetchedAt = time.Now()
	t.keep(page, header)
	return page
}

// keep puts a page into the cache, unless its server forbids that. An empty
// page takes the place of none.
func (t *trip) keep(page *Page, header http.Header) {
	if t.cache == nil || page.Body == "" || noStore(header) {
		return
	}
	entry := cache.Entry{
		Address:      t.address,
		Final:        page.URL,
		ContentType:  page.ContentType,
		Charset:      page.Charset,
		ETag:         validTag(header.Get("ETag")),
		LastModified: validDate(header.Get("Last-Modified")),
		Fetched:      page.FetchedAt,
		Body:         page.Body,
	}
	if page.FromCache { // a short answer may leave out what has not changed
		if entry.ETag == "" {
			entry.ETag = t.saved.ETag
		}
		if entry.LastModified == "" {
			entry.LastModified = t.saved.LastModified
		}
	}
	page.Unkept = t.cache.Store(entry)
}

// noStore tells whether an answer is not to be kept (RFC 9111, section
// 5.2.2.5).
func noStore(header http.Header) bool {
	for _, value := range header.Values("Cache-Control") {
		for directive := range strings.SplitSeq(value, ",") {
			if strings.EqualFold(strings.TrimSpace(directive), "no-store") {
				return true
			}
		}
	}
	return false
}

// stale returns the cache's page where a failure leaves the reader with
// nothing better, else nil.
func (t *trip) stale(f *Failure) *Page {
	if t.saved == nil {
		return nil
	}
	switch f.Kind {
	case NoHost, Refused, NoRoute, Timeout, Broken, Trouble, Busy, Missing, Denied:
		page := t.savedPage()
		page.Stale = f
		return page
	}
	return nil
}

// savedPage returns the page as the cache has it. What the cache says of it is
// checked like what a server says.
func (t *trip) savedPage() *Page {
	e := t.saved
	page := &Page{URL: t.address, Body: e.Body, FetchedAt: e.Fetched, FromCache: true}
	if final, err := Normal(e.Final); err == nil {
		page.URL = final
	}
	page.ContentType, page.Charset = contentType(e.ContentType + ";charset=" + e.Charset)
	return page
}
