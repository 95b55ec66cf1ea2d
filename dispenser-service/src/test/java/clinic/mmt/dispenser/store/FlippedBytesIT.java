package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Facts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flipped bit anywhere in the file is found, or changes nothing of what the file says (H66). */
class FlippedBytesIT {

  /** Small pages, so that little of the file is free space. */
  private static final int PAGE_SIZE = 512;

  private static final boolean ALL = "all".equals(System.getProperty("tamper.rows"));

  /** In pages of the journal every byte is flipped in profile tamper, one of 37 in CI. */
  private static final int STEP_IN_JOURNAL = ALL ? 1 : 37;

  /** Every seventh of the others; in CI fewer, never twice at the same place of two pages. */
  private static final int STEP_ELSEWHERE = ALL ? 7 : 101;

  @TempDir private Path folder = Path.of("");

  @Test
  void everySampledFlipIsFoundOrHarmless() throws Exception { // H66
    Path ledger = folder.resolve("ledger.db");
    write(ledger);
    Set<Long> journalPages = journalPages(ledger);
    assertTrue(journalPages.size() > 3, "the control: there are pages of the journal");
    byte[] sound = Files.readAllBytes(ledger);
    VerifyReport expected = JournalVerifier.verify(ledger, VerifyOptions.ALL);
    assertTrue(expected.ok(), expected.line());
    List<String> content = content(ledger);
    Path copy = folder.resolve("flipped.db");
    int inJournal = 0;
    int found = 0;
    List<String> wrong = new ArrayList<>();
    for (int at = 0; at < sound.length; at++) {
      boolean ofJournal = journalPages.contains((long) (at / PAGE_SIZE + 1));
      if (at % (ofJournal ? STEP_IN_JOURNAL : STEP_ELSEWHERE) != 0) {
        continue;
      }
      byte[] flipped = sound.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      Files.write(copy, flipped);
      VerifyReport report = JournalVerifier.verify(copy, VerifyOptions.ALL);
      if (ofJournal) {
        inJournal++;
        found += report.ok() ? 0 : 1;
      }
      if (report.ok() && !(report.equals(expected) && content(copy).equals(content))) {
        wrong.add(at + ": " + report.line());
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(found * 2 > inJournal, "the control: " + found + " of " + inJournal + " are found");
  }

  private static void write(Path ledger) throws Exception {
    try (Db db = Connections.writer(ledger)) {
      db.exec("PRAGMA journal_mode=DELETE");
      db.exec("PRAGMA page_size=" + PAGE_SIZE);
      db.exec("VACUUM");
    }
    try (SqliteJournal journal = SqliteJournal.open(ledger, new SecureSalts())) {
      Appends.append(journal, Facts.opened());
      Appends.append(journal, Facts.received());
      Appends.append(journal, Facts.mounted(Facts.STATION, Facts.BOTTLE));
      Appends.append(journal, Facts.patient(Facts.PATIENT.value()));
      for (int i = 0; i < 4; i++) {
        Appends.append(journal, Facts.patient("P-" + i));
      }
    }
  }

  /** What the file says, read by SQL alone: the second witness of «harmless». */
  private static List<String> content(Path ledger) throws Exception {
    try (Db db = Connections.frozen(ledger)) {
      return db.list(
          """
          SELECT concat_ws('|', sequence, format, at, kind, kind_version, actor, hex(public),
            hex(private), hex(salt), hex(private_hash), hex(hash))
          FROM journal ORDER BY sequence
          """,
          row -> row.getString(1));
    }
  }

  private static Set<Long> journalPages(Path ledger) throws Exception {
    try (Db db = Connections.reader(ledger)) {
      return new HashSet<>(
          db.list("SELECT pageno FROM dbstat WHERE name = 'journal'", row -> row.getLong(1)));
    }
  }
}
