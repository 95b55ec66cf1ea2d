package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.identity.Enrolment;

/** Why an enrolment does not go on, each with its way on. */
final class EnrolRefusals {

  private EnrolRefusals() {}

  static Refusal noDraft() {
    return Refusal.of(
        "no-such-enrolment", "", "This enrolment is not under way with you.", "begin it anew");
  }

  static Refusal unknownCard() {
    return Refusal.of(
        "unknown-card", "", "This card belongs to nobody here.", "make a card first, then scan it");
  }

  static Refusal otherCard() {
    return Refusal.of(
        "card-of-somebody-else",
        "",
        "This card is not this patient's.",
        "scan the patient's own card; look whether the right record is open");
  }

  static Refusal notPng() {
    return Refusal.of(
        "photo-not-png",
        "",
        "The photo is no PNG of at most 40 kB.",
        "take it smaller, 240 by 320 dots will do");
  }

  static Refusal noConsent() {
    return Refusal.of(
        "no-finger-consent",
        "R-103",
        "No consent to fingerprints is on record.",
        "record what the patient says; without consent card and photo are enrolled alone");
  }

  static Refusal busy() {
    return Refusal.of(
        "station-busy",
        "",
        "Somebody is being identified or served at this station.",
        "wait until it is free, or enrol at another one");
  }

  static Refusal notMade(String reason) {
    return Refusal.of(
        "finger-not-enrolled",
        "",
        "No template was made: " + reason + ".",
        "wipe finger and glass and try again, or take another finger");
  }

  static Refusal notProven() {
    return Refusal.of(
        "finger-not-proven",
        "",
        "The live finger did not match what was just enrolled.",
        "enrol this finger again, or another one");
  }

  static Refusal broken(String text) {
    return Refusal.of(
        "reader-out-of-order",
        "",
        "The finger reader is out of order: " + text,
        "enrol at another station, or card and photo today and the fingers later");
  }

  static Refusal lacks(Enrolment.Lack lack) {
    return switch (lack) {
      case PHOTO ->
          Refusal.of("enrolment-photo", "H104", "There is no photo yet.", "take the photo");
      case FINGERS ->
          Refusal.of(
              "enrolment-fingers",
              "",
              "Fewer than two fingers are enrolled.",
              "enrol another finger, or write why there are fewer");
      case LOOK_UP ->
          Refusal.of(
              "enrolment-look-up",
              "",
              "Nobody has looked whether this person has another record.",
              "look for the same person");
      case DECISION ->
          Refusal.of(
              "enrolment-decision",
              "",
              "Another record is alike.",
              "write why that is somebody else; if it is the same person, use that record and end"
                  + " this enrolment");
    };
  }
}
