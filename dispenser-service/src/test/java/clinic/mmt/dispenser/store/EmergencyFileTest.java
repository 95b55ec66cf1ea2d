package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Kept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beside the ledger is there after a crash, in order, until it is forgotten (H52). */
class EmergencyFileTest {

  private static final Kept ONE = new Kept("k-1", Bytes.utf8("{\"pumpedMicrolitres\":8500}"));
  private static final Kept TWO = new Kept("k-2", Bytes.utf8("{\"netMicrograms\":8925000}"));

  @TempDir private Path folder = Path.of("");

  private Path path() {
    return folder.resolve("emergency.dat");
  }

  private static boolean keep(EmergencyFile file, Kept kept) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    file.keep(kept, done::complete);
    return done.join();
  }

  @Test
  void whatWasKeptIsFoundInItsOrder() throws Exception { // H52
    EmergencyFile crashed = EmergencyFile.open(path()); // Never closed, as in a crash.
    long size = Files.size(path());
    assertTrue(keep(crashed, ONE));
    assertTrue(keep(crashed, TWO));
    try (EmergencyFile file = EmergencyFile.open(path())) {
      assertEquals(List.of(ONE, TWO), file.found());
      file.forget("k-1");
      assertTrue(keep(file, new Kept("k-3", ONE.body())));
    }
    try (EmergencyFile file = EmergencyFile.open(path())) {
      assertEquals(List.of("k-2", "k-3"), file.found().stream().map(Kept::id).toList());
    }
    assertEquals(size, Files.size(path()), "it never grows: a full disk has no room");
    crashed.close();
  }

  @Test
  void aTornSlotIsAFreeOne() throws Exception { // H66
    try (EmergencyFile file = EmergencyFile.open(path())) {
      assertTrue(keep(file, ONE));
      assertTrue(keep(file, TWO));
    }
    byte[] bytes = Files.readAllBytes(path());
    bytes[20] ^= 1;
    Files.write(path(), bytes);
    try (EmergencyFile file = EmergencyFile.open(path())) {
      assertEquals(List.of(TWO), file.found());
    }
  }

  @Test
  void aFullFileAndATooLongBodySayNo() {
    try (EmergencyFile file = EmergencyFile.open(path())) {
      assertFalse(keep(file, new Kept("k", Bytes.of(new byte[EmergencyFile.SLOT_BYTES]))));
      for (int i = 0; i < EmergencyFile.SLOTS; i++) {
        assertTrue(keep(file, new Kept("k-" + i, ONE.body())));
      }
      assertFalse(keep(file, TWO));
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAtKeepingAndStopsNobody() {
    try (EmergencyFile file = EmergencyFile.open(folder.resolve("nowhere").resolve("x"))) {
      assertEquals(List.of(), file.found());
      assertFalse(keep(file, ONE));
    }
  }

  @Test
  void itIsItsOwnersAlone() throws Exception { // It holds amounts of doses.
    EmergencyFile.open(path()).close();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
  }
}
