-- The feeds that are subscribed to. article.feed is the ID of the one that
-- brought an article.
CREATE TABLE feed (
	id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
	url     TEXT NOT NULL UNIQUE,
	title   TEXT NOT NULL,
	site    TEXT NOT NULL,
	folder  TEXT NOT NULL,
	typed   INTEGER NOT NULL, -- the reader gave the address
	added   INTEGER NOT NULL,
	checked INTEGER, -- NULL for never
	failure TEXT NOT NULL
);
