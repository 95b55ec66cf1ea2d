package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process holds the data folder (H55). */
class DataFolderTest {

  @TempDir private Path parent = Path.of("");

  @Test
  void aSecondInstanceIsRefusedAndToldWhoHoldsIt() throws Exception { // H55
    Path path = parent.resolve("new").resolve("data");
    try (DataFolder first = DataFolder.open(path)) {
      assertEquals(path.resolve("ledger.db"), first.ledger());
      StoreException refused = assertThrows(StoreException.class, () -> DataFolder.open(path));
      assertEquals(StoreException.Reason.SECOND_INSTANCE, refused.reason());
      String pid = Long.toString(ProcessHandle.current().pid());
      assertTrue(String.valueOf(refused.getMessage()).contains("process " + pid));
    }
    DataFolder.open(path).close(); // The control: given back, it can be taken.
  }

  @Test
  void anotherProcessIsRefusedAsLongAsThisOneHoldsTheFolder() throws Exception { // H55
    Path path = parent.resolve("data");
    try (DataFolder held = DataFolder.open(path)) {
      assertEquals("SECOND_INSTANCE", probe(path));
      assertEquals(path.resolve("people.db"), held.people());
    }
    assertEquals("taken", probe(path));
  }

  private static String probe(Path path) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                LockProbe.class.getName(),
                path.toString())
            .start();
    try (BufferedReader out = process.inputReader()) {
      return String.valueOf(out.readLine());
    }
  }

  @Test
  void theFolderIsItsOwnersAlone() throws Exception {
    Path path = parent.resolve("data");
    DataFolder.open(path).close();
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
  }

  @Test
  void aFileInPlaceOfTheFolderIsToldAsSuch() throws Exception {
    Path path = Files.writeString(parent.resolve("data"), "");
    StoreException refused = assertThrows(StoreException.class, () -> DataFolder.open(path));
    assertEquals(StoreException.Reason.CANNOT_OPEN, refused.reason());
  }
}
