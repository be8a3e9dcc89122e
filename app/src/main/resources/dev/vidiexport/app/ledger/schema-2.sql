-- Late data, coverage and what is known of columns.

ALTER TABLE slice ADD COLUMN changed_by_upload INTEGER CHECK (changed_by_upload IN (0, 1));
ALTER TABLE slice ADD COLUMN lost_revision INTEGER NOT NULL DEFAULT 0;

-- The sums of the main metrics, by the numbers of their columns, as JSON; null where nothing is
-- kept of the rows of the answer.
ALTER TABLE slice ADD COLUMN metric_sums TEXT;

-- Answers of which a version before this one kept nothing.
CREATE INDEX slice_without_facts ON slice (export)
WHERE revision IS NOT NULL AND metric_sums IS NULL;

ALTER TABLE publication ADD COLUMN changed_by_upload INTEGER CHECK (changed_by_upload IN (0, 1));
ALTER TABLE publication ADD COLUMN metric_sums TEXT;

CREATE TABLE publication_place (
  publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
  place INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  expected INTEGER,
  measured INTEGER,
  placeholder INTEGER,
  PRIMARY KEY (publication, kind, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication_measure (
  publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
  number INTEGER NOT NULL,
  mean REAL,
  PRIMARY KEY (publication, number)
) STRICT, WITHOUT ROWID;

-- What is kept of the rows of an answer for each place: kind 0 is a location, 1 a site. Numbers of
-- periods are null where rows have none, expected also where nobody can say.
CREATE TABLE cell (
  export INTEGER NOT NULL REFERENCES export,
  first_day INTEGER NOT NULL,
  length INTEGER NOT NULL,
  sources INTEGER NOT NULL REFERENCES source_set,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
  place INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  expected INTEGER,
  measured INTEGER,
  placeholder INTEGER,
  PRIMARY KEY (export, first_day, length, sources, kind, place)
) STRICT, WITHOUT ROWID;

-- The sums of cells by month, so that years of them need not be added up. The month of a window is
-- that of its first day, by that month's first day. Kept by the triggers, in the same transaction.
CREATE TABLE place_month (
  export INTEGER NOT NULL REFERENCES export,
  month INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  place INTEGER NOT NULL,
  cells INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  expected INTEGER,
  measured INTEGER,
  placeholder INTEGER,
  PRIMARY KEY (export, month, kind, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER cell_added AFTER INSERT ON cell BEGIN
  INSERT INTO place_month
  VALUES (
    NEW.export,
    unixepoch(NEW.first_day * 86400, 'unixepoch', 'start of month') / 86400,
    NEW.kind, NEW.place, 1, NEW.rows, NEW.expected, NEW.measured, NEW.placeholder)
  ON CONFLICT DO UPDATE SET
    cells = cells + 1,
    rows = rows + excluded.rows,
    expected = expected + excluded.expected,
    measured = measured + excluded.measured,
    placeholder = placeholder + excluded.placeholder;
END;

CREATE TRIGGER cell_removed AFTER DELETE ON cell BEGIN
  UPDATE place_month SET
    cells = cells - 1,
    rows = rows - OLD.rows,
    expected = expected - OLD.expected,
    measured = measured - OLD.measured,
    placeholder = placeholder - OLD.placeholder
  WHERE export = OLD.export
    AND month = unixepoch(OLD.first_day * 86400, 'unixepoch', 'start of month') / 86400
    AND kind = OLD.kind AND place = OLD.place;
  DELETE FROM place_month
  WHERE export = OLD.export
    AND month = unixepoch(OLD.first_day * 86400, 'unixepoch', 'start of month') / 86400
    AND kind = OLD.kind AND place = OLD.place AND cells = 0;
END;

CREATE TRIGGER cell_expected AFTER UPDATE OF expected ON cell BEGIN
  UPDATE place_month SET expected = expected - OLD.expected + NEW.expected
  WHERE export = NEW.export
    AND month = unixepoch(NEW.first_day * 86400, 'unixepoch', 'start of month') / 86400
    AND kind = NEW.kind AND place = NEW.place;
END;

-- In which windows a column was first and last seen to have values, and their means there.
CREATE TABLE column_span (
  export INTEGER NOT NULL REFERENCES export,
  number INTEGER NOT NULL,
  length INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  first_mean REAL,
  last_day INTEGER NOT NULL,
  last_mean REAL,
  PRIMARY KEY (export, number)
) STRICT, WITHOUT ROWID;

-- What was told of an export's columns, which is told once.
CREATE TABLE told (
  export INTEGER NOT NULL REFERENCES export,
  fact TEXT NOT NULL,
  PRIMARY KEY (export, fact)
) STRICT, WITHOUT ROWID;

DROP VIEW coverage;

CREATE VIEW coverage (export, "window", location_id, site_id, expected, measured, placeholder) AS
SELECT
  e.name,
  date(c.first_day * 86400, 'unixepoch'),
  CASE c.kind WHEN 0 THEN c.place END,
  CASE c.kind WHEN 1 THEN c.place END,
  c.expected,
  c.measured,
  c.placeholder
FROM cell AS c
JOIN export AS e ON e.number = c.export;
