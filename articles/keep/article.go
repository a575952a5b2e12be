// Package keep holds what a reader keeps: articles, notes on them, corrections
// of what the annotator found, feeds, and what a search in all of it gives. It
// knows nothing of where that is kept (see package library), and nothing of
// the terminal.
//
// Spans are bytes of the text of an article in the version that is meant.
package keep

import (
	"time"

	"gloss/articles/anchor"
	"gloss/articles/clean"
)

// An ArticleID names an article on the shelf. It is never used again for
// another one. 0 names none.
type ArticleID int64

// An Article is a row of the shelf: what is known of an article without its
// text.
type Article struct {
	ID ArticleID
	// Key is what tells the article from others: its address without the
	// fragment, the absolute path of a file, or "sha256:" and the hash of its
	// text where it has neither.
	Key       string
	URL       clean.Text // where it can be had again; empty for a file
	Title     clean.Text
	Byline    clean.Text
	Site      clean.Text // the publication, else the host of the address
	Lang      clean.Text
	Summary   clean.Text   // one line: what a feed says of it, else how it begins
	Published time.Time    // zero where it is not known
	Added     time.Time    // when it came to the shelf
	Opened    time.Time    // when it was read last; zero for never
	Words     int          // of the text; 0 where it is not here yet
	Progress  float64      // how much of it has been read, 0 to 1
	Read      bool         // to its end, or the reader says so
	Full      bool         // the text is here, not only what a feed says
	Version   string       // the hash of the text that is here, as anchor.Hash gives it
	Tags      []clean.Text // in order, each once
	Feed      FeedID       // that brought it, 0 for none
	Notes     int          // how many there are, highlights too
	Removed   time.Time    // when it was taken off the shelf; zero where it is on it
}

// Unread reports whether the article was never opened nor marked as read.
func (a Article) Unread() bool { return a.Opened.IsZero() && !a.Read }

// A Place is where the eye stood in an article.
type Place struct {
	Off      int             // the first byte in sight
	At       anchor.Selector // the words there, to find them in another version
	Progress float64         // 0 to 1
}

// An Order is an order of the shelf.
type Order uint8

// The orders of the shelf. Those by time have the newest first.
const (
	ByActivity  Order = iota // opened last, or added where it was not opened
	ByAdded                  // when it came to the shelf
	ByPublished              // when it was published, else added
	ByTitle
	BySite     // then the newest
	ByProgress // begun ones first, the furthest first
	Orders
)

// A Selection says which articles of the shelf are wanted. Its zero value
// wants all that were not removed, in order of activity.
type Selection struct {
	Unread  bool        // only those
	Removed bool        // only those that were taken off the shelf
	Tag     clean.Text  // only those with it; empty for any
	Feed    FeedID      // only those it brought; 0 for any
	Site    clean.Text  // only those of it; empty for any
	IDs     []ArticleID // only these; nil for any
	Order   Order       //
	Offset  int         // how many are left out at the beginning
	Limit   int         // how many at the most; 0 for all
}
