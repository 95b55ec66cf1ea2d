package clinic.mmt.sim.rig;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Good frames with a few bytes changed, added or lost: 10^5 in all, or as many as {@code
 * -Dparser.mutations=10000000} says. Seeded, so that a failure comes again.
 */
public final class Damage {

  private static final int COUNT = Integer.getInteger("parser.mutations", 100_000);
  private static final int CHANGES_MAX = 3;

  private Damage() {}

  /** Calls {@code each} with damaged forms of the frames in turn. */
  public static void of(Iterable<byte[]> frames, Consumer<byte[]> each) {
    SplittableRandom random = new SplittableRandom(0x5EED);
    int done = 0;
    while (done < COUNT) {
      for (byte[] frame : frames) {
        each.accept(damaged(frame, random));
        done++;
      }
    }
  }

  private static byte[] damaged(byte[] frame, SplittableRandom random) {
    byte[] bytes = frame;
    for (int left = 1 + random.nextInt(CHANGES_MAX); left > 0; left--) {
      int at = random.nextInt(bytes.length);
      bytes = changed(bytes, at, random);
    }
    return bytes;
  }

  private static byte[] changed(byte[] bytes, int at, SplittableRandom random) {
    byte[] copy = bytes.clone();
    switch (random.nextInt(4)) {
      case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> copy[at] = (byte) random.nextInt(256);
      case 2 -> copy = joined(bytes, at, at, random.nextInt(256));
      default -> copy = bytes.length > 1 ? joined(bytes, at, at + 1, -1) : copy;
    }
    return copy;
  }

  private static byte[] joined(byte[] bytes, int end, int from, int between) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(bytes, end));
    if (between >= 0) {
      out.write(between);
    }
    out.writeBytes(Arrays.copyOfRange(bytes, from, bytes.length));
    return out.toByteArray();
  }
}
