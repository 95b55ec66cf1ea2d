package clinic.mmt.sim.pump.newera;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A packet as the manual frames it, in Basic or Safe mode. */
sealed interface NePacketWire {

  byte STX = 0x02;
  byte ETX = 0x03;
  byte CR = 0x0D;

  /** Length byte, two CRC bytes and ETX count, STX does not. */
  int SAFE_OVERHEAD = 4;

  /** The bytes as they came. */
  Bytes raw();

  /** A command ended by CR. */
  record Basic(String text, Bytes raw) implements NePacketWire {}

  /** A command with length and right CRC. */
  record Safe(String text, Bytes raw) implements NePacketWire {}

  /** Length, CRC or ETX is wrong. */
  record Bad(String reason, Bytes raw) implements NePacketWire {}

  /** Spaces and control characters do not count, nor does the case. */
  static Basic basic(byte[] raw) {
    return new Basic(textOf(raw), Bytes.of(raw));
  }

  /** Judges a packet that has as many bytes as its length byte says. */
  static NePacketWire safe(byte[] raw) {
    byte[] data = Arrays.copyOfRange(raw, 2, raw.length - 3);
    int crc = ((raw[raw.length - 3] & 0xFF) << 8) | (raw[raw.length - 2] & 0xFF);
    if (raw[raw.length - 1] != ETX) {
      return new Bad("bad end", Bytes.of(raw));
    }
    return crc == Crc16Xmodem.of(data)
        ? new Safe(textOf(data), Bytes.of(raw))
        : new Bad("bad CRC", Bytes.of(raw));
  }

  private static String textOf(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replaceAll("[\\x00-\\x20]", "")
        .toUpperCase(Locale.ROOT);
  }

  /** Frames an answer for Basic mode. */
  static byte[] basicFrame(String data) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(STX);
    frame.writeBytes(data.getBytes(StandardCharsets.US_ASCII));
    frame.write(ETX);
    return frame.toByteArray();
  }

  /** Frames an answer for Safe mode. */
  static byte[] safeFrame(String data) {
    byte[] bytes = data.getBytes(StandardCharsets.US_ASCII);
    int crc = Crc16Xmodem.of(bytes);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(STX);
    frame.write(bytes.length + SAFE_OVERHEAD);
    frame.writeBytes(bytes);
    frame.write(crc >> 8);
    frame.write(crc);
    frame.write(ETX);
    return frame.toByteArray();
  }
}
