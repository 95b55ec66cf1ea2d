package clinic.mmt.dispenser.app.site;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.site.GuestRules.Fault;

/** Why a guest letter is not signed, ended, printed or taken in, and the way on. */
final class GuestRefusals {

  private GuestRefusals() {}

  static Refusal notYours() {
    return no(
        "not-your-function",
        "A doctor signs and ends a guest letter; a doctor or pharmacist prints it and takes one in.",
        "a prescriber, or for the paper a pharmacist");
  }

  static Refusal notAtThisSite() {
    return no(
        "not-at-this-site",
        "This site only dispenses; a treatment site decides who is a guest where.",
        "the treatment site that keeps the patient's file");
  }

  static Refusal unknownSite(String name) {
    return no(
        "unknown-site",
        "The site " + name + " is not known here by its key.",
        "the administrator writes the site and its key into the configuration");
  }

  static Refusal notInCare() {
    return no(
        "not-in-care",
        "The patient is not in care here.",
        "note the admission first; a guest goes home for another letter");
  }

  static Refusal noOrder() {
    return no(
        "no-order-for-guest-days",
        "No order holds from the first to the last guest day.",
        "a prescriber signs an order for those days, or choose fewer days");
  }

  static Refusal noLetter() {
    return no(
        "no-such-guest-letter",
        "There is no such guest letter that holds.",
        "sign a letter; one that was ended is not printed again");
  }

  static Refusal unreadable() {
    return no(
        "no-guest-letter",
        "This is not the code of a guest letter.",
        "scan the code of the letter once more, flat and whole");
  }

  static Refusal forged(String home) {
    return no(
        "letter-forged",
        "The signature is not that of " + home + ": the letter was altered, or made elsewhere.",
        "keep the letter, call that site; without its word the patient is a new start");
  }

  static Refusal otherSite(String named) {
    return Refusal.of(
        "letter-for-another-site",
        "R-123",
        "This letter is for " + named + " and for no other site.",
        "the patient goes there; or the home site ends it and signs one for here");
  }

  static Refusal otherPerson() {
    return no(
        "letter-of-another-person",
        "Name or year of birth of the letter is not that of this patient.",
        "compare the identity document; open the right patient, or correct the registration");
  }

  static Refusal used() {
    return Refusal.of(
        "guest-letter-used",
        "R-123",
        "This letter was taken in here already.",
        "go on with the patient it was taken in for; a copy opens nothing");
  }

  static Refusal of(Fault fault) {
    return switch (fault) {
      case PAST ->
          no(
              "guest-days-past",
              "The first guest day is before today.",
              "name today or a later day");
      case TOO_LONG ->
          no(
              "guest-days-too-many",
              "A guest letter has at most the days of the profile.",
              "choose fewer days and sign another letter then; or transfer the patient");
      case OVERLAPS ->
          Refusal.of(
              "guest-days-overlap",
              "R-123",
              "Another letter of this patient has one of these days.",
              "choose other days, or end the other letter before its first day");
      case BEGUN ->
          Refusal.of(
              "guest-days-begun",
              "R-123",
              "The first guest day has come: the paper may be in use.",
              "a doctor asks the guest site by telephone, and releases home for the day");
      case OVER ->
          no(
              "guest-letter-over",
              "The last day of this letter is over.",
              "the home site signs another; or a doctor here admits the patient by a transfer");
    };
  }

  private static Refusal no(String code, String text, String wayOn) {
    return Refusal.of(code, "R-102", text, wayOn);
  }
}
