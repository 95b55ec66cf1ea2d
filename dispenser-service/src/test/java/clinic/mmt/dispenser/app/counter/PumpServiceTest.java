package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.service.Calibrating;
import clinic.mmt.dispenser.app.service.PumpRecovery;
import clinic.mmt.dispenser.app.service.PumpService;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.PumpStand;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.ServiceKind;
import clinic.mmt.dispenser.domain.service.ServiceKind.Destination;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** service of a pump at a counter with devices that do as told. */
class PumpServiceTest {

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final BatchId NEXT = new BatchId("L-2");

  private final Bed bed = new Bed();
  private final PumpService service = new PumpService(bed.house, Bed.STATION, bed.counter);

  private Answered<ServiceAct> ask(ServiceKind kind, Destination to, long microlitres) {
    List<Answered<ServiceAct>> answers = new ArrayList<>();
    service.begin(
        Bed.PHARMACIST,
        new PumpService.Asked(kind, to, Volume.ofMicrolitres(microlitres), "vì sao"),
        answers::add);
    bed.run();
    assertEquals(1, answers.size(), "one answer");
    return answers.getFirst();
  }

  private static String refused(Answered<?> answer) {
    return answer instanceof Answered.No<?> no ? no.refusal().code() : "" + answer;
  }

  /** Begins, lets the pump give all of it, and waits until it was seen to stand. */
  private ServiceAct does(ServiceKind kind, Destination to, long microlitres) {
    ServiceAct begun = begun(kind, to, microlitres);
    bed.devices.finish(microlitres);
    bed.wait(LOOK);
    bed.devices.freshCup();
    return act(begun);
  }

  private ServiceAct begun(ServiceKind kind, Destination to, long microlitres) {
    Answered<ServiceAct> answer = ask(kind, to, microlitres);
    if (answer instanceof Answered.Yes<ServiceAct>(ServiceAct act)) {
      return act;
    }
    throw new AssertionError(refused(answer));
  }

  private ServiceAct act(ServiceAct of) {
    return bed.read(reads -> reads.pumps().act(of.id())).orElseThrow();
  }

  private PumpStand stand() {
    return bed.read(reads -> reads.pumps().stand(Bed.STATION));
  }

  private long balance(AccountKind kind, String of) {
    return bed.balance(kind, of).microlitres();
  }

  private void append(Fact... facts) {
    bed.journal.transact(
        new Transaction<>("S-test", Bed.MORNING, reads -> Decision.accept(List.of(facts), true)),
        outcome -> assertInstanceOf(Outcome.Done.class, outcome));
    bed.run();
    bed.counter.stockChanged();
    bed.run();
  }

  @Test
  void primingFillsTheLineAndIsAMovement() {
    ServiceAct act = does(ServiceKind.PRIME, Destination.WASTE, 9_000);
    assertEquals(ServiceAct.Phase.ENDED, act.phase());
    assertEquals(Volume.ofMicrolitres(9_000), act.pumped());
    assertEquals(991_000, balance(AccountKind.BOTTLE, "B-1"));
    assertEquals(8_000, balance(AccountKind.LINE, "station-1"));
    assertEquals(1_000, balance(AccountKind.WASTE, "station-1"));
    assertTrue(
        bed.read(reads -> reads.owed()).stream().anyMatch(o -> o.kind().equals("DISCARD_CUP")),
        "what was wasted has a witness before the day closes");
  }

  @Test
  void theIntentIsDurableBeforeTheMotorTurns() {
    List<Long> heads = new ArrayList<>();
    bed.devices.beforeStart = () -> heads.add(bed.journal.head());
    long before = bed.journal.head();
    ServiceAct act = begun(ServiceKind.PRIME, Destination.WASTE, 1_000);
    assertEquals(List.of(before + 2), heads, "intended and started are written");
    assertEquals(ServiceAct.Phase.STARTED, act(act).phase());
  }

  @Test
  void nobodyIsServedWhileThePumpIsAndTheOtherWayRound() {
    ServiceAct act = begun(ServiceKind.PRIME, Destination.WASTE, 1_000);
    bed.card("P-A");
    assertEquals("pump-in-service", bed.notice());
    assertEquals("service-open", refused(ask(ServiceKind.PRIME, Destination.WASTE, 1_000)));
    bed.devices.finish(1_000);
    bed.wait(LOOK);
    assertFalse(act(act).phase().open());
    bed.devices.freshCup();
    bed.identify("P-A").is(Phase.REVIEWING);
    assertEquals("service-during-visit", refused(ask(ServiceKind.PRIME, Destination.WASTE, 1_000)));
  }

