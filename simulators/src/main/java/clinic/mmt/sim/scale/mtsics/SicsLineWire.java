package clinic.mmt.sim.scale.mtsics;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cuts the host's bytes into command lines ended by CR LF. */
final class SicsLineWire {

  private static final int BYTES_MAX = 128;
  private static final byte CR = 0x0D;
  private static final byte LF = 0x0A;

  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private boolean overrun;

  /** A line, or the end of one that was too long. */
  sealed interface Line {
    /** The text without CR LF. */
    record Command(String text, Bytes raw) implements Line {}

    /** More than any command has. */
    record TooLong(Bytes raw) implements Line {}
  }

  Optional<Line> accept(byte next) {
    partial.write(next);
    if (next != LF) {
      forgetIfTooLong();
      return Optional.empty();
    }
    byte[] raw = partial.toByteArray();
    if (raw.length < 2 || raw[raw.length - 2] != CR) {
      return Optional.empty();
    }
    partial.reset();
    if (overrun) {
      overrun = false;
      return Optional.of(new Line.TooLong(Bytes.of(raw)));
    }
    String text = new String(raw, 0, raw.length - 2, StandardCharsets.ISO_8859_1);
    return Optional.of(new Line.Command(text, Bytes.of(raw)));
  }

  private void forgetIfTooLong() {
    if (partial.size() > BYTES_MAX) {
      byte[] soFar = partial.toByteArray();
      partial.reset();
      partial.write(soFar[soFar.length - 1]);
      overrun = true;
    }
  }

  void discard() {
    partial.reset();
    overrun = false;
  }
}
