package clinic.mmt.dispenser.main.bench;

import clinic.mmt.device.Device;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.Scale;
import clinic.mmt.device.catalog.Catalog;
import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.catalog.Opened;
import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.counter.SignatureDesk;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.device.Lines;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.app.rules.RuleBook;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.StaffRoom;
import clinic.mmt.dispenser.app.stock.StockRoom;
import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.app.witness.Witness;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.SiteType;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.http.ApiServer;
import clinic.mmt.dispenser.http.Clinic;
import clinic.mmt.dispenser.http.LiveHub;
import clinic.mmt.dispenser.main.Foundation;
import clinic.mmt.dispenser.main.config.ProfileFile;
import clinic.mmt.dispenser.station.StationDriver;
import clinic.mmt.dispenser.station.StationSetup;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A whole clinic of one counter in this process, with lines to instant devices. */
final class BenchClinic implements AutoCloseable {

  private static final Mass DOSE = Mass.ofMilligrams(85);

  static final String LOGIN = "bench";
  static final String PASSWORD = "bench-password";

  private static final StationId STATION = new StationId("s1");
  private static final MountedBottle BOTTLE =
      new MountedBottle(
          new BottleId("B-BENCH"),
          new BatchId("LOT-BENCH"),
          Concentration.ofMilligramsPerMillilitre(10),
          Optional.of(new Density(1_050_000)));

