package clinic.mmt.device.frame;

/**
 * Lines of printable ASCII that end with CR; a line feed after it is passed over. A line with any
 * other byte in it is bad as a whole: its tail could be a good-looking number.
 */
public sealed interface CrLineFraming extends Scan.Open {

  /** The longest line without its end. */
  int LINE_MAX = 80;

  /** The state between lines. */
  static CrLineFraming idle() {
    return new Text(Octets.NONE);
  }

  /** The line of {@code text}. */
  static Octets line(String text) {
    return Octets.ascii(text).plus('\r');
  }

  /** In a line, or between two when nothing is pending. */
  record Text(Octets pending) implements CrLineFraming {
    @Override
    public Scan next(int octet) {
      if (pending.length() == 0 && (octet == '\r' || octet == '\n')) {
        return this;
      }
      Octets bytes = pending.plus(octet);
      if (octet == '\r') {
        return new Scan.Frame(bytes, pending);
      }
      if (octet < 0x20 || octet > 0x7E) {
        return new Spoilt(bytes, "bad character");
      }
      return bytes.length() > LINE_MAX ? new Spoilt(bytes, "too long") : new Text(bytes);
    }
  }

  /** In a bad line, up to its end or twice the greatest length. */
  record Spoilt(Octets pending, String reason) implements CrLineFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      return octet == '\r' || bytes.length() > 2 * LINE_MAX
          ? Scan.Bad.whole(bytes, reason)
          : new Spoilt(bytes, reason);
    }
  }
}
