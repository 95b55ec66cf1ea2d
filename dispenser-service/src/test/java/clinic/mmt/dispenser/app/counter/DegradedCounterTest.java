package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.degraded.Modes;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.LiquidSource;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.Identification.Method;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dosing goes on by hand, without a scale and without a finger reader (R-71, H99). */
class DegradedCounterTest {

  private static final Volume BOTTLE = Volume.ofMillilitres(1000);

  private final Bed bed = new Bed();
  private final Modes modes = new Modes(bed.house);

  private Answered<RunningMode> tryToEnter(Session by, Mode mode) {
    List<Answered<RunningMode>> answers = new ArrayList<>();
    modes.enter(by, new Modes.Asked(Bed.STATION, mode, "out of order"), answers::add);
    bed.run();
    bed.counter.stockChanged();
    bed.run();
    return answers.getFirst();
  }

  private RunningMode enter(Mode mode) {
    return (RunningMode) assertInstanceOf(Answered.Yes.class, tryToEnter(Bed.NURSE, mode)).value();
  }

  private void leave(Mode mode) {
    modes.leave(Bed.NURSE, new Modes.Asked(Bed.STATION, mode, "in order"), answer -> {});
    bed.run();
    bed.counter.stockChanged();
    bed.run();
  }

  private static String code(Answered<?> answer) {
    return assertInstanceOf(Answered.No.class, answer).refusal().code();
  }

  private Dose dose(DoseId id) {
    return bed.read(reads -> reads.dose(id).orElseThrow().dose());
  }

  private Bed drawn(long microlitres) {
    Bed.done(bed.step(Step.POUR));
    bed.devices.draw(microlitres);
    bed.run();
    Bed.done(bed.step(Step.POURED));
    return bed.run();
  }

  @Test
  void aDoseIsDrawnByHandAndWeighedAndNoPumpIsToldAnything() {
    enter(Mode.HAND_POUR);
    bed.identify("P-A").is(Phase.REVIEWING);
    bed.devices.done.clear();
    assertTrue(bed.screen.ready());
    DoseId id = bed.visit();
    Bed.done(bed.step(Step.POUR));
    bed.is(Phase.POURING);
    bed.devices.draw(8000);
    bed.run();
    Snapshot.Live live = bed.screen.live().orElseThrow();
    assertEquals(Volume.ofMicrolitres(8500), live.commanded());
    assertEquals(Volume.ofMicrolitres(8000), live.weighed());
    bed.devices.draw(480);
    Bed.done(bed.step(Step.POURED));
    bed.is(Phase.MEASURED);
    assertEquals(LiquidSource.HAND, dose(id).source());
    assertEquals(List.of(), bed.devices.started);
    assertEquals(List.of("watch-scale"), bed.devices.done, "no word to the pump");
    assertEquals(BOTTLE.minus(Volume.ofMicrolitres(8480)), bed.balance(AccountKind.BOTTLE, "B-1"));
    bed.handOverMeasured();
    assertEquals(Phase.CONSUMED, bed.phase(id));
    assertEquals(
        Volume.ofMicrolitres(8480),
        bed.<Volume>read(r -> r.balance(Account.only(AccountKind.PATIENT), Bed.BATCH)));
    bed.card("P-A").finger();
    assertEquals("already-dosed", bed.notice(), "once a day, by whatever way");
  }

  @Test
  void whatWasDrawnIsJudgedByTheSameTolerances() {
    enter(Mode.HAND_POUR);
    bed.identify("P-A");
    drawn(8300).is(Phase.DISCREPANCY);
    assertEquals(List.of(), bed.devices.started, "nothing is topped up by a pump");
    Bed.done(bed.step(Step.REST));
    bed.is(Phase.POURING);
    bed.devices.draw(200);
    Bed.done(bed.step(Step.POURED));
    bed.is(Phase.MEASURED);
    assertEquals(List.of(), bed.devices.started);
    assertEquals(BOTTLE.minus(Volume.ofMicrolitres(8500)), bed.balance(AccountKind.BOTTLE, "B-1"));
  }

  @Test
  void theBandForAHandPourIsTheOneOfThePump() { // 2 % of 8.5 mL is 0.17 mL
    for (long microlitres : List.of(8330L, 8670L)) {
      DegradedCounterTest at = new DegradedCounterTest();
      at.enter(Mode.HAND_POUR);
      at.bed.identify("P-A");
      at.drawn(microlitres).is(Phase.MEASURED);
    }
    for (long microlitres : List.of(8329L, 8671L, 0L, 12_000L)) {
      DegradedCounterTest at = new DegradedCounterTest();
      at.enter(Mode.HAND_POUR);
      at.bed.identify("P-A");
      at.drawn(microlitres).is(Phase.DISCREPANCY);
    }
  }

  @Test
  void stopWhileDrawingWeighsWhatIsThere() {
    enter(Mode.HAND_POUR);
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.draw(3000);
    bed.stop();
    bed.run().is(Phase.DISCREPANCY);
    DoseId id = bed.visit();
    Bed.done(bed.step(Step.DISCARD));
    assertEquals(Phase.DISCARDED, bed.phase(id));
    assertEquals(Volume.ofMicrolitres(3000), bed.balance(AccountKind.WASTE, "station-1"));
  }

