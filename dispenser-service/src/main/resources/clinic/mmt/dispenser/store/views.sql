-- Everything here follows from the journal and may be dropped; a change raises Schema.VIEWS_VERSION.
-- They cover every entry: both are written in one transaction.
CREATE TABLE view_state (
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE view_opened (
  only INTEGER NOT NULL,
  clinic TEXT NOT NULL,
  mode TEXT NOT NULL,
  zone TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX opened_once ON view_opened (only);

CREATE TABLE view_day (
  only INTEGER NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX latest_day ON view_day (only);

CREATE TABLE view_staff (
  id TEXT NOT NULL,
  roles TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX staff_by_id ON view_staff (id);

CREATE TABLE view_patient (
  id TEXT NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX patient_registered_once ON view_patient (id);

CREATE TABLE view_prescription (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  stage TEXT NOT NULL,
  steps TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  prescriber TEXT NOT NULL,
  signed_day TEXT NOT NULL,
  over_limits INTEGER NOT NULL,
  reason TEXT NOT NULL,
  ended INTEGER NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX prescription_signed_once ON view_prescription (id);

CREATE INDEX prescription_of_patient ON view_prescription (patient, sequence);

CREATE TABLE view_import (
  id TEXT NOT NULL,
  orders INTEGER NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX import_taken_once ON view_import (id);

CREATE TABLE view_import_signed (
  import TEXT NOT NULL,
  prescriber TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX import_signed_once ON view_import_signed (import);

CREATE TABLE view_imported (
  id TEXT NOT NULL,
  import TEXT NOT NULL,
  line INTEGER NOT NULL,
  patient TEXT NOT NULL,
  stage TEXT NOT NULL,
  micrograms INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  known_until TEXT NOT NULL,
  oddities TEXT NOT NULL,
  state TEXT NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX order_imported_once ON view_imported (id);

CREATE UNIQUE INDEX one_waiting_order_per_patient ON view_imported (patient) WHERE state = 'WAITING';

CREATE INDEX imported_waits ON view_imported (import, line) WHERE state = 'WAITING';

CREATE TABLE view_traits (
  patient TEXT NOT NULL,
  birth_year INTEGER NOT NULL,
  representative_consents INTEGER NOT NULL,
  pregnant INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX traits_of_patient ON view_traits (patient);

CREATE TABLE view_outside (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  micrograms INTEGER NOT NULL,
  strength INTEGER NOT NULL,
  kind TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  told_by TEXT NOT NULL,
  how TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX outside_dose_by_id ON view_outside (id);

CREATE INDEX outside_dose_of_patient ON view_outside (patient, day);

CREATE TABLE view_hold (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  made_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  last_day TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX hold_placed_once ON view_hold (id);

CREATE INDEX hold_of_patient ON view_hold (patient);

CREATE TABLE view_released (
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX released_once ON view_released (patient, day, code);

CREATE TABLE view_arrival (
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  sitting INTEGER NOT NULL,
  number INTEGER NOT NULL,
  how TEXT NOT NULL,
  sent_to_doctor INTEGER NOT NULL,
  admitted TEXT NOT NULL,
  first INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_number_per_patient_and_day ON view_arrival (patient, day);

CREATE UNIQUE INDEX one_patient_per_number ON view_arrival (day, sitting, number);

CREATE TABLE view_desk (
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  not_fit INTEGER NOT NULL,
  look_again_at TEXT NOT NULL,
  referral TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX desk_of_patient_and_day ON view_desk (patient, day);

CREATE TABLE view_movement (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  step TEXT NOT NULL,
  detail TEXT NOT NULL,
  words TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  open INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX movement_noted_once ON view_movement (id);

-- Open is an admission that no leaving has followed.
CREATE UNIQUE INDEX one_open_episode_per_patient ON view_movement (patient) WHERE open = 1;

CREATE INDEX movement_of_patient ON view_movement (patient);

CREATE TABLE view_goes_on (
  patient TEXT NOT NULL,
  last_covered TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX decided_once_per_absence ON view_goes_on (patient, last_covered);

CREATE TABLE view_contact (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  how TEXT NOT NULL,
  reached INTEGER NOT NULL,
  words TEXT NOT NULL,
  noted_by TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX contact_noted_once ON view_contact (id);

CREATE INDEX contact_of_patient ON view_contact (patient);

-- What was done about a hand-over; that it is open follows from the leaving in view_movement.
CREATE TABLE view_after_care (
  leaving TEXT NOT NULL,
  step TEXT NOT NULL,
  day TEXT NOT NULL,
  number TEXT NOT NULL,
  who TEXT NOT NULL
) STRICT;

CREATE TABLE view_residence (
  patient TEXT NOT NULL,
  from_day TEXT NOT NULL,
  commune TEXT NOT NULL,
  noted_by TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_residence_per_day ON view_residence (patient, from_day);

CREATE TABLE view_sex (
  patient TEXT NOT NULL,
  sex TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX sex_of_patient ON view_sex (patient);

CREATE TABLE view_urine (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  found TEXT NOT NULL,
  words TEXT NOT NULL,
  noted_by TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX urine_by_id ON view_urine (id);

CREATE INDEX urine_of_patient ON view_urine (patient, day);

CREATE TABLE view_quota (
  site TEXT NOT NULL,
  from_day TEXT NOT NULL,
  patients INTEGER NOT NULL,
  source TEXT NOT NULL,
  noted_by TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_quota_per_site_and_day ON view_quota (site, from_day);

CREATE TABLE view_day_closed (
  day TEXT NOT NULL,
  noted_by TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX day_closed_once ON view_day_closed (day);

CREATE TABLE view_batch (
  id TEXT NOT NULL,
  concentration INTEGER NOT NULL,
  density INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX batch_by_id ON view_batch (id);

CREATE TABLE view_mounted (
  station TEXT NOT NULL,
  bottle TEXT NOT NULL,
  batch TEXT NOT NULL,
  concentration INTEGER NOT NULL,
  density INTEGER NOT NULL,
  container INTEGER NOT NULL,
  until TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_bottle_per_station ON view_mounted (station);

CREATE UNIQUE INDEX one_station_per_bottle ON view_mounted (bottle);

CREATE TABLE view_compared (
  batch TEXT NOT NULL,
  dose TEXT NOT NULL,
  expected INTEGER NOT NULL,
  weighed INTEGER NOT NULL,
  stopped INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX compared_once ON view_compared (batch, dose);

CREATE TABLE view_check (
  station TEXT NOT NULL,
  day TEXT NOT NULL,
  passed INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX check_of_day ON view_check (station, day);

CREATE TABLE view_dose (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  station TEXT NOT NULL,
  day TEXT NOT NULL,
  part INTEGER NOT NULL,
  phase TEXT NOT NULL,
  guard TEXT NOT NULL,
  lane TEXT NOT NULL,
  ended INTEGER NOT NULL,
  micrograms INTEGER NOT NULL,
  ended_at TEXT NOT NULL,
  dose TEXT NOT NULL,
  since INTEGER NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX dose_by_id ON view_dose (id);

CREATE UNIQUE INDEX one_open_or_taken_dose_per_part ON view_dose (patient, day, part)
WHERE guard IN ('OPEN', 'TAKEN');

CREATE UNIQUE INDEX one_dose_per_lane ON view_dose (station, lane) WHERE lane <> 'NONE';

CREATE INDEX dose_of_part ON view_dose (patient, day, part);

CREATE INDEX dose_not_ended ON view_dose (ended) WHERE ended = 0;

CREATE TRIGGER dose_keeps_its_part BEFORE UPDATE ON view_dose
WHEN NEW.patient <> OLD.patient OR NEW.day <> OLD.day OR NEW.part <> OLD.part
BEGIN
  SELECT RAISE(ABORT, 'dose_keeps_its_part');
END;

-- Of most doses nothing more is learnt: they have no row here.
CREATE TABLE view_learnt (
  dose TEXT NOT NULL,
  day TEXT NOT NULL,
  permille INTEGER NOT NULL,
  vomit_minutes INTEGER NOT NULL,
  vomit_witnessed INTEGER NOT NULL,
  wrong TEXT NOT NULL,
  instead_of INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX learnt_of_dose ON view_learnt (dose);

CREATE INDEX learnt_of_day ON view_learnt (day);

CREATE TABLE view_added (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  part INTEGER NOT NULL,
  kind TEXT NOT NULL,
  dose TEXT NOT NULL,
  micrograms INTEGER NOT NULL,
  reason TEXT NOT NULL,
  prescriber TEXT NOT NULL,
  over_limits INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_added_dose_per_part ON view_added (patient, day, part);

CREATE TABLE view_observation (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  dose TEXT NOT NULL,
  cause TEXT NOT NULL,
  until TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX observation_by_id ON view_observation (id);

CREATE TABLE view_no_read (
  day TEXT NOT NULL,
  patient TEXT NOT NULL,
  part INTEGER NOT NULL,
  times INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX no_reads_of_part ON view_no_read (day, patient, part);

CREATE TABLE view_fingers_reviewed (
  patient TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX fingers_reviewed_last ON view_fingers_reviewed (patient);

CREATE TABLE view_doubt (
  patient TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_doubt_per_patient ON view_doubt (patient);

CREATE TABLE view_enrolment (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  token TEXT NOT NULL,
  day TEXT NOT NULL,
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  fingers TEXT NOT NULL,
  alike INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX enrolment_completed_once ON view_enrolment (id);

CREATE INDEX enrolment_of_patient ON view_enrolment (patient);

CREATE TABLE view_finger_consent (
  patient TEXT NOT NULL,
  answer TEXT NOT NULL,
  form TEXT NOT NULL,
  day TEXT NOT NULL,
  noted_by TEXT NOT NULL
) STRICT;

CREATE INDEX finger_consent_of_patient ON view_finger_consent (patient);

CREATE TABLE view_owed (
  act TEXT NOT NULL,
  kind TEXT NOT NULL,
  digest TEXT NOT NULL,
  first TEXT NOT NULL,
  due TEXT NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX act_owed_once ON view_owed (act);

CREATE TABLE view_balance (
  kind TEXT NOT NULL,
  of TEXT NOT NULL,
  batch TEXT NOT NULL,
  microlitres INTEGER NOT NULL,
  PRIMARY KEY (kind, of, batch)
) STRICT, WITHOUT ROWID;

-- Each dose has accounts of its own; emptied, they would stand in the way of every later question.
CREATE TRIGGER empty_account_gone AFTER UPDATE ON view_balance
WHEN NEW.microlitres = 0
BEGIN
  DELETE FROM view_balance WHERE kind = NEW.kind AND of = NEW.of AND batch = NEW.batch;
END;

CREATE TRIGGER cabinet_begins_not_below_zero AFTER INSERT ON view_balance
WHEN NEW.microlitres < 0 AND NEW.kind IN ('STORE', 'DAY_CABINET', 'IN_TRANSIT')
BEGIN
  SELECT RAISE(ABORT, 'cabinet_not_below_zero');
END;

CREATE TRIGGER cabinet_not_below_zero AFTER UPDATE ON view_balance
WHEN NEW.microlitres < 0 AND NEW.kind IN ('STORE', 'DAY_CABINET', 'IN_TRANSIT')
BEGIN
  SELECT RAISE(ABORT, 'cabinet_not_below_zero');
END;

CREATE TABLE view_product (
  id TEXT NOT NULL,
  brand TEXT NOT NULL,
  strength INTEGER NOT NULL,
  container INTEGER NOT NULL,
  empty INTEGER NOT NULL,
  colour TEXT NOT NULL,
  in_use_days INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX product_by_id ON view_product (id);

CREATE TABLE view_receipt (
  ours TEXT NOT NULL,
  receipt TEXT NOT NULL,
  day TEXT NOT NULL,
  supplier TEXT NOT NULL,
  authority TEXT NOT NULL,
  deliverer TEXT NOT NULL,
  receiver TEXT NOT NULL,
  causes TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX receipt_numbered_once ON view_receipt (ours);

CREATE TABLE view_stock_batch (
  id TEXT NOT NULL,
  product TEXT NOT NULL,
  expiry TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX stock_batch_by_id ON view_stock_batch (id);

CREATE TABLE view_bottle (
  label TEXT NOT NULL,
  batch TEXT NOT NULL,
  product TEXT NOT NULL,
  container INTEGER NOT NULL,
  state TEXT NOT NULL,
  held_from TEXT NOT NULL,
  in_use_until TEXT NOT NULL,
  station TEXT NOT NULL,
  receipt TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX bottle_labelled_once ON view_bottle (label);

CREATE INDEX bottle_by_state ON view_bottle (state);

CREATE TABLE view_stock_day (
  sequence INTEGER NOT NULL,
  sort TEXT NOT NULL,
  of TEXT NOT NULL,
  station TEXT NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  open TEXT NOT NULL,
  secret TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX stock_day_once ON view_stock_day (sort, of);

CREATE INDEX stock_day_by_day ON view_stock_day (day);

CREATE INDEX stock_day_latest ON view_stock_day (sort, station, sequence);

CREATE TABLE view_value_signed (
  profile TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  doctor TEXT NOT NULL,
  head TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX value_signed_by_text ON view_value_signed (profile, key, text);

CREATE TABLE view_value_change (
  id TEXT NOT NULL,
  profile TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  from_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  doctor TEXT NOT NULL,
  head TEXT NOT NULL,
  day TEXT NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX value_changed_once ON view_value_change (id);

CREATE TABLE view_certificate (
  id TEXT NOT NULL,
  staff TEXT NOT NULL,
  role TEXT NOT NULL,
  label TEXT NOT NULL,
  until TEXT NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX certificate_by_id ON view_certificate (id);

CREATE TABLE view_extension (
  certificate TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  head TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX certificate_extended_once ON view_extension (certificate);

CREATE TABLE view_review (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  from_day TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX review_set_once ON view_review (id);

CREATE INDEX review_of_patient ON view_review (patient);

CREATE TABLE view_mode (
  id TEXT NOT NULL,
  station TEXT NOT NULL,
  place TEXT NOT NULL,
  mode TEXT NOT NULL,
  since TEXT NOT NULL,
  counts_from TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  running INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX mode_entered_once ON view_mode (id);

CREATE UNIQUE INDEX one_mode_per_place ON view_mode (station, place) WHERE running = 1;

CREATE TABLE view_day_opened (
  day TEXT NOT NULL,
  trace TEXT NOT NULL,
  opened_by TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX day_opened_once ON view_day_opened (day);

CREATE TABLE view_downtime (
  id TEXT NOT NULL PRIMARY KEY,
  station TEXT NOT NULL,
  day TEXT NOT NULL,
  since TEXT NOT NULL,
  standing TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX downtime_open ON view_downtime (standing);

CREATE TABLE view_sheet_row (
  downtime TEXT NOT NULL,
  patient TEXT NOT NULL,
  told TEXT NOT NULL,
  micrograms INTEGER NOT NULL,
  given_at TEXT NOT NULL,
  given_by TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_row_per_person_and_sheet ON view_sheet_row (downtime, patient);

CREATE TABLE view_without_reader (
  day TEXT NOT NULL PRIMARY KEY,
  times INTEGER NOT NULL
) STRICT;

CREATE TABLE view_take_home_approval (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  days INTEGER NOT NULL,
  ticked TEXT NOT NULL,
  commitment TEXT NOT NULL,
  decision TEXT NOT NULL,
  decision_day TEXT NOT NULL,
  decision_head TEXT NOT NULL,
  doctor TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX take_home_approved_once ON view_take_home_approval (id);

CREATE INDEX take_home_approval_of_patient ON view_take_home_approval (patient);

CREATE TABLE view_take_home (
  label TEXT NOT NULL,
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  part INTEGER NOT NULL,
  micrograms INTEGER NOT NULL,
  batch TEXT NOT NULL,
  strength INTEGER NOT NULL,
  microlitres INTEGER NOT NULL,
  state TEXT NOT NULL,
  place INTEGER NOT NULL,
  covers INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX take_home_filled_once ON view_take_home (label);

CREATE UNIQUE INDEX one_bottle_per_part ON view_take_home (patient, day, part) WHERE place = 1;

CREATE INDEX take_home_of_patient ON view_take_home (patient, day);

CREATE INDEX take_home_of_batch ON view_take_home (batch);

-- A part of a day has a dose or a bottle that went out: whichever comes second is refused.
CREATE TRIGGER bottle_beside_dose BEFORE UPDATE OF covers ON view_take_home
WHEN NEW.covers = 1 AND OLD.covers = 0 AND EXISTS (
  SELECT 1 FROM view_dose WHERE patient = NEW.patient AND day = NEW.day AND part = NEW.part
    AND guard IN ('OPEN', 'TAKEN'))
BEGIN
  SELECT RAISE(ABORT, 'one_dose_or_bottle_per_part');
END;

CREATE TRIGGER dose_beside_bottle BEFORE INSERT ON view_dose
WHEN NEW.guard IN ('OPEN', 'TAKEN') AND EXISTS (
  SELECT 1 FROM view_take_home WHERE patient = NEW.patient AND day = NEW.day AND part = NEW.part
    AND place = 1 AND covers = 1)
BEGIN
  SELECT RAISE(ABORT, 'one_dose_or_bottle_per_part');
END;

CREATE TRIGGER opened_dose_beside_bottle BEFORE UPDATE OF guard ON view_dose
WHEN NEW.guard IN ('OPEN', 'TAKEN') AND OLD.guard NOT IN ('OPEN', 'TAKEN') AND EXISTS (
  SELECT 1 FROM view_take_home WHERE patient = NEW.patient AND day = NEW.day AND part = NEW.part
    AND place = 1 AND covers = 1)
BEGIN
  SELECT RAISE(ABORT, 'one_dose_or_bottle_per_part');
END;

CREATE TABLE view_guest_letter (
  id TEXT NOT NULL,
  patient TEXT NOT NULL,
  way TEXT NOT NULL,
  site TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  signed_at TEXT NOT NULL
) STRICT;

-- A letter of another site is that site's and its own id's; a copy of it is refused.
CREATE UNIQUE INDEX guest_letter_noted_once ON view_guest_letter (way, signed_at, id);

CREATE INDEX guest_letter_of_patient ON view_guest_letter (patient);

CREATE TABLE view_guest_day (
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  letter TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_guest_letter_per_day ON view_guest_day (patient, day);

CREATE TABLE view_pack (
  kind TEXT NOT NULL,
  way TEXT NOT NULL,
  site TEXT NOT NULL,
  number INTEGER NOT NULL,
  made TEXT NOT NULL,
  until TEXT NOT NULL,
  digest TEXT NOT NULL,
  up_to INTEGER NOT NULL,
  noted_by TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX pack_noted_once ON view_pack (kind, way, site, number);

-- No order pack is taken in after a newer one.
CREATE TRIGGER packs_in_order BEFORE INSERT ON view_pack
WHEN EXISTS (
  SELECT 1 FROM view_pack WHERE kind = NEW.kind AND way = NEW.way AND site = NEW.site
    AND number > NEW.number)
  AND NOT EXISTS (
  SELECT 1 FROM view_pack WHERE kind = NEW.kind AND way = NEW.way AND site = NEW.site
    AND number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'packs_in_order');
END;

-- Who was dosed by another site's orders, and which pack had the patient last.
CREATE TABLE view_pack_patient (
  patient TEXT NOT NULL,
  site TEXT NOT NULL,
  number INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX pack_patient_once ON view_pack_patient (patient);

CREATE TABLE view_pack_mark (
  site TEXT NOT NULL,
  number INTEGER NOT NULL,
  place INTEGER NOT NULL,
  about TEXT NOT NULL,
  patient TEXT NOT NULL,
  day TEXT NOT NULL,
  what TEXT NOT NULL,
  hold TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX pack_mark_once ON view_pack_mark (site, number, place);

CREATE TABLE view_checkpoint_key (
  key TEXT NOT NULL,
  public_key TEXT NOT NULL
) STRICT;

CREATE TABLE view_checkpoint (
  number INTEGER PRIMARY KEY,
  clinic TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  key TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

-- No checkpoint is left out, and each speaks of a later entry than the one before.
CREATE TRIGGER checkpoints_in_order BEFORE INSERT ON view_checkpoint
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM view_checkpoint)
  OR NEW.sequence <= coalesce(
    (SELECT sequence FROM view_checkpoint ORDER BY number DESC LIMIT 1), 0)
BEGIN
  SELECT RAISE(ABORT, 'checkpoints_in_order');
END;

CREATE TABLE view_shipment (
  id TEXT NOT NULL,
  day TEXT NOT NULL,
  site TEXT NOT NULL,
  paper TEXT NOT NULL,
  carrier TEXT NOT NULL,
  bottles TEXT NOT NULL,
  by TEXT NOT NULL,
  closed TEXT NOT NULL,
  closed_paper TEXT NOT NULL,
  arrived TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX shipment_by_id ON view_shipment (id);

CREATE UNIQUE INDEX shipment_numbered_once ON view_shipment (paper);

CREATE TABLE view_destruction (
  id TEXT NOT NULL,
  day TEXT NOT NULL,
  permit TEXT NOT NULL,
  minutes TEXT NOT NULL,
  method TEXT NOT NULL,
  council TEXT NOT NULL,
  waste TEXT NOT NULL,
  bottles TEXT NOT NULL,
  by TEXT NOT NULL,
  second TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX minutes_numbered_once ON view_destruction (minutes);

CREATE TABLE view_look_back (
  id TEXT NOT NULL,
  day TEXT NOT NULL,
  why TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  batch TEXT NOT NULL,
  bottle TEXT NOT NULL,
  station TEXT NOT NULL,
  doses TEXT NOT NULL,
  by TEXT NOT NULL,
  words TEXT NOT NULL,
  closed TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX look_back_by_id ON view_look_back (id);

CREATE TABLE view_spare (
  kind TEXT NOT NULL,
  identity TEXT NOT NULL,
  PRIMARY KEY (kind, identity)
) STRICT, WITHOUT ROWID;

CREATE TABLE view_unit (
  device TEXT PRIMARY KEY,
  identity TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE view_pump (
  station TEXT PRIMARY KEY,
  due TEXT NOT NULL,
  purged INTEGER NOT NULL,
  through INTEGER NOT NULL,
  open TEXT NOT NULL,
  failed TEXT NOT NULL,
  last_batch TEXT NOT NULL,
  doses INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  pumped INTEGER NOT NULL,
  weighed INTEGER NOT NULL,
  last_pumped INTEGER NOT NULL,
  last_weighed INTEGER NOT NULL,
  same INTEGER NOT NULL,
  day TEXT NOT NULL,
  morning INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE view_line (
  station TEXT NOT NULL,
  place INTEGER NOT NULL,
  batch TEXT NOT NULL,
  microlitres INTEGER NOT NULL,
  PRIMARY KEY (station, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE view_mixed_cup (
  dose TEXT NOT NULL,
  batch TEXT NOT NULL,
  microlitres INTEGER NOT NULL,
  PRIMARY KEY (dose, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE view_service_act (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  station TEXT NOT NULL,
  open INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_service_act_per_station ON view_service_act (station) WHERE open = 1;

CREATE TABLE view_calibration (
  sequence INTEGER PRIMARY KEY,
  station TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE view_moved_alone (
  sequence INTEGER PRIMARY KEY,
  station TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
