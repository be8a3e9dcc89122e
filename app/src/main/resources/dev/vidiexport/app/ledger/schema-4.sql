-- What this ledger is told apart from all others by, but for its copies: a database keeps it, so that
-- two ledgers never keep one table.
CREATE TABLE ledger (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL CHECK (length(id) = 32)
) STRICT;

INSERT INTO ledger VALUES (1, lower(hex(randomblob(16))));
