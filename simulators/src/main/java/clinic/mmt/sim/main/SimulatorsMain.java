package clinic.mmt.sim.main;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.BenchFile;
import clinic.mmt.sim.bench.BenchFileException;
import clinic.mmt.sim.bench.BenchSpec;
import clinic.mmt.sim.bench.DeviceSpec;
import clinic.mmt.sim.bench.Speed;
import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.session.Session;
import clinic.mmt.sim.session.SessionException;
import clinic.mmt.sim.session.SessionHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the simulators. */
@Command(
    name = "simulators",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Simulated pump, scale, fingerprint and card readers on pseudo-terminals.",
    footer = {
      "",
      "Example:",
      "  simulators --bench bench.yaml --links links --control 127.0.0.1:0 --seed 7",
      "  simulators --bench bench.yaml --links links --record monday.session",
      "  simulators --replay monday.session --links links",
      "",
      "Prints `name kind model path` for each device, `control URL` if asked for, then `ready`.",
      "Exit: 0 good, 2 wrong usage or bench file, 3 cannot run here."
    })
public final class SimulatorsMain implements Callable<Integer> {

  private static final int GOOD = 0;
  private static final int WRONG_USAGE = 2;
  private static final int CANNOT_RUN_HERE = 3;
  private static final int PERMILLE_DIGITS = 3;

  /** What there is on the bench. */
  static final class Source {
    @Option(names = "--bench", paramLabel = "FILE", description = "bench file")
    private Optional<Path> bench = Optional.empty();

    @Option(
        names = "--replay",
        paramLabel = "FILE",
        description = "a recorded session: its devices say what they said in it")
    private Optional<Path> replay = Optional.empty();

    Path file() {
      return replay.or(() -> bench).orElse(Path.of("bench.yaml"));
    }
  }

  /** Set by the command line; with a value of ours it would no longer be required. */
  @ArgGroup(exclusive = true, multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private Source source;

  @Option(names = "--links", required = true, paramLabel = "DIR", description = "folder of links")
  private Path links = Path.of("links");

  @Option(
      names = "--control",
      paramLabel = "HOST:PORT",
      description = "HTTP control port, loopback only; port 0 = choose a free one")
  private Optional<String> control = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "seed of all chance (default 1)")
  private long seed = 1;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "physics, or a replay, so many times faster, 0.01 to 1000 (default 1)")
  private BigDecimal speed = BigDecimal.ONE;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "write all that is said on the lines into this new file")
  private Optional<Path> record = Optional.empty();

  @Option(
      names = "--sessions",
      paramLabel = "DIR",
      description = "folder of the control port's sessions (default: sessions beside the links)")
  private Optional<Path> sessions = Optional.empty();

  @Option(names = "--parent", paramLabel = "PID", description = "end when this process is gone")
  private Optional<Long> parent = Optional.empty();

  @Spec private CommandSpec command = CommandSpec.create();

  /** Runs until ended from outside. */
  public static void main(String... arguments) {
    System.exit(new CommandLine(new SimulatorsMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      Start start = start();
      Optional<InetSocketAddress> address = control.map(ControlAddress::parse);
      RunningBench running =
          RunningBench.start(start.bench(), address, sessionFolder(), start.first());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endGood(running), "end"));
      running.announce(command.commandLine().getOut());
      awaitParent();
      return GOOD;
    } catch (BenchFileException
        | SessionException
        | IllegalArgumentException
        | ArithmeticException e) {
      return refuse(WRONG_USAGE, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      String wanted = source.replay.isPresent() ? "session" : "bench file";
      return refuse(WRONG_USAGE, source.file() + ":1: there is no such file; give a " + wanted);
    } catch (IOException | UncheckedIOException e) {
      return refuse(CANNOT_RUN_HERE, String.valueOf(e.getMessage()));
    }
  }

  /** A bench, and what to do before its cables are plugged. */
  private record Start(Bench bench, Runnable first) {}

  private Start start() throws IOException, BenchFileException, SessionException {
    Speed factor = new Speed(speed.movePointRight(PERMILLE_DIGITS).longValueExact());
    if (source.replay.isEmpty()) {
      Path file = source.file();
      Bench bench = bench(BenchFile.read(file.toString(), Files.readString(file)), seed, factor);
      return new Start(bench, () -> record(bench));
    }
    Session session = Session.read(source.file());
    SessionHeader header = session.header();
    BenchSpec spec = BenchFile.read(session.file() + " bench", header.bench());
    Bench bench = bench(spec, header.seed(), new Speed(header.speedPermille()));
    bench.sessions().onNews(this::tell);
    return new Start(
        bench,
        () -> {
          record(bench);
          must(bench.sessions().play(session, spec, factor));
        });
  }

  private Bench bench(BenchSpec spec, long withSeed, Speed factor) throws IOException {
    PtyCables cables = new PtyCables(links);
    cables.prepare(spec.devices().stream().map(DeviceSpec::name).toList());
    return new Bench(spec, cables, withSeed, factor);
  }

  private void record(Bench bench) {
    record.ifPresent(file -> must(bench.sessions().record(file, false)));
  }

  private static void must(Act act) {
    switch (act) {
      case Act.Done done -> {}
      case Act.Refused refused -> throw new IllegalArgumentException(refused.reason());
    }
  }

  private Path sessionFolder() {
    return sessions.orElseGet(() -> links.toAbsolutePath().resolveSibling("sessions"));
  }

  private void tell(String news) {
    command.commandLine().getErr().println(news);
    command.commandLine().getErr().flush();
  }

  /** Waits for the parent's end, or for ever. */
  private void awaitParent() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    boolean alive = true;
    while (alive) {
      never.await(1, TimeUnit.SECONDS);
      alive = parent.isEmpty() || isAlive(parent.get());
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Being asked to end is a good end. */
  private static void endGood(RunningBench running) {
    running.close();
    Runtime.getRuntime().halt(GOOD);
  }

  private int refuse(int code, String message) {
    tell(message);
    return code;
  }
}
