package clinic.mmt.device.frame;

/**
 * Answers of the Ismatec ASCII family: one of {@code * # + -} without any end, or a line of
 * printable text that ends with CR LF. No line begins with one of the four.
 */
public sealed interface RegloFraming extends Scan.Open {

  /** The state between answers. */
  static RegloFraming idle() {
    return new Idle();
  }

  /** Between answers. */
  record Idle() implements RegloFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = Octets.of(octet);
      return isStatus(octet)
          ? new Scan.Frame(bytes, bytes)
          : switch (LineFraming.idle().next(octet)) {
            case LineFraming line when line.pending().length() == 0 -> this;
            case Scan other -> other;
          };
    }

    @Override
    public Octets pending() {
      return Octets.NONE;
    }
  }

  /** Whether this byte alone is an answer. */
  static boolean isStatus(int octet) {
    return octet == '*' || octet == '#' || octet == '+' || octet == '-';
  }
}
