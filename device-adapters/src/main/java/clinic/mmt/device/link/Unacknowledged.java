package clinic.mmt.device.link;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Whether what was written to a socket still waits for the peer's kernel. Java has no limit for
 * that, and the system's own is a quarter of an hour; so the table of sockets is looked at, twice a
 * second and only while something was written that nobody is known to have taken. A device that is
 * silent behind a living terminal server is never meant: its bytes were taken.
 */
final class Unacknowledged {

  /** How long the kernel repeats in vain before the peer counts as gone. */
  static final long STUCK_MILLIS_MAX = 3000;

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final int COLUMNS = 8;
  private static final int ZERO_WINDOW = 4;

  private final String local;
  private final String remote;

  private volatile boolean unsettled;
  private long nextLookNanos = System.nanoTime();
  private long movingNanos = System.nanoTime();

  /** What the kernel says of a socket's bytes. */
  enum Bytes {
    TAKEN,
    UNDER_WAY,
    REPEATED
  }

  Unacknowledged(Socket socket) {
    this.local = hex(socket.getLocalPort());
    this.remote = hex(socket.getPort());
  }

  private static String hex(int port) {
    return String.format(Locale.ROOT, ":%04X", port);
  }

  /** Something is about to be written; by the thread that writes. */
  void wrote() {
    unsettled = true;
  }

  /** Whether nothing was taken for too long; by the thread that reads. */
  boolean isStuck() {
    long now = System.nanoTime();
    if (!unsettled || nextLookNanos - now > 0) {
      return false;
    }
    unsettled = false;
    Bytes bytes = look();
    if (bytes != Bytes.TAKEN) {
      unsettled = true;
    }
    // The first look after a quiet time begins the count: before it nothing was under way.
    boolean counting = bytes == Bytes.REPEATED && now - nextLookNanos < 2 * LOOK_NANOS;
    nextLookNanos = now + LOOK_NANOS;
    if (!counting) {
      movingNanos = now;
    }
    return now - movingNanos > TimeUnit.MILLISECONDS.toNanos(STUCK_MILLIS_MAX);
  }

  private Bytes look() {
    return TABLES.stream().flatMap(this::lineOfOurs).findFirst().orElse(Bytes.TAKEN);
  }

  /** A system without such a table has no such line. */
  private Stream<Bytes> lineOfOurs(Path table) {
    try {
      return Files.readAllLines(table, StandardCharsets.US_ASCII).stream()
          .filter(this::isOurs)
          .map(Unacknowledged::of);
    } catch (IOException noTable) {
      return Stream.empty();
    }
  }

  private boolean isOurs(String line) {
    String[] columns = columns(line);
    return columns.length >= COLUMNS && columns[1].endsWith(local) && columns[2].endsWith(remote);
  }

  private static String[] columns(String line) {
    return line.strip().split(" +", -1);
  }

  /**
   * A line of the kernel's table: {@code sl local remote st tx:rx timer:when retransmits …}, in
   * hex.
   */
  static Bytes of(String line) {
    String[] columns = columns(line);
    long waiting = beforeColon(columns[4]);
    long timer = beforeColon(columns[5]);
    long repeats = Long.parseLong(columns[6], 16);
    if (waiting == 0) {
      return Bytes.TAKEN;
    }
    return repeats > 0 || timer == ZERO_WINDOW ? Bytes.REPEATED : Bytes.UNDER_WAY;
  }

  private static long beforeColon(String column) {
    return Long.parseLong(column.substring(0, column.indexOf(':')), 16);
  }
}
