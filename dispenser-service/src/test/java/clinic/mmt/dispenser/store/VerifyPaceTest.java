package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Facts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both paths of the measurement read the same rows; the figures themselves are no test. */
class VerifyPaceTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void theBarePathReadsAsManyRowsAsAreVerified() throws Exception {
    Path ledger = folder.resolve("ledger.db");
    try (SqliteJournal journal = SqliteJournal.open(ledger, new SecureSalts())) {
      for (int i = 0; i < 20; i++) {
        Appends.append(journal, Facts.patient("P-" + i));
      }
    }
    VerifyPace.Timed timed = VerifyPace.timed(ledger, VerifyOptions.ALL);
    VerifyReport.Good good = (VerifyReport.Good) timed.report();
    assertEquals(20, good.entries());
    assertEquals(20, VerifyPace.bare(ledger).entries());
    assertTrue(timed.pace(20).perSecond() > 0);
  }

  @Test
  void theLineSaysEntriesSecondsAndPace() {
    assertEquals(
        "1234 entries in 0.1 s, 12340 a second", new VerifyPace.Pace(1234, 100_000_000).line());
  }
}
