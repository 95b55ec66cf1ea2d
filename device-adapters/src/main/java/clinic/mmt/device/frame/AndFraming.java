package clinic.mmt.device.frame;

/**
 * Lines of printable ASCII that end with CR LF, or with CR alone on a scale that is set so; between
 * two lines an acknowledgement (06) stands for itself.
 */
public sealed interface AndFraming extends Scan.Open {

  /** The longest line without its end. */
  int LINE_MAX = 40;

  /** The one byte that says "taken". */
  int ACK = 0x06;

  /** The state between lines; {@code lineFeed} tells whether LF follows CR. */
  static AndFraming idle(boolean lineFeed) {
    return new Text(Octets.NONE, lineFeed);
  }

  /** The line of {@code text}. */
  static Octets line(String text, boolean lineFeed) {
    Octets line = Octets.ascii(text).plus('\r');
    return lineFeed ? line.plus('\n') : line;
  }

  /** In a line, or between two when nothing is pending. */
  record Text(Octets pending, boolean lineFeed) implements AndFraming {
    @Override
    public Scan next(int octet) {
      boolean end = octet == '\r' || octet == '\n';
      if (pending.length() == 0 && end) {
        return this;
      }
      Octets bytes = pending.plus(octet);
      if (pending.length() == 0 && octet == ACK) {
        return new Scan.Frame(bytes, bytes);
      }
      if (octet == '\r') {
        return lineFeed ? new Ending(bytes) : new Scan.Frame(bytes, pending);
      }
      boolean bad = octet < 0x20 || octet > 0x7E;
      if (bad) {
        return spoilt(bytes, octet, "bad character", lineFeed);
      }
      return bytes.length() > LINE_MAX
          ? spoilt(bytes, octet, "too long", lineFeed)
          : new Text(bytes, lineFeed);
    }
  }

  /** After CR. */
  record Ending(Octets pending) implements AndFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      return octet == '\n'
          ? new Scan.Frame(bytes, pending.slice(0, pending.length() - 1))
          : spoilt(bytes, octet, "bad end", true);
    }
  }

  /** In a bad line, up to its end or its greatest length. */
  record Spoilt(Octets pending, String reason, boolean lineFeed) implements AndFraming {
    @Override
    public Scan next(int octet) {
      return spoilt(pending.plus(octet), octet, reason, lineFeed);
    }
  }

  private static Scan spoilt(Octets bytes, int octet, String reason, boolean lineFeed) {
    boolean end = octet == '\n' || (!lineFeed && octet == '\r');
    return end || bytes.length() > 2 * LINE_MAX
        ? Scan.Bad.whole(bytes, reason)
        : new Spoilt(bytes, reason, lineFeed);
  }
}
