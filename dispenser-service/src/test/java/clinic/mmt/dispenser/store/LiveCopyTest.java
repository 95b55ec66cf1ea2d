package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies beside a writer (H67, H72). */
class LiveCopyTest {

  @TempDir private Path folder = Path.of("");

  private static long entries(Path ledger) {
    VerifyReport report = JournalVerifier.verify(ledger, VerifyOptions.ALL);
    assertTrue(report.ok(), report.line());
    return ((VerifyReport.Good) report).entries();
  }

  @Test
  void theCopyIsOneInstantAndTheWriterWaitsForNothing() throws Exception {
    Path live = folder.resolve("ledger.db");
    Path copy = folder.resolve("copy.db");
    try (SqliteJournal journal = SqliteJournal.open(live, new SecureSalts())) {
      for (int i = 0; i < 80; i++) {
        String hundred = "P-" + i + "-";
        Appends.append(
            journal,
            IntStream.range(0, 100).mapToObj(n -> Facts.patient(hundred + n)).toArray(Fact[]::new));
      }
      Appends.append(journal, Facts.patient("P-last"));
      AtomicInteger rests = new AtomicInteger();
      LiveCopy.of(
          live,
          copy,
          // In the middle of the copy the writer writes, and is answered.
          () -> Appends.append(journal, Facts.patient("P-meanwhile-" + rests.incrementAndGet())));
      assertTrue(rests.get() >= 2, "the copy went in pieces: " + rests);
      assertEquals(8_001, entries(copy));
      assertEquals(8_001 + rests.get(), entries(live), "the control: they were written");
    }
    assertFalse(Files.exists(folder.resolve("copy.db-wal")));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
  }

  /** The control: what a copy of the file alone is worth while the service runs. */
  @Test
  void aCopyOfTheFileWithoutItsLogIsNotTheLedger() throws Exception {
    Path live = folder.resolve("ledger.db");
    Path copy = folder.resolve("copy.db");
    try (SqliteJournal journal = SqliteJournal.open(live, new SecureSalts())) {
      Appends.append(journal, Facts.patient("P-1"));
      Files.copy(live, copy);
      VerifyReport report = JournalVerifier.verify(copy, VerifyOptions.ALL);
      assertFalse(report instanceof VerifyReport.Good good && good.entries() == 1, report.line());
    }
  }

  @Test
  void whatCannotBeReadLeavesNoCopyAndNothingIsWrittenOver() throws Exception {
    Path copy = folder.resolve("copy.db");
    assertThrows(
        StoreException.class, () -> LiveCopy.of(folder.resolve("none.db"), copy, () -> {}));
    assertFalse(Files.exists(copy));
    Path there = Files.writeString(folder.resolve("there.db"), "mine");
    Path live = folder.resolve("ledger.db");
    SqliteJournal.open(live, new SecureSalts()).close();
    assertThrows(StoreException.class, () -> LiveCopy.of(live, there, () -> {}));
    assertEquals("mine", Files.readString(there));
  }
}
