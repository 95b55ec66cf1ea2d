package clinic.mmt.dispenser.powercut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power-cut rig reads what strace writes, and its disk forgets what was not synced. */
class TraceTest {

  private static final Path DATA = Path.of("/d");

  @TempDir private Path folder = Path.of("");

  private static String hex(String text) {
    return HexFormat.of().withPrefix("\\x").formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  private List<Call> read(String... lines) throws Exception {
    return Trace.read(Files.write(folder.resolve("trace"), List.of(lines)), DATA);
  }

  private static String opened(String name) {
    return "7 openat(AT_FDCWD<%s>, \"%s\", O_RDWR|O_CREAT, 0644) = 9<%s>"
        .formatted(hex("/"), hex(name), hex(name));
  }

  private static String wrote(String name, String data, int at) {
    return "7 pwrite64(9<%s>, \"%s\", %d, %d) = %d"
        .formatted(hex(name), hex(data), data.length(), at, data.length());
  }

  @Test
  void aSyncCoversWhatHadReturnedBeforeItBegan() throws Exception {
    List<Call> calls =
        read(
            opened("/d/a"),
            wrote("/d/a", "one", 0),
            "8 fsync(9<" + hex("/d/a") + "> <unfinished ...>",
            wrote("/d/a", "two", 3),
            "8 <... fsync resumed>) = 0",
            "8 write(1<" + hex("pipe:[1]") + ">, \"" + hex("entry 1\n") + "\", 8) = 8",
            wrote("/elsewhere", "x", 0),
            "7 unlink(\"" + hex("/d/b") + "\") = -1 ENOENT (No such file or directory)");
    assertEquals(5, calls.size(), calls.toString());
    assertEquals(new Call.Sync("a", 2), calls.get(3));
    assertEquals(new Call.Say("entry 1"), calls.get(4));
    assertEquals(new Call.Write("a", 3, Bytes.utf8("two")), calls.get(2));
  }

  @Test
  void aCallThatTheRigDoesNotKnowStopsIt() {
    assertThrows(
        IllegalStateException.class, () -> read("7 fallocate(9<" + hex("/d/a") + ">, 0, 9) = 0"));
  }

  @Test
  void theDiskKeepsWhatWasSyncedAndMayForgetTheRest() {
    byte[] one = {1};
    Disk disk = new Disk();
    List.of(
            new Call.Open("a", true, false),
            new Call.Write("a", 0, Bytes.of(one)),
            new Call.Sync("a", 2),
            new Call.SyncFolder(3),
            new Call.Write("a", 1, Bytes.of(new byte[] {2})),
            new Call.Open("b", true, false))
        .forEach(disk::take);
    SplittableRandom random = new SplittableRandom(1);
    assertArrayEquals(one, disk.cut(Disk.Unsynced.DROPPED, random).get("a"));
    assertEquals(1, disk.cut(Disk.Unsynced.DROPPED, random).size(), "the name b was not synced");
    assertArrayEquals(new byte[] {1, 2}, disk.cut(Disk.Unsynced.KEPT, random).get("a"));
    assertEquals(2, disk.cut(Disk.Unsynced.KEPT, random).size());
  }
}
