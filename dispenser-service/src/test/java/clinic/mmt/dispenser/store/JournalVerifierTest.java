package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tampering and damage are found and named (H66, H67, H68). */
class JournalVerifierTest {

  private static final int FACTS = 12;

  @TempDir private Path folder = Path.of("");

  private Path ledger = Path.of("");

  /** A closed ledger with twelve entries. */
  @BeforeEach
  void write() throws StoreException {
    ledger = folder.resolve("ledger.db");
    try (SqliteJournal journal = SqliteJournal.open(ledger, new SecureSalts())) {
      Appends.append(journal, Facts.opened());
      Appends.append(journal, Facts.patient(Facts.PATIENT.value()));
      Appends.append(journal, Facts.received());
      Appends.append(journal, Facts.mounted(Facts.STATION, Facts.BOTTLE));
      for (int i = 5; i < FACTS; i++) {
        Appends.append(journal, Facts.patient("P-" + i));
      }
      Fact dose = Facts.ofEveryKind().get("dose.MEASURED");
      Appends.append(journal, Objects.requireNonNull(dose));
    }
  }

  @Test
  void aSoundJournalGivesTheLineOfTheContract() {
    String line = verify().line();
    assertTrue(
        line.matches("entries 12 head [0-9a-f]{64} chain ok checkpoints ok balances ok views ok"),
        line);
  }

  @Test
  void itWorksBesideARunningServiceAndSeesItsLatestEntry() throws StoreException {
    try (SqliteJournal journal = SqliteJournal.open(ledger, new SecureSalts())) {
      Appends.append(journal, Facts.patient("P-late"));
      assertEquals(13, good(verify()).entries());
      Appends.append(journal, Facts.patient("P-later"));
    }
  }

