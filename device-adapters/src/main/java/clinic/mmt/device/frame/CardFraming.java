package clinic.mmt.device.frame;

/**
 * Card numbers: {@code STX}, ten upper-case hex digits, two more that are the exclusive or of the
 * five bytes, {@code ETX}; some readers put {@code CR LF} before the ETX.
 */
public sealed interface CardFraming extends Scan.Open {

  /** STX, number and checksum. */
  int BODY = 13;

  /** The state between cards. */
  static CardFraming idle() {
    return new Idle();
  }

  /** The frame of a card number of ten upper-case hex digits, in one of its two forms. */
  static Octets frame(String number, boolean withLineEnd) {
    Octets body = Octets.of(2).plus(Octets.ascii(number + checksum(number)));
    return (withLineEnd ? body.plus(Octets.of('\r', '\n')) : body).plus(3);
  }

  private static String checksum(String number) {
    int xor = 0;
    for (int i = 0; i < number.length(); i += 2) {
      xor ^= Integer.parseInt(number.substring(i, i + 2), 16);
    }
    return "%02X".formatted(xor);
  }

  /** Between frames. */
  record Idle() implements CardFraming {
    @Override
    public Scan next(int octet) {
      return octet == 2 ? new Digits(Octets.of(octet)) : this;
    }

    @Override
    public Octets pending() {
      return Octets.NONE;
    }
  }

  /** In the digits. */
  record Digits(Octets pending) implements CardFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      boolean digit = (octet >= '0' && octet <= '9') || (octet >= 'A' && octet <= 'F');
      if (!digit) {
        return Scan.Bad.resync(bytes, "bad digit");
      }
      return bytes.length() < BODY ? new Digits(bytes) : new End(bytes);
    }
  }

  /** After the digits: ETX, or CR LF and then ETX. */
  record End(Octets pending) implements CardFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (octet == '\r' && bytes.length() == BODY + 1) {
        return new End(bytes);
      }
      if (octet == '\n' && bytes.length() == BODY + 2) {
        return new End(bytes);
      }
      if (octet != 3 || bytes.length() == BODY + 2) {
        return Scan.Bad.resync(bytes, "bad end");
      }
      String number = bytes.slice(1, 11).text();
      return bytes.slice(11, BODY).text().equals(checksum(number))
          ? new Scan.Frame(bytes, Octets.ascii(number))
          : Scan.Bad.resync(bytes, "bad checksum");
    }
  }
}
