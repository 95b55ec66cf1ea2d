package clinic.mmt.device.frame;

/**
 * Lines of any bytes that end with CR, LF or both, as scanners send what they have read. Only the
 * cut is made here: whether the bytes are text is for the protocol to say.
 */
public sealed interface TextLineFraming extends Scan.Open {

  /** The longest line that can be anything; of a longer one so much and one byte is kept. */
  int LINE_MAX = 2048;

  /** The state between lines. */
  static TextLineFraming idle() {
    return new Text(Octets.NONE);
  }

  /** In a line, or between two when nothing is pending: the second half of CR LF is no line. */
  record Text(Octets pending) implements TextLineFraming {
    @Override
    public Scan next(int octet) {
      boolean end = octet == '\r' || octet == '\n';
      if (end) {
        return pending.length() == 0 ? this : new Scan.Frame(pending.plus(octet), pending);
      }
      Octets bytes = pending.plus(octet);
      return bytes.length() > LINE_MAX ? new TooLong(bytes) : new Text(bytes);
    }
  }

  /** In a line that is too long already; its rest is dropped, up to its end. */
  record TooLong(Octets pending) implements TextLineFraming {
    @Override
    public Scan next(int octet) {
      return octet == '\r' || octet == '\n' ? new Scan.Frame(pending.plus(octet), pending) : this;
    }
  }
}
