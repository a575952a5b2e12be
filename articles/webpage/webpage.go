// Package webpage reads web pages: a page that was saved or fetched becomes
// the article in it, with its title, byline and date, and without the
// navigation, advertisements and forms round it.
//
//	doc, err := webpage.Read(data, webpage.Options{URL: "https://example.org/news/talks"})
//
// Fragment reads HTML that is an article already, as chapters of books, items
// of feeds and mails are.
package webpage
