package clinic.mmt.sim.scale;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cuts the host's bytes into commands that end with CR; a line feed after it is passed over. */
public final class CommandLineWire {

  private static final int BYTES_MAX = 64;
  private static final byte CR = 0x0D;
  private static final byte LF = 0x0A;

  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private boolean tooLong;

  /**
   * A command.
   *
   * @param text without its end
   * @param raw with it
   * @param tooLong only its last bytes were kept
   */
  public record Command(String text, Bytes raw, boolean tooLong) {}

  /** Takes a byte; gives the command that it ends. */
  public Optional<Command> accept(byte next) {
    if (next == LF && partial.size() == 0) {
      return Optional.empty();
    }
    if (next != CR && next != LF) {
      if (partial.size() == BYTES_MAX) {
        tooLong = true;
        partial.reset();
      }
      partial.write(next);
      return Optional.empty();
    }
    String text = partial.toString(StandardCharsets.ISO_8859_1);
    partial.write(next);
    Command command = new Command(text, Bytes.of(partial.toByteArray()), tooLong);
    discard();
    return Optional.of(command);
  }

  /** Whether a command has begun. */
  public boolean hasBegun() {
    return partial.size() > 0 || tooLong;
  }

  /** Forgets what has begun. */
  public void discard() {
    partial.reset();
    tooLong = false;
  }
}
