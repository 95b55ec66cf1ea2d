package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import java.io.ByteArrayOutputStream;

/** Frames of the PN532 on its serial line. */
final class HsuFrameWire {

  static final Bytes ACK = Bytes.of(Hex.parse("0000FF00FF00"));
  static final Bytes NACK = Bytes.of(Hex.parse("0000FFFF0000"));
  static final Bytes ERROR = Bytes.of(Hex.parse("0000FF01FF7F8100"));

  /** Identifies a frame from the host. */
  static final int FROM_HOST = 0xD4;

  /** Identifies a frame from the chip. */
  static final int FROM_CHIP = 0xD5;

  /** The most that a normal frame holds; longer ones are extended. */
  static final int NORMAL_MAX = 255;

  /** The most that the chip takes. */
  static final int DATA_MAX = 265;

  private HsuFrameWire() {}

  /** A frame from the chip: answer code and data, normal or extended as the length wants. */
  static byte[] answer(byte[] content) {
    return frame(FROM_CHIP, content, content.length + 1 > NORMAL_MAX);
  }

  /** A frame of this direction. */
  static byte[] frame(int direction, byte[] content, boolean extended) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = content.length + 1;
    out.writeBytes(Hex.parse("0000FF"));
    if (extended) {
      out.writeBytes(Hex.parse("FFFF"));
      out.write(length >> 8);
      out.write(length);
      out.write(-(length >> 8) - length);
    } else {
      out.write(length);
      out.write(-length);
    }
    out.write(direction);
    out.writeBytes(content);
    out.write(-direction - sum(content));
    out.write(0);
    return out.toByteArray();
  }

  static int sum(byte[] bytes) {
    int sum = 0;
    for (byte next : bytes) {
      sum += next & 0xFF;
    }
    return sum;
  }
}
