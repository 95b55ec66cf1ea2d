package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.counter.Step;
import clinic.mmt.dispenser.main.simulate.device.Cup;
import java.util.Map;

/**
 * How a cup in the hand ends: what really happens, and what the dispenser says of it.
 *
 * @param step what is tapped
 * @param body the step's fields
 * @param happens what really happens, once
 */
record Ending(Step step, Map<String, String> body, Runnable happens) {

  private static final int HALF = 500;

  static Ending of(Attendant at, Visit v) {
    if (v.faults().contains(FaultKind.WALKS_OFF)) {
      return counted(
          at, FaultKind.WALKS_OFF, new Ending(Step.WALKED_OFF, Map.of(), () -> drink(at, v, 1000)));
    }
    if (v.faults().contains(FaultKind.SPITS)) {
      return counted(
          at,
          FaultKind.SPITS,
          new Ending(Step.PART_TAKEN, Map.of("permille", "700"), () -> drink(at, v, 700)));
    }
    if (v.faults().contains(FaultKind.SPILLS)) {
      return counted(
          at,
          FaultKind.SPILLS,
          new Ending(Step.SPILLED, Map.of("permille", "" + HALF), () -> drink(at, v, HALF)));
    }
    if (v.faults().contains(FaultKind.GIVES_BACK)) {
      return counted(
          at, FaultKind.GIVES_BACK, new Ending(Step.GIVEN_BACK, Map.of(), () -> back(at, v)));
    }
    return new Ending(Step.SWALLOWED, Map.of("attestation", "drunk"), () -> drink(at, v, 1000));
  }

  private static Ending counted(Attendant at, FaultKind kind, Ending ending) {
    return new Ending(
        ending.step(),
        ending.body(),
        () -> {
          at.clinic.counts.reached(kind);
          ending.happens().run();
        });
  }

  /** Drinks so many thousandths; the rest is lost. */
  static void drink(Attendant at, Visit v, int permille) {
    v.inHand.ifPresent(cup -> drink(at, v, cup, permille));
  }

  static void drink(Attendant at, Visit v, Cup cup, int permille) {
    long swallowed = cup.takeOut(cup.nanolitres() * permille / 1000);
    if (swallowed > 0) {
      at.clinic.judge.drank(cup.dose(), v.patient.value(), swallowed);
    }
    at.empty(cup);
  }

  private static void back(Attendant at, Visit v) {
    v.inHand.ifPresent(at::empty);
  }
}
