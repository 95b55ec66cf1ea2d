package clinic.mmt.device.frame;

/**
 * Frames of Yaohua indicators, of fixed length: fifteen bytes that begin with W (a weight with its
 * check) or with a space (overload), eight that begin with "=" (a weight without check).
 */
public sealed interface YaohuaFraming extends Scan.Open {

  /** Bytes of a frame with check. */
  int LONG = 15;

  /** Bytes of a frame without. */
  int SHORT = 8;

  /** What the check is taken over. */
  int CHECKED = 11;

  /** The state between frames. */
  static YaohuaFraming idle() {
    return new Idle();
  }

  /** A frame with check: eleven characters, two hex digits, CR LF. */
  static Octets checked(String eleven) {
    Octets text = Octets.ascii(eleven);
    return text.plus(Octets.ascii("%02X\r\n".formatted(Checksum.xor(text))));
  }

  /** Between frames. */
  record Idle() implements YaohuaFraming {
    @Override
    public Octets pending() {
      return Octets.NONE;
    }

    @Override
    public Scan next(int octet) {
      return switch (octet) {
        case 'W', ' ' -> new Inside(Octets.of(octet), LONG);
        case '=' -> new Inside(Octets.of(octet), SHORT);
        default -> this;
      };
    }
  }

  /** In a frame of {@code length} bytes. */
  record Inside(Octets pending, int length) implements YaohuaFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (bytes.length() < length) {
        return new Inside(bytes, length);
      }
      return length == SHORT ? new Scan.Frame(bytes, bytes.from(1)) : whole(bytes);
    }

    private static Scan whole(Octets bytes) {
      Octets content = bytes.slice(0, CHECKED);
      return bytes.equals(checked(content.text()))
          ? new Scan.Frame(bytes, content)
          : Scan.Bad.resync(bytes, "bad check");
    }
  }
}
