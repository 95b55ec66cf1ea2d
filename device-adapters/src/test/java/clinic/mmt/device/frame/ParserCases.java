package clinic.mmt.device.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Vectors.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/** What every parser must stand: any chunking, any damage. */
public final class ParserCases {

  /** Damaged frames a model; a nightly run asks for more by profile device-mutations. */
  public static final int MUTATIONS = Integer.getInteger("parser.mutations", 100_000);

  private static final int EVERY_WAY_MAX = 12;
  private static final int SEEDED_SPLITS = 1000;

  /** Of frames longer than this not every three parts are tried, but every two. */
  private static final int LONG = 160;

  private static final int LONG_STRIDE = 29;

  private ParserCases() {}

  /** What a fresh parser finds in {@code chunks}. */
  public static List<Scan> scan(Scan.Open idle, List<Octets> chunks) {
    FrameScanner scanner = new FrameScanner(idle);
    List<Scan> found = new ArrayList<>();
    chunks.forEach(chunk -> found.addAll(scanner.feed(chunk)));
    return found;
  }

  /** However the bytes arrive, the same comes of them. Gives what comes. */
  public static List<Scan> underEveryChunking(Scan.Open idle, Octets bytes) {
    List<Scan> whole = scan(idle, List.of(bytes));
    int length = bytes.length();
    if (length <= EVERY_WAY_MAX) {
      for (int cuts = 0; cuts < 1 << (length - 1); cuts++) {
        assertEquals(whole, scan(idle, cut(bytes, cuts)), "cuts " + cuts);
      }
      return whole;
    }
    int stride = length > LONG ? LONG_STRIDE : 1;
    for (int first = 1; first < length; first++) {
      for (int second = first; second < length; second += stride) {
        List<Octets> parts =
            List.of(bytes.slice(0, first), bytes.slice(first, second), bytes.from(second));
        assertEquals(whole, scan(idle, parts), first + ", " + second);
      }
    }
    seeded(idle, bytes, whole);
    return whole;
  }

  private static void seeded(Scan.Open idle, Octets bytes, List<Scan> whole) {
    SplittableRandom random = new SplittableRandom(bytes.hashCode());
    for (int i = 0; i < SEEDED_SPLITS; i++) {
      List<Octets> parts = new ArrayList<>();
      int from = 0;
      while (from < bytes.length()) {
        int to = Math.min(bytes.length(), from + 1 + (i == 0 ? 0 : random.nextInt(9)));
        parts.add(bytes.slice(from, to));
        from = to;
      }
      assertEquals(whole, scan(idle, parts), "seeded " + i);
    }
  }

  private static List<Octets> cut(Octets bytes, int cuts) {
    List<Octets> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < bytes.length(); i++) {
      if ((cuts >> (i - 1) & 1) == 1) {
        parts.add(bytes.slice(from, i));
        from = i;
      }
    }
    parts.add(bytes.from(from));
    return parts;
  }

  /** Keeps how many damaged forms of a frame were taken for another, for the page of devices. */
  public static void note(String frame, long undetected, int count) {
    String line = "%s of %s: %s%n".formatted(undetected, count, frame);
    try {
      Files.writeString(
          Path.of("target", "undetected.txt"),
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The vector's frame or its reason, under every chunking; a frame encodes to its bytes. */
  public static void findsTheSame(
      Scan.Open idle, Function<Scan.Frame, Octets> encode, Vector vector) {
    List<Scan> found = underEveryChunking(idle, vector.bytes());
    if (vector.isNegative()) {
      Scan.Bad bad = assertInstanceOf(Scan.Bad.class, found.getFirst());
      assertEquals(vector.meaning(), bad.reason());
      assertTrue(found.stream().noneMatch(Scan.Frame.class::isInstance));
    } else {
      assertEquals(1, found.size());
      assertEquals(
          vector.bytes(), encode.apply(assertInstanceOf(Scan.Frame.class, found.getFirst())));
    }
  }

  /** Damages {@code frame} in {@code count} ways; what is accepted must encode to what was read. */
  public static int acceptedOfDamaged(
      Scan.Open idle, Octets frame, int count, Function<Scan.Frame, Octets> encode) {
    SplittableRandom random = new SplittableRandom(0x5EED + frame.hashCode());
    int accepted = 0;
    for (int i = 0; i < count; i++) {
      Octets damaged = damaged(frame, random);
      for (Scan found : scan(idle, List.of(damaged))) {
        if (found instanceof Scan.Frame good) {
          assertEquals(good.bytes(), encode.apply(good), damaged.hex());
          accepted++;
        }
      }
    }
    return accepted;
  }

  /** {@code count} damaged forms of {@code frame}, always the same ones. */
  public static Iterable<Octets> damagedOf(Octets frame, int count) {
    SplittableRandom random = new SplittableRandom(0x5EED + frame.hashCode());
    return () -> Stream.generate(() -> damaged(frame, random)).limit(count).iterator();
  }

  /** {@code frame} with one to three changes: a bit or a byte changed, one added, one lost. */
  public static Octets damaged(Octets frame, SplittableRandom random) {
    Octets bytes = frame;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(bytes.length());
      Octets before = bytes.slice(0, at);
      Octets after = bytes.from(at + 1);
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> before.plus(bytes.at(at) ^ (1 << random.nextInt(8))).plus(after);
            case 1 -> before.plus(random.nextInt(256)).plus(after);
            case 2 -> before.plus(random.nextInt(256)).plus(bytes.from(at));
            default -> bytes.length() > 1 ? before.plus(after) : bytes;
          };
    }
    return bytes;
  }
}
