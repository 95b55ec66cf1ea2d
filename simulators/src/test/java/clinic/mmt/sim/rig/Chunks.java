package clinic.mmt.sim.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every way to cut bytes into chunks. */
public final class Chunks {

  private static final int ALL_WAYS_BYTES_MAX = 12;

  private Chunks() {}

  /** All ways up to 12 bytes; else whole and byte by byte. */
  public static Stream<List<byte[]>> of(byte[] bytes) {
    int cuts = bytes.length - 1;
    IntStream masks =
        bytes.length <= ALL_WAYS_BYTES_MAX ? IntStream.range(0, 1 << cuts) : IntStream.of(0, -1);
    return masks.mapToObj(mask -> cut(bytes, mask));
  }

  private static List<byte[]> cut(byte[] bytes, int mask) {
    List<byte[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= bytes.length; i++) {
      boolean here = i == bytes.length || mask == -1 || (mask & (1 << (i - 1))) != 0;
      if (here) {
        parts.add(Arrays.copyOfRange(bytes, start, i));
        start = i;
      }
    }
    return parts;
  }
}
