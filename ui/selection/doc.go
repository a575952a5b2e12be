// Package selection is what a reader can select in a document, and how a
// selection moves and grows: by characters, words, sentences and paragraphs.
//
// Offsets are bytes of the document's text. Nothing is kept between calls, and
// no call looks further than the block at hand and those beside it, so that a
// document of many megabytes costs no more than a short one.
package selection
