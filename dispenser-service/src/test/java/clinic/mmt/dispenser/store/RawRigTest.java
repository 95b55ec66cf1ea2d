package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of the bench writes the very same rows; else its figures say nothing. */
class RawRigTest {

  @TempDir private Path folder = Path.of("");

  private static List<String> rows(Path file, String... tables) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Db db = Connections.frozen(file)) {
      for (String table : tables) {
        db.each(
            "SELECT * FROM " + table,
            row -> {
              StringBuilder text = new StringBuilder(table);
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                Object value = row.getObject(i);
                text.append('|')
                    .append(
                        value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
              }
              rows.add(text.toString());
            });
      }
    }
    return rows.stream().sorted().toList();
  }

  private static List<String> tables(Path file) throws SQLException {
    try (Db db = Connections.frozen(file)) {
      return db.list(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
          row -> row.getString(1));
    }
  }

  @Test
  void itWritesWhatTheLedgerWrote() throws Exception {
    Path ours = Files.createDirectory(folder.resolve("ours")).resolve("ledger.db");
    SqlTape tape = new SqlTape();
    List<Fact> facts =
        List.of(
            Facts.opened(),
            Facts.received(),
            Facts.patient("P-1"),
            Facts.patient("P-2"),
            Facts.prescription("P-1", Facts.DAY, Facts.DAY.plusDays(5)));
    try (SqliteJournal journal = SqliteJournal.open(ours, new SecureSalts())) {
      journal.record(tape).join();
      for (Fact fact : facts) {
        Appends.append(journal, fact);
        tape.next();
      }
    }
    assertEquals(facts.size(), tape.events().size());
    for (int most : new int[] {1, 3}) {
      Path raw = Files.createDirectory(folder.resolve("raw-" + most)).resolve("ledger.db");
      CountDownLatch done = new CountDownLatch(facts.size());
      try (RawRig rig = RawRig.open(raw, most)) {
        tape.events().forEach(event -> rig.submit(event, done::countDown));
        assertTrue(done.await(30, TimeUnit.SECONDS));
      }
      String[] tables = tables(ours).toArray(String[]::new);
      List<String> expected = rows(ours, tables);
      assertFalse(expected.isEmpty());
      assertEquals(expected, rows(raw, tables));
      assertTrue(JournalVerifier.verify(raw, VerifyOptions.ALL).ok());
    }
  }
}