  private final Foundation foundation = new Foundation(1);
  private final BenchTimers timers = new BenchTimers();
  private final ExecutorService queue =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            Thread thread = new Thread(task, "bench-counter");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());
  private final House house;
  private final Journal journal;
  private final People people;
  private final Pump pump;
  private final Scale scale;
  private final BenchReaders.Cards cards = new BenchReaders.Cards();
  private final StaffRoom staff;

  BenchClinic(Path folder, int pumpPort, int scalePort) throws StoreException, IOException {
    this.journal = SqliteJournal.open(folder.resolve("ledger.db"), new SecureSalts());
    this.people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    this.house =
        new House(
            journal,
            people,
            Instant::now,
            timers,
            foundation.ids(),
            new ClinicCalendar(Instant::now, ZoneOffset.UTC, Instant.EPOCH),
            new RuleBook(ProfileFile.builtInFile("VN-2024")),
            SiteType.DEFAULT);
    this.pump = keep(Catalog.openPump(spec("pump", "new-era", pumpPort)));
    this.scale = keep(Catalog.openScale(spec("scale", "mt-sics", scalePort)));
    this.staff = new StaffRoom(house, foundation.passwords(), queue);
  }

  private static DeviceSpec spec(String name, String model, int port) {
    return new DeviceSpec(name, model, "tcp://127.0.0.1:" + port, Map.of());
  }

  private static <D extends Device> D keep(Opened<D> opened) throws IOException {
    return switch (opened) {
      case Opened.Good<D>(D device) -> device;
      case Opened.Wrong<D>(var error) -> throw new IOException(error.text());
    };
  }

  /** Fills the clinic and serves it; the answer is the HTTP port. */
  int open(Vertx vertx, int patients, Consumer<Snapshot> listener) throws IOException {
    fill(patients);
    StationDriver driver =
        new StationDriver(
            new StationDriver.Rig(pump, scale, new BenchReaders.Finger(), cards),
            new StationSetup(
                new PumpSetup(FlowRate.ofMillilitresPerMinute(60), 0, 5), house::profile, Map.of()),
            timers,
            queue);
    Counter counter = new Counter(house, STATION, driver, queue);
    LiveHub hub = new LiveHub(people, timers);
    counter.open(
        List.of(),
        snapshot -> {
          hub.accept(snapshot);
          listener.accept(snapshot);
        });
    Clinic clinic =
        new Clinic(
            house,
            staff,
            new SignatureDesk(house, staff, queue),
            new Registry(house),
            new StockRoom(house),
            SiteBook.alone(new SiteName("bench"), SiteKey.of(new byte[32])),
            // Never begun: a checkpoint every thousand entries is nobody's wait.
            new Witness(
                house.journal(),
                house.clock(),
                queue,
                CheckpointKey.of(new byte[32]),
                new Witness.Settings("bench", 1000, List.of())),
            Map.of("s1", counter),
            Lines.NONE,
            List.of(),
            true);
    return wait(new ApiServer(vertx, clinic, hub)
            .listen("127.0.0.1", 0)
            .toCompletionStage()
            .toCompletableFuture())
        .actualPort();
  }

  private void fill(int patients) throws IOException {
    StaffRoom.NewStaff nurse =
        new StaffRoom.NewStaff(LOGIN, PASSWORD, "bench", Set.of(Role.DISPENSER));
    this.<StaffId>ask(reply -> staff.register("bench", nurse, reply));
    StockRoom stock = new StockRoom(house);
    Volume all = Volume.ofMillilitres(900_000);
    this.<BatchId>ask(
        reply ->
            stock.receive(
                "bench",
                new StockRoom.NewBatch(
                    BOTTLE.batch(), BOTTLE.concentration(), BOTTLE.density(), all),
                reply));
    this.<BottleId>ask(
        reply ->
            stock.mount(
                "bench",
                new StockRoom.NewBottle(STATION, BOTTLE.bottle(), BOTTLE.batch(), all, Volume.ZERO),
                reply));
    this.<LocalDate>ask(reply -> stock.checked("bench", STATION, true, "bench", reply));
    Registry registry = new Registry(house);
    Session doctor = new Session(new StaffId("doctor"), "bench", Set.of(Role.PRESCRIBER), "bench");
    LocalDate today = house.calendar().today();
    Prescribing prescribing = new Prescribing(house);
    Notes notes = new Notes(house);
    for (int i = 0; i < patients; i++) {
      String card = card(i);
      PatientId id =
          ask(
              reply ->
                  registry.register(
                      "bench",
                      new Registry.NewPatient(
                          new Person("Bench", "Bench", 1990, Bytes.EMPTY),
                          List.of(new StoredFinger(1, "bench", Bytes.of(new byte[512]))),
                          List.of(card)),
                      reply));
      this.<String>ask(reply -> notes.outside(doctor, yesterday(notes, id, today), reply));
      this.<clinic.mmt.dispenser.domain.prescription.PrescriptionId>ask(
          reply ->
              prescribing.sign(
                  doctor,
                  Optional.empty(),
                  Prescribing.NewPrescription.daily(id, DOSE, today, today.plusDays(2)),
                  reply));
    }
  }

  private static OutsideDose yesterday(Notes notes, PatientId id, LocalDate today) {
    return new OutsideDose(
        notes.nextId(),
        id,
        today.minusDays(1),
        DOSE,
        Optional.empty(),
        DoseDay.Kind.GUEST,
        new OutsideDose.Confirmation(true, "bench", "bench"),
        Optional.empty());
  }

  static String card(int i) {
    return "00%08X".formatted(i);
  }

  void present(int i) {
    cards.present(card(i));
  }

  private <T> T ask(Consumer<Consumer<Answered<T>>> question) throws IOException {
    CompletableFuture<Answered<T>> reply = new CompletableFuture<>();
    question.accept(reply::complete);
    return switch (wait(reply)) {
      case Answered.Yes<T>(T value) -> value;
      case Answered.No<T>(var refusal) -> throw new IOException(refusal.text());
      case Answered.Failed<T>(String why) -> throw new IOException(why);
    };
  }

  private static <T> T wait(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  Pump pump() {
    return pump;
  }

  Scale scale() {
    return scale;
  }

  Journal journal() {
    return journal;
  }

  @Override
  public void close() {
    pump.close();
    scale.close();
    queue.shutdownNow();
    timers.close();
    journal.close();
    people.close();
    foundation.close();
  }
}
