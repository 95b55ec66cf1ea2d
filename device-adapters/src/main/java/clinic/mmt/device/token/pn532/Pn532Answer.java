package clinic.mmt.device.token.pn532;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.HsuFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import java.util.Optional;

/** What the chip says. Numbers of cards are in it: bytes are never shown. */
sealed interface Pn532Answer extends Message {

  /** The protocol. */
  Protocol<Pn532Answer> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return HsuFraming.idle();
        }

        @Override
        public Optional<Pn532Answer> decode(Scan.Frame frame) {
          return Pn532Answer.decode(frame);
        }

        @Override
        public boolean confidential() {
          return true;
        }
      };

  /** The command was received and is executed. */
  record Ack() implements Pn532Answer {
    @Override
    public String meaning() {
      return "ack";
    }
  }

  /** The chip wants the frame again. */
  record Nack() implements Pn532Answer {
    @Override
    public String meaning() {
      return "nack";
    }
  }

  /** The command was not understood. */
  record SyntaxError() implements Pn532Answer {
    @Override
    public String meaning() {
      return "error";
    }
  }

  /**
   * The answer to a command.
   *
   * @param data what follows the code
   */
  record Response(Pn532Command command, Octets data) implements Pn532Answer {
    @Override
    public String meaning() {
      return command.manualName() + (data.length() == 0 ? "" : " + " + data);
    }

    @Override
    public boolean confidential() {
      return switch (command) {
        case IN_LIST_PASSIVE_TARGET, IN_DATA_EXCHANGE, IN_AUTO_POLL -> true;
        case DIAGNOSE,
            GET_FIRMWARE_VERSION,
            READ_REGISTER,
            WRITE_REGISTER,
            SET_PARAMETERS,
            SAM_CONFIGURATION,
            POWER_DOWN,
            RF_CONFIGURATION,
            IN_DESELECT,
            IN_RELEASE ->
            false;
      };
    }
  }

  /** Reads a frame. */
  static Optional<Pn532Answer> decode(Scan.Frame frame) {
    Octets content = frame.content();
    if (content.length() == 0) {
      return Optional.of(frame.bytes().equals(HsuFraming.ACK) ? new Ack() : new Nack());
    }
    if (content.at(0) == HsuFraming.ERROR) {
      return content.length() == 1 ? Optional.of(new SyntaxError()) : Optional.empty();
    }
    if (content.length() < 2) {
      return Optional.empty();
    }
    Octets data = content.from(2);
    return Pn532Command.answeredBy(content.at(1))
        .filter(command -> command.mayAnswer(data))
        .map(command -> new Response(command, data));
  }

  /** The frame that {@link #decode} reads; the long form only where it is needed. */
  static Octets encode(Scan.Frame frame) {
    Octets content = frame.content();
    if (content.length() == 0) {
      return frame.bytes().at(3) == 0 ? HsuFraming.ACK : HsuFraming.NACK;
    }
    return HsuFraming.isExtended(frame.bytes())
        ? HsuFraming.extended(content)
        : HsuFraming.normal(content);
  }
}
