package clinic.mmt.device.frame;

/**
 * The checks of the sheets, computed here once more and in another way than the framings compute
 * them: what is accepted must satisfy these too.
 */
public final class SheetChecks {

  private SheetChecks() {}

  /**
   * New Era, safe mode: {@code STX len data CRC CRC ETX}, the length counting all but STX, the CRC
   * CCITT with polynomial 1021h over the data, bit by bit.
   */
  public static boolean newEraSafe(Octets frame) {
    int length = frame.length();
    return frame.at(0) == 2
        && frame.at(length - 1) == 3
        && frame.at(1) == length - 1
        && crc(frame.slice(2, length - 3)) == frame.u16(length - 3);
  }

  private static int crc(Octets data) {
    int remainder = 0;
    for (int bit = 0; bit < 8 * (data.length() + 2); bit++) {
      int octet = bit / 8 < data.length() ? data.at(bit / 8) : 0;
      remainder = (remainder << 1) | ((octet >> (7 - bit % 8)) & 1);
      remainder = remainder > 0xFFFF ? remainder ^ 0x11021 : remainder;
    }
    return remainder;
  }

  /** EF01: head, length of content and sum, and the sum of packet id, length and content. */
  public static boolean ef01(Octets frame) {
    int length = frame.length();
    int sum = 0;
    for (int i = 6; i < length - 2; i++) {
      sum += frame.at(i);
    }
    return frame.u16(0) == 0xEF01
        && frame.u16(7) == length - 9
        && sum % 0x10000 == frame.u16(length - 2);
  }

  /** PN532, HSU: what stands under each of the two complements adds up to zero with it. */
  public static boolean hsu(Octets frame) {
    int length = frame.length();
    if (length == 6) {
      return frame.u16(3) == 0x00FF || frame.u16(3) == 0xFF00;
    }
    boolean extended = frame.u16(3) == 0xFFFF;
    int from = extended ? 8 : 5;
    int told = extended ? frame.u16(5) : frame.at(3);
    int head = extended ? frame.at(5) + frame.at(6) + frame.at(7) : frame.at(3) + frame.at(4);
    int sum = 0;
    for (int i = from; i < length - 1; i++) {
      sum += frame.at(i);
    }
    return frame.slice(0, 3).equals(Octets.of(0, 0, 0xFF))
        && frame.at(length - 1) == 0
        && told == length - from - 2
        && head % 256 == 0
        && sum % 256 == 0;
  }

  /** EM4100 boards: with the twelve digits read as six bytes, all of them cancel each other out. */
  public static boolean card(Octets frame) {
    String digits = frame.text().replaceAll("[\\x02\\x03\\r\\n]", "");
    int all = 0;
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      all ^= Integer.parseInt(digits.substring(i, i + 2), 16);
    }
    return digits.matches("[0-9A-F]{12}") && all == 0;
  }
}
