package clinic.mmt.device.frame;

/**
 * Packets of the EF01 protocol: {@code EF 01}, address (4), packet id (1), length (2, content plus
 * 2), content (1 to 256), sum (2, over packet id, length and content).
 */
public sealed interface Ef01Framing extends Scan.Open {

  /** Bytes before the content. */
  int HEAD = 9;

  /** The longest content. */
  int CONTENT_MAX = 256;

  /** The state between packets. */
  static Ef01Framing idle() {
    return new Idle();
  }

  /** The packet that carries {@code content}. */
  static Octets packet(int address, int packetId, Octets content) {
    int length = content.length() + 2;
    Octets summed = Octets.of(packetId, length >> 8, length).plus(content);
    int sum = Checksum.sum16(summed);
    return Octets.of(0xEF, 0x01, address >> 24, address >> 16, address >> 8, address)
        .plus(summed)
        .plus(Octets.of(sum >> 8, sum));
  }

  /** Between packets. */
  record Idle() implements Ef01Framing {
    @Override
    public Scan next(int octet) {
      return octet == 0xEF ? new Head(Octets.of(octet)) : this;
    }

    @Override
    public Octets pending() {
      return Octets.NONE;
    }
  }

  /** In the head of a packet. */
  record Head(Octets pending) implements Ef01Framing {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (bytes.length() == 2 && octet != 0x01) {
        return Scan.Bad.resync(bytes, "bad start");
      }
      if (bytes.length() == 7 && octet != 1 && octet != 2 && octet != 7 && octet != 8) {
        return Scan.Bad.resync(bytes, "bad packet id");
      }
      if (bytes.length() < HEAD) {
        return new Head(bytes);
      }
      int content = bytes.u16(7) - 2;
      return content < 1 || content > CONTENT_MAX
          ? Scan.Bad.resync(bytes, "bad length")
          : new Body(bytes, HEAD + content + 2);
    }
  }

  /** In the content or sum of a packet of {@code total} bytes. */
  record Body(Octets pending, int total) implements Ef01Framing {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (bytes.length() < total) {
        return new Body(bytes, total);
      }
      return bytes.u16(total - 2) == Checksum.sum16(bytes.slice(6, total - 2))
          ? new Scan.Frame(bytes, bytes.slice(HEAD, total - 2))
          : Scan.Bad.resync(bytes, "bad sum");
    }
  }
}
