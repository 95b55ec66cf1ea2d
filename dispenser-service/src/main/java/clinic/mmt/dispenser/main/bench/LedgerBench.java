package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.store.RawRig;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.SqlTape;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyPace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * The ledger with all its views beside a rig that writes the very same rows, and beside one commit
 * for each event: every event of some days of 200 patients.
 */
final class LedgerBench {

  private static final int[] CLIENTS = {1, 16, 64};
  private static final int BATCH = SqliteJournal.BATCH_MAX;
  private static final int BYTES_MOST = 2500;

  private final Path folder;
  private final Mornings mornings;
  private final int rounds;
  private final Consumer<String> progress;
  private int files;

  LedgerBench(Path folder, int days, int rounds, Consumer<String> progress) {
    this.folder = folder;
    this.rounds = rounds;
    this.progress = progress;
    progress.accept("living through " + days + " days of 200 patients …");
    this.mornings = Mornings.of(days);
  }

  /** Lines of all figures: {@code name ours bare ratio goal verdict}. */
  List<String> run() throws StoreException {
    int events = mornings.events().size();
    progress.accept(events + " events of " + mornings.doses() + " doses; recording their rows …");
    SqlTape tape = new SqlTape();
    Path ledger = record(tape);
    List<SqlTape.Rows> rows = tape.events();
    List<String> lines = new ArrayList<>();
    ClosedLoop.Result single = middle(raw(rows, 1, 1), raw(rows, 1, 1));
    for (int clients : CLIENTS) {
      progress.accept(clients + " client(s) …");
      List<ClosedLoop.Result> ours = new ArrayList<>();
      List<ClosedLoop.Result> bare = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        ours.add(ours(clients));
        bare.add(raw(rows, clients, BATCH));
      }
      lines.addAll(lines(clients, middle(ours), middle(bare), single));
    }
    progress.accept("verifying …");
    lines.addAll(verifying(ledger));
    long perDose = mornings.bytes() / mornings.doses();
    lines.add(
        "journal-bytes-per-dose %d - - <=%d %s"
            .formatted(perDose, BYTES_MOST, perDose <= BYTES_MOST ? "ok" : "over"));
    return lines;
  }

  private static List<String> lines(
      int clients, ClosedLoop.Result ours, ClosedLoop.Result bare, ClosedLoop.Result single) {
    List<String> lines = new ArrayList<>();
    lines.add(rate("append-" + clients, ours, bare, clients == 1 ? 0 : 0.8));
    if (clients > 1) {
      lines.add(rate("append-gain-" + clients, ours, single, clients == 16 ? 4 : 6));
    }
    lines.add(
        "append-%d-p99-us %d %d %s - -"
            .formatted(
                clients,
                ours.p99Micros(),
                bare.p99Micros(),
                ratio(ours.p99Micros(), bare.p99Micros())));
    return lines;
  }

  private static String rate(
      String name, ClosedLoop.Result ours, ClosedLoop.Result bare, double goal) {
    double ratio = (double) ours.perSecond() / bare.perSecond();
    return String.format(
        Locale.ROOT,
        "%s-per-s %d %d %s %s %s",
        name,
        ours.perSecond(),
        bare.perSecond(),
        ratio(ours.perSecond(), bare.perSecond()),
        goal == 0 ? "-" : String.format(Locale.ROOT, ">=%.1f", goal),
        goal == 0 ? "-" : ratio >= goal ? "ok" : "over");
  }

  private static String ratio(long ours, long bare) {
    return String.format(Locale.ROOT, "%.2f", (double) ours / bare);
  }

  private static List<String> verifying(Path ledger) throws StoreException {
    VerifyOptions chain = VerifyOptions.ALL.withoutViews();
    try {
      VerifyPace.timed(ledger, chain); // warms up
      VerifyPace.Timed ours = VerifyPace.timed(ledger, chain);
      VerifyPace.bare(ledger);
      VerifyPace.Pace bare = VerifyPace.bare(ledger);
      if (!ours.report().ok()) {
        throw new IllegalStateException("the bench's ledger is not sound: " + ours.report().line());
      }
      long a = Math.round(ours.pace(bare.entries()).perSecond());
      long b = Math.round(bare.perSecond());
      return List.of("verify-entries-per-s %d %d %s - -".formatted(a, b, ratio(a, b)));
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN, String.valueOf(e.getMessage()), e);
    }
  }

  private static ClosedLoop.Result middle(ClosedLoop.Result... all) {
    return middle(Arrays.asList(all));
  }

  private static ClosedLoop.Result middle(List<ClosedLoop.Result> all) {
    return new ClosedLoop.Result(
        middle(all, ClosedLoop.Result::perSecond), middle(all, ClosedLoop.Result::p99Micros));
  }

  private static long middle(
      List<ClosedLoop.Result> all, ToLongFunction<ClosedLoop.Result> figure) {
    return all.stream().mapToLong(figure).sorted().skip(all.size() / 2).findFirst().orElseThrow();
  }

  private Path record(SqlTape tape) throws StoreException {
    Path file = fresh();
    try (SqliteJournal journal = SqliteJournal.open(file, new SecureSalts())) {
      journal.record(tape).join();
      ClosedLoop.run(
          1,
          mornings.events().size(),
          (event, done) ->
              append(
                  journal,
                  event,
                  () -> {
                    tape.next();
                    done.run();
                  }));
    }
    return file;
  }

  private Path fresh() throws StoreException {
    try {
      Files.createDirectories(folder.resolve(String.valueOf(++files)));
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN, "no folder for the bench: " + e.getMessage(), e);
    }
    return folder.resolve(String.valueOf(files)).resolve("ledger.db");
  }

  private ClosedLoop.Result ours(int clients) throws StoreException {
    try (SqliteJournal journal = SqliteJournal.open(fresh(), new SecureSalts())) {
      return ClosedLoop.run(
          clients, mornings.events().size(), (event, done) -> append(journal, event, done));
    }
  }

  private void append(SqliteJournal journal, int number, Runnable done) {
    Mornings.Event event = mornings.events().get(number);
    journal.transact(
        new Transaction<>(
            event.actor(), event.at(), reads -> Decision.accept(List.of(event.fact()), number)),
        outcome -> {
          if (!(outcome instanceof Outcome.Done<Integer>)) {
            throw new IllegalStateException("event " + number + ": " + outcome);
          }
          done.run();
        });
  }

  private ClosedLoop.Result raw(List<SqlTape.Rows> rows, int clients, int most)
      throws StoreException {
    try (RawRig rig = RawRig.open(fresh(), most)) {
      return ClosedLoop.run(
          clients, rows.size(), (event, done) -> rig.submit(rows.get(event), done));
    }
  }
}
