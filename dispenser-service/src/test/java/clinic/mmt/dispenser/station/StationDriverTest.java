package clinic.mmt.dispenser.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.dispenser.app.counter.Lanes;
import clinic.mmt.dispenser.app.counter.VirtualTimers;
import clinic.mmt.dispenser.app.device.Demand;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.IdentityLevel;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Shot;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four devices behind the counter's port. */
class StationDriverTest {

  private static final long CUP = 5_000_000;

  private final FakeRig rig = new FakeRig();
  private final VirtualTimers timers = new VirtualTimers();
  private final Lanes lanes = new Lanes();
  private final StationDriver driver = driver(Map.of());

  private StationDriver driver(Map<String, String> expected) {
    return driver(expected, Map.of());
  }

  private StationDriver driver(Map<String, String> expected, Map<String, Demand> demands) {
    StationSetup setup =
        new StationSetup(
            new PumpSetup(FlowRate.ofMillilitresPerMinute(60), 0, 5),
            Profile::vietnamDraft,
            expected,
            demands);
    StationDriver made = new StationDriver(rig.rig(), setup, timers, lanes.lane("queue"));
    lanes.run();
    return made;
  }

  private void after(long millis) {
    timers.advance(Duration.ofMillis(millis), lanes::run);
    lanes.run();
  }

  private <T> T told(Consumer<Consumer<T>> ask) {
    List<T> told = new ArrayList<>();
    ask.accept(told::add);
    lanes.run();
    after(30_000);
    assertEquals(1, told.size(), "every reply is called exactly once");
    return told.getFirst();
  }

  private static void trouble(String code, Report<?> report) {
    assertEquals(code, assertInstanceOf(Report.Trouble.class, report).code());
  }

  private static <T> T good(Report<T> report) {
    return switch (report) {
      case Report.Ok<T>(T value) -> value;
      case Report.Trouble<T> t -> throw new AssertionError(t.code());
    };
  }

  private Report<Prepared> prepare() {
    return told(driver::prepare);
  }

  /** An empty pan is seen, then a cup is put on. */
  private void freshCup() {
    freshCup(driver);
  }

  private void freshCup(StationDriver station) {
    rig.scale.load = 0;
    rig.scale.tare = 0;
    trouble("cup-missing", told(station::prepare));
    rig.scale.load = CUP;
  }

  @Test
  void aFreshEmptyCupIsTared() {
    freshCup();
    assertEquals(CUP, good(prepare()).tare().micrograms());
    assertEquals(CUP, rig.scale.tare);
  }

  @Test
  void aCupPutOnAPanThatStoodEmptySinceTheStartIsFresh() { // the first patient of a morning
    after(5000);
    rig.scale.load = CUP;
    assertInstanceOf(Report.Ok.class, prepare());
  }

  @Test
  void aCupThatStoodThereFromTheStartIsNoFreshOne() {
    rig.scale.load = CUP;
    trouble("cup-used", prepare());
  }

  @Test
  void theCupOfTheLastDoseIsNoFreshOneUntilThePanWasEmpty() {
    freshCup();
    assertInstanceOf(Report.Ok.class, prepare());
    arm();
    rig.scale.load = CUP + 8_800_000;
    driver.released();
    trouble("cup-used", prepare());
    freshCup();
    assertInstanceOf(Report.Ok.class, prepare());
  }

  @Test
  void aTaredCupWithASmallDoseIsNotAnEmptyPanAfterARestart() { // the scale keeps its tare
    rig.scale.load = CUP + 2_000_000;
    rig.scale.tare = CUP;
    after(5000);
    trouble("cup-used", prepare());
  }

  @Test
  void tooHeavyZeroShiftUnstableAndFaultsAreTold() {
    rig.scale.load = 21_000_000;
    trouble("cup-too-heavy", prepare());
    rig.scale.load = 600_000;
    trouble("zero-shift", prepare());
    rig.scale.stable = false;
    trouble("scale-unstable", prepare());
    rig.scale.fault = Optional.of(new Fault.NoAnswer("S"));
    trouble("no-answer", prepare());
    rig.pump.fault = Optional.of(new Fault.PortLost("DIA", "gone"));
    trouble("device-unplugged", prepare());
  }

