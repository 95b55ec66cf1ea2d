package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One counter: the good path, repeated and wrong commands, trouble of the devices, ways out. */
class CounterPathsTest {

  private final Bed bed = new Bed();

  @Test
  void theGoodPathEndsConsumedAndTheLiquidIsWithThePatient() {
    bed.identify("P-A").is(Phase.REVIEWING);
    DoseId dose = bed.visit();
    bed.pour(8500).is(Phase.MEASURED);
    Bed.done(bed.step(Step.HAND_OVER));
    bed.empty();
    Bed.done(bed.step(Step.SWALLOWED, dose));
    assertEquals(Phase.CONSUMED, bed.phase(dose));
    assertEquals(Volume.ofMicrolitres(8500), bed.balance(AccountKind.PATIENT, "-"));
    assertEquals(Volume.ofMicrolitres(991_500), bed.balance(AccountKind.BOTTLE, "B-1"));
    assertEquals(1, bed.devices.started.size());
  }

  @Test
  void aDoubleTapIsOneIntentAndOneAnswer() { // H53, R-112
    bed.identify("P-A");
    Command tap = bed.command(Step.POUR, bed.visit(), 1, Map.of("attestation", "yes"));
    bed.ask(tap);
    bed.ask(tap);
    bed.run();
    assertEquals(2, bed.replies.size());
    assertEquals(bed.replies.getFirst(), bed.replies.getLast());
    assertEquals(bed.replies.getFirst(), bed.tell(tap), "a retry later is told the same");
    assertEquals(1, bed.devices.started.size());
  }

  @Test
  void theSameIdWithAnotherBodyIsAConflict() {
    bed.identify("P-A");
    DoseId visit = bed.visit();
    Bed.done(bed.tell(bed.command(Step.POUR, visit, 1, Map.of("attestation", "yes"))));
    Reply other = bed.tell(bed.command(Step.POUR, visit, 1, Map.of("attestation", "no")));
    assertInstanceOf(Reply.Conflict.class, other);
    assertEquals(1, bed.devices.started.size());
  }

  @Test
  void anotherUsersTapIsRefusedUntilThePersonIsIdentifiedAgain() {
    bed.identify("P-A").signIn(Bed.PHARMACIST);
    Command mine = bed.command(Step.POUR, bed.visit(), 1, Map.of());
    Command others =
        new Command(
            mine.id(),
            mine.visit(),
            mine.step(),
            mine.body(),
            mine.bodyHash(),
            Bed.PHARMACIST,
            mine.second());
    Bed.refused("visit-of-another-user", bed.tell(others));
    bed.identify("P-A");
    Bed.done(bed.tell(others));
  }

  @Test
  void anIdentificationThatIsTooOldIsRenewedByCardAndFinger() {
    bed.identify("P-A").wait(Duration.ofMinutes(6));
    Bed.refused("identified-too-long-ago", bed.step(Step.POUR));
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
  }

  @Test
  void whoIsDosedAlreadyIsToldSo() {
    bed.handOver("P-A");
    bed.identify("P-A").empty();
    assertEquals("already-dosed", bed.notice());
  }

  @Test
  void withoutAPrescriptionThereIsNoVisit() {
    bed.identify("P-C").empty();
    assertEquals("no-prescription-today", bed.notice());
  }

