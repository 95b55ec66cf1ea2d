package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Refusal;

/** What a constraint of the database means to a person at the counter. */
final class Constraints {

  private Constraints() {}

  static Refusal refusal(String constraint) {
    if (constraint.contains("one_open_or_taken_dose_per_part")) {
      return Entitlement.alreadyDosed();
    }
    if (constraint.contains("one_dose_or_bottle_per_part")) {
      return Refusal.of(
          "covered-at-home",
          "R-53",
          "This part of the day was handed out to take home.",
          "a doctor opens the day again after the bottle came back or was lost");
    }
    if (constraint.contains("one_dose_per_lane")) {
      return Refusal.of(
          "place-taken",
          "R-112",
          "Another cup is at this place.",
          "finish the dose at this station first");
    }
    return Refusal.of(
        "store-conflict", "", "The ledger refused this: " + constraint, "call the pharmacist");
  }
}
