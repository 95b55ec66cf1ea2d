package clinic.mmt.device.frame;

/** Checksums of the supported protocols. */
public final class Checksum {

  private Checksum() {}

  /** CRC-16 CCITT/XMODEM: polynomial 1021h, initial value 0, no reflection. */
  public static int crcXmodem(Octets octets) {
    int crc = 0;
    for (int i = 0; i < octets.length(); i++) {
      crc ^= octets.at(i) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? ((crc << 1) ^ 0x1021) & 0xFFFF : (crc << 1) & 0xFFFF;
      }
    }
    return crc;
  }

  /** Sum of all bytes, the low 16 bits. */
  public static int sum16(Octets octets) {
    int sum = 0;
    for (int i = 0; i < octets.length(); i++) {
      sum += octets.at(i);
    }
    return sum & 0xFFFF;
  }

  /** All bytes, exclusive or. */
  public static int xor(Octets octets) {
    int xor = 0;
    for (int i = 0; i < octets.length(); i++) {
      xor ^= octets.at(i);
    }
    return xor;
  }
}
