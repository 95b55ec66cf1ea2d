package clinic.mmt.sim.fingerprint.zfm20;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Data packets that come from the host after DownChar or DownImage. */
final class DownloadWire {

  /** The number that means the image in place of a buffer. */
  static final int IMAGE = -1;

  private final int buffer;
  private final int bytes;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private boolean spoiled;

  /** A download of exactly so many bytes. */
  DownloadWire(int buffer, int bytes) {
    this.buffer = buffer;
    this.bytes = bytes;
  }

  int buffer() {
    return buffer;
  }

  void add(byte[] part) {
    if (content.size() + part.length > bytes) {
      spoiled = true;
    } else {
      content.writeBytes(part);
    }
  }

  void spoil() {
    spoiled = true;
  }

  /** All of it, if it came well. */
  Optional<byte[]> whole() {
    return !spoiled && content.size() == bytes
        ? Optional.of(content.toByteArray())
        : Optional.empty();
  }
}
