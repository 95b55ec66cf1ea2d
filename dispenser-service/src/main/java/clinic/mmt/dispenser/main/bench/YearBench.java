package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.app.report.StockReport;
import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyPace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A ledger that grows by years of days, with all its views: how long closes and reports take at its
 * end, and whether memory stays flat.
 */
final class YearBench {

  private static final int QUARTERS = 4;

  /** With more doses the views of a verifier are not made anew in memory. */
  private static final long REBUILT_MOST = 200_000;

  private final Path folder;
  private final int days;
  private final int patients;
  private final Consumer<String> progress;

  /** In {@code folder}. */
  YearBench(Path folder, int days, int patients, Consumer<String> progress) {
    this.folder = folder;
    this.days = days;
    this.patients = patients;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param doses that were drunk
   * @param nanos all of it, without reports and verifying
   * @param countMillis the slowest count of the last quarter: begun, stored and booked
   * @param closeMillis the slowest close of the last quarter
   * @param monthMillis a report of the last month
   * @param yearMillis a report of the last year
   * @param heaps bytes in use after a collection at the end of each quarter
   * @param bytes of the file
   * @param entries of the journal
   * @param verified nanoseconds of the verifier
   */
  record Result(
      long doses,
      long nanos,
      long countMillis,
      long closeMillis,
      long monthMillis,
      long yearMillis,
      List<Long> heaps,
      long bytes,
      long entries,
      long verified) {

    /** Copies the list. */
    Result {
      heaps = List.copyOf(heaps);
    }

    /** The heap of the last quarter beside that of the first. */
    double growth() {
      return (double) heaps.getLast() / heaps.getFirst();
    }

    /** For the bench's table; the only figure with a limit here is the heap. */
    List<String> lines() {
      return List.of(
          "year-doses %d - - - -".formatted(doses),
          "year-doses-per-s %d - - - -".formatted(doses * 1_000_000_000L / Math.max(1, nanos)),
          seconds("year-count-ms", countMillis),
          seconds("year-close-ms", closeMillis),
          seconds("year-report-month-ms", monthMillis),
          seconds("year-report-year-ms", yearMillis),
          String.format(
              Locale.ROOT,
              "year-heap-mb %d %d %.2f <=1.20 %s",
              heaps.getLast() >> 20,
              heaps.getFirst() >> 20,
              growth(),
              growth() <= 1.2 ? "ok" : "over"),
          "year-file-bytes-per-dose %d - - - -".formatted(bytes / doses),
          "year-verify-entries-per-s %d - - - -"
              .formatted(entries * 1_000_000_000L / Math.max(1, verified)));
    }

    private static String seconds(String name, long millis) {
      return "%s %d - - <=5000 %s".formatted(name, millis, millis <= 5000 ? "ok" : "over");
    }
  }

  /** Lives through it. */
  Result run() throws StoreException, IOException {
    progress.accept("living through two days of 200 patients for their doses …");
    YearTemplate template = YearTemplate.lived();
    Path ledger = folder.resolve("year.db");
    List<Long> heaps = new ArrayList<>();
    long[] slowest = new long[2];
    long month;
    long year;
    long nanos;
    long entries;
    try (PeopleStore people =
            PeopleStore.open(folder.resolve("year-people.db"), folder.resolve("year-people.key"));
        SqliteJournal journal = SqliteJournal.open(ledger, new SecureSalts())) {
      YearClinic clinic = new YearClinic(journal, people, template, patients);
      long began = System.nanoTime();
      clinic.begin();
      for (int i = 0; i < days; i++) {
        YearClinic.Evening evening = clinic.live(i);
        if (i >= days - days / QUARTERS) {
          slowest[0] = Math.max(slowest[0], evening.count());
          slowest[1] = Math.max(slowest[1], evening.close());
        }
        if ((i + 1) * QUARTERS / days > i * QUARTERS / days) {
          heaps.add(heap());
          progress.accept(
              "day " + (i + 1) + " of " + days + ", heap " + (heaps.getLast() >> 20) + " MB");
        }
      }
      nanos = System.nanoTime() - began;
      LocalDate last = clinic.today().minusDays(1);
      month = report(clinic, Period.Length.MONTH, last);
      year = report(clinic, Period.Length.YEAR, last);
      entries = journal.head();
    }
    long doses = (long) days * patients;
    progress.accept("verifying …");
    VerifyOptions options =
        doses > REBUILT_MOST ? VerifyOptions.ALL.withoutViews() : VerifyOptions.ALL;
    VerifyPace.Timed verified = VerifyPace.timed(ledger, options);
    if (!verified.report().ok()) {
      throw new IllegalStateException("not sound: " + verified.report().line());
    }
    return new Result(
        doses,
        nanos,
        TimeUnit.NANOSECONDS.toMillis(slowest[0]),
        TimeUnit.NANOSECONDS.toMillis(slowest[1]),
        month,
        year,
        heaps,
        Files.size(ledger),
        entries,
        verified.nanos());
  }

  private static long report(YearClinic clinic, Period.Length length, LocalDate of) {
    long began = System.nanoTime();
    StockReport report = clinic.report(length, of);
    if (report.lines().isEmpty() || !report.open().isEmpty()) {
      throw new IllegalStateException("a report without its days: " + report);
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  /** In use after collections until it falls no more. */
  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
