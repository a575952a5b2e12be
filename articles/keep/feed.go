package keep

import (
	"time"

	"gloss/articles/clean"
)

// A FeedID names a feed that is subscribed to. 0 names none.
type FeedID int64

// A Feed is a feed that is subscribed to.
type Feed struct {
	ID      FeedID
	URL     string     // of the feed itself
	Title   clean.Text // as the feed has it, else the host
	Site    clean.Text // the address of the site it is of; may be empty
	Folder  clean.Text // as the reader sorts them; parts of a path parted by "/"
	Typed   bool       // the reader gave the address, not a page or a list: it may lead anywhere
	Added   time.Time
	Checked time.Time  // when it was asked last, with or without success; zero for never
	Failure clean.Text // what went wrong then; empty where nothing did
	Unread  int        // articles it brought that were not read
	Total   int        // articles it brought that are on the shelf
}

// An Item is an article as a feed brings it.
type Item struct {
	Key       string // as Article.Key; the feed's own identifier where it has no link
	URL       clean.Text
	Title     clean.Text
	Byline    clean.Text
	Summary   clean.Text
	Published time.Time
}
