-- The journal and what is not derivable from it. Changes come as ledger-002.sql and so on.
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  format INTEGER NOT NULL CONSTRAINT format_is_known CHECK (format = 1),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  kind_version INTEGER NOT NULL,
  actor TEXT NOT NULL,
  public BLOB NOT NULL,
  private BLOB NOT NULL,
  salt BLOB NOT NULL CONSTRAINT salt_is_16_bytes CHECK (length(salt) = 16),
  private_hash BLOB NOT NULL CONSTRAINT private_hash_is_32_bytes CHECK (length(private_hash) = 32),
  hash BLOB NOT NULL CONSTRAINT hash_is_32_bytes CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER journal_is_gapless BEFORE INSERT ON journal
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
BEGIN
  SELECT RAISE(ABORT, 'journal_is_gapless');
END;

CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal_is_append_only');
END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal_is_append_only');
END;

CREATE TABLE command (
  id TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX command_once ON command (id);
