-- What the annotator found, and the full-text indexes. All of it can be made
-- again from the articles.
--
-- An entity or a statement has the ID article << 20 | 1048575 - i, where i is
-- its place in keep.Findings: in falling order of IDs, as an index is read, the
-- newest article comes first, and in it what stands first in the text.

CREATE TABLE finding (
	article   INTEGER PRIMARY KEY,
	version   TEXT NOT NULL,
	annotator TEXT NOT NULL
);

CREATE TABLE entity (
	id       INTEGER PRIMARY KEY,
	name     TEXT NOT NULL,
	type     TEXT NOT NULL,
	aliases  TEXT NOT NULL, -- one a line
	mentions INTEGER NOT NULL,
	first    INTEGER NOT NULL, -- bytes of the text: the first mention
	last     INTEGER NOT NULL
);

-- What entities are called in full: keep.Entity.Keys.
CREATE TABLE entity_key (
	key    BLOB NOT NULL,
	name   INTEGER NOT NULL, -- 1: of its name, 0: of another form
	entity INTEGER NOT NULL,
	PRIMARY KEY (key, name, entity)
) WITHOUT ROWID;
CREATE INDEX entity_key_entity ON entity_key (entity);

CREATE TABLE statement (
	id           INTEGER PRIMARY KEY,
	first        INTEGER NOT NULL,
	last         INTEGER NOT NULL,
	text         TEXT NOT NULL,
	speaker      TEXT NOT NULL,
	speaker_type TEXT NOT NULL,
	act          TEXT NOT NULL,
	kind         TEXT NOT NULL,
	about        TEXT NOT NULL -- places in keep.Findings.Entities, parted by blanks
);

-- The indexes hold no text: it is in the tables above and in 001.
CREATE VIRTUAL TABLE find_title USING fts5 (title, byline,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE find_body USING fts5 (text,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE find_note USING fts5 (body, exact, tags,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE find_entity USING fts5 (names,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE find_statement USING fts5 (text, speaker,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER find_title_new AFTER INSERT ON article BEGIN
	INSERT INTO find_title (rowid, title, byline) VALUES (new.id, new.title, new.byline);
END;
CREATE TRIGGER find_title_changed AFTER UPDATE OF title, byline ON article
WHEN new.title IS NOT old.title OR new.byline IS NOT old.byline BEGIN
	DELETE FROM find_title WHERE rowid = old.id;
	INSERT INTO find_title (rowid, title, byline) VALUES (new.id, new.title, new.byline);
END;

-- The text of the newest version, in whichever order the two rows are written.
CREATE TRIGGER find_body_new AFTER INSERT ON version
WHEN new.hash = (SELECT version FROM article WHERE id = new.article) BEGIN
	DELETE FROM find_body WHERE rowid = new.article;
	INSERT INTO find_body (rowid, text) VALUES (new.article, new.text);
END;
CREATE TRIGGER find_body_changed AFTER UPDATE OF version ON article WHEN new.version IS NOT old.version BEGIN
	DELETE FROM find_body WHERE rowid = new.id;
	INSERT INTO find_body (rowid, text) SELECT article, text FROM version WHERE article = new.id AND hash = new.version;
END;

CREATE TRIGGER find_article_gone AFTER DELETE ON article BEGIN
	DELETE FROM find_title WHERE rowid = old.id;
	DELETE FROM find_body WHERE rowid = old.id;
	DELETE FROM finding WHERE article = old.id;
END;

-- A note is changed by INSERT OR REPLACE, which does not count as a deletion.
CREATE TRIGGER find_note_replaced BEFORE INSERT ON note BEGIN
	DELETE FROM find_note WHERE rowid = (SELECT rowid FROM note WHERE id = new.id);
END;
CREATE TRIGGER find_note_new AFTER INSERT ON note BEGIN
	INSERT INTO find_note (rowid, body, exact, tags) VALUES (new.rowid, new.body, new.exact, new.tags);
END;
CREATE TRIGGER find_note_changed AFTER UPDATE OF body, exact, tags ON note BEGIN
	DELETE FROM find_note WHERE rowid = old.rowid;
	INSERT INTO find_note (rowid, body, exact, tags) VALUES (new.rowid, new.body, new.exact, new.tags);
END;
CREATE TRIGGER find_note_gone AFTER DELETE ON note BEGIN
	DELETE FROM find_note WHERE rowid = old.rowid;
END;

CREATE TRIGGER finding_gone AFTER DELETE ON finding BEGIN
	DELETE FROM entity WHERE id BETWEEN old.article << 20 AND old.article << 20 | 1048575;
	DELETE FROM statement WHERE id BETWEEN old.article << 20 AND old.article << 20 | 1048575;
END;
CREATE TRIGGER find_entity_new AFTER INSERT ON entity BEGIN
	INSERT INTO find_entity (rowid, names) VALUES (new.id, new.name || char(10) || new.aliases);
END;
CREATE TRIGGER find_entity_gone AFTER DELETE ON entity BEGIN
	DELETE FROM find_entity WHERE rowid = old.id;
	DELETE FROM entity_key WHERE entity = old.id;
END;
CREATE TRIGGER find_statement_new AFTER INSERT ON statement BEGIN
	INSERT INTO find_statement (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;
CREATE TRIGGER find_statement_gone AFTER DELETE ON statement BEGIN
	DELETE FROM find_statement WHERE rowid = old.id;
END;
