package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.degraded.Downtimes;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first start after a backup was put back: doses since its last entry may have been given, and
 * nobody here knows. Two people enter the sheets of those days, or declare them empty.
 */
final class Restored {

  private static final Logger LOG = LoggerFactory.getLogger(Restored.class);

  private Restored() {}

  /**
   * A new key would be made where one is missing, and nothing would fit it.
   *
   * @throws StoreException when a key that belongs to what was put back is missing
   */
  static void requireKeys(DataFolder folder) throws StoreException, IOException {
    List<String> missing = folder.keysMissingSinceRestore();
    if (!missing.isEmpty()) {
      throw new StoreException(
          StoreException.Reason.WRONG_MASTER_KEY,
          "%s of the restored data missing: put the backup of the keys back too (clinic restore);"
                  .formatted(String.join(", ", missing))
              + " a key that is lost for good is struck out in "
              + folder.restored());
    }
  }

  /** When the last entry of the backup was written; empty when none was put back. */
  static Optional<Instant> since(DataFolder folder, Journal journal) {
    long head = journal.head();
    return head == 0 || !Files.exists(folder.restored())
        ? Optional.empty()
        : Optional.of(journal.entries(head, 1).getLast().at());
  }

  /**
   * Writes what is owed, and then takes the mark away: a stop between the two repeats it, and what
   * is owed already is not owed twice.
   *
   * @throws IOException when it can't be written; nobody is dosed on a ledger that forgets
   */
  static void owe(House house, DataFolder folder, Optional<Instant> since) throws IOException {
    if (since.isEmpty()) {
      return;
    }
    Outcome<List<Downtime>> outcome =
        Service.wait(reply -> new Downtimes(house).restored(since.get(), reply::complete));
    if (!(outcome instanceof Outcome.Done<List<Downtime>> done)) {
      throw new IOException("what a restore left open could not be written: start again");
    }
    LOG.warn(
        "a backup was put back: entries after {} are missing; sheets owed for {} day(s)",
        since.get(),
        done.answer().size());
    Files.delete(folder.restored());
  }
}
