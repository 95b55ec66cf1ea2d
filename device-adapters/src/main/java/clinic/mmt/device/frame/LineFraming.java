package clinic.mmt.device.frame;

/**
 * Lines of printable ASCII that end with CR LF. A line with any other byte in it is bad as a whole:
 * its tail, taken as a line, could be a good-looking weight.
 */
public sealed interface LineFraming extends Scan.Open {

  /** The longest line without its end. */
  int LINE_MAX = 160;

  /** The state between lines. */
  static LineFraming idle() {
    return new Text(Octets.NONE);
  }

  /** The line of {@code text}. */
  static Octets line(String text) {
    return Octets.ascii(text).plus(Octets.of('\r', '\n'));
  }

  /** In a line, or between two when nothing is pending. */
  record Text(Octets pending) implements LineFraming {
    @Override
    public Scan next(int octet) {
      if (pending.length() == 0 && (octet == '\r' || octet == '\n')) {
        return this;
      }
      Octets bytes = pending.plus(octet);
      if (octet == '\r') {
        return new Ending(bytes);
      }
      if (octet < 0x20 || octet > 0x7E) {
        return spoilt(bytes, octet, "bad character");
      }
      return bytes.length() > LINE_MAX ? spoilt(bytes, octet, "too long") : new Text(bytes);
    }
  }

  /** After CR. */
  record Ending(Octets pending) implements LineFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      return octet == '\n'
          ? new Scan.Frame(bytes, pending.slice(0, pending.length() - 1))
          : spoilt(bytes, octet, "bad end");
    }
  }

  /** In a bad line, up to its end or its greatest length. */
  record Spoilt(Octets pending, String reason) implements LineFraming {
    @Override
    public Scan next(int octet) {
      return spoilt(pending.plus(octet), octet, reason);
    }
  }

  private static Scan spoilt(Octets bytes, int octet, String reason) {
    return octet == '\n' || bytes.length() > 2 * LINE_MAX
        ? Scan.Bad.whole(bytes, reason)
        : new Spoilt(bytes, reason);
  }
}
