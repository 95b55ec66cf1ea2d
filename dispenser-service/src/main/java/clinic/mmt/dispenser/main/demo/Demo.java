package clinic.mmt.dispenser.main.demo;

import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.rules.RuleBook;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.main.Foundation;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ConfigFile;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** One run of the demo: simulators and service as processes, then a script or a person. */
final class Demo implements AutoCloseable {

  private final DemoFiles files;
  private final int speed;
  private final long seed;
  private final PrintWriter err;
  private Processes.Started simulators;
  private Processes.Started service;
  private Optional<Processes.Started> broker = Optional.empty();
  private ControlPort hands;
  private List<DemoPeople.Invented> people;

  private Demo(
      DemoFiles files, int speed, long seed, PrintWriter err, Processes.Started simulators) {
    this.files = files;
    this.speed = speed;
    this.seed = seed;
    this.err = err;
    this.simulators = simulators;
    this.service = simulators;
    this.hands = new ControlPort(simulators.said("control"));
    this.people = List.of();
  }

  /** Starts the devices, fills the training clinic when it is empty, starts the service. */
  static Demo start(DemoFiles files, Options options, PrintWriter err)
      throws IOException, InterruptedException, StoreException, ConfigException {
    Files.createDirectories(files.folder());
    files.writeBench();
    err.println("starting the simulated pump, scale, finger reader and card reader …");
    err.flush();
    Processes.Started simulators =
        Processes.start(
            "simulators",
            "clinic.mmt.sim.main.SimulatorsMain",
            files.log("simulators"),
            List.of(
                "--bench", files.bench().toString(),
                "--links", files.links().toString(),
                "--control", "127.0.0.1:0",
                "--seed", Long.toString(options.seed()),
                "--speed", Integer.toString(options.speed()),
                "--parent", Long.toString(ProcessHandle.current().pid())));
    err.println("starting the broker …");
    err.flush();
    Optional<Processes.Started> broker = broker(files, err);
    files.writeConfig(
        options,
        simulators.said("control"),
        broker.map(b -> "broker: {url: \"" + b.said("broker") + "\"}").orElse("# no broker"));
    Demo demo = new Demo(files, options.speed(), options.seed(), err, simulators);
    demo.broker = broker;
    try {
      demo.fill(options.patients());
      demo.serve();
    } catch (IOException | StoreException | ConfigException e) {
      demo.close();
      throw e;
    }
    return demo;
  }

  /** A broker that does not start is no reason to end: nothing waits for it. */
  private static Optional<Processes.Started> broker(DemoFiles files, PrintWriter err) {
    try {
      return Optional.of(
          Processes.start(
              "dispenser-service",
              "clinic.mmt.dispenser.main.Main",
              files.log("broker"),
              List.of("broker"),
              List.of("-Xmx96m")));
    } catch (IOException e) {
      err.println("the broker did not start; see " + files.log("broker") + "; going on without");
      return Optional.empty();
    }
  }

  /**
   * How to run.
   *
   * @param patients invented patients in the clinic
   * @param speed of physics
   * @param seed of the simulated world and the invented people
   * @param port of the screens, 0 chooses
   * @param management port for metrics, 0 chooses
   */
  record Options(int patients, int speed, long seed, int port, int management) {}

  private void fill(int count)
      throws IOException, InterruptedException, StoreException, ConfigException {
    people = DemoPeople.invent(count, seed);
    if (Files.exists(files.ledger())) {
      return;
    }
    err.println("inventing " + count + " patients …");
    err.flush();
    ServiceConfig config = ConfigFile.read(files.config());
    Clock clock = Instant::now;
    try (DataFolder folder = DataFolder.open(files.data());
        Journal journal = SqliteJournal.open(folder.ledger(), new SecureSalts());
        People persons = PeopleStore.open(folder.people(), folder.peopleKey());
        Foundation foundation = new Foundation(config.speed())) {
      House house =
          new House(
              journal,
              persons,
              clock,
              foundation.timers(),
              foundation.ids(),
              DemoSeed.calendar(clock, config.zone()),
              new RuleBook(config.profile()),
              config.site());
      foundation.enter(house, config);
      new DemoSeed(house, foundation.passwords())
          .fill(
              people,
              finger -> hands.get("/fingers/" + finger + "/template").path("templateHex").asText());
    }
  }

  private void serve() throws IOException {
    err.println("starting the service …");
    err.flush();
    service =
        Processes.start(
            "dispenser-service",
            "clinic.mmt.dispenser.main.Main",
            files.log("service"),
            List.of("serve", "--config", files.config().toString()));
  }

  String http() {
    return service.said("http");
  }

  String management() {
    return service.said("management");
  }

  /** Where events can be followed; empty when there is no broker. */
  String events() {
    return broker.map(b -> b.said("broker") + "/demo").orElse("");
  }

  String control() {
    return simulators.said("control");
  }

  /** Doses so many patients by script; returns how many ended as the script wanted. */
  int run(int doses) throws IOException, InterruptedException, TimeoutException {
    int good = 0;
    try (ApiClient screen = new ApiClient(http());
        ApiClient pharmacist = new ApiClient(http());
        ProgressBar bar =
            new ProgressBarBuilder()
                .setTaskName("doses")
                .setInitialMax(doses)
                .setUpdateIntervalMillis(1000)
                .build()) {
      DemoScript script = new DemoScript(hands, screen, pharmacist, speed);
      script.begin();
      for (DemoPeople.Invented patient : people.subList(0, doses)) {
        if (!script.dose(patient)) {
          return good;
        }
        good++;
        bar.step();
      }
    }
    return good;
  }

  /** Ends the service, then the devices; the truth is read before the world ends. */
  JsonNode end() throws IOException, InterruptedException {
    if (!service.end()) {
      err.println("the service did not end by itself; see " + files.log("service"));
    }
    JsonNode truth = hands.get("/stations/s1/truth");
    simulators.end();
    if (broker.isPresent() && !broker.get().end()) {
      err.println("the broker did not end by itself; see " + files.log("broker"));
    }
    return truth;
  }

  /** The figures of the ledger file, after the service has ended. */
  DemoFigures figures() throws IOException, StoreException {
    try (DataFolder folder = DataFolder.open(files.data());
        Journal journal = SqliteJournal.open(folder.ledger(), new SecureSalts())) {
      return DemoFigures.of(journal);
    }
  }

  /** The ledger file. */
  Path ledger() {
    return files.ledger();
  }

  VerifyReport verify() {
    return JournalVerifier.verify(files.ledger(), VerifyOptions.ALL);
  }

  /** The last line, with true figures. */
  static String line(DemoFigures f, JsonNode truth, VerifyReport report) {
    boolean ok = report.ok();
    return "doses %d consumed %d held %d unknown %d unledgered-ul %d chain %s views %s"
        .formatted(
            f.poured(),
            f.in(Phase.CONSUMED),
            f.in(Phase.DISCREPANCY, Phase.HELD),
            f.in(Phase.OUTCOME_UNKNOWN),
            f.unledgered(truth),
            ok ? "ok" : "broken",
            ok ? "ok" : "unknown");
  }

  @Override
  public void close() {
    service.process().destroy();
    broker.ifPresent(b -> b.process().destroy());
    simulators.process().destroy();
  }

  int speed() {
    return speed;
  }
}
