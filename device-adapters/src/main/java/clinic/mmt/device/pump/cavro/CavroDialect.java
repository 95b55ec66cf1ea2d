package clinic.mmt.device.pump.cavro;

import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.DtFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.OemFraming;
import clinic.mmt.device.frame.Scan;
import java.util.Optional;

/** The two ways to put the same commands on the line. */
public enum CavroDialect {
  /** Blocks with a check and a sequence number: a repeated block is executed once. */
  OEM {
    @Override
    Scan.Open idle() {
      return OemFraming.idle();
    }

    @Override
    Octets command(int address, int sequence, boolean repeat, String data) {
      return OemFraming.block(
          Octets.of(FIRST_ADDRESS + address, SEQUENCE | (repeat ? REPEAT : 0) | sequence)
              .plus(Octets.ascii(data)));
    }
  },
  /** Lines without a check, for a terminal; ignored by a pump that has seen a block. */
  DT {
    @Override
    Scan.Open idle() {
      return DtFraming.idle();
    }

    @Override
    Octets command(int address, int sequence, boolean repeat, String data) {
      return Octets.of('/', FIRST_ADDRESS + address).plus(Octets.ascii(data)).plus('\r');
    }
  };

  private static final int FIRST_ADDRESS = 0x31;
  private static final int SEQUENCE = 0x30;
  private static final int REPEAT = 0x08;

  /** The framing of answers, between two of them. */
  abstract Scan.Open idle();

  /**
   * A command.
   *
   * @param address the pump's switch, 0 to 14
   * @param sequence 1 to 7
   * @param repeat whether the pump may have had it before
   */
  abstract Octets command(int address, int sequence, boolean repeat, String data);

  /** The receiving half. */
  Protocol<CavroReply> protocol() {
    return new Protocol<>() {
      @Override
      public Scan.Open idle() {
        return CavroDialect.this.idle();
      }

      @Override
      public Optional<CavroReply> decode(Scan.Frame frame) {
        return CavroReply.decode(frame);
      }
    };
  }
}
