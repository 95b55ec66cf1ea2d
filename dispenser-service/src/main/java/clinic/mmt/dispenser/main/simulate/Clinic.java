package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.degraded.PowerWatch;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.app.journal.memory.MemoryDisk;
import clinic.mmt.dispenser.app.journal.memory.MemoryJournal;
import clinic.mmt.dispenser.app.journal.memory.RebuiltViews;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.app.rules.RuleBook;
import clinic.mmt.dispenser.app.rules.RuleFile;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.SiteType;
import clinic.mmt.dispenser.main.importing.Looked;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.dispenser.main.simulate.device.Life;
import clinic.mmt.dispenser.main.simulate.device.VirtualTime;
import clinic.mmt.judge.Judge;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A whole simulated clinic: its world, its disk, and one process at a time. */
final class Clinic {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final long SECOND = 1_000_000_000L;
  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

  /** In every twentieth clinic, and in the first of each run, views are held against a rebuild. */
  private static final int REBUILT_EVERY = 20;

  private static final long SYNC_NANOS = 700_000L;

  /** So long after a crash somebody starts the service again. */
  private static final long AGAIN_NANOS = 10 * SECOND;

  final Scenario scenario;
  final VirtualTime time = new VirtualTime();
  final Life world = new Life(() -> {});
  final Judge judge = new Judge();
  final Counts counts = new Counts();
  final SimClock clock = new SimClock(time, BEGIN);
  final MemoryDisk disk = new MemoryDisk();
  final List<Station> stations;
  final Story story = new Story();
  private final Ears ears = new Ears(judge);
  private final Fitting fitting;
  private final RuleFile rules;
  private final SimPeople people = new SimPeople(judge);
  private final Optional<RebuiltViews> rebuilt;
  private final Dice dice;
  final Paper paper = new Paper(this);
  final Battery battery = new Battery(this);
  private final Register register;
  private final Office office;
  private final HomeDoses homeDoses;
  private final Errands errands = new Errands(this);
  private final Newcomers newcomers = new Newcomers(this);
  private final Travels travels = new Travels(this);
  private final Visitors visitors = new Visitors(this);
  private final DosePosts dosePosts = new DosePosts(this);
  private final OrderPosts orderPosts = new OrderPosts(this, dosePosts);
  private final Held held = new Held(this);
  private final HandOvers handOvers = new HandOvers(this);
  private final Absentees absentees = new Absentees(this);
  private final RuleChanges ruleChanges = new RuleChanges(this);
  private final PatientFiles patientFiles = new PatientFiles(this);
  final Shelf shelf = new Shelf(this);
  private final StockActs stockActs = new StockActs(this, shelf);
  final StockKeeper stock = new StockKeeper(this, shelf, stockActs);
  final StockDays stockDays = new StockDays(this, stockActs, shelf);
  final StockEvenings evenings = new StockEvenings(this, shelf);
  final Thief thief = new Thief(this, shelf);
  private Optional<Process> process = Optional.empty();
  private Optional<MemoryJournal> journal = Optional.empty();
  private Optional<LocalDate> lastDay = Optional.empty();

  /** When the last entry was written, unless the service was ended for the night since. */
  private Optional<Instant> lastWritten = Optional.empty();

  private long fed;
  private long ids;
  private long salts;
  private Runnable onOpen = () -> {};

  Clinic(Scenario scenario, Fitting fitting) {
    this.scenario = scenario;
    this.fitting = fitting;
    this.rules = new SimRules(fitting);
    this.dice = Dice.of(scenario.seed(), scenario.clinic());
    this.stations = List.of(new Station("s1", time, ears), new Station("s2", time, ears));
    this.register = new Register(this);
    this.office = new Office(this);
    this.homeDoses = new HomeDoses(this);
    this.rebuilt =
        scenario.clinic() % REBUILT_EVERY == 0 ? Optional.of(new RebuiltViews()) : Optional.empty();
  }

  /** A stream of chance of one thing of this clinic. */
  Dice dice(long... what) {
    long[] all = new long[what.length + 1];
    all[0] = scenario.clinic();
    System.arraycopy(what, 0, all, 1, what.length);
    return Dice.of(scenario.seed(), all);
  }

  Register register() {
    return register;
  }

  HomeDoses homeDoses() {
    return homeDoses;
  }

  Travels travels() {
    return travels;
  }

  Newcomers newcomers() {
    return newcomers;
  }

  Visitors visitors() {
    return visitors;
  }

  DosePosts dosePosts() {
    return dosePosts;
  }

  OrderPosts orderPosts() {
    return orderPosts;
  }

  Held held() {
    return held;
  }

  RuleChanges ruleChanges() {
    return ruleChanges;
  }

  PatientFiles patientFiles() {
    return patientFiles;
  }

  /** A file as who takes it in sees it. */
  Looked looked(Looked real) {
    return fitting.looked(real);
  }

  Absentees absentees() {
    return absentees;
  }

  /** Whether this patient of here is dosed elsewhere, has completed treatment or stays away. */
  boolean isElsewhere(int number) {
    return travels.isAway(number) || handOvers.isAway(number) || absentees.isAway(number);
  }

  HandOvers handOvers() {
    return handOvers;
  }

  /** What the office has to do besides. */
  Errands errands() {
    return errands;
  }

