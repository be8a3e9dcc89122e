-- What the values of a column are beyond their type, and whether it was added to what was received.

ALTER TABLE export_column ADD COLUMN meaning TEXT NOT NULL DEFAULT 'plain';
ALTER TABLE export_column ADD COLUMN added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1));

ALTER TABLE publication_column ADD COLUMN meaning TEXT NOT NULL DEFAULT 'plain';
ALTER TABLE publication_column ADD COLUMN added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1));
