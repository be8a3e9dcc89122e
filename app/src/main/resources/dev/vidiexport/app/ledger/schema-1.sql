-- Moments are seconds since 1970-01-01T00:00:00Z, days are days since 1970-01-01.
-- What others may rely on are the views; the tables may change with the next version.

CREATE TABLE run (
  number INTEGER PRIMARY KEY,
  began_at INTEGER NOT NULL,
  host TEXT NOT NULL
) STRICT;

CREATE TABLE export (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE export_setting (
  export INTEGER NOT NULL REFERENCES export,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (export, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE export_column (
  export INTEGER NOT NULL REFERENCES export,
  number INTEGER NOT NULL,
  received TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (export, number)
) STRICT, WITHOUT ROWID;

-- Many slices ask for the same sources: each set is here once.
CREATE TABLE source_set (
  number INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE,
  digits TEXT NOT NULL
) STRICT;

-- Texts of which there are few, and that many rows have.
CREATE TABLE word (
  number INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- The lengths of windows: 0 for a day, 1 for a week, 2 for a month. A slice with a revision has an
-- answer, one with a time of failure a failure. In the order of the key slices are shown.
CREATE TABLE slice (
  export INTEGER NOT NULL REFERENCES export,
  first_day INTEGER NOT NULL,
  length INTEGER NOT NULL CHECK (length BETWEEN 0 AND 2),
  first_source INTEGER NOT NULL,
  sources INTEGER NOT NULL REFERENCES source_set,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  under_way INTEGER NOT NULL DEFAULT 0 CHECK (under_way IN (0, 1)),
  attempts INTEGER NOT NULL DEFAULT 0,
  asked_at INTEGER,
  published_at INTEGER,
  revision INTEGER CHECK (revision >= 1),
  extension INTEGER REFERENCES word,
  bytes INTEGER,
  sha256 BLOB,
  rows INTEGER,
  dropped_rows INTEGER,
  fingerprint BLOB,
  creation_date TEXT,
  built_at INTEGER,
  answer_asked_at INTEGER,
  written_with INTEGER REFERENCES word,
  failed_at INTEGER,
  failure_kind INTEGER REFERENCES word,
  failure_message TEXT,
  refusals INTEGER,
  asked_with INTEGER REFERENCES word,
  PRIMARY KEY (export, first_day, length, first_source, sources)
) STRICT, WITHOUT ROWID;

CREATE INDEX slice_retired ON slice (export) WHERE retired = 1;

-- Files that may have got their names or not, in the order in which they were announced.
CREATE TABLE publication (
  number INTEGER PRIMARY KEY,
  export INTEGER NOT NULL REFERENCES export,
  first_day INTEGER NOT NULL,
  length INTEGER NOT NULL,
  first_source INTEGER NOT NULL,
  sources INTEGER NOT NULL REFERENCES source_set,
  revision INTEGER NOT NULL,
  extension INTEGER REFERENCES word,
  bytes INTEGER,
  sha256 BLOB,
  rows INTEGER NOT NULL,
  dropped_rows INTEGER NOT NULL,
  fingerprint BLOB NOT NULL,
  creation_date TEXT,
  built_at INTEGER NOT NULL,
  answer_asked_at INTEGER NOT NULL,
  written_with INTEGER NOT NULL REFERENCES word,
  UNIQUE (export, first_day, length, first_source, sources)
) STRICT;

CREATE TABLE publication_setting (
  publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (publication, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication_column (
  publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
  number INTEGER NOT NULL,
  received TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (publication, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  export INTEGER NOT NULL REFERENCES export,
  first_day INTEGER NOT NULL,
  length INTEGER NOT NULL,
  sources INTEGER NOT NULL REFERENCES source_set,
  change INTEGER NOT NULL REFERENCES word,
  extension INTEGER REFERENCES word,
  revision INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  bytes INTEGER
) STRICT;

-- When VidiCenter last said what there is.
CREATE TABLE topology_look (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  at INTEGER NOT NULL
) STRICT;

-- Every object that was ever seen, as it was seen last; those that are gone have a time since when.
-- What of its JSON does not change with uploads is here as a digest.
CREATE TABLE topology_object (
  kind TEXT NOT NULL,
  id ANY NOT NULL,
  parent ANY,
  label TEXT,
  active TEXT,
  last_upload TEXT,
  creation_date TEXT,
  last_timezone TEXT,
  json TEXT NOT NULL,
  lasting BLOB NOT NULL,
  gone_at INTEGER,
  PRIMARY KEY (kind, id)
) STRICT;

CREATE TABLE topology_change (
  number INTEGER PRIMARY KEY,
  seen_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id ANY NOT NULL,
  json TEXT NOT NULL
) STRICT;

-- What each location's last upload was from a moment on: what it was when a slice was asked for is
-- the last one before that, and nobody else keeps it.
CREATE TABLE upload (
  location ANY NOT NULL,
  seen_at INTEGER NOT NULL,
  last_upload TEXT,
  PRIMARY KEY (location, seen_at)
) STRICT, WITHOUT ROWID;

CREATE VIEW files (
  export, "window", window_start, window_end, sources, file, bytes, sha256, "rows", dropped_rows,
  fingerprint, revision, creation_date, built_at, asked_at, published_at, state, attempts, last_error
) AS
SELECT
  e.name,
  date(s.first_day * 86400, 'unixepoch'),
  date(s.first_day * 86400, 'unixepoch') || 'T00:00:00',
  CASE s.length
    WHEN 0 THEN date(s.first_day * 86400, 'unixepoch')
    WHEN 1 THEN date(s.first_day * 86400, 'unixepoch', '+6 days')
    ELSE date(s.first_day * 86400, 'unixepoch', '+1 month', '-1 day')
  END || 'T23:59:59',
  t.text,
  e.name || CASE s.length WHEN 0 THEN '/date=' WHEN 1 THEN '/week=' ELSE '/month=' END
    || date(s.first_day * 86400, 'unixepoch') || '/' || e.name || '-'
    || date(s.first_day * 86400, 'unixepoch') || '-' || t.digits || '.' || x.text,
  s.bytes,
  CASE WHEN s.sha256 IS NOT NULL THEN lower(hex(s.sha256)) END,
  s.rows,
  s.dropped_rows,
  CASE WHEN s.fingerprint IS NOT NULL THEN lower(hex(s.fingerprint)) END,
  s.revision,
  s.creation_date,
  strftime('%Y-%m-%dT%H:%M:%SZ', s.built_at, 'unixepoch'),
  strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(s.answer_asked_at, s.asked_at), 'unixepoch'),
  strftime('%Y-%m-%dT%H:%M:%SZ', s.published_at, 'unixepoch'),
  CASE
    WHEN s.retired = 1 THEN 'retired'
    WHEN s.revision IS NOT NULL THEN 'complete'
    WHEN s.failed_at IS NULL THEN 'missing'
    WHEN s.refusals > 0 THEN 'refused'
    ELSE 'failed'
  END,
  s.attempts,
  s.failure_message
FROM slice AS s
JOIN export AS e ON e.number = s.export
JOIN source_set AS t ON t.number = s.sources
LEFT JOIN word AS x ON x.number = s.extension;

CREATE VIEW changes (at, export, "window", file, change, revision, "rows", bytes) AS
SELECT
  strftime('%Y-%m-%dT%H:%M:%SZ', c.at, 'unixepoch'),
  e.name,
  date(c.first_day * 86400, 'unixepoch'),
  e.name || CASE c.length WHEN 0 THEN '/date=' WHEN 1 THEN '/week=' ELSE '/month=' END
    || date(c.first_day * 86400, 'unixepoch') || '/' || e.name || '-'
    || date(c.first_day * 86400, 'unixepoch') || '-' || t.digits || '.' || x.text,
  w.text,
  c.revision,
  c.rows,
  c.bytes
FROM change AS c
JOIN export AS e ON e.number = c.export
JOIN source_set AS t ON t.number = c.sources
JOIN word AS w ON w.number = c.change
LEFT JOIN word AS x ON x.number = c.extension
ORDER BY c.number;

CREATE VIEW topology (seen_at, kind, id, json) AS
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', seen_at, 'unixepoch'), kind, id, json
FROM topology_change
ORDER BY number;

CREATE VIEW coverage (export, "window", location_id, site_id, expected, measured, placeholder) AS
SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL
WHERE 0;
