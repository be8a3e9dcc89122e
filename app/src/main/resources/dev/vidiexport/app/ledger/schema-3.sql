-- What the values of a column are beyond their type, and whether it was added to what was received.

ALTER TABLE export_column ADD COLUMN meaning TEXT NOT NULL DEFAULT 'plain';
ALTER TABLE export_column ADD COLUMN added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1));

ALTER TABLE publication_column ADD COLUMN meaning TEXT NOT NULL DEFAULT 'plain';
ALTER TABLE publication_column ADD COLUMN added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1));

-- What an object was called and belonged to when it was seen, beside its JSON. Of what is there
-- already, it is taken out of the JSON, as it is written there: numbers of any size.
ALTER TABLE topology_change ADD COLUMN label TEXT;
ALTER TABLE topology_change ADD COLUMN parent TEXT;

UPDATE topology_change
SET
  label = nullif(
    CASE json_type(json, '$.label')
      WHEN 'text' THEN json ->> '$.label'
      WHEN 'integer' THEN json -> '$.label'
      WHEN 'real' THEN json -> '$.label'
    END, ''),
  parent = trim(
    CASE kind WHEN 'location' THEN json -> '$.site_id' ELSE json -> '$.network_id' END, '"')
WHERE json_valid(json);

-- When objects were not listed that had been before; without an end those that are gone. When an
-- object came back that was gone before this was kept, nobody knows.
CREATE TABLE topology_absence (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id ANY NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER
) STRICT;

CREATE INDEX topology_absence_now ON topology_absence (kind, id) WHERE until IS NULL;

INSERT INTO topology_absence (kind, id, since)
SELECT kind, id, gone_at FROM topology_object WHERE gone_at IS NOT NULL ORDER BY gone_at, kind, id;
