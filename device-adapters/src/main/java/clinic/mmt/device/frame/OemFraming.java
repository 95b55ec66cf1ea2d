package clinic.mmt.device.frame;

/**
 * Blocks between STX and ETX with the exclusive or of all bytes, both ends included, after them.
 * What stands between is printable, so the first ETX is the end; the check may be any byte.
 */
public sealed interface OemFraming extends Scan.Open {

  /** The longest block. */
  int BLOCK_MAX = 300;

  /** The state between blocks. */
  static OemFraming idle() {
    return new Idle();
  }

  /** The block around {@code content}. */
  static Octets block(Octets content) {
    Octets framed = Octets.of(2).plus(content).plus(3);
    return framed.plus(Checksum.xor(framed));
  }

  /** Between blocks. */
  record Idle() implements OemFraming {
    @Override
    public Scan next(int octet) {
      return octet == 2 ? new Content(Octets.of(octet)) : this;
    }

    @Override
    public Octets pending() {
      return Octets.NONE;
    }
  }

  /** After STX. */
  record Content(Octets pending) implements OemFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (octet == 3) {
        return new Check(bytes);
      }
      if (octet < 0x20 || octet > 0x7E) {
        return Scan.Bad.resync(bytes, "bad character");
      }
      return bytes.length() < BLOCK_MAX ? new Content(bytes) : Scan.Bad.resync(bytes, "too long");
    }
  }

  /** After ETX. */
  record Check(Octets pending) implements OemFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      return octet == Checksum.xor(pending)
          ? new Scan.Frame(bytes, pending.slice(1, pending.length() - 1))
          : Scan.Bad.resync(bytes, "bad check");
    }
  }
}
