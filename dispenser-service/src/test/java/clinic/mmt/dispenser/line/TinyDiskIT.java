package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clinic.mmt.dispenser.Until;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** «No space left on device» for real, on a small disk of its own (H52, H65). */
class TinyDiskIT {

  private static final String FLOORS = "disk: {warn-mb: 24, stop-mb: 12, ballast-mb: 8}\n";
  private static final int DISK_MEGABYTES = 64;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static TinyDisk disk;

  @SuppressWarnings("NullAway.Init")
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    disk = TinyDisk.mount(folder.resolve("data"), DISK_MEGABYTES);
    String config = FLOORS + LineRig.config(folder, 20, 10, "training");
    rig = LineRig.start(folder, config, 20, 6);
  }

  @AfterAll
  static void end() throws Exception {
    if (rig != null) {
      rig.verified();
      rig.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  private static JsonNode ready() throws Exception {
    try (Screen outside = new Screen(rig.management())) {
      return outside.get("/health/ready").body();
    }
  }

  private static String pouring(int patient) throws Exception {
    String visit = rig.review("s1", patient);
    LineRig.expect(rig.step(visit, "pour"));
    rig.lan.await("s1", "liquid", s -> s.path("live").path("pumpedMicrolitres").asLong() > 200);
    return visit;
  }

  private static boolean ballast() {
    return Files.exists(folder.resolve("data/ballast.dat"));
  }

  @Test
  void belowTheFloorNoVisitBeginsAndTheOpenOneIsFinished() throws Exception { // H65
    Until.holds("the ballast", TinyDiskIT::ballast);
    assertEquals("ok", ready().path("disk").path("status").asText());
    String visit = rig.review("s1", 1);
    disk.fillAllBut(6 << 20);
    rig.lan.awaitNotice("s1", "disk-full");
    assertEquals("stop", ready().path("disk").path("status").asText());
    assertEquals("down", ready().path("status").asText());
    LineRig.expect(rig.step(visit, "pour"));
    rig.lan.awaitPhase("s1", "MEASURED");
    rig.drink("s1", visit);
    rig.identifyCard("s1", 2);
    rig.lan.awaitNotice("s1", "disk-full");
    assertFalse(rig.lan.now("s1").has("dose"));
    disk.free();
    Until.holds("readiness", () -> ready().path("status").asText().equals("up"));
    // Another card: the reader tells the same one once while it seems to lie there.
    rig.drink("s1", rig.measured("s1", 3));
  }

  @Test
  void theBallastIsGivenUpToFinishWhatIsOpen() throws Exception { // H65
    Until.holds("the ballast", TinyDiskIT::ballast);
    String visit = pouring(4);
    disk.fillAllBut(0);
    rig.lan.awaitPhase("s1", "MEASURED");
    Until.holds("the end of the ballast", () -> !ballast());
    rig.drink("s1", visit);
    disk.free();
    Until.holds("a new ballast", TinyDiskIT::ballast);
  }

  @Test
  void whatWasMeasuredOnAFullDiskOutlivesAKill() throws Exception { // H52
    String visit = pouring(5);
    emptyLog();
    disk.keepFull();
    rig.lan.awaitNotice("s1", "store-failed");
    Until.holds("the weight in the emergency file", () -> slotsInUse() == 2);
    rig.identifyCard("s1", 6);
    assertFalse(rig.lan.now("s1").path("dose").path("phase").asText().equals("MEASURED"));
    rig.kill();
    disk.free();
    rig.restart();
    rig.lan.awaitPhase("s1", "HELD"); // Not OUTCOME_UNKNOWN, as without the file.
    Until.holds("the emergency file to be empty", () -> slotsInUse() == 0);
    rig.identify("s1", 5);
    rig.lan.awaitPhase("s1", "MEASURED");
    rig.drink("s1", visit);
    rig.verified();
  }

  /** The write-ahead log is a file without room: else a full disk has place in it for a while. */
  private static void emptyLog() throws Exception {
    String ledger = "jdbc:sqlite:" + folder.resolve("data/ledger.db");
    try (Connection db = DriverManager.getConnection(ledger);
        Statement statement = db.createStatement()) {
      Until.holds("an empty log", () -> emptied(statement));
    }
    assertEquals(0, Files.size(folder.resolve("data/ledger.db-wal")));
  }

  private static boolean emptied(Statement statement) throws SQLException {
    try (ResultSet busy = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return busy.getInt(1) == 0;
    }
  }

  private static int slotsInUse() throws Exception {
    byte[] file = Files.readAllBytes(folder.resolve("data/emergency.dat"));
    int used = 0;
    for (int slot = 0; slot < file.length; slot += 1024) {
      used += file[slot + 7] == 0 ? 0 : 1; // The last byte of the slot's number.
    }
    return used;
  }
}
