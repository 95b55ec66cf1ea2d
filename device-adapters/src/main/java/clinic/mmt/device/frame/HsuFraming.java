package clinic.mmt.device.frame;

/**
 * What a PN532 sends on its UART: {@code 00 00 FF}, length, its complement, identifier and data,
 * their complement, {@code 00}; longer ones with {@code FF FF} and two bytes of length;
 * acknowledgements without data. PN532 user manual, chapter 6.
 */
public sealed interface HsuFraming extends Scan.Open {

  /** The chip acknowledges, or the host ends a command. */
  Octets ACK = Octets.of(0, 0, 0xFF, 0, 0xFF, 0);

  /** The last answer is to be sent again. */
  Octets NACK = Octets.of(0, 0, 0xFF, 0xFF, 0, 0);

  /** Identifier and data together, at most. */
  int CONTENT_MAX = 265;

  /** Identifier of what the host sends. */
  int FROM_HOST = 0xD4;

  /** Identifier of what the chip sends. */
  int FROM_CHIP = 0xD5;

  /** Stands alone for "I did not understand". */
  int ERROR = 0x7F;

  /** The state between frames. */
  static HsuFraming idle() {
    return new Start(Octets.NONE);
  }

  /** The frame of identifier and data, 1 to 255 bytes. */
  static Octets normal(Octets content) {
    Octets head = Octets.of(0, 0, 0xFF, content.length(), -content.length());
    return head.plus(content).plus(Octets.of(-Checksum.sum16(content), 0));
  }

  /** The same in the long form, up to {@link #CONTENT_MAX} bytes. */
  static Octets extended(Octets content) {
    int high = content.length() >> 8;
    int low = content.length() & 0xFF;
    Octets head = Octets.of(0, 0, 0xFF, 0xFF, 0xFF, high, low, -(high + low));
    return head.plus(content).plus(Octets.of(-Checksum.sum16(content), 0));
  }

  /** Whether a whole frame is one of the long form. */
  static boolean isExtended(Octets frame) {
    return frame.at(3) == 0xFF && frame.at(4) == 0xFF;
  }

  /** Between frames, or in {@code 00 00}; further zeros only make the way in longer. */
  record Start(Octets pending) implements HsuFraming {
    @Override
    public Scan next(int octet) {
      if (octet == 0) {
        return pending.length() < 2 ? new Start(pending.plus(octet)) : this;
      }
      return octet == 0xFF && pending.length() == 2
          ? new Head(pending.plus(octet))
          : new Start(Octets.NONE);
    }
  }

  /** In the length and its complement. */
  record Head(Octets pending) implements HsuFraming {

    private static final int SHORT = 5;
    private static final int LONG = 8;

    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (bytes.length() < SHORT) {
        return new Head(bytes);
      }
      int code = bytes.u16(3);
      if (code == 0x00FF || code == 0xFF00) {
        return new Body(bytes, SHORT, SHORT + 1);
      }
      if (code != 0xFFFF) {
        return body(bytes, bytes.at(3), bytes.at(3) + bytes.at(4));
      }
      return bytes.length() < LONG
          ? new Head(bytes)
          : body(bytes, bytes.u16(5), bytes.at(5) + bytes.at(6) + bytes.at(7));
    }

    private static Scan body(Octets bytes, int length, int sum) {
      if ((sum & 0xFF) != 0) {
        return Scan.Bad.resync(bytes, "bad length checksum");
      }
      return length < 1 || length > CONTENT_MAX
          ? Scan.Bad.resync(bytes, "bad length")
          : new Body(bytes, bytes.length(), bytes.length() + length + 2);
    }
  }

  /** After the head: content from {@code from}, {@code total} bytes in all. */
  record Body(Octets pending, int from, int total) implements HsuFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (bytes.length() < total) {
        return new Body(bytes, from, total);
      }
      if (octet != 0) {
        return Scan.Bad.resync(bytes, "bad end");
      }
      return total == from + 1 ? new Scan.Frame(bytes, Octets.NONE) : checked(bytes);
    }

    private Scan checked(Octets bytes) {
      if ((Checksum.sum16(bytes.slice(from, total - 1)) & 0xFF) != 0) {
        return Scan.Bad.resync(bytes, "bad data checksum");
      }
      Octets content = bytes.slice(from, total - 2);
      return switch (content.at(0)) {
        case FROM_CHIP -> new Scan.Frame(bytes, content);
        case ERROR -> new Scan.Frame(bytes, content);
        case FROM_HOST -> Scan.Bad.whole(bytes, "frame of a host");
        default -> Scan.Bad.resync(bytes, "bad identifier");
      };
    }
  }
}