  @Test
  void itLeavesNoFileBesideOneThatNobodyWrites() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("r--r--r--"));
    try (Stream<Path> before = Files.list(folder)) {
      List<Path> files = before.toList();
      assertTrue(verify().ok());
      try (Stream<Path> after = Files.list(folder)) {
        assertEquals(files, after.toList());
      }
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5,UPDATE journal SET actor = 'S-99' WHERE sequence = 5",
    "6,UPDATE journal SET at = at + 1 WHERE sequence = 6",
    "7,UPDATE journal SET private = x'7b7d' WHERE sequence = 7",
    "8,UPDATE journal SET salt = zeroblob(16) WHERE sequence = 8",
    "3,UPDATE journal SET public = x'7b7d' WHERE sequence = 3",
    "9,UPDATE journal SET private_hash = zeroblob(32) WHERE sequence = 9",
    "10,UPDATE journal SET kind_version = 2 WHERE sequence = 10",
    "4,UPDATE journal SET kind = 'bottle.mountee' WHERE sequence = 4",
    "5,DELETE FROM journal WHERE sequence = 5",
    "1,DELETE FROM journal WHERE sequence = 1",
    "6,UPDATE journal SET sequence = CASE sequence WHEN 6 THEN -6 ELSE sequence END",
  })
  void anEditedOrDeletedRowIsFoundAndNamed(int entry, String sql) throws Exception { // H68
    tamper("DROP TRIGGER journal_is_never_updated");
    tamper("DROP TRIGGER journal_is_never_deleted");
    tamper(sql);
    assertEquals(entry, bad(verify()).entry());
  }

  @Test
  void rowsThatChangedPlacesAreFound() throws Exception { // H68
    tamper("DROP TRIGGER journal_is_never_updated");
    tamper("UPDATE journal SET sequence = 100 WHERE sequence = 6");
    tamper("UPDATE journal SET sequence = 6 WHERE sequence = 7");
    tamper("UPDATE journal SET sequence = 7 WHERE sequence = 100");
    assertEquals(6, bad(verify()).entry());
  }

  @Test
  void aCutEndIsFoundByACheckpointOnly() throws Exception { // H67, H68
    String checkpoint = "12:" + good(verify()).head();
    assertTrue(verify(VerifyOptions.ALL.withCheckpoint(checkpoint)).ok());
    tamper("DROP TRIGGER journal_is_never_deleted");
    tamper("DELETE FROM journal WHERE sequence > 10");
    tamper(
        "CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal\nBEGIN\n"
            + "  SELECT RAISE(ABORT, 'journal_is_append_only');\nEND");
    try (Db db = Connections.writer(ledger)) {
      Rebuild.views(db);
    }
    assertEquals(10, good(verify()).entries(), "the control: the chain alone does not show it");
    VerifyReport.Bad bad = bad(verify(VerifyOptions.ALL.withCheckpoint(checkpoint)));
    assertTrue(bad.reason().contains("cut or rewritten"), bad.line());
  }

  @Test
  void aDroppedTriggerIsFound() throws Exception {
    tamper("DROP TRIGGER journal_is_gapless");
    VerifyReport.Bad bad = bad(verify());
    assertEquals("the schema was changed: trigger journal_is_gapless", bad.reason());
  }

  @Test
  void tablesOfAnEarlierProgramAreToldAsThat() throws Exception { // H70
    tamper("PRAGMA user_version=1");
    assertTrue(bad(verify()).reason().contains("those of an earlier program"));
    tamper("PRAGMA user_version=2");
    tamper("UPDATE view_state SET version = version - 1");
    assertTrue(bad(verify()).reason().contains("those of an earlier program"));
  }

  @Test
  void aViewThatDoesNotFollowFromTheEntriesIsFound() throws Exception {
    tamper("UPDATE view_balance SET microlitres = microlitres + 1 WHERE kind = 'STORE'");
    assertTrue(bad(verify()).reason().startsWith("view_balance differs"));
    VerifyOptions without = VerifyOptions.ALL.withoutViews();
    assertTrue(verify(without).line().endsWith("views skipped"));
  }

  @Test
  void aPersonWithoutAPatientIsCountedAndHarmless() throws Exception {
    Path people = folder.resolve("people.db");
    try (PeopleStore store = PeopleStore.open(people, folder.resolve("people.key"))) {
      for (String id : List.of(Facts.PATIENT.value(), "P-orphan")) {
        CompletableFuture<People.Saved> saved = new CompletableFuture<>();
        store.register(
            new PatientId(id),
            new Person("Thử", "An", 0, Bytes.EMPTY),
            List.of(),
            List.of(),
            saved::complete);
        assertEquals(new People.Saved.Done(), saved.get());
      }
    }
    VerifyOptions options = VerifyOptions.ALL.withPeople(people);
    assertEquals(1, good(verify(options)).orphans());
  }

  @Test
  void aCheckpointIsSequenceAndHash() {
    String head = good(verify()).head();
    assertTrue(verify(VerifyOptions.ALL.withCheckpoint("0:" + "00".repeat(32))).ok());
    for (String bad : List.of("12:" + head.substring(1), "11:" + head, "13:" + head, "x")) {
      assertFalse(verify(VerifyOptions.ALL.withCheckpoint(bad)).ok(), bad);
    }
  }

  @Test
  void aMissingFileAndAFileThatIsNoneAreReports() throws IOException {
    assertFalse(JournalVerifier.verify(folder.resolve("none.db"), VerifyOptions.ALL).ok());
    Path text = Files.writeString(folder.resolve("text.db"), "not a database".repeat(500));
    assertFalse(JournalVerifier.verify(text, VerifyOptions.ALL).ok());
  }

  private void tamper(String sql) throws Exception {
    try (Db db = Connections.writer(ledger)) {
      db.exec(sql);
    }
  }

  private VerifyReport verify() {
    return verify(VerifyOptions.ALL);
  }

  private VerifyReport verify(VerifyOptions options) {
    return JournalVerifier.verify(ledger, options);
  }

  private static VerifyReport.Good good(VerifyReport report) {
    return assertInstanceOf(VerifyReport.Good.class, report, report.line());
  }

  private static VerifyReport.Bad bad(VerifyReport report) {
    return assertInstanceOf(VerifyReport.Bad.class, report, report.line());
  }
}
