package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures; each figure against a bare path in the same run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure against a bare path in the same run.",
    footer = {
      "",
      "Examples:",
      "  clinic bench path --strict",
      "  clinic bench ledger",
      "  clinic bench counts --years 200",
      "  clinic bench devices --longest-s 120",
      "  clinic bench year --clinic-days 365 --patients 200"
    })
@SuppressWarnings("NullAway.Init")
public final class BenchCommand implements Callable<Integer> {

  /** So that the figures are those of compiled code: what a clinic reaches after some mornings. */
  private static final int WARM_UP = 2000;

  private static final int ROUNDS = 3;

  /** Enough for a 99th percentile that is not the slowest of all. */
  private static final int PORT_ROUNDS = 120;

  private static final int PERCENT = 99;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "WHAT",
      defaultValue = "all",
      description = {
        "path: from a tap to the pump and to the ledger;",
        "ledger: appending, verifying, size;",
        "counts: alarms about differences of stock counts, beside a fixed percentage;",
        "devices: loss and return of a port, deadlines, devices that stop reading or hang;",
        "year: closes, reports and memory of a ledger that grows day by day (minutes);",
        "all: everything there is but year."
      })
  private String what;

  @Option(names = "--strict", description = "Exit 1 when a figure is over its limit.")
  private boolean strict;

  @Option(
      names = "--doses",
      defaultValue = "600",
      paramLabel = "N",
      description = "Measured doses on each path, 10 to 5000.")
  private int doses;

  @Option(
      names = "--days",
      defaultValue = "10",
      paramLabel = "N",
      description = "Days of 200 patients that the ledger takes in, 1 to 60.")
  private int days;

  @Option(
      names = "--years",
      defaultValue = "100",
      paramLabel = "N",
      description = "Simulated years of day counts of each kind, 1 to 10000.")
  private int years;

  @Option(
      names = "--longest-s",
      defaultValue = "10",
      paramLabel = "N",
      description = "Longest deadline of 'devices', in seconds, 1 to 120.")
  private int longestSeconds;

  @Option(
      names = "--clinic-days",
      defaultValue = "365",
      paramLabel = "N",
      description = "Days that the ledger of 'year' grows, 8 to 4000.")
  private int clinicDays;

  @Option(
      names = "--patients",
      defaultValue = "200",
      paramLabel = "N",
      description = "Patients of 'year', each day, 1 to 2000.")
  private int patients;

  @Option(
      names = "--pause-ms",
      defaultValue = "10",
      paramLabel = "N",
      description = "Pause after each dose of either path, 0 to 1000.")
  private int pauseMillis;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!List.of("path", "ledger", "counts", "devices", "year", "all").contains(what) || !fits()) {
      spec.commandLine()
          .getErr()
          .println(
              "bench takes path, ledger, counts, devices, year or all, --longest-s 1 to 120, --doses 10 to 5000, --days 1 to 60,"
                  + " --years 1 to 10000, --clinic-days 8 to 4000, --patients 1 to 2000 and"
                  + " --pause-ms 0 to 1000.");
      return 2;
    }
    Path folder = Files.createTempDirectory("clinic-bench-");
    List<String> lines = new ArrayList<>();
    try {
      if (asked("path")) {
        lines.addAll(path(folder));
      }
      if (asked("counts")) {
        tell(years + " simulated years of counts of each kind …");
        lines.addAll(new CountBench(years).run());
      }
      if (asked("devices")) {
        lines.addAll(new DeviceBench(PORT_ROUNDS, longestSeconds, PERCENT, this::tell).run());
      }
      if (asked("ledger")) {
        lines.addAll(new LedgerBench(folder, days, ROUNDS, this::tell).run());
      }
      if (what.equals("year")) {
        lines.addAll(new YearBench(folder, clinicDays, patients, this::tell).run().lines());
      }
    } catch (StoreException | TimeoutException e) {
      spec.commandLine().getErr().println("the bench failed: " + e.getMessage());
      return 3;
    } finally {
      remove(folder);
    }
    spec.commandLine().getOut().println("name ours bare ratio limit verdict");
    lines.forEach(spec.commandLine().getOut()::println);
    boolean over = lines.stream().anyMatch(l -> l.endsWith(" over"));
    return strict && over ? 1 : 0;
  }

  private boolean asked(String kind) {
    return what.equals(kind) || what.equals("all");
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private void tell(String progress) {
    spec.commandLine().getErr().println(progress);
    spec.commandLine().getErr().flush();
  }

  private List<String> path(Path folder)
      throws IOException, InterruptedException, StoreException, TimeoutException {
    int warmUp = Math.min(WARM_UP, 3 * doses);
    tell("measuring " + doses + " doses on each path after a warm-up of " + warmUp + " …");
    try (PathBench bench = new PathBench(folder, warmUp + doses + 1)) {
      return bench.run(warmUp, doses, TimeUnit.MILLISECONDS.toNanos(pauseMillis));
    }
  }

  private boolean fits() {
    return doses >= 10
        && doses <= 5000
        && days >= 1
        && days <= 60
        && years >= 1
        && years <= 10_000
        && longestSeconds >= 1
        && longestSeconds <= 120
        && clinicDays >= 8
        && clinicDays <= 4000
        && patients >= 1
        && patients <= 2000
        && pauseMillis >= 0
        && pauseMillis <= 1000;
  }
}
