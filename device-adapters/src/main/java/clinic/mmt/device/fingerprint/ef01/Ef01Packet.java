package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.Ef01Framing;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import java.util.Optional;

/** What a module sends: an acknowledgement, or a piece of a template. ZFM-20 manual, chapter 4. */
sealed interface Ef01Packet extends Message {

  /** The protocol. */
  Protocol<Ef01Packet> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return Ef01Framing.idle();
        }

        @Override
        public Optional<Ef01Packet> decode(Scan.Frame frame) {
          return Ef01Packet.decode(frame);
        }

        @Override
        public boolean confidential() {
          return true;
        }
      };

  /** The sender, 4 bytes. */
  int address();

  /**
   * An acknowledgement.
   *
   * @param code confirmation code, 1 byte
   * @param parameters what follows the code, 0 to 255 bytes
   */
  record Ack(int address, int code, Octets parameters) implements Ef01Packet {
    @Override
    public String meaning() {
      return "ack %02X".formatted(code) + (parameters.length() == 0 ? "" : " + " + parameters);
    }
  }

  /**
   * A piece of a template.
   *
   * @param last whether no more follows
   * @param content 1 to 256 bytes
   */
  record Data(int address, boolean last, Octets content) implements Ef01Packet {
    @Override
    public String meaning() {
      return last ? "last" : "data";
    }

    @Override
    public boolean confidential() {
      return true;
    }
  }

  /** Reads a packet; a command is none, since only a host sends commands. */
  static Optional<Ef01Packet> decode(Scan.Frame frame) {
    int address = (frame.bytes().u16(2) << 16) | frame.bytes().u16(4);
    Octets content = frame.content();
    return switch (frame.bytes().at(6)) {
      case 7 -> Optional.of(new Ack(address, content.at(0), content.from(1)));
      case 2 -> Optional.of(new Data(address, false, content));
      case 8 -> Optional.of(new Data(address, true, content));
      default -> Optional.empty();
    };
  }
}
