package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.TakeHomeFact;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every journal keeps of doses to take home. */
abstract class TakeHomeContract extends DoorContract {

  private List<TakeHomeBottle> bottles() {
    return read(reads -> reads.takeHome().bottles(Facts.PATIENT, LocalDate.EPOCH));
  }

  private List<State> states() {
    return bottles().stream().map(TakeHomeBottle::state).toList();
  }

  private static Fact changed(String label, State to) {
    return TakeHomeFactSamples.changed(label, to, "");
  }

  private static Fact dose(String id, Phase phase) {
    return Facts.moved(phase, Facts.dose(id, Facts.PATIENT, new StationId("s-" + id)));
  }

  private void conflicts(String constraint, Fact... facts) {
    assertEquals(new Outcome.Conflict<>(constraint), submitted(facts));
  }

  @Test
  void approvalsAreReadUntilTheyAreEnded() throws Exception {
    append(new TakeHomeFact.TakeHomeApproved(TakeHomeFactSamples.approval("TA-1")));
    append(new TakeHomeFact.TakeHomeApproved(TakeHomeFactSamples.approval("TA-2")));
    assertEquals(
        List.of(TakeHomeFactSamples.approval("TA-1"), TakeHomeFactSamples.approval("TA-2")),
        read(reads -> reads.takeHome().approvals(Facts.PATIENT)));
    append(new TakeHomeFact.TakeHomeEnded("TA-1", Facts.PATIENT, "", Facts.PHARMACIST));
    assertEquals(
        List.of(TakeHomeFactSamples.approval("TA-2")),
        read(reads -> reads.takeHome().approvals(Facts.PATIENT)));
    conflicts(
        Constraints.TAKE_HOME_APPROVED_ONCE,
        new TakeHomeFact.TakeHomeApproved(TakeHomeFactSamples.approval("TA-2")));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aBottleIsReadAsItWasFilledAndWhereItStands() throws Exception {
    append(TakeHomeFactSamples.filled("TH-2", 2, 1), TakeHomeFactSamples.filled("TH-1", 1, 1));
    TakeHomeBottle first = TakeHomeFactSamples.filled("TH-1", 1, 1).bottle();
    TakeHomeBottle second = TakeHomeFactSamples.filled("TH-2", 2, 1).bottle();
    assertEquals(List.of(first, second), bottles());
    assertEquals(
        List.of(second), read(reads -> reads.takeHome().bottles(Facts.PATIENT, second.day())));
    append(TakeHomeFactSamples.handedOver("TH-1"));
    assertEquals(List.of(State.HANDED_OVER, State.FILLED), states());
    assertEquals(2, outstanding(Facts.BATCH).size());
    assertEquals(0, outstanding(new BatchId("another")).size());
    append(changed("TH-1", State.EMPTY_BACK));
    assertEquals(List.of(second), outstanding(Facts.BATCH));
    assertEquals(
        State.EMPTY_BACK,
        read(reads -> reads.takeHome().bottle(new BottleId("TH-1"))).orElseThrow().state());
    assertTrue(viewsEqualRebuild(journal));
  }

  private List<TakeHomeBottle> outstanding(BatchId batch) {
    return read(reads -> reads.takeHome().outstanding(batch));
  }

  @Test
  void oneBottleForAPatientDayAndPart() throws Exception {
    append(TakeHomeFactSamples.filled("TH-1", 1, 1));
    conflicts(Constraints.ONE_BOTTLE_PER_PART, TakeHomeFactSamples.filled("TH-2", 1, 1));
    conflicts(Constraints.TAKE_HOME_FILLED_ONCE, TakeHomeFactSamples.filled("TH-1", 2, 1));
    append(TakeHomeFactSamples.filled("TH-3", 1, 2)); // the control: another part
    append(changed("TH-1", State.DISCARDED));
    append(TakeHomeFactSamples.filled("TH-2", 1, 1));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aDayThatWasHandedOutHasNoDoseUntilADoctorOpensIt() throws Exception { // R-53, H04
    append(TakeHomeFactSamples.filled("TH-1", 0, 1), TakeHomeFactSamples.filled("TH-2", 1, 1));
    append(dose("D-0", Phase.ARMED)); // only filled: the patient may still drink here
    append(dose("D-0", Phase.VOIDED));
    append(dose("D-1", Phase.REVIEWING));
    append(TakeHomeFactSamples.handedOver("TH-1"), TakeHomeFactSamples.handedOver("TH-2"));
    for (State state : List.of(State.HANDED_OVER, State.EMPTY_BACK, State.LOST, State.RETURNED)) {
      append(changed("TH-1", state));
      conflicts(Constraints.ONE_DOSE_OR_BOTTLE_PER_PART, dose("D-1", Phase.ARMED));
      conflicts(Constraints.ONE_DOSE_OR_BOTTLE_PER_PART, dose("D-2", Phase.CONSUMED));
    }
    append(changed("TH-1", State.REOPENED));
    append(dose("D-1", Phase.ARMED)); // TH-2 is of another day: the control
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void noBottleGoesOutForADayThatHasItsDose() throws Exception { // R-53, H04
    append(TakeHomeFactSamples.filled("TH-1", 0, 1), TakeHomeFactSamples.filled("TH-2", 0, 2));
    append(dose("D-1", Phase.CONSUMED));
    conflicts(Constraints.ONE_DOSE_OR_BOTTLE_PER_PART, TakeHomeFactSamples.handedOver("TH-1"));
    append(TakeHomeFactSamples.handedOver("TH-2")); // the control: the later part
    append(changed("TH-1", State.DISCARDED));
    assertTrue(viewsEqualRebuild(journal));
  }
}
