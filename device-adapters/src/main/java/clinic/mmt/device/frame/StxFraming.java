package clinic.mmt.device.frame;

/**
 * Frames between STX and ETX in two forms, told apart by the byte after STX.
 *
 * <p>Counted: {@code STX length text CRC-high CRC-low ETX}, the length counting itself and all that
 * follows it, the CRC over the text. It is parsed by length, since a CRC byte may be an ETX. Plain:
 * {@code STX text ETX}, printable text that begins with a digit. Lengths stop below the digits, so
 * the two can't be mixed up.
 */
public sealed interface StxFraming extends Scan.Open {

  /** The longest counted frame, as its length byte says it; the digits begin at 48. */
  int LENGTH_MAX = 47;

  /** The longest plain frame with both ends. */
  int PLAIN_MAX = 48;

  /** The state between frames. */
  static StxFraming idle() {
    return new Idle();
  }

  /** The counted frame around {@code text}. */
  static Octets counted(Octets text) {
    int crc = Checksum.crcXmodem(text);
    return Octets.of(2, text.length() + 4).plus(text).plus(Octets.of(crc >> 8, crc, 3));
  }

  /** The plain frame around {@code text}. */
  static Octets plain(Octets text) {
    return Octets.of(2).plus(text).plus(3);
  }

  /** Whether a whole frame carries a length and a CRC. */
  static boolean isCounted(Octets frame) {
    return frame.at(1) <= LENGTH_MAX;
  }

  /** Between frames. */
  record Idle() implements StxFraming {
    @Override
    public Scan next(int octet) {
      return octet == 2 ? new Begun() : this;
    }

    @Override
    public Octets pending() {
      return Octets.NONE;
    }
  }

  /** After STX. */
  record Begun() implements StxFraming {
    @Override
    public Scan next(int octet) {
      Octets pending = pending().plus(octet);
      if (octet >= '0' && octet <= '9') {
        return new Plain(pending);
      }
      if (octet < 5 || octet > LENGTH_MAX) {
        return Scan.Bad.resync(pending, "bad length");
      }
      return new Counted(pending, octet + 1);
    }

    @Override
    public Octets pending() {
      return Octets.of(2);
    }
  }

  /** In a counted frame of {@code total} bytes. */
  record Counted(Octets pending, int total) implements StxFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (bytes.length() < total) {
        return new Counted(bytes, total);
      }
      Octets text = bytes.slice(2, total - 3);
      if (octet != 3) {
        return Scan.Bad.resync(bytes, "bad end");
      }
      if (bytes.u16(total - 3) != Checksum.crcXmodem(text)) {
        return Scan.Bad.resync(bytes, "bad CRC");
      }
      return new Scan.Frame(bytes, text);
    }
  }

  /** In a plain frame. */
  record Plain(Octets pending) implements StxFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (octet == 3) {
        return new Scan.Frame(bytes, bytes.slice(1, bytes.length() - 1));
      }
      if (octet < 0x20 || octet > 0x7E) {
        return Scan.Bad.resync(bytes, "bad character");
      }
      return bytes.length() < PLAIN_MAX ? new Plain(bytes) : Scan.Bad.resync(bytes, "too long");
    }
  }
}
