package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A packet of the EF01 protocol.
 *
 * @param address 4 bytes
 * @param pid packet identifier, 1 byte
 * @param content 0 to 256 bytes
 */
record Ef01PacketWire(long address, int pid, Bytes content) {

  static final int COMMAND = 0x01;
  static final int DATA = 0x02;
  static final int ACKNOWLEDGE = 0x07;
  static final int LAST_DATA = 0x08;

  static final int CONTENT_MAX = 256;

  /** Start code, address, identifier, length. */
  static final int HEAD_BYTES = 9;

  static final int SUM_BYTES = 2;

  byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xEF);
    out.write(0x01);
    out.writeBytes(number(address, 4));
    out.write(pid);
    out.writeBytes(number(content.size() + SUM_BYTES, 2));
    out.writeBytes(content.array());
    out.writeBytes(number(sum(pid, content.array()), 2));
    return out.toByteArray();
  }

  /** Sum of identifier, both length bytes and content; carry dropped. */
  static int sum(int pid, byte[] content) {
    int length = content.length + SUM_BYTES;
    int sum = pid + (length >> 8) + (length & 0xFF);
    for (byte next : content) {
      sum += next & 0xFF;
    }
    return sum & 0xFFFF;
  }

  /** Big endian. */
  static byte[] number(long value, int bytes) {
    byte[] out = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      out[i] = (byte) (value >> (8 * (bytes - 1 - i)));
    }
    return out;
  }

  /** Big endian number inside the content; 0 beyond its end. */
  long at(int offset, int bytes) {
    return read(content.array(), offset, bytes);
  }

  static long read(byte[] from, int offset, int bytes) {
    long value = 0;
    for (int i = offset; i < offset + bytes; i++) {
      value = (value << 8) | (i < from.length ? from[i] & 0xFF : 0);
    }
    return value;
  }

  byte[] from(int offset) {
    return Arrays.copyOfRange(content.array(), Math.min(offset, content.size()), content.size());
  }
}
