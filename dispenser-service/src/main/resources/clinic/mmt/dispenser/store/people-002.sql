-- Cards of the clinic's own make: how to know one again, never the card itself.
CREATE TABLE clinic_card (
  keyed_hash BLOB NOT NULL,
  patient TEXT NOT NULL,
  number INTEGER NOT NULL,
  revoked INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX clinic_card_made_once ON clinic_card (keyed_hash);

CREATE UNIQUE INDEX clinic_card_numbers ON clinic_card (patient, number);
