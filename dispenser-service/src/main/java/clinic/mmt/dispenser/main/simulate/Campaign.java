package clinic.mmt.dispenser.main.simulate;

import java.io.PrintWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs clinics, each on one thread, and prints what came of them in their order. */
final class Campaign {

  private final List<Scenario> scenarios;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Counts counts = new Counts();
  private final MessageDigest journals;
  private long doses;
  private long violations;

  Campaign(List<Scenario> scenarios, PrintWriter out, PrintWriter err) {
    this.scenarios = List.copyOf(scenarios);
    this.out = out;
    this.err = err;
    try {
      this.journals = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Runs all; the answer is the exit code. */
  int run(long seed, boolean printCounts) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, scenarios.size());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Verdict> bad = new ArrayList<>();
    try {
      List<Future<Verdict>> running = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        Callable<Verdict> task = () -> Verdict.of(scenario, Fitting.REAL);
        running.add(pool.submit(task));
      }
      for (Future<Verdict> verdict : running) {
        Verdict v = verdict.get();
        take(v);
        if (!v.violations().isEmpty()) {
          bad.add(v);
        }
      }
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a bug of the simulation", bug.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 3;
    } finally {
      pool.shutdownNow();
    }
    if (printCounts) {
      counts.all().forEach((kind, n) -> out.println(kind.word() + " " + n));
    }
    bad.stream().findFirst().ifPresent(this::explain);
    return last(seed);
  }

  private void take(Verdict v) {
    doses += v.doses();
    violations += v.violations().size();
    counts.add(v.counts());
    journals.update(v.head());
    err.printf(
        Locale.ROOT,
        "clinic %d: %d days, %d doses, %d violations, %.1f s of CPU%n",
        v.scenario().clinic(),
        v.days(),
        v.doses(),
        v.violations().size(),
        v.cpuMillis() / 1000.0);
    v.violations().forEach(violation -> err.println("  " + violation));
    err.flush();
  }

  private void explain(Verdict bad) {
    err.println("shrinking …");
    err.flush();
    Verdict small = Shrink.of(bad, Fitting.REAL);
    small.violations().forEach(v -> out.println("violation: " + v));
    small.story().forEach(out::println);
    out.println("replay: " + small.scenario().replay());
  }

  private int last(long seed) {
    Set<FaultKind> wanted = scenarios.getFirst().faults();
    Map<FaultKind, Long> reached = counts.all();
    long zero = wanted.stream().filter(k -> reached.getOrDefault(k, 0L) == 0).count();
    out.printf(
        Locale.ROOT,
        "clinic-years %d seed %d doses %d faults-reached %d/%d violations %d journal %s%n",
        scenarios.size(),
        seed,
        doses,
        wanted.size() - zero,
        wanted.size(),
        violations,
        HexFormat.of().formatHex(journals.digest()));
    out.flush();
    return violations > 0 ? 1 : 0;
  }
}
