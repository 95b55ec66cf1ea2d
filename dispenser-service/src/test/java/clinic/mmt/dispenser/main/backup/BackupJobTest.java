package clinic.mmt.dispenser.main.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.backup.Passphrase;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup and its way back. */
class BackupJobTest {

  private static final Instant AT = Instant.parse("2026-03-02T12:30:00Z");
  private static final String NAME = "vn-000-data-20260302T123000Z.backup";

  @TempDir private Path folder = Path.of("");
  private BackupJob job = new BackupJob("", Path.of(""), Path.of(""), 0);

  @BeforeEach
  void aClinic() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    job = new BackupJob("vn-000", data, folder.resolve("backups"), 0);
    write("P-1", "P-2", "P-3");
    PeopleStore.open(data.resolve("people.db"), data.resolve("people.key")).close();
  }

  private void write(String... patients) throws Exception {
    try (SqliteJournal journal =
        SqliteJournal.open(job.data().resolve("ledger.db"), new SecureSalts())) {
      for (String patient : patients) {
        CompletableFuture<Outcome<String>> reply = new CompletableFuture<>();
        journal.transact(
            new Transaction<>(
                "S-01",
                Facts.MORNING,
                reads -> Decision.accept(List.of(Facts.patient(patient)), "ok")),
            reply::complete);
        assertTrue(reply.join() instanceof Outcome.Done<String>);
      }
    }
  }

  private static Passphrase words() throws StoreException {
    return Passphrase.ofText("bảy chữ không ai đoán được");
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasBackedUpComesBackAndTheLedgerVerifies() throws Exception {
    BackupJob.Made made = job.data(AT, words());
    assertEquals(List.of(NAME), names(job.folder()));
    assertFalse(names(job.data()).contains("backup.tmp"), "no copy in clear is left");
    assertTrue(made.head().startsWith("3:"), made.head());
    Path into = folder.resolve("again");
    RestoreJob.Put put = new RestoreJob(made.file(), words()).data(into, List.of(made.head()));
    assertTrue(put.report().ok(), put.report().line());
    assertEquals(List.of("card.key", "people.key"), put.missingKeys());
    assertEquals(List.of("ledger.db", "people.db", "restored", "service.lock"), names(into));
    RestoreJob keys = new RestoreJob(job.keys(AT, words()).file(), words());
    assertEquals(List.of("card.key", "people.key"), keys.keys(into));
    assertEquals(List.of(), DataFolder.open(into).keysMissingSinceRestore());
    assertEquals(List.of(), keys.keys(into), "one that is there stays");
    PeopleStore.open(into.resolve("people.db"), into.resolve("people.key")).close();
  }

  @Test
  void anotherCheckpointThanTheBackupHasIsFound() throws Exception {
    BackupJob.Made made = job.data(AT, words());
    String other = "2:" + "0".repeat(64);
    RestoreJob.Put put =
        new RestoreJob(made.file(), words()).data(folder.resolve("again"), List.of(other));
    assertTrue(put.report().line().contains("cut or rewritten"), put.report().line());
  }

  @Test
  void nothingIsWrittenOverAndAWrongPassphraseLeavesNothing() throws Exception {
    BackupJob.Made made = job.data(AT, words());
    StoreException full =
        assertThrows(
            StoreException.class,
            () -> new RestoreJob(made.file(), words()).data(job.data(), List.of()));
    assertTrue(String.valueOf(full.getMessage()).contains("not empty"));
    Path into = folder.resolve("again");
    Passphrase other = Passphrase.ofText("another passphrase");
    assertThrows(
        StoreException.class, () -> new RestoreJob(made.file(), other).data(into, List.of()));
    assertEquals(List.of("backups", "data"), names(folder));
  }

  @Test
  void dataAndKeysAreNotTakenForOneAnother() throws Exception {
    Path data = job.data(AT, words()).file();
    Path keys = job.keys(AT, words()).file();
    Path into = folder.resolve("again");
    assertThrows(StoreException.class, () -> new RestoreJob(keys, words()).data(into, List.of()));
    assertThrows(StoreException.class, () -> new RestoreJob(data, words()).keys(job.data()));
    assertFalse(Files.exists(into));
  }

  @Test
  void aLedgerThatIsNotSoundIsNotBackedUp() throws Exception {
    job.data(AT, words());
    try (RandomAccessFile ledger =
        new RandomAccessFile(job.data().resolve("ledger.db").toFile(), "rw")) {
      byte[] bytes = new byte[(int) ledger.length()];
      ledger.readFully(bytes);
      String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
      int at = text.lastIndexOf("patient.registered");
      assertTrue(at > 0, "the control");
      ledger.seek(at);
      ledger.write('q');
    }
    StoreException unsound =
        assertThrows(StoreException.class, () -> job.data(AT.plusSeconds(1), words()));
    assertEquals(StoreException.Reason.BROKEN_CHAIN, unsound.reason());
    assertEquals(List.of(NAME), names(job.folder()), "the earlier one stays, no part is left");
    assertFalse(names(job.data()).contains("backup.tmp"));
  }

  @Test
  void theDiskOfTheLedgerIsNotFilled() {
    BackupJob greedy = new BackupJob("vn-000", job.data(), job.folder(), Long.MAX_VALUE / 2);
    StoreException none = assertThrows(StoreException.class, () -> greedy.data(AT, words()));
    assertTrue(String.valueOf(none.getMessage()).contains("no room"), none.getMessage());
  }

  @Test
  void copiesOfARunThatWasCutOffAreRemoved() throws Exception {
    Path copies = Files.createDirectory(job.data().resolve("backup.tmp"));
    Files.writeString(copies.resolve("people.db"), "half");
    job.data(AT, words());
    assertFalse(Files.exists(copies));
  }
}
