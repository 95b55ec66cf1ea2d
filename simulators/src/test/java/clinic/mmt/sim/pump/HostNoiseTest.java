package clinic.mmt.sim.pump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.rig.PumpRig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a host sends, a pump neither dies nor makes liquid. */
class HostNoiseTest {

  private static final long SEED = Long.getLong("sim.seed", 20_261_127);
  private static final int FRAMES = Integer.getInteger("noise.frames", 20_000);
  private static final int FRAMES_AT_ONCE = 100;

  @ParameterizedTest
  @CsvSource({
    "reglo-icc, reglo-icc, commands, 1x!\\r",
    "cavro-oem, cavro-oem, oem, ''",
    "cavro-dt, cavro-oem, dt, /1Q\\r",
    "ezo-pmp, ezo-pmp, commands, i\\r"
  })
  void changedCommandsDoNoHarm(String model, String folder, String file, String question) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Vector> commands = Vectors.read(folder, file).stream().filter(Vector::fromHost).toList();
    PumpRig rig = new PumpRig(model, "");
    for (int i = 0; i < FRAMES / FRAMES_AT_ONCE; i++) {
      for (int j = 0; j < FRAMES_AT_ONCE; j++) {
        rig.rig().send("pump-1", changed(commands, random));
      }
      rig.tick(0.05);
      rig.rig().take("pump-1");
    }
    assertTrue(rig.isConserved(), "seed " + SEED);
    rig.cyclePower();
    assertFalse(isSilent(rig, question), "seed " + SEED);
  }

  /** What was half said when the power went is not gone on with. */
  @ParameterizedTest
  @CsvSource({
    "reglo-icc, 1H, \\r, ''",
    "cavro-dt, /1Z, R\\r, ''",
    "ezo-pmp, 'D,', 5\\r, *RS\\r*RE\\r*ER\\r"
  })
  void halfACommandIsForgottenWithThePower(String model, String half, String rest, String answer) {
    PumpRig rig = new PumpRig(model, "");
    rig.say(half, 0.1);
    rig.cyclePower();
    assertEquals(told(answer), rig.say(told(rest), 0.1));
    assertEquals(0, rig.truth().runs().size());
  }

  private static String told(String text) {
    return text.replace("\\r", "\r");
  }

  private static boolean isSilent(PumpRig rig, String question) {
    rig.hear(0.1);
    byte[] asked =
        question.isEmpty()
            ? Vectors.read("cavro-oem", "oem").get(2).bytes().array()
            : told(question).getBytes(StandardCharsets.US_ASCII);
    return Stream.of(1, 2, 3).allMatch(attempt -> rig.ask(asked).length == 0);
  }

  /** A bit flipped, a byte lost, put in or doubled, or the rest missing. */
  private static byte[] changed(List<Vector> commands, SplittableRandom random) {
    byte[] bytes = commands.get(random.nextInt(commands.size())).bytes().array();
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(5)) {
      case 0 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        yield bytes;
      }
      case 1 -> spliced(bytes, at, at + 1, new byte[0]);
      case 2 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
      case 3 -> spliced(bytes, at, bytes.length, new byte[0]);
      default -> bytes;
    };
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    byte[] all = new byte[bytes.length - (to - from) + middle.length];
    System.arraycopy(bytes, 0, all, 0, from);
    System.arraycopy(middle, 0, all, from, middle.length);
    System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);
    return all;
  }
}
