package library

import "gloss/articles/keep"

// SelectArticles returns the query for a list of the shelf.
func SelectArticles(s keep.Selection) (query string, args []any) {
	return selectArticles(articleColumns, s, true)
}

// Steps returns the steps that make the schema.
func Steps() ([]string, error) { return migrations() }
