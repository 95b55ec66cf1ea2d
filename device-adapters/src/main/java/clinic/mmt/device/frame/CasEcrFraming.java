package clinic.mmt.device.frame;

/**
 * What a CAS scale in ECR mode says: one byte, ACK or NAK, or a frame of fixed length: {@code SOH
 * STX}, ten characters, their exclusive or, {@code ETX EOT}. The check may be a control code, so
 * the frame is parsed by length; of a broken one no byte may pass for an ACK.
 */
public sealed interface CasEcrFraming extends Scan.Open {

  /** A weight may be asked for. */
  int ACK = 0x06;

  /** It may not. */
  int NAK = 0x15;

  /** Bytes of a whole frame. */
  int LENGTH = 15;

  /** Characters that the check is taken over. */
  int CHARACTERS = 10;

  /** The state between frames. */
  static CasEcrFraming idle() {
    return new Idle();
  }

  /** The frame around ten characters. */
  static Octets frame(String ten) {
    Octets content = Octets.ascii(ten);
    return Octets.of(0x01, 0x02).plus(content).plus(Octets.of(Checksum.xor(content), 0x03, 0x04));
  }

  /** Between frames. */
  record Idle() implements CasEcrFraming {
    @Override
    public Octets pending() {
      return Octets.NONE;
    }

    @Override
    public Scan next(int octet) {
      return switch (octet) {
        case ACK, NAK -> new Scan.Frame(Octets.of(octet), Octets.of(octet));
        case 0x01 -> new Inside(Octets.of(octet));
        default -> this;
      };
    }
  }

  /** In a frame. */
  record Inside(Octets pending) implements CasEcrFraming {
    @Override
    public Scan next(int octet) {
      Octets bytes = pending.plus(octet);
      if (bytes.length() < LENGTH) {
        return new Inside(bytes);
      }
      Octets content = bytes.slice(2, 2 + CHARACTERS);
      return bytes.equals(frame(content.text()))
          ? new Scan.Frame(bytes, content)
          : Scan.Bad.whole(bytes, "bad frame");
    }
  }
}