  @Test
  void anotherPumpThanTheBoundOneIsRefused() { // H29
    freshCup();
    assertInstanceOf(Report.Ok.class, prepare());
    rig.pump.identity = new DeviceIdentity("pump", "1.0", Optional.of("8"));
    trouble("wrong-device", prepare());
  }

  @Test
  void onlyTheUnitThatAnswersIsFoundAndABoundOneIsTheRightOne() { // section 3: a change
    freshCup();
    assertInstanceOf(Report.Ok.class, prepare());
    rig.pump.identity = new DeviceIdentity("pump", "1.0", Optional.of("8"));
    trouble("wrong-device", looked("pump", "pump 1.0 #9"));
    trouble("no-such-device", looked("pomp", "pump 1.0 #8"));
    assertEquals("pump 1.0 #8", good(looked("pump", "pump 1.0 #8")));
    trouble("wrong-device", prepare()); // looking binds nothing
    driver.bind("pump", "pump 1.0 #8");
    assertInstanceOf(Report.Ok.class, prepare());
  }

  private Report<String> looked(String device, String identity) {
    return told(reply -> driver.look(device, identity, reply));
  }

  @Test
  void anotherScaleThanTheConfiguredOneIsRefused() { // H29
    StationDriver bound = driver(Map.of("scale", "scale 1.0 #99"));
    trouble("wrong-device", told(bound::prepare));
  }

  /** H29: least level demanded, place with a lasting name, serial number told; what comes of it. */
  @ParameterizedTest
  @CsvSource({
    "MODEL, false, false, ok",
    "PATH, false, false, weak-identity",
    "PATH, true, false, ok",
    "PATH, false, true, ok",
    "SERIAL, true, false, weak-identity",
    "SERIAL, false, true, ok"
  })
  void aPumpKnownLessSurelyThanDemandedPoursNothing(
      IdentityLevel least, boolean place, boolean serial, String result) {
    rig.pump.identity =
        new DeviceIdentity("pump", "1.0", serial ? Optional.of("7") : Optional.empty());
    Demand demand = new Demand(least, place);
    StationDriver strict = driver(Map.of(), Map.of("pump", demand));
    List<List<DeviceStatus>> boards = new ArrayList<>();
    strict.onStatus(boards::add);
    if (result.equals("ok")) {
      freshCup(strict);
    }
    Report<Prepared> told = told(strict::prepare);
    DeviceStatus shown = boards.getLast().getFirst();
    if (result.equals("ok")) {
      good(told);
      assertEquals(Optional.of(demand.level(serial)), shown.known());
    } else {
      trouble(result, told);
      assertFalse(shown.up());
      assertTrue(shown.text().contains("must be known by " + least.text()), shown.text());
    }
  }

  @Test
  void aPrepareGivenUpDoesNotTareLater() {
    freshCup();
    rig.asked.clear();
    rig.scale.stable = false;
    List<Report<Prepared>> told = new ArrayList<>();
    driver.prepare(told::add);
    lanes.run();
    driver.cancelPrepare();
    rig.scale.stable = true;
    after(10_000);
    assertFalse(rig.asked.contains("scale.tare"), "a tare in mid-pour would lose the weight");
    assertEquals(1, told.size());
  }

  @Test
  void theRecheckWantsTheCupAndZero() {
    freshCup();
    assertInstanceOf(Report.Ok.class, prepare());
    assertInstanceOf(Report.Ok.class, told(driver::recheck));
    rig.scale.load = CUP + 50_000;
    assertInstanceOf(Report.Ok.class, told(driver::recheck));
    rig.scale.load = CUP + 60_000;
    trouble("cup-not-empty", told(driver::recheck));
    rig.scale.load = 0;
    trouble("cup-missing", told(driver::recheck));
  }

  /** A measured cup stands there; what is told of it from now on. */
  private List<Boolean> cupWatched() {
    List<Boolean> told = new ArrayList<>();
    driver.onCup(told::add);
    freshCup();
    assertInstanceOf(Report.Ok.class, prepare());
    arm();
    rig.scale.load = CUP + 8_800_000;
    assertInstanceOf(Report.Ok.class, this.<Report<Mass>>told(driver::settle));
    assertEquals(List.of(), told, "nothing is told of a cup that stands there");
    return told;
  }

