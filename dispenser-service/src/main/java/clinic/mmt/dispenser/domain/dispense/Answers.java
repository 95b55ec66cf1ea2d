package clinic.mmt.dispenser.domain.dispense;

/** Refusals that several groups of states share. */
final class Answers {

  private Answers() {}

  static Transition unchanged() {
    return new Transition.Unchanged();
  }

  static Transition notBeforePour(State state) {
    return refused("not-poured", "Nothing was poured for this dose yet", state, "pour first");
  }

  static Transition underWay(State state) {
    return refused(
        "pour-under-way", "This dose is being poured or weighed", state, "wait, or press STOP");
  }

  static Transition alreadyPoured(State state) {
    return refused(
        "already-poured", "This dose was poured already", state, "finish it at the counter");
  }

  static Transition notHandedOver(State state) {
    return refused(
        "not-handed-over", "The cup was not handed over", state, "hand the cup over first");
  }

  static Transition handedOver(State state) {
    return refused(
        "handed-over", "The cup was handed over", state, "say how it ended: swallowed, part, …");
  }

  static Transition unknown(State state) {
    return refused(
        "outcome-unknown",
        "Nobody knows how much of this dose flowed",
        state,
        "settle it: pharmacist or doctor and a second person");
  }

  static Transition notUnknown(State state) {
    return refused(
        "nothing-to-settle", "The outcome of this dose is not unknown", state, "nothing to do");
  }

  static Transition ended(State state) {
    return refused("dose-ended", "This dose has ended", state, "identify the patient again");
  }

  static Transition needsSignatures(String text) {
    return new Transition.Refused(
        "second-signature-needed", text, "a second person, pharmacist or doctor, signs this act");
  }

  private static Transition refused(String code, String text, State state, String liftedBy) {
    return new Transition.Refused(
        code, text + " (" + state.phase().name().replace('_', ' ') + ").", liftedBy);
  }
}
