-- The shelf: articles, their texts, notes, corrections.
-- Times are microseconds since 1970 in UTC, NULL for none.
-- Tags are one line each, in the order the reader gave them.

-- Tells a shelf from the files of other programs.
PRAGMA application_id = 1198288755;

-- Rows are narrow, so that lists are fast: texts are in version.
CREATE TABLE article (
	id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
	key       TEXT NOT NULL UNIQUE,
	url       TEXT NOT NULL DEFAULT '',
	title     TEXT NOT NULL DEFAULT '',
	byline    TEXT NOT NULL DEFAULT '',
	site      TEXT NOT NULL DEFAULT '',
	lang      TEXT NOT NULL DEFAULT '',
	summary   TEXT NOT NULL DEFAULT '',
	published INTEGER,
	added     INTEGER NOT NULL,
	opened    INTEGER,
	words     INTEGER NOT NULL DEFAULT 0,
	progress  REAL NOT NULL DEFAULT 0,
	read      INTEGER NOT NULL DEFAULT 0,
	version   TEXT NOT NULL DEFAULT '', -- the newest; '' where only a feed's summary is here
	tags      TEXT NOT NULL DEFAULT '',
	feed      INTEGER NOT NULL DEFAULT 0,
	removed   INTEGER
);

-- One index for each order of the shelf: keep.Order.
CREATE INDEX article_activity ON article (coalesce(opened, added) DESC, id DESC) WHERE removed IS NULL;
CREATE INDEX article_added ON article (added DESC, id DESC) WHERE removed IS NULL;
CREATE INDEX article_published ON article (coalesce(published, added) DESC, id DESC) WHERE removed IS NULL;
CREATE INDEX article_title ON article (title COLLATE NOCASE, id DESC) WHERE removed IS NULL;
CREATE INDEX article_site ON article (site COLLATE NOCASE, coalesce(published, added) DESC, id DESC) WHERE removed IS NULL;
CREATE INDEX article_progress ON article (progress > 0 AND NOT read DESC, progress DESC, id DESC) WHERE removed IS NULL;
CREATE INDEX article_feed ON article (feed, added DESC) WHERE feed <> 0;

-- Texts: the newest of each article, and those that notes are anchored in.
CREATE TABLE version (
	article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
	hash    TEXT NOT NULL, -- as anchor.Hash gives it
	text    TEXT NOT NULL,
	form    BLOB NOT NULL, -- the document over the text: package docform
	seen    INTEGER NOT NULL,
	UNIQUE (article, hash)
);

CREATE TABLE place (
	article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
	off     INTEGER NOT NULL,
	exact   TEXT NOT NULL,
	prefix  TEXT NOT NULL,
	suffix  TEXT NOT NULL,
	first   INTEGER NOT NULL, -- bytes: anchor.Selector.Start and End
	last    INTEGER NOT NULL
);

CREATE TABLE note (
	id          TEXT NOT NULL UNIQUE,
	article     INTEGER NOT NULL REFERENCES article (id),
	kind        TEXT NOT NULL,
	body        TEXT NOT NULL,
	tags        TEXT NOT NULL,
	target      TEXT NOT NULL, -- keep.TargetKind
	version     TEXT NOT NULL,
	exact       TEXT NOT NULL,
	prefix      TEXT NOT NULL,
	suffix      TEXT NOT NULL,
	first       INTEGER NOT NULL,
	last        INTEGER NOT NULL,
	entity      TEXT NOT NULL,
	entity_type TEXT NOT NULL,
	created     INTEGER NOT NULL,
	modified    INTEGER NOT NULL,
	removed     INTEGER,
	revision    INTEGER NOT NULL,
	sum         INTEGER NOT NULL -- of all the others but article
);

CREATE INDEX note_article ON note (article, removed);
CREATE INDEX note_created ON note (created DESC) WHERE removed IS NULL;

CREATE TABLE correction (
	seq      INTEGER PRIMARY KEY AUTOINCREMENT, -- the order they were made in
	id       TEXT NOT NULL UNIQUE,
	article  INTEGER NOT NULL, -- 0 for every article
	data     BLOB NOT NULL,
	created  INTEGER NOT NULL,
	undone   INTEGER,
	revision INTEGER NOT NULL,
	sum      INTEGER NOT NULL
);

CREATE INDEX correction_article ON correction (article);

-- What the shelf knows of itself: 'journal' is the length in bytes of the
-- journal up to which this file has its changes.
CREATE TABLE state (
	name  TEXT PRIMARY KEY,
	value INTEGER NOT NULL
);
INSERT INTO state VALUES ('journal', 0);
