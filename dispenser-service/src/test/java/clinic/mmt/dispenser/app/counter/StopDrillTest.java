package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.degraded.Downtimes;
import clinic.mmt.dispenser.app.degraded.Modes;
import clinic.mmt.dispenser.app.degraded.Sheets;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.stock.StockRoom;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.Rest;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.dispense.Compared;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The drill of principle 3: whatever stops a station, the next patient is dosed in a permitted way
 * within a few acts (H99). Every act of a person counts: entering a mode, each tap, each signature.
 */
class StopDrillTest {

  /** From the stop to the swallow; an ordinary visit has three taps. */
  private static final int ACTS_MOST = 8;

  private static final PatientId NEXT = new PatientId("P-A");
  private static final Session OTHER = Bed.session("S-other", Role.DISPENSER);

  /** A stop: what happens, the code that is told where one is, and the way on. */
  record Stop(String name, Consumer<Drill> strikes, String told, Consumer<Drill> wayOn) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A bed on which acts are counted. */
  static final class Drill {
    final Bed bed = new Bed();
    int acts;

    void write(Fact fact) {
      bed.journal.transact(
          new Transaction<>("S-test", Bed.MORNING, reads -> Decision.accept(List.of(fact), true)),
          outcome -> assertInstanceOf(Outcome.Done.class, outcome));
      bed.run();
      bed.counter.stockChanged();
      bed.run();
    }

    <T> T act(Consumer<Consumer<Answered<T>>> question) {
      acts++;
      List<Answered<T>> answers = new ArrayList<>();
      question.accept(answers::add);
      bed.run();
      bed.counter.stockChanged();
      bed.run();
      return answers.getFirst() instanceof Answered.Yes<T>(T value)
          ? value
          : org.junit.jupiter.api.Assertions.fail("" + answers);
    }

    void enter(Mode mode) {
      this.<clinic.mmt.dispenser.domain.degraded.RunningMode>act(
          reply ->
              new Modes(bed.house)
                  .enter(Bed.NURSE, new Modes.Asked(Bed.STATION, mode, "drill"), reply));
    }

    void tap(Step step) {
      acts++;
      Bed.done(bed.step(step));
    }

    Optional<Signature> second(String digest) {
      acts++;
      return Optional.of(
          new Signature(
              OTHER.staff(), OTHER.roles(), digest, OTHER.terminal(), bed.house.clock().instant()));
    }

    /** Identified, poured by the pump, drunk. */
    void asAlways() {
      bed.identify("P-A");
      tap(Step.POUR);
      bed.devices.finish(8500);
      bed.run();
      drink();
    }

    void drink() {
      DoseId dose = bed.visit();
      tap(Step.HAND_OVER);
      acts++;
      Bed.done(bed.step(Step.SWALLOWED, dose));
    }

    void byHand() {
      enter(Mode.HAND_POUR);
      bed.identify("P-A");
      tap(Step.POUR);
      bed.devices.draw(8500);
      tap(Step.POURED);
      drink();
    }

    void withoutScale() {
      enter(Mode.PUMP_WITHOUT_SCALE);
      bed.identify("P-A");
      acts += 2;
      Bed.done(bed.signed(Step.POUR, Map.of("attestation", "yes")));
      bed.devices.finish(8500);
      bed.run();
      drink();
    }

    void bySheet() {
      this.<clinic.mmt.dispenser.domain.degraded.Downtime>act(
          reply ->
              new Downtimes(bed.house)
                  .declare(
                      Bed.NURSE,
                      new Downtimes.New(
                          Optional.of(Bed.STATION), bed.house.clock().instant(), "drill"),
                      reply));
      bed.wait(Duration.ofMinutes(10));
      sheet();
    }

    void sheet() {
      String id = bed.read(r -> r.degraded().openDowntimes().getFirst().id());
      Instant at = bed.house.clock().instant().minusSeconds(60);
      SheetRow row =
          new SheetRow(
              NEXT,
              SheetRow.Told.DOSED,
              Mass.ofMilligrams(85),
              Optional.of(at),
              Optional.of(Bed.NURSE.staff()));
      Sheets.Lines lines = new Sheets.Lines(id, Bed.STATION, List.of(row));
      this.<Integer>act(
          reply -> new Sheets(bed.house).enter(Bed.NURSE, second(lines.digest()), lines, reply));
      Sheets.End end = new Sheets.End(id, Rest.NOT_DOSED, false);
      this.<Integer>act(
          reply -> new Sheets(bed.house).close(Bed.NURSE, second(end.digest()), end, reply));
    }
  }

  private static Stop stop(
      String name, Consumer<Drill> strikes, String told, Consumer<Drill> wayOn) {
    return new Stop(name, strikes, told, wayOn);
  }

  private static void pumpGone(Drill d) {
    d.bed.devices.prepare =
        Report.trouble("port-lost", "The pump's line is gone.", "see the cable; hand pour");
  }

  private static void scaleGone(Drill d) {
    d.bed.devices.prepare =
        Report.trouble("port-lost", "The scale's line is gone.", "see the cable");
    d.bed.devices.recheck = Report.trouble("port-lost", "The scale is gone.", "see the cable");
    d.bed.devices.settle = Optional.of(Report.trouble("port-lost", "The scale is gone.", "x"));
  }

