-- Persons, credentials and templates. What names a person is sealed; erasing drops the key.
CREATE TABLE key_check (
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE person_key (
  patient TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX person_registered_once ON person_key (patient);

CREATE TABLE person (
  patient TEXT NOT NULL,
  name BLOB NOT NULL,
  photo BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX person_by_patient ON person (patient);

CREATE TABLE finger (
  patient TEXT NOT NULL,
  finger INTEGER NOT NULL,
  reader_model TEXT NOT NULL,
  template BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX finger_enrolled_once ON finger (patient, finger);

CREATE TABLE token (
  keyed_hash BLOB NOT NULL,
  patient TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX token_belongs_to_one_patient ON token (keyed_hash);

CREATE INDEX token_by_patient ON token (patient);

CREATE TABLE staff (
  id TEXT NOT NULL,
  login_hash BLOB NOT NULL,
  sealed BLOB NOT NULL,
  password_hash TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX staff_by_id ON staff (id);

CREATE UNIQUE INDEX login_belongs_to_one_person ON staff (login_hash);