  @Test
  void productionDosesNobodyWithAnUnsignedDraft() {
    Bed production = new Bed("production");
    production.identify("P-A").empty();
    assertEquals("profile-not-signed", production.notice());
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void aVisitOfYesterdayIsNotPouredToday() { // H60: two doses in one night
    bed.clockShift = Duration.ofHours(16).plusMinutes(29);
    bed.identify("P-A");
    bed.clockShift = bed.clockShift.plusMinutes(2);
    Bed.refused("day-changed", bed.step(Step.POUR));
    assertTrue(bed.devices.started.isEmpty());
  }

  @Test
  void cupTroubleIsToldAndTheTapSaysWhichOne() {
    for (String code : List.of("cup-missing", "cup-used", "cup-too-heavy", "scale-unstable")) {
      Bed b = new Bed();
      b.devices.prepare = Report.trouble(code, "the cup", "put a cup on");
      b.identify("P-A");
      assertEquals(code, b.notice());
      b.card("nobody");
      assertEquals("unknown-card", b.notice());
      Bed.refused(code, b.step(Step.POUR));
      b.devices.prepare = new Bed().devices.prepare;
      b.wait(Duration.ofSeconds(1)).pour(8500).is(Phase.MEASURED);
    }
  }

  @Test
  void theTapChecksTheCupAgain() {
    bed.identify("P-A");
    bed.devices.recheck = Report.trouble("cup-missing", "lifted", "put it back");
    Bed.refused("cup-missing", bed.step(Step.POUR));
    assertEquals(List.of(), bed.devices.started);
    bed.is(Phase.REVIEWING);
  }

  @Test
  void anotherVolumeReadBackIsVoidedWithoutMotion() {
    bed.devices.arm = java.util.Optional.of(Report.ok(Volume.ofMicrolitres(850)));
    bed.identify("P-A");
    DoseId dose = bed.visit();
    Bed.done(bed.step(Step.POUR));
    assertEquals(Phase.VOIDED, bed.phase(dose));
    assertEquals(List.of(), bed.devices.started);
    assertEquals(Volume.ofMillilitres(1000), bed.balance(AccountKind.BOTTLE, "B-1"));
  }

  @Test
  void aStartThatWasNotWrittenIsVoided() {
    bed.devices.start = new Started.NotWritten("port lost");
    bed.identify("P-A");
    DoseId dose = bed.visit();
    Bed.done(bed.step(Step.POUR));
    assertEquals(Phase.VOIDED, bed.phase(dose));
  }

  @Test
  void aStartWithoutAnAnswerIsStoppedAndWeighed() {
    bed.devices.start = new Started.Unanswered("silence");
    bed.identify("P-A");
    bed.devices.counter = 0;
    Bed.done(bed.step(Step.POUR));
    bed.is(Phase.DISCREPANCY);
    assertTrue(bed.devices.done.contains("stop"));
  }

  @Test
  void aPumpThatCantBeAskedAnyMoreIsUnknownAndBlocks() {
    bed.devices.start = new Started.Unanswered("silence");
    bed.devices.stop = java.util.Optional.of(Report.trouble("no-answer", "silence", "cable"));
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.is(Phase.OUTCOME_UNKNOWN);
    Bed.refused("outcome-unknown", bed.step(Step.HAND_OVER));
  }

  @Test
  void stoppedByOwnHandTheRestIsPouredWithinTheCapBelowTheDriver() { // section 2, R-114
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(4000);
    bed.stop();
    bed.run().is(Phase.DISCREPANCY);
    Bed.done(bed.step(Step.REST));
    bed.devices.finish(4500);
    bed.run().is(Phase.MEASURED);
    var first = bed.devices.started.getFirst();
    var rest = bed.devices.started.getLast();
    assertEquals(8925, first.cap().microlitres());
    assertEquals(8925, rest.cap().microlitres(), "one cap for the whole dose");
    assertEquals(first.dose(), rest.dose(), "the driver adds both up");
  }

  @Test
  void shortIsToppedUpTwiceAtMostAndNeverOverTheCap() { // R-114, H89
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.devices.inCup -= 168;
    bed.devices.finish(8490);
    bed.run();
    assertEquals(2, bed.devices.started.size(), "the control: a top-up runs");
    bed.devices.inCup -= 178;
    bed.devices.finish(178);
    bed.run();
    bed.devices.inCup -= 178;
    bed.devices.finish(178);
    bed.run();
    long commanded = bed.devices.started.stream().mapToLong(s -> s.commanded().microlitres()).sum();
    assertTrue(commanded <= 8925, () -> "commanded " + commanded);
    assertTrue(bed.devices.started.size() <= 3);
    bed.is(Phase.DISCREPANCY);
  }

  @Test
  void aSmallDifferenceAloneALargerOneByTwo() { // section 5
    bed.identify("P-A").pour(8800).is(Phase.DISCREPANCY);
    Bed.done(bed.step(Step.AS_IT_IS));
    bed.is(Phase.MEASURED);
    Bed larger = new Bed();
    larger.signIn(Bed.PHARMACIST).signIn(Bed.NURSE).identify("P-A").pour(9500);
    Bed.refused("second-signature-needed", larger.step(Step.AS_IT_IS));
    Bed.done(larger.signed(Step.AS_IT_IS, Map.of()));
    larger.is(Phase.MEASURED);
  }

  @Test
  void anOverPourIsDrawnOffAndWeighedAgain() { // section 4
    bed.identify("P-A").pour(9500).is(Phase.DISCREPANCY);
    bed.devices.inCup = 8500;
    Bed.done(bed.step(Step.DRAWN_OFF));
    bed.is(Phase.MEASURED);
    assertEquals(Volume.ofMicrolitres(1000), bed.balance(AccountKind.WASTE, "station-1"));
  }

  @Test
  void aDiscardedCupOwesASignatureAndFreesThePart() { // section 5
    bed.identify("P-A").pour(8500);
    Bed.done(bed.step(Step.DISCARD));
    assertEquals(1, bed.read(reads -> reads.owed()).size());
    bed.devices.inCup = 0;
    bed.identify("P-A").is(Phase.REVIEWING);
    assertTrue(bed.screen.onScale().orElseThrow().dose().follows().isPresent());
  }

  @Test
  void aCupThatIsGoneWhenItIsDiscardedIsNoNegativeWeight() {
    bed.identify("P-A").pour(8500);
    bed.devices.inCup = -4800;
    Bed.done(bed.step(Step.DISCARD));
    assertEquals(Volume.ofMicrolitres(8500), bed.balance(AccountKind.WASTE, "station-1"));
  }

  @Test
  void aHeldCupComesBackByFingerAndWeight() {
    bed.identify("P-A").pour(8500);
    Bed.done(bed.step(Step.HOLD));
    Bed.refused("not-measured", bed.step(Step.HAND_OVER));
    bed.wait(Duration.ofMinutes(3)).identify("P-A").is(Phase.MEASURED);
    Bed.done(bed.step(Step.HAND_OVER));
  }

  @Test
  void theHandOverAsksAgainAfterAMinuteAndAfterAnotherPersonsCard() { // R-113, H86
    bed.identify("P-A").pour(8500).wait(Duration.ofSeconds(61));
    Bed.refused("identify-again", bed.step(Step.HAND_OVER));
    bed.identify("P-A").card("P-B");
    assertEquals("cup-of-another-person", bed.notice());
    Bed.refused("identify-again", bed.step(Step.HAND_OVER));
    bed.identify("P-A");
    Bed.done(bed.step(Step.HAND_OVER));
  }

  @Test
  void thePrepareExpiresAndIsMadeAgain() {
    bed.identify("P-A");
    long before = Collections.frequency(bed.devices.done, "prepare");
    bed.wait(Duration.ofSeconds(31));
    assertEquals(before + 1, Collections.frequency(bed.devices.done, "prepare"));
    bed.pour(8500).is(Phase.MEASURED);
  }

  @Test
  void noPrepareRunsIntoATappedPour() { // a tare in mid-pour would lose the weight
    bed.identify("P-A");
    bed.wait(Duration.ofMillis(29_999));
    bed.ask(bed.command(Step.POUR, bed.visit(), 1, Map.of()));
    bed.timers.advance(Duration.ofSeconds(1), () -> {});
    int tapped = bed.devices.done.size();
    bed.run();
    assertEquals(
        0,
        Collections.frequency(
            bed.devices.done.subList(tapped, bed.devices.done.size()), "prepare"));
    assertEquals(1, bed.devices.started.size());
  }

  @Test
  void aReadyScreenIsOneBeforeThePour() {
    bed.identify("P-A");
    assertTrue(bed.screen.ready());
    Bed.done(bed.step(Step.POUR));
    assertTrue(!bed.screen.ready());
  }

  @Test
  void aBottleTakenOffInMidPourDoesNotLeaveTheDoseHanging() {
    bed.identify("P-A");
    Bed.done(bed.step(Step.POUR));
    bed.read(reads -> true);
    bed.journal.transact(
        new clinic.mmt.dispenser.app.journal.Transaction<>(
            "S-x",
            Bed.MORNING,
            reads ->
                clinic.mmt.dispenser.app.journal.Decision.accept(
                    List.of(
                        new clinic.mmt.dispenser.domain.fact.Fact.BottleUnmounted(
                            Bed.STATION,
                            new clinic.mmt.dispenser.domain.stock.BottleId("B-1"),
                            "empty")),
                    true)),
        outcome -> {});
    bed.run();
    bed.counter.stockChanged();
    bed.run();
    bed.devices.finish(8500);
    bed.run().is(Phase.MEASURED);
  }
}