  static Stream<Stop> stops() {
    return Stream.of(
        stop("nothing is wrong", d -> {}, "", Drill::asAlways),
        stop("the pump is lost", StopDrillTest::pumpGone, "port-lost", Drill::byHand),
        stop("the scale is lost", StopDrillTest::scaleGone, "port-lost", Drill::withoutScale),
        stop("pump and scale are lost", StopDrillTest::scaleGone, "port-lost", Drill::bySheet),
        stop("the reader is lost", d -> {}, "", StopDrillTest::withoutReader),
        stop(
            "the reader breaks at a patient",
            d -> {
              d.bed.card("P-A").finger(new FingerReport.Broken("no answer"));
            },
            "reader-out-of-order",
            StopDrillTest::withoutReader),
        stop(
            "the batch is stopped",
            d -> {
              d.write(
                  new Fact.BatchReceived(
                      Bed.BATCH,
                      Concentration.ofMilligramsPerMillilitre(10),
                      Optional.of(FakeDevices.DENSITY),
                      Volume.ZERO,
                      List.of()));
              d.write(
                  new Fact.BatchCompared(
                      Bed.BATCH,
                      new Compared(
                          new DoseId("D-1"),
                          Volume.ofMicrolitres(8500),
                          Volume.ofMicrolitres(9500)),
                      true));
            },
            "batch-stopped",
            StopDrillTest::remeasured),
        stop(
            "the sheet is owed",
            d -> {
              d.<clinic.mmt.dispenser.domain.degraded.Downtime>act(
                  reply ->
                      new Downtimes(d.bed.house)
                          .declare(
                              Bed.NURSE,
                              new Downtimes.New(Optional.empty(), Bed.MORNING, "drill"),
                              reply));
              d.acts = 0;
            },
            "sheet-owed",
            StopDrillTest::emptySheet),
        stop(
            "nobody has explained a pause",
            d ->
                new Downtimes(d.bed.house)
                    .noticed(
                        d.bed.house.clock().instant().minus(Duration.ofHours(1)), outcome -> {}),
            "pause-unanswered",
            StopDrillTest::answered),
        stop(
            "the disk is nearly full",
            d ->
                d.bed.counter.noNewVisits(
                    Optional.of(
                        Refusal.of("disk-low", "H65", "The disk is nearly full.", "sheet"))),
            "disk-low",
            Drill::bySheet),
        stop(
            "nobody is signed in",
            d -> {
              d.bed.counter.signOut(Bed.NURSE.staff());
              d.bed.run();
            },
            "sign-in-first",
            d -> {
              d.acts++;
              d.bed.signIn(Bed.NURSE);
              d.asAlways();
            }));
  }

  private static void withoutReader(Drill d) {
    d.enter(Mode.READER_OUTAGE);
    d.bed.card("P-A");
    String digest = Acts.identity(ActKind.NO_READ_EXCEPTION, Bed.STATION, NEXT, Bed.DAY);
    d.acts++;
    List<Reply> replies = new ArrayList<>();
    d.bed.counter.resolveIdentity(Bed.NURSE, Optional.empty(), d.second(digest), replies::add);
    d.bed.run();
    Bed.done(replies.getFirst());
    d.tap(Step.POUR);
    d.bed.devices.finish(8500);
    d.bed.run();
    d.drink();
  }

  private static void remeasured(Drill d) {
    StockRoom.Remeasured done =
        new StockRoom.Remeasured(Bed.BATCH, Optional.empty(), "pump calibrated");
    Session pharmacist = Bed.PHARMACIST;
    d.acts++;
    Signature second =
        new Signature(
            pharmacist.staff(),
            pharmacist.roles(),
            done.digest(),
            pharmacist.terminal(),
            d.bed.house.clock().instant());
    d.<clinic.mmt.dispenser.domain.stock.BatchId>act(
        reply -> new StockRoom(d.bed.house).remeasure(Bed.NURSE, Optional.of(second), done, reply));
    d.asAlways();
  }

  private static void emptySheet(Drill d) {
    String id = d.bed.read(r -> r.degraded().openDowntimes().getFirst().id());
    Sheets.End end = new Sheets.End(id, Rest.NOT_DOSED, true);
    d.<Integer>act(
        reply -> new Sheets(d.bed.house).close(Bed.NURSE, d.second(end.digest()), end, reply));
    d.asAlways();
  }

  private static void answered(Drill d) {
    String id = d.bed.read(r -> r.degraded().openDowntimes().getFirst().id());
    d.<clinic.mmt.dispenser.domain.degraded.Downtime>act(
        reply ->
            new Downtimes(d.bed.house)
                .answer(Bed.NURSE, new Downtimes.Said(id, false, "lunch"), reply));
    d.asAlways();
  }

  @ParameterizedTest
  @MethodSource("stops")
  void afterEachStopTheNextPatientIsDosedInAFewActs(Stop stop) { // H99
    Drill drill = new Drill();
    drill.write(new Fact.StaffRegistered(Bed.NURSE.staff(), Set.of(Role.DISPENSER)));
    stop.strikes().accept(drill);
    if (!stop.told().isEmpty()) {
      if (drill.bed.screen.stage() != Snapshot.Stage.NO_READ) {
        drill.bed.card("P-A");
        if (!drill.bed.devices.fingers.isEmpty()) {
          drill.bed.finger();
        }
      }
      Refusal told = drill.bed.screen.notice().orElseThrow();
      assertEquals(stop.told(), told.code());
      assertTrue(!told.liftedBy().isBlank(), "names its way on");
    }
    stop.wayOn().accept(drill);
    assertEquals(
        Optional.of(Phase.CONSUMED),
        drill.bed.<Optional<Phase>>read(
            reads -> reads.openOrTaken(NEXT, Bed.DAY, DosePart.WHOLE).map(s -> s.phase())));
    assertTrue(drill.acts <= ACTS_MOST, drill.acts + " acts");
  }
}
