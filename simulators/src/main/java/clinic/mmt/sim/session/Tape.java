package clinic.mmt.sim.session;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;

/** A session file that is being written: each event as it comes, nothing is kept. */
final class Tape implements AutoCloseable {

  private static final int PERMILLE_DIGITS = 3;

  /** Room for the line that ends the file. */
  private static final long RESERVE_BYTES = 64;

  private final Writer out;
  private final long startNanos = System.nanoTime();
  private long bytes;
  private long events;

  /** A tape without a head yet. */
  Tape(Writer out) {
    this.out = out;
  }

  /** Makes the file; an older one of this name stays, and is an error. */
  static Tape open(Path file, SessionHeader header) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Tape tape = new Tape(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW));
    tape.line(SessionLines.MAGIC);
    tape.line("# Invented people only. Times in microseconds; > to the device, < from it.");
    tape.line(SessionLines.SEED + header.seed());
    tape.line(
        SessionLines.SPEED
            + BigDecimal.valueOf(header.speedPermille(), PERMILLE_DIGITS)
                .stripTrailingZeros()
                .toPlainString());
    tape.line(
        header
            .bench()
            .lines()
            .map(text -> (SessionLines.BENCH + text).stripTrailing())
            .collect(Collectors.joining("\n")));
    tape.out.flush();
    return tape;
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
    bytes += text.getBytes(StandardCharsets.UTF_8).length + 1;
  }

  long micros() {
    return (System.nanoTime() - startNanos) / 1000;
  }

  long bytes() {
    return bytes;
  }

  long events() {
    return events;
  }

  /**
   * Writes an event.
   *
   * @return whether there is room for more
   */
  boolean add(SessionEvent event) throws IOException {
    line(SessionLines.write(event));
    out.flush();
    events++;
    // A line is at most so many times as long as the bytes in it.
    long longest = RESERVE_BYTES + SessionLines.BYTES_MAX * 8L;
    return bytes + longest < Session.FILE_BYTES_MAX;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
