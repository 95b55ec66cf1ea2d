package clinic.mmt.dispenser.app.journal;

/** The names of the rules that the store itself keeps, as told in {@link Outcome.Conflict}. */
public final class Constraints {

  /** One open or taken dose for a patient, clinic day and part (H04). */
  public static final String ONE_OPEN_OR_TAKEN_DOSE_PER_PART = "one_open_or_taken_dose_per_part";

  /** One dose on the scale and one in the hand at a station. */
  public static final String ONE_DOSE_PER_LANE = "one_dose_per_lane";

  /** A dose keeps its patient, clinic day and part for ever. */
  public static final String DOSE_KEEPS_ITS_PART = "dose_keeps_its_part";

  /** A journal is opened by its first entry and never again. */
  public static final String OPENED_ONCE = "opened_once";

  /** A patient is registered once. */
  public static final String PATIENT_REGISTERED_ONCE = "patient_registered_once";

  /** A prescription id is signed once: a change is a new prescription. */
  public static final String PRESCRIPTION_SIGNED_ONCE = "prescription_signed_once";

  /** An import is taken in once. */
  public static final String IMPORT_TAKEN_ONCE = "import_taken_once";

  /** An order is imported once. */
  public static final String ORDER_IMPORTED_ONCE = "order_imported_once";

  /** One imported order of a patient waits for a signature. */
  public static final String ONE_WAITING_ORDER_PER_PATIENT = "one_waiting_order_per_patient";

  /** The list of an import is signed once. */
  public static final String IMPORT_SIGNED_ONCE = "import_signed_once";

  /** A hold is placed once. */
  public static final String HOLD_PLACED_ONCE = "hold_placed_once";

  /** A movement of a patient is noted once. */
  public static final String MOVEMENT_NOTED_ONCE = "movement_noted_once";

  /** A patient is admitted once before leaving. */
  public static final String ONE_OPEN_EPISODE_PER_PATIENT = "one_open_episode_per_patient";

  /** A guest letter is signed here, or taken in here, once (H102). */
  public static final String GUEST_LETTER_NOTED_ONCE = "guest_letter_noted_once";

  /** A patient is a guest of one site on a day. */
  public static final String ONE_GUEST_LETTER_PER_DAY = "one_guest_letter_per_day";

  /** A pack of a number is written, or taken in, once. */
  public static final String PACK_NOTED_ONCE = "pack_noted_once";

  /** No pack is noted after a newer one of its kind and way (R-132, H110). */
  public static final String PACKS_IN_ORDER = "packs_in_order";

  /** An enrolment is completed once. */
  public static final String ENROLMENT_COMPLETED_ONCE = "enrolment_completed_once";

  /** An approval to take doses home is given once. */
  public static final String TAKE_HOME_APPROVED_ONCE = "take_home_approved_once";

  /** A label stands on one bottle. */
  public static final String TAKE_HOME_FILLED_ONCE = "take_home_filled_once";

  /** One bottle to take home for a patient, day and part. */
  public static final String ONE_BOTTLE_PER_PART = "one_bottle_per_part";

  /** A part of a day has a dose or a bottle that went out, never both (H04). */
  public static final String ONE_DOSE_OR_BOTTLE_PER_PART = "one_dose_or_bottle_per_part";

  /** A patient has one number on a clinic day. */
  public static final String ONE_NUMBER_PER_PATIENT_AND_DAY = "one_number_per_patient_and_day";

  /** A number of a sitting is given once. */
  public static final String ONE_PATIENT_PER_NUMBER = "one_patient_per_number";

  /** A rule value's change has an id of its own. */
  public static final String VALUE_CHANGED_ONCE = "value_changed_once";

  /** A certificate is extended once. */
  public static final String CERTIFICATE_EXTENDED_ONCE = "certificate_extended_once";

  /** A flag to review a dose is set once. */
  public static final String REVIEW_SET_ONCE = "review_set_once";

  /** A station is in one mode of a sort at a time. */
  public static final String ONE_MODE_PER_PLACE = "one_mode_per_place";

  /** A degraded mode is entered once under its id. */
  public static final String MODE_ENTERED_ONCE = "mode_entered_once";

  /** A clinic day is opened once. */
  public static final String DAY_OPENED_ONCE = "day_opened_once";

  /** The sheet of a downtime says one thing of a person (H95). */
  public static final String ONE_ROW_PER_PERSON_AND_SHEET = "one_row_per_person_and_sheet";

  /** An attempt to get in touch is noted once under its id. */
  public static final String CONTACT_NOTED_ONCE = "contact_noted_once";

  /** A clinic day is closed once. */
  public static final String DAY_CLOSED_ONCE = "day_closed_once";

  /** A container gets one label of ours, and a label is given once. */
  public static final String BOTTLE_LABELLED_ONCE = "bottle_labelled_once";

  /** A check, custody, count or close of a day is written once under its id. */
  public static final String STOCK_DAY_ONCE = "stock_day_once";

  /** Our number of a receipt is given once. */
  public static final String RECEIPT_NUMBERED_ONCE = "receipt_numbered_once";

  /** The number of a delivery record to another site is given once. */
  public static final String SHIPMENT_NUMBERED_ONCE = "shipment_numbered_once";

  /** Minutes of a destruction are entered once. */
  public static final String MINUTES_NUMBERED_ONCE = "minutes_numbered_once";

  /** A cabinet never holds less than nothing. */
  public static final String CABINET_NOT_BELOW_ZERO = "cabinet_not_below_zero";

  /** A pump does one service act at a time. */
  public static final String ONE_SERVICE_ACT_PER_STATION = "one_service_act_per_station";

  /** A bottle is mounted at one station at a time. */
  public static final String ONE_STATION_PER_BOTTLE = "one_station_per_bottle";

  /** An act owes its second signature once. */
  public static final String ACT_OWED_ONCE = "act_owed_once";

  /** Checkpoints have numbers without gaps, and each speaks of a later entry (H68). */
  public static final String CHECKPOINTS_IN_ORDER = "checkpoints_in_order";

  /** A command id is remembered once (H53). */
  public static final String COMMAND_ONCE = "command_once";

  private Constraints() {}
}
