-- What is recorded of a person from the first day, sealed with that person's key; and who was
-- written for an import that the journal may not have yet.
CREATE TABLE record (
  patient TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX record_of_patient ON record (patient);

CREATE TABLE staged (
  import TEXT NOT NULL,
  patient TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX staged_once ON staged (import, patient);