  @Test
  void withoutADensityNothingIsDrawnByHand() {
    Posting in =
        Posting.move(
            Bed.BATCH,
            Account.only(AccountKind.SUPPLIER),
            new Account(AccountKind.BOTTLE, "B-2"),
            BOTTLE);
    MountedBottle unknown =
        new MountedBottle(
            new BottleId("B-2"),
            Bed.BATCH,
            Concentration.ofMilligramsPerMillilitre(10),
            Optional.empty());
    write(new Fact.BottleMounted(Bed.STATION, unknown, List.of(in)));
    enter(Mode.HAND_POUR);
    bed.identify("P-A");
    assertTrue(bed.screen.ready());
    Bed.refused("density-needed", bed.step(Step.POUR));
    bed.is(Phase.REVIEWING);
    leave(Mode.HAND_POUR);
    bed.pour(8500).is(Phase.MEASURED);
  }

  private void write(Fact fact) {
    bed.journal.transact(
        new Transaction<>("S-test", Bed.MORNING, reads -> Decision.accept(List.of(fact), true)),
        outcome -> assertInstanceOf(Outcome.Done.class, outcome));
    bed.run();
  }

  @Test
  void whatAPumpBeganIsFinishedByHand() { // H99
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(4000);
    bed.run();
    bed.stop();
    bed.run().is(Phase.DISCREPANCY);
    enter(Mode.HAND_POUR);
    int starts = bed.devices.started.size();
    Bed.done(bed.step(Step.REST));
    bed.is(Phase.POURING);
    bed.devices.draw(4500);
    DoseId id = bed.visit();
    Bed.done(bed.step(Step.POURED));
    bed.is(Phase.MEASURED);
    assertEquals(starts, bed.devices.started.size());
    assertEquals(LiquidSource.HAND, dose(id).source());
  }

  @Test
  void thePumpAloneMeasuresAndTheDoseIsFlagged() {
    enter(Mode.PUMP_WITHOUT_SCALE);
    bed.devices.recheck = Report.trouble("scale-lost", "The scale is gone.", "see the cable");
    bed.devices.settle = Optional.of(Report.trouble("scale-lost", "The scale is gone.", "cable"));
    bed.identify("P-A").is(Phase.REVIEWING);
    DoseId id = bed.visit();
    Bed.refused("second-signature-needed", bed.step(Step.POUR));
    Bed.done(bed.signed(Step.POUR, Map.of("attestation", "yes")));
    bed.is(Phase.POURING);
    for (int i = 0; i < 30; i++) {
      bed.devices.say(new Watched.NoWeight(i, i, false));
    }
    bed.run().is(Phase.POURING);
    bed.devices.finish(8500);
    bed.run().is(Phase.MEASURED);
    assertTrue(dose(id).unweighed());
    assertEquals(Optional.empty(), dose(id).weighing());
    assertEquals(1, bed.devices.started.size(), "no top-up");
    assertEquals(BOTTLE.minus(Volume.ofMicrolitres(8500)), bed.balance(AccountKind.BOTTLE, "B-1"));
    bed.handOverMeasured();
    assertEquals(Phase.CONSUMED, bed.phase(id));
  }

  @Test
  void withoutAScaleOnlyWhatOneStrokePoursIsPoured() { // no stroke is weighed before the next
    enter(Mode.PUMP_WITHOUT_SCALE);
    bed.identify("P-A");
    bed.devices.stroke = Volume.ofMicrolitres(8_499);
    Bed.refused("beyond-one-stroke", bed.signed(Step.POUR, Map.of("attestation", "yes")));
    bed.devices.stroke = Volume.ofMicrolitres(8_500);
    Bed.done(bed.signed(Step.POUR, Map.of("attestation", "yes"))); // the control
  }

  @Test
  void withoutAScaleAShotThatStoppedEarlyIsADiscrepancy() {
    enter(Mode.PUMP_WITHOUT_SCALE);
    bed.identify("P-A");
    Bed.done(bed.signed(Step.POUR, Map.of("attestation", "yes")));
    bed.devices.flow(4000);
    bed.run();
    bed.stop();
    bed.run().is(Phase.DISCREPANCY);
  }

  /** A pump that notices no stall, or can't tell what it dispensed, is no witness alone. */
  @Test
  void aPumpThatNoticesNoStallPoursOnlyWithTheScale() { // R-71, H21
    bed.devices.pumpPoursAlone = false;
    enter(Mode.PUMP_WITHOUT_SCALE);
    bed.devices.done.clear();
    bed.identify("P-A");
    assertFalse(bed.screen.ready());
    assertFalse(bed.devices.done.contains("prepare-pump"), "no word to the pump");
    assertInstanceOf(Reply.Refused.class, bed.signed(Step.POUR, Map.of("attestation", "yes")));
    assertEquals(List.of(), bed.devices.started);

    leave(Mode.PUMP_WITHOUT_SCALE);
    bed.run();
    assertTrue(bed.screen.ready(), "control: with the scale it pours");
  }

