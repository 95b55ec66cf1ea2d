package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.journal.memory.MemoryDisk;
import clinic.mmt.dispenser.app.journal.memory.MemoryJournal;
import clinic.mmt.dispenser.app.rules.RuleBook;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.SiteType;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.dispenser.main.config.ProfileFile;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One counter with everything around it, on one thread and virtual time. */
final class Bed {

  static final StationId STATION = new StationId("station-1");
  static final Instant MORNING = Instant.parse("2026-03-02T00:30:00Z");
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final BatchId BATCH = new BatchId("L-1");
  static final Session NURSE = session("S-nurse", Role.DISPENSER);
  static final Session PHARMACIST = session("S-pharmacist", Role.PHARMACIST);

  final Lanes lanes;
  final MemoryDisk disk;
  final MemoryJournal journal;
  final FakeDevices devices;
  final VirtualTimers timers = new VirtualTimers();
  final House house;
  final Counter counter;
  final List<Reply> replies = new ArrayList<>();
  final ClinicCalendar calendar;
  Snapshot screen;
  Duration clockShift = Duration.ZERO;
  private final AtomicInteger ids = new AtomicInteger();

  Bed() {
    this("training");
  }

  /** A bed whose days are kept by another calendar. */
  Bed(BiFunction<Clock, Timers, ClinicCalendar> days) {
    this(days, Duration.ZERO);
  }

  /** The same, started with a clock that is wrong by so much. */
  Bed(BiFunction<Clock, Timers, ClinicCalendar> days, Duration wrongBy) {
    this(new Lanes(), new MemoryDisk(), days, wrongBy);
    setUp("training");
    signIn(NURSE);
  }

  /** A counter of a clinic in {@code mode}. */
  Bed(String mode) {
    this(new Lanes(), new MemoryDisk());
    setUp(mode);
    signIn(NURSE);
  }

  Bed(Lanes lanes, MemoryDisk disk) {
    this(
        lanes,
        disk,
        (clock, timers) -> new ClinicCalendar(clock, ZoneId.of("Asia/Ho_Chi_Minh"), MORNING),
        Duration.ZERO);
  }

  private Bed(
      Lanes lanes,
      MemoryDisk disk,
      BiFunction<Clock, Timers, ClinicCalendar> days,
      Duration wrongBy) {
    this.clockShift = wrongBy;
    this.lanes = lanes;
    this.disk = disk;
    this.journal = new MemoryJournal(disk, lanes.lane("ledger"), () -> Bytes.of(new byte[16]));
    this.devices = new FakeDevices(lanes.lane("device"));
    this.calendar = days.apply(this::instant, timers);
    this.screen = new Desk(STATION, calendar).snapshot();
    this.house =
        new House(
            journal,
            new FakePeople(lanes.lane("people")),
            this::instant,
            timers,
            prefix -> prefix + "-" + disk.hashCode() + "-" + ids.incrementAndGet() + journal.head(),
            calendar,
            new RuleBook(ProfileFile.builtInFile("VN-2024")),
            SiteType.DEFAULT);
    this.counter = new Counter(house, STATION, devices, lanes.lane("counter"));
    counter.open(List.of(), snapshot -> screen = snapshot);
    run();
  }

  private Instant instant() {
    return MORNING.plusNanos(timers.nanos()).plus(clockShift);
  }

  static Session session(String staff, Role role) {
    return new Session(new StaffId(staff), staff, Set.of(role), "terminal-1");
  }

  void setUp() {
    setUp("training");
  }

