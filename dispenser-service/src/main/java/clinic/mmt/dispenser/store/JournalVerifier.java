package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.codec.Decoded;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks a ledger without changing it: numbers, chain, private hashes, bodies, balances, views,
 * schema and the pages of the file.
 *
 * <p>A file with a write-ahead log may have a writer, so it is opened read-only and read in short
 * transactions that let the log be reset. A file without one (a backup, a stopped service, a
 * read-only disk) is opened as immutable: SQLite then makes no file beside it. A log on a read-only
 * disk cannot be read: copy both files to a disk that can be written.
 */
public final class JournalVerifier {

  private static final int PAGE = 1000;
  private static final Pattern CHECKPOINT = Pattern.compile("([0-9]{1,18}):[0-9a-f]{64}");

  private JournalVerifier() {}

  /** Verifies {@code ledger}. Every fault of the file is a report, never an exception. */
  public static VerifyReport verify(Path ledger, VerifyOptions options) {
    try (Db db = open(ledger);
        Db fresh = Connections.inMemory()) {
      return new Run(db, fresh, options).report();
    } catch (SQLException e) {
      return new VerifyReport.Bad(0, "the file cannot be read: " + e.getMessage());
    } catch (IOException e) {
      return new VerifyReport.Bad(0, "there is no such file: " + e.getMessage());
    }
  }

  static Db open(Path ledger) throws SQLException, IOException {
    if (!Files.isRegularFile(ledger)) {
      throw new IOException(ledger.toString());
    }
    Path log = ledger.resolveSibling(ledger.getFileName() + "-wal");
    return Files.exists(log) ? Connections.reader(ledger) : Connections.frozen(ledger);
  }

  /** One verification; {@code chain} tells how far it has come. */
  private static final class Run {

    private final Db db;
    private final Db fresh;
    private final VerifyOptions options;
    private final Folding folding;

    /** Of the entries that checkpoints speak of. */
    private final Map<Long, String> hashes = new HashMap<>();

    private final Set<Long> wanted;
    private final CheckpointCheck signed;
    private Chain chain = Chain.GENESIS;
    private int orphans;

    Run(Db db, Db fresh, VerifyOptions options) {
      this.db = db;
      this.fresh = fresh;
      this.options = options;
      this.folding = new Folding(fresh);
      this.signed = new CheckpointCheck(db);
      this.wanted =
          options.checkpoints().stream()
              .flatMap(checkpoint -> sequence(checkpoint).stream())
              .collect(Collectors.toSet());
    }

    VerifyReport report() {
      try {
        Optional<String> fault = fault();
        if (fault.isPresent()) {
          return new VerifyReport.Bad(chain.sequence() + 1, fault.get());
        }
        Optional<CheckpointCheck.Finding> outside = signed.outside(options.outside(), chain);
        if (outside.isPresent()) {
          return new VerifyReport.Bad(outside.get().entry(), outside.get().reason());
        }
        Optional<String> whole = wholeFault();
        if (whole.isPresent()) {
          return new VerifyReport.Bad(chain.sequence(), whole.get());
        }
        return new VerifyReport.Good(
            chain.sequence(), chain.hash().toHex(), options.rebuild(), orphans, witnessed());
      } catch (SQLException e) {
        return new VerifyReport.Bad(
            chain.sequence() + 1, "the file cannot be read here: " + e.getMessage());
      } catch (StoreException | RuntimeException e) {
        return new VerifyReport.Bad(
            chain.sequence() + 1, "the row cannot be read: " + e.getClass().getSimpleName());
      }
    }

    private VerifyReport.Witnessed witnessed() {
      return new VerifyReport.Witnessed(
          signed.last(), signed.keyCount(), options.outside().checkpoints().size());
    }

    /** What is wrong with the next entry; empty after the last one. */
    private Optional<String> fault() throws SQLException, StoreException {
      Schema.createViews(fresh);
      Optional<String> fault = readOn();
      if (fault.isEmpty()) {
        // One snapshot for all that is compared; the entries since are few, so it is short.
        db.exec("BEGIN");
        fault = readOn();
      }
      return fault;
    }

    private Optional<String> readOn() throws SQLException, StoreException {
      List<Entry> page = JournalTable.from(db, chain.sequence() + 1, PAGE);
      while (!page.isEmpty()) {
        Optional<Long> other = JournalTable.otherFormat(db, page);
        for (Entry entry : page) {
          Optional<String> fault =
              other.equals(Optional.of(entry.sequence()))
                  ? Optional.of("its format is not " + Entry.FORMAT_VERSION)
                  : faultOf(entry);
          if (fault.isPresent()) {
            return fault;
          }
          chain = Chain.after(entry);
        }
        page = JournalTable.from(db, chain.sequence() + 1, PAGE);
      }
      return Optional.empty();
    }

