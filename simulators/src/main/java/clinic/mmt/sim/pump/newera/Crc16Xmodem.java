package clinic.mmt.sim.pump.newera;

/** CRC-16/XMODEM: polynomial 1021h, initial value 0, nothing reflected. */
final class Crc16Xmodem {

  private static final int POLYNOMIAL = 0x1021;
  private static final int TOP_BIT = 0x8000;
  private static final int MASK = 0xFFFF;

  private Crc16Xmodem() {}

  static int of(byte[] bytes) {
    int crc = 0;
    for (byte next : bytes) {
      crc ^= (next & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & TOP_BIT) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
      crc &= MASK;
    }
    return crc;
  }
}
