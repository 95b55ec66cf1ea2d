package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of checkpoints, and reading one that comes from elsewhere (H67). */
class CheckpointFileTest {

  private static final CheckpointKey KEY = CheckpointKey.of(new byte[32]);

  @TempDir private Path folder = Path.of("");

  private Path text() {
    return folder.resolve("checkpoints.txt");
  }

  private CheckpointFile file() {
    return new CheckpointFile(text(), folder.resolve("inspector"));
  }

  private static Checkpoint checkpoint(long number) {
    return KEY.sign(
        "clinic-a",
        number,
        new Checkpoint.Head(number * 10, "ab".repeat(32)),
        Instant.parse("2026-03-02T10:00:00Z"));
  }

  @Test
  void whatIsToldIsReadAgainWithItsKey() throws Exception {
    CheckpointFile file = file();
    file.key("clinic-a", KEY.open());
    file.tell(checkpoint(1));
    file.tell(checkpoint(2));
    OutsideCheckpoints read = OutsideCheckpoints.read(text());
    assertEquals(List.of(KEY.open()), read.keys());
    assertEquals(List.of(checkpoint(1), checkpoint(2)), read.checkpoints());
    assertEquals(2, file().last(2));
    String pem = Files.readString(folder.resolve("inspector/checkpoint-key.pem"));
    assertTrue(pem.contains(KEY.open().publicKey()), pem);
  }

  @Test
  void aKeyStandsThereOnceUntilItIsAnotherOne() throws Exception {
    byte[] seed = new byte[32];
    seed[0] = 1;
    CheckpointKey other = CheckpointKey.of(seed);
    file().key("clinic-a", KEY.open());
    file().key("clinic-a", KEY.open());
    file().key("clinic-a", other.open());
    file().tell(checkpoint(1));
    assertEquals(List.of(KEY.open(), other.open()), OutsideCheckpoints.read(text()).keys());
  }

  @Test
  void aLineThatAPowerCutToreIsTakenAwayAndComesAgain() throws Exception {
    CheckpointFile file = file();
    file.key("clinic-a", KEY.open());
    file.tell(checkpoint(1));
    String torn = checkpoint(2).line().substring(0, 60);
    Files.writeString(text(), torn, StandardOpenOption.APPEND);
    assertThrows(
        OutsideCheckpoints.WrongLine.class, () -> OutsideCheckpoints.read(text()), "the control");
    CheckpointFile next = file();
    next.key("clinic-a", KEY.open());
    assertEquals(1, next.last(2));
    next.tell(checkpoint(2));
    assertEquals(
        List.of(checkpoint(1), checkpoint(2)), OutsideCheckpoints.read(text()).checkpoints());
  }

  @Test
  void aLineThatIsNeitherIsToldWithItsNumber() throws Exception {
    String good = checkpoint(1).line();
    Path paper = folder.resolve("paper.txt");
    Files.writeString(paper, "# of Monday\n\n  " + good.replace(" ", "   ") + "\n");
    assertEquals(List.of(checkpoint(1)), OutsideCheckpoints.read(paper).checkpoints());
    for (String bad :
        List.of(
            good.substring(0, good.length() - 1),
            good.replace("MC1", "MC2"),
            good.replace(" 10 ", " ten "),
            good.replace("2026-03-02", "2026-13-02"),
            good + " more",
            KEY.open().line("clinic-a").replace(KEY.open().id(), "0".repeat(16)),
            "MK1 clinic-a 0123456789abcdef AAAA")) {
      Files.writeString(paper, good + "\n" + bad + "\n");
      OutsideCheckpoints.WrongLine wrong =
          assertThrows(
              OutsideCheckpoints.WrongLine.class, () -> OutsideCheckpoints.read(paper), bad);
      assertTrue(
          String.valueOf(wrong.getMessage()).startsWith(paper + ":2: no checkpoint"),
          wrong.getMessage());
    }
    Files.writeString(paper, "# nothing\n");
    assertThrows(OutsideCheckpoints.WrongLine.class, () -> OutsideCheckpoints.read(paper));
  }
}
