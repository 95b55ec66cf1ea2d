package clinic.mmt.device.frame;

/**
 * Card numbers of boards that send no start and no end: ten upper-case hex digits and two more that
 * are the exclusive or of the five bytes. Whoever reads such a line has to forget what has begun
 * when the line falls silent, or the rest of a broken number joins the next one.
 */
public record BareCardFraming(Octets pending) implements Scan.Open {

  private static final int DIGITS = 12;

  /** The state between cards. */
  public static BareCardFraming idle() {
    return new BareCardFraming(Octets.NONE);
  }

  /** The frame of a card number of ten upper-case hex digits. */
  public static Octets frame(String number) {
    return CardFraming.frame(number, false).slice(1, DIGITS + 1);
  }

  @Override
  public Scan next(int octet) {
    boolean digit = (octet >= '0' && octet <= '9') || (octet >= 'A' && octet <= 'F');
    if (!digit) {
      return pending.length() == 0 ? this : Scan.Bad.whole(pending.plus(octet), "bad digit");
    }
    Octets bytes = pending.plus(octet);
    if (bytes.length() < DIGITS) {
      return new BareCardFraming(bytes);
    }
    String number = bytes.slice(0, 10).text();
    return bytes.equals(frame(number))
        ? new Scan.Frame(bytes, Octets.ascii(number))
        : Scan.Bad.whole(bytes, "bad checksum");
  }
}
