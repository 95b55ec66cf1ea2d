package clinic.mmt.device.frame;

/** Answers of the data terminal protocol: {@code /}, printable text, ETX, CR, LF. No check. */
public sealed interface DtFraming extends Scan.Open {

  /** The longest answer. */
  int ANSWER_MAX = 300;

  /** The state between answers. */
  static DtFraming idle() {
    return new Idle();
  }

  /** The answer around {@code content}. */
  static Octets answer(Octets content) {
    return Octets.of('/').plus(content).plus(Octets.of(3, '\r', '\n'));
  }

  /** Between answers. */
  record Idle() implements DtFraming {
    @Override
    public Scan next(int octet) {
      return octet == '/' ? new Content(Octets.of(octet)) : this;
    }

    @Override
    public Octets pending() {
      return Octets.NONE;
    }
  }

  /** After the slash, up to ETX. */
  record Content(Octets pending) implements DtFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (octet == 3) {
        return new End(bytes);
      }
      if (octet < 0x20 || octet > 0x7E) {
        return Scan.Bad.resync(bytes, "bad character");
      }
      return bytes.length() < ANSWER_MAX ? new Content(bytes) : Scan.Bad.resync(bytes, "too long");
    }
  }

  /** After ETX: CR, then LF. */
  record End(Octets pending) implements DtFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      boolean afterCr = pending.at(pending.length() - 1) == '\r';
      if (!afterCr && octet == '\r') {
        return new End(bytes);
      }
      return afterCr && octet == '\n'
          ? new Scan.Frame(bytes, bytes.slice(1, bytes.length() - 3))
          : Scan.Bad.resync(bytes, "bad end");
    }
  }
}