  @Test
  void aCupLiftedForGoodIsToldOnceAndOneThatComesBackToo() {
    List<Boolean> told = cupWatched();
    rig.scale.load = 0;
    after(5000);
    assertEquals(List.of(false), told);
    rig.scale.load = CUP + 8_800_000;
    after(1000);
    assertEquals(List.of(false, true), told);
  }

  @Test
  void aCupLiftedForAMomentIsNotTold() {
    List<Boolean> told = cupWatched();
    for (int i = 0; i < 5; i++) {
      rig.scale.load = 0;
      after(400); // one look
      rig.scale.load = CUP + 8_800_000;
      after(400);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void aHandOnThePanALiftedPanAndAScaleThatDoesNotRestAreNoLiftedCup() {
    List<Boolean> told = cupWatched();
    rig.scale.load = 2_000_000; // somebody leans on the empty pan
    after(5000);
    rig.scale.load = -600_000; // the pan hangs in the air
    after(5000);
    rig.scale.load = 0;
    rig.scale.stable = false;
    after(5000);
    rig.scale.fault = Optional.of(new Fault.Underload("SI"));
    after(5000);
    assertEquals(List.of(), told);
    rig.scale.stable = true;
    rig.scale.fault = Optional.empty();
    after(1000);
    assertEquals(List.of(false), told, "control: the cup is gone all the while");
  }

  @Test
  void ofAnEmptyPanWithoutATareNothingIsTold() {
    List<Boolean> told = new ArrayList<>();
    driver.onCup(told::add);
    after(10_000);
    assertEquals(List.of(), told);
  }

  private Report<Volume> arm() {
    Volume volume = Volume.ofMicrolitres(8500);
    Shot shot =
        new Shot(new DoseId("v-1"), new IntentId("i-1"), volume, Volume.ofMicrolitres(8925));
    return told(reply -> driver.arm(shot, reply));
  }

  @Test
  void theCapGoesDownWithThePermit() {
    assertInstanceOf(Report.Ok.class, arm());
    assertEquals(8925, rig.pump.permit.doseCap().microlitres());
    assertEquals("v-1", rig.pump.permit.dose());
  }

  @Test
  void whatIsKnownOfAStart() {
    Shot shot =
        new Shot(
            new DoseId("v-1"),
            new IntentId("i-1"),
            Volume.ofMicrolitres(9),
            Volume.ofMicrolitres(9));
    assertInstanceOf(Started.Runs.class, start(shot));
    rig.pump.start = new StartOutcome.NotWritten(new Fault.CancelledByStop("RUN"));
    assertInstanceOf(Started.NotWritten.class, start(shot));
    rig.pump.start = new StartOutcome.Unknown(new Fault.NoAnswer("RUN"));
    assertInstanceOf(Started.Unanswered.class, start(shot));
  }

  private Started start(Shot shot) {
    return this.<Started>told(reply -> driver.start(shot, reply));
  }

  @Test
  void aVolumeThatNeedsTwoStrokesIsNoSingleShot() {
    assertEquals(Volume.ZERO, driver.shotFor(Volume.ofMillilitres(12)));
    assertEquals(Volume.ofMillilitres(8), driver.shotFor(Volume.ofMillilitres(8)));
  }

  @Test
  void settlingWantsTwoEqualStableWeights() { // H22, H26
    rig.scale.tare = 12_000_000;
    rig.scale.load = 20_793_000;
    assertEquals(8_793_000, good(this.<Report<Mass>>told(driver::settle)).micrograms());
  }

  @Test
  void aScaleThatHoldsNoTareOfACupIsNoWitness() { // H25, H51: its power was away
    rig.scale.load = 8_793_000;
    trouble("tare-lost", told(driver::settle));
  }

  @Test
  void settlingTellsALeakAndAScaleThatNeverRests() {
    rig.scale.tare = 12_000_000;
    rig.scale.load = 12_000_000;
    rig.scale.beforeRead = () -> rig.scale.load += 30_000;
    trouble("leak", told(driver::settle));
    rig.scale.beforeRead = () -> {};
    rig.scale.stable = false;
    trouble("scale-unstable", told(driver::settle));
    rig.scale.fault = Optional.of(new Fault.Overload("S"));
    trouble("overload", told(driver::settle));
  }

  @Test
  void settlingWaitsForACupThatIsPutBackAndTellsOneThatIsNot() { // no negative dose
    freshCup();
    assertInstanceOf(Report.Ok.class, prepare());
    rig.scale.load = 0;
    trouble("cup-missing", told(driver::settle));
  }

  @Test
  void theWatchAsksBothUntilItEnds() {
    List<Watched> heard = new ArrayList<>();
    driver.watch(heard::add);
    lanes.run();
    after(1000);
    assertTrue(heard.stream().filter(w -> w instanceof Watched.PumpSaid).count() >= 4);
    assertTrue(heard.stream().filter(w -> w instanceof Watched.ScaleSaid).count() >= 4);
    rig.pump.fault = Optional.of(new Fault.NoAnswer("DIS"));
    rig.scale.fault = Optional.of(new Fault.Underload("S"));
    after(300);
    assertTrue(heard.stream().anyMatch(w -> w instanceof Watched.PumpSilent));
    assertTrue(heard.stream().anyMatch(w -> w instanceof Watched.NoWeight n && n.underload()));
    rig.pump.fault = Optional.of(new Fault.PortLost("DIS", "gone"));
    after(300);
    assertTrue(heard.stream().anyMatch(w -> w instanceof Watched.PumpLost));
    driver.endWatch();
    int before = heard.size();
    after(2000);
    assertEquals(before, heard.size());
  }

  @Test
  void anAlarmIsToldInWordsAndStandsStill() {
    rig.pump.motion = PumpMotion.ALARMED;
    rig.pump.alarm = Optional.of(PumpAlarm.MOTOR_STALLED);
    var ok = assertInstanceOf(Report.Ok.class, told(driver::ask));
    assertEquals(
        "PumpReading[running=false, counter=Volume[microlitres=4000],"
            + " alarm=Optional[the motor stalled]]",
        ok.value().toString());
  }

  /** A pump without stall detection pours with the scale in the loop only. */
  @Test
  void whetherThePumpMayPourAloneIsWhatItsCapabilitiesSay() {
    assertTrue(driver.pumpPoursAlone());
    rig.pump.stallDetection = false;
    assertFalse(driver.pumpPoursAlone());
  }

  @Test
  void linksAndWrongDevicesAreOnTheBoard() {
    List<List<DeviceStatus>> boards = new ArrayList<>();
    driver.onStatus(boards::add);
    lanes.run();
    assertTrue(boards.getLast().stream().allMatch(DeviceStatus::up));
    rig.scale.link.accept(LinkState.DOWN);
    lanes.run();
    assertEquals(1, boards.getLast().stream().filter(d -> !d.up()).count());
    rig.scale.identity = new DeviceIdentity("scale", "1.0", Optional.of("99"));
    rig.scale.link.accept(LinkState.UP);
    lanes.run();
    assertEquals(1, boards.getLast().stream().filter(d -> !d.up()).count());
  }

  @Test
  void templatesAreWipedAfterTheComparison() {
    List<FingerReport> told = verify();
    rig.reader.preparing.removeFirst().accept(Answer.ok(0));
    lanes.run();
    rig.reader.verifying.removeFirst().accept(Answer.ok(new FingerResult.Match(0, 130, 1)));
    lanes.run();
    assertEquals(List.of(new FingerReport.Match(130, 1)), told);
    assertEquals(0, rig.reader.given.getFirst().bytes()[0]);
  }

  @Test
  void aComparisonCancelledBeforeItBeganTakesNoFinger() {
    List<FingerReport> told = verify();
    driver.cancelVerify();
    rig.reader.preparing.removeFirst().accept(Answer.ok(0));
    lanes.run();
    assertTrue(rig.reader.verifying.isEmpty());
    assertInstanceOf(FingerReport.NoRead.class, told.getFirst());
  }

  @Test
  void aReaderThatFailsIsBroken() {
    List<FingerReport> told = verify();
    rig.reader.preparing.removeFirst().accept(Answer.failed(new Fault.NoAnswer("VfyPwd")));
    lanes.run();
    assertInstanceOf(FingerReport.Broken.class, told.getFirst());
  }

  private List<FingerReport> verify() {
    List<FingerReport> told = new ArrayList<>();
    byte[] template = {7, 7, 7};
    driver.verify(List.of(new StoredFinger(1, "reader", Bytes.of(template))), told::add);
    lanes.run();
    return told;
  }
}
