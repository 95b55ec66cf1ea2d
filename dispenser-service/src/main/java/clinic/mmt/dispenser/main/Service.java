package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.DayBook;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.counter.Recovery;
import clinic.mmt.dispenser.app.counter.SignatureDesk;
import clinic.mmt.dispenser.app.door.Namesakes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.rules.RuleBook;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.app.staff.StaffRoom;
import clinic.mmt.dispenser.app.stock.StockRoom;
import clinic.mmt.dispenser.app.witness.Witness;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.http.ApiServer;
import clinic.mmt.dispenser.http.Clinic;
import clinic.mmt.dispenser.http.LiveHub;
import clinic.mmt.dispenser.http.ManagementServer;
import clinic.mmt.dispenser.main.backup.BackupJob;
import clinic.mmt.dispenser.main.backup.BackupSchedule;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.metrics.ClinicMeters;
import clinic.mmt.dispenser.mqtt.Publisher;
import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.DiskSpace;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.StoreException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: opened in the order of need, closed in the other. */
public final class Service {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);
  private static final int OPEN_SECONDS_MOST = 30;

  private final ServiceConfig config;
  private final DataFolder folder;
  private final Journal journal;
  private final People people;
  private final RealTimers timers;
  private final Queues queues = new Queues();
  private final ArgonPasswords passwords = new ArgonPasswords();
  private final Stations stations = new Stations();
  private final ClinicMeters meters = new ClinicMeters();
  private final Vertx vertx = Vertx.vertx();
  private final House house;
  private final SiteBook sites;
  private Optional<Watchdog> watchdog = Optional.empty();
  private Optional<SpaceWatch> spaceWatch = Optional.empty();
  private Optional<Publisher> publisher = Optional.empty();
  private int httpPort;
  private int managementPort;
  private Optional<String> setupCode = Optional.empty();

  private Service(ServiceConfig config, DataFolder folder) throws StoreException {
    this.config = config;
    this.folder = folder;
    this.journal = SqliteJournal.open(folder.ledger(), new SecureSalts());
    this.people = PeopleStore.open(folder.people(), folder.peopleKey());
    this.timers = new RealTimers(config.speed());
    this.sites =
        new SiteBook(
            new SiteName(config.clinic()),
            config.kind(),
            SiteKey.of(folder.siteKey()),
            config.others());
    Clock clock = Instant::now;
    this.house =
        new House(
            journal,
            people,
            clock,
            timers,
            new SecureIds(),
            ClinicCalendar.starting(clock, config.zone(), lastDay(journal, config.zone()), timers)
                .closedOn(config.closedDays())
                .doctorUntil(config.doctorUntil())
                .takingIn(config.intake()),
            new RuleBook(config.profile()),
            config.site());
  }

  /** The last clinic day written; in a ledger that has none yet the day of its last entry. */
  private static Optional<LocalDate> lastDay(Journal journal, ZoneId zone) {
    long head = journal.head();
    if (head == 0) {
      return Optional.empty();
    }
    Instant last = journal.entries(head, 1).getLast().at();
    Outcome<Optional<LocalDate>> outcome =
        wait(
            reply ->
                journal.transact(
                    new Transaction<Optional<LocalDate>>(
                        "service", last, reads -> Decision.accept(List.of(), reads.latestDay())),
                    reply::complete));
    Optional<LocalDate> written =
        outcome instanceof Outcome.Done<Optional<LocalDate>> done
            ? done.answer()
            : Optional.empty();
    return written.or(() -> Optional.of(last.atZone(zone).toLocalDate()));
  }

  /** Opens everything; a wrong configuration or a second instance is said in one line. */
  public static Service open(ServiceConfig config)
      throws ConfigException, StoreException, IOException {
    DataFolder folder = DataFolder.open(config.data());
    Restored.requireKeys(folder);
    Service service = new Service(config, folder);
    service.start();
    return service;
  }

  private void start() throws ConfigException, StoreException, IOException {
    Optional<Instant> unexplained = Pause.unexplainedSince(journal);
    Optional<Instant> restored = Restored.since(folder, journal);
    Epoch.enter(house, config);
    RulesAtStart.learn(house);
    Unfinished.settle(house);
    List<State> left = recovered();
    PumpsAtStart.settle(house);
    Restored.owe(house, folder, restored);
    Pause.ask(house, restored.isPresent() ? Optional.empty() : unexplained);
    new DayBook(house).keep();
    stations.open(config, house, queues);
    meters.lines(stations);
    publisher = Events.publisher(config, house, folder);
    Witness witness = Witnessing.of(config, house, folder, publisher, queues.named("checkpoints"));
    LiveHub hub = new LiveHub(people, timers, new Namesakes(house));
    Executor office = queues.named("office");
    StaffRoom staff = new StaffRoom(house, passwords, office);
    Clinic clinic =
        new Clinic(
            house,
            staff,
            new SignatureDesk(house, staff, office),
            new Registry(house),
            new StockRoom(house),
            sites,
            witness,
            stations.counters(),
            stations,
            config.reports(),
            config.mode() == ServiceConfig.Mode.TRAINING);
    openCounters(left, hub);
    setupCode = wait(reply -> staff.begin(reply::complete));
    httpPort =
        await(
                new ApiServer(vertx, clinic, hub, Events.simulated(config, publisher))
                    .listen(config.http().host(), config.http().port()))
            .actualPort();
    Watchdog dog = new Watchdog(house, stations.counters());
    watchdog = Optional.of(dog);
    SpaceWatch space = new SpaceWatch(disk(config.data(), config), stations.counters().values());
    spaceWatch = Optional.of(space);
    config.ups().ifPresent(this::power);
    config.backup().ifPresent(this::backUp);
    publisher.ifPresent(Publisher::start);
    witness.begin();
    managementPort =
        await(
                new ManagementServer(vertx, meters.registry(), () -> health(dog, space))
                    .listen(config.management()))
            .actualPort();
  }

  /** Each goes on with what it left. */
  private void openCounters(List<State> left, LiveHub hub) {
    stations
        .counters()
        .forEach(
            (name, counter) ->
                counter.open(
                    left.stream().filter(s -> s.dose().station().value().equals(name)).toList(),
                    snapshot -> {
                      hub.accept(snapshot);
                      publisher.ifPresent(p -> p.accept(snapshot));
                      meters.accept(snapshot);
                    }));
  }

  private void power(ServiceConfig.Ups ups) {
    new PowerAtService(house, folder.papers(), stations.counters(), queues.named("papers"))
        .watch(PowerAtService.client(ups, queues.named("ups")), queues.named("power"));
  }

  private void backUp(ServiceConfig.Backup to) {
    BackupSchedule schedule =
        new BackupSchedule(
            BackupJob.of(config, to), to, config.zone(), house.clock(), house.timers());
    meters.backups(schedule::last);
    schedule.begin(queues.named("backup"));
  }

  /** The disk of a folder, with the floors of the configuration. */
  static DiskSpace disk(Path folder, ServiceConfig config) {
    ServiceConfig.Disk mb = config.disk();
    return new DiskSpace(
        folder,
        new DiskSpace.Floors(
            (long) mb.warn() << 20, (long) mb.stop() << 20, (long) mb.ballast() << 20));
  }

  private static ManagementServer.Health health(Watchdog dog, SpaceWatch space) {
    DiskSpace.Reading disk = space.last();
    return new ManagementServer.Health(
        dog.ready() && disk.level() != DiskSpace.Level.STOP,
        SpaceWatch.word(disk.level()),
        SpaceWatch.megabytes(disk),
        disk.ballast());
  }

  private List<State> recovered() throws ConfigException, IOException {
    Outcome<List<State>> outcome = wait(reply -> new Recovery(house).run(reply::complete));
    return switch (outcome) {
      case Outcome.Done<List<State>> done -> {
        long unknown = done.answer().stream().filter(s -> s instanceof State.Unsettled).count();
        if (unknown > 0) {
          LOG.warn("{} dose(s) of unknown outcome; they are blocked until settled", unknown);
        }
        yield done.answer();
      }
      case Outcome.Refused<List<State>> r -> throw new ConfigException(r.refusal().text());
      case Outcome.Conflict<List<State>> c -> throw new ConfigException(c.constraint());
      case Outcome.Failed<List<State>> f ->
          throw new IOException("the ledger can't be written: " + f.why());
    };
  }

  /** Waits for a reply of another thread; used only while starting and stopping. */
  static <T> T wait(java.util.function.Consumer<CompletableFuture<T>> ask) {
    CompletableFuture<T> reply = new CompletableFuture<>();
    ask.accept(reply);
    return reply.orTimeout(OPEN_SECONDS_MOST, TimeUnit.SECONDS).join();
  }

  private static <T> T await(io.vertx.core.Future<T> future) throws IOException {
    CompletableFuture<T> reply = new CompletableFuture<>();
    future.onComplete(
        done -> {
          if (done.succeeded()) {
            reply.complete(done.result());
          } else {
            reply.completeExceptionally(done.cause());
          }
        });
    try {
      return reply.orTimeout(OPEN_SECONDS_MOST, TimeUnit.SECONDS).join();
    } catch (java.util.concurrent.CompletionException e) {
      throw new IOException("a port can't be opened: " + reason(e) + "; choose another port");
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  /** The port screens connect to. */
  public int httpPort() {
    return httpPort;
  }

  /** The loopback port for metrics and health. */
  public int managementPort() {
    return managementPort;
  }

  /** The one-time setup code, at a first start only. */
  public Optional<String> setupCode() {
    return setupCode;
  }

  /** STOP to every pump. */
  void stopAllPumps(String cause) {
    stations.counters().values().forEach(c -> c.stop(Optional.empty(), cause));
  }

  /** No new visits and no new pours from now on. */
  void closeForNew() {
    stations.counters().values().forEach(Counter::closeForNew);
  }

  /** Writes that the service ended in order. */
  void endedInOrder() {
    Pause.ended(house);
  }

  /** Whether liquid may be moving anywhere. */
  boolean inMotion() {
    return stations.counters().values().stream().anyMatch(Service::moving);
  }

  /** A counter that does not answer is taken for moving. */
  private static boolean moving(Counter counter) {
    CompletableFuture<Boolean> reply = new CompletableFuture<>();
    counter.whetherInMotion(reply::complete);
    return reply.completeOnTimeout(true, 1, TimeUnit.SECONDS).join();
  }

  /** Closes all in order: screens, devices, ledger, lock. */
  public void close() throws IOException {
    watchdog.ifPresent(Watchdog::close);
    spaceWatch.ifPresent(SpaceWatch::close);
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(2, TimeUnit.SECONDS)
        .exceptionally(e -> null)
        .join();
    stations.close();
    publisher.ifPresent(Publisher::close);
    queues.close();
    timers.close();
    passwords.close();
    journal.close();
    people.close();
    folder.close();
  }
}
