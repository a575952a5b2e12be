package library

import (
	"encoding/json"

	"gloss/articles/keep"
)

// orders are the orders of the shelf. There is an index for each: the
// expressions must be those of the schema.
var orders = [keep.Orders]string{
	keep.ByActivity:  "coalesce(opened, added) DESC, id DESC",
	keep.ByAdded:     "added DESC, id DESC",
	keep.ByPublished: "coalesce(published, added) DESC, id DESC",
	keep.ByTitle:     "title COLLATE NOCASE, id DESC",
	keep.BySite:      "site COLLATE NOCASE, coalesce(published, added) DESC, id DESC",
	keep.ByProgress:  "progress > 0 AND NOT read DESC, progress DESC, id DESC",
}

// selectArticles returns the query for some columns of the articles that are
// wanted; without an order for counting.
func selectArticles(columns string, s keep.Selection, ordered bool) (query string, args []any) {
	query = "SELECT " + columns + " FROM article WHERE removed IS "
	if s.Removed {
		query += "NOT "
	}
	query += "NULL"
	if s.Unread {
		query += " AND opened IS NULL AND NOT read"
	}
	if !s.Tag.IsEmpty() {
		query, args = query+" AND "+hasTag, append(args, s.Tag.String())
	}
	if s.Feed != 0 {
		query, args = query+" AND feed = ?", append(args, int64(s.Feed))
	}
	if !s.Site.IsEmpty() {
		query, args = query+" AND site = ?", append(args, s.Site.String())
	}
	if s.IDs != nil {
		ids, _ := json.Marshal(s.IDs) // numbers always can be
		query, args = query+" AND id IN (SELECT value FROM json_each(?))", append(args, string(ids))
	}
	if !ordered {
		return query, args
	}
	query += " ORDER BY " + orders[min(s.Order, keep.Orders-1)]
	if s.Limit > 0 || s.Offset > 0 {
		limit := s.Limit
		if limit <= 0 {
			limit = -1
		}
		query, args = query+" LIMIT ? OFFSET ?", append(args, limit, s.Offset)
	}
	return query, args
}
