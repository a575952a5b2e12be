-- The words that introduce a statement, as they are in the text: "denied",
-- "according to". They are not known of what was found before; that is found
-- again once its article is opened.
ALTER TABLE statement ADD COLUMN cue TEXT NOT NULL DEFAULT '';
UPDATE finding SET annotator = '';