    private Optional<String> faultOf(Entry entry) throws SQLException, StoreException {
      Optional<String> broken = chain.fault(entry);
      if (broken.isPresent()) {
        return broken;
      }
      try {
        switch (folding.decode(entry)) {
          case Decoded.Malformed(String why) -> {
            return Optional.of(why);
          }
          case Decoded.Known(Fact fact) -> {
            Optional<String> wrong = signed.fault(entry, fact);
            if (wrong.isPresent()) {
              return wrong;
            }
            folding.apply(fact, entry);
          }
        }
      } catch (SQLException e) {
        return Optional.of("breaks a rule of the views: " + e.getMessage());
      }
      if (wanted.contains(entry.sequence())) {
        hashes.put(entry.sequence(), entry.hash().toHex());
      }
      return Optional.empty();
    }

    private Optional<String> wholeFault() throws SQLException, StoreException {
      return checkpoints()
          .or(this::balances)
          .or(this::rows)
          .or(this::schema)
          .or(this::comparedViews)
          .or(this::pages)
          .or(this::people);
    }

    private Optional<String> checkpoints() {
      for (String checkpoint : options.checkpoints()) {
        Optional<Long> sequence = sequence(checkpoint);
        if (sequence.isEmpty()) {
          return Optional.of("a checkpoint is sequence:hash, this one is not: " + checkpoint);
        }
        String genesis = Chain.GENESIS.hash().toHex();
        String hash = sequence.get() == 0 ? genesis : hashes.getOrDefault(sequence.get(), "none");
        if (!checkpoint.strip().endsWith(":" + hash)) {
          return Optional.of(
              "checkpoint " + checkpoint + " is not in this journal: it was cut or rewritten");
        }
      }
      return Optional.empty();
    }

    private static Optional<Long> sequence(String checkpoint) {
      Matcher parts = CHECKPOINT.matcher(checkpoint.strip());
      return parts.matches() ? Optional.of(Long.parseLong(parts.group(1))) : Optional.empty();
    }

    private Optional<String> balances() {
      return asked(
          () ->
              fresh
                  .first(
                      "SELECT batch FROM view_balance GROUP BY batch HAVING sum(microlitres) <> 0",
                      row -> row.getString(1))
                  .map(batch -> "the accounts of batch " + batch + " do not sum to zero"));
    }

    /** Rows that the reading in order did not meet. */
    private Optional<String> rows() {
      return asked(
          () -> {
            long rows = db.number("SELECT count(*) FROM journal");
            return rows == chain.sequence()
                ? Optional.empty()
                : Optional.of("the journal has %d rows".formatted(rows));
          });
    }

    /** Triggers dropped, indexes changed: the schema is the one this program makes. */
    private Optional<String> schema() {
      return asked(
          () -> {
            if (Schema.ofEarlierProgram(db)) {
              return Optional.of(
                  "every entry is sound, but the tables are those of an earlier program: start the"
                      + " service once, then verify again");
            }
            try (Db reference = Connections.inMemory()) {
              Schema.migrateLedger(reference);
              Schema.createViews(reference);
              Set<String> is = objects(db);
              Set<String> expected = objects(reference);
              if (is.equals(expected)) {
                return Optional.empty();
              }
              Set<String> differing = new TreeSet<>(expected);
              differing.removeAll(is);
              is.removeAll(expected);
              differing.addAll(is);
              String first = differing.iterator().next();
              return Optional.of("the schema was changed: " + first.lines().findFirst().orElse(""));
            }
          });
    }

    private static Set<String> objects(Db db) throws SQLException {
      return new TreeSet<>(
          db.list(
              "SELECT type || ' ' || name || '\n' || coalesce(sql, '') FROM sqlite_schema",
              row -> row.getString(1)));
    }

    private Optional<String> comparedViews() {
      if (!options.rebuild()) {
        return Optional.empty();
      }
      return asked(() -> ViewsCompare.differences(db, fresh).stream().findFirst());
    }

    private Optional<String> pages() {
      return asked(
          () ->
              db.first("PRAGMA integrity_check(1)", row -> row.getString(1))
                  .filter(said -> !said.equals("ok"))
                  .map(said -> "the file is damaged: " + said));
    }

    private Optional<String> people() {
      if (options.people().isEmpty()) {
        return Optional.empty();
      }
      return asked(
          () -> {
            try (Db people = open(options.people().get())) {
              for (String id :
                  people.list("SELECT patient FROM person_key", row -> row.getString(1))) {
                if (!fresh.any("SELECT 1 FROM view_patient WHERE id = ?", id)) {
                  orphans++;
                }
              }
              return Optional.empty();
            } catch (IOException e) {
              return Optional.of("there is no such people file: " + e.getMessage());
            }
          });
    }

    private static Optional<String> asked(Question question) {
      try {
        return question.fault();
      } catch (SQLException e) {
        return Optional.of("the file cannot be read: " + e.getMessage());
      } catch (StoreException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }

    /** One thing to check of the file as a whole. */
    @FunctionalInterface
    private interface Question {
      Optional<String> fault() throws SQLException, StoreException;
    }
  }
}
