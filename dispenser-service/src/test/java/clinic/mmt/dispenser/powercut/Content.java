package clinic.mmt.dispenser.powercut;

import java.util.Arrays;

/** The bytes of one file. */
final class Content {

  private byte[] bytes;
  private int length;

  Content() {
    this(new byte[0], 0);
  }

  private Content(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  Content copy() {
    return new Content(bytes.clone(), length);
  }

  /** Writes a piece of {@code data}; a hole before it is zeros. */
  void write(long at, byte[] data, int from, int count) {
    int begin = Math.toIntExact(at) + from;
    if (begin + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(begin + count, bytes.length * 2));
    }
    System.arraycopy(data, from, bytes, begin, count);
    length = Math.max(length, begin + count);
  }

  void resize(long to) {
    int wanted = Math.toIntExact(to);
    if (wanted < length) {
      Arrays.fill(bytes, wanted, length, (byte) 0);
    } else if (wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, wanted);
    }
    length = wanted;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }
}