  @Test
  void theHoursWithoutAScaleAreCountedOverTheDay() { // 4 h
    RunningMode first = enter(Mode.PUMP_WITHOUT_SCALE);
    bed.wait(Duration.ofHours(3));
    leave(Mode.PUMP_WITHOUT_SCALE);
    RunningMode again = enter(Mode.PUMP_WITHOUT_SCALE);
    assertEquals(first.since(), again.countsFrom());
    bed.identify("P-A");
    bed.wait(Duration.ofHours(1).minusSeconds(1).minus(elapsed(first)).plusHours(3));
    bed.identify("P-A");
    assertFalse(
        "mode-hours-over".equals(codeOf(bed.signed(Step.POUR, Map.of("attestation", "yes")))));
    bed.stop();
    bed.run();
    DegradedCounterTest later = new DegradedCounterTest();
    later.enter(Mode.PUMP_WITHOUT_SCALE);
    later.bed.wait(Duration.ofHours(4).plusSeconds(1));
    later.bed.identify("P-A");
    Bed.refused("mode-hours-over", later.bed.signed(Step.POUR, Map.of("attestation", "yes")));
    later.leave(Mode.PUMP_WITHOUT_SCALE);
    assertEquals("mode-hours-over", code(later.tryToEnter(Bed.NURSE, Mode.PUMP_WITHOUT_SCALE)));
  }

  private Duration elapsed(RunningMode since) {
    return Duration.between(since.since(), bed.house.clock().instant());
  }

  private static String codeOf(Reply reply) {
    return reply instanceof Reply.Refused(var refusal) ? refusal.code() : "";
  }

  @Test
  void aStationThatPassedNoCheckTodayIsNotDosedWithoutAScale() {
    write(new Fact.StationChecked(Bed.STATION, Bed.DAY, false, "off"));
    assertEquals("station-not-checked", code(tryToEnter(Bed.NURSE, Mode.PUMP_WITHOUT_SCALE)));
  }

  @Test
  void aModeIsEnteredByWhoWorksAtTheCounterAndOneAtATime() {
    assertEquals(
        "not-your-function", code(tryToEnter(Bed.session("S-head", Role.HEAD), Mode.HAND_POUR)));
    RunningMode first = enter(Mode.HAND_POUR);
    assertEquals(first, enter(Mode.HAND_POUR), "entered twice is entered once");
    assertEquals("another-mode-runs", code(tryToEnter(Bed.NURSE, Mode.PUMP_WITHOUT_SCALE)));
    enter(Mode.READER_OUTAGE);
    assertEquals(
        List.of(Mode.HAND_POUR, Mode.READER_OUTAGE),
        bed.screen.modes().stream().map(RunningMode::mode).toList());
    leave(Mode.HAND_POUR);
    enter(Mode.PUMP_WITHOUT_SCALE);
  }

  @Test
  void aModeEnteredAtAVisitMakesReadyAnewAndLeftToo() {
    bed.identify("P-A");
    assertTrue(bed.devices.done.contains("prepare"));
    enter(Mode.HAND_POUR);
    assertTrue(bed.devices.done.contains("prepare-cup"));
    bed.devices.done.clear();
    leave(Mode.HAND_POUR);
    assertTrue(bed.devices.done.contains("prepare"));
    assertTrue(bed.screen.ready());
    bed.pour(8500).is(Phase.MEASURED);
  }

  private Signature second(String patient) {
    Session who = Bed.session("S-other", Role.DISPENSER);
    String digest =
        Acts.identity(ActKind.NO_READ_EXCEPTION, Bed.STATION, new PatientId(patient), Bed.DAY);
    return new Signature(
        who.staff(), who.roles(), digest, who.terminal(), bed.house.clock().instant());
  }

  @Test
  void withoutAReaderCardAndPhotoByTwoAreOnRecord() { // section 3
    enter(Mode.READER_OUTAGE);
    bed.card("P-A");
    assertEquals(Snapshot.Stage.NO_READ, bed.screen.stage(), "no finger is asked for");
    assertEquals(0, bed.devices.fingers.size());
    List<Reply> replies = new ArrayList<>();
    bed.counter.resolveIdentity(Bed.NURSE, Optional.empty(), Optional.empty(), replies::add);
    bed.run();
    Bed.refused("second-signature-needed", replies.getFirst());
    bed.counter.resolveIdentity(
        Bed.NURSE, Optional.empty(), Optional.of(second("P-A")), replies::add);
    bed.run();
    bed.is(Phase.REVIEWING);
    assertEquals(Method.OUTAGE_CARD_AND_PHOTO, dose(bed.visit()).identification().method());
    assertEquals(1, bed.<Integer>read(reads -> reads.degraded().withoutReader(Bed.DAY)));
    leave(Mode.READER_OUTAGE);
    bed.pour(8500).handOverMeasured();
    bed.card("P-B").finger(new FingerReport.Match(120, 1));
    bed.is(Phase.REVIEWING);
  }
}
