package clinic.mmt.sim.main;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.BenchFile;
import clinic.mmt.sim.bench.BenchFileException;
import clinic.mmt.sim.bench.BenchSpec;
import clinic.mmt.sim.bench.DeviceSpec;
import clinic.mmt.sim.bench.Speed;
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
      "",
      "Prints `name kind model path` for each device, `control URL` if asked for, then `ready`.",
      "Exit: 0 good, 2 wrong usage or bench file, 3 cannot run here."
    })
public final class SimulatorsMain implements Callable<Integer> {

  private static final int GOOD = 0;
  private static final int WRONG_USAGE = 2;
  private static final int CANNOT_RUN_HERE = 3;
  private static final int PERMILLE_DIGITS = 3;

  @Option(names = "--bench", required = true, paramLabel = "FILE", description = "bench file")
  private Path benchFile = Path.of("bench.yaml");

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
      description = "physics so many times faster, 0.01 to 1000 (default 1)")
  private BigDecimal speed = BigDecimal.ONE;

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
      Bench bench = bench();
      Optional<InetSocketAddress> address = control.map(ControlAddress::parse);
      RunningBench running = RunningBench.start(bench, address);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endGood(running), "end"));
      running.announce(command.commandLine().getOut());
      awaitParent();
      return GOOD;
    } catch (BenchFileException | IllegalArgumentException | ArithmeticException e) {
      return refuse(WRONG_USAGE, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      return refuse(WRONG_USAGE, benchFile + ":1: there is no such file; give a bench file");
    } catch (IOException | UncheckedIOException e) {
      return refuse(CANNOT_RUN_HERE, String.valueOf(e.getMessage()));
    }
  }

  private Bench bench() throws IOException, BenchFileException {
    Speed factor = new Speed(speed.movePointRight(PERMILLE_DIGITS).longValueExact());
    BenchSpec spec = BenchFile.read(benchFile.toString(), Files.readString(benchFile));
    PtyCables cables = new PtyCables(links);
    cables.prepare(spec.devices().stream().map(DeviceSpec::name).toList());
    return new Bench(spec, cables, seed, factor);
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
    command.commandLine().getErr().println(message);
    command.commandLine().getErr().flush();
    return code;
  }
}