  /** Whether this goes wrong here, so many times of a thousand. */
  boolean happens(Dice of, FaultKind kind, int permille) {
    return of.permille(permille) && scenario.faults().contains(kind);
  }

  Office office() {
    return office;
  }

  /** These fingers are taken of somebody who is in care already. */
  void fingersOf(PatientId patient, List<StoredFinger> fingers) {
    people.enrol(patient, fingers);
  }

  /** A card is given to somebody who came with an order pack. */
  void cardOf(PatientId patient, String token) {
    people.card(patient, token);
  }

  /** The papers as a watch over the power has them written. */
  PowerWatch.Copies papers(PowerWatch.Copies real) {
    return fitting.papers(real);
  }

  /** Whether nothing is being written just now. */
  boolean quiet() {
    return journal.map(MemoryJournal::idle).orElse(false);
  }

  PatientId patient(int number) {
    return register.patient(number);
  }

  /** The process, while there is one whose counters are open. */
  Optional<Process> process() {
    return process;
  }

  /** Starts the service; {@code open} is run whenever its counters are open, after a crash too. */
  void open(Runnable open) {
    onOpen = open;
    begin();
  }

  private void begin() {
    Life life = new Life(this::died);
    Executor executor = task -> time.after(life, SYNC_NANOS, task);
    SaltSource source = this::salt;
    MemoryJournal opened =
        journal
            .map(before -> before.reopened(executor, source))
            .orElseGet(() -> fitting.open(disk, executor, source));
    opened.onAppended(head -> feed(opened));
    journal = Optional.of(opened);
    Journal seen = fitting.journal(opened);
    House house =
        new House(
            seen,
            fitting.people(people.forProcess(task -> time.soon(life, task))),
            clock,
            Process.timers(time, life),
            this::id,
            fitting.calendar(clock, ZONE, lastDay, Process.timers(time, life)),
            new RuleBook(rules),
            SiteType.DEFAULT);
    Process next = new Process(time, life, house, OtherSite.BOOK);
    stations.forEach(station -> next.drive(station, fitting));
    Optional<Instant> since = lastWritten;
    next.start(stations, since, () -> register.ready(next, () -> opened(next)));
  }

  private void opened(Process next) {
    process = Optional.of(next);
    battery.opened(next);
    onOpen.run();
  }

  private String id(String prefix) {
    return prefix + Long.toString(++ids, 36);
  }

  private Bytes salt() {
    return Bytes.of(ByteBuffer.allocate(16).putLong(dice.bits()).putLong(++salts).array());
  }

  /** Gives what became durable to the judge and to the rebuild, then archives it. */
  private void feed(MemoryJournal from) {
    List<Entry> entries = from.entries(fed + 1, Integer.MAX_VALUE);
    stations.forEach(s -> s.pump.settle());
    entries.forEach(
        e -> {
          ears.entry(e);
          story.entry(e);
          switch (e.kind()) {
            case "stock.received" -> shelf.received(e.publicBody().toText());
            case "bottle.mounted" -> shelf.mounted(e.publicBody().toText());
            case "bottle.moved" -> shelf.moved(e.publicBody().toText());
            case "day.began" -> lastDay = Optional.of(dayOf(e.publicBody().toText()));
            default -> {}
          }
        });
    if (!entries.isEmpty()) {
      lastWritten = Optional.of(entries.getLast().at());
      if (!rebuilt.map(r -> r.apply(entries)).orElse(true)) {
        judge.viewsDiffer();
      }
      fed = entries.getLast().sequence();
      disk.archive();
    }
  }

  /** The day in a body like {@code {"day":"2026-03-02",…}}. */
  private static LocalDate dayOf(String publicBody) {
    int from = publicBody.indexOf("\"day\":\"") + "\"day\":\"".length();
    return LocalDate.parse(publicBody.substring(from, from + "2026-03-02".length()));
  }

  /** The day that it really is. */
  LocalDate realDay() {
    return clock.real().atZone(ZONE).toLocalDate();
  }

  /** The process dies where it stands; somebody starts it again a little later. */
  void die() {
    process.ifPresent(p -> p.life.end());
    died();
  }

  /** The same, and nobody can start it again for so long. */
  void dieFor(long nanos) {
    process.ifPresent(p -> p.life.end());
    gone(nanos);
  }

  private void died() {
    gone(AGAIN_NANOS);
  }

  private void gone(long nanos) {
    process = Optional.empty();
    battery.gone();
    stations.forEach(s -> s.pump.hostGone());
    story.note(this, () -> "the process is gone");
    time.after(world, nanos, this::begin);
  }

  /** The service is ended for the night: everything written is durable before. */
  void close() {
    process.ifPresent(p -> p.life.end());
    process = Optional.empty();
    battery.end();
    battery.gone();
    journal.ifPresent(MemoryJournal::close);
    journal.ifPresent(MemoryJournal::forgetCommands);
    lastWritten = Optional.empty();
    stations.forEach(s -> s.pump.hostGone());
  }

  /** Tells the judge when the views kept live are not what the entries make of them. */
  boolean viewsAreWhatTheEntriesMake() {
    boolean same = journal.flatMap(j -> rebuilt.map(j::viewsEqual)).orElse(true);
    if (!same) {
      judge.viewsDiffer();
    }
    return same;
  }
}