  private void setUp(String mode) {
    Volume bottle = Volume.ofMillilitres(1000);
    Posting in =
        Posting.move(
            BATCH,
            Account.only(AccountKind.SUPPLIER),
            new Account(AccountKind.BOTTLE, "B-1"),
            bottle);
    MountedBottle mounted =
        new MountedBottle(
            new BottleId("B-1"),
            BATCH,
            Concentration.ofMilligramsPerMillilitre(10),
            Optional.of(FakeDevices.DENSITY));
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.JournalOpened("clinic", mode, "Asia/Ho_Chi_Minh"));
    facts.add(new Fact.BottleMounted(STATION, mounted, List.of(in)));
    facts.add(new Fact.StationChecked(STATION, DAY, true, "ok"));
    for (String patient : List.of("P-A", "P-B", "P-C")) {
      facts.add(new Fact.PatientRegistered(new PatientId(patient)));
      if (!patient.equals("P-C")) {
        facts.add(new Fact.PrescriptionSigned(prescription(patient)));
        facts.add(new Fact.OutsideDoseNoted(dosedYesterday(patient)));
      }
    }
    journal.transact(
        new Transaction<>("S-setup", MORNING, reads -> Decision.accept(facts, true)),
        outcome -> assertInstanceOf(Outcome.Done.class, outcome));
    run();
  }

  private static Prescription prescription(String patient) {
    return Prescription.daily(
        new PrescriptionId("Rx-" + patient),
        new PatientId(patient),
        Mass.ofMilligrams(85),
        new Prescription.Days(DAY, DAY.plusDays(29)),
        new StaffId("S-doctor"));
  }

  /** The last dose before the tests begin. */
  private static OutsideDose dosedYesterday(String patient) {
    return new OutsideDose(
        "n-" + patient,
        new PatientId(patient),
        DAY.minusDays(1),
        Mass.ofMilligrams(85),
        Optional.empty(),
        DoseDay.Kind.GUEST,
        new OutsideDose.Confirmation(true, "the other clinic", "by telephone, read back"),
        Optional.empty());
  }

  Bed run() {
    lanes.run();
    return this;
  }

  Bed wait(Duration by) {
    timers.advance(by, lanes::run);
    return run();
  }

  Bed signIn(Session session) {
    counter.signIn(session, () -> {});
    return run();
  }

  Bed card(String token) {
    devices.card(token);
    return run();
  }

  Bed finger() {
    return finger(new FingerReport.Match(120, 1));
  }

  Bed finger(FingerReport report) {
    devices.finger(report);
    return run();
  }

  Bed identify(String patient) {
    return card(patient).finger();
  }

  DoseId visit() {
    return screen.onScale().orElseThrow().dose().id();
  }

  /** Asks; does not run anything yet. */
  void ask(Command command) {
    counter.command(command, replies::add);
  }

  Command command(Step step, DoseId visit, int n, Map<String, String> body) {
    String id = visit.value() + "/" + step.word() + "/" + n;
    return new Command(
        id, visit, step, body, Digests.sha256(body.toString()), NURSE, Optional.empty());
  }

  /** A step on the dose at the scale; the answer. */
  Reply step(Step step) {
    return step(step, visit());
  }

  Reply step(Step step, DoseId visit) {
    return tell(command(step, visit, ids.incrementAndGet(), Map.of("attestation", "yes")));
  }

  Reply step(Step step, DoseId visit, Map<String, String> body) {
    return tell(command(step, visit, ids.incrementAndGet(), body));
  }

  Reply tell(Command command) {
    int before = replies.size();
    ask(command);
    run();
    assertEquals(before + 1, replies.size(), "one answer");
    return replies.getLast();
  }

  /** The same step, signed by nurse and pharmacist. */
  Reply signed(Step step, Map<String, String> body) {
    State state = screen.onScale().orElseThrow();
    String digest = Acts.digest(Acts.of(step, state).orElseThrow(), step, state, body);
    Signature second =
        new Signature(
            PHARMACIST.staff(), PHARMACIST.roles(), digest, "terminal-1", house.clock().instant());
    Command plain = command(step, visit(), ids.incrementAndGet(), body);
    return tell(
        new Command(
            plain.id(), plain.visit(), step, body, plain.bodyHash(), NURSE, Optional.of(second)));
  }

  /** Pours {@code microlitres} after the tap and lets it settle. */
  Bed pour(long microlitres) {
    assertInstanceOf(Reply.Done.class, step(Step.POUR));
    devices.finish(microlitres);
    return run();
  }

  /** The measured cup is handed over and drunk. */
  Bed handOverMeasured() {
    DoseId dose = visit();
    done(step(Step.HAND_OVER));
    done(step(Step.SWALLOWED, dose));
    devices.freshCup();
    return this;
  }

  Bed handOver(String patient) {
    identify(patient).pour(8500);
    done(step(Step.HAND_OVER));
    return this;
  }

  void stop() {
    counter.stop(Optional.of(NURSE.staff()), "STOP pressed");
  }

  static void done(Reply reply) {
    assertInstanceOf(Reply.Done.class, reply, reply::toString);
  }

  static void refused(String code, Reply reply) {
    assertEquals(code, assertInstanceOf(Reply.Refused.class, reply).refusal().code());
  }

  Bed is(Phase phase) {
    assertEquals(
        Optional.of(phase), screen.onScale().map(State::phase), () -> "" + screen.notice());
    return this;
  }

  Bed empty() {
    assertEquals(Optional.empty(), screen.onScale().map(State::phase));
    return this;
  }

  String notice() {
    return screen.notice().map(r -> r.code()).orElse("");
  }

  /** What the ledger says. */
  <T> T read(Function<Reads, T> question) {
    List<T> answer = new ArrayList<>();
    journal.transact(
        new Transaction<T>(
            "S-test", MORNING, reads -> Decision.accept(List.of(), question.apply(reads))),
        outcome -> {
          if (outcome instanceof Outcome.Done<T> done) {
            answer.add(done.answer());
          }
        });
    run();
    return answer.getFirst();
  }

  Phase phase(DoseId dose) {
    return read(reads -> reads.dose(dose).orElseThrow().phase());
  }

  Volume balance(AccountKind kind, String of) {
    return read(reads -> reads.balance(new Account(kind, of), BATCH));
  }
}
