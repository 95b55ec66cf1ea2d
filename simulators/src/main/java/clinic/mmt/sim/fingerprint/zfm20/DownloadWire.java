package clinic.mmt.sim.fingerprint.zfm20;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** A template coming from the host in data packets, after DownChar. */
final class DownloadWire {

  private final int buffer;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private boolean spoiled;

  DownloadWire(int buffer) {
    this.buffer = buffer;
  }

  int buffer() {
    return buffer;
  }

  void add(byte[] part) {
    if (content.size() + part.length > Template.BYTES) {
      spoiled = true;
    } else {
      content.writeBytes(part);
    }
  }

  void spoil() {
    spoiled = true;
  }

  /** The template, if all of it came well. */
  Optional<Template> template() {
    return !spoiled && content.size() == Template.BYTES
        ? Optional.of(new Template(content.toByteArray()))
        : Optional.empty();
  }
}