  @Test
  void aStopEndsItWithWhatWasCounted() {
    ServiceAct act = begun(ServiceKind.PRIME, Destination.WASTE, 5_000);
    bed.devices.flow(1_234);
    bed.stop();
    bed.wait(LOOK);
    assertEquals(ServiceAct.Phase.ENDED, act(act).phase());
    assertEquals(Volume.ofMicrolitres(1_234), act(act).pumped());
    assertEquals(1_234, balance(AccountKind.LINE, "station-1"));
  }

  @Test
  void aStartThatWasNotWrittenIsVoidAndMovesNothing() {
    bed.devices.start = new Started.NotWritten("the line is gone");
    ServiceAct act = begun(ServiceKind.PRIME, Destination.WASTE, 5_000);
    assertEquals(ServiceAct.Phase.VOIDED, act(act).phase());
    assertEquals(0, balance(AccountKind.LINE, "station-1"));
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void anUnknownOutcomeIsSettledByAPersonAndNeverRepeated() {
    bed.devices.start = new Started.Unanswered("no answer");
    bed.devices.stop = Optional.of(Report.trouble("pump-lost", "lost", "plug it in"));
    ServiceAct act = begun(ServiceKind.PRIME, Destination.WASTE, 5_000);
    assertEquals(ServiceAct.Phase.UNKNOWN, act(act).phase());
    assertEquals(1, bed.devices.started.size());
    assertEquals("service-open", refused(ask(ServiceKind.PRIME, Destination.WASTE, 1_000)));
    bed.identify("P-A");
    assertEquals("pump-in-service", bed.notice());
    assertEquals("service-volume", refused(settle(act, 5_251)));
    assertInstanceOf(Answered.Yes.class, settle(act, 3_000));
    assertEquals(3_000, balance(AccountKind.LINE, "station-1"));
    assertEquals("service-not-unknown", refused(settle(act, 3_000)));
    assertEquals(Optional.empty(), stand().open());
  }

  private boolean checked() {
    return bed.read(reads -> reads.checked(Bed.STATION, Bed.DAY));
  }

  private Answered<ServiceAct> settle(ServiceAct act, long microlitres) {
    List<Answered<ServiceAct>> answers = new ArrayList<>();
    service.settle(
        Bed.PHARMACIST, act.id(), Volume.ofMicrolitres(microlitres), "đã đo", answers::add);
    bed.run();
    return answers.getFirst();
  }

  @Test
  void aLostCounterProvesNothing() {
    bed.devices.counter = 0;
    ServiceAct act = begun(ServiceKind.PRIME, Destination.WASTE, 5_000);
    bed.devices.running = false;
    bed.devices.counter = -1;
    bed.wait(LOOK);
    assertEquals(ServiceAct.Phase.UNKNOWN, act(act).phase());
  }

  @Test
  void aStopOfTheServiceLeavesAStartedActUnknown() {
    ServiceAct act = begun(ServiceKind.PRIME, Destination.WASTE, 5_000);
    List<Outcome<Integer>> outcomes = new ArrayList<>();
    new PumpRecovery(bed.house).run(outcomes::add);
    bed.run();
    assertEquals(1, assertInstanceOf(Outcome.Done.class, outcomes.getFirst()).answer());
    assertEquals(ServiceAct.Phase.UNKNOWN, act(act).phase());
  }

  @Test
  void aCheckShotIsWeighedAndIsTheCheckOfTheDay() {
    ServiceAct shot = begun(ServiceKind.CHECK_SHOT, Destination.WASTE, 5_000);
    bed.devices.finish(5_050);
    bed.wait(LOOK);
    assertEquals(Optional.of(Volume.ofMicrolitres(5_050)), act(shot).weighed());
    assertEquals(Optional.empty(), stand().failed(), "50 µL off is just within");
    bed.devices.freshCup();
    begun(ServiceKind.CHECK_SHOT, Destination.WASTE, 5_000);
    bed.devices.finish(5_051);
    bed.wait(LOOK);
    bed.devices.freshCup();
    assertEquals(Optional.of(PumpStand.Failed.CHECK_SHOT), stand().failed());
    assertFalse(checked());
    bed.identify("P-A");
    assertEquals("calibration-failed", bed.notice());
    does(ServiceKind.CHECK_SHOT, Destination.BOTTLE, 5_000);
    assertTrue(checked());
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void afterAFlushNoPatientGetsTheFirstShot() { // R-119, H91
    does(ServiceKind.PRIME, Destination.WASTE, 8_000);
    does(ServiceKind.FLUSH, Destination.WASTE, 20_000);
    assertEquals(0, balance(AccountKind.LINE, "station-1"));
    assertEquals(8_000, balance(AccountKind.WASTE, "station-1"));
    bed.identify("P-A");
    assertEquals("line-not-purged", bed.notice());
    assertEquals("line-not-purged", refused(ask(ServiceKind.CHECK_SHOT, Destination.WASTE, 500)));
    does(ServiceKind.PURGE, Destination.WASTE, 7_999);
    bed.identify("P-A");
    assertEquals("line-not-purged", bed.notice(), "one microlitre short");
    does(ServiceKind.PURGE, Destination.WASTE, 1_000);
    bed.identify("P-A");
    assertEquals("line-not-purged", bed.notice(), "the first shot is owed");
    assertEquals(
        "not-back-into-bottle", refused(ask(ServiceKind.CHECK_SHOT, Destination.BOTTLE, 500)));
    does(ServiceKind.CHECK_SHOT, Destination.WASTE, 500);
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  private void hangNext() {
    BottleId bottle = new BottleId("B-9");
    append(
        new Fact.BatchReceived(
            NEXT,
            Concentration.ofMilligramsPerMillilitre(10),
            Optional.of(FakeDevices.DENSITY),
            Volume.ofMillilitres(1000),
            List.of()),
        new Fact.BottleMounted(
            Bed.STATION,
            new MountedBottle(
                bottle,
                NEXT,
                Concentration.ofMilligramsPerMillilitre(10),
                Optional.of(FakeDevices.DENSITY)),
            List.of(
                Posting.move(
                    NEXT,
                    Account.only(AccountKind.SUPPLIER),
                    new Account(AccountKind.BOTTLE, "B-9"),
                    Volume.ofMillilitres(1000)))));
  }

  private long of(BatchId batch, AccountKind kind, String of) {
    return bed.read(reads -> reads.balance(new Account(kind, of), batch)).microlitres();
  }

  @Test
  void afterAChangeOfBatchTheFirstDoseIsOfTheOldOne() { // first in first out
    does(ServiceKind.PRIME, Destination.WASTE, 8_000);
    hangNext();
    bed.identify("P-A").pour(8_500);
    String dose = bed.visit().value();
    assertEquals(8_000, of(Bed.BATCH, AccountKind.CUP, dose));
    assertEquals(500, of(NEXT, AccountKind.CUP, dose));
    assertEquals(8_000, of(NEXT, AccountKind.LINE, "station-1"));
    assertEquals(0, of(Bed.BATCH, AccountKind.LINE, "station-1"));
    assertEquals(991_500, of(NEXT, AccountKind.BOTTLE, "B-9"));
    bed.handOverMeasured();
    assertEquals(8_000, of(Bed.BATCH, AccountKind.PATIENT, "-"));
    assertEquals(500, of(NEXT, AccountKind.PATIENT, "-"));
    assertEquals(0, of(Bed.BATCH, AccountKind.CUP, dose));
    assertEquals(
        Set.of(Bed.BATCH),
        bed.read(reads -> reads.pumps().otherBatches(new DoseId(dose))),
        "a recall of the old batch finds it (H108)");
    bed.identify("P-B").pour(8_500).handOverMeasured();
    assertEquals(8_000, of(Bed.BATCH, AccountKind.PATIENT, "-"));
    assertEquals(9_000, of(NEXT, AccountKind.PATIENT, "-"));
  }

  @Test
  void aDiscardedCupOfTwoBatchesGoesIntoTheWasteByBatch() {
    does(ServiceKind.PRIME, Destination.WASTE, 8_000);
    hangNext();
    bed.identify("P-A").pour(8_500);
    Bed.done(bed.signed(Step.DISCARD, java.util.Map.of()));
    assertEquals(8_000, of(Bed.BATCH, AccountKind.WASTE, "station-1"));
    assertEquals(500, of(NEXT, AccountKind.WASTE, "station-1"));
  }

  private ServiceAct water(long microlitres) {
    return does(ServiceKind.CALIBRATE, Destination.FLASK, microlitres);
  }

  private Answered<Calibration> calibrate(List<Calibrating.Measured> shots) {
    List<Answered<Calibration>> answers = new ArrayList<>();
    new Calibrating(bed.house)
        .calibrate(
            Bed.PHARMACIST,
            Bed.STATION,
            new Calibrating.Told(Calibration.Method.FLASK, shots, 1_000_000, 1_010_000),
            answers::add);
    bed.run();
    return answers.getFirst();
  }

  private List<Calibrating.Measured> shots(long off) {
    List<Calibrating.Measured> shots = new ArrayList<>();
    for (int n = 1; n <= 6; n++) {
      ServiceAct act = water(n <= 3 ? 5_000 : 10_000);
      long more = n == 6 ? off : 0;
      shots.add(
          new Calibrating.Measured(act.id(), act.commanded().plus(Volume.ofMicrolitres(more))));
    }
    return shots;
  }

  @Test
  void aCalibrationIsJudgedAtItsBordersAndLogged() {
    List<Calibrating.Measured> shots = shots(100);
    assertEquals("calibration-too-few", refused(calibrate(shots.subList(0, 5))));
    Answered<Calibration> passed = calibrate(shots);
    assertTrue(((Answered.Yes<Calibration>) passed).value().passed(), "1 % of 10 mL is 100 µL");
    assertEquals("calibration-too-few", refused(calibrate(shots)), "each shot counts once");
    assertEquals(
        Optional.of(PurgeDue.of(PurgeDue.Why.WATER)), stand().due(), "water is in the line now");
    Answered<Calibration> failed = calibrate(shots(101));
    assertFalse(((Answered.Yes<Calibration>) failed).value().passed());
    assertEquals(Optional.of(PumpStand.Failed.CALIBRATION), stand().failed());
    assertEquals(2, bed.read(reads -> reads.pumps().calibrations(Bed.STATION, 9)).size());
  }

  @Test
  void waterIsNotLetIntoAFlaskThroughOurLiquid() {
    does(ServiceKind.PRIME, Destination.WASTE, 8_000);
    assertEquals("line-holds-stock", refused(ask(ServiceKind.CALIBRATE, Destination.FLASK, 5_000)));
  }

  @Test
  void aPumpThatTellsAnAlarmIsNotCounted() {
    ServiceAct act = begun(ServiceKind.PRIME, Destination.WASTE, 5_000);
    bed.devices.stop =
        Optional.of(
            Report.ok(new PumpReading(false, Volume.ofMicrolitres(10), Optional.of("stalled"))));
    bed.wait(Duration.ofMinutes(3));
    assertEquals(ServiceAct.Phase.UNKNOWN, act(act).phase());
  }

  @Test
  void aPumpThatWasMovedByItsOwnKeysIsTold() { // H100
    does(ServiceKind.PRIME, Destination.WASTE, 8_000);
    bed.identify("P-A").pour(8_500).handOverMeasured();
    bed.devices.prepare = found(8_550);
    bed.identify("P-B").is(Phase.REVIEWING);
    assertEquals("", bed.notice(), "within the digits of the counter");
    bed.pour(8_500).handOverMeasured();
    bed.devices.prepare = found(8_500 + 2_300);
    long bottle = balance(AccountKind.BOTTLE, "B-1");
    does(ServiceKind.CHECK_SHOT, Destination.WASTE, 5_000);
    assertEquals(2_300, balance(AccountKind.DISCREPANCY, "station-1"));
    assertEquals(bottle - 2_300 - 5_000, balance(AccountKind.BOTTLE, "B-1"));
    assertEquals(
        List.of(Volume.ofMicrolitres(2_300)),
        bed.read(reads -> reads.pumps().incidents(Bed.STATION, 5)).stream()
            .map(incident -> incident.missing())
            .toList());
  }

  @Test
  void aCupThatBecameHeavierBeforeTheTapIsAnIncident() { // H100
    bed.identify("P-A").is(Phase.REVIEWING);
    bed.devices.recheck = Report.trouble("cup-not-empty", "more than zero", "a clean cup");
    bed.devices.settle = Optional.of(Report.ok(Mass.ofMilligrams(100)));
    bed.step(Step.POUR);
    assertEquals(List.of(), alone(), "a drop is none");
    bed.devices.settle = Optional.of(Report.ok(Mass.ofMilligrams(2_000)));
    bed.step(Step.POUR);
    bed.step(Step.POUR);
    assertEquals(List.of(PumpFact.MovedAlone.How.WEIGHT), alone(), "told once");
    assertEquals(0, balance(AccountKind.DISCREPANCY, "station-1"), "a count tells, not the scale");
    bed.is(Phase.REVIEWING);
  }

  private List<PumpFact.MovedAlone.How> alone() {
    return bed.read(reads -> reads.pumps().incidents(Bed.STATION, 5)).stream()
        .map(PumpFact.MovedAlone::how)
        .toList();
  }

  private static Report<Prepared> found(long microlitres) {
    return Report.ok(
        new Prepared(
            "pump",
            "scale",
            Volume.ofMicrolitres(microlitres),
            Volume.ZERO,
            Mass.ofGrams(5),
            List.of()));
  }
}
